"""The ids that are suggested, in pinyin, and how people are sorted."""

import pytest
from answers import ANSWERS, each_kind, named
from chuxin.editing.drafts.ids import suggested_id, suggested_sort
from chuxin.records.fields import is_id
from chuxin.records.kinds import KINDS
from hypothesis import given, settings
from hypothesis import strategies as st

# What a record is called → its id.
IDS = [
    ("organizations", "示例医院", "shili-yiyuan"),
    ("organizations", "曲阳路街道", "quyanglu-jiedao"),
    ("organizations", "国网上海电力科学研究院", "guowang-shanghai-dianli-kexue-yanjiuyuan"),
    ("organizations", "虹口区图书馆", "hongkouqu-tushuguan"),
    ("organizations", "长宁区图书馆", "changningqu-tushuguan"),
    ("organizations", "中信银行大柏树支行", "zhongxin-yinhang-dabaishu-zhihang"),
    ("organizations", "重庆银行", "chongqing-yinhang"),
    ("organizations", "同济大学设计创意学院", "tongji-daxue-sheji-chuangyi-xueyuan"),
    ("organizations", "同济大学政治与国际关系学院", "tongji-daxue-zhengzhi-yu-guoji-guanxi-xueyuan"),
    ("organizations", "重庆市人民政府驻上海办事处", "chongqingshi-renmin-zhengfu-zhu-shanghai-banshichu"),
    ("organizations", "上海市第一人民医院", "shanghaishi-diyi-renmin-yiyuan"),
    ("organizations", "虹口区市场监督管理局", "hongkouqu-shichang-jiandu-guanliju"),
    ("organizations", "虹口区融媒体中心", "hongkouqu-rongmeiti-zhongxin"),
    ("organizations", "玉田路新村居民区党总支", "yutianlu-xincun-juminqu-dangzongzhi"),
    ("organizations", "东体育会路第一居民区", "dongtiyuhuilu-diyi-juminqu"),
    ("organizations", "曲阳路街道社区党建服务中心", "quyanglu-jiedao-shequ-dangjian-fuwu-zhongxin"),
    # Whole words as far as they fit.
    (
        "organizations",
        "中国农业银行股份有限公司上海虹口支行",
        "zhongguo-nongye-yinhang-gufen-youxian-gongsi-shanghai",
    ),
    ("organizations", "长三角研究中心", "changsanjiao-yanjiu-zhongxin"),
    ("organizations", "歐陽街道", "ouyang-jiedao"),
    ("organizations", "ABC 公司（上海）", "abc-gongsi-shanghai"),
    ("organizations", "绿色银行", "lvse-yinhang"),
    ("organizations", "第3小学", "di-3-xiaoxue"),
    ("people", "李彬璐", "li-binlu"),
    ("people", "欧阳修", "ouyang-xiu"),
    ("people", "歐陽詢", "ouyang-xun"),
    ("people", "司马光", "sima-guang"),
    ("people", "单田芳", "shan-tianfang"),
    ("people", "仇英", "qiu-ying"),
    ("people", "曾国藩", "zeng-guofan"),
    ("people", "解缙", "xie-jin"),
    ("people", "区桃", "ou-tao"),
    ("people", "朴树", "piao-shu"),
    ("people", "查良镛", "zha-liangyong"),
    ("people", "任我行", "ren-woxing"),
    ("people", "尉迟恭", "yuchi-gong"),
    ("people", "万俟卨", "moqi-xie"),
    ("people", "吕不韦", "lv-buwei"),
    ("people", "李长春", "li-changchun"),
    ("people", "司马", "si-ma"),
    ("people", "王", "wang"),
    ("people", "买买提·艾力", "maimaiti-aili"),
    ("people", "John Smith", "john-smith"),
    ("people", "单 霞", "shan-xia"),
    ("brands", "初心·高兴", "chuxin-gaoxing"),
    ("listings", "需求清单", "xuqiu-qingdan"),
    ("outcomes", "党建引领社区治理的探索和实践", "dangjian-yinling-shequ-zhili-de-tansuo"),
    ("sources", "服务科创、集聚智源，他们说→", "fuwu-kechuang-jiju-zhiyuan-tamen-shuo"),
    ("brands", "😀", "pinpai"),
    ("people", "♥", "renwu"),
]


@pytest.mark.parametrize(("kind", "name", "expected"), IDS)
def test_an_id_is_the_pinyin_of_the_name(kind, name, expected):
    assert suggested_id(kind, named(kind, name)) == expected


@each_kind
def test_an_id_is_free(kind):
    first = suggested_id(kind, ANSWERS[kind])
    taken = {first}
    second = suggested_id(kind, ANSWERS[kind], taken)
    third = suggested_id(kind, ANSWERS[kind], taken | {second})
    assert len({first, second, third}) == 3
    assert all(map(is_id, (first, second, third)))


def test_a_second_meeting_on_a_day_has_words_of_its_body_or_its_name():
    answers = {**ANSWERS["meetings"], "names": ["创新治理联盟成立大会"]}
    assert suggested_id("meetings", answers) == "2024-03-01"
    assert suggested_id("meetings", answers, {"2024-03-01"}) == "2024-03-01-chuangxin-zhili"
    assert (
        suggested_id("meetings", {**answers, "body": "shili-lianxi-huiyi"}, {"2024-03-01"}) == "2024-03-01-shili-lianxi"
    )
    taken = {"2024-03-01", "2024-03-01-chuangxin-zhili"}
    assert suggested_id("meetings", answers, taken) == "2024-03-01-chuangxin-zhili-2"


def test_a_source_is_its_day_and_its_type():
    assert suggested_id("sources", {**ANSWERS["sources"], "date": "2024-03"}) == "2024-03-baodao"
    minutes = {"headline": "示例", "type": "会议纪要", "date": "2024-03-01"}
    assert suggested_id("sources", minutes) == "2024-03-01-huiyi-jiyao"


@pytest.mark.parametrize("kind", ["meetings", "sources"])
def test_what_was_no_later_than_a_day_has_the_id_of_the_day(kind):
    by_day, by_bound = ({**ANSWERS[kind], "date": date} for date in ("2024-03-01", "不晚于2024-03-01"))
    assert suggested_id(kind, by_bound) == suggested_id(kind, by_day)


@settings(deadline=None)
@given(st.sampled_from(list(KINDS)), st.text(max_size=400))
def test_an_id_is_one_whatever_the_name(kind, name):
    answers = {**ANSWERS[kind], "names": [name], "name": name, "title": name, "headline": name}
    assert is_id(suggested_id(kind, answers))


@pytest.mark.parametrize("name", ["Con", "NUL", "com1", "LPT9", "aux"])
@pytest.mark.parametrize("kind", ["organizations", "people", "brands"])
def test_no_id_is_a_name_that_windows_keeps(kind, name):
    assert suggested_id(kind, named(kind, name)) == f"{name.lower()}-2"
    assert suggested_id(kind, named(kind, name), [f"{name.lower()}-2"]) == f"{name.lower()}-3"


def test_the_pinyin_to_sort_by_has_its_marks():
    assert suggested_sort("吕布") == "lü bu"
    assert suggested_sort("上官婉儿") == "shangguan waner"
    assert suggested_sort("买买提·艾力") == "maimaiti aili"
    assert suggested_sort("123") == ""
