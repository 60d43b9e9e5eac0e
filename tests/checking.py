"""A small sound archive for tests of checks, records with marks at the places of mistakes, and what checks find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from chuxin.archive.linking import link
from chuxin.archive.loading import FileRead, LoadedRecords
from chuxin.archive.validation import validate
from chuxin.checks import check
from chuxin.checks.catalogue import Catalogue
from chuxin.checks.inspection import Inspection
from chuxin.markup.routes import index_route
from chuxin.problems.problems import Problem, Span
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.kinds import KINDS, SECTIONS

# A record's kind and id, and what stands in its file.
TypedRecord = tuple[str, str]
Check = Callable[[Inspection], Iterator[Problem]]
# A check, a record with a mark at each place of a mistake, and the code and the sentence of each.
Row = tuple[Check, TypedRecord, list[tuple[str, str]]]

# Stands in a record before the character that a span is expected to name.
MARK = "▲"

LI = "people/li", "id: li\nname: 李\nsort: li\n"
STREET = "organizations/street", "id: street\nname: 街道\nclassification: 街道\n"
SCHOOL = (
    "organizations/school",
    "id: school\nname: 学校\nclassification: 院校\nmemberships:\n  - {body: council, since: 2035}\n",
)
COUNCIL = "organizations/council", "id: council\nname: 联席会议\nclassification: 联席会议\n"
REPORT = "sources/report", "id: report\nheadline: 题\ntype: 报道\n"
DESK = "outcomes/desk", "id: desk\ntitle: 小桌\ntype: 课题\nauthors: [li]\nsummary: 概述\n"
LIGHT = "brands/light", "id: light\nname: 灯\ntype: 品牌\n"
NEEDS = "listings/needs", "id: needs\nname: 需求\ntype: 需求\nentries:\n  - id: room\n    title: 阅览室\n"
STATED = "type: statement, speaker: li, form: 概述, text: 说"
MEETING = (
    "meetings/2031",
    f"id: '2031'\nnames: [会]\ndate: 2031\nagenda:\n  - {{id: li, {STATED}}}\n  - {{id: li-b, {STATED}}}\n",
)
EARLIER = "meetings/2030", "id: '2030'\nnames: [会]\ndate: 2030\nbody: council\nnumber: 3\n"
BASE = [LI, STREET, SCHOOL, COUNCIL, REPORT, DESK, LIGHT, NEEDS, MEETING, EARLIER]

ADDRESSES = {"", "about/", "news/x/", *(index_route(section) for section in SECTIONS)}

# What items of an agenda need.
SPEECH = "speaker: li\n    form: 概述\n    text: 说\n    "
DECISION = "motion: 《案》\n    result: 通过\n    "


def unmark(path: str, text: str) -> tuple[SourceText, list[Span]]:
    """Take the marks out of a text and return the spans that they stand for."""
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span(path, before.count("\n") + 1, len(before) - before.rfind("\n")))
        before += part
    return SourceText(path, before), spans


def archive(*records: TypedRecord, broken: set[tuple[str, str]] = frozenset()) -> tuple[LoadedRecords, list[Span]]:
    """Read records as a folder of them would be; later ones replace earlier ones. Return the marked places as well."""
    loaded, spans = LoadedRecords(Path("data"), broken=set(broken)), []
    for key, text in dict(records).items():
        kind, identifier = key.split("/")
        source, marked = unmark(f"data/{key}.yml", text)
        spans += marked
        data, problems = parse(source)
        validated = validate(KINDS[kind], data, source)
        assert [*problems, *validated.problems] == []
        assert validated.record.id == identifier
        loaded.files[kind, identifier] = FileRead(source, None, validated.record, [])
    return loaded, spans


def inspection_of(loaded: LoadedRecords) -> Inspection:
    """Link an archive, and return what checks look at."""
    linked = link(loaded)
    return Inspection(linked, loaded, Catalogue.of(linked, loaded, ADDRESSES))


def checked(loaded: LoadedRecords) -> list[Problem]:
    """Return what all checks find."""
    inspection = inspection_of(loaded)
    return check(inspection.archive, loaded, inspection.catalogue)


def found_in(loaded: LoadedRecords) -> list[tuple[Span, str, str]]:
    """Return what all checks find but for lacking sources; what they hint at is in `mistakes/`."""
    found = checked(loaded)
    return sorted({(one.span, one.code, one.message) for one in found if one.code != "W315"})


def found_by(rule: Check, loaded: LoadedRecords) -> list[tuple[Span, str, str]]:
    """Return what one check finds."""
    return sorted({(one.span, one.code, one.message) for one in rule(inspection_of(loaded))})


def at(spans: list[Span], words: list[tuple[str, str]]) -> list[tuple[Span, str, str]]:
    """Return what is to be found: at each marked place what is said there."""
    return sorted((span, *said) for span, said in zip(spans, words, strict=True))


def meeting(rest: str) -> TypedRecord:
    """Return a meeting that is not in the base, with these fields."""
    return "meetings/2032", f"id: '2032'\nnames: [会]\ndate: 2032\n{rest}"


def item(kind: str, rest: str) -> TypedRecord:
    """Return that meeting with one item of that kind."""
    return meeting(f"agenda:\n  - id: one\n    type: {kind}\n    {rest}")


def note(text: str) -> TypedRecord:
    """Return a person who is not in the base, with a note."""
    return "people/wang", f"id: wang\nname: 王\nsort: wang\nnote: {text}\n"


def unit(rest: str) -> TypedRecord:
    """Return a unit that is not in the base, with these fields."""
    return "organizations/bank", f"id: bank\nname: 银行\nclassification: 金融机构\n{rest}\n"


# --- what is said -----------------------------------------------------------------------------------------------------


def absent(kind: str, identifier: str) -> tuple[str, str]:
    return "E301", f"找不到{kind} “{identifier}”"


def no_body(name: str, classification: str) -> tuple[str, str]:
    return "E303", f"“{name}” 的类别是{classification}，不能有成员"


def no_address(address: str) -> tuple[str, str]:
    return "E306", f"本站没有 {address} 这个地址"


def no_link(written: str) -> tuple[str, str]:
    return "E307", f"找不到记录 “{written}”"
