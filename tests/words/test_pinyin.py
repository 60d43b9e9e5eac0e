"""Pinyin: under which Latin letters names are found."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from chuxin.words.folding import fold
from chuxin.words.pinyin import LONGEST, MOST, pinyin_forms
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import DATA, ROOT, SAMPLE

# Without a reading: names and titles, and under what they are found.
NAMES = [
    # As they are in the archive.
    ("初心·高兴", "chuxingaoxing cxgx"),
    ("曲阳医院", "quyangyiyuan qyyy"),
    ("曲阳路街道", "quyanglujiedao qyljd"),
    ("曲阳路街道党工委", "quyanglujiedaodanggongwei qyljddgw"),
    ("曲阳路街道区域化党建工作联席会议", "quyanglujiedaoquyuhuadangjiangongzuolianxihuiyi qyljdqyhdjgzlxhy"),
    ("北中环院校赋能社区创新治理联盟", "beizhonghuanyuanxiaofunengshequchuangxinzhililianmeng bzhyxfnsqcxzllm"),
    ("“不忘初心”党史党建社区研究实践基地", "buwangchuxindangshidangjianshequyanjiushijianjidi bwcxdsdjsqyjsjjd"),
    ("重庆驻沪办", "chongqingzhuhuban cqzhb"),
    ("中信银行大柏树支行", "zhongxinyinhangdabaishuzhihang zxyhdbszh zhongxinyinhangdaboshuzhihang"),
    ("海通证券玉田支路营业部", "haitongzhengquanyutianzhiluyingyebu htzqytzlyyb"),
    ("国网上海电力科学研究院", "guowangshanghaidianlikexueyanjiuyuan gwshdlkxyjy"),
    ("电科院", "diankeyuan dky"),
    ("华东师范大学", "huadongshifandaxue hdsfdx"),
    ("复旦大学国际关系与公共事务学院", "fudandaxueguojiguanxiyugonggongshiwuxueyuan fddxgjgxyggswxy"),
    ("上海外国语大学马克思主义学院", "shanghaiwaiguoyudaxuemakesizhuyixueyuan shwgydxmkszyxy"),
    ("同济", "tongji tj"),
    ("区委党史办", "quweidangshiban qwdsb"),
    ("组织部", "zuzhibu zzb"),
    ("需求清单", "xuqiuqingdan xqqd"),
    # Phrases say how their characters are read.
    ("音乐", "yinyue yy"),
    ("快乐", "kuaile kl"),
    ("会计", "kuaiji kj"),
    ("校长", "xiaozhang xz"),
    ("银行行长", "yinhanghangzhang yhhz"),
    ("中国工商银行上海市曲阳路支行", "zhongguogongshangyinhangshanghaishiquyangluzhihang zggsyhshsqylzh"),
    ("长宁区", "changningqu cnq"),
    ("闵行区", "minhangqu mhq"),
    # Where nothing says, common readings are all there.
    ("朝阳", "zhaoyang zy chaoyang cy"),
    ("长风", "zhangfeng zf changfeng cf"),
    ("行知", "xingzhi xz hangzhi hz"),
    ("单位", "danwei dw"),
    ("大会堂", "dahuitang dht"),
    # ü, both ways.
    ("绿地", "ludi lvdi ld"),
    ("女儿", "nuer nver ne"),
    ("吕略虐", "luluenue lvlvenve lln"),
    ("旅游战略", "luyouzhanlue lvyouzhanlve lyzl"),
    # Letters, digits, punctuation.
    ("AI+社区", "aishequ aisq"),
    ("2023年会议", "2023nianhuiyi 2023nhy"),
    ("“1+3+Ｎ”模式", "13nmoshi 13nms"),
    ("二〇二三", "erlingersan eles"),
    ("App Store", "appstore"),
    ("Müller", "muller"),
    ("——", ""),
    ("", ""),
]  # fmt: skip

# Records of people give the reading.
PEOPLE = [
    ("李滨麓", "li binlu", "libinlu lbl"),
    ("葛天任", "ge tianren", "getianren gtr"),
    ("曹祎", "cao yi", "caoyi cy"),
    ("赵正桥", "zhao zhengqiao", "zhaozhengqiao zzq"),
    ("李春成", "li chuncheng", "lichuncheng lcc"),
    ("单雄信", "shan xiongxin", "shanxiongxin sxx"),
    ("仇英", "qiu ying", "qiuying qy"),
    ("曾国藩", "zeng guofan", "zengguofan zgf"),
    ("任我行", "ren woxing", "renwoxing rwx"),
    ("欧阳修", "ouyang xiu", "ouyangxiu oyx"),
    ("尉迟恭", "yuchi gong", "yuchigong ycg"),
    ("吕洞宾", "lü dongbin", "ludongbin lvdongbin ldb"),
    ("吕洞宾", "lv dongbin", "ludongbin lvdongbin ldb"),
    ("吕洞宾", "lu dongbin", "ludongbin lvdongbin ldb"),
    ("陆游", "lu you", "luyou ly"),
    # Where a syllable ends, only the characters tell.
    ("方安", "fang an", "fangan fa"),
    ("方安", "fangan", "fangan fa"),
    ("范干", "fangan", "fangan fg"),
    ("李西安", "li xian", "lixian lxa"),
    ("李显", "li xian", "lixian lx"),
    # Not only characters.
    ("阿Q", "a q", "aq"),
    ("戴维·史密斯", "dai wei shimisi", "daiweishimisi dwsms"),
    # Read as no dictionary has it.
    ("李滨麓", "zhang sanfeng", "zhangsanfeng zs"),
    ("吕吕", "lü bulü", "lubulu lvbulv lb"),
]


@pytest.mark.parametrize(("name", "forms"), NAMES)
def test_names(name, forms):
    assert " ".join(pinyin_forms(name)) == forms


@pytest.mark.parametrize(("name", "reading", "forms"), PEOPLE)
def test_people(name, reading, forms):
    assert " ".join(pinyin_forms(name, reading)) == forms


def test_only_short_names_are_read_in_several_ways():
    assert pinyin_forms("长风" + "一" * (LONGEST - 2))[2].startswith("changfeng")
    assert len(pinyin_forms("长风" + "一" * (LONGEST - 1))) == 2
    # 长, 朝 and 行 have two common readings each.
    assert len(pinyin_forms("长、朝、行")) == 2 * MOST
    assert len(pinyin_forms("长、朝、行、长")) == 2


def test_every_record_with_a_name_is_found():
    files = [file for folder in (DATA, SAMPLE) for file in sorted(folder.rglob("*.yml"))]
    records = [yaml.safe_load(file.read_text("utf-8")) for file in files]
    named = [record for record in records if isinstance(record, dict) and "name" in record]
    assert len(named) > 40
    for record in named:
        forms = pinyin_forms(record["name"], record.get("sort"))
        assert 1 <= len(forms) <= 3 * MOST
        assert all(form.isascii() and form.isalnum() for form in forms), record["name"]
        if "sort" in record:
            assert forms[0] == fold(record["sort"])
            assert len(forms[-1]) == len(fold(record["name"]))


@settings(deadline=None)
@given(st.text(), st.none() | st.from_regex(r"[a-zü]{1,9}( [a-zü]{1,9}){0,3}", fullmatch=True))
def test_any_name_gives_folded_forms(name, reading):
    forms = pinyin_forms(name, reading)
    assert forms == pinyin_forms(name, reading)
    assert len(set(forms)) == len(forms) <= 3 * MOST
    assert all(form and fold(form) == form for form in forms)


def test_the_library_is_loaded_late():
    program = "import sys, chuxin.words.pinyin; print('pypinyin' in sys.modules, 'opencc' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT / "hooks", capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("end", ["", "x"])
def test_a_name_is_divided_at_once_in_however_many_ways_it_could_be(end):
    """Trying all of them takes as many steps as 2 has powers: 阿 is a or e, 嗯 is n, ng or en."""
    name, count = "西安先" * 99, 99
    spoken = "xianxian" * count + end
    forms = pinyin_forms(name, spoken)
    assert forms[0].startswith("xianxian") and len(forms) <= 3


def test_letters_and_digits_of_every_script_have_a_place():
    """Some are unknown to the library: ٠, ᱉."""
    characters = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    assert pinyin_forms(characters)
    assert pinyin_forms("复٠旦")[0] == "fu٠dan"
    assert pinyin_forms("复᱉旦") == ("fu᱉dan", "f᱉d")
