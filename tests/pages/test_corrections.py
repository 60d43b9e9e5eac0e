"""How readers say what is wrong: every record and the page about the site name an address, or that there is none."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from chuxin.pages.corrections import corrections_view
from chuxin.records.kinds import PAGED
from chuxin.records.settings import Contact
from sites import SITE_URL, BuiltSite


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("a.b@example.org", "mailto:a.b@example.org"),
        ("021-12345678", "tel:02112345678"),
        ("+86 21 1234 5678转80", "tel:+862112345678,80"),
        ("12345", "tel:12345"),
        ("https://example.org/a?b=c@d", "https://example.org/a?b=c@d"),
    ],
)
def test_an_address_leads_there(address: str, href: str) -> None:
    view = corrections_view(Contact(name="街道办公室", addresses=[address]), has_about=True)
    assert [(one.text, one.href) for one in view.addresses] == [(address, href)]
    assert view.addresses[0].is_mail == href.startswith("mailto:")


def test_without_a_contact_there_is_no_address() -> None:
    view = corrections_view(None, has_about=False)
    assert (view.name, view.addresses, view.has_about) == ("", (), False)


def records_of(site: BuiltSite) -> list[str]:
    return [route for route in site.pages if route.count("/") == 2 and route.split("/")[0] in PAGED]


def line_of(site: BuiltSite, route: str):
    [line] = site.pages[route].xpath("//footer[@class='cx-foot']/p[starts-with(., '指出错误')]")
    return line


def test_every_record_begins_a_letter_about_itself(sample: BuiltSite) -> None:
    assert len(records_of(sample)) > 20
    for route in records_of(sample):
        line = line_of(sample, route)
        assert line.text_content().startswith("指出错误：示例街道党建办公室，dangjian@example.org，021-00000000；")
        letter = urlsplit(line.xpath("a/@href")[0])
        asked = parse_qs(letter.query, strict_parsing=True)
        assert (letter.scheme, letter.path) == ("mailto", "dangjian@example.org")
        assert asked["subject"][0].startswith("指出错误：")
        assert asked["body"][0].split("\r\n")[0] == f"页面：{SITE_URL}{route}"


def test_the_page_about_the_site_names_the_address(sample: BuiltSite) -> None:
    about = sample.pages["about/"]
    [heading] = about.xpath("//h2[@id='怎样更正']")
    assert "请告诉示例街道党建办公室，dangjian@example.org，021-00000000。" in heading.getparent().text_content()
    assert about.xpath("//a[@href='mailto:dangjian@example.org']")


def test_no_address_is_invented(real: BuiltSite) -> None:
    for route in records_of(real):
        assert line_of(real, route).text_content() == "指出错误：本站还没有公布联系地址；怎样更正。"
        assert line_of(real, route).xpath("a/@href") == ["../../about/#怎样更正"]
    about = real.pages["about/"]
    assert about.xpath("//h2[@id='怎样更正']")
    assert "本站不编造" in about.text_content()
    assert not [href for page in real.pages.values() for href in page.xpath("//a/@href") if href.startswith("tel:")]
    assert not [href for page in real.pages.values() for href in page.xpath("//a/@href") if href.startswith("mailto:")]
