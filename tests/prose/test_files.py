"""The folder of pages: what may lie there, and what is said of all else."""

import os
from pathlib import Path

import pytest
from chuxin.problems.problems import Span, display_path
from chuxin.prose import read_pages
from prose_pages import (
    no_file,
    problems_of,
    said,
    write,
)

LINK = ("E121", "这里不能有链接", "")


TYPE = ("E403", "这里只能放 Markdown 页面（.md）、图片和 .pdf、.csv 文件", "")


NAME = ("E404", "文件名只用英文字母、数字、连字符和点", "")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.html", TYPE),
        ("a.js", TYPE),
        ("a.css", TYPE),
        ("a.yml", TYPE),
        ("a.txt", TYPE),
        ("a.markdown", TYPE),
        ("a", TYPE),
        ("a.md.bak", TYPE),
        ("guide/a.htm", TYPE),
        ("a.MD", TYPE),
        ("中文.md", NAME),
        ("a b.md", NAME),
        ("a_b.png", None),
        ("_a.md", NAME),
        ("-a.md", NAME),
        ("a#b.md", NAME),
        ("a%20b.png", NAME),
        ("a?.pdf", NAME),
        ("a\nb.md", NAME),
        ("guide/é.png", NAME),
        ("a.md", None),
        ("A-b.2.png", None),
        ("a.PNG", None),
        ("a.jpg", None),
        ("a.jpeg", None),
        ("a.webp", None),
        ("a.gif", None),
        ("a.pdf", None),
        ("a.csv", None),
    ],
)
def test_only_some_files_may_lie_here(folder, name, wanted):
    write(folder, {name: ""})
    assert said(problems_of(folder)) == ([(Span(display_path(f"docs/{name}")), *wanted[:2])] if wanted else [])


@pytest.mark.parametrize("name", ["a b", "中文", "a#b", "a?b", "a%20b", "_a", "a/b c"])
def test_folders_have_plain_names_too(folder, name):
    write(folder, {f"{name}/x.md": ""})
    problems = problems_of(folder)
    assert [problem.code for problem in problems] == ["E404"]
    assert problems[0].span.path.startswith(f"docs/{name}")


def test_a_picture_cannot_run_scripts(folder):
    write(folder, {"a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'})
    assert [problem.span.path for problem in problems_of(folder)] == ["docs/a.svg"]


def test_links_are_refused_and_not_followed(folder, tmp_path):
    write(tmp_path / "outside", {"a.md": "[甲](nope.md)", "b.png": ""})
    write(folder, {"about.md": ""})
    (folder / "a.md").symlink_to(tmp_path / "outside" / "a.md")
    (folder / "b.png").symlink_to(tmp_path / "outside" / "b.png")
    (folder / "c.md").symlink_to("about.md")
    (folder / "d").symlink_to(tmp_path / "outside")
    (folder / "e.md").symlink_to("nowhere")
    (folder / ".f").symlink_to(tmp_path / "outside")
    names = ["a.md", "b.png", "c.md", "d", "e.md"]
    assert said(problems_of(folder)) == [(Span(f"docs/{name}"), *LINK[:2]) for name in names]
    assert [page.path for page in read_pages(folder)[0]] == ["about.md"]


@pytest.mark.parametrize("name", ["a.md", "a.png", "pipe"])
def test_a_pipe_is_no_page(folder, name):
    os.mkfifo(folder / name)
    assert said(problems_of(folder)) == [(Span(f"docs/{name}"), *TYPE[:2])]


def test_a_folder_named_like_a_page_is_a_folder(folder):
    write(folder, {"x.md/a.md": "[甲](nope.md)"})
    assert said(problems_of(folder)) == [(Span("docs/x.md/a.md", 1, 5), *no_file("nope.md")[:2])]


def test_a_missing_folder_of_pages_is_reported(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert [problem.span.path for problem in read_pages(Path("nowhere"))[1]] == ["nowhere"]


def test_a_folder_that_cannot_be_read_is_reported(folder, monkeypatch):
    write(folder, {"about.md": "", "guide/one.md": "", "guide/deep/two.md": ""})
    scandir = os.scandir

    def closed(path):
        if str(path).endswith(("guide", "deep")):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    pages, problems = read_pages(folder)
    assert [page.path for page in pages] == ["about.md"]
    assert [(one.span.path, one.code) for one in problems] == [("docs/guide", "E123")]


def test_a_file_that_cannot_be_looked_at_is_reported(folder, monkeypatch):
    write(folder, {"about.md": "", "a.png": ""})

    def closed(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_symlink", closed)
    assert [(one.span.path, one.code) for one in read_pages(folder)[1]] == [
        ("docs/a.png", "E123"),
        ("docs/about.md", "E123"),
    ]
