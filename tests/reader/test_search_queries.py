"""What readers type into the search of the real records, and where they should find it.

Fragments from mid-name, short names, the wrong script, full width, pinyin, several words, typing errors.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from serving import served
from sites import BuiltSite

MEETING = "meetings/2023-07-06/"
BODY = "organizations/quyang-joint-conference/"
ALLIANCE = "organizations/beizhonghuan-alliance/"
BASE = "organizations/buwang-chuxin-base/"
OUTCOME = "outcomes/chuxin-for-gaoxing/"
BRAND = "brands/chuxin-gaoxing/"
HOSPITAL = "organizations/quyang-hospital/"
INSTITUTE = "organizations/sgcc-shanghai-research-institute/"
SISU = "organizations/sisu/"


def said(name: str) -> str:
    return f"statements/2023-07-06-{name}/"


def unit(name: str) -> str:
    return f"organizations/{name}/"


def person(name: str) -> str:
    return f"people/{name}/"


# What is typed, where it leads, and at which place at the latest.
QUERIES = [
    # names, whole and in part
    ("李滨麓", person("li-binlu"), 1),
    ("滨麓", person("li-binlu"), 1),
    ("麓", person("li-binlu"), 1),
    ("曹祎", person("cao-yi"), 1),
    ("春成", person("li-chuncheng"), 1),
    ("天任", person("ge-tianren"), 1),
    ("丁东汉", person("ding-donghan"), 1),
    ("赵正桥", person("zhao-zhengqiao"), 1),
    ("佩军", person("wang-peijun"), 1),
    ("蒋仁辉", person("jiang-renhui"), 1),
    ("曲阳医院", HOSPITAL, 1),
    ("阳医", HOSPITAL, 1),
    ("医院", HOSPITAL, 1),
    ("大柏树", unit("citic-dabaishu-branch"), 1),
    ("中信银行", unit("citic-dabaishu-branch"), 1),
    ("柏树支行", unit("citic-dabaishu-branch"), 1),
    ("海通证券", unit("haitong-yutian-branch"), 1),
    ("玉田支路", unit("haitong-yutian-branch"), 1),
    ("驻沪办", unit("chongqing-shanghai-office"), 1),
    ("重庆", unit("chongqing-shanghai-office"), 1),
    ("电力科学", INSTITUTE, 1),
    ("国网", INSTITUTE, 1),
    ("党史办", unit("district-party-history-office"), 1),
    ("浦东干部学院", unit("pudong-academy"), 1),
    ("国际关系学院", unit("tongji-spsir"), 1),
    ("公共事务", unit("fudan-sirpa"), 1),
    ("街道党工委", unit("quyang-party-working-committee"), 1),
    ("联席会议", BODY, 1),
    ("区域化党建工作联席会议", BODY, 1),
    ("研究实践基地", BASE, 1),
    ("创新治理联盟", ALLIANCE, 1),
    # short names
    ("上外", SISU, 1),
    ("电科院", INSTITUTE, 1),
    ("复旦", unit("fudan-university"), 1),
    ("同济", unit("tongji-university"), 1),
    ("不忘初心", BASE, 1),
    # the brand, however its dot is typed
    ("初心·高兴", BRAND, 1),
    ("初心高兴", BRAND, 1),
    ("初心・高興", BRAND, 1),
    ("初心•高兴", BRAND, 1),
    ("“初心·高兴”", BRAND, 1),
    ("高兴", BRAND, 1),
    # titles
    ("以我们的初心换居民的高兴", OUTCOME, 1),
    ("居民的“高兴”", OUTCOME, 1),
    ("打造人民社区", OUTCOME, 1),
    ("社区治理推进会", MEETING, 1),
    ("2023年度", MEETING, 1),
    ("他们说", "sources/2023-07-06-report/", 1),
    ("服务科创", "sources/2023-07-06-report/", 1),
    ("项目清单", "listings/#_projects", 1),
    ("需求", "listings/#_needs", 1),
    # words in what was said or recorded
    ("红岩先锋", said("li-binlu"), 1),
    ("纪委书记", said("cao-yi"), 2),
    ("书记", said("cao-yi"), 5),
    ("会议", BODY, 1),
    ("三个关键词", said("ge-tianren"), 1),
    ("批判性", said("li-chuncheng"), 1),
    ("行业导师", said("zhao-zhengqiao"), 1),
    ("虹口", said("wang-peijun"), 1),
    ("难题共解", said("jiang-renhui"), 1),
    ("街校合作", said("jiang-renhui"), 1),
    ("科创曲阳", MEETING, 1),
    ("雷达模型", OUTCOME, 1),
    ("六大衡量维度", OUTCOME, 1),
    ("20余项", OUTCOME, 1),
    ("双北", ALLIANCE, 1),
    ("北中环科创集聚带", ALLIANCE, 1),
    ("美好社区·先锋行动", "listings/#_projects", 2),
    ("46家", MEETING, 2),
    ("新增成员的建议", MEETING, 1),
    ("何娉", "sources/2023-07-06-report/", 1),
    ("总召集人", said("wang-peijun"), 2),
    # Traditional script
    ("曲陽醫院", HOSPITAL, 1),
    ("李濱麓", person("li-binlu"), 1),
    ("曹禕", person("cao-yi"), 1),
    ("蔣仁輝", person("jiang-renhui"), 1),
    ("趙正橋", person("zhao-zhengqiao"), 1),
    ("復旦大學", unit("fudan-university"), 1),
    ("聯席會議", BODY, 1),
    ("雷達模型", OUTCOME, 1),
    ("馬克思主義學院", unit("shu-marxism"), 5),
    # full width, punctuation, spaces
    ("２０２３年度", MEETING, 1),
    ("２０余项", OUTCOME, 1),
    ("《关于曲阳路街道区域化党建工作联席会议新增成员的建议》", MEETING, 1),
    ("  曲阳医院  ", HOSPITAL, 1),
    ("曲阳　医院", HOSPITAL, 1),
    ("ＱＵＹＡＮＧ", unit("quyang-subdistrict"), 3),
    # pinyin, whole, apart, in part, initials
    ("quyang", unit("quyang-subdistrict"), 1),
    ("quyangyiyuan", HOSPITAL, 1),
    ("qu yang yi yuan", HOSPITAL, 1),
    ("qyyy", HOSPITAL, 1),
    ("libinlu", person("li-binlu"), 1),
    ("li binlu", person("li-binlu"), 1),
    ("Li Binlu", person("li-binlu"), 1),
    ("lbl", person("li-binlu"), 1),
    ("caoyi", person("cao-yi"), 1),
    ("ddh", person("ding-donghan"), 1),
    ("shangwai", SISU, 1),
    ("chongqingzhuhuban", unit("chongqing-shanghai-office"), 1),
    ("zhongxinyinhang", unit("citic-dabaishu-branch"), 1),
    ("fudan", unit("fudan-university"), 1),
    ("chuxin", BRAND, 3),
    ("cxgx", BRAND, 1),
    ("dky", INSTITUTE, 1),
    # dates, however they are written
    ("2023-07-06", MEETING, 1),
    ("2023.7.6", MEETING, 1),
    ("2023/7/6", MEETING, 1),
    ("2023年7月6日", MEETING, 1),
    ("2023年07月06日", MEETING, 1),
    ("20230706", MEETING, 1),
    ("2023-07", MEETING, 1),
    ("2023.7", MEETING, 1),
    ("2023年7月", MEETING, 1),
    ("2023年", MEETING, 1),
    ("7月6日", MEETING, 1),
    ("7月6号", MEETING, 1),
    ("２０２３年７月", MEETING, 1),
    ("２０２３－０７－０６", MEETING, 1),
    ("二〇二三年七月", MEETING, 1),
    ("二零二三年七月六日", MEETING, 1),
    ("七月六日", MEETING, 1),
    ("2023-07-06 李滨麓", said("li-binlu"), 2),
    # in a reader's own words
    ("六大维度", OUTCOME, 1),
    ("六个维度", OUTCOME, 1),
    ("雷达图", OUTCOME, 1),
    ("新加入的单位", MEETING, 1),
    ("新加入了哪些单位", MEETING, 1),
    ("2023年会议", MEETING, 1),
    ("请问雷达图是什么", OUTCOME, 1),
    ("曲阳医院、李滨麓", MEETING, 1),
    ("李滨麓的发言", said("li-binlu"), 1),
    ("同济教授", said("ge-tianren"), 1),
    # names shortened by leaving out characters
    ("华东师大", unit("ecnu"), 1),
    ("华师大", unit("ecnu"), 1),
    ("上外马院", unit("sisu-marxism"), 1),
    ("复旦马院", unit("fudan-marxism"), 1),
    ("复旦国务学院", unit("fudan-sirpa"), 1),
    ("區組織部", unit("district-organization-department"), 1),
    ("区组织部", unit("district-organization-department"), 1),
    ("上海电科院", INSTITUTE, 1),
    ("浦东学院", unit("pudong-academy"), 1),
    ("曲阳联席会议", BODY, 2),
    ("初心基地", BASE, 1),
    ("北中环联盟", ALLIANCE, 1),
    ("北中环院校赋能联盟", ALLIANCE, 1),
    ("党建推进会", MEETING, 1),
    ("以初心换高兴", OUTCOME, 1),
    # several words, phrases
    ("李滨麓 重庆", said("li-binlu"), 2),
    ("丁东汉 雷达", OUTCOME, 2),
    ("教授 复旦", said("li-chuncheng"), 3),
    ("党委书记 华东师范", said("zhao-zhengqiao"), 2),
    ("“思想共进”", said("jiang-renhui"), 1),
    ('"治理联盟"', ALLIANCE, 1),
]  # fmt: skip

# Typing errors: nothing has them, the nearest is offered.
NEAR = [
    ("曲杨医院", HOSPITAL),
    ("曲阳一院", HOSPITAL),
    ("李滨录", person("li-binlu")),
    ("李冰麓", person("li-binlu")),
    ("丁东翰", person("ding-donghan")),
    ("葛天仁", person("ge-tianren")),
    ("海通正券", unit("haitong-yutian-branch")),
    ("大白树支行", unit("citic-dabaishu-branch")),
    ("复旦大雪", unit("fudan-university")),
    ("quyangyiyuam", HOSPITAL),
    ("请问曲阳医院的电话号码是多少", HOSPITAL),
    ("我想知道复旦大学在会议上讲了一些什么内容呢", unit("fudan-university")),
]
NOWHERE = ["龘龘", "☃", "!!!", "xqzvk", "“雷达图”"]
# What only the handbook says, in which invented units explain how records are written.
FOR_EDITORS = ["缩进", "示例医院", "make check", "E301", "张三"]
# A name is not shortened by what has other characters, another order, or neither its beginning nor its end.
NOT_SHORT = [
    ("大学上海", unit("shu")),
    ("院学大", unit("shu")),
    ("曲阳一院", HOSPITAL),
    ("曲阳派出所", HOSPITAL),
    ("同济医院", HOSPITAL),
    ("海通正券", unit("haitong-yutian-branch")),
    ("通路部", unit("haitong-yutian-branch")),
    ("复旦附中", unit("fudan-university")),
    ("上海大学", SISU),
    ("曲医", HOSPITAL),
    ("qyyiyuan", HOSPITAL),
]


@pytest.fixture(scope="module")
def page(real: BuiltSite, browser: Browser) -> Iterator[Page]:
    with served(real.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}search/")
        yield page
        page.close()


def results(page: Page, query: str, kind: str = "result") -> list[str]:
    """Type a query and return the addresses of what is shown."""
    page.fill("#search-query", "")
    page.fill("#search-query", query)
    page.wait_for_function(
        "query => document.querySelector('[data-search-results]').dataset.searchResults === query", arg=query
    )
    links = page.locator(f"[data-search-{kind}]").evaluate_all("all => all.map(one => one.href)")
    return [link.split("/quyang/")[1] for link in links]


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) + len(NEAR) >= 80
    assert len({query for query, *_ in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize(("query", "route", "place"), QUERIES, ids=[query for query, *_ in QUERIES])
def test_query_leads_there(page: Page, query: str, route: str, place: int) -> None:
    found = results(page, query)
    assert route in found[:place], found[:10]
    assert page.locator("[data-search-total]").text_content() == str(len(found))
    assert page.locator("[data-search-empty]").is_hidden()


@pytest.mark.parametrize(("query", "route"), NEAR, ids=[query for query, _ in NEAR])
def test_typing_error_is_answered_with_the_nearest(page: Page, query: str, route: str) -> None:
    assert results(page, query) == []
    assert page.locator("[data-search-empty]").is_visible()
    assert "没有完全匹配，相近的有" in page.locator("[data-search-empty]").inner_text()
    assert route in results(page, query, "near")[:3]
    assert page.locator("[data-search-total]").text_content() == "0"


@pytest.mark.parametrize("query", NOWHERE)
def test_nothing_is_offered_for_what_is_nowhere(page: Page, query: str) -> None:
    assert results(page, query) == []
    assert results(page, query, "near") == []


@pytest.mark.parametrize(("query", "route"), NOT_SHORT, ids=[query for query, _ in NOT_SHORT])
def test_a_name_is_not_shortened_by_just_anything(page: Page, query: str, route: str) -> None:
    assert route not in results(page, query) or page.locator("[data-search-how]").inner_text().startswith(
        "；没有连在一起的"
    )


@pytest.mark.parametrize("query", FOR_EDITORS)
def test_the_handbook_is_not_in_the_way_of_readers(page: Page, query: str) -> None:
    assert not [route for route in results(page, query) if route.startswith("handbook/")]
    assert not [route for route in results(page, query, "near") if route.startswith("handbook/")]


@pytest.mark.parametrize("query", FOR_EDITORS)
def test_the_handbook_has_its_own_search(real: BuiltSite, browser: Browser, query: str) -> None:
    with served(real.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}handbook/")
        page.fill("#search-handbook", query)
        page.press("#search-handbook", "Enter")
        page.wait_for_url("**/search/?*")
        page.wait_for_selector("[data-search-result]")
        links = page.locator("[data-search-result]").evaluate_all("all => all.map(one => one.href)")
        assert links and all("/handbook/" in link for link in links)
        page.close()
