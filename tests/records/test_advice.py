"""Where a thing belongs that was written in a place where it has none."""

import re

import pytest
from chuxin.records import advice
from chuxin.records.agenda import ITEM_NAMES, ITEM_WORDS, Activity, AgendaItem
from chuxin.records.ceremonies import Award, Launch, Signing, Unveiling
from chuxin.records.items import Party, Role
from chuxin.records.kinds import KINDS
from chuxin.records.listings import Entry
from chuxin.records.meetings import Meeting
from chuxin.records.offices import MANNERS
from chuxin.records.organizations import Organization
from chuxin.records.shapes import field_owners, field_shapes, models_of
from chuxin.records.speeches import Statement

CATEGORIES = field_shapes(Activity)["category"].choices
ALL_FIELDS = set(field_owners(tuple(KINDS.values())))


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("授牌", "type: award"),
        ("表彰", "type: award"),
        ("颁发聘书", "type: award"),
        ("visit", "category: 参观走访"),
        ("Tour", "category: 参观走访"),
        ("启动仪式", "category: 启动项目"),
        ("聘任", "manner: 聘任"),
        ("换届", "type: appointment"),
        ("新增成员", "type: joining"),
        ("speech", "type: statement"),
        ("揭幕", "type: unveiling"),
        ("成立大会", "type: founding"),
        ("签约仪式", "type: signing"),
        ("胡写", ""),
        ("", ""),
    ],
)
def test_what_reports_call_an_item(word, said):
    found = advice.for_type(word)
    assert said in found and bool(said) == bool(found)


@pytest.mark.parametrize(
    "word", [word for word in (*MANNERS, *field_shapes(Activity)["category"].choices) if word != "其他"]
)
def test_a_word_that_a_field_takes_is_told_the_field(word):
    assert advice.for_type(word).endswith(word)


def test_what_is_told_to_be_written_can_be_written():
    """Every type, field and choice that advice names is there."""
    everything = [
        advice.for_type(word) for word in ("授牌", "加入", "退出", "清单", "启动", "走访", "论坛", "speech", "改选")
    ]
    everything += [said for _, _, said in advice._FIELDS] + [said for _, said in advice._TYPES]
    for said in everything:
        assert set(re.findall(r"type: (\w+)", said)) <= set(ITEM_NAMES)
        assert set(re.findall(r"category: (\w+)", said)) <= set(CATEGORIES)
        assert set(re.findall(r"(?<![\w: ])([a-z_]+)(?= 写| 里| 下面|：)", said)) <= ALL_FIELDS | {"type"}


def test_no_advice_is_given_on_a_field_that_is_there():
    for model, names, _ in advice._FIELDS:
        assert not set(names.split()) & set(model.model_fields), model


@pytest.mark.parametrize(
    ("model", "name", "said"),
    [
        (Signing, "count", "others"),
        (Award, "organizations", "receivers"),
        (Launch, "listings", "发布清单"),
        (Unveiling, "people", "roles"),
        (Entry, "organizations", "claimed_by"),
        (Organization, "until", "memberships"),
        (Meeting, "votes", "决定"),
        (Statement, "votes", ""),
        (Role, "揭牌", "role: 揭牌"),
        (Role, "person", "people"),
        (Party, "organization", "organizations"),
    ],
)
def test_where_a_field_belongs(model, name, said):
    found = advice.for_field([model], name)
    assert said in found and bool(said) == bool(found)


@pytest.mark.parametrize(
    ("name", "word", "said"),
    [
        ("result", "全票通过", "写 result: 通过，“全票通过”写在 votes 的 wording 里"),
        ("result", "一致同意", "写 result: 通过，“一致同意”写在 votes 的 wording 里"),
        # All may be of one mind to wait.
        ("result", "一致决定再议", ""),
        ("result", "一致同意暂缓", ""),
        ("result", "全票未通过", ""),
        ("result", "全体一致表决通过", "写 result: 通过，“全体一致表决通过”写在 votes 的 wording 里"),
        ("result", "同意", ""),
        ("form", "全票通过", ""),
        ("roles", "揭牌", "写成 - role: 揭牌，下一行对齐写 people、organizations 或 others"),
    ],
)
def test_a_result_that_tells_of_the_vote(name, word, said):
    assert advice.for_value(name, word) == said


OTHERS, GROUPS = "来源没有写名称的，照来源写在 others 里：", "来源没有写名称的，写在 attendance 的 groups 里，name: "


@pytest.mark.parametrize(
    ("kind", "path", "word", "said"),
    [
        ("people", ("agenda", 0, "speaker"), "居民代表", "来源没有写姓名的，不写 speaker，改写 group: 居民代表"),
        ("people", ("agenda", 0, "speaker"), "张三", ""),
        ("people", ("agenda", 0, "speaker"), "张三、李四", "每项写一位；两位说的，分开写成两项"),
        ("people", ("authors", 0), "张三、李四", "每位一行"),
        (
            "people",
            ("agenda", 0, "roles", 0, "people", 1),
            "青年志愿者",
            f"{OTHERS}青年志愿者",
        ),
        (
            "people",
            ("attendance", "people", 0, "person"),
            "居民代表",
            f"{GROUPS}居民代表",
        ),
        (
            "organizations",
            ("agenda", 0, "organizations", 0),
            "11家成员单位",
            f"{OTHERS}11家成员单位",
        ),
        ("organizations", ("organizers", 0), "11家成员单位", ""),
        ("people", ("authors", 0), "青年教师", ""),
        ("brands", ("agenda", 0, "brand"), "代表", ""),
    ],
)
def test_whoever_is_not_named_has_another_place(kind, path, word, said):
    assert advice.for_name(kind, path, word) == said


def test_an_items_own_name_needs_no_advice():
    assert (
        set(ITEM_WORDS.values())
        == {tag for tag in ITEM_NAMES}
        == {model.model_fields["type"].annotation.__args__[0] for model in models_of(AgendaItem)}
    )
