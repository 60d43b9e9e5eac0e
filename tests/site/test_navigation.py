"""The navigation: what the settings name stays where it stands, every other section stands where they say."""

import pytest
from chuxin.records.kinds import KIND_NAMES, SECTIONS
from chuxin.site.navigation import navigation

ALL = [{KIND_NAMES[section]: f"{section}/index.md"} for section in SECTIONS]
PAGES = {"index.md", "about.md", "handbook/index.md"}


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], []),
        (["..."], ALL),
        ([{"首页": "index.md"}, "...", {"关于": "about.md"}], [{"首页": "index.md"}, *ALL, {"关于": "about.md"}]),
        # What is named stands there, under the name that it is given, and is not repeated.
        ([{"人": "people/index.md"}, "..."], [{"人": "people/index.md"}, *(one for one in ALL if "人物" not in one)]),
        (["...", {"关于": [{"来源": "sources/index.md"}]}], [*ALL[:-1], {"关于": [{"来源": "sources/index.md"}]}]),
        # What another folder of pages lacks is left out, with a heading that nothing stands below.
        ([{"无": "nothing.md"}, {"组": [{"无": "no.md"}]}, {"书": [{"手册": "handbook/index.md"}, {"无": "no.md"}]}],
         [{"书": [{"手册": "handbook/index.md"}]}]),
        ([{"组": ["..."]}], [{"组": ALL}]),
    ],
)  # fmt: skip
def test_a_navigation_is_completed(entries, expected):
    assert navigation(entries, PAGES) == expected


def test_sources_stand_last():
    assert SECTIONS[-1] == "sources"
