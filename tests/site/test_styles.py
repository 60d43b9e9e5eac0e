"""The style sheet is its files, joined: all of them, each once, the dark colours twice."""

import re
from pathlib import Path

import pytest
import tinycss2
from chuxin.site.styles import joined
from sites import ROOT

FOLDER = ROOT / "overrides" / "styles"


def test_every_file_is_imported_once_and_stands_in_the_sheet() -> None:
    sheet = joined(FOLDER / "site.css")
    names = [line.split('"')[1] for line in (FOLDER / "site.css").read_text("utf-8").splitlines() if "@import" in line]
    assert sorted([*names, "site.css"]) == sorted(file.name for file in FOLDER.iterdir())
    assert "@import" not in sheet and "/*" not in sheet
    found = iter(rules(sheet))
    for name in names:
        # Each of its rules, in their order: an iterator goes on where the last one was found.
        assert all(rule in found for rule in rules((FOLDER / name).read_text("utf-8"))), name


def rules(styles: str) -> list[str]:
    """The rules of a style sheet, without comments and white space."""
    parsed = tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True)
    texts = [re.sub(r"/\*.*?\*/", "", rule.serialize(), flags=re.DOTALL) for rule in parsed if rule.type != "error"]
    assert len(texts) == len(parsed)
    return ["".join(text.split()) for text in texts]


def test_the_dark_colours_hold_where_they_were_chosen_and_where_a_device_asks(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text('/* head */\n\n@import "dark.css";\n@import "b.css";\n', encoding="utf-8")
    (tmp_path / "dark.css").write_text(':root[data-mode="dark"] {\n  --a: #000;\n}\n', encoding="utf-8")
    (tmp_path / "b.css").write_text("b {\n  /* why\n     so */\n  color: red;\n}\n", encoding="utf-8")
    assert joined(tmp_path / "site.css") == (
        ':root[data-mode="dark"] {\n  --a: #000;\n}\n\n'
        "@media (prefers-color-scheme: dark) {\n:root:not([data-mode]) {\n  --a: #000;\n}\n}\n\n"
        "b {\n  color: red;\n}\n\n"
    )


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_text('@import "none.css";\n', encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"none\.css"):
        joined(tmp_path / "site.css")
