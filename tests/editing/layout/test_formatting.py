"""The canonical layout: nothing but the layout changes, and every comment stays with what it is said of."""

import re
from collections import Counter

import pytest
from chuxin.editing.layout import formatting
from chuxin.editing.layout.formatting import formatted
from chuxin.problems.typed import SourceText, decode
from chuxin.reading.parsing import parse
from chuxin.reading.slips import structural_lines
from chuxin.records.meetings import Meeting
from chuxin.records.people import Person
from chuxin.records.settings import Settings
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import canonical, data_of, each_file, model_of, shown, some_file, typed_again

LONG = "一二三四五六七八九十" * 4


ORDER = [
    (Person, "note: n\nsort: s\nid: i\nname: 名\n", "id: i\nname: 名\nsort: s\nnote: n\n"),
    (Person, "zz: 1\nname: 名\naa: 2\nid: i\n", "id: i\nname: 名\nzz: 1\naa: 2\n"),
    (Settings, "other: 1\nfictional: true\n", "fictional: true\nother: 1\n"),
    (
        Meeting,
        "attendance:\n  groups:\n    - count: 3\n      name: 家\n  people:\n    - role: 主持\n      person: li\n",
        "attendance:\n  people:\n    - person: li\n      role: 主持\n  groups:\n    - name: 家\n      count: 3\n",
    ),
    # a post is a text or fields
    (
        Meeting,
        "agenda:\n  - posts:\n      - 主任\n      - organization: o\n        title: 长\n    type: remarks\n    id: a\n",
        "agenda:\n  - id: a\n    type: remarks\n    posts:\n      - 主任\n      - title: 长\n        organization: o\n",
    ),
    # fields below one that nobody knows stay as they are
    (Person, "zz:\n  note: 1\n  id: 2\nid: i\n", "id: i\nzz:\n  note: 1\n  id: 2\n"),
    # so do those of an item that does not say what it is
    (Meeting, "agenda:\n  - note: 1\n    id: 2\n", "agenda:\n  - note: 1\n    id: 2\n"),
    (Meeting, "agenda:\n  - type: x\n    id: 2\n", "agenda:\n  - type: x\n    id: 2\n"),
    # the items of a list stay in their order, whatever they are
    (Person, "other_names:\n  - 乙\n  - 甲\n", "other_names:\n  - 乙\n  - 甲\n"),
    (Person, "name:\n  id: 1\nsort:\n  - a: 1\n", "name:\n  id: 1\nsort:\n  - a: 1\n"),
]


AGENDA = [
    (
        "decision",
        "releases: [r]\nadmits: [{organizations: [o], body: b}]\nresult: 通过\nmotion: 《m》",
        "motion result admits releases",
    ),
    (
        "statement",
        "text: t\nform: 概述\nspeaker: s\ncapacity: c\non_behalf_of: [b]",
        "speaker capacity on_behalf_of form text",
    ),
    (
        "report",
        "form: 概述\noutcome: o\ntext: t\norganization: g\nspeaker: s",
        "speaker organization outcome form text",
    ),
    ("remarks", "text: t\nposts: [p]\nspeaker: s\ntitle: 题", "title speaker posts text"),
    ("founding", "text: t\norganization: o", "organization text"),
    ("unveiling", "text: t\norganization: o\ntitle: 题", "title organization text"),
    ("launch", "sources: [s]\nbrand: b", "brand sources"),
    ("signing", "note: n\norganizations: [o]\ndocument: 《d》", "document organizations note"),
]


