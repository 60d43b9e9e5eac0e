"""What sorts of units there are, in two levels: groups, and the classes in them. An archive may add its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from .written import LINE, MAX_LINE, Written

# In the order in which pages list them.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "联合组织": ("联席会议", "联盟", "基地"),
    "党政机关": ("街道", "党的机构", "政府机构", "驻沪机构"),
    "居民区": ("居民区",),
    "教育": ("学校", "院校", "院系"),
    "科研院所": ("科研院所",),
    "医疗卫生": ("医疗机构",),
    "金融机构": ("金融机构",),
    "企业": ("企业",),
    "事业单位": ("事业单位",),
    "社会组织": ("社会组织", "专业委员会", "群众团体", "社团"),
    "其他单位": ("其他单位",),
}
# The group whose units are bodies, which units join; and the one that stands last.
_BODIES, _OTHERS = "联合组织", "其他单位"


@dataclass(frozen=True, order=True)
class Classification:
    """The class of a unit, with its group. What stands first in the list of classes is less than what comes later."""

    place: int
    name: str
    group: str

    def __str__(self) -> str:
        """Return its name."""
        return self.name

    @property
    def is_body(self) -> bool:
        """Whether it is one of those that units join."""
        return self.group == _BODIES

    @property
    def levels(self) -> tuple[str, ...]:
        """The group and the class; once where both have one name."""
        return tuple(dict.fromkeys((self.group, self.name)))


Classes = Mapping[str, Classification]


def classes(own: Iterable[tuple[str, Iterable[str]]] = ()) -> Classes:
    """Return all classes by their names, in their order. `own` are those of an archive, by their groups.

    A group that is new stands behind the others, but for the one of all other units.
    """
    grouped = {group: list(names) for group, names in GROUPS.items() if group != _OTHERS}
    others = list(GROUPS[_OTHERS])
    for group, names in own:
        (others if group == _OTHERS else grouped.setdefault(group, [])).extend(names)
    in_order = [(name, group) for group, names in {**grouped, _OTHERS: others}.items() for name in names]
    return {name: Classification(place, name, group) for place, (name, group) in enumerate(in_order)}


BUILT_IN = classes()
# Those that units join.
BODIES = GROUPS[_BODIES]


def _classified(value: Any, info: ValidationInfo) -> Any:
    """Return the class of that name, of those that are given as the context; without them any name may be one."""
    if not isinstance(value, str):
        if isinstance(value, Classification):
            return value
        raise PydanticCustomError("string_type", "")
    name, known = value.strip(), BUILT_IN if info.context is None else info.context
    if not name:
        raise PydanticCustomError("blank", "")
    if "\n" in name:
        raise PydanticCustomError("one_line", "")
    if len(value) > MAX_LINE:
        raise PydanticCustomError("string_too_long", "", {"max_length": MAX_LINE})
    if name not in known and info.context is not None:
        raise PydanticCustomError("class_unknown", "", {"choices": list(known)})
    return known.get(name) or Classification(len(known), name, _OTHERS)


CLASS = Written(
    "类别",
    f"从这些里选一个：{'；'.join('、'.join(names) for names in GROUPS.values())}；或者写 archive.yml 里自己的类别",
    {**LINE.schema, "defaultSnippets": [{"label": name, "body": name} for name in BUILT_IN]},
)
Class = Annotated[Classification, BeforeValidator(_classified), CLASS]


def new_class(name: str) -> str:
    """Return a name that an archive gives to a class of its own. Refuses one that is there already."""
    if name in BUILT_IN:
        raise PydanticCustomError("class_taken", "", {"value": name, "group": BUILT_IN[name].group})
    return name


def group_of_classes(name: str) -> str:
    """Return the name of a group. Refuses that of a class, which is in a group itself."""
    if name in BUILT_IN and name not in GROUPS:
        raise PydanticCustomError("class_as_group", "", {"value": name, "group": BUILT_IN[name].group})
    return name
