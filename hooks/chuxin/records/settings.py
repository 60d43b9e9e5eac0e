"""What is no record: an archive's settings (`archive.yml` at its top), and what a hand-written page says of itself."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .classes import Classes, classes, group_of_classes, new_class
from .fields import ContactAddress, Flag, Line, Model, OwnDate


class Contact(Model, title="联系方式"):
    """Where readers say what is wrong. An office's, never a person's own."""

    name: Line
    """收信的部门，写单位或部门的名称。"""
    addresses: tuple[ContactAddress, ...] = Field(min_length=1)
    """公开的地址，写邮箱、办公电话或网址，每行一个。"""


class Synonym(Model, title="别的说法"):
    """What readers say, and what the records say in its place."""

    term: Line
    """记录里的说法，与记录的文字一致。"""
    also: tuple[Line, ...] = Field(min_length=1)
    """读者的说法，每行一个，搜索时也找记录里的说法。"""


class OwnClasses(Model, title="自己的类别"):
    """Classes of units that an archive adds to a group, or a group that it adds with them."""

    group: Annotated[Line, AfterValidator(group_of_classes)]
    """大类，写已有的一个，或者另起一个。"""
    names: tuple[Annotated[Line, AfterValidator(new_class)], ...] = Field(min_length=1)
    """类别，每行一个，单位的 classification 就可以这样写。"""


def _each_once(own: tuple[OwnClasses, ...]) -> tuple[OwnClasses, ...]:
    times = Counter(name for one in own for name in one.names)
    for name, count in times.items():
        if count > 1:
            raise PydanticCustomError("class_twice", "", {"value": name})
    return own


class Settings(Model, title="档案设置"):
    """What holds for the whole archive."""

    fictional: Flag = False
    """虚构的示例，写 true 的话，每一页都会标明。"""
    contact: Contact | None = None
    """联系方式，读者指出错误时用；没有公布就不写。"""
    synonyms: tuple[Synonym, ...] = ()
    """同义的说法，读者这样说，记录那样写。"""
    classifications: Annotated[tuple[OwnClasses, ...], AfterValidator(_each_once)] = ()
    """自己的类别，单位归不进已有的类别才写。"""

    @property
    def classes(self) -> Classes:
        """All classes of units by their names, also the archive's own."""
        return classes((own.group, own.names) for own in self.classifications)


class FrontMatter(Model, title="文件头"):
    """What stands between the two lines of --- at the top of a hand-written page."""

    title: Line | None = None
    """页面标题。"""
    date: OwnDate | None = None
    """动态的日期。"""
    description: Line | None = None
    """一句话说明。"""
