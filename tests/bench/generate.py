"""Write a synthetic archive: `python tests/bench/generate.py N FOLDER`.

The same count and seed make the same bytes, on any day and any machine.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

if not __package__:  # Run as a file, Python looks beside it, not where the package is.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench import followed, names, records
from bench.meetings import BODIES, Meetings, World
from bench.text import Writer

# How many of 10,000 records are of a kind; the rest, 5,200, are statements. There are always three listings.
SHARES = {"meetings": 450, "organizations": 2100, "people": 1700, "outcomes": 300, "brands": 20, "sources": 227}
LISTINGS = {"xuqiu": "需求", "ziyuan": "资源", "xiangmu": "项目"}
LEAST = 20
_SOURCES = ("新闻报道", "新闻报道", "会议纪要", "简报", "文件", "公众号文章")
_OUTCOMES = ("课题", "课题", "调研报告", "案例", "论文", "手册", "指标体系")
_BRANDS = ("党建品牌", "社区服务品牌", "志愿服务品牌", "文化品牌")


def generate(count: int, folder: Path, seed: int = 1) -> dict[str, int]:
    """Write an archive of exactly `count` records into an empty folder and return how many there are of each kind.

    A record is what has a page of its own under a kind of record: every record file, and every statement, report and
    remarks in the agendas of meetings, counted as `statements`. Entries of listings, `archive.yml` and the home page
    `docs/index.md` are not counted.
    """
    if count < LEAST:
        raise ValueError(f"no archive of every kind has fewer than {LEAST} records")
    counts = {kind: max(1, round(count * share / 10_000)) for kind, share in SHARES.items()}
    counts |= {"listings": len(LISTINGS)}
    counts |= {"statements": count - sum(counts.values())}
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    rng = Random(seed)
    world = _world(rng, counts, entries=max(4, count // 50))
    meetings = Meetings(world, counts["meetings"], counts["statements"]).all()
    followed.tie(rng, meetings, world.listings)
    for kind in ("organizations", "people", "outcomes", "listings", "brands", "sources"):
        records.write(folder / kind, getattr(world, kind))
    records.write(folder / "meetings", meetings)
    (folder / "archive.yml").write_bytes(b"fictional: true\n")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_bytes(_home(meetings[-1]["id"]).encode("utf-8"))
    return counts


def _world(rng: Random, counts: dict[str, int], entries: int) -> World:
    """Return everything but the meetings."""
    writer = Writer(rng)
    sources = [_source(rng, writer, number) for number in range(1, counts["sources"] + 1)]
    units = names.organizations(rng, counts["organizations"], lambda: writer.sentences(1, 3))
    people = list(_people(rng, counts["people"]))
    writer.names = [record["name"] for record in [*units, *people]]
    world = World(rng, writer, units, people, [], [], [], sources)
    _employ(world)
    world.outcomes += [_outcome(world, number) for number in range(1, counts["outcomes"] + 1)]
    world.brands += [_brand(world, number) for number in range(1, counts["brands"] + 1)]
    world.listings += [_listing(world, name, entries) for name in LISTINGS]
    for unit in units:
        unit |= dict(_relations(world, unit))
    _tell_apart(people)
    for person in people:
        person["sources"] = [_cited(world)]
    return world


def _home(meeting: str) -> str:
    return f"---\ntitle: 首页\n---\n\n这是一份由程序编造的档案，用来测量本站。\n\n```record\nmeetings/{meeting}\n```\n"


def _people(rng: Random, count: int) -> Iterator[dict]:
    taken: set[str] = set()
    for _ in range(count):
        name, sort = names.person_name(rng)
        other = {"other_names": [f"阿{name[-1]}"]} if rng.random() < 0.02 else {}
        yield {"id": names.unique(names.identifier_of(sort), taken), "name": name, "sort": sort} | other


def _tell_apart(people: list[dict]) -> None:
    """Say of people whose names sound alike that they are several."""
    sounding: dict[str, list[dict]] = defaultdict(list)
    for person in people:
        alike = sounding[person["sort"]]
        if alike:
            person["not_same_as"] = [one["id"] for one in alike]
        alike.append(person)


def _employ(world: World) -> None:
    """Give everybody a unit and a post; a third of the people work in few units, the others anywhere."""
    rng = world.rng
    units = [unit for unit in world.organizations if unit["classification"] not in BODIES]
    anywhere, weights = names.shuffled(rng, units), names.falling(len(units), 10)
    for person in world.people:
        unit = rng.choices(units, cum_weights=weights)[0] if rng.random() < 1 / 3 else next(anywhere)
        world.works_in[person["id"]] = (unit["id"], names.posts_in(rng, unit))


def _relations(world: World, unit: dict) -> Iterator[tuple[str, object]]:
    """Yield what an organization's record says besides its name: of a body its aims and founders, of a unit less."""
    rng, writer = world.rng, world.writer

    def some(least: int, most: int, *classes: str) -> list[str]:
        found = [one["id"] for one in world.organizations if one["classification"] in classes]
        return rng.sample(found, min(len(found), rng.randint(least, most)))

    if unit["classification"] in BODIES:
        yield "background", writer.sentences(2, 4)
        yield "aims", writer.sentences(1, 3)
        yield "lines_of_work", [writer.line() for _ in range(rng.randint(2, 5))]
        yield "founders", some(1, 3, "街道", "党的机构", "政府机构") or [world.organizations[0]["id"]]
        if partners := some(0, 5, "院系", "院校", "企业"):
            yield "partners", partners
        if guides := some(0, 2, "党的机构", "政府机构", "科研院所"):
            yield "guides", guides
        if related := some(0, 3, "院校", "医疗机构"):
            yield "related", related
        yield "unpublished", ["成员名单未见公开。"]
    elif rng.random() < 0.1:
        body = next(one for one in world.organizations if one["classification"] in BODIES)
        membership = {"body": body["id"]}
        membership |= {"since": f"{rng.randint(2022, 2030)}-{rng.randint(1, 12):02}"} if rng.random() < 0.5 else {}
        membership |= {"until": rng.randint(2031, 2050)} if rng.random() < 0.2 else {}
        yield "memberships", [membership | {"sources": [_cited(world)]}]
    yield "sources", [_cited(world)]
    if rng.random() < 0.05:
        yield "note", writer.sentence(world.link())


