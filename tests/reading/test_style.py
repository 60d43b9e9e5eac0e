"""How Chinese is typed: what is warned of, and what is left alone. The wording is in `mistakes/style.txt`."""

import re
from unittest import mock

import pytest
from chuxin.problems.typed import SourceText
from chuxin.reading import style
from chuxin.reading.style import style_problems
from hypothesis import given, settings
from hypothesis import strategies as st

# A text with a mark before each place that is warned of, and the codes.
MARK = "▲"
WARNED = [
    ("a: 甲▲,乙▲;丙▲:丁▲?戊▲!\n", ["W501"] * 5),
    ("a: 甲▲(乙▲)丙▲.\n", ["W501"] * 3),
    ("a: A▲,甲\n", ["W501"]),
    ('a: 他说▲"好▲"。\n', ["W501"] * 2),
    ("a: '他说▲\"好▲\"。'\n", ["W501"] * 2),
    ("a: 甲▲ 乙▲\u3000丙，▲ 丁\n", ["W502"] * 3),
    ("a: 甲▲乙\n  丙\n", ["W502"]),
    ("a: >-\n  甲\n  乙▲丙\n  丁\n", None),
    ("a: 居▲區的▲會\n", ["W503"] * 2),
    ("a: ▲⼀▲Ａ甲\n", None),
    ("a: 之▲後\n", ["W503"]),
    ("a: 初心▲・高兴\nb: 初心▲•高兴\nc: 初心▲‧高兴\nd: 初心▲.高兴\n", ["W504"] * 4),
    ("a: 甲▲\u200b乙▲\xad\n", ["W505"] * 2),
    ("a: 甲▲\xa0A\n", ["W505"]),
    ("a: ▲“甲乙”\n", ["W506"]),
    ("a:\n  - b: 甲▲,乙\n    c: [丙▲,丁]\n", None),
]
PEACEFUL = [
    "a: 甲，乙；丙：丁？戊！（己）“庚”《辛》。\n",
    "a: A, B (E) 1.5\n",
    "a: 2023年7月6日9:30，A&B，3.5倍，GDP 增长\n",
    "a: 见[甲](https://example.org/a,b?c=d)、<https://example.org/x;y>和[乙](record:people/li)\n",
    "a: |-\n  - 甲\n  - 乙\n\n  1. 丙\n  2. **丁**：戊\n",
    "a: |-\n  甲\n  乙\n",
    "名称: 甲\n職務: x\n",
    "# 说明,说明 說明\na: 甲 # 说明,说明\n",
    "a: 来源写作“與會”\n",
    "a: “甲”和“乙”\n",
    "a: 初心·高兴\nb: 卡尔·马克思\n",
    "a: 著作、乾坤、瞭望\n",
    "a: ①②③ ㎡ 〇 々\n",
    "a: it's “a”\n",
    "a: 甲 A 乙 1 丙\n",
]


def unmarked(text: str) -> tuple[str, list[int]]:
    before, *rest = text.split(MARK)
    places = []
    for part in rest:
        places.append(len(before))
        before += part
    return before, places


def offsets(text: str) -> list[tuple[int, str]]:
    lines = text.split("\n")
    found = style_problems(SourceText("a.yml", text))
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    return sorted((starts[one.span.line - 1] + one.span.column - 1, one.code) for one in found)


@pytest.mark.parametrize(("text", "codes"), [row for row in WARNED if row[1]])
def test_warns(text, codes):
    plain, places = unmarked(text)
    assert offsets(plain) == list(zip(places, codes, strict=True))


@pytest.mark.parametrize("text", PEACEFUL)
def test_leaves_in_peace(text):
    assert offsets(text) == []


signs = st.sampled_from("甲乙，。：,;:?!().\"'・•·．\u200b\xa0　 A1區⼀Ａ“”《》[]-")


forms = st.sampled_from(["a: '{}'", "a: |-\n  {}", "a: >-\n  {}"])


@settings(deadline=None, max_examples=600)
@given(st.lists(st.text(signs, min_size=1, max_size=12), min_size=1, max_size=4), forms)
def test_the_first_look_misses_nothing(lines, form):
    """What is found without the first look is found with it."""
    value = "\n  ".join(f"x{line}".replace("'", "") for line in lines)
    source = SourceText("a.yml", form.format(value) + "\n")
    found = sorted(style_problems(source))
    with mock.patch.object(style, "_first_looks", lambda: (re.compile(""),)):
        assert found == sorted(style_problems(source))
