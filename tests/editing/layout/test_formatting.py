"""The canonical layout: nothing but the layout changes, and every comment stays with what it is said of."""

import errno
import random
import re
from collections import Counter
from pathlib import Path
from unittest import mock

import pytest
import yaml
from chuxin.editing.layout import formatting
from chuxin.editing.layout.archive import format_archive
from chuxin.editing.layout.formatting import formatted
from chuxin.problems.typed import SourceText, decode
from chuxin.reading.parsing import parse
from chuxin.reading.slips import structural_lines
from chuxin.records.kinds import KINDS
from chuxin.records.meetings import Meeting
from chuxin.records.people import Person
from chuxin.records.settings import Settings
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent.parent.parent
FILES = sorted([*(ROOT / "data").rglob("*.yml"), *(ROOT / "tests" / "sample").rglob("*.yml")])
LONG = "一二三四五六七八九十" * 4


def shown(text: str, model=Meeting) -> str:
    return formatted(SourceText("a.yml", text), model)


def data_of(text: str):
    data, problems = parse(SourceText("a.yml", text))
    assert problems == []
    return data


def model_of(path: Path):
    return KINDS.get(path.parent.name, Settings)


def canonical(path: Path) -> str:
    return formatted(decode(path.name, path.read_bytes()), model_of(path))


# --- before and after -------------------------------------------------------------------------------------------------

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


# What is typed, and what is left of it when it is not the same.
QUOTES = [
    ("'一'", "一"),
    ('"一"', "一"),
    ("'2023-07-06'", "2023-07-06"),
    ("'2023-07'", "2023-07"),
    ("'46'", "46"),
    ("'3.5'", "3.5"),
    ("'a-b'", "a-b"),
    ("'《题》'", "《题》"),
    ("'“甲”、“乙”'", "“甲”、“乙”"),
    ("'https://example.org/a?b=c#d'", "https://example.org/a?b=c#d"),
    ("'甲：乙'", "甲：乙"),
    ("'it''s'", "it's"),
    ('"\\u6587"', "文"),
    ('"a: b"', "'a: b'"),
    ('"a #b"', "'a #b'"),
    ('"a:"', "'a:'"),
    ('" a"', "' a'"),
    ('"it\'s: b"', None),
    ('"a\\tb"', None),
    ('"a\\nb"', None),
    ('"\\u3000a"', None),
    ('"\\u200b"', None),
    ("'a\u3000b'", None),
    ('""', "''"),
    ('"null"', "'null'"),
    ("'~'", None),
    ("'true'", None),
    ("'No'", None),
    ("'y'", None),
    ("'012'", None),
    ("'1.50'", None),
    ("'1_000'", None),
    ("'0x1F'", None),
    ("'1e3'", None),
    ("'14:30'", None),
    ("'2023-07-06 10:00:00'", None),
    ("'.5'", None),
    ("'+5'", None),
    ("'-5'", None),
    ("'=' ", "'='"),
    ("'<<'", None),
    ("'<b>'", "<b>"),
    ("'@a'", None),
    ("'`a`'", None),
    ("'%a'", None),
    ("'*粗*'", None),
    ("'&a'", None),
    ("'!a'", None),
    ("'- a'", None),
    ("'[a]'", None),
    ("'{a}'", None),
    ("'|'", None),
    ("'>'", None),
    ("'#a'", None),
    ("'? a'", None),
    ("','", None),
    # nothing is ever put into quotes that stood there without
    ("true", None),
    ("012", None),
    ("~", None),
    ("14:30", None),
    ("a 'b' \"c\"", None),
]


@pytest.mark.parametrize(("typed", "left"), QUOTES)
def test_quotes_stay_where_they_are_needed(typed, left):
    wanted = typed if left is None else left
    assert shown(f"id: a\nnames:\n  - {typed}\nnote: {typed}\n") == f"id: a\nnames:\n  - {wanted}\nnote: {wanted}\n"


