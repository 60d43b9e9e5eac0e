"""What a link on this site may lead to, and what is said of one that leads nowhere."""

import pytest
from checking import BASE, archive, inspection_of, note
from chuxin.archive.loading import FileRead
from chuxin.archive.references import Reference
from chuxin.checks.catalogue import Catalogue
from chuxin.problems.problems import Span
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse

SPAN = Span("data/people/wang.yml", 5, 7)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """That of the base, in which a meeting did not load that can no longer be read, and a person who can."""
    loaded, _ = archive(*BASE, broken={("meetings", "2033"), ("meetings", "2040-05"), ("people", "wu")})
    source = SourceText("data/people/wu.yml", "id: wu\nname: 吴一\nphone: 1\n")
    loaded.files["people", "wu"] = FileRead(source, parse(source)[0], None, [])
    return inspection_of(loaded).catalogue


@pytest.mark.parametrize(
    ("kind", "identifier", "there"),
    [
        ("people", "li", True),
        ("people", "street", False),
        ("people", "wu", True),
        ("statements", "2031-li", True),
        ("statements", "2031-wang", False),
        ("meetings", "2040-05", True),
        # Statements of a meeting that did not load cannot be judged; its id may have hyphens, as theirs may.
        ("statements", "2033-li", True),
        ("statements", "2040-05-li", True),
        ("statements", "2040-05-li-b", True),
        ("statements", "2040-05", False),
        ("statements", "2040-051-li", False),
        ("statements", "2040-li", False),
        ("statements", "-" * 100_000, False),
        ("news", "x", False),
        ("", "", False),
    ],
)
def test_records_and_statements_are_there_or_not(catalogue: Catalogue, kind: str, identifier: str, there: bool) -> None:
    assert catalogue.has(kind, identifier) == there


@pytest.mark.parametrize(
    ("route", "there"),
    [
        ("", True),
        ("about/", True),
        ("news/x/", True),
        ("news/y/", False),
        ("timeline/", True),
        ("people/li/", True),
        ("statements/2031-li/", True),
        ("people/li", False),
        ("people/lix", False),
        ("people/li/x/", False),
        ("people//", False),
        ("about", False),
    ],
)
def test_pages_stand_at_addresses_that_end_with_a_slash(catalogue: Catalogue, route: str, there: bool) -> None:
    assert catalogue.has_address(route) == there


@pytest.mark.parametrize(
    ("kind", "written", "code", "message", "hint"),
    [
        # a name, a name of a record that did not load, an id of another kind, a slip, nothing like it
        ("people", "李", "E308", "人物要写编号，“李” 不是编号", "您是否想写 li（李）？"),
        ("people", "吴一", "E308", "人物要写编号，“吴一” 不是编号", "您是否想写 wu（吴一）？"),
        ("people", "某人", "E308", "人物要写编号，“某人” 不是编号", "先新建这份记录：chuxin new people"),
        ("people", "street", "E302", "找不到人物 “street”", "它是单位的编号，这里要写人物的编号"),
        ("organizations", "schol", "E301", "找不到单位 “schol”", "您是否想写 school（学校）？"),
        ("sources", "zzz", "E301", "找不到来源 “zzz”", "编号写得对，就先新建这份记录：chuxin new sources"),
    ],
)
def test_of_an_id_that_names_nothing_it_is_said_which_may_be_meant(
    catalogue: Catalogue, kind: str, written: str, code: str, message: str, hint: str
) -> None:
    found = catalogue.missing_record(SPAN, Reference(("x",), kind, written))
    assert (found.span, found.code, found.message, found.hint) == (SPAN, code, message, hint)


@pytest.mark.parametrize(
    ("kind", "identifier", "written", "hint"),
    [
        ("organizations", "schol", "organizations/schol", "您是否想写 organizations/school（学校）？"),
        ("organization", "school", "organization/school", "您是否想写 organizations/school（学校）？"),
        ("", "school", "school", "您是否想写 organizations/school（学校）？"),
        ("organizations", "学校", "organizations/学校", "您是否想写 organizations/school（学校）？"),
        ("statements", "2031-lu", "statements/2031-lu", "您是否想写 statements/2031-li？"),
        ("", "zzzzzz", "zzzzzz", "写成 种类/编号，例如 organizations/quyang-hospital"),
        ("people", "zzzzzz", "people/zzzzzz", ""),
    ],
)
def test_of_a_link_to_no_record_it_is_said_which_may_be_meant(
    catalogue: Catalogue, kind: str, identifier: str, written: str, hint: str
) -> None:
    found = catalogue.missing_link(SPAN, kind, identifier)
    assert (found.span, found.code, found.message, found.hint) == (SPAN, "E307", f"找不到记录 “{written}”", hint)


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("/about", "您是否想写 /about/？"),
        ("/about.md", "您是否想写 /about/？"),
        ("/abuot/", "您是否想写 /about/？"),
        ("/people/lii/", "您是否想写 /people/li/？"),
        ("/organizations/学校/", "您是否想写 /organizations/school/？"),
        ("/zzzzzz", "地址以 / 开头，以 / 结尾，例如 /about/"),
    ],
)
def test_of_an_address_without_a_page_it_is_said_which_may_be_meant(
    catalogue: Catalogue, address: str, hint: str
) -> None:
    found = catalogue.missing_address(SPAN, address)
    assert (found.span, found.code, found.message, found.hint) == (SPAN, "E306", f"本站没有 {address} 这个地址", hint)


PARTS_THERE = ["needs/room", "more/book", "2031-03-12/vote"]
NO_PART = "斜线前面的记录先要有，里面也要有斜线后面的编号"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("needs/rom", "您是否想写 needs/room？"),
        ("others/book", "您是否想写 more/book？"),
        ("needs/concert-hall", "needs 里有 room"),
        ("2031-3-12/会议厅", "2031-03-12 里有 vote"),
        ("none/concert-hall", NO_PART),
        ("room", NO_PART),
    ],
)
def test_of_a_part_that_is_not_there_it_is_said_which_may_be_meant(
    catalogue: Catalogue, written: str, hint: str
) -> None:
    found = catalogue.missing_part(SPAN, Reference((), "entries", written), PARTS_THERE)
    assert (found.span, found.code, found.message, found.hint) == (SPAN, "E301", f"找不到条目 “{written}”", hint)


def test_without_records_only_pages_are_there() -> None:
    loaded, _ = archive(note("甲"))
    empty = inspection_of(loaded).catalogue
    assert empty.keys == {("people", "wang")}
    assert empty.has_address("about/") and not empty.has_address("people/li/")


def test_an_address_written_as_a_file_is_that_of_its_page_however_short() -> None:
    loaded, _ = archive(*BASE)
    short = Catalogue(frozenset(), frozenset({"x/", "y/"}), inspection_of(loaded).catalogue.directory)
    assert short.missing_address(SPAN, "/x.md").hint == "您是否想写 /x/？"
