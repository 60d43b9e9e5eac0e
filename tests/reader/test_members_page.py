"""A body's members on one day, as a reader asks for them, and the chart: in a browser, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from chuxin.pages.days import days
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from serving import served
from sites import BuiltSite
from spans import a_case
from watching import watch

BODY = "organizations/shili-conference/"
UNCERTAIN = "是否为成员不能确定"


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    with served(sample.folder) as at:
        yield at


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    seen = watch(page, address)
    yield page
    assert seen == []
    context.close()


def shown(page: Page) -> list[str]:
    """The units in the table, those marked as uncertain with a question mark."""
    return [
        f"{row.locator('a').first.text_content()}{'？' if row.get_by_text(UNCERTAIN).is_visible() else ''}"
        for row in page.locator("[data-member]:visible").all()
    ]


LIBRARY, SOCIETY, WORKSHOP = "纸鸢图书馆", "倒走钟表研究会", "松果<R&D>\"巧手\"'小作坊'"
FOUR = ["云杉大学", "青石医院", "白鹭银行", WORKSHOP]
VOLUNTEERS, CLUB = "一千只风铃志愿服务社", "萤火虫想象游乐社"
TWO = ["一千只风铃志愿服务社", "云杉“A&B”实验中心"]
UNTOLD = "加入或退出日期没有载明是哪一天，这一天是否为成员不能确定"

FIRST, SECOND = (f"名单不全：来源称{who}。" for who in ("12家", "15家"))

# What is said of the last day of which the record tells.
LAST = f"2033年3月18日：有记录可查的成员7家。{SECOND}"

# the day, the units shown, what is said of it
ASKED = [
    ("2029-12-31", [], f"2029年12月31日：有记录可查的成员0家。{FIRST}"),
    ("2030-01-01", [f"{LIBRARY}？"], f"2030年1月1日：有记录可查的成员0家；另有1家{UNTOLD}。{FIRST}"),
    ("2030-05-31", [f"{LIBRARY}？", SOCIETY], f"2030年5月31日：有记录可查的成员1家；另有1家{UNTOLD}。{FIRST}"),
    ("2030-05-01", [f"{LIBRARY}？", f"{SOCIETY}？"], f"2030年5月1日：有记录可查的成员0家；另有2家{UNTOLD}。{FIRST}"),
    ("2030-12-31", [LIBRARY, SOCIETY], f"2030年12月31日：有记录可查的成员2家。{FIRST}"),
    ("2031-03-12", [LIBRARY, SOCIETY, *FOUR], f"2031年3月12日：有记录可查的成员6家。{FIRST}"),
    ("2031-12-31", [LIBRARY, *FOUR], f"2031年12月31日：有记录可查的成员5家。{SECOND}"),
    ("2032-02-25", [LIBRARY, *FOUR], f"2032年2月25日：有记录可查的成员5家。{SECOND}"),
    ("2032-02-26", [LIBRARY, *FOUR[:3], *TWO], f"2032年2月26日：有记录可查的成员6家。{SECOND}"),
]
EVERYBODY = [LIBRARY, SOCIETY, *FOUR, *TWO, "“回音”社区实践基地"]


def test_a_unit_is_listed_by_the_name_of_the_day(page: Page, address: str) -> None:
    """And is no member any more when it is no more."""
    page.goto(f"{address}organizations/qiaoliang-alliance/?on=2031-08-31")
    assert shown(page) == [f"{VOLUNTEERS}？", "示例街道实验小学", "示例街道文化中心", "琥珀里象棋社", f"{CLUB}？"]
    page.get_by_label("查看某一天的成员").fill("2031-09-01")
    assert shown(page) == [f"{VOLUNTEERS}？", "麻雀小学", "示例街道文化中心", "琥珀里象棋社", f"{CLUB}？"]
    page.get_by_label("查看某一天的成员").fill("2032-06-30")
    assert shown(page) == [VOLUNTEERS, "麻雀小学", "示例街道文化中心", "琥珀里象棋社？", "白鹭银行", CLUB]
    page.get_by_label("查看某一天的成员").fill("2032-07-01")
    assert shown(page) == [VOLUNTEERS, "麻雀小学", "琥珀里象棋社？", "白鹭银行", CLUB]
    page.get_by_label("查看某一天的成员").fill("2030-01-01")
    page.get_by_role("button", name="全部").click()
    assert shown(page)[1] == "麻雀小学"


def test_before_the_bound_of_a_joining_nobody_knows(page: Page, address: str) -> None:
    """The club joined, and somebody of the volunteers spoke as a member, no later than 18 June 2032."""
    status = page.locator("[data-members-status]")
    page.goto(f"{address}organizations/qiaoliang-alliance/?on=2032-06-17")
    assert {f"{VOLUNTEERS}？", f"{CLUB}？"} < set(shown(page))
    expect(status).to_contain_text(f"另有1家加入日期未载明、2家{UNTOLD}")
    page.get_by_label("查看某一天的成员").fill("2032-06-18")
    assert {VOLUNTEERS, CLUB} < set(shown(page))
    expect(status).to_contain_text(f"另有1家{UNTOLD}")
    # The alliance was founded on 12 March 2031.
    page.get_by_label("查看某一天的成员").fill("2031-03-11")
    assert shown(page) == []


@pytest.mark.parametrize(("day", "units", "said"), ASKED)
def test_a_day_shows_who_was_a_member(page: Page, address: str, day: str, units: list[str], said: str) -> None:
    page.goto(address + BODY)
    assert shown(page) == EVERYBODY
    expect(page.locator("[data-members-status]")).to_have_text(LAST)
    page.get_by_label("查看某一天的成员").fill(day)
    expect(page.locator("[data-members-status]")).to_have_text(said)
    assert shown(page) == units
    assert page.url == f"{address}{BODY}?on={day}"


def test_the_address_says_the_day_and_all_takes_it_back(page: Page, address: str) -> None:
    page.goto(f"{address}{BODY}?q=x&on=2030-05-20#_members")
    expect(page.get_by_label("查看某一天的成员")).to_have_value("2030-05-20")
    assert shown(page) == [f"{LIBRARY}？", f"{SOCIETY}？"]
    page.get_by_role("button", name="全部").click()
    assert shown(page) == EVERYBODY
    expect(page.get_by_label("查看某一天的成员")).to_have_value("")
    expect(page.locator("[data-members-status]")).to_have_text(LAST)
    assert page.url == f"{address}{BODY}?q=x#_members"


@pytest.mark.parametrize("on", ["", "2031", "2031-02-30", "nonsense", "12031-01-01", "<b>", "0031-01-01"])
def test_an_address_without_a_day_shows_everybody(page: Page, address: str, on: str) -> None:
    page.goto(f"{address}{BODY}?on={on}")
    assert shown(page) == EVERYBODY
    expect(page.get_by_label("查看某一天的成员")).to_have_value("")


def test_enter_does_not_leave_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}{BODY}?on=2031-03-12")
    page.get_by_label("查看某一天的成员").press("Enter")
    page.wait_for_timeout(100)
    assert page.url == f"{address}{BODY}?on=2031-03-12"
    assert len(shown(page)) == 6


UNIVERSITY, HOSPITAL = "轮值主席：云杉大学", "轮值主席：青石医院"
OFFICE = "秘书长：示例街道社区服务办公室"
ADVISERS = ["社区服务顾问：丙知秋", "社区服务顾问：三位退休教师"]

# the day, and who held which office; of one that nobody is known to have left it is sure on the day of taking it only
HELD = [
    ("2029-12-31", []),
    ("2030-01-01", [f"{OFFICE}？"]),
    ("2031-01-01", [f"{UNIVERSITY}？", OFFICE]),
    ("2031-12-01", [f"{UNIVERSITY}？", f"{OFFICE}？"]),
    ("2032-05-01", [UNIVERSITY]),
    ("2033-03-17", [UNIVERSITY]),
    ("2033-03-18", ADVISERS),
    ("2033-03-19", [f"{one}？" for one in ADVISERS]),
    ("2033-04-01", [f"{HOSPITAL}？", *(f"{one}？" for one in ADVISERS)]),
    ("2033-05-01", [HOSPITAL, *(f"{one}？" for one in ADVISERS)]),
    ("2034-03-01", [f"{HOSPITAL}？", *(f"{one}？" for one in ADVISERS)]),
    ("2034-04-01", [f"{one}？" for one in ADVISERS]),
]


@pytest.mark.parametrize(("day", "held"), HELD)
def test_the_offices_of_a_day(page: Page, address: str, day: str, held: list[str]) -> None:
    page.goto(f"{address}{BODY}?on={day}")
    rows = page.locator("tr[data-office]:visible").all()
    told = "是否在任不能确定"
    found = [
        f"{row.locator('th').text_content().replace(told, '').strip()}"
        f"{'？' if row.get_by_text(told).is_visible() else ''}"
        for row in rows
    ]
    assert found == held


def test_undated_members_are_counted_apart_and_each_unit_once(page: Page, address: str) -> None:
    """The sample has neither: its rows are changed before the script runs."""

    def changed(route) -> None:
        html = route.fetch().text()
        undated = html.replace(' data-since-first="2030-01-01" data-since-last="2030-12-31"', " data-undated")
        route.fulfill(body=undated.replace("qingshi-hospital/", "bailu-bank/"), content_type="text/html")

    page.route(f"{address}{BODY}?on=*", changed)
    page.goto(f"{address}{BODY}?on=2030-05-02")
    page.unroute_all()
    status = page.locator("[data-members-status]")
    expect(status).to_have_text(f"2030年5月2日：有记录可查的成员0家；另有1家加入日期未载明、1家{UNTOLD}。{FIRST}")
    assert shown(page) == [f"{LIBRARY}？", f"{SOCIETY}？"]
    page.get_by_label("查看某一天的成员").fill("2031-03-12")
    expect(status).to_have_text(
        f"2031年3月12日：有记录可查的成员4家；另有1家加入日期未载明，这一天是否为成员不能确定。{FIRST}"
    )


COUNTED = "名单不全：来源称46家。"

# the body, the day, what is said of it: nobody is a member of what was not founded yet
REAL = [
    (
        "quyang-joint-conference",
        "2023-07-05",
        f"2023年7月5日：有记录可查的成员0家；另有1家加入日期未载明，这一天是否为成员不能确定。{COUNTED}",
    ),
    ("quyang-joint-conference", "2023-07-06", f"2023年7月6日：有记录可查的成员5家，其中1家何时加入未载明。{COUNTED}"),
    ("beizhonghuan-alliance", "2023-07-05", "2023年7月5日：有记录可查的成员0家。"),
    ("beizhonghuan-alliance", "2023-07-06", "2023年7月6日：有记录可查的成员2家，其中2家何时加入未载明。"),
]


@pytest.mark.parametrize(("body", "day", "said"), REAL)
def test_who_spoke_as_a_member_was_one_that_day(
    browser: Browser, real: BuiltSite, body: str, day: str, said: str
) -> None:
    with served(real.folder) as at:
        page = browser.new_page()
        page.goto(f"{at}organizations/{body}/?on={day}")
        expect(page.locator("[data-members-status]")).to_have_text(said)
        page.close()


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=st.lists(a_case, min_size=1, max_size=20))
def test_the_script_tells_no_more_and_no_less_than_the_dates(page: Page, address: str, cases: list) -> None:
    """The rule that hides and marks rows equals the one that is compared with trying every day."""
    if not page.url.startswith(address + BODY):
        page.goto(address + BODY)
    asked = []
    for *record, day in cases:
        found = vars(days(*record))
        bounds = {camel(name): value for name, value in found.items() if value and name != "undated"}
        asked.append([bounds | ({"undated": ""} if found["undated"] else {}), str(day)])
    answers = page.evaluate(
        """async asked => {
          const { membership } = await import(document.querySelector("script[src$='members.js']").src)
          return asked.map(([bounds, day]) => membership(bounds, day))
        }""",
        asked,
    )
    assert answers == [days(*record).on(str(day)) for *record, day in cases]


def camel(name: str) -> str:
    first, second = name.split("_")
    return first + second.title()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_chart_fits_and_can_be_read(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}components/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    texts = page.locator(".cx-chart text")
    sizes = texts.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 12
    boxes = texts.evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    for at, box in enumerate(boxes):
        assert box["left"] >= 0
        assert box["right"] <= width
        for other in boxes[:at]:
            apart = box["left"] >= other["right"] or other["left"] >= box["right"]
            assert apart or box["top"] >= other["bottom"] or other["top"] >= box["bottom"], "texts overlap"
    context.close()


def test_the_chart_has_a_name_and_its_numbers_in_a_table(page: Page, address: str) -> None:
    page.goto(f"{address}components/")
    chart = page.get_by_role("img", name="成员数的变化").first
    expect(chart).to_be_visible()
    page.get_by_text("图中的数字").first.click()
    figure = page.locator(".cx-chart").first
    rows = figure.locator("tbody tr")
    assert [row.split() for row in rows.all_inner_texts()] == [
        ["2031年6月20日", "3", "0", "0", "3"],
        ["2031年10月23日", "2", "0", "0", "5"],
        ["2032年", "0", "0", "1", "4"],
        ["2032年2月26日", "0", "1", "0", "3"],
        ["不晚于2032年6月18日", "1", "0", "0", "4"],
        ["2032年7月1日", "0", "0", "1", "3"],
        ["2033年3月18日", "1", "0", "0", "4"],
    ]
    top = int(chart.locator("text[text-anchor=end]").last.text_content())
    heights = chart.locator("circle").evaluate_all("all => all.map(one => parseFloat(one.getAttribute('cy')))")
    assert [round(top * (100 - height) / 100) for height in heights] == [3, 5, 4, 3, 4, 3, 4]
    assert figure.locator("circle.cx-chart__point--vague").count() == 2
    expect(page.get_by_text("空心点的日期只载明年或月").first).to_be_visible()


def test_without_scripts_everything_stands_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{BODY}?on=2030-05-20")
    assert shown(page) == EVERYBODY
    expect(page.locator("[data-members-day]")).to_be_hidden()
    expect(page.locator("[data-members-status]")).to_have_text(LAST)
    expect(page.locator(".cx-lanes .cx-lane").first).to_be_visible()
    context.close()


def test_a_line_stands_at_the_day_in_every_bar(page: Page, address: str) -> None:
    page.goto(f"{address}{BODY}?on=2031-03-12")
    row = page.locator("tr[data-member]", has_text="云杉大学")
    line = page.locator("[data-lanes] .cx-lane__asked").first
    assert line.get_attribute("visibility") == "visible"
    joined = float(row.locator("circle").get_attribute("cx").rstrip("%"))
    assert float(line.get_attribute("x1").rstrip("%")) == pytest.approx(joined, abs=0.01)
    # The bars have it of the years above them.
    assert row.locator("use").first.get_attribute("href") == "#_lanes-members"
    page.get_by_label("查看某一天的成员").fill("1990-01-01")
    assert line.get_attribute("visibility") == "hidden"


def test_members_are_found_by_every_name_that_they_had(page: Page, address: str) -> None:
    page.goto(f"{address}organizations/qiaoliang-alliance/")
    found = page.locator("[data-members-found]")
    page.get_by_label("在成员中查找").fill("实验 小学")
    assert shown(page) == ["麻雀小学"]
    expect(found).to_have_text("找到1家")
    assert page.locator("[data-together]:visible").count() == 1
    page.get_by_label("查看某一天的成员").fill("2031-06-19")
    expect(found).to_have_text("没有符合的成员")
    page.get_by_label("在成员中查找").fill("")
    expect(found).to_have_text("")
    assert page.locator("[data-together]:visible").count() == 2


def test_where_many_stand_together_a_day_shows_who_was_a_member(page: Page, address: str) -> None:
    """On the page of components the same members stand there as few, as many and as very many."""
    page.goto(f"{address}components/?on=2032-03-01")
    few, many, years = (
        [text.replace("是否为成员不能确定", "").replace("（不能确定）", "") for text in found.all_inner_texts()]
        for found in (
            page.locator("tr[data-member]:visible th a"),
            page.locator("#_members ~ .cx-together [data-member]:visible").locator("xpath=descendant-or-self::a[1]"),
            page.locator("[data-together-year] [data-member]:visible").locator("xpath=descendant-or-self::a[1]"),
        )
    )
    assert len(few) > 3 and few == many == years
    assert page.locator("[data-together-year]:visible").count() < page.locator("[data-together-year]").count()


def test_the_script_is_loaded_where_it_has_work_only(sample: BuiltSite) -> None:
    loading = {route for route, tree in sample.pages.items() if tree.xpath("//script[contains(@src, 'members.js')]")}
    asking = {route for route, tree in sample.pages.items() if tree.xpath("//*[@data-members-day]")}
    bodies = {f"organizations/{body}/" for body in ("shili-conference", "qiaoliang-alliance", "huiyin-base")}
    assert loading == asking
    assert {route for route in loading if route.startswith("organizations/")} == bodies


def test_where_dates_tell_no_before_and_after_there_is_a_sentence_for_a_picture(real: BuiltSite) -> None:
    body = real.pages["organizations/quyang-joint-conference/"]
    assert not body.xpath("//*[contains(@class, 'cx-lane')]")
    assert "能分出先后的日期不足两个，没有画成图。" in real.text("organizations/quyang-joint-conference/")


def test_no_style_attributes(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        assert not tree.xpath("//section[@aria-labelledby='_members']//@style"), route
