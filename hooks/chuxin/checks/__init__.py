"""The rules that no record breaks alone: each one function, one sentence, listed in `CHECKS`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from ..archive.linking import Archive
from ..archive.loading import LoadedRecords
from ..problems.faults import guarded
from ..problems.problems import Problem, limited
from .catalogue import Catalogue
from .drafts import examples_are_replaced
from .follow_ups import entries_follow, follow_ups_follow, results_follow_entries
from .inspection import Inspection
from .links import ids_resolve, parts_resolve, text_links_resolve
from .memberships import (
    counts_hold_the_named,
    memberships_end_after_they_begin,
    nobody_joins_twice,
    speakers_speak_for_bodies_they_are_in,
)
from .names import names_are_entered_once
from .offices import one_holds_what_is_one, terms_end_after_they_begin
from .statements import (
    members_speak_for_a_body,
    statements_have_their_own_address,
    statements_say_what_was_said,
    summaries_are_not_called_originals,
)
from .structure import (
    bodies_take_members,
    claims_are_not_awaited,
    facts_have_sources,
    meetings_have_their_own_number,
    parents_make_no_circle,
    parts_are_unique,
)
from .successions import (
    names_follow_each_other,
    successions_make_no_circle,
    successors_are_there,
    units_act_while_they_are_there,
)
from .votes import votes_add_up

CHECKS: tuple[Callable[[Inspection], Iterator[Problem]], ...] = (
    ids_resolve,
    parts_resolve,
    text_links_resolve,
    bodies_take_members,
    parts_are_unique,
    claims_are_not_awaited,
    parents_make_no_circle,
    meetings_have_their_own_number,
    facts_have_sources,
    statements_have_their_own_address,
    statements_say_what_was_said,
    summaries_are_not_called_originals,
    members_speak_for_a_body,
    follow_ups_follow,
    entries_follow,
    results_follow_entries,
    votes_add_up,
    memberships_end_after_they_begin,
    nobody_joins_twice,
    counts_hold_the_named,
    speakers_speak_for_bodies_they_are_in,
    terms_end_after_they_begin,
    one_holds_what_is_one,
    units_act_while_they_are_there,
    successions_make_no_circle,
    successors_are_there,
    names_follow_each_other,
    names_are_entered_once,
    examples_are_replaced,
)


def check(archive: Archive, loaded: LoadedRecords, catalogue: Catalogue) -> list[Problem]:
    """Run every check over an archive that was linked from `loaded`; return what they found, errors of a file first.

    A check that fails keeps no other from being run.
    """
    inspection = Inspection(archive, loaded, catalogue)
    problems: list[Problem] = []
    for rule in CHECKS:
        with guarded(inspection.looked_at, problems):
            problems.extend(rule(inspection))
    of_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda one: one.is_warning):
        of_file[problem.span.path].append(problem)
    return [problem for found in of_file.values() for problem in limited(found)]
