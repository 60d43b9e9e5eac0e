"""What was said for a unit, in lines; of very much the earlier by its meetings."""

from chuxin.pages.said import said_view
from making import meeting, speech
from viewing import archive


def said(*counts: int):
    meetings = [
        meeting(f"20{31 + year}", *(speech("li" if at % 2 else "wu") for at in range(count)))
        for year, count in enumerate(counts)
    ]
    found = archive(*meetings)
    newest_first = sorted(found.statements.values(), key=lambda one: (str(one.dated), -one.position), reverse=True)
    return said_view(found, newest_first)


def test_up_to_forty_have_lines_of_their_own():
    view = said(20, 20)
    assert (len(view.shown), view.earlier, view.count) == (40, (), 40)


def test_of_more_the_earlier_stand_by_their_meetings():
    view = said(21, 5, 20)
    assert (len(view.shown), view.count) == (20, 46)
    assert {one.date.iso for one in view.shown} == {"2033"}
    assert [(one.date.text, len(one.statements)) for one in view.earlier] == [("2032年", 5), ("2031年", 21)]
    assert {link.text for one in view.earlier for link in one.statements} == {"李", "吴"}
    assert view.earlier[0].statements[0].route.startswith("statements/2032-")
