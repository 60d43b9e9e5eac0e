"""Answers to a few questions → the id of a record, in pinyin, and how a person's name is sorted.

Source: readings and phrases are pypinyin's; how surnames are read, and words of units' names that it lacks, stand here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import count

from ...records.fields import is_reserved
from ...records.kinds import KIND_NAMES, KINDS
from ...words.folding import fold
from ...words.pinyin import library

# What was answered, by field, as the file has it.
Answers = Mapping[str, str | Sequence[str]]

# Characters that an id suggested for a title has at most, and one for a name; both leave room for -2 (`MAX_ID`).
_LONGEST, _LONGEST_NAME = 40, 60
# Words of a meeting's name in the id of a second meeting on a day.
_FEW = 2
# Words of names that the library of phrases lacks. What stands between known words is divided by twos.
_WORDS = (
    "医院 学院 学校 小学 中学 幼儿园 街道 联盟 中心 工委 党校 总部 研究院 图书馆 博物馆 办公室 办事处 组织部 宣传部 "
    "公司 集团 支部 支行 分行 居委会 志愿者 营业部 出版社 派出所 工作室 服务站 课题 报告 建议 清单 需求 资源 项目 治理 "
    "部门 政府 科技 教育 卫生 健康 科学 管理 引领 推进会 座谈会 会议 新闻 纪要 简报 示例 人民 居民 区域 探索 实践 的 和"
)
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
    made = _id_of(kind, answers, taken) or _shortened(words_of(KIND_NAMES[kind]), _LONGEST)
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
    date = str(answers.get("date", ""))
    if kind == "people":
        return _shortened([_in_id(word) for word in _name_words(name)], _LONGEST_NAME)
    if kind == "meetings":
        which = words_of(str(answers.get("body") or name))[:_FEW] if date in taken else []
        return _shortened([date, *which], _LONGEST)
    if kind == "sources" and date:
        return _shortened([date, *words_of(str(answers["type"]))], _LONGEST)
    return _shortened(words_of(name), _LONGEST_NAME if kind == "organizations" else _LONGEST)


def _shortened(words: Sequence[str], most: int) -> str:
    """Return as many whole words as fit, joined into an id."""
    words = [word for word in words if word]
    while len("-".join(words)) > most and len(words) > 1:
        words.pop()
    return "-".join(words)[:most]


def words_of(text: str) -> list[str]:
    """Return the words of a text as ids have them: 示例医院 → shili, yiyuan."""
    pieces = (piece for run in _runs(text) for piece in re.findall("[a-z0-9]+|[^a-z0-9]+", run))
    return [word for piece in pieces for one in _divided(piece) if (word := _in_id(_read(one)))]


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


def _divided(run: str) -> Iterator[str]:
    """Divide a run of characters into words, the longest known ones first."""
    if run.isascii():
        yield run
        return
    known, loose = _library()[1], ""
    while run:
        word = next((run[:length] for length in range(min(len(run), 6), 0, -1) if run[:length] in known), "")
        if word:
            yield from [*_by_twos(loose), word]
            loose = ""
        else:
            loose += run[0]
        run = run[len(word) or 1 :]
    yield from _by_twos(loose)


def _by_twos(characters: str) -> list[str]:
    """Divide characters into words of two, of which most words are; the last of an odd number has three."""
    if len(characters) <= 3:
        return [characters] if characters else []
    return [characters[:2], *_by_twos(characters[2:])]


def _read(word: str) -> str:
    """Return a folded word's pinyin; letters and digits stay, what cannot be read vanishes."""
    return re.sub("[^a-z0-9ü]", "", word if word.isascii() else "".join(_library()[0](word)))


def _in_id(word: str) -> str:
    return word.replace("ü", "v")


@cache
def _library() -> tuple[Callable[[str], list[str]], frozenset[str]]:
    """Return what reads words, and all words that are known."""
    own = library()
    return partial(own.lazy_pinyin, v_to_u=True), frozenset(_WORDS.split()) | own.constants.PHRASES_DICT.keys()
