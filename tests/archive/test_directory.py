"""Whom an editor means: by name, short name, pinyin, initials, a misspelt id."""

import pytest
from chuxin.archive.directory import Directory, names_of
from chuxin.archive.linking import link
from chuxin.archive.loading import FileRead, load
from chuxin.records.meetings import Meeting
from chuxin.records.outcomes import Outcome
from chuxin.records.people import Person
from making import loaded
from sites import DATA


@pytest.fixture(scope="module")
def directory() -> Directory:
    read, _ = load(DATA)
    return Directory(link(read), read)


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("organizations", "曲阳医院", ["quyang-hospital"]),
        ("organizations", "曲陽醫院", ["quyang-hospital"]),
        ("organizations", "电科院", ["sgcc-shanghai-research-institute"]),
        ("organizations", "qu-yang-hospital", ["quyang-hospital"]),
        ("organizations", "Quyang_Hospital", ["quyang-hospital"]),
        ("organizations", "quyang-hosptial", ["quyang-hospital"]),
        ("organizations", "quyangyiyuan", ["quyang-hospital"]),
        ("organizations", "qyyy", ["quyang-hospital"]),
        ("organizations", "曲阳的医院", ["quyang-hospital"]),
        ("organizations", "上海大学马克思", ["shu-marxism", "shu"]),
        ("organizations", "完全不同", []),
        ("organizations", "zzzzzz", []),
        ("people", "李滨麓", ["li-binlu"]),
        ("people", "libinlu", ["li-binlu"]),
        ("people", "滨麓", ["li-binlu"]),
        ("sources", "服务科创、集聚智源，他们说", ["2023-07-06-report"]),
        ("sources", "2023-7-06-report", ["2023-07-06-report"]),
        ("statements", "2023-07-06-li-binlv", ["2023-07-06-li-binlu"]),
        ("timeline", "x", []),
        ("people", "", []),
        ("people", "，", []),
    ],
)
def test_who_is_meant(directory, kind, written, meant):
    assert directory.meant(kind, written) == meant


def test_an_id_is_shown_with_its_name(directory):
    assert directory.shown("organizations", "quyang-hospital") == "quyang-hospital（曲阳医院）"
    assert directory.shown("statements", "2023-07-06-li-binlu") == "2023-07-06-li-binlu"


def test_what_did_not_load_is_known_as_far_as_it_can_be_read():
    read = loaded()
    read.broken |= {("people", "wu"), ("people", "wang")}
    data = {"name": "吴一", "other_names": ["小吴", ["x"], None], "sort": []}
    read.files["people", "wu"] = FileRead(None, data, None, [])
    found = Directory(link(read), read)
    assert found.names["people"] == {"wu": ("吴一", "小吴"), "wang": ()}
    assert found.meant("people", "小吴") == ["wu"]
    assert found.meant("people", "wnag") == ["wang"]


def test_names_come_in_their_order():
    person = Person(id="a", name="甲", sort="jia", other_names=("乙", "丙"))
    assert names_of(Person, person) == person.known_as == ("甲", "乙", "丙")
    assert names_of(Meeting, {"names": ["会", "又一会"], "title": "题"}) == ("会", "又一会")
    assert names_of(Outcome, {"names": ["会"], "title": "题"}) == ("题",)
    assert names_of(Person, None) == names_of(Person, []) == names_of(Person, "x") == ()
