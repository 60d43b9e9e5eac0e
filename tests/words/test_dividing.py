"""How Chinese is divided into words."""

import subprocess
import sys

import pytest
from chuxin.words.dividing import divided
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "words",
    [
        "同济 大学 设计 创意 学院",
        "复旦 大学 国际 关系 与 公共 事务 学院",
        # What is one word stays one; what is made of words is those.
        "中国 科学院 上海 分院",
        "人民 政府 办公厅",
        "区域化 党建 工作 联席 会议",
        # Single characters belong to each other, to what they end, or to what lies in the north of it.
        "运光 新村 居委会",
        "玉田路 新村",
        "东体育会路 第一 居民区",
        "北中环 创新 治理 联盟",
        "引领 社区 治理 的 探索 和 实践",
        "驻 上海 办事处",
        # Words that the dictionary lacks.
        "街校 合作 推进会",
        "虹口区 融媒体 中心",
        # Nothing that the dictionary knows.
        "彬璐",
        "北",
    ],
)
def test_words_are_those_of_the_dictionary(words: str) -> None:
    assert divided(words.replace(" ", "")) == words.split()


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=200))
def test_nothing_is_lost(run: str) -> None:
    assert "".join(divided(run)) == run
    assert all(divided(run))


def test_the_dictionary_is_read_only_when_it_is_asked_for() -> None:
    code = "import sys, chuxin.command.commands, chuxin.words.dividing; sys.exit('rjieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
