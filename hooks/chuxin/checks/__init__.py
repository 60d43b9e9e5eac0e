"""The rules that no record breaks alone: each one function, one sentence, listed in `CHECKS`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from ..archive.loading import Loaded
from ..problems.faults import guarded
from ..problems.problems import Problem, limited
from .drafts import examples_are_replaced
from .links import entries_resolve, ids_resolve, text_links_resolve
from .memberships import memberships_end_after_they_begin, nobody_joins_twice, speakers_speak_for_bodies_they_are_in
from .names import names_are_entered_once
from .statements import (
    follow_ups_follow,
    members_speak_for_a_body,
    statements_have_their_own_address,
    summaries_are_not_called_originals,
)
from .structure import (
    bodies_take_members,
    facts_have_sources,
    meetings_have_their_own_number,
    parents_make_no_circle,
    parts_are_unique,
)
from .subject import Subject
from .targets import Targets

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    ids_resolve,
    entries_resolve,
    text_links_resolve,
    bodies_take_members,
    parts_are_unique,
    parents_make_no_circle,
    meetings_have_their_own_number,
    facts_have_sources,
    statements_have_their_own_address,
    summaries_are_not_called_originals,
    members_speak_for_a_body,
    follow_ups_follow,
    memberships_end_after_they_begin,
    nobody_joins_twice,
    speakers_speak_for_bodies_they_are_in,
    names_are_entered_once,
    examples_are_replaced,
)


def check(loaded: Loaded, targets: Targets) -> list[Problem]:
    """Run every check over an archive and return what they found, of one file errors before warnings.

    A check that fails keeps no other from being run.
    """
    subject, problems = Subject(loaded, targets), []
    for rule in CHECKS:
        with guarded(subject.looked_at, problems):
            problems.extend(rule(subject))
    of_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda one: one.is_warning):
        of_file[problem.span.path].append(problem)
    return [problem for found in of_file.values() for problem in limited(found)]
