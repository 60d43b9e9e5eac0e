"""What sources count of a body's members, as its page shows it."""

from chuxin.pages.organizations import organization_view
from chuxin.records.organizations import Organization
from making import COUNCIL, admits, decision, joins, linked, meeting, unit


def test_a_body_shows_what_sources_count_of_it():
    here = {
        "groups": [{"name": "负责人", "count": 2, "measure": "家", "body": "council"}, {"name": "居民", "count": 3}]
    }
    archive = linked(
        organizations=[COUNCIL, unit("a"), unit("b")],
        meetings=[
            meeting("2032", attendance={"groups": [{"name": "代表", "count": 5, "body": "council"}]}),
            meeting("2031", admits("a", "b"), attendance=here),
            meeting("2033", attendance={"groups": [{"name": "代表", "body": "council"}]}),
        ],
    )
    counts = organization_view(archive, archive.of(Organization)["council"]).counts
    assert [(one.date.iso, one.text, one.number, one.unlisted) for one in counts] == [
        ("2031", "2家负责人", 2, False),
        ("2032", "5代表", 5, True),
    ]


def test_a_body_shows_where_not_all_who_joined_are_named():
    not_yet = decision("暂缓", admits=[{"body": "council", "count": "3"}])
    left = decision(releases=[{"body": "council", "count": "2"}])
    archive = linked(
        organizations=[COUNCIL, unit("a"), unit("b")],
        meetings=[
            meeting("2033", left),
            meeting("2032", joins(organizations=["a"], others="10")),
            meeting("2031", joins(count="11"), admits("b"), not_yet),
        ],
    )
    unnamed = organization_view(archive, archive.of(Organization)["council"]).unnamed
    assert [(one.date.iso, one.text, one.item.text) for one in unnamed] == [
        ("2031", "加入，共11家，都没有写明名称", "11家单位加入COUNCIL"),
        ("2032", "加入，另有10家，写明名称的1家", "A等加入COUNCIL"),
        ("2033", "退出，共2家，都没有写明名称", "《案》"),
    ]
