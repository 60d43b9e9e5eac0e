"""Answers to a few questions → the id of a record, in pinyin, and how a person's name is sorted.

Source: readings are pypinyin's; how surnames are read stands here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, partial
from itertools import count

from ...records.fields import is_reserved
from ...records.kinds import KIND_NAMES, KINDS
from ...words.dates import AT_LATEST
from ...words.dividing import divided
from ...words.folding import fold
from ...words.pinyin import library

# What was answered, by field, as the file has it.
Answers = Mapping[str, str | Sequence[str]]

# Characters that an id suggested for a title has at most, and one for a name; both leave room for -2 (`MAX_ID`).
_LONGEST, _LONGEST_NAME = 40, 60
# Words of a meeting's name in the id of a second meeting on a day.
_FEW = 2
_COMPOUND_SURNAMES = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 "
    "公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 亓官 司寇 巫马 颛孙 漆雕 乐正 谷梁 拓跋 轩辕 令狐 段干 百里 "
    "呼延 东郭 南门 羊舌 梁丘 左丘 西门 完颜 纳兰 单于"
)
# Surnames that are not read as the library reads the same characters.
_SURNAMES = {
    "单": "shan", "仇": "qiu", "曾": "zeng", "解": "xie", "区": "ou", "盖": "ge", "朴": "piao", "查": "zha",
    "翟": "zhai", "缪": "miao", "乐": "yue", "覃": "qin", "员": "yun", "种": "chong", "黑": "he", "繁": "po",
    "洗": "xian", "折": "she", "祭": "zhai", "召": "shao", "秘": "bi", "阚": "kan", "隗": "wei", "卜": "bu",
    "薄": "bo", "句": "gou", "牟": "mu", "訾": "zi", "么": "yao", "都": "du", "藏": "zang", "贲": "ben",
    "粘": "nian", "郇": "xun", "乐正": "yuezheng",
}  # fmt: skip


def suggested_id(kind: str, answers: Answers, taken: Collection[str] = ()) -> str:
    """Return an id for a record with these answers that is none of those taken."""
    made = _id_of(kind, answers, taken) or shortened(words_of(KIND_NAMES[kind]), _LONGEST)
    if made not in taken and not is_reserved(made):
        return made
    return next(f"{made}-{number}" for number in count(2) if f"{made}-{number}" not in taken)


def suggested_sort(name: str) -> str:
    """Return a person's name in pinyin, the surname first: li binlu. Empty when it cannot be read."""
    words = [re.sub("[^a-zü]", "", word) for word in _name_words(name)]
    return " ".join(filter(None, words))


def _id_of(kind: str, answers: Answers, taken: Collection[str]) -> str:
    name = answers[KINDS[kind].naming[0]]
    name = name if isinstance(name, str) else name[0]
    date = str(answers.get("date", "")).removeprefix(AT_LATEST)
    if kind == "people":
        return shortened([_in_id(word) for word in _name_words(name)], _LONGEST_NAME)
    if kind == "meetings":
        which = words_of(str(answers.get("body") or name))[:_FEW] if date in taken else []
        return shortened([date, *which], _LONGEST)
    if kind == "sources" and date:
        return shortened([date, *words_of(str(answers["type"]))], _LONGEST)
    return shortened(words_of(name), _LONGEST_NAME if kind == "organizations" else _LONGEST)


def shortened(words: Sequence[str], most: int) -> str:
    """Return as many whole words as fit, joined into an id."""
    words = [word for word in words if word]
    while len("-".join(words)) > most and len(words) > 1:
        words.pop()
    return "-".join(words)[:most]


def words_of(text: str) -> list[str]:
    """Return the words of a text as ids have them: 示例医院 → shili, yiyuan."""
    pieces = (piece for run in _runs(text) for piece in re.findall("[a-z0-9]+|[^a-z0-9]+", run))
    words = (word for piece in pieces for word in ([piece] if piece.isascii() else divided(piece)))
    return [written for word in words if (written := _in_id(_read(word)))]


def _name_words(name: str) -> list[str]:
    """Return a person's name as it is read, word for word: the surname, then the given name."""
    first, *others = _runs(name) or [""]
    if not others and not first.isascii():
        length = 2 if first[:2] in _COMPOUND_SURNAMES.split() and len(first) > 2 else 1
        first, others = first[:length], [first[length:]]
    return [word for word in (_SURNAMES.get(first) or _read(first), *map(_read, others)) if word]


def _runs(text: str) -> list[str]:
    """Return the runs of letters and digits in a text, folded."""
    return [folded for run in re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text)) if (folded := fold(run))]


def _read(word: str) -> str:
    """Return a folded word's pinyin; letters and digits stay, what cannot be read vanishes."""
    return re.sub("[^a-z0-9ü]", "", word if word.isascii() else "".join(_lazy_pinyin()(word)))


def _in_id(word: str) -> str:
    return word.replace("ü", "v")


@cache
def _lazy_pinyin() -> Callable[[str], list[str]]:
    """Return what reads words."""
    return partial(library().lazy_pinyin, v_to_u=True)
