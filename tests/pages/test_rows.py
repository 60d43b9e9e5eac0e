"""What one can choose between in an index."""

import pytest
from chuxin.pages.indexes import index_view
from chuxin.pages.rendering import Renderer
from chuxin.pages.rows import MANY
from making import linked, meeting, person, speech, unit
from viewing import DESK, archive


def facets(view) -> dict[str, list[tuple[str, str, int]]]:
    return {facet.name: [(one.value, one.text, one.count) for one in facet.choices] for facet in view.facets}


def test_years_are_counted_newest_first():
    found = archive(meeting("2031-01"), meeting("2031-02"), meeting("2033"))
    assert facets(index_view(found, [], "meetings")) == {"year": [("2033", "2033年", 1), ("2031", "2031年", 2)]}


def test_organizations_are_chosen_by_group_and_by_class_in_the_order_of_the_page():
    found = archive(organizations=[unit("a", "院系"), unit("b", "院校"), unit("c", "院校"), unit("d", "企业")])
    view = index_view(found, [], "organizations")
    assert [(group.heading, [inner.heading for inner in group.groups]) for group in view.groups] == [
        ("教育", ["院校", "院系"]),
        ("企业", []),
    ]
    assert [(facet.name, facet.label) for facet in view.facets] == [("kind", "大类"), ("sort", "类别")]
    assert facets(view) == {
        "kind": [("教育", "教育", 3), ("企业", "企业", 1)],
        "sort": [("院校", "院校", 2), ("院系", "院系", 1), ("企业", "企业", 1)],
    }


def test_other_kinds_begin_with_the_most_rows():
    said = [speech("li"), speech("wu", "remarks"), speech("li", "remarks"), speech("li", "report", outcome="desk")]
    found = archive(meeting("2031", *said))
    (facet,) = index_view(found, [], "statements").facets
    assert facet.label == "种类"
    assert [(one.value, one.count) for one in facet.choices] == [("讲话", 2), ("发言", 1), ("成果汇报", 1)]


def test_a_single_choice_is_none():
    assert index_view(archive(meeting("2031", speech("li"))), [], "statements").facets == ()
    assert index_view(archive(), [], "people").facets == ()


def test_what_has_no_year_is_under_no_year():
    outcomes = [{**DESK, "id": "a", "date": "2031"}, {**DESK, "id": "b", "date": "2032"}, {**DESK, "id": "c"}]
    view = index_view(archive(outcomes=outcomes), [], "outcomes")
    assert (view.count, facets(view)["year"]) == (3, [("2032", "2032年", 1), ("2031", "2031年", 1)])


@pytest.mark.parametrize("count", [MANY - 1, MANY])
def test_only_a_list_of_many_has_a_filter(count):
    people = [{**person(f"p{number}", "ren"), "name": "人"} for number in range(count)]
    view = index_view(linked(people=people), [], "people")
    html = Renderer().render("index.html", "people/", view=view)
    assert view.count == count
    assert ("data-filter" in html) == ("list-filter.js" in html) == (count == MANY)


def test_the_form_waits_for_its_script():
    found = archive(*(meeting(f"2031-{month:02}") for month in range(1, 13)))
    html = Renderer().render("index.html", "meetings/", view=index_view(found, [], "meetings"))
    assert '<div class="cx-find" role="search" aria-label="筛选" data-filter hidden>' in html
    assert "style=" not in html and html.count("<script") == html.count("<script type=") == 1
