"""Every link of the built sites leads somewhere, and no link between records is one-way."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from sites import SITE_URL, BuiltSite, is_forwarded, is_record


def test_links_and_fragments_lead_somewhere(built: BuiltSite) -> None:
    ids = {route: set(page.xpath("//@id")) for route, page in built.pages.items()}
    broken = []
    for route in built.pages:
        for target, fragment in built.links(route):
            if target not in built.pages and not (built.folder / target).is_file():
                broken.append((route, target))
            elif fragment and fragment not in ids[target]:
                broken.append((route, f"{target}#{fragment}"))
    assert not broken


def test_files_that_pages_load_exist(built: BuiltSite) -> None:
    for route, page in built.pages.items():
        for address in page.xpath("//link[not(@rel='canonical')]/@href | //script/@src | //img/@src"):
            parts = urlsplit(urljoin(SITE_URL + route if route != "404.html" else SITE_URL, address))
            assert parts.netloc == "example.org", (route, address)
            file = built.folder / parts.path.removeprefix("/quyang/")
            assert file.exists(), (route, address)


def test_links_work_below_any_path(built: BuiltSite) -> None:
    """All but the error page, which can stand at any address, link relatively."""
    for route, page in built.pages.items():
        if route != "404.html":
            absolute = [href for href in page.xpath("//a/@href | //link/@href | //script/@src") if href.startswith("/")]
            assert not absolute, route


def test_records_link_each_other_both_ways(built: BuiltSite) -> None:
    edges = {
        (route, target)
        for route in built.pages
        if is_record(route)
        for target, _ in built.links(route)
        if is_record(target) and target != route
    }
    assert len(edges) > 50
    one_way = {(route, target) for route, target in edges if (target, route) not in edges}
    # What was said stands on the page of who said it, too, and links what its own page links.
    said = {
        (route, urljoin(SITE_URL + route, href).removeprefix(SITE_URL).partition("#")[0])
        for route, page in built.pages.items()
        if route.startswith("people/")
        for href in page.xpath("//*[@class='cx-words__text']//a/@href")
    }
    assert not sorted(one_way - said)


def test_no_page_of_a_unit_is_a_dead_end(built: BuiltSite) -> None:
    """Nor says no more than which kind it is of: somebody got there from what it had a part in."""
    units = [route for route in built.pages if route.startswith("organizations/") and is_record(route)]
    assert len(units) > 20
    for route in units:
        article = built.pages[route].xpath("//article")[0]
        hrefs = article.xpath(".//a[not(ancestor::footer) and not(ancestor::nav)]/@href")
        led = {urljoin(SITE_URL + route, href).removeprefix(SITE_URL).partition("#")[0] for href in hrefs}
        assert {one for one in led if is_record(one)}, route


def test_pages_that_mention_a_record_are_listed_on_it(sample: BuiltSite) -> None:
    mentioned = 0
    for route, page in sample.pages.items():
        hand_written = route.startswith("news/20") or route in ("", "about/")
        own = page.xpath("//article//a[not(ancestor::section)]/@href") if hand_written else []
        for href in own:
            target = urljoin(SITE_URL + route, href).removeprefix(SITE_URL).partition("#")[0]
            if is_record(target) and not page.xpath(f"//aside//a[@href='{href}']"):
                assert route in [back for back, _ in sample.links(target)], (route, target)
                mentioned += 1
    assert mentioned >= 5


def test_every_record_page_is_reached_from_an_index(built: BuiltSite) -> None:
    for route in built.pages:
        if is_record(route) and not is_forwarded(built, route):
            kind = route.partition("/")[0]
            assert route in [target for target, _ in built.links(f"{kind}/")], route


def test_what_meetings_and_units_come_to_is_reached_from_their_indexes_and_pages(built: BuiltSite) -> None:
    there = [route for route in built.pages if is_record(route)]
    units = ["organizations/", *(route for route in there if route.startswith("organizations/"))]
    meetings = ["meetings/", *(route for route in there if route.startswith("meetings/"))]
    assert all("grid/" in [target for target, _ in built.links(route)] for route in meetings)
    assert all("map/" in [target for target, _ in built.links(route)] for route in units)
    assert len([route for route in units if "grid/" in [target for target, _ in built.links(route)]]) > 10


def test_sitemap_lists_every_page(built: BuiltSite) -> None:
    sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    for route in built.pages:
        assert (f"<loc>{SITE_URL}{route}</loc>" in sitemap) == (route != "404.html" and not is_forwarded(built, route))


def test_canonical_address_is_the_page_s_own(built: BuiltSite) -> None:
    for route, page in built.pages.items():
        if route != "404.html":
            assert page.xpath("//link[@rel='canonical']/@href") == [SITE_URL + route]


def test_a_record_without_a_page_is_shown_whole_on_its_index(built: BuiltSite) -> None:
    forwarded = [route for route in built.pages if is_record(route) and is_forwarded(built, route)]
    assert forwarded
    for route in forwarded:
        kind, name = route.split("/")[:2]
        [heading] = built.pages[f"{kind}/"].xpath(f"//h2[@id='_{name}']")
        assert "未见公开" in heading.getparent().text_content()
        [link] = built.pages[route].xpath("//*[@data-forwarded]/a/@href")
        assert link == f"../../{kind}/#_{name}"