LEVELS = [
    # indentation
    ("names:\n- a\n- b\n", "names:\n  - a\n  - b\n"),
    ("names:\n      - a\n      - b\n", "names:\n  - a\n  - b\n"),
    ("names:\n-   a\n-\n  b\n", "names:\n  - a\n  - b\n"),
    ("agenda:\n-\n    id: a\n    type: launch\n", "agenda:\n  - id: a\n    type: launch\n"),
    ("agenda:\n-   id: a\n    admits:\n    - body: b\n", "agenda:\n  - id: a\n    admits:\n      - body: b\n"),
    ("attendance:\n   groups: []\n", "attendance:\n  groups: []\n"),
    ("  id: a\n  date: 2031\n", "id: a\ndate: 2031\n"),
    ("names:\n- - a\n  - b\n-\n  - - c\n", "names:\n  - - a\n    - b\n  - - - c\n"),
    # spaces, tabs and line ends
    ("id:    a  \ndate: 2031  \nbody : b\n", "id: a\ndate: 2031\nbody: b\n"),
    ("id: a", "id: a\n"),
    ("id: a\n\n\n", "id: a\n"),
    ("\n\nid: a\n", "id: a\n"),
    ("id:\n  a\n", "id: a\n"),
    ("id:\n\n  a\n", "id: a\n"),
    # nothing in it
    ("id: a\nbody:  \ntime: ~\nvenue: null\nnames: [ ]\nattendance: { }\n", None),
    ("? id\n: a\n? body\n", "id: a\nbody:\n"),
    # in brackets
    ("names: [a, 'b', \"c d\"]\n", "names:\n  - a\n  - b\n  - c d\n"),
    ("{id: a, date: 2031, names: [x]}\n", "id: a\nnames:\n  - x\ndate: 2031\n"),
    ("agenda: [{id: a, type: founding}, {id: b,}]\n", "agenda:\n  - id: a\n    type: founding\n  - id: b\n"),
    ("names: [\n    a,\n\n    b\n  ]\nbody: {}\n", "names:\n  - a\n\n  - b\nbody: {}\n"),
    ("names: [a: 1, [b, []], {}]\n", "names:\n  - a: 1\n  - - b\n    - []\n  - {}\n"),
    ("attendance: {a, b: }\n", "attendance:\n  a:\n  b:\n"),
    # the marks around a document
    ("---\nid: a\n", "id: a\n"),
    ("--- {id: a}\n...\n", "id: a\n"),
    ("# 甲\n%YAML 1.2\n---\nid: a\n...\n# 乙\n", "# 甲\n\nid: a\n\n# 乙\n"),
    ("# 甲\n--- # 乙\nid: a\n", "# 甲\n\n# 乙\nid: a\n"),
]


