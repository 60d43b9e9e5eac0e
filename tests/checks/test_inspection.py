"""What checks look at: also what did not load, and which file it was when one of them fails."""

import pytest
from checking import BASE, archive, inspection_of, item, meeting, unit, unmark
from chuxin.archive.loading import FileRead, LoadedRecords
from chuxin.archive.references import Reference
from chuxin.checks.inspection import Inspection
from chuxin.problems.problems import Span
from chuxin.reading.parsing import parse


def with_draft(*records: tuple[str, str]) -> LoadedRecords:
    """Return the base and a person who did not load, but could be parsed."""
    loaded, _ = archive(*BASE, *records)
    source, _ = unmark("data/people/wu.yml", "id: wu\nphone: 1\nname: 吴\nsources: [paper]\n")
    loaded.broken.add(("people", "wu"))
    loaded.files["people", "wu"] = FileRead(source, parse(source)[0], None, [])
    return loaded


def test_references_are_those_of_records_and_of_what_did_not_load() -> None:
    found = inspection_of(with_draft()).references
    assert found["people", "wu"] == [Reference(("sources", 0), "sources", "paper")]
    assert [one.id for one in found["outcomes", "desk"] if one.kind == "people"] == ["li"]


def test_statements_with_one_address_are_all_looked_at() -> None:
    speech = "speaker: li\n    form: 概述\n    text: 说\n"
    clash = (
        "meetings/2031-li",
        f"names: [会]\nid: 2031-li\ndate: 2032\nagenda:\n  - id: b\n    type: remarks\n    {speech}",
    )
    inspection = inspection_of(archive(*BASE, clash)[0])
    assert sorted((one.meeting.id, one.id) for one in inspection.statements) == [
        ("2031", "2031-li"),
        ("2031", "2031-li-b"),
        ("2031-li", "2031-li-b"),
    ]
    assert len(inspection.archive.statements) == 2


def test_a_span_is_where_a_value_is_written() -> None:
    loaded, [marked] = archive(*BASE, item("remarks", "speaker: ▲li\n    form: 概述\n    text: 说\n"))
    assert inspection_of(loaded).span("meetings", "2032", "agenda", 0, "speaker") == marked


def test_a_unit_that_did_not_load_is_called_by_its_id() -> None:
    inspection = inspection_of(archive(*BASE)[0])
    assert [inspection.name(one) for one in ("school", "bank")] == ["学校", "bank"]


def at_a_record(inspection: Inspection) -> None:
    for record in inspection.archive.records["brands"].values():
        raise ValueError(record.name)


def at_a_key(inspection: Inspection) -> None:
    for key in [("outcomes", "desk")]:
        raise ValueError(key)


def at_what_is_not_in_the_archive(inspection: Inspection) -> None:
    key, pair = ("outcomes", "chair"), ("organizations", ["school"])
    raise ValueError(key, pair)


def deeper(inspection: Inspection) -> None:
    unit = inspection.archive.records["organizations"]["school"]
    at_a_key(inspection)
    raise AssertionError(unit)


@pytest.mark.parametrize(
    ("check", "path"),
    [
        (at_a_record, "data/brands/light.yml"),
        (at_a_key, "data/outcomes/desk.yml"),
        (deeper, "data/outcomes/desk.yml"),
        (at_what_is_not_in_the_archive, "data"),
    ],
)
def test_what_a_failing_check_was_looking_at_is_found_by_its_variables(check, path: str) -> None:
    inspection = inspection_of(archive(*BASE)[0])
    with pytest.raises(ValueError) as failed:
        check(inspection)
    assert inspection.looked_at(failed.value) == path


def test_a_place_that_is_not_written_is_that_of_what_holds_it() -> None:
    loaded, _ = archive(*BASE, meeting("note: 记\n"), unit("note: 记"))
    assert inspection_of(loaded).span("meetings", "2032", "organizers", 0) == Span("data/meetings/2032.yml", 1, 1)