@pytest.mark.parametrize(
    ("typed", "left"),
    [("'甲'", "甲"), ('"a: b"', "'a: b'"), ("''", "''"), ("? 'a\n  b'\n", "a b"), ("'true'", "'true'"), ("~", "~")],
)
def test_names_of_fields_need_no_quotes_either(typed, left):
    assert shown(f"id: a\n{typed}: 1\n") == f"id: a\n{left}: 1\n"


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


# --- the records that there are ---------------------------------------------------------------------------------------

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
some_file = st.sampled_from(FILES)


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


class Typist(yaml.SafeDumper):
    """Types data in a way of its own: with quotes or without, in brackets or not."""

    chance = random.Random(0)

    def ignore_aliases(self, data):
        """Tell that a value is written out each time."""
        return True


def _type_text(typist, text):
    # In brackets, what holds a full-width comma is refused without quotes.
    styles = ["'", '"'] if re.search("[，、]", text) else [None, "'", '"']
    style = "|" if "\n" in text else typist.chance.choice(styles)
    return typist.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _type_list(typist, items):
    return typist.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_in_brackets(typist, items))


def _type_fields(typist, fields):
    fields = list(fields.items())
    typist.chance.shuffle(fields)
    return typist.represent_mapping("tag:yaml.org,2002:map", fields, flow_style=_in_brackets(typist, fields))


def _in_brackets(typist, value) -> bool:
    return "\\n" not in repr(value) and typist.chance.random() < 0.2


Typist.add_representer(str, _type_text)
Typist.add_representer(list, _type_list)
Typist.add_representer(dict, _type_fields)
# Quotes only where they are needed in this project's reading: everything is a text.
Typist.yaml_implicit_resolvers = {}


def typed_again(data, seed: int) -> str:
    """Return data as a text in some layout."""
    Typist.chance = random.Random(seed)
    options = {"indent": Typist.chance.choice([2, 3, 4, 7]), "width": 10**9, "allow_unicode": True, "sort_keys": False}
    return yaml.dump(data, Dumper=Typist, **options)


# Where there is `true`, or a text of one line below the sign for several, it matters how it was typed.
@settings(deadline=None, max_examples=150)
@given(some_file.filter(lambda path: path.name not in ("archive.yml", "2031-10-23.yml")), st.integers(0, 10**6))
def test_a_record_typed_in_another_layout_becomes_the_same(path, seed):
    data = data_of(path.read_text("utf-8"))
    again = typed_again(data, seed)
    assert data_of(again) == data
    lines = [line for line in shown(again, model_of(path)).splitlines() if line.strip()]
    assert lines == [line for line in canonical(path).splitlines() if line.strip()]


@settings(deadline=None, max_examples=300)
@given(some_file, st.integers(0, 10**6), st.data())
def test_no_comment_is_lost_wherever_it_stands(path, seed, draw):
    data = data_of(path.read_text("utf-8"))
    text = draw.draw(st.sampled_from([typed_again(data, seed), path.read_text("utf-8")]))
    marks = []
    for number in range(draw.draw(st.integers(1, 8))):
        lines = text.split("\n")
        at = draw.draw(st.integers(0, len(lines) - 1))
        mark = f"# 注{number}。"
        indent = " " * draw.draw(st.integers(0, 8))
        behind = f"{lines[at]} {mark}"
        choices = [[indent + mark, lines[at]], ["", lines[at]], [behind], [behind, " " * behind.rfind("#") + mark]]
        changed = draw.draw(st.sampled_from(choices))
        candidate = "\n".join([*lines[:at], *changed, *lines[at + 1 :]])
        if _reads_as(candidate, data):
            text = candidate
            marks += [mark] * "".join(changed).count(mark)
    result = shown(text, model_of(path))
    assert data_of(result) == data
    assert Counter(re.findall("# 注[0-9]。", result)) == Counter(marks)
    assert shown(result, model_of(path)) == result
    assert "\n\n\n" not in result and result[0] != "\n"
    assert all(line == line.rstrip() for line in result.split("\n"))


