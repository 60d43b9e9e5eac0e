"""Files beside pages: a name is believed only when the content agrees."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import UPLOADS
from chuxin.problems.problems import Span
from chuxin.prose import uploads
from chuxin.prose.uploads import DOCUMENTS, PICTURES, upload_problem
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SCRIPT = b"alert(document.domain)"
PAGE = b"<!doctype html><script>alert(1)</script>"


def code(folder: Path, name: str, content: bytes) -> str | None:
    path = folder / name
    path.write_bytes(content)
    problem = upload_problem(path, Span(name))
    return problem.code if problem else None


@pytest.mark.parametrize("kind", sorted(UPLOADS))
def test_a_file_that_is_what_it_is_called_may_lie_there(kind: str, tmp_path: Path) -> None:
    assert code(tmp_path, f"a{kind}", UPLOADS[kind]) is None
    assert code(tmp_path, f"a{kind.upper()}", UPLOADS[kind] + b"\n") is None


def test_every_allowed_name_is_looked_into() -> None:
    assert set(UPLOADS) == PICTURES | DOCUMENTS


@pytest.mark.parametrize("kind", sorted(set(UPLOADS) - {".csv"}))
@pytest.mark.parametrize(
    "content",
    [
        b"",
        SCRIPT,
        PAGE,
        b"\n%PDF-1.7",
        b"\xef\xbb\xbf%PDF-1.7",
        b"%PDF-",
        b"/*%PDF-1.7*/" + SCRIPT,
        b"%!PS-Adobe %PDF-1.7",
        b"MZ\x90",
        b"PK\x03\x04",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b" GIF89a",
        b"GIF89",
        b"RIFF____WAVE",
        b"\x89PNG\n",
    ],
)
def test_what_is_only_called_so_is_refused(kind: str, content: bytes, tmp_path: Path) -> None:
    assert code(tmp_path, f"a{kind}", content) == "E422"


@pytest.mark.parametrize("kind", sorted(set(UPLOADS) - {".csv"}))
def test_one_kind_does_not_pass_for_another(kind: str, tmp_path: Path) -> None:
    same = {".jpg", ".jpeg"} if kind in (".jpg", ".jpeg") else {kind}
    for other in set(UPLOADS) - same:
        assert code(tmp_path, f"a{kind}", UPLOADS[other]) == "E422", other


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", None),
        ("单位,人数\r\n甲,1\n".encode(), None),
        ("\ufeff单位,人数\n".encode(), None),
        (b"a\tb\n", None),
        ("单位".encode("gb18030"), "E422"),
        ("单位".encode("utf-16"), "E422"),
        (b"a,\x00b", "E422"),
        (b"a,\x1bb", "E422"),
        ("单".encode()[:2], "E422"),
        # The parts in which it is read meet inside of a character.
        (b"a" * (uploads._CHUNK - 1) + "单".encode(), None),
        (b"a" * (uploads._CHUNK - 1) + "单".encode()[:2], "E422"),
    ],
)
def test_a_table_is_text(content: bytes, wanted: str | None, tmp_path: Path) -> None:
    assert code(tmp_path, "a.csv", content) == wanted


@pytest.mark.parametrize("kind", sorted(UPLOADS))
def test_a_file_has_a_limit(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = UPLOADS[kind]
    monkeypatch.setattr(uploads, "LARGEST", len(content))
    assert code(tmp_path, f"a{kind}", content) is None
    assert code(tmp_path, f"a{kind}", content + b"a") == "E423"


@settings(derandomize=True, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(sorted(UPLOADS)), content=st.binary(max_size=40))
def test_whatever_begins_otherwise_is_refused(kind: str, content: bytes, tmp_path: Path) -> None:
    if kind != ".csv" and not content.startswith(UPLOADS[kind][:3]):
        assert code(tmp_path, f"a{kind}", content) == "E422"
