"""A state and the address that says it: what is set, what stays, what is left out, and when the address follows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from serving import served
from sites import BuiltSite

MODULE = 'await import(new URL("../assets/javascripts/address.js", location.href))'
# Of a list of states: what an address says after it was made to say them.
THERE_AND_BACK = f"""async states => {{
  const {{ addressOf, stateIn }} = {MODULE}
  return states.map(state => stateIn(new URL(addressOf(state)).search, Object.keys(state)))
}}"""
ADDRESS_OF = f"async ([state, base]) => ({MODULE}).addressOf(state, ...(base ? [base] : []))"

# The address that the page has, the state, and the address of the state.
STATES = [
    ("", {"q": "社区"}, "?q=%E7%A4%BE%E5%8C%BA"),
    ("", {"q": "a b&c=d", "kind": "people"}, "?q=a+b%26c%3Dd&kind=people"),
    ("?q=a&kind=people", {"q": "", "kind": "people"}, "?kind=people"),
    ("?q=a", {"q": ""}, ""),
    ("?kind=people&q=a&q=b", {"q": "c"}, "?kind=people&q=c"),
    ("?from=here&q=a#part", {"q": "b"}, "?from=here&q=b#part"),
    ("?from=here#part", {"q": "", "kind": ""}, "?from=here#part"),
]
# Half a character is none that an address can say.
CHARACTERS = st.characters(exclude_categories=["Cs"])


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    with served(sample.folder) as at:
        yield f"{at}about/"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


@pytest.mark.parametrize(("before", "state", "after"), STATES)
def test_a_state_takes_the_place_of_what_it_names(
    page: Page, address: str, before: str, state: dict[str, str], after: str
) -> None:
    page.evaluate("address => history.replaceState(null, '', address)", address + before)
    assert page.evaluate(ADDRESS_OF, [state, None]) == address + after


def test_of_a_bare_path_nothing_else_stays(page: Page, address: str) -> None:
    page.evaluate("address => history.replaceState(null, '', address)", f"{address}?from=here&year=2031&q=a#part")
    path = page.evaluate("location.pathname")
    assert page.evaluate(ADDRESS_OF, [{"q": "b", "year": "2031"}, path]) == f"{address}?q=b&year=2031"
    assert page.evaluate(ADDRESS_OF, [{"q": "", "year": ""}, path]) == address


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=st.lists(st.fixed_dictionaries({"q": st.text(CHARACTERS), "kind": st.text(CHARACTERS)}), max_size=20))
def test_an_address_says_exactly_its_state(page: Page, states: list[dict[str, str]]) -> None:
    assert page.evaluate(THERE_AND_BACK, states) == states


def test_the_address_follows_after_a_pause_and_once(page: Page, address: str) -> None:
    page.evaluate("address => history.replaceState({ top: 7 }, '', address)", address)
    written = page.evaluate(
        f"""async () => {{
          const {{ addressOf, settleAt, settleSoon }} = {MODULE}
          const replace = history.replaceState.bind(history)
          const written = []
          history.replaceState = (state, title, to) => {{ written.push([state, to]); replace(state, title, to) }}
          const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds))
          let q = ""
          const settle = () => settleAt(addressOf({{ q }}))
          for (q of ["a", "ab", "abc"]) {{ settleSoon(settle); await wait(20) }}
          written.push("typed")
          await wait(400)
          // Settled at once, nothing is left to be done later; and where the address is right, nothing is written.
          settleSoon(settle)
          q = "d"
          settle()
          settle()
          await wait(400)
          delete history.replaceState
          return written
        }}"""
    )
    assert written == ["typed", [{"top": 7}, f"{address}?q=abc"], [{"top": 7}, f"{address}?q=d"]]
