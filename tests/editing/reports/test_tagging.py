"""How known names are found in a sentence."""

from chuxin.editing.reports.tagging import DOCUMENT, OUTCOME, PERSON, UNIT, Names
from reports import NAMES

KNOWN = Names(NAMES)


def test_names_become_signs_and_lead_back() -> None:
    tagged = KNOWN.tagged("青藤街道主任孟青禾宣读《倡议》。")
    assert tagged.signs == f"{UNIT}主任{PERSON}宣读{DOCUMENT}。"
    assert tagged.ids(0, 5, UNIT) == ["subdistrict"] and tagged.ids(0, 5, PERSON) == ["meng"]
    assert tagged.original(1, 4) == "主任孟青禾"
    assert tagged.named(0, 8, DOCUMENT) == ["《倡议》"]


def test_the_longest_name_counts() -> None:
    tagged = KNOWN.tagged("松湖大学设计学院、松湖大学")
    assert tagged.signs == f"{UNIT}、{UNIT}"
    assert tagged.ids(0, 3, UNIT) == ["school", "university"]


def test_a_name_may_end_the_sentence_where_a_longer_one_would_not_fit() -> None:
    tagged = KNOWN.tagged("他说青藤街道")
    assert tagged.original(0, len(tagged.signs)) == "他说青藤街道"


def test_a_name_of_several_stands_for_none() -> None:
    assert KNOWN.tagged("何木").signs == "何木"
    assert KNOWN.means("孟青禾", "meng") and not KNOWN.means("何木", "he-a")


def test_an_outcome_is_known_by_its_title() -> None:
    assert KNOWN.tagged("《楼道里的公共生活》《别的》").signs == OUTCOME + DOCUMENT
    assert KNOWN.tagged("《没有书名号的另一半").signs == "《没有书名号的另一半"


def test_placeholders_and_single_characters_are_no_names() -> None:
    assert Names({"people": {"a": ("……",), "b": ("王",)}}).tagged("……王").signs == "……王"


def test_clauses_keep_quotations_whole() -> None:
    tagged = KNOWN.tagged("1. 以“共建，共享”为主题，开会：好。")
    assert [tagged.original(*span) for span in tagged.clauses()] == ["以“共建，共享”为主题", "开会", "好"]
