"""No comment is lost, and each stays with what it is said of."""

import random
import re
from collections import Counter

import pytest
from chuxin.reading.slips import structural_lines
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import canonical, data_of, each_file, model_of, reads_as, shown, some_file, typed_again


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
        if reads_as(candidate, data):
            text = candidate
            marks += [mark] * "".join(changed).count(mark)
    result = shown(text, model_of(path))
    assert data_of(result) == data
    assert Counter(re.findall("# 注[0-9]。", result)) == Counter(marks)
    assert shown(result, model_of(path)) == result
    assert "\n\n\n" not in result and result[0] != "\n"
    assert all(line == line.rstrip() for line in result.split("\n"))


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