COMMENTS = [
    # behind something
    ("id: a   # 甲\nnames:     # 乙\n- b    #丙\n", "id: a # 甲\nnames: # 乙\n  - b #丙\n"),
    ("body:   # 甲\nid: a # 乙\n", "id: a # 乙\nbody: # 甲\n"),
    ("note: |-   # 甲\n   一\n   二\n", "note: |- # 甲\n  一\n  二\n"),
    ("id: 'a'# 甲\n", "id: a # 甲\n"),
    ("names: []   # 甲\n", "names: [] # 甲\n"),
    ("names: [a,   # 甲\n  b   # 乙\n  ]   # 丙\n", "names: # 丙\n  - a # 甲\n  - b # 乙\n"),
    ("names: [  # 甲\n  a]\n", "names: # 甲\n  - a\n"),
    ("names: [  # 甲\n  a]  # 乙\n", "# 甲\nnames: # 乙\n  - a\n"),
    ("agenda:\n- type: launch # 甲\n  id: a # 乙\n", "agenda:\n  - id: a # 乙\n    type: launch # 甲\n"),
    ("agenda:\n- # 甲\n  id: a\n- {id: b} # 乙\n", "agenda:\n  # 甲\n  - id: a\n  # 乙\n  - id: b\n"),
    (f"note: {LONG}\n   {LONG}   # 甲\n", f"note: {LONG}\n  {LONG} # 甲\n"),
    # behind something and on below
    ("date: 2031   # 甲\n             # 乙\nid: a\n", "id: a\n# 甲\n# 乙\ndate: 2031\n"),
    ("names: # 甲\n       # 乙\n- a\n", "# 甲\n# 乙\nnames:\n  - a\n"),
    # above a field
    ("# 甲\ndate: 2031\n# 乙\nid: a\n", "# 乙\nid: a\n# 甲\ndate: 2031\n"),
    ("date: 2031\n# 甲\n# 乙\nid: a\n", "# 甲\n# 乙\nid: a\ndate: 2031\n"),
    ("date: 2031\n  # 甲\nid: a\n", "# 甲\nid: a\ndate: 2031\n"),
    ("names:\n- a\n# 甲\ndate: 2031\n", "names:\n  - a\n# 甲\ndate: 2031\n"),
    ("names:\n  - a\n# 甲\n  # 乙\ndate: 2031\n", "names:\n  - a\n# 甲\n# 乙\ndate: 2031\n"),
    ("date: # 甲\n  # 乙\n  2031\n", "# 甲\n# 乙\ndate: 2031\n"),
    ("{date: 2031,\n# 甲\nid: a}\n", "# 甲\nid: a\ndate: 2031\n"),
    # above an item, or its first field
    ("names:\n# 甲\n- a\n# 乙\n- b\n", "names:\n  # 甲\n  - a\n  # 乙\n  - b\n"),
    (
        "agenda:\n- type: launch\n  # 甲\n  id: a\n-\n  # 乙\n  type: launch\n  id: b\n",
        "agenda:\n  # 甲\n  - id: a\n    type: launch\n  - id: b\n    # 乙\n    type: launch\n",
    ),
    # after the last of a level
    ("names:\n   - a\n   # 甲\n\n   # 乙\ndate: 2031\n", "names:\n  - a\n  # 甲\n\n  # 乙\ndate: 2031\n"),
    (
        "attendance:\n    groups:\n    - name: a\n      # 甲\n    # 乙\n    people: []\n    # 丙\nid: a\n# 丁\n",
        "id: a\nattendance:\n  # 乙\n  people: []\n  groups:\n    - name: a\n      # 甲\n  # 丙\n# 丁\n",
    ),
    ("names:\n- a\n# 甲\n", "names:\n  - a\n# 甲\n"),
    ("names:\n- a\n  # - b\n", "names:\n  - a\n  # - b\n"),
    ("names: [a,\n # 甲\n]\n", "names:\n  - a\n  # 甲\n"),
    # in the place of a value
    ("names:\n   # - a\n   # - b\nid: a\n", "id: a\nnames:\n  # - a\n  # - b\n"),
    ("names: []\n    # - a\nid: a\n", "id: a\nnames: []\n  # - a\n"),
    ("names: [\n # 甲\n]\nid: a\n", "id: a\nnames: []\n  # 甲\n"),
    ("names:\n- # 甲\n  # - a\n- b\n", "names:\n  # 甲\n  # - a\n  -\n  - b\n"),
    # of the whole record
    ("# 甲\n\n# 乙\ndate: 2031\nid: a\n", "# 甲\n\nid: a\n# 乙\ndate: 2031\n"),
    (
        "# yaml-language-server: $schema=x\ndate: 2031\nid: a\n",
        "# yaml-language-server: $schema=x\nid: a\ndate: 2031\n",
    ),
    # no comments
    ("id: a#b\nnote: '# a'\ntime: |-\n  # a\n\n  # b\nbody: \"a # b\"\n", None),
]


BLANKS = [
    ("id: a\n\n\n\ndate: 2031\n", "id: a\n\ndate: 2031\n"),
    ("names:\n\n- a\n\n\n- b\n\ndate: 2031\n", "names:\n  - a\n\n  - b\n\ndate: 2031\n"),
    ("agenda:\n\n  # 甲\n\n  - id: a\n", "agenda:\n  # 甲\n\n  - id: a\n"),
    ("agenda:\n-\n\n  id: a\n", "agenda:\n  - id: a\n"),
    ("note: n\n\ndate: 2031\nid: a\n", "id: a\n\ndate: 2031\nnote: n\n"),
    ("date: 2031\n\nid: a\n", "id: a\ndate: 2031\n"),
    ("id: a\n\n# 甲\n\n\n# 乙\n\n", "id: a\n\n# 甲\n\n# 乙\n"),
]


