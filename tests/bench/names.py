"""Invented people and organizations: their names, ids and sorting names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, count
from random import Random
from typing import TypeVar

from .words import CLASSES, GIVEN, OTHER_POSTS, PARENTS, PLACE_FIRST, PLACE_SECOND, POSTS, SURNAMES

T = TypeVar("T")


def unique(wanted: str, taken: set[str]) -> str:
    """Return an id that is not taken yet, with a number at its end when the one wanted is, and take it."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken.add(found)
    return found


def falling(length: int, offset: int = 2) -> list[float]:
    """Return the cumulated weights of Zipf's law for so many things, the first the likeliest."""
    return list(accumulate(1 / (rank + offset) for rank in range(length)))


SURNAME_WEIGHTS, GIVEN_WEIGHTS = falling(len(SURNAMES), 12), falling(len(GIVEN), 20)


def person_name(rng: Random) -> tuple[str, str]:
    """Return a name and its sorting name: 李滨麓, li binlu."""
    surname, spelled = rng.choices(SURNAMES, cum_weights=SURNAME_WEIGHTS)[0]
    given = rng.choices(GIVEN, cum_weights=GIVEN_WEIGHTS, k=rng.choice((1, 2, 2, 2)))
    return surname + "".join(one for one, _ in given), f"{spelled} {''.join(pinyin for _, pinyin in given)}"


def identifier_of(sort: str) -> str:
    """Return the id that a sorting name makes."""
    return sort.replace(" ", "-").replace("ü", "yu")


def place(rng: Random) -> tuple[str, str]:
    """Return an invented place and its pinyin."""
    first, second = rng.choice(PLACE_FIRST), rng.choice(PLACE_SECOND)
    return first[0] + second[0], first[1] + second[1]


def quotas(total: int) -> dict[str, int]:
    """Divide so many organizations among the classes: one each while they last, the rest by their weights."""
    first = list(CLASSES)[:total]
    rest, weights = total - len(first), sum(weight for weight, _ in CLASSES.values())
    shares = {name: 1 + rest * CLASSES[name][0] // weights for name in first}
    shares["企业" if "企业" in shares else "街道"] += total - sum(shares.values())
    return shares


def organizations(rng: Random, total: int, text: Callable[[], str]) -> list[dict]:
    """Return so many organizations as records, without what others say of them; `text` writes a summary."""
    made: dict[str, list[dict]] = {}
    taken: set[str] = set()
    names: set[str] = set()
    for classification, quota in quotas(total).items():
        above = made.get(PARENTS.get(classification, ""), [])
        for _ in range(quota):
            needs_parent = "{u}" in CLASSES[classification][1][0]
            parent = rng.choice(above) if above and (needs_parent or rng.random() < 0.8) else None
            name, wanted, short = _name(rng, classification, parent, names)
            record = {"id": unique(wanted, taken), "name": name}
            record |= {"other_names": [short]} if rng.random() < 1 / 3 else {}
            record |= {"classification": classification}
            record |= {"parent": parent["id"]} if parent else {}
            record |= {"summary": text()} if rng.random() < 0.6 else {}
            made.setdefault(classification, []).append(record)
    return [record for of_class in made.values() for record in of_class]


def _name(rng: Random, classification: str, parent: dict | None, names: set[str]) -> tuple[str, str, str]:
    """Return a name not used yet, the id that it wants, and a short name."""
    for attempt in count():
        name, ending, short = rng.choice(CLASSES[classification][1]).split("/")
        (town, spelled), (other, other_spelled) = place(rng), place(rng)
        above = f"{town}{'街道' if classification == '联席会议' else '大学'}"
        if parent and "{u}" in name and attempt < 20:  # In the end all names under one parent may be taken.
            above, spelled = parent["name"], parent["id"]
        if "{o}" in name:
            spelled = f"{other_spelled}-{spelled}"
        full, brief = (one.format(p=town, o=other, u=above) for one in (name, short))
        if full not in names:
            names.add(full)
            return full, f"{spelled}-{ending}", brief


def posts_in(rng: Random, organization: dict) -> str:
    """Return the name of a post that one may hold in an organization."""
    return rng.choice(POSTS.get(organization["classification"], OTHER_POSTS))


def shuffled(rng: Random, things: Iterable[T]) -> Iterator[T]:
    """Yield the things in a random order, over and over."""
    order = list(things)
    rng.shuffle(order)
    while True:
        yield from order
