"""Rendering: undefined names are errors, text is escaped, links are relative to the page."""

import re
from pathlib import Path

import pytest
from chuxin.pages.rendering import TEMPLATES, Renderer
from chuxin.records.kinds import KIND_NAMES, SECTIONS
from chuxin.records.wording import UNKNOWN
from jinja2 import Environment, TemplateNotFound, UndefinedError
from markupsafe import Markup


def render(folder: Path, template: str, route: str = "people/li/", **context) -> str:
    (folder / "page.html").write_text(template, encoding="utf-8")
    return Renderer("https://example.org/", "https://code.example.org/data", folder).render(
        "page.html", route, **context
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ nothing }}",
        "{{ view.nothing }}",
        "{{ view.nothing.more }}",
        "{% if nothing %}x{% endif %}",
        "{% for one in nothing %}x{% endfor %}",
        "{{ nothing or 'x' }}",
        "{{ nothing | markdown }}",
        "{{ nothing | href }}",
        "{{ view['nothing'] }}",
    ],
)
def test_an_undefined_name_is_an_error(tmp_path, template):
    # A filter that wants text gets none.
    with pytest.raises((UndefinedError, TypeError)):
        render(tmp_path, template, view=object())


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"'&", "&#34;&#39;&amp;"),
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
        (Markup("<b>粗</b>"), "<b>粗</b>"),
        ("曲阳", "曲阳"),
        (46, "46"),
    ],
)
def test_text_is_escaped(tmp_path, value, written):
    assert render(tmp_path, "<p>{{ value }}</p>", value=value) == f"<p>{written}</p>"
    assert render(tmp_path, '<p title="{{ value }}">', value=value) == f'<p title="{written}">'


def test_text_is_escaped_in_macros_and_their_files(tmp_path):
    (tmp_path / "macros.html").write_text("{% macro show(one) %}<i>{{ one }}</i>{% endmacro %}", encoding="utf-8")
    template = "{% import 'macros.html' as m with context %}{{ m.show(value) }}{{ m.show(m.show(value)) }}"
    assert render(tmp_path, template, value="<b>") == "<i>&lt;b&gt;</i><i><i>&lt;b&gt;</i></i>"


@pytest.mark.parametrize(
    ("route", "address"),
    [
        ("", "./people/li/"),
        ("about/", "../people/li/"),
        ("meetings/2031/", "../../people/li/"),
        ("meetings/2031/#x", "../../people/li/"),
        ("a/b/c/", "../../../people/li/"),
    ],
)
def test_links_start_from_the_page(tmp_path, route, address):
    assert render(tmp_path, "{{ 'people/li/' | href }}", route) == address
    assert (
        render(tmp_path, "{{ '[甲](record:people/li)' | markdown }}", route) == f'<p><a href="{address}">甲</a></p>\n'
    )


def test_one_renderer_serves_pages_at_any_depth(tmp_path):
    (tmp_path / "macros.html").write_text("{% macro to(route) %}{{ route | href }}{% endmacro %}", encoding="utf-8")
    template = "{% import 'macros.html' as m with context %}{{ m.to('x/') }} {{ route }}"
    (tmp_path / "page.html").write_text(template, encoding="utf-8")
    renderer = Renderer(templates=tmp_path)
    routes = ["", "a/", "a/b/", "", "a/b/", "c/", "a/b/c/"]
    wanted = ["./x/ ", "../x/ a/", "../../x/ a/b/", "./x/ ", "../../x/ a/b/", "../x/ c/", "../../../x/ a/b/c/"]
    assert [renderer.render("page.html", route) for route in routes] == wanted


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("一", "<p>一</p>"),
        ("**一**", "<p><strong>一</strong></p>"),
        ("<b>一</b>", "<p>&lt;b&gt;一&lt;/b&gt;</p>"),
        ("[甲](javascript:x)", "<p>[甲](javascript:x)</p>"),
    ],
)
def test_markdown_is_rendered_and_not_escaped_again(tmp_path, text, html):
    assert render(tmp_path, "{{ text | markdown }}", text=text).strip() == html


def test_what_every_template_knows(tmp_path):
    template = "{{ site_url }}|{{ records_url }}|{{ unknown }}|{{ kind_names.people }}|{{ index_route('people') }}"
    assert render(tmp_path, template) == (
        f"https://example.org/|https://code.example.org/data|{UNKNOWN}|{KIND_NAMES['people']}|people/"
    )
    assert render(tmp_path, "{{ sections | join(' ') }}") == " ".join(SECTIONS)
    (tmp_path / "empty.html").write_text("[{{ site_url }}{{ records_url }}]", encoding="utf-8")
    assert Renderer(templates=tmp_path).render("empty.html", "") == "[]"


def test_blank_lines_are_left_out(tmp_path):
    template = "<p>\n\n{% if true %}\n\n  一\n{% endif %}\n   \n</p>"
    assert render(tmp_path, template) == "<p>\n  一\n</p>"


def test_a_template_sees_no_more_of_the_machine(tmp_path):
    for template in ["{% include '../secret' %}", "{% include '/etc/passwd' %}"]:
        with pytest.raises(TemplateNotFound):
            render(tmp_path, template)


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_the_templates_are_sound_and_turn_no_escaping_off(path):
    text = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", text)
    assert list(Environment().parse(text).body)
