"""Records at random: made by the structure of their kind, then spoilt by slips, several at once.

The structure is the models'. So it reaches every field, each with what belongs there and with what does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from chuxin.records.fields import Model
from chuxin.records.kinds import KINDS
from chuxin.records.shapes import field_shapes
from sites import DATA, SAMPLE

# What is written behind a field: right for some, wrong for others.
VALUES = (
    "甲", "张三", "社区卫生服务中心", "a", "zhang-san", "2023", "2023-07-06", "2023年7月", "46", "46家", "true", "是",
    "概述", "原文", "通过", "联席会议", "企业", "需求", "statement", "decision", "report", "zhang san", "needs/a",
    "https://a.cn/b", "www.a.cn", "《案》", "“全句”", "见[甲](record:people/a)", "[x](/about/)", "附件A：", "甲：乙",
    "14:30", "a: b", "- 甲", "'甲'", '"甲"', "|-\n甲\n乙", ">\n甲", "[甲, 乙]", "[a，b]", "{a: b}", "~", "", "''",
    "甲 # 注", "甲 #1", "中,文", "後", "甲 乙", "C. Lee", "@a", "*a*", "**甲**", "&a", "!a", "%", "`a`", "<b>", "\\n",
    '"\\x07"', "一\n二",
)  # fmt: skip
# What a hand does to a line: it mistypes, leaves out, repeats, moves.
SIGNS = "：:，,　 \t-－–•#＃\"'“”‘’[]{}&*!|>@`%?.·・aA１1区區\u200b\ufeff\xa0\\/～。；（(\u0301\U00020000"
_FOREIGN = ("nmae", "titel", "typ", "名称", "备注", "sorce", "id ", "foo", "agenda", "names", "orgnization")
FILES = [
    (path.parent.name, path.read_text(encoding="utf-8"))
    for root in (DATA, SAMPLE)
    for kind in KINDS
    for path in sorted((root / kind).glob("*.yml"))
]


def example(rng: Random) -> tuple[str, str]:
    """Return a kind and a text: most of them are spoilt, by one slip or by several."""
    if rng.random() < 0.3:
        kind, text = rng.choice(FILES)
    else:
        kind = rng.choice(list(KINDS))
        text = "\n".join(_mapping(rng, KINDS[kind], "", 0)) + rng.choice(["\n", "\n", "", "\n\n"])
    for _ in range(rng.choice([0, 1, 1, 1, 2, 2, 3, 5, 9])):
        text = rng.choice(SLIPS)(rng, text)
    return kind, text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, tuple[type[Model], ...], bool, tuple[str, ...]], ...]:
    """Return of each field its name, the models that it holds, whether it is a list, and its choices."""
    return tuple((name, shape.models, shape.many, shape.choices) for name, shape in field_shapes(model).items())


def _mapping(rng: Random, model: type[Model], indent: str, depth: int) -> list[str]:
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    lines: list[str] = []
    for name, inside, is_list, choices in _fields(model):
        if rng.random() < (0.97 if name in required else 0.25 if depth else 0.35):
            written = rng.choice(_FOREIGN) if rng.random() < 0.03 else name
            lines += _field(rng, written, inside, is_list, choices, indent, depth)
    if rng.random() < 0.03:
        lines.append(f"{indent}{rng.choice(_FOREIGN)}: {rng.choice(VALUES)}")
    if rng.random() < 0.05:
        lines.insert(rng.randint(0, len(lines)), rng.choice(["# 注", f"{indent}# a: b", "", "   "]))
    return lines or [f"{indent}id: a"]


def _field(rng, name, inside, is_list, choices, indent, depth) -> list[str]:
    """Return the lines of one field."""
    if rng.random() < 0.02:
        is_list = not is_list
    if not is_list and not inside:
        value = rng.choice(choices) if choices and rng.random() < 0.9 else _value(rng, name, indent + "  ")
        return [f"{indent}{name}: {value}"]
    if not is_list:
        return [f"{indent}{name}:", *_mapping(rng, rng.choice(inside), indent + "  ", depth + 1)]
    lines = [f"{indent}{name}:"]
    for _ in range(rng.choice([0, 1, 1, 2, 3]) if depth < 4 else 1):
        if inside and rng.random() < 0.95:
            item = _mapping(rng, rng.choice(inside), indent + "    ", depth + 1)
            lines += [f"{indent}  - {item[0].lstrip()}", *item[1:]]
        else:
            lines.append(f"{indent}  - {_value(rng, '', indent + '    ')}")
    return lines


def _value(rng: Random, name: str, indent: str) -> str:
    """Return a value, most often one that suits the field, over several lines if it has them."""
    usual = {"id": "a", "date": "2023-07-06", "sort": "jia", "url": "https://a.cn", "count": "3", "number": "3"}
    value = usual.get(name, "甲") if rng.random() < 0.7 else rng.choice(VALUES)
    return value.replace("\n", f"\n{indent}")


def _one_sign(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(SIGNS) + text[at + rng.randint(0, 1) :]


def _any_sign(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + chr(rng.choice([rng.randrange(0xD800), rng.randrange(0xE000, 0x110000)])) + text[at:]


def _left_out(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.randint(1, 4) :]


def _cut_off(rng: Random, text: str) -> str:
    return text[: rng.randint(0, len(text))]


def _on_lines(change: Callable[[Random, list[str], int], None]) -> Callable[[Random, str], str]:
    def slip(rng: Random, text: str) -> str:
        lines = text.split("\n")
        change(rng, lines, rng.randrange(len(lines)))
        return "\n".join(lines)

    return slip


def _indented(rng: Random, lines: list[str], at: int) -> None:
    lines[at] = rng.choice([" ", "  ", "\t", "　", "    "]) + lines[at] if rng.random() < 0.6 else lines[at][1:]


def _repeated(rng: Random, lines: list[str], at: int) -> None:
    lines.insert(rng.randint(0, len(lines)), lines[at])


def _added(rng: Random, lines: list[str], at: int) -> None:
    lines.insert(
        at, rng.choice(["-", "- ", "-id: a", "agenda:", "甲", "a b", "---", "...", "  - 甲", "？", ": a", "a:b"])
    )


def _replaced(rng: Random, lines: list[str], at: int) -> None:
    head, colon, _ = lines[at].partition(":")
    lines[at] = f"{head}{colon} {rng.choice(VALUES)}" if rng.random() < 0.8 else f"{head}：{rng.choice(VALUES)}"


def _moved(rng: Random, lines: list[str], at: int) -> None:
    lines.insert(rng.randrange(len(lines)), lines.pop(at))


def _taken(rng: Random, lines: list[str], at: int) -> None:
    del lines[at]
    lines += [] if lines else [""]


def _pasted(rng: Random, lines: list[str], at: int) -> None:
    other = rng.choice(FILES)[1].split("\n")
    start = rng.randrange(len(other))
    lines[at:at] = other[start : start + rng.randint(1, 5)]


SLIPS: tuple[Callable[[Random, str], str], ...] = (
    _one_sign,
    _one_sign,
    _one_sign,
    _any_sign,
    _left_out,
    _cut_off,
    *map(_on_lines, (_indented, _indented, _repeated, _added, _replaced, _replaced, _moved, _taken, _pasted)),
)
