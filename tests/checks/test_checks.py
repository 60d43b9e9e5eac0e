"""All checks together: each is tried, and what they find is told in order and within bounds."""

from pathlib import Path

from checking import BASE, absent, archive, at, checked, found_in, meeting, no_address, no_body, no_link, note
from chuxin.checks import CHECKS
from chuxin.problems.problems import MOST


def test_every_check_is_tried():
    """By the test of its module, which has it in its table: what is imported and not used, the linter refuses."""
    for rule in CHECKS:
        tests = Path(__file__).with_name(f"test_{rule.__module__.rpartition('.')[2]}.py")
        assert rule.__name__ in tests.read_text(encoding="utf-8"), rule


def test_every_check_says_what_it_ensures():
    assert all(rule.__doc__.startswith("Ensure ") for rule in CHECKS)


def test_a_sound_archive_has_no_problems():
    loaded, _ = archive(*BASE)
    assert found_in(loaded) == []


def test_every_mistake_of_an_archive_is_found_at_once():
    loaded, spans = archive(
        *BASE,
        meeting("organizers: [▲a]\nbody: ▲street\nnote: '[x](record:▲people/wu) [y](▲/nope/)'\n"),
        note("'[甲](record:▲people/wu)'"),
    )
    wanted = [
        absent("单位", "a"),
        no_body("街道", "街道"),
        no_link("people/wu"),
        no_address("/nope/"),
        no_link("people/wu"),
    ]
    assert found_in(loaded) == at(spans, wanted)


def test_a_place_is_found_in_a_large_record():
    names = "".join(f"  - u{number}\n" for number in range(50))
    loaded, spans = archive(*BASE, meeting(f"organizers:\n{names}  - ▲last\n"))
    assert spans[0].line == 55
    assert (spans[0], *absent("单位", "last")) in found_in(loaded)
    assert len(found_in(loaded)) == 51


def test_of_many_problems_of_a_file_the_first_are_told_errors_before_warnings() -> None:
    """One unit admitted again and again, and speakers who are not there: at its square this takes minutes."""
    units = "".join("          - street\n" for _ in range(20_000))
    items = "".join(
        f"  - {{id: s{n}, type: statement, speaker: x{n}, form: 原文, text: 他表示}}\n" for n in range(MOST + 9)
    )
    meeting = (
        "id: '2031'\nnames: [会]\ndate: 2031\nagenda:\n"
        "  - id: d\n    type: decision\n    motion: 案\n    result: 通过\n"
        f"    admits:\n      - body: council\n        organizations:\n{units}{items}"
    )
    loaded, _ = archive(*BASE, ("meetings/2031", meeting))
    found = [one for one in checked(loaded) if "2031" in one.span.path]
    assert len(found) == MOST + 1
    assert [one.code for one in found][-1] == "W135"
    assert not any(one.is_warning for one in found[:-1])
