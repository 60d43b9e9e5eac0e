"""How the small types are written."""

from chuxin.records.fields import is_id, is_reserved

WINDOWS = ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]


def test_names_that_windows_keeps_are_no_ids():
    assert [name for name in WINDOWS if is_id(name) or not is_reserved(name)] == []
    assert all(is_reserved(f"{name.upper()}.tar.gz") for name in WINDOWS)
    near = [*(f"{name}-1" for name in WINDOWS), *(f"{name}a" for name in WINDOWS), "com", "lpt0", "com10", "icon"]
    assert [name for name in near if is_reserved(name) or not is_id(name)] == []