TEXTS = [
    # as they are
    ("note: |-\n      一\n        二\n\n      三\n", "note: |-\n  一\n    二\n\n  三\n"),
    ("note: |-\n 一\n 二  \n\n\nid: a\n", "id: a\nnote: |-\n  一\n  二  \n"),
    ("agenda:\n- type: founding\n  text: |-\n        一\n         二\n", None),
    ("names:\n- |-\n   一\n   二\n", "names:\n  - |-\n    一\n    二\n"),
    ("note: |2-\n    一\n  二\n", "note: |2-\n    一\n  二\n"),
    ("note: |4-\n      一\n    二\n", "note: |2-\n    一\n  二\n"),
    ("note: |2-\n  一\n  二\n", "note: |-\n  一\n  二\n"),
    ("note: |-2\n  \t一\n", "note: |2-\n  \t一\n"),
    ("note: |-\n  一\n     \n  二\n", "note: |-\n  一\n     \n  二\n"),
    ("note: |-\n\n\n    一\n", "note: |-\n\n\n  一\n"),
    # how they end
    ("note: |\n    一\n", "note: |\n  一\n"),
    ("note: |\n    一", "note: |-\n  一\n"),
    ("note: |+\n    一\n", "note: |\n  一\n"),
    ("note: |+\n    一\n\n\nid: a\n", "id: a\nnote: |+\n  一\n\n\n"),
    ("time: |+\n  一\n\nbody: b\n\nnote: n\n", "time: |+\n  一\n\nbody: b\n\nnote: n\n"),
    ("note: |-\nid: a\n", "id: a\nnote: ''\n"),
    # joined by YAML
    ("note: >-\n     一\n     二\n\n       三\n     四\n", "note: >-\n  一\n  二\n\n    三\n  四\n"),
    ("note: >\n a\n b\n\n\nid: a\n", "id: a\nnote: >\n  a\n  b\n"),
    ("note: >2-\n     一\n  二\n", "note: |2-\n     一\n  二\n"),
    # on several lines without a sign
    ("note: 一\n   二\n     三\n", "note: 一 二 三\n"),
    ("note:\n   一\n   二\n", "note: 一 二\n"),
    ("note: 一\n   二\n\n   三\n", "note: |-\n  一 二\n  三\n"),
    (f"note: {LONG}\n     {LONG}\n", f"note: {LONG}\n  {LONG}\n"),
    (f"names: [{LONG}\n  {LONG}]\n", f"names:\n  - {LONG}\n    {LONG}\n"),
    ("note: '一\n   二'\n", "note: 一 二\n"),
    ("note: 'a: 一\n   二'\n", "note: 'a: 一 二'\n"),
    ('note: "一\n   二\n\n   三: 四"\n', "note: |-\n  一 二\n  三: 四\n"),
    ('note: "一\\\n   二"\n', "note: 一二\n"),
    (f"note: '{LONG}\n   {LONG}'\n", f"note: {LONG}\n  {LONG}\n"),
]


@pytest.mark.parametrize(("model", "before", "after"), ORDER)
def test_fields_stand_in_their_order(model, before, after):
    assert shown(before, model) == after


@pytest.mark.parametrize(("kind", "fields", "order"), AGENDA, ids=[kind for kind, _, _ in AGENDA])
def test_items_of_an_agenda_have_the_order_of_their_type(kind, fields, order):
    item = f"- {fields}\ntype: {kind}\nid: a".replace("\n", "\n  ")
    data = data_of(shown(f"agenda:\n{item}\n"))
    assert list(data["agenda"][0]) == ["id", "type", *order.split()]
    if kind == "decision":
        assert list(data["agenda"][0]["admits"][0]) == ["body", "organizations"]