def _reads_as(text: str, data) -> bool:
    """Tell whether a text is still read as the same: a line inside of a text is no comment."""
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader) == yaml.load(yaml.dump(data), Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return False


def shuffled(lines: list[str], chance: random.Random) -> list[str]:
    """Return the lines of a level with the fields in another order, each together with the comment above it."""
    starts = [at for at, line in enumerate(lines) if line[:1].strip() and not (at and lines[at - 1].startswith("#"))]
    parts = [lines[start:end] for start, end in zip(starts, (*starts[1:], len(lines)), strict=True)]
    if lines[0].startswith("- "):
        for part in parts:
            if re.match(r"- \w+:( |$)", part[0]):
                inside = [part[0][2:], *(line[2:] for line in part[1:])]
                part[:] = ["-", *("  " + line for line in shuffled(inside, chance))]
        return [line for part in parts for line in part]
    for part in parts:
        head = next(at for at, line in enumerate(part, 1) if not line.startswith("#"))
        if part[head:] and "|-" not in part[head - 1]:
            inside = shuffled([line[2:] for line in part[head:]], chance)
            part[head:] = ["  " + line for line in inside]
    chance.shuffle(parts)
    return [line for part in parts for line in part]


@each_file
@pytest.mark.parametrize("seed", range(3))
def test_comments_move_with_their_fields(path, seed):
    lines = canonical(path).rstrip("\n").split("\n")
    for number in structural_lines(list(lines)):
        line = lines[number]
        indent = line[: len(line) - len(line.lstrip())]
        above = "" if line.lstrip().startswith("-") else f"{indent}# above {line.strip()}\n"
        lines[number] = f"{above}{line} # behind {line.strip()}"
    lines = [line for line in "\n".join(lines).split("\n") if line]
    text = "\n".join([*lines, ""])
    assert shown(text, model_of(path)) == text
    assert shown("\n".join(shuffled(lines, random.Random(seed))), model_of(path)) == text


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


# --- a whole archive --------------------------------------------------------------------------------------------------

LI = "id: li\nname: 李\nsort: li\n"


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    """An archive that reports call `data`: of its files four are not canonical, and one cannot be read."""
    monkeypatch.chdir(tmp_path)
    files = {
        "archive.yml": b"fictional:  true\n",
        "people/li.yml": LI.encode(),
        "people/order.yml": "name: 名\nid: order\n".encode(),
        "people/windows.yml": b"\xef\xbb\xbf" + LI.replace("\n", "\r\n").encode(),
        "people/wrong.yml": "id:  wrong\nname：名\n".encode(),
        "people/.hidden.yml": b"id:  hidden\n",
        "people/notes.txt": b"id:  notes\n",
        "listings/needs.yml": b"id:  needs",
        "docs/page.yml": b"id:  page\n",
    }
    for name, content in files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "data/people/link.yml").symlink_to(tmp_path / "data/people/order.yml")
    (tmp_path / "data/brands").symlink_to(tmp_path / "data/people")
    return Path("data")


CHANGED = ["data/archive.yml", "data/listings/needs.yml", "data/people/order.yml", "data/people/windows.yml"]


