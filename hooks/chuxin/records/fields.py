"""The small types that records are made of, and the base of every record.

Input is what `reading.parsing.parse` gives: strings, lists, mappings and None. A type says what a string means. The
docstrings of attributes are in Chinese: they are the field descriptions that editors read.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, LiteralString

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ..words.dates import AT_LATEST, PartialDate, means_lately
from ..words.quantities import Quantity
from . import written as scalars

_LATELY = f"来源只说“近日”的，写 {AT_LATEST} 和报道发布的日期，例如 {AT_LATEST}2023-07-06"


class Model(BaseModel):
    """A frozen model that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


# What a part of a record is named by, RECORD/PART, by the kind of part: an entry of a list, an item of an agenda.
PARTS = {"entries": scalars.ENTRY, "items": scalars.ITEM}


class Ref:
    """Marks a field as the id of a record of `kind`, the records' folder; or, of `PARTS`, as that of a part of one."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get_pydantic_json_schema__(self, *_: Any) -> dict[str, Any]:
        """Return the schema of an id: no other text names a record."""
        return PARTS.get(self.kind, scalars.ID).__get_pydantic_json_schema__()


class Markdown:
    """Marks a field as a text in Markdown, which may link records."""


def is_id(value: str) -> bool:
    """Tell whether something written has the form of an id."""
    return bool(re.fullmatch(scalars.ID_PATTERN, value, re.ASCII)) and len(value) <= scalars.MAX_ID


def is_reserved(name: str) -> bool:
    """Tell whether Windows keeps the name of a file or a folder for itself, so that nobody there could check it out."""
    return bool(re.fullmatch(scalars.RESERVED, name.split(".")[0], re.IGNORECASE))


def _identifier(value: str) -> str:
    if is_reserved(value):
        raise PydanticCustomError("id_reserved", "", {"value": value[: scalars.MAX_ID]})
    if not is_id(value):
        raise PydanticCustomError("id_format", "“{value}” 不能作编号", {"value": value[: scalars.MAX_ID]})
    return value


def _part(error: LiteralString) -> AfterValidator:
    """Return what refuses with an error whatever is not RECORD/PART. Whether they are there is seen later."""

    def validate(value: str) -> str:
        record, slash, part = value.partition("/")
        if not slash or not record or not part:
            raise PydanticCustomError(error, "")
        return value

    return AfterValidator(validate)


def _line(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "")
    if "\n" in value:
        raise PydanticCustomError("one_line", "")
    return value.strip()


def _text(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "")
    return value.strip()


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value if isinstance(value, PartialDate) else _refuse_text(value)
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        hint = _LATELY if means_lately(value) else ""
        raise PydanticCustomError("date_format", "{reason}", {"reason": str(error), "hint": hint}) from None


def _own_date(value: PartialDate) -> PartialDate:
    if value.at_latest:
        raise PydanticCustomError("date_bound", "")
    return value


def _count(value: Any) -> Any:
    if not isinstance(value, str):
        return value if isinstance(value, int) else _refuse_text(value)
    if not re.fullmatch(r"0|[1-9]\d{0,8}", value, re.ASCII):
        raise PydanticCustomError("count_format", "")
    return int(value)


def _amount(value: Any) -> Any:
    if not isinstance(value, str):
        if isinstance(value, int):
            value = str(value)
        else:
            return value if isinstance(value, Quantity) else _refuse_text(value)
    try:
        return Quantity.parse(value)
    except ValueError:
        raise PydanticCustomError("amount_format", "") from None


def _flag(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("flag_format", "")


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"\\]+", value):
        raise PydanticCustomError("web_address", "")
    return value


def _contact_address(value: str) -> str:
    if re.match(scalars.MOBILE, value, re.ASCII):
        raise PydanticCustomError("mobile_number", "")
    if not re.fullmatch(scalars.CONTACT_PATTERN, value, re.ASCII):
        raise PydanticCustomError("contact_address", "")
    return value


def _pinyin(value: str) -> str:
    if not re.fullmatch(r"[a-zü]+(?: [a-zü]+)*", value):
        raise PydanticCustomError("pinyin", "")
    return value


def _refuse_text(value: Any) -> None:
    raise PydanticCustomError("string_type", "", {"value": value if value is None else ""})


Id = Annotated[str, AfterValidator(_identifier), scalars.ID]
Line = Annotated[str, StringConstraints(max_length=scalars.MAX_LINE), AfterValidator(_line), scalars.LINE]
Pinyin = Annotated[str, StringConstraints(max_length=scalars.MAX_LINE), AfterValidator(_pinyin), scalars.PINYIN]
Text = Annotated[str, StringConstraints(max_length=scalars.MAX_TEXT), AfterValidator(_text), Markdown(), scalars.TEXT]
# Words of a document: shown as they stand, not read as Markdown.
Passage = Annotated[str, StringConstraints(max_length=scalars.MAX_TEXT), AfterValidator(_text), scalars.PASSAGE]
Date = Annotated[PartialDate, BeforeValidator(_date), scalars.DATE]
# The date of what this site publishes itself, which knows when.
OwnDate = Annotated[PartialDate, BeforeValidator(_date), AfterValidator(_own_date), scalars.OWN_DATE]
Count = Annotated[int, BeforeValidator(_count), scalars.COUNT]
Amount = Annotated[Quantity, BeforeValidator(_amount), scalars.AMOUNT]
Flag = Annotated[bool, BeforeValidator(_flag), scalars.FLAG]
WebAddress = Annotated[
    str, StringConstraints(max_length=scalars.MAX_ADDRESS), AfterValidator(_web_address), scalars.ADDRESS
]
ContactAddress = Annotated[
    str, StringConstraints(max_length=scalars.MAX_ADDRESS), AfterValidator(_contact_address), scalars.CONTACT
]

Unpublished = Annotated[
    tuple[Line, ...], Field(default=(), description="未公布的内容，写来源没有公布什么，每项一句完整的话。")
]

# Whether such a record is there is seen when all are read: a name in place of an id is answered with the id then.
MeetingId = Annotated[Line, Ref("meetings")]
OrganizationId = Annotated[Line, Ref("organizations")]
PersonId = Annotated[Line, Ref("people")]
OutcomeId = Annotated[Line, Ref("outcomes")]
ListingId = Annotated[Line, Ref("listings")]
BrandId = Annotated[Line, Ref("brands")]
SourceId = Annotated[Line, Ref("sources")]
EntryId = Annotated[str, _part("entry_format"), Ref("entries")]
ItemId = Annotated[str, _part("item_format"), Ref("items")]


class Record(Model, title="记录"):
    """What every kind of record has.

    A kind says in the line of its class what it is called (`title`) and the folder of its files. By default a record is
    called by its `name`, dated by its `date`, put under its `type`, and sorted by its id: a kind says so where that
    does not fit, with `naming`, `newest_first` and the properties below.
    """

    folder: ClassVar[str]
    """The folder of the kind's files, and the first part of its pages' addresses."""
    naming: ClassVar[tuple[str, ...]]
    """The fields that hold what a record is called, its proper name first."""
    newest_first: ClassVar[bool]
    """Whether what sorts last is listed first."""

    id: Id
    """编号，与文件名相同（不含 .yml），一经发布不再改动。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即这份记录的依据。"""
    note: Text | None = None
    """说明，写给读者看，例如某项从何得知、来源为何没有写明。"""

    def __init_subclass__(
        cls,
        *,
        folder: str = "",
        naming: tuple[str, ...] = ("name", "other_names"),
        newest_first: bool = False,
        **_: Any,
    ) -> None:
        """Note what a kind says of itself in the line of its class."""
        cls.folder, cls.naming, cls.newest_first = folder, naming, newest_first

    @property
    def file(self) -> str:
        """Its file, as an address inside of the archive."""
        return f"{self.folder}/{self.id}.yml"

    @property
    def called(self) -> str:
        """What the record is called on pages."""
        return str(getattr(self, self.naming[0]))

    @property
    def known_as(self) -> tuple[str, ...]:
        """All that the record is called, its proper name first."""
        return tuple(name for field in self.naming for name in _listed(getattr(self, field, ())))

    @property
    def reading(self) -> str | None:
        """The pinyin of what it is called, where the record gives it."""
        return None

    @property
    def dated(self) -> PartialDate | None:
        """The date by which the record is listed; None when it has none."""
        return getattr(self, "date", None)

    @property
    def sort_of(self) -> str:
        """What sort of its kind the record is, in a word; may be empty."""
        return getattr(self, "type", "")

    @property
    def sorted_by(self) -> tuple[Any, ...]:
        """What the records of its kind are sorted by."""
        return (self.id,)

    @property
    def has_page(self) -> bool:
        """Whether there is enough to say for a page of its own; else the index of its kind says it all."""
        return True


def _listed(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
