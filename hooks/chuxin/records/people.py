"""People, and the posts they held on a day (Popolo: post, person)."""

from __future__ import annotations

from typing import Any

from pydantic import model_validator

from .fields import Line, Model, OrganizationId, PersonId, Pinyin, Record
from .written import LINE


class Person(Record, title="人物", folder="people"):
    """A person, by name. Posts stand where they were held: on statements and attendance."""

    name: Line
    """姓名。"""
    sort: Pinyin
    """排序用的拼音，小写，姓名之间空一格，例如 li binlu。"""
    other_names: tuple[Line, ...] = ()
    """别名。"""
    not_same_as: tuple[PersonId, ...] = ()
    """核对过的另一位；同名或名字很像，却不是同一个人。"""

    @property
    def reading(self) -> str:
        """The name in pinyin."""
        return self.sort

    @property
    def sorted_by(self) -> tuple[Any, ...]:
        """What people are sorted by: their names in pinyin."""
        return self.sort, self.id


class Post(Model, title="职务"):
    """A post that a person held on the day. Text alone means a post in the unit named beside it."""

    title: Line
    """职务名称；没有别的要写时，可以直接写在 - 后面。"""
    organization: OrganizationId | None = None
    """职务所在的单位；与发言人的单位相同就不写。"""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) or value is None else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Return the schema of a text or a mapping; what a schema says of the one does not touch the other."""
        reference: dict[str, Any] = handler(core_schema)
        mapping = handler.resolve_ref_schema(reference)
        mapping |= {**LINE.schema, "type": [*LINE.schema["type"], mapping["type"]]}
        return reference


class Attendee(Model, title="出席者"):
    """A person who attended, with the posts held that day."""

    person: PersonId
    """出席的人。"""
    organization: OrganizationId | None = None
    """代表的单位。"""
    posts: tuple[Post, ...] = ()
    """当日的职务，按来源的顺序。"""
    role: Line | None = None
    """出席的身份，例如 主持；只是出席就不写。"""
