"""What a record says, in words: every field of it, whatever its kind, but for the few that say nothing to a reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from chuxin.archive.linking import Archive, link
from chuxin.archive.loading import load
from chuxin.archive.naming import item_title
from chuxin.records.fields import Count, Date, EntryId, Flag, Id, Line, Markdown, Model, PersonId, Record, Ref, Text
from chuxin.records.kinds import KINDS
from chuxin.records.shapes import field_shapes
from chuxin.search.texts import shown, texts
from chuxin.words.dates import PartialDate
from chuxin.words.folding import fold
from making import COUNCIL, decision, linked, meeting, person, speech, unit
from sites import SAMPLE

# What names files, sorts, tells apart or numbers, and the sources, which are records themselves.
UNSAID = {"id", "sources", "not_same_as", "sort", "number"}


@pytest.fixture(scope="module")
def sample() -> Archive:
    return link(load(SAMPLE)[0])


def written(part: Model) -> Iterator[tuple[str, Any, Any]]:
    """Yield every value of a record and of its parts, with the name and the mark of its field: another walk."""
    for name, shape in field_shapes(type(part)).items():
        if name in UNSAID or (name == "type" and len(shape.choices) == 1):
            continue
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else [value]:
            if isinstance(one, Model):
                yield from written(one)
            elif one is not None and not isinstance(one, bool):
                yield name, shape.mark, one


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_every_field_is_said(kind: str, sample: Archive) -> None:
    """The sample uses every field of every model, which a test of its own holds."""
    records = sample.of(KINDS[kind])
    assert records
    for record in records.values():
        said = fold("".join(texts(sample, record)))
        for name, mark, value in written(record):
            if isinstance(value, PartialDate):
                value = value.chinese
            elif isinstance(mark, Ref):
                value = named(sample, mark.kind, value)
            elif isinstance(mark, Markdown):
                value = shown(value)
            assert fold(str(value)) in said, (record.id, name, value)


def named(archive: Archive, kind: str, identifier: str) -> str:
    if kind == "entries":
        return archive.entries[identifier][1].title
    if kind == "items":
        return item_title(archive, *archive.items[identifier])
    return archive.paged(kind)[identifier].called


def test_a_field_is_left_out_by_its_name_only(sample: Archive) -> None:
    record = next(iter(sample.of(KINDS["meetings"]).values()))
    whole, without = list(texts(sample, record)), list(texts(sample, record, "agenda", "names"))
    assert set(without) < set(whole)
    assert record.called in whole and record.called not in without


def test_nothing_is_said_of_ids_and_tags() -> None:
    archive = linked(
        organizations=[COUNCIL, unit("bank-of-ten", "金融机构")],
        people=[person("li-yi", "zhengli")],
        meetings=[meeting("2031", {**speech("li-yi"), "organization": "bank-of-ten"}, decision(), number="7")],
    )
    said = list(texts(archive, archive.of(KINDS["meetings"])["2031"]))
    assert not {"2031", "statement", "decision", "i0", "bank-of-ten", "li-yi", "zhengli", "7"} & set(said)
    assert {"LI-YI", "BANK-OF-TEN", "《案》", "通过", "说", "2031年"} <= set(said)


def test_what_is_said_together_stands_together(sample: Archive) -> None:
    """A figure is found as 指标20余项, a credit as 记者李某."""
    for kind, field in (("outcomes", "figures"), ("sources", "credits")):
        lines = [(record, one.line) for record in sample.of(KINDS[kind]).values() for one in getattr(record, field)]
        assert lines
        for record, line in lines:
            assert line in list(texts(sample, record))


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("甲**乙**丙", "甲乙丙"),
        ("见[甲](record:people/li)。", "见甲。"),
        ("甲\n\n乙", "甲\n乙"),
        ("- 甲\n- 乙", "甲\n乙"),
        ("A < B & <script>alert(1)</script>", "A < B & <script>alert(1)</script>"),
    ],
)
def test_a_text_is_said_as_its_page_shows_it(markdown: str, words: str) -> None:
    assert shown(markdown) == words


# --- a kind that nobody knew ------------------------------------------------------------------------------------------


class Section(Model, title="一节"):
    """A part of a record."""

    id: Id
    name: Line
    length: Count | None = None


class Edition(Model, title="一版"):
    """A part that is said in a line; whom it names is said besides."""

    name: Line
    copies: Count
    printer: PersonId | None = None

    @property
    def line(self) -> str:
        return f"{self.name}{self.copies}册"


class Book(Record, title="书", folder="books"):
    """A kind of records with a field of every shape."""

    name: Line
    sort: Line
    size: Count | None = None
    is_new: Flag = False
    author: PersonId | None = None
    readers: tuple[PersonId, ...] = ()
    meets: EntryId | None = None
    date: Date | None = None
    summary: Text | None = None
    other_names: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()
    edition: Edition | None = None
    not_same_as: tuple[PersonId, ...] = ()


BOOK = Book.model_validate(
    {
        "id": "book",
        "name": "手册",
        "sort": "shouce",
        "size": "0",
        "is_new": "true",
        "author": "jia-yiming",
        "readers": ["yi-xiaochuan", "bing-zhiqiu"],
        "meets": "shili-xuqiu/yedu-jiaoshi",
        "date": "2031-03",
        "summary": "**第一**段，见[手册](record:outcomes/linli-shouce)。\n\n- 二",
        "other_names": ["小册子", "本子"],
        "sections": [{"id": "one", "name": "第一节", "length": "12"}, {"id": "two", "name": "第二节"}],
        "edition": {"name": "初版", "copies": "300", "printer": "geng-xingye"},
        "not_same_as": ["xin-bange"],
        "sources": ["baodao-2031"],
        "note": "一句说明。",
    }
)
# Its fields in the order in which a file has them.
SAID = {
    "name": ["手册"],
    "size": ["0"],
    "author": ["甲一鸣"],
    "readers": ["乙小川", "丙知秋"],
    "meets": ["晚上有地方读书"],
    "date": ["2031年3月"],
    "summary": ["第一段，见手册。\n二"],
    "other_names": ["小册子", "本子"],
    "sections": ["第一节", "12", "第二节"],
    "edition": ["初版300册", "庚星野"],
    "note": ["一句说明。"],
}


def test_a_field_that_is_added_is_said_in_its_place_and_in_its_way(sample: Archive) -> None:
    assert list(texts(sample, BOOK)) == [text for said in SAID.values() for text in said]


@pytest.mark.parametrize("name", SAID)
def test_each_field_is_left_out_by_its_name(name: str, sample: Archive) -> None:
    rest = [text for other, said in SAID.items() if other != name for text in said]
    assert list(texts(sample, BOOK, name)) == rest
    assert list(texts(sample, BOOK, *SAID)) == []


def test_what_is_not_written_is_not_said(sample: Archive) -> None:
    assert list(texts(sample, Book(id="book", name="手册", sort="shouce"))) == ["手册"]