def _cited(world: World) -> str:
    """Return the id of a source; a few sources are cited much."""
    return world.sources[int(len(world.sources) * world.rng.random() ** 3)]["id"]


def _source(rng: Random, writer: Writer, number: int) -> dict:
    record = {"id": f"source-{number}", "headline": writer.title(), "type": rng.choice(_SOURCES)}
    record |= {"publisher": f"{names.place(rng)[0]}社区报"} if rng.random() < 0.8 else {}
    record |= {"date": f"{rng.randint(2031, 2050)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"}
    record |= {"url": f"https://example.org/news/{number}"} if rng.random() < 0.7 else {}
    signed = [{"role": role, "name": names.person_name(rng)[0]} for role in ("记者", "图片", "编辑")]
    return record | {"credits": signed[: rng.randint(1, 3)]}


def _outcome(world: World, number: int) -> dict:
    rng, writer = world.rng, world.writer
    authors = [person["id"] for person in rng.sample(world.people, min(len(world.people), rng.randint(1, 3)))]
    record = {"id": f"outcome-{number}", "title": writer.title(), "type": rng.choice(_OUTCOMES), "authors": authors}
    record |= {"institution": world.works_in[authors[0]][0]} if rng.random() < 0.8 else {}
    record |= {"date": f"{rng.randint(2031, 2050)}-{rng.randint(1, 12):02}"} if rng.random() < 0.7 else {}
    record |= {"summary": f"{writer.sentences(2, 4)}\n\n{writer.sentences(1, 3)}"}
    figures = [{"name": writer.noun(), "value": f"{rng.randint(2, 90)}余项"} for _ in range(rng.randint(0, 3))]
    record |= {"figures": figures} if figures else {}
    return record | {"sources": [_cited(world)]}


def _brand(world: World, number: int) -> dict:
    writer, owner = world.writer, world.rng.choice(world.organizations)["id"]
    record = {
        "id": f"brand-{number}",
        "name": f"{writer.draw('v')}·{writer.draw('n')}",
        "type": world.rng.choice(_BRANDS),
    }
    return record | {"owner": owner, "summary": writer.sentences(1, 3), "sources": [_cited(world)]}


def _listing(world: World, name: str, entries: int) -> dict:
    """Return a list; the entries of the list of projects meet needs with resources."""
    rng, writer, made = world.rng, world.writer, []
    for number in range(1, entries + 1):
        entry = {"id": f"entry-{number}", "title": writer.line()}
        entry |= {"organization": rng.choice(world.organizations)["id"]} if rng.random() < 0.8 else {}
        entry |= {"date": f"{rng.randint(2031, 2050)}-{rng.randint(1, 12):02}"} if rng.random() < 0.7 else {}
        entry |= {"text": writer.sentences(1, 3)} if rng.random() < 0.7 else {}
        if name == "xiangmu":
            entry |= {"meets": [f"{other}/entry-{rng.randint(1, entries)}" for other in ("xuqiu", "ziyuan")]}
        made.append(entry)
    keeper = {"keeper": world.organizations[0]["id"], "summary": writer.sentences(1, 2), "entries": made}
    record = {"id": name, "name": f"社区{LISTINGS[name]}清单", "type": LISTINGS[name]}
    return record | keeper | {"sources": [_cited(world)]}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python tests/bench/generate.py N FOLDER")
    print(generate(int(sys.argv[1]), Path(sys.argv[2])))