def content_of(root: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_an_archive_is_looked_at_without_a_change(root):
    before = content_of(root)
    changed, problems = format_archive(root, write=False)
    assert sorted(path.as_posix() for path in changed) == CHANGED
    assert {(problem.span.path, problem.code) for problem in problems} == {("data/people/wrong.yml", "E112")}
    assert content_of(root) == before


def test_an_archive_is_rewritten_once(root):
    before = content_of(root)
    (root / "people/order.yml").chmod(0o640)
    changed, problems = format_archive(root, write=True)
    after = content_of(root)
    assert sorted(path.as_posix() for path in changed) == CHANGED
    assert len(problems) == 1
    assert {name for name in after if after[name] != before.get(name)} - {"data/people/link.yml"} == set(CHANGED)
    assert set(after) == set(before)
    assert after["data/people/windows.yml"] == LI.encode()
    assert after["data/people/order.yml"] == "id: order\nname: 名\n".encode()
    assert (root / "people/order.yml").stat().st_mode & 0o777 == 0o640
    assert (root / "people/link.yml").is_symlink()
    assert format_archive(root, write=True) == ([], problems)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EACCES, "没有写的权限"),
        (errno.EROFS, "没有写的权限"),
        (errno.ENOENT, "文件或文件夹不见了"),
        (errno.EIO, "系统不让写"),
    ],
)
def test_a_file_that_cannot_be_written_is_a_problem_and_the_rest_goes_on(root, monkeypatch, number, reason):
    before = content_of(root)

    def fail(path, old, new):
        if path.name != "order.yml":
            raise OSError(number, "")
        path.write_bytes(new)

    monkeypatch.setattr("chuxin.editing.layout.archive.replace", fail)
    changed, problems = format_archive(root, write=True)
    assert [path.name for path in changed] == ["order.yml"]
    others = [name for name in CHANGED if "order" not in name]
    assert sorted(one.span.path for one in problems if one.code == "E220" and reason in one.message) == others
    assert {name for name, content in content_of(root).items() if content != before[name]} == {
        "data/people/link.yml",
        "data/people/order.yml",
    }


def test_a_read_only_file_and_one_with_two_names_stay(root):
    (root / "people/order.yml").chmod(0o444)
    (root / "listings/other.txt").hardlink_to(root / "listings/needs.yml")
    before = content_of(root)
    changed, problems = format_archive(root, write=True)
    assert sorted(path.name for path in changed) == ["archive.yml", "windows.yml"]
    said = {one.span.path: one.message for one in problems if one.code == "E220"}
    assert "只读" in said["data/people/order.yml"] and "硬链接" in said["data/listings/needs.yml"]
    assert all(content_of(root)[path] == before[path] for path in said)


def test_a_folder_that_cannot_be_read_is_told(root, monkeypatch):
    monkeypatch.setattr("chuxin.archive.loading.os.scandir", mock.Mock(side_effect=PermissionError))
    assert {(one.span.path, one.code) for one in format_archive(root, write=True)[1]} == {
        ("data", "E123"),
        ("data/people", "E123"),
        ("data/listings", "E123"),
    }


def test_what_a_killed_run_left_goes_unless_it_stands_nowhere_else(root):
    people = root / "people"
    left = {
        ".chuxin-new.aaaaaaaa.li.yml": "id: l",
        ".chuxin-old.aaaaaaaa.li.yml": LI,
        ".chuxin-old.bbbbbbbb.li.yml": LI.replace(": ", ":   "),
        ".chuxin-old.cccccccc.li.yml": LI.replace("李", "黎"),
        ".chuxin-old.dddddddd.gone.yml": LI,
    }
    for name, text in left.items():
        (people / name).write_text(text, encoding="utf-8")
    kept = [f"data/people/.chuxin-old.{name}.yml" for name in ("cccccccc.li", "dddddddd.gone")]
    looked = format_archive(root, write=False)[1]
    assert all((people / name).exists() for name in left)
    mended = format_archive(root, write=True)[1]
    for problems in (looked, mended):
        assert sorted(one.span.path for one in problems if one.code == "E221") == kept
    assert sorted(path.as_posix() for path in people.glob(".chuxin-*")) == kept
    assert [one.span.path for one in format_archive(root, write=True)[1] if one.code == "E221"] == kept


def test_an_empty_archive_has_nothing_to_lay_out(tmp_path):
    assert format_archive(tmp_path, write=True) == ([], [])
