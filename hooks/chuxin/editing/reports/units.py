"""Names that look like those of units and that the archive does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .tagging import UNIT, Tagged
from .taken import Unknown

_ENDS = (
    "大学|学院|小学|中学|学校|党校|医院|公司|集团|银行|支行|分行|营业部|街道|居委会|居民区|协会|联合会|基金会|联盟|基地|研究院|"
    "研究所|图书馆|博物馆|文化馆|派出所|服务中心|卫生中心|研究中心|工作室|服务社|志愿者服务队|俱乐部|事务所|办事处|合作社"
)
# What stands before a unit's name, and is no part of it.
_BEFORE = "和与及由为在向了对从到同是将被把请给让使的暨以就等会来自邀约之其各该本全我这那有多家所个位名、"
_NAME = re.compile(
    rf"(?<![㐀-䶿一-鿿{UNIT}])(?P<before>[{_BEFORE}]*)(?P<name>[㐀-䶿一-鿿]{{2,20}}?(?:{_ENDS}))"
    "(?:(?![㐀-䶿一-鿿])|(?=签|召开|举办|举行|主办|承办|成立|揭牌|加入|等|代表))"
)
_INSIDE = re.compile(f"[{_BEFORE}]|召开|举行|举办|成立|签|走进|开展|参加|出席|揭牌|合作|发布|[的了]")


def unknown_units(tagged: Tagged, sentence: int) -> Iterator[Unknown]:
    """Yield names between signs of punctuation, or names that are known, that end as those of units do."""
    for match in _NAME.finditer(tagged.signs):
        if not _INSIDE.search(match["name"]):
            yield Unknown("organizations", match["name"], sentence)
