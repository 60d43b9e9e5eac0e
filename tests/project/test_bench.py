"""Synthetic archives are what they say they are, and every row of the benchmark can be measured. No times here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from bench import growth, hostile, hostile_pages, hostile_reports, words
from bench.generate import LEAST, generate
from bench.measures import MEASURES, first_visit
from bench.records import dump
from bench.text import vocabulary
from chuxin.archive.linking import Archive
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.agenda import ITEM_NAMES
from chuxin.records.kinds import KINDS
from chuxin.records.meetings import Meeting
from chuxin.records.organizations import Organization
from chuxin.records.people import Person
from chuxin.site.site import read_site
from sites import ROOT

COUNT = 300


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench") / "archive"
    generate(COUNT, made)
    return made


@pytest.fixture(scope="module")
def archive(folder: Path) -> Archive:
    site, problems = read_site(folder, folder / "docs")
    assert not problems
    return site.archive


def test_same_seed_same_bytes(folder: Path, tmp_path: Path) -> None:
    """In a process with other hashes of strings, too."""
    command = [sys.executable, ROOT / "tests" / "bench" / "generate.py", str(COUNT), tmp_path / "again"]
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": "7"}, capture_output=True)
    assert contents(tmp_path / "again") == contents(folder)


def test_other_seed_other_bytes(folder: Path, tmp_path: Path) -> None:
    generate(COUNT, tmp_path / "other", seed=2)
    assert contents(tmp_path / "other") != contents(folder)


@pytest.mark.parametrize("count", [LEAST, 61, 1000])
def test_exact_count(count: int, tmp_path: Path) -> None:
    counts = generate(count, tmp_path / "archive")
    site, problems = read_site(tmp_path / "archive", tmp_path / "archive" / "docs")
    assert not problems
    pages = Counter(page.kind for page in site.record_pages())
    assert pages == counts and pages.total() == count
    assert len(pages) == len(KINDS) + 1


def test_refuses_what_it_cannot_do(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="fewer"):
        generate(LEAST - 1, tmp_path / "small")
    with pytest.raises(FileExistsError):
        generate(COUNT, folder)


def test_everything_occurs(archive: Archive) -> None:
    assert archive.settings.fictional
    assert {unit.classification.name for unit in archive.of(Organization).values()} == set(words.CLASSES)
    items = [item for meeting in archive.of(Meeting).values() for item in meeting.agenda]
    assert {item.type for item in items} >= set(ITEM_NAMES)
    written = {name for item in items for name in item.model_fields_set}
    assert written >= {"amendments", "votes", "part", "group", "roles"}
    assert any(meeting.follow_ups for meeting in archive.of(Meeting).values())
    assert any(member.joined and member.left for member in archive.memberships)
    years = [meeting.date.year for meeting in archive.of(Meeting).values()]
    assert max(years) - min(years) >= 15
    roles = {backlink.role for links in archive.backlinks.values() for backlink in links}
    assert roles >= {
        "text",
        "parent",
        "founders",
        "guides",
        "agenda.admits.body",
        "agenda.releases.body",
        "entries.meets",
    }
    shortened = sum(bool(unit.other_names) for unit in archive.of(Organization).values())
    assert 0.2 < shortened / len(archive.of(Organization)) < 0.5


def test_speeches_are_as_long_and_as_varied_as_real_ones(archive: Archive) -> None:
    texts = [statement.item.text for statement in archive.statements.values()]
    lengths = [len(text) for text in texts]
    assert 450 <= sum(lengths) / len(lengths) <= 750
    assert min(lengths) >= 270 and max(lengths) <= 960
    assert {len(text.split("\n\n")) for text in texts} == {2, 3, 4, 5}
    sentences = [part for text in texts for one in re.split(r"[。！？\n]", text) if (part := one.strip())]
    assert len(set(sentences)) >= 0.95 * len(sentences)
    everything = "".join(texts)
    assert all(mark in everything for mark in ("\n- ", "\n1. ", "**", "《", "“", "；", "、", "AI", "App", "WiFi"))


def test_names_are_spelled(archive: Archive) -> None:
    assert len(words.SURNAMES) == 100 == len(dict(words.SURNAMES))
    spelled = dict(words.SURNAMES), dict(words.GIVEN)
    for person in archive.of(Person).values():
        surname = next(name for name in spelled[0] if person.name.startswith(name))
        given = "".join(spelled[1][character] for character in person.name.removeprefix(surname))
        assert person.sort == f"{spelled[0][surname]} {given}"


def test_some_people_have_the_same_name(tmp_path: Path) -> None:
    generate(3000, tmp_path / "archive")
    files = (tmp_path / "archive" / "people").glob("*.yml")
    names = [re.search(r"^name: (.+)$", path.read_text("utf-8"), re.MULTILINE)[1] for path in files]
    assert len(set(names)) < len(names)


def test_vocabulary() -> None:
    known = [*words.NOUNS, *words.VERBS, *words.ADJECTIVES, *words.ADVERBS]
    assert len(words.CHARACTERS) >= 600 and len(set(known)) == len(known) >= 250
    found = [word for of_class in vocabulary(Random(1)).values() for word in of_class]
    assert len(set(found)) == len(found) >= 1500 + len(known)
    assert all(2 <= len(word) <= 4 for word in found)


@pytest.mark.parametrize(
    "text",
    [
        "字",
        "a: b",
        "a:b",
        "a #b",
        "a:",
        "- a",
        "-a",
        "[a](record:b/c)。",
        "**a** b",
        "“a”",
        "a\n\nb",
        "1",
        "*",
        "'a",
        "? a",
    ],
)
def test_yaml_says_what_was_meant(text: str) -> None:
    record = {"id": text, "list": [text, text], "records": [{"a": text, "b": [text]}], "c": {"d": text}}
    assert parse(SourceText("", dump(record))) == (record, [])


def test_a_first_visit_loads_what_the_page_names_and_what_that_names(tmp_path: Path) -> None:
    files = {
        "people/a/index.html": """
            <link rel="stylesheet" href="../../a.css"><link rel="icon" href="/icon.svg"><link rel="next" href="../b/">
            <script type="module" src="../../a.js?1"></script><script>import "./no.js"</script>
            <script src="https://example.org/away.js"></script><img src="../../gone.svg"><img src="../../photo.png">""",
        "a.css": '@import "b.css"; a { background: url(data:image/svg+xml,x) } b { background: url("c.svg#part") }',
        "a.js": 'import { b } from "./b.js"; export const later = () => import("./later.js")',
        "b.js": 'import"./a.js"',
        **dict.fromkeys(("b.css", "c.svg", "icon.svg", "later.js", "away.js", "photo.png", "people/a/no.js"), ""),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = first_visit(tmp_path / "people/a/index.html", tmp_path)
    expected = ["a.css", "a.js", "b.css", "b.js", "c.svg", "icon.svg", "people/a/index.html"]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in found) == expected


@pytest.mark.parametrize("name", hostile.RECORDS)
def test_hostile_records_are_as_large_as_asked(name: str) -> None:
    files = hostile.RECORDS[name](9_000)
    assert 5_000 <= sum(map(len, files.values())) <= 13_000
    hostile.check(hostile.RECORDS[name](900))


@pytest.mark.parametrize("name", hostile_pages.PAGES)
def test_hostile_pages_are_as_long_as_asked_and_kept(name: str) -> None:
    text = hostile_pages.PAGES[name](12_000)
    assert 8_000 <= len(text) <= 12_000 if "in paragraphs" not in name else len(text) > 9_000
    hostile_pages.check(hostile_pages.PAGES[name](6_000))


@pytest.mark.parametrize("name", hostile_reports.REPORTS)
def test_hostile_reports_are_as_long_as_asked(name: str) -> None:
    text = hostile_reports.REPORTS[name](900)
    assert 880 <= len(text) <= 900
    hostile_reports.check(text)


def test_what_grows_too_much_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock that runs as long as it is told to."""
    clock = [0.0]
    monkeypatch.setattr(growth.time, "process_time", lambda: clock[0])

    def step(seconds: float) -> None:
        clock[0] += seconds

    costs = {
        "square": lambda size: size * size / 1e6,
        "line": lambda size: size / 1e3,
        "quick": lambda size: size * size / 1e9,
        "nothing": lambda size: 0,
    }
    found = list(growth.growths(costs, step, 1_000))
    assert {one.name: round(one.ratio, 6) for one in found} == {"square": 4, "line": 2, "quick": 0, "nothing": 0}
    assert [line.split("|")[1].strip() for line in growth.worst(found, shown=0).splitlines()[2:]] == ["square"]


def test_every_row_is_printed() -> None:
    """As `make bench` runs it, in a process of its own: one thread holds only one browser."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("hooks", "tests"))}
    command = [sys.executable, "-m", "bench", "60"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    machine, table, lighthouse = done.stdout.split("\n\n")
    head, rule, *rows = table.splitlines()
    assert "cores, Python 3." in machine
    assert head.split("|")[2].strip() == "60" and rule.startswith("| ---")
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert [name for name, _ in cells] == [f"{one.name} ({one.unit})" if one.unit else one.name for one in MEASURES]
    assert all(float(value.replace(",", "")) >= 0 for _, value in cells)
    # What `make test` does not set up is said to be missing.
    assert lighthouse.startswith(("| Lighthouse, mobile |", "Lighthouse is not set up"))