@pytest.mark.parametrize(("before", "after"), [*LEVELS, *COMMENTS, *BLANKS, *TEXTS])
def test_takes_its_canonical_layout(before, after):
    text = shown(before)
    if after is not None:
        assert text == after
    assert data_of(text) == data_of(before)
    assert shown(text) == text


@pytest.mark.parametrize("text", ["一\n", "- b\n-   a\n", "{}\n", "[]", "''", "|-\n   a\n"])
def test_what_is_no_record_stays_as_it_is(text):
    assert shown(text) == text


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r"])
def test_line_breaks_of_any_system_become_the_same(mark, line_break):
    content = mark + "names:\n- 甲 # 乙\n\nid: a\nnote: |-\n  一\n\n  二\n".encode().replace(b"\n", line_break)
    source = decode("a.yml", content)
    assert formatted(source, Meeting) == "id: a\nnames:\n  - 甲 # 乙\nnote: |-\n  一\n\n  二\n"


@pytest.mark.parametrize(
    ("name", "wrong"), [("_level_lines", []), ("_level_lines", ["id: b"]), ("_level_lines", ["id: a"])]
)
def test_a_record_stays_as_it_is_when_something_would_be_lost(monkeypatch, name, wrong):
    monkeypatch.setattr(formatting, name, lambda *_: wrong)
    assert shown("id:   a # 甲\n") == "id:   a # 甲\n"


@each_file
def test_records_lose_nothing_and_are_canonical_afterwards(path):
    typed, text = path.read_text("utf-8"), canonical(path)
    assert data_of(text) == data_of(typed)
    assert Counter(text.splitlines()) == Counter(typed.splitlines())
    assert shown(text, model_of(path)) == text


@each_file
def test_wider_indentation_and_loose_spaces_make_no_difference(path):
    lines = canonical(path).split("\n")
    loose = [re.sub("^ +", lambda spaces: 2 * spaces[0], line) for line in lines]
    for number in structural_lines(lines):
        line = re.sub("^( *-) ", r"\1   ", loose[number])
        blank = "\n \n" if number and not lines[number - 1] else ""
        loose[number] = blank + re.sub(r"(?<=\w): ", ":   ", line, count=1) + "  "
    assert shown("\n\n" + "\n".join(loose) + "\n\n", model_of(path)) == canonical(path)


# Where there is `true`, or a text of one line below the sign for several, it matters how it was typed.
@settings(deadline=None, max_examples=150)
@given(some_file.filter(lambda path: path.name not in ("archive.yml", "2031-10-23.yml")), st.integers(0, 10**6))
def test_a_record_typed_in_another_layout_becomes_the_same(path, seed):
    data = data_of(path.read_text("utf-8"))
    again = typed_again(data, seed)
    assert data_of(again) == data
    lines = [line for line in shown(again, model_of(path)).splitlines() if line.strip()]
    assert lines == [line for line in canonical(path).splitlines() if line.strip()]


FRAGMENTS = [
    "a", "b: ", "id: ", "names:\n", "agenda:\n", "- ", "- ", "\n", "\n", "  ", "    ", "# c", " # d\n", "|-\n", "|+\n",
    ">\n", "[", "]", "{", "}", ", ", "'x'", '"y z"', "~", "? ", "---\n", "...\n", "\t", "type: report", "文",
]  # fmt: skip


@settings(deadline=None, max_examples=500)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_whatever_can_be_read_is_laid_out_for_good(text):
    source = SourceText("a.yml", text)
    try:
        data, problems = parse(source)
    except Exception as error:
        assert type(error).__name__ == "NotYaml"
        return
    if not problems:
        result = formatted(source, Meeting)
        assert data_of(result) == data
        assert shown(result) == result
