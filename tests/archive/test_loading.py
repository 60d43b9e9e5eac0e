"""A folder of records: what is read of it, and every file that is wrong, each at its own place and all at once."""

import os
import re
import threading
from pathlib import Path

import pytest
from chuxin.archive.loading import LoadedRecords, load, read, read_record, read_source
from chuxin.problems.problems import MOST, Problem, errors
from chuxin.problems.reports import FORMATS
from chuxin.problems.typed import MAX_CHARACTERS, SourceText
from chuxin.records.brands import Brand
from chuxin.records.kinds import KINDS
from chuxin.records.organizations import Organization
from chuxin.records.people import Person
from chuxin.records.settings import Settings

LI = "id: li\nname: 李\nsort: li\n"

FULL = {
    "meetings/2031.yml": "id: '2031'\nnames: [会]\ndate: 2031\n",
    "organizations/street.yml": "id: street\nname: 街道\nclassification: 街道\n",
    "people/li.yml": LI,
    "outcomes/desk.yml": "id: desk\ntitle: 小桌\ntype: 课题\nauthors: [li]\nsummary: 概述\n",
    "listings/needs.yml": "id: needs\nname: 需求清单\ntype: 需求\n",
    "brands/light.yml": "id: light\nname: 灯\ntype: 品牌\n",
    "sources/report.yml": "id: report\nheadline: 题\ntype: 报道\n",
}


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    """An archive that reports call `data`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return Path("data")


def write(root: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def places(problems: list[Problem]) -> list[str]:
    """Return each error as `path:line:column code`, sorted as reports are."""
    found = sorted(errors(problems))
    return [f"{one.span.path}:{one.span.line}:{one.span.column} {one.code}" for one in found]


def within(seconds: float, function, *arguments):
    """Call a function, and fail when it does not come back."""
    results = []
    thread = threading.Thread(target=lambda: results.append(function(*arguments)), daemon=True)
    thread.start()
    thread.join(seconds)
    assert results, "still waiting"
    return results[0]


def test_an_archive_with_a_record_of_every_kind(root):
    write(root, FULL)
    loaded, problems = load(root)
    assert problems == []
    assert {kind: list(loaded.of(model)) for kind, model in KINDS.items() if loaded.of(model)} == {
        "meetings": ["2031"],
        "organizations": ["street"],
        "people": ["li"],
        "outcomes": ["desk"],
        "listings": ["needs"],
        "brands": ["light"],
        "sources": ["report"],
    }
    assert all(isinstance(file.record, KINDS[kind]) for (kind, _), file in loaded.files.items())
    assert loaded.text(("people", "li")).path == "data/people/li.yml"
    assert loaded.text(("people", "li")).text == LI
    assert loaded.broken == set()
    assert loaded.root == root


def test_an_empty_archive_is_sound(root):
    loaded, problems = load(root)
    assert problems == []
    assert loaded == LoadedRecords(root)
    assert loaded.files == {}
    assert loaded.settings == Settings(fictional=False)


def test_records_are_read_in_the_order_of_their_names(root):
    write(root, {f"people/{name}.yml": f"id: {name}\nname: 甲\nsort: a\n" for name in ["b", "a-1", "c", "a"]})
    assert list(load(root)[0].of(Person)) == ["a-1", "a", "b", "c"]


# name of the file, what is in it, where the problem is, and whether its data can be read all the same
BROKEN = [
    ("people/li.yml", b"id: li\nname: \xc0\xee\n", "2:7 E101", False),
    ("people/li.yml", b"\xef\xbb\xbfid: \xff", "1:5 E101", False),
    ("people/li.yml", LI.replace("name: 李", "name: 李: 二"), "2:8 E118", True),
    ("people/li.yml", LI + "note: [一\n", "4:7 E131", False),
    ("people/li.yml", "", "1:1 E103", False),
    ("people/li.yml", "# 待补\n", "1:1 E103", False),
    ("people/li.yml", "#" * (MAX_CHARACTERS + 1), "1:1 E104", False),
    ("people/li.yml", "#" + "一" * (2 * MAX_CHARACTERS), "1:1 E104", False),
    ("people/li.yml", LI + "---\n" + LI, "4:1 E105", False),
    ("people/li.yml", LI.replace("李", "李\x00"), "2:8 E106", False),
    ("people/li.yml", LI + "note: &x y\n", "4:7 E107", True),
    ("people/li.yml", LI + "note: !x y\n", "4:7 E108", True),
    ("people/li.yml", LI + "note: " + "[" * 50 + "]" * 50, "4:46 E109", False),
    ("people/li.yml", LI + "? [x]\n: y\n", "4:3 E110", True),
    ("people/li.yml", LI + "name: 二\n", "4:1 E111", True),
    ("people/li.yml", "- id: li\n- name: 李\n", "1:1 E203", True),
    ("people/li.yml", "李\n", "1:1 E203", True),
    ("people/li.yml", "id: li\nname: 李\n", "1:1 E201", True),
    ("people/li.yml", LI + "phone: 1\n", "4:1 E202", True),
    ("people/li.yml", "id: li\nname: [李]\nsort: li\n", "2:7 E205", True),
    ("people/li.yml", LI + "sources: report\n", "4:10 E214", True),
    ("people/li.yml", "id: wang\nname: 李\nsort: li\n", "1:5 E125", True),
    ("people/li.yml", "name: 李\nid: Li\nsort: li\n", "2:5 E207", True),
    ("people/Li.yml", LI, "1:5 E125", True),
    ("people/李.yml", LI, "1:5 E125", True),
    ("people/li.x.yml", LI, "1:5 E125", True),
    ("people/li b.yml", LI, "1:5 E125", True),
    ("meetings/m.yml", "id: m\nnames: [会]\ndate: 2023-02-30\n", "3:7 E208", True),
    ("sources/s.yml", "id: s\nheadline: 题\ntype: 报道\nurl: example.org\n", "4:6 E211", True),
]


@pytest.mark.parametrize(("name", "content", "place", "is_read"), BROKEN)
def test_a_broken_record_is_left_out_and_reported_at_its_place(root, name, content, place, is_read):
    write(root, {**FULL, name: content})
    if name != "people/li.yml":
        (root / "people/li.yml").unlink()
    loaded, problems = load(root)
    assert places(problems) == [f"data/{name}:{place}"]
    kind, stem = name.removesuffix(".yml").split("/")
    # A record whose id is not its file's name is known by both: a reference to either is no mistake of its own.
    written = re.match(r"id: (\S+)\n", content) if place.endswith("E125") and isinstance(content, str) else None
    assert loaded.broken == {(kind, stem)} | ({(kind, written[1])} if written else set())
    assert stem not in loaded.of(KINDS[kind])
    # What it refers to can be checked when it can be read.
    assert list(loaded.drafts) == ([(kind, stem)] if is_read else [])
    assert ((kind, stem) in loaded.files) == is_read
    assert len(loaded.of(Organization)) == 1


def test_a_slip_does_not_hide_what_else_is_wrong(root):
    write(root, {"people/li.yml": "id：li\nname: 李\nsotr: Li\nsources: [报告]\n"})
    loaded, problems = load(root)
    assert places(problems) == [f"data/people/li.yml:{place}" for place in ("1:3 E112", "3:1 E202", "3:7 E216")]
    assert loaded.drafts["people", "li"] == {"id": "li", "name": "李", "sort": "Li", "sources": ["报告"]}


def test_what_a_text_that_breaks_off_lacks_is_not_held_against_it(root):
    write(root, {"people/li.yml": "id: li\n  - 甲\nname\n"})
    loaded, problems = load(root)
    assert {problem.code for problem in problems}.isdisjoint({"E201", "E202"})
    assert loaded.drafts == {}


def test_warnings_do_not_keep_a_record_from_being_read(root):
    write(root, {"people/li.yml": LI + "note: 甲,乙\n"})
    loaded, problems = load(root)
    assert [(problem.code, problem.is_warning) for problem in problems] == [("W501", True)]
    assert list(loaded.of(Person)) == ["li"]


def test_an_alias_bomb_is_refused(root):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    write(root, {"people/bomb.yml": "\n".join(lines)})
    loaded, problems = load(root)
    assert loaded.broken == {("people", "bomb")}
    assert "data/people/bomb.yml:1:5 E107" in places(problems)


# name in the archive, code
MISPLACED = [
    ("people/li.yaml", "E124"),
    ("people/li.YML", "E124"),
    ("people/li.md", "E124"),
    ("people/li", "E124"),
    ("people/li.yml~", "E124"),
    ("people/li.yml.bak", "E124"),
    ("people/yml", "E124"),
    ("persons/li.yml", "E122"),
    ("People/li.yml", "E122"),
    ("README.md", "E122"),
    ("archive.yaml", "E122"),
    ("statements/x.yml", "E122"),
    ("timeline/x.yml", "E122"),
]


@pytest.mark.parametrize(("name", "code"), MISPLACED)
def test_what_does_not_belong_here_is_reported(root, name, code):
    write(root, {name: LI})
    loaded, problems = load(root)
    shown = name if code == "E124" else name.split("/")[0]
    assert places(problems) == [f"data/{shown}:1:1 {code}"]
    assert not any(file.record for file in loaded.files.values())


def test_the_wordings_of_what_does_not_belong_here(root):
    write(root, {"people/li.yaml": LI, "persons/li.yml": LI, "people/wang.yml": LI})
    (root / "people" / "zhao.yml").symlink_to("wang.yml")
    assert [(problem.message, problem.hint) for problem in sorted(load(root)[1])] == [
        ("这里只能放 .yml 文件", "改名为 li.yml，或者移走"),
        ("编号 “li” 与文件名 “wang” 不一致", "改动其中一个；已经发布的编号不能改"),
        ("档案里不能有链接", "换成真正的文件或文件夹"),
        ("档案里没有 “persons” 的位置", f"只有这些文件夹：{'、'.join(KINDS)}"),
    ]


def test_a_folder_inside_of_a_kind_is_reported(root):
    write(root, {"people/2031/li.yml": LI, "people/li.yml/li.yml": LI})
    loaded, problems = load(root)
    assert places(problems) == ["data/people/2031:1:1 E124", "data/people/li.yml:1:1 E124"]
    assert loaded.of(Person) == {}


def test_a_file_in_the_place_of_a_kind_is_reported(root):
    write(root, {"people": LI})
    assert places(load(root)[1]) == ["data/people:1:1 E122"]


def test_links_are_refused_whatever_they_lead_to(root, tmp_path):
    write(tmp_path / "outside", {"li.yml": LI, "people/wang.yml": LI.replace("li", "wang")})
    write(root, {"people/zhao.yml": LI.replace("li", "zhao")})
    (root / "people" / "li.yml").symlink_to(tmp_path / "outside" / "li.yml")
    (root / "people" / "copy.yml").symlink_to("zhao.yml")
    (root / "people" / "gone.yml").symlink_to("nowhere.yml")
    (root / "people" / "loop.yml").symlink_to("loop.yml")
    (root / "people" / "folder").symlink_to(tmp_path / "outside")
    (root / "brands").symlink_to(tmp_path / "outside" / "people")
    (root / "archive.yml").symlink_to(tmp_path / "outside" / "li.yml")
    (root / "other").symlink_to("people")
    loaded, problems = load(root)
    assert places(problems) == [
        "data/archive.yml:1:1 E121",
        "data/brands:1:1 E121",
        "data/other:1:1 E121",
        "data/people/copy.yml:1:1 E121",
        "data/people/folder:1:1 E121",
        "data/people/gone.yml:1:1 E121",
        "data/people/li.yml:1:1 E121",
        "data/people/loop.yml:1:1 E121",
    ]
    assert list(loaded.of(Person)) == ["zhao"]
    assert loaded.of(Brand) == {}


@pytest.mark.parametrize(
    ("name", "code"), [("people/pipe.yml", "E124"), ("pipe", "E122"), ("people", "E122"), ("archive.yml", "E123")]
)
def test_a_pipe_is_not_waited_for(root, name, code):
    (root / name).parent.mkdir(exist_ok=True)
    os.mkfifo(root / name)
    _, problems = within(5, load, root)
    assert [place.rpartition(" ")[0] for place in places(problems)] == [f"data/{name}:1:1"]
    # The settings may be refused as what does not open or as what does not belong here.
    assert {problem.code for problem in problems} <= {code, "E122" if name == "archive.yml" else code}


def test_a_file_that_does_not_open_is_reported(root, monkeypatch):
    write(root, FULL)
    opened = open

    def refuse(path, *arguments, **options):
        if Path(path).name == "li.yml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", refuse)
    loaded, problems = load(root)
    assert places(problems) == ["data/people/li.yml:1:1 E123"]
    assert loaded.broken == {("people", "li")}


@pytest.mark.parametrize("unreadable", ["data", "data/people"])
def test_a_folder_that_does_not_open_is_reported(root, monkeypatch, unreadable):
    write(root, FULL)
    scandir = os.scandir

    def refuse(path="."):
        if Path(path) == Path(unreadable):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [place.split(" ")[0] for place in places(load(root)[1])] == [f"{unreadable}:1:1"]


def test_a_missing_archive_is_reported(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text(LI)
    for name in ("nowhere", "file", "file/people"):
        loaded, problems = load(Path(name))
        assert places(problems) == [f"{name}:1:1 E120"]
        assert loaded == LoadedRecords(Path(name))


def test_hidden_files_and_the_pages_are_passed_over(root):
    hidden = {".gitkeep": "", ".DS_Store": b"\xff", "people/.li.yml.swp": b"\xff", ".git/people/li.yml": "]"}
    write(root, {**FULL, **hidden, "docs/index.md": "# 首页", "docs/people/x.yml": "]"})
    (root / ".link").symlink_to("nowhere")
    (root / "people" / ".link.yml").symlink_to("nowhere")
    loaded, problems = load(root)
    assert problems == []
    assert list(loaded.of(Person)) == ["li"]


@pytest.mark.parametrize(
    ("text", "fictional", "place"),
    [
        ("fictional: true\n", True, None),
        ("fictional: false\n", False, None),
        ("fictional: yes\n", False, "1:12 E210"),
        ("fictional: 'true'\n", True, None),
        ("{}\n", False, None),
        ("tilte: x\n", False, "1:1 E202"),
        ("title: x\n", False, "1:1 E217"),
        ("fictional: true\nfictional: false\n", False, "2:1 E111"),
        ("true\n", False, "1:1 E203"),
        ("", False, "1:1 E103"),
        ("fictional： true\n", False, "1:10 E112"),
        ("fictional:\n", False, "1:1 E204"),
    ],
)
def test_the_settings_of_an_archive(root, text, fictional, place):
    write(root, {**FULL, "archive.yml": text})
    loaded, problems = load(root)
    assert loaded.settings == Settings(fictional=fictional)
    assert places(problems) == ([f"data/archive.yml:{place}"] if place else [])
    assert len(loaded.of(Person)) == 1


def test_settings_that_are_a_folder_are_reported(root):
    (root / "archive.yml").mkdir()
    assert [place.split(" ")[0] for place in places(load(root)[1])] == ["data/archive.yml:1:1"]


def test_all_broken_files_are_reported_at_once(root):
    write(
        root,
        {
            **FULL,
            "archive.yml": "fictional: maybe\n",
            "people/li.yml": b"\xff",
            "people/wang.yml": "",
            "people/zhao.yml": "id: zhao\nname: ''\nsort: Z\nx: y\n",
            "meetings/2031.yml": "id: x\nnames: [会]\ndate: 2031\n",
            "persons/a.yml": "",
            "brands/light.txt": "",
        },
    )
    loaded, problems = load(root)
    assert places(problems) == [
        "data/archive.yml:1:12 E210",
        "data/brands/light.txt:1:1 E124",
        "data/meetings/2031.yml:1:5 E125",
        "data/people/li.yml:1:1 E101",
        "data/people/wang.yml:1:1 E103",
        "data/people/zhao.yml:2:7 E204",
        "data/people/zhao.yml:3:7 E216",
        "data/people/zhao.yml:4:1 E202",
        "data/persons:1:1 E122",
    ]
    misplaced = {("brands", "light"), ("meetings", "x")}
    unread = {("people", "li"), ("people", "wang"), ("people", "zhao"), ("meetings", "2031")}
    assert loaded.broken == unread | misplaced
    assert list(loaded.of(Organization)) == ["street"]


def test_a_name_that_is_no_utf8_can_be_reported(root):
    folder = os.fsencode(root / "people")
    os.mkdir(folder)
    for name in (b"a\xff.yml", b"a\xff.txt"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(LI.encode())
    problems = load(root)[1]
    assert len(problems) == 2
    assert all(form(problems).encode("utf-8") for form in FORMATS.values())


def test_a_name_with_a_line_break_stays_on_its_line(root):
    write(root, {"people/a\nb.yml": LI})
    assert FORMATS["text"](load(root)[1]).splitlines()[0].endswith("不一致")


def test_one_file_is_read_as_one_record(root):
    write(root, FULL)
    file = read(root / "people/li.yml", Person)
    assert file.record == Person(id="li", name="李", sort="li")
    assert (file.source.path, file.data, file.problems) == (
        "data/people/li.yml",
        {"id": "li", "name": "李", "sort": "li"},
        [],
    )


def test_a_file_that_is_not_there_is_a_problem(root):
    source, problems = read_source(root / "people/li.yml")
    assert source is None
    assert places(problems) == ["data/people/li.yml:1:1 E123"]


def test_of_too_many_problems_the_first_are_told_and_that_there_are_more():
    """Errors before warnings; the record is refused for what is not told, too."""
    head = "id: a\nname: 甲\nsort: jia\nsources:\n  - b\n"
    file = read_record(SourceText("a.yml", f"{head}note: {'中,' * 300}\n"), Person)
    assert file.record is not None
    assert [one.code for one in file.problems] == ["W501"] * MOST + ["W135"]
    assert max(file.problems).code == "W501" and file.problems[-1].span == max(one.span for one in file.problems)
    fields = "".join(f"x{number}: b\n" for number in range(300))
    file = read_record(SourceText("a.yml", f"{head}note: {'中,' * 300}\n{fields}"), Person)
    assert file.record is None
    assert [one.code for one in file.problems] == ["E202"] * MOST + ["W135"]
    assert len(read_record(SourceText("a.yml", f"{head}{'a：b' * 300}\n{fields}"), Person).problems) == MOST + 1


@pytest.mark.parametrize("count", [0, 1, MOST])
def test_as_many_problems_as_are_told_are_all(count):
    text = f"id: a\nname: 甲\nsort: jia\nsources:\n  - b\nnote: 甲{'中,' * count}\n"
    assert len(read_record(SourceText("a.yml", text), Person).problems) == count
