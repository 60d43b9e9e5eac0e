"""How the small types are written, and what an editor's YAML language server may take for one.

The program reads every scalar as a string; a language server reads `2023` as a number and `true` as a boolean. A schema
takes both: it must not mark what the program accepts. What it cannot tell (`05` is 5 to it) the program refuses later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..words.dates import AT_LATEST
from ..words.quantities import PATTERN as QUANTITY

# Names of devices, of which Windows makes no file and no folder, whatever stands behind a dot.
# Source: Microsoft's documentation, "Naming Files, Paths, and Namespaces".
RESERVED = "con|prn|aux|nul|com[1-9]|lpt[1-9]"
ID_PATTERN = rf"(?!(?:{RESERVED})(?![a-z0-9-]))[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_ID, MAX_LINE, MAX_TEXT, MAX_ADDRESS = 80, 300, 20_000, 2000
_WEB_PATTERN = r'https?://[^\s<>"\\]+'
# An address of mail, a number of an office (021-12345678转8, 400-123-4567, 12345), or one on the web.
CONTACT_PATTERN = "|".join(
    (
        r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
        r"(?:\+86[ -]?)?[0-9]{2,4}(?:[ -]?[0-9]{3,4}){1,2}(?:转[0-9]{1,6})?",
        _WEB_PATTERN,
    )
)
# The number of a mobile phone is a person's.
MOBILE = r"(?:\+?86[ -]?)?0?1[3-9](?:[ -]?[0-9]){9}(?![0-9])"

# Every February may have 29 days: which years are leap years is more than a pattern should say.
_YEAR = "(?!0000)[0-9]{4}"
_MONTHS = (
    "(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01]))?",
    "(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30))?",
    "02(?:-(?:0[1-9]|[12][0-9]))?",
)


@dataclass(frozen=True)
class Written:
    """Marks a type with what it is called, how it is written, both in Chinese, and with its JSON Schema."""

    name: str
    how: str
    schema: dict[str, Any] = field(hash=False)

    def __get_pydantic_json_schema__(self, *_: Any) -> dict[str, Any]:
        """Return the schema, with the message for whatever it refuses."""
        return {"title": self.name, "description": f"{self.how}。", **self.schema, "errorMessage": self.how}


def _pattern(pattern: str) -> str:
    return f"^(?:{pattern})$"


ID = Written(
    "编号",
    "编号只用小写字母、数字和连字符，例如 quyang-hospital",
    {"type": ["string", "integer"], "pattern": _pattern(ID_PATTERN), "maxLength": MAX_ID, "minimum": 0},
)
ENTRY = Written(
    "条目",
    "条目写成 清单编号/条目编号，例如 needs/reading-room",
    {"type": "string", "pattern": _pattern(f"{ID_PATTERN}/{ID_PATTERN}")},
)
ITEM = Written(
    "议程事项",
    "议程事项写成 会议编号/事项编号，例如 2023-07-06/xin-chengyuan",
    {"type": "string", "pattern": _pattern(f"{ID_PATTERN}/{ID_PATTERN}")},
)
LINE = Written(
    "一行文字",
    "写一行文字，不能空着",
    {"type": ["string", "number", "boolean"], "pattern": _pattern(r"[^\n]*\S[^\n]*"), "maxLength": MAX_LINE},
)
TEXT = Written(
    "长文字",
    "写一段或几段文字，不能空着",
    {"type": ["string", "number", "boolean"], "pattern": r"\S", "maxLength": MAX_TEXT},
)
PASSAGE = Written("原文", "照录一段或几段文字，不能空着", TEXT.schema)
_DATE = f"{_YEAR}(?:-(?:{'|'.join(_MONTHS)}))?"
DATE = Written(
    "日期",
    "日期写成 2023-07-06、2023-07 或 2023；来源只说“近日”的，写 不晚于2023-07-06",
    {"type": ["string", "integer"], "pattern": _pattern(f"(?:{AT_LATEST})?{_DATE}"), "minimum": 1000, "maximum": 9999},
)
OWN_DATE = Written(
    "日期",
    "日期写成 2023-07-06、2023-07 或 2023",
    {"type": ["string", "integer"], "pattern": _pattern(_DATE), "minimum": 1000, "maximum": 9999},
)
COUNT = Written(
    "整数",
    "只写数字，例如 46",
    {
        "type": ["string", "integer"],
        "pattern": _pattern("0|[1-9][0-9]{0,8}"),
        "minimum": 0,
        "maximum": 999_999_999,
    },
)
AMOUNT = Written(
    "数目",
    "照来源写数目，不写量词，例如 46、80余、近150、百余",
    {"type": ["string", "integer"], "pattern": _pattern(QUANTITY), "minimum": 0, "maximum": 999_999_999},
)
FLAG = Written(
    "true 或 false", "只写 true 或 false", {"type": ["boolean", "string"], "pattern": _pattern("true|false")}
)
ADDRESS = Written(
    "网址",
    "写完整的网址，以 https:// 开头，中间没有空格",
    {"type": "string", "pattern": _pattern(_WEB_PATTERN), "maxLength": MAX_ADDRESS},
)
CONTACT = Written(
    "邮箱、办公电话或网址",
    "写单位公开的邮箱、办公电话或网址，例如 021-12345678；个人的手机号不能公布",
    {
        "type": ["string", "integer"],
        "pattern": f"^(?!{MOBILE})(?:{CONTACT_PATTERN})$",
        "maxLength": MAX_ADDRESS,
        "minimum": 10_000,
    },
)
PINYIN = Written(
    "拼音",
    "写小写拼音，字间空一格，例如 li binlu",
    {"type": "string", "pattern": _pattern("[a-zü]+(?: [a-zü]+)*"), "maxLength": MAX_LINE},
)
