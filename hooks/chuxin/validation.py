"""Plain data → a typed record, and pydantic's errors → located problems in Chinese."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from pydantic import ValidationError

from .problems import Problem
from .schema import Model
from .source import Data, Source, locate, locate_key

M = TypeVar("M", bound=Model)

# What an editor typed is repeated as far as it helps to find it.
_SHOWN = 40
_LIST_HINT = "每项一行，以 “- ” 开头"

# pydantic's type of error → code, message, hint. {field} is the last name on the path, the rest comes from the error.
_WORDING = {
    "missing": ("E201", "缺少字段 “{field}”", ""),
    "union_tag_not_found": ("E201", "缺少字段 “type”", ""),
    "extra_forbidden": ("E202", "这里没有 “{field}” 这个字段", ""),
    "blank": ("E204", "“{field}” 是空的", "没有内容就整行删去"),
    "one_line": ("E205", "“{field}” 只能写一行", ""),
    "string_type": ("E205", "“{field}” 应当是一段文字", ""),
    "string_too_long": ("E206", "“{field}” 太长", "最多 {max_length} 个字"),
    "id_format": ("E207", "“{value}” 不能作编号", "编号只用小写字母、数字和连字符，例如 quyang-hospital"),
    "entry_format": ("E207", "条目要写成 清单编号/条目编号", "例如 needs/reading-room"),
    "date_format": ("E208", "{reason}", ""),
    "count_format": ("E209", "“{field}” 应当是整数", "只写数字，例如 46"),
    "flag_format": ("E210", "“{field}” 只能写 true 或 false", ""),
    "web_address": ("E211", "“{field}” 不是完整的网址", "以 https:// 开头，中间没有空格"),
    "pinyin": ("E216", "“{field}” 应当是小写拼音", "例如 li binlu"),
    "literal_error": ("E212", "“{field}” 不能写 “{input}”", "可以写 {choices}"),
    "union_tag_invalid": ("E212", "“type” 不能写 “{tag}”", "可以写 {choices}"),
    "model_type": ("E213", "“{field}” 应当是若干个字段", "每行写成 “字段: 内容”"),
    "model_attributes_type": ("E213", "“{field}” 应当是若干个字段", "每行写成 “字段: 内容”"),
    "tuple_type": ("E214", "“{field}” 应当是列表", _LIST_HINT),
    "too_short": ("E215", "“{field}” 至少要写一项", _LIST_HINT),
}


def validate(model: type[M], data: Data, source: Source) -> tuple[M | None, list[Problem]]:
    """Build a record from parsed data, or return every problem that stands in its way."""
    if not isinstance(data, dict):
        return None, [Problem(source.span(0, 0), "E203", "整份文件应当是若干个字段", "每行写成 “字段: 内容”")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(details, source) for details in error.errors(include_url=False)]


def _problem(details: Any, source: Source) -> Problem:
    kind, path, value = details["type"], details["loc"], details["input"]
    if kind == "union_tag_invalid":
        path = (*path, "type")
    span = locate_key(source, path) if kind == "extra_forbidden" else locate(source, path)
    if value is None and kind != "extra_forbidden":
        kind = "blank"
    code, message, hint = _WORDING.get(kind, ("E299", "“{field}” 的写法不对", ""))
    context = details.get("ctx", {})
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    values = {
        **context,
        "field": next((step for step in reversed(path) if isinstance(step, str)), "文件")[:_SHOWN],
        "input": str(value)[:_SHOWN],
        "choices": "、".join(re.findall(r"'([^']+)'", expected)),
    }
    return Problem(span, code, message.format_map(values), hint.format_map(values))
