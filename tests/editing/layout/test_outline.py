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
from layouts import data_of, each_file, some_file, typed_again


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
    # items that are commented out, below a field that has none
    ("a:\n  # - b\n  # - c\nd: e\n", {"a": {"lines": [""], "below": ["# - b", "# - c"]}, "d": {"lines": ["e"]}}),
    ("a: [\n  # b\n]\n", {"a": {"lines": ["[]"], "below": ["# b"]}}),
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
]


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
        if yaml.load("\n".join(changed), Loader=yaml.CBaseLoader) == data:
            lines = changed
    text = "\n".join(lines)
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    assert Counter(comments(outline(text, root))) == Counter(note.text for note in notes(text, root) if note.text)
