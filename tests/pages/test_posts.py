"""The posts of a person day by day."""

from chuxin.pages.posts import MOST_DAYS, PostsByDay, posts_by_day
from chuxin.records.people import Person
from making import meeting, speech
from viewing import archive, line


def attending(*posts: str, **more) -> dict:
    return {"people": [{"person": "li", "posts": list(posts), **more}]}


def posts(*meetings: dict) -> PostsByDay:
    found = archive(*meetings)
    said = [one for one in found.statements.values() if one.item.speaker == "li"]
    return posts_by_day(found, found.of(Person)["li"], said)


def told(view: PostsByDay) -> list:
    """Return the posts, and on which days of which meetings somebody was what."""
    return [(line(row.posts), [(day.date.text, day.parts) for day in row.days]) for row in view.rows]


def test_posts_of_one_day_are_not_those_of_another():
    view = posts(
        meeting("a", date="2031-03-01", attendance=attending("书记", organization="street", role="主持")),
        meeting("b", speech("li", posts=["顾问"]), date="2032-03-01"),
        meeting("c", speech("li"), date="2033-03-01", attendance=attending()),
        meeting("d", date="2034", attendance=attending("书记", organization="street")),
    )
    assert told(view) == [
        ("街道书记", [("2034年", ("出席",)), ("2031年3月1日", ("主持",))]),
        ("", [("2033年3月1日", ("发言",))]),
        ("顾问", [("2032年3月1日", ("发言",))]),
    ]
    # A dot for each day, hollow where the day is not known: no line from one to the other.
    assert [[mark.whole for mark in row.lane.marks] for row in view.rows] == [[False, True], [True], [True]]
    assert [row.lane.stretches for row in view.rows] == [()] * 3


def test_where_the_list_of_those_who_attended_has_no_posts_a_speech_may():
    view = posts(meeting("a", speech("li", organization="street", posts=["书记"]), date="2031", attendance=attending()))
    assert told(view) == [("街道书记", [("2031年", ("发言",))])]


def test_a_unit_is_called_what_it_was_called_that_day():
    street = {
        "id": "street",
        "name": "新街道",
        "classification": "街道",
        "former_names": [{"name": "旧街道", "until": "2031"}],
    }
    found = archive(
        meeting("a", date="2030", attendance=attending("书记", organization="street")),
        meeting("b", date="2033", attendance=attending("书记", organization="street")),
        organizations=[street],
    )
    assert [line(row.posts) for row in posts_by_day(found, found.of(Person)["li"], []).rows] == [
        "新街道书记",
        "旧街道书记",
    ]


def test_one_day_is_a_sentence_and_has_no_axis():
    view = posts(meeting("a", speech("li"), date="2031-03-01"))
    assert view.axis is None and view.only == (view.rows[0], view.rows[0].days[0])
    twice = posts(meeting("a", speech("li"), date="2031-03-01"), meeting("b", speech("li"), date="2031-03-01"))
    assert twice.axis is None and twice.only is None


def test_of_very_many_days_the_newest_are_listed_and_all_are_drawn():
    view = posts(*(meeting(f"m{number}", speech("li"), date=f"{2031 + number // 10}-01") for number in range(45)))
    (row,) = view.rows
    assert len(row.days) == MOST_DAYS and row.days[0].date.text == "2035年1月"
    assert row.earlier == (("2033年", 5), ("2032年", 10), ("2031年", 10))
    assert len(row.lane.marks) == 5


def test_of_very_many_posts_there_is_no_picture():
    view = posts(
        *(meeting(f"m{number}", speech("li", posts=[f"第{number}职"]), date=f"{2031 + number}") for number in range(41))
    )
    assert len(view.rows) == 41 and view.axis is None and {row.lane for row in view.rows} == {None}


def test_who_never_came_has_no_posts():
    assert posts() == PostsByDay((), None)
