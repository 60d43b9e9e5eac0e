"""The shape of the program: which room may know of which, and that only the adapter knows MkDocs."""

import ast
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
PACKAGE = HOOKS / "chuxin"

# A room knows only rooms of the layers before its own. A folder of modules is one room.
LAYERS = (
    ("terminal",),
    ("problems", "dates", "wording", "routes", "frames", "qr", "folding", "citing", "policy", "workplace"),
    ("faults", "preview", "uploads", "reports", "source", "schema", "markup", "guesses", "pinyin"),
    ("parsing", "slips", "console"),
    ("places",),
    ("style", "validation", "references", "markdown"),
    ("mending",),
    ("loading",),
    ("linking",),
    ("directory",),
    ("targets", "editing"),
    ("checks", "prose"),
    ("views",),
    ("search", "rendering"),
    ("site",),
    ("commands", "writing"),
    ("__main__",),
)
RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}

# Libraries that only these rooms know.
LIBRARIES = {
    "mkdocs": set(),
    "material": set(),
    "click": {"commands", "console", "editing"},
    "yaml": {"parsing", "places", "editing"},
    "pydantic": {"schema", "validation"},
    "pydantic_core": {"schema"},
    "markdown": {"markdown"},
    "markdown_it": {"markup"},
    "jinja2": {"rendering"},
    "numpy": {"search"},
    "opencc": {"folding"},
    "pypinyin": {"pinyin"},
    "rapidfuzz": {"guesses"},
    "segno": {"qr"},
    "watchdog": {"preview"},
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


def test_every_room_has_its_layer():
    assert {room_of(module) for module in MODULES} == set(RANK)
    assert len(RANK) == sum(map(len, LAYERS))


@each_module
def test_a_room_knows_only_rooms_before_it(name):
    own, _ = imports(MODULES[name])
    others = {module for module in own if room_of(module) != room_of(name)}
    assert own <= set(MODULES)
    assert [module for module in sorted(others) if RANK[room_of(module)] >= RANK[room_of(name)]] == []


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


def test_only_the_adapter_knows_mkdocs():
    files = sorted(HOOKS.rglob("*.py"))
    assert [path.relative_to(HOOKS).as_posix() for path in files if "mkdocs" in imports(path)[1]] == ["main.py"]


def test_the_adapter_is_the_only_other_file():
    assert [path.name for path in HOOKS.glob("*.py")] == ["main.py"]


def test_reading_yaml_knows_nothing_of_the_records():
    for name in ("parsing", "places"):
        own, libraries = imports(MODULES[name])
        assert own <= {"problems", "source", "parsing"}
        assert libraries - set(sys.stdlib_module_names) == {"yaml"}


def test_the_records_know_no_files_and_no_pages():
    for name, path in MODULES.items():
        if room_of(name) == "schema":
            own, libraries = imports(path)
            assert {room_of(module) for module in own} <= {"schema", "dates"}
            assert not {"pathlib", "os"} & libraries


def test_views_hold_no_html():
    for name, path in MODULES.items():
        if room_of(name) == "views":
            texts = [
                node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
            ]
            assert [text for text in texts if isinstance(text, str) and ("<" in text or "</" in text)] == []
