"""The dated hand-written pages in their index."""

from chuxin.pages.indexes import index_view
from making import linked
from viewing import article


def outline(groups) -> list:
    """Return groups as (heading, anchor, year, what is in it)."""
    return [
        (group.heading, group.anchor, group.year, outline(group.groups) or [row.link.text for row in group.rows])
        for group in groups
    ]


def test_news_are_grouped_by_year():
    articles = [article("c", "2032", "丙"), article("b", "2031-12", "乙"), article("a", "2031-02-03", "甲")]
    assert outline(index_view(linked(), articles, "news").groups) == [
        ("2032年", "y2032", "2032", ["丙"]),
        ("2031年", "y2031", "2031", ["乙", "甲"]),
    ]
