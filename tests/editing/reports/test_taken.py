"""What is taken of a report."""

from chuxin.editing.reports.taken import Taken


def test_a_fact_rests_on_all_of_its_sentences() -> None:
    assert Taken(("agenda",), {}, 3, "某某表示", more=[5, 3]).places == {3, 5}
