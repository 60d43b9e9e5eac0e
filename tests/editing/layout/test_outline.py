"""A record as its editor laid it out: what each comment and each blank line belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from chuxin.editing.layout.comments import notes
from chuxin.editing.layout.outline import Entry, Level, outline
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import data_of, each_file, reads_as, some_file, typed_again


def outlined(text: str) -> Level:
    return outline(text, yaml.compose(text, Loader=yaml.CBaseLoader))


def plainly(level: Level) -> dict[str, Any]:
    """Return an outline as plain data, without what is empty."""
    found: dict[str, Any] = {}
    for number, entry in enumerate(level.entries):
        parts = {
            "before": entry.before,
            "remark": entry.remark,
            "lines": entry.lines,
            "level": plainly(entry.level) if entry.level else None,
            "below": entry.below,
        }
        found[entry.key or f"- {number}"] = {name: part for name, part in parts.items() if part}
    return {**found, "end": level.end} if level.end else found


OUTLINES = [
    # values, on one line and on several
    ("a: b\nc: d\n", {"a": {"lines": ["b"]}, "c": {"lines": ["d"]}}),
    ("a: |-\n  一\n  # 二\n", {"a": {"lines": ["|-", "一", "# 二"]}}),
    ("a:\n  - b\n  - c\n", {"a": {"level": {"- 0": {"lines": ["b"]}, "- 1": {"lines": ["c"]}}}}),
    ("a: [b, c]\n", {"a": {"level": {"- 0": {"lines": ["b"]}, "- 1": {"lines": ["c"]}}}}),
    ("a: []\nb: {}\n", {"a": {"lines": ["[]"]}, "b": {"lines": ["{}"]}}),
    ("a:\n", {"a": {"lines": [""]}}),
    ("a: 'b'\n", {"a": {"lines": ["b"]}}),
    # a comment on a line of its own belongs to what follows
    (
        "# 甲\na: b\n# 乙\nc: d\n",
        {"a": {"before": ["# 甲"], "lines": ["b"]}, "c": {"before": ["# 乙"], "lines": ["d"]}},
    ),
    ("a: b\n\n# 乙\nc: d\n", {"a": {"lines": ["b"]}, "c": {"before": ["", "# 乙"], "lines": ["d"]}}),
    # behind something, to that
    ("a: b # 甲\nc: d\n", {"a": {"lines": ["b"], "remark": "# 甲"}, "c": {"lines": ["d"]}}),
    ("a: # 甲\n  - b\n", {"a": {"level": {"- 0": {"lines": ["b"]}}, "remark": "# 甲"}}),
    # one that goes on below, in the same column, leaves the line
    ("a: b # 甲\n     # 乙\n", {"a": {"before": ["# 甲", "# 乙"], "lines": ["b"]}}),
    # after the last field, to the level, as far as it is indented like one
    ("a:\n  - b\n  # 甲\n# 乙\n", {"a": {"level": {"- 0": {"lines": ["b"]}, "end": ["# 甲"]}}, "end": ["# 乙"]}),
    ("a: b\n\n# 甲\n\n", {"a": {"lines": ["b"]}, "end": ["", "# 甲"]}),
    ("{a: b}\n# 甲\n", {"a": {"lines": ["b"]}, "end": ["# 甲"]}),
    ("a:\n- b\n# 甲\n", {"a": {"level": {"- 0": {"lines": ["b"]}}}, "end": ["# 甲"]}),
    (
        "a:\n  - b\n  # 甲\n\nc: d\n",
        {"a": {"level": {"- 0": {"lines": ["b"]}, "end": ["# 甲"]}}, "c": {"before": [""], "lines": ["d"]}},
    ),
    # between a field and its value, above the field
    ("a: # 甲\n  # 乙\n  b\n", {"a": {"before": ["# 甲", "# 乙"], "lines": ["b"]}}),
    ("a:\n  # 甲\n  ''\nc: d\n", {"a": {"before": ["# 甲"], "lines": ["''"]}, "c": {"lines": ["d"]}}),
    # items that are commented out, below a field that has none
    ("a:\n  # - b\n  # - c\nd: e\n", {"a": {"lines": [""], "below": ["# - b", "# - c"]}, "d": {"lines": ["e"]}}),
    ("a: [\n# b\n]\n", {"a": {"lines": ["[]"], "below": ["# b"]}}),
    ("a:\n- # 甲\n    # - b\n- c\n", {
        "a": {"level": {"- 0": {"before": ["# 甲"], "lines": [""], "below": ["# - b"]}, "- 1": {"lines": ["c"]}}}
    }),
    # but not below one that has, if only '', nor where it is not indented further
    ("a: ''\n  # - b\nc: d\n", {"a": {"lines": ["''"]}, "c": {"before": ["# - b"], "lines": ["d"]}}),
    ("a:\n# 甲\nc: d\n", {"a": {"lines": [""]}, "c": {"before": ["# 甲"], "lines": ["d"]}}),
    ("? a\n# 甲\nc: d\n", {"a": {"lines": [""]}, "c": {"before": ["# 甲"], "lines": ["d"]}}),
    # an item begins on the line of its first field
    (
        "a:\n  # 甲\n  - b: c # 乙\n    # 丙\n    d: e\n",
        {
            "a": {
                "level": {
                    "- 0": {
                        "before": ["# 甲"],
                        "level": {
                            "b": {"lines": ["c"], "remark": "# 乙"},
                            "d": {"before": ["# 丙"], "lines": ["e"]},
                        },
                    }
                }
            }
        },
    ),
    (
        "a:\n  - # 甲\n    b: c\n",
        {"a": {"level": {"- 0": {"before": ["# 甲"], "level": {"b": {"lines": ["c"]}}}}}},
    ),
    # in brackets nothing is told by indentation
    (
        "a: {b: c, # 甲\n# 乙\nd: e} # 丙\n",
        {
            "a": {
                "level": {"b": {"lines": ["c"], "remark": "# 甲"}, "d": {"before": ["# 乙"], "lines": ["e"]}},
                "remark": "# 丙",
            }
        },
    ),
    ("{a: ,\n   # 甲\nc: d}\n", {"a": {"lines": [""]}, "c": {"before": ["# 甲"], "lines": ["d"]}}),
    ("a: [b, # 甲\n  c # 乙\n] # 丙\n", {
        "a": {
            "level": {"- 0": {"lines": ["b"], "remark": "# 甲"}, "- 1": {"lines": ["c"], "remark": "# 乙"}},
            "remark": "# 丙",
        }
    }),
    ("a: [b,\n\n# 甲\n\n]\n", {"a": {"level": {"- 0": {"lines": ["b"]}, "end": ["# 甲"]}}}),
    ("a: [ # 甲\n  b]\n", {"a": {"level": {"- 0": {"lines": ["b"]}}, "remark": "# 甲"}}),
    ("a: [ # 甲\n     # 乙\n  b] # 丙\n", {
        "a": {"before": ["# 甲", "# 乙"], "level": {"- 0": {"lines": ["b"]}}, "remark": "# 丙"}
    }),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OUTLINES, ids=[text for text, _ in OUTLINES])
def test_comments_belong_to_what_they_are_said_of(text: str, expected: dict) -> None:
    assert plainly(outlined(text)) == expected


def test_a_field_has_its_name_and_the_way_it_is_written() -> None:
    level = outlined("'a': b\n\"c: d\": e\n")
    assert [(entry.name, entry.key) for entry in level.entries] == [("a", "a"), ("c: d", "'c: d'")]


def entries(level: Level) -> Iterator[Entry]:
    for entry in level.entries:
        yield entry
        if entry.level:
            yield from entries(entry.level)


def comments(level: Level) -> list[str]:
    """Return every comment of an outline, wherever it belongs."""
    found = [text for entry in entries(level) for text in (*entry.before, entry.remark, *entry.below)]
    ends = [level.end, *(entry.level.end for entry in entries(level) if entry.level)]
    return [text for text in (*found, *(text for end in ends for text in end)) if text]


def shape(data: Any) -> Any:
    """Return which fields there are, and how many items."""
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items()}
    return [shape(item) for item in data] if isinstance(data, list) else None


def shape_of(level: Level) -> Any:
    below = [shape_of(entry.level) if entry.level else emptied(entry.lines) for entry in level.entries]
    names = [entry.name for entry in level.entries]
    return below if names[0] is None else dict(zip(names, below, strict=True))


def emptied(lines: list[str]) -> Any:
    return {"{}": {}, "[]": []}.get(lines[0]) if len(lines) == 1 else None


@each_file
def test_the_outline_of_a_record_has_its_fields_in_their_order(path) -> None:
    text = path.read_text("utf-8")
    assert shape_of(outlined(text)) == shape(data_of(text))


@settings(deadline=None, max_examples=150)
@given(some_file, st.integers(0, 10**6), st.data())
def test_every_comment_belongs_to_something_once(path, seed, draw) -> None:
    """In any layout, wherever it stands."""
    data = data_of(path.read_text("utf-8"))
    lines = typed_again(data, seed).split("\n")
    for number in range(draw.draw(st.integers(1, 6))):
        at = draw.draw(st.integers(0, len(lines) - 1))
        changed = [*lines[:at], f"{' ' * draw.draw(st.integers(0, 9))}# 注{number}", *lines[at:]]
        if reads_as("\n".join(changed), data):
            lines = changed
    text = "\n".join(lines)
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    assert Counter(comments(outline(text, root))) == Counter(note.text for note in notes(text, root) if note.text)


# --- taken to pieces and put together ---------------------------------------------------------------------------------


def joined(level: Level) -> list[str]:
    """Return the lines of an outline, every piece once, two spaces for each level."""
    lines: list[str] = []
    for entry in level.entries:
        first, *rest = entry.lines or [""]
        below = joined(entry.level) if entry.level else entry.below
        if entry.key is None and entry.level:
            first, *below = below
        head = " ".join(filter(None, ["-" if entry.key is None else f"{entry.key}:", first, entry.remark]))
        lines += [*entry.before, head, *(f"  {line}" if line else "" for line in (*rest, *below))]
    return [*lines, *level.end]


@each_file
def test_the_pieces_of_a_record_are_the_whole_of_it(path) -> None:
    text = path.read_text("utf-8")
    assert joined(outlined(text)) == text.splitlines()


blank = st.sampled_from([[], [""]])
remarks = st.sampled_from(["# 甲", "#乙", "# - a", "# a: b", "## 丙"])
VALUES = [["文"], ["'a: # b'"], ["x#y"], ["|-", "一", "", "# 二"], ["|", "一"], ["[]"], ["{}"], [""]]


@st.composite
def above(draw, ends_blank: bool = True) -> list[str]:
    """Comments with single blank lines between them."""
    found = [line for one in draw(st.lists(remarks, max_size=2)) for line in (*draw(blank), one)]
    return [*found, *draw(blank)] if ends_blank else found


@st.composite
def levels(draw, depth: int = 3, in_an_item: bool = False) -> Level:
    """The fields of a mapping or the items of a list, with comments wherever they can stand."""
    keys = draw(st.lists(st.sampled_from("abcde"), min_size=1, max_size=3, unique=True) | st.just([None, None]))
    found = []
    for place, key in enumerate(keys):
        # The first field of an item stands behind its dash.
        entry = Entry(key, key, [] if in_an_item and not place else draw(above()), draw(st.just("") | remarks))
        if depth and draw(st.booleans()):
            entry.level = draw(levels(depth - 1, key is None))
        else:
            entry.lines = draw(st.sampled_from(VALUES))
            entry.below = draw(above(ends_blank=False)) if entry.lines[0] in ("", "[]", "{}") else []
        if key is None and (entry.level or entry.below):
            entry.remark = ""
        found.append(entry)
    return Level(found, draw(above(ends_blank=False)))


@settings(deadline=None, max_examples=150)
@given(levels())
def test_what_is_put_together_is_taken_to_the_same_pieces(level) -> None:
    assert outlined("\n".join([*joined(level), ""])) == level
