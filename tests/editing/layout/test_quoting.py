"""Quotation marks stay where YAML needs them, and only there."""

import pytest
from layouts import shown

# What is typed, and what is left of it when it is not the same.
QUOTES = [
    ("'一'", "一"),
    ('"一"', "一"),
    ("'2023-07-06'", "2023-07-06"),
    ("'2023-07'", "2023-07"),
    ("'46'", "46"),
    ("'3.5'", "3.5"),
    ("'a-b'", "a-b"),
    ("'《题》'", "《题》"),
    ("'“甲”、“乙”'", "“甲”、“乙”"),
    ("'https://example.org/a?b=c#d'", "https://example.org/a?b=c#d"),
    ("'甲：乙'", "甲：乙"),
    ("'it''s'", "it's"),
    ('"\\u6587"', "文"),
    ('"a: b"', "'a: b'"),
    ('"a #b"', "'a #b'"),
    ('"a:"', "'a:'"),
    ('" a"', "' a'"),
    ('"it\'s: b"', None),
    ('"a\\tb"', None),
    ('"a\\nb"', None),
    ('"\\u3000a"', None),
    ('"\\u200b"', None),
    ("'a\u3000b'", None),
    ('""', "''"),
    ('"null"', "'null'"),
    ("'~'", None),
    ("'true'", None),
    ("'No'", None),
    ("'y'", None),
    ("'012'", None),
    ("'1.50'", None),
    ("'1_000'", None),
    ("'0x1F'", None),
    ("'1e3'", None),
    ("'14:30'", None),
    ("'2023-07-06 10:00:00'", None),
    ("'.5'", None),
    ("'+5'", None),
    ("'-5'", None),
    ("'=' ", "'='"),
    ("'<<'", None),
    ("'<b>'", "<b>"),
    ("'@a'", None),
    ("'`a`'", None),
    ("'%a'", None),
    ("'*粗*'", None),
    ("'&a'", None),
    ("'!a'", None),
    ("'- a'", None),
    ("'[a]'", None),
    ("'{a}'", None),
    ("'|'", None),
    ("'>'", None),
    ("'#a'", None),
    ("'? a'", None),
    ("','", None),
    # nothing is ever put into quotes that stood there without
    ("true", None),
    ("012", None),
    ("~", None),
    ("14:30", None),
    ("a 'b' \"c\"", None),
]


@pytest.mark.parametrize(("typed", "left"), QUOTES)
def test_quotes_stay_where_they_are_needed(typed, left):
    wanted = typed if left is None else left
    assert shown(f"id: a\nnames:\n  - {typed}\nnote: {typed}\n") == f"id: a\nnames:\n  - {wanted}\nnote: {wanted}\n"


@pytest.mark.parametrize(
    ("typed", "left"),
    [("'甲'", "甲"), ('"a: b"', "'a: b'"), ("''", "''"), ("? 'a\n  b'\n", "a b"), ("'true'", "'true'"), ("~", "~")],
)
def test_names_of_fields_need_no_quotes_either(typed, left):
    assert shown(f"id: a\n{typed}: 1\n") == f"id: a\n{left}: 1\n"
