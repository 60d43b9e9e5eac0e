"""The shape of the program: which room may know of which, and that only the adapter knows MkDocs."""

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent.parent / "hooks"
PACKAGE = HOOKS / "chuxin"

# A room is a folder of modules. It knows the rooms named here, and whatever these know.
ROOMS = {
    "words": (),
    "problems": (),
    "markup": (),
    "reading": ("problems", "words"),
    "records": ("words", "markup", "problems"),
    "archive": ("reading", "records"),
    "checks": ("archive",),
    "prose": ("archive", "checks"),
    "pages": ("archive", "prose"),
    "search": ("pages",),
    "editing": ("archive", "prose"),
    "site": ("checks", "prose", "pages", "search"),
    "command": ("site", "editing"),
    "__main__": ("command",),
}

# Libraries that only these rooms know.
LIBRARIES = {
    "mkdocs": set(),
    "material": set(),
    "click": {"command", "editing"},
    "yaml": {"reading", "editing"},
    "pydantic": {"records", "archive"},
    "pydantic_core": {"records"},
    "markdown": {"prose"},
    "markdown_it": {"markup"},
    "nh3": {"prose"},
    "jinja2": {"pages"},
    "numpy": {"search"},
    "opencc": {"words"},
    "pypinyin": {"words"},
    "rapidfuzz": {"words"},
    "rjieba": {"words"},
    "segno": {"pages"},
    "watchdog": {"site"},
}

MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
del MODULES["__init__"]

each_module = pytest.mark.parametrize("name", MODULES)


def room_of(module: str) -> str:
    return module.split(".")[0]


def imports(path: Path) -> tuple[set[str], set[str]]:
    """Return what a file imports, wherever it does: modules of the package, and libraries by their first name."""
    own, libraries = set(), set()
    package = path.parent.relative_to(PACKAGE).parts if path.is_relative_to(PACKAGE) else ()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            libraries |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            libraries.add(node.module.split(".")[0])
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
            base = ".".join(part for part in base if part)
            inner = {f"{base}.{alias.name}".strip(".") for alias in node.names} & set(MODULES)
            own |= inner or {base}
    return own, libraries


def known(room: str) -> set[str]:
    """Return the rooms that a room may know."""
    return {room}.union(*map(known, ROOMS[room]))


def test_the_rooms_are_the_folders():
    assert {room_of(module) for module in MODULES} == set(ROOMS)
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}


def test_the_architecture_says_the_same():
    text = (HOOKS.parent / "ARCHITECTURE.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \|[^|]+\| ([^|]+) \|$", text, re.MULTILINE)
    told = {room: set() if knows == "–" else set(knows.split(", ")) for room, knows in rows}
    assert told | {"__main__": {"command"}} == {room: set(knows) for room, knows in ROOMS.items()}


@each_module
def test_a_room_knows_only_rooms_below_it(name):
    own, _ = imports(MODULES[name])
    assert own <= set(MODULES)
    assert {room_of(module) for module in own} <= known(room_of(name))


def test_inside_of_a_room_nothing_goes_round_in_circles():
    try:
        order = list(TopologicalSorter({name: imports(path)[0] for name, path in MODULES.items()}).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
    assert set(order) == set(MODULES)


@each_module
def test_a_library_is_known_where_it_is_used(name):
    _, libraries = imports(MODULES[name])
    assert [
        library for library in sorted(libraries) if room_of(name) not in LIBRARIES.get(library, {room_of(name)})
    ] == []


@each_module
def test_the_package_names_its_own_modules_relatively(name):
    assert "chuxin" not in imports(MODULES[name])[1]


def defines_something(path: Path) -> bool:
    """Tell whether a module does more than pass on what others have."""
    tree = ast.parse(path.read_text("utf-8"))
    names = [ast.unparse(one.targets[0]) for one in tree.body if isinstance(one, ast.Assign)]
    defined = (ast.FunctionDef, ast.ClassDef, ast.AnnAssign)
    return names not in ([], ["__all__"]) or any(isinstance(one, defined) for one in tree.body)


@each_module
def test_a_module_has_a_test_of_its_name(name):
    """In the same folder; a package has its own inside of it."""
    path = MODULES[name].relative_to(PACKAGE)
    subject = path.parent.name if path.stem == "__init__" else path.stem
    test = HOOKS.parent / "tests" / path.parent / f"test_{subject}.py"
    assert test.is_file() or not defines_something(MODULES[name])


def test_only_the_adapter_knows_mkdocs():
    files = sorted(HOOKS.rglob("*.py"))
    assert [path.relative_to(HOOKS).as_posix() for path in files if "mkdocs" in imports(path)[1]] == ["main.py"]


def test_the_adapter_is_the_only_other_file():
    assert [path.name for path in HOOKS.glob("*.py")] == ["main.py"]


def test_the_records_know_no_files():
    for name, path in MODULES.items():
        if room_of(name) == "records":
            assert not {"pathlib", "os"} & imports(path)[1]


# What makes HTML of views.
HTML = ("pages.frames", "pages.qr", "pages.rendering")


def test_views_hold_no_html():
    for name, path in MODULES.items():
        if room_of(name) == "pages" and name not in HTML:
            texts = [
                node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
            ]
            assert [text for text in texts if isinstance(text, str) and ("<" in text or "</" in text)] == []


def test_no_test_imports_another_test():
    """What tests share stands in modules of its own: a test can then be moved, or taken away."""
    tests = sorted((HOOKS.parent / "tests").rglob("test_*.py"))
    names = {path.stem for path in tests}
    assert len(tests) > 80
    assert {path.name: imports(path)[1] & names for path in tests if imports(path)[1] & names} == {}
