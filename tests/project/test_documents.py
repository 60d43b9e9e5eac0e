"""What the documents for maintainers name is there: rooms, paths, commands. A document that lies is worse than none."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from sites import ROOT

DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
PACKAGE = ROOT / "hooks" / "chuxin"
# Made by commands, or a name for many.
NOT_KEPT = re.compile(r"\.venv|^site/$|\.site\.building|KIND|^https?:|…|\*")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

each_document = pytest.mark.parametrize("name", DOCUMENTS)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def is_there(path: str) -> bool:
    """Tell whether a path is one of the project, of the package, or of a folder of the site's own files."""
    places = (ROOT, PACKAGE, ROOT / "overrides" / "assets" / "javascripts", ROOT / "overrides" / "styles",
              PACKAGE / "search")  # fmt: skip
    return any((place / path).exists() for place in places)


@each_document
def test_every_path_exists(name: str) -> None:
    code = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text_of(name), flags=re.DOTALL | re.MULTILINE))
    paths = [one for one in code if re.fullmatch(r"[\w.-]+(?:/[\w.-]*)+|[\w-]+\.(?:py|js|css|yml|md|lock|toml)", one)]
    assert len(paths) > 5
    assert [path for path in paths if not NOT_KEPT.search(path) and not is_there(path)] == []
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text_of(name))
    assert [link for link in links if not (ROOT / link).exists()] == []


@each_document
def test_every_target_exists(name: str) -> None:
    named = set(re.findall(r"(?:`|^)make ([a-z]+)\b", text_of(name), re.MULTILINE))
    assert named and named <= TARGETS


@each_document
def test_lines_are_short(name: str) -> None:
    assert [line for line in text_of(name).splitlines() if len(line) > 120 and not line.startswith("|")] == []


def test_the_architecture_names_every_room() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    assert set(re.findall(r"^\| `(\w+)` \|", text_of("ARCHITECTURE.md"), re.MULTILINE)) == rooms


def test_every_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())
    assert phony == set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


def test_what_runs_at_every_commit_is_there() -> None:
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"
    for hook in repository["hooks"]:
        assert {"id", "name", "entry", "language"} <= hook.keys() and hook["language"] == "system"
        command, *arguments = shlex.split(hook["entry"])
        assert command in ("make", ".venv/bin/python")
        assert command != "make" or set(arguments) <= TARGETS
        folders = [one for one in arguments if Path(one).suffix == "" and one in ("hooks", "tests", "tools")]
        assert all((ROOT / folder).is_dir() for folder in folders)
