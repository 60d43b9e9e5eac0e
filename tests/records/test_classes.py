"""What sorts of units there are, in two levels."""

import pytest
from chuxin.records.classes import BODIES, BUILT_IN, CLASS, GROUPS, Classification, classes
from chuxin.records.organizations import Organization
from pydantic import ValidationError

UNIT = {"id": "a", "name": "甲"}
# What could be written before there were groups.
OLD = [
    *("联席会议", "联盟", "基地", "街道", "党的机构", "政府机构", "驻沪机构", "居民区", "院校", "院系", "科研院所"),
    *("医疗机构", "金融机构", "企业", "社会组织", "其他单位"),
]


def unit(classification: object, own=()) -> Organization:
    return Organization.model_validate({**UNIT, "classification": classification}, context=classes(own))


@pytest.mark.parametrize("name", OLD)
def test_old_classes_stay_and_mean_the_same(name):
    assert unit(name).sort_of == name
    assert unit(name).is_body == (name in ("联席会议", "联盟", "基地"))


def test_classes_stand_in_the_order_of_their_groups():
    assert [one.name for one in sorted(BUILT_IN.values())] == [name for names in GROUPS.values() for name in names]
    assert [name for name in BUILT_IN if name in OLD] == OLD


@pytest.mark.parametrize(("name", "levels"), [("院系", ("教育", "院系")), ("企业", ("企业",))])
def test_a_class_that_is_its_whole_group_is_said_once(name, levels):
    assert BUILT_IN[name].levels == levels


def test_an_archive_adds_classes_to_a_group_and_groups_before_the_last():
    found = classes([("教育", ["老年大学"]), ("商圈", ["步行街"]), ("其他单位", ["临时机构"])])
    in_order = list(found)
    assert in_order[in_order.index("院系") + 1] == "老年大学" and found["老年大学"].group == "教育"
    assert in_order[-3:] == ["步行街", "其他单位", "临时机构"]
    assert unit("步行街", [("商圈", ["步行街"])]).classification.levels == ("商圈", "步行街")


def test_what_an_archive_adds_to_bodies_is_one():
    assert unit("共同体", [("联合组织", ["共同体"])]).is_body
    assert all(BUILT_IN[name].is_body for name in BODIES)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("养老院", "class_unknown"),
        (" ", "blank"),
        ("院\n校", "one_line"),
        ("院" * 301, "string_too_long"),
        ([], "string_type"),
    ],
)
def test_what_is_no_class(typed, kind):
    with pytest.raises(ValidationError) as refused:
        unit(typed)
    assert [one["type"] for one in refused.value.errors()] == [kind]


def test_who_knows_no_list_takes_any_name():
    """As a schema does, and as the program does when the settings cannot be read."""
    found = Organization.model_validate({**UNIT, "classification": "步行街"})
    assert (found.classification.name, found.classification.group, found.is_body) == ("步行街", "其他单位", False)
    assert Organization.model_validate({**UNIT, "classification": found.classification}).sort_of == "步行街"


def test_units_are_listed_by_class_before_their_id():
    assert isinstance(unit("院校").classification, Classification)
    assert unit("联盟").sorted_by < unit("院校").sorted_by < unit("院系").sorted_by


def test_editors_are_told_all_classes_by_groups():
    assert "；学校、院校、院系；" in CLASS.how
    assert [one["label"] for one in CLASS.schema["defaultSnippets"]] == list(BUILT_IN)
