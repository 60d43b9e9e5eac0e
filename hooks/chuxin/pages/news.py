"""The dated hand-written pages (动态), as their index and the home page list them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..prose import Page as Article
from .parts import Link, date_view
from .rows import Group, Row, by_year

EMPTY = "这里将按日期列出本站的动态。至今没有发布过动态。"


def groups(articles: Sequence[Article]) -> Iterator[Group]:
    """Yield the articles of each year."""
    return by_year((article.date, article_row(article)) for article in articles)


def article_row(article: Article) -> Row:
    """Return an article's row."""
    remarks = (article.description,) if article.description else ()
    return Row(Link(article.name, article.route), date_view(article.date), remarks)
