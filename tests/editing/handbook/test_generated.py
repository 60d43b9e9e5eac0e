"""The files made from the models: up to date, where they belong, and no others."""

from __future__ import annotations

import pytest
from chuxin.editing.handbook.generated import generated_files, write
from sites import ROOT


@pytest.mark.parametrize(("path", "text"), generated_files().items(), ids=lambda value: value[:40].split("\n")[0])
def test_the_files_made_from_the_models_are_up_to_date(path, text):
    file = ROOT / path
    if not file.is_file() or file.read_bytes().decode("utf-8") != text:
        pytest.fail(f"{path} is stale. Run: make generated", pytrace=False)


def test_nothing_else_is_among_the_schemas():
    assert {f"schemas/{path.name}" for path in (ROOT / "schemas").iterdir()} <= set(generated_files())


def test_files_are_written_where_they_belong(tmp_path):
    write(tmp_path)
    written = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert {name: path.read_text("utf-8") for name, path in written.items()} == generated_files()
    assert all(path.read_bytes().endswith(b"\n") and b"\r" not in path.read_bytes() for path in written.values())
