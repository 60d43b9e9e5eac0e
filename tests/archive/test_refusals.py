"""What a model refuses, in words: with what was meant, or where it belongs, and without what only follows from it."""

import pytest
from chuxin.archive.refusals import blank, guess_of, problem_of
from chuxin.archive.validation import validate
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.meetings import Meeting

HEAD = "id: a\nnames: [会]\ndate: 2031\nagenda:\n"


def told(items: str) -> list[tuple[str, str]]:
    """Return code and hint of whatever is wrong with the items of an agenda."""
    source = SourceText("a.yml", HEAD + items)
    return [(one.code, one.hint) for one in validate(Meeting, parse(source)[0], source).problems]


@pytest.mark.parametrize(
    ("item", "codes", "said"),
    [
        ("type: 授牌, title: 授予奖牌, organizations: [a]", ["E212"], "type: award"),
        ("type: 决定, motion: 《案》, result: 通过", ["E212"], "decision"),
        ("type: launch, listings: [needs]", ["E217"], "发布清单"),
        ("type: signing, document: 协议, count: 11", ["E217"], "others"),
        ("type: award, award: 奖牌, organizations: [a]", ["E217"], "receivers"),
        ("type: award, award: 奖牌, giver: [a]", ["E201", "E202", "E213"], "receivers"),
        ("type: decision, motion: 《案》, result: 全票通过", ["E212"], "wording"),
        ("type: decision, motion: 《案》, result: 通过, votes: 46", ["E213"], "in_favour"),
        # Nothing advises to write these: that they lack is told.
        ("type: appointment, manner: 聘任, people: [li]", ["E201", "E201", "E217"], ""),
    ],
)
def test_what_only_follows_from_another_mistake_is_not_told(item, codes, said):
    found = told(f"  - {{id: s, {item}}}\n")
    assert sorted(code for code, _ in found) == codes
    assert any(said in hint for _, hint in found)


def test_problems_are_made_of_errors_as_pydantic_gives_them():
    source = SourceText("a.yml", "id: a\nnames: [会]\ndate: 2023/7/6\n")
    data, _ = parse(source)
    error = {"type": "date_format", "loc": ("date",), "input": "2023/7/6", "ctx": {"reason": "日期要写成 …"}}
    assert guess_of(Meeting, data, error, source) == "2023-07-06"
    problem = problem_of(Meeting, data, source, error)
    assert (problem.code, problem.message, problem.hint) == ("E208", "日期要写成 …", "您是否想写 2023-07-06？")
    assert (problem.span.line, problem.span.column) == (3, 7)
    assert blank(source, ("date",)).code == "E204"
