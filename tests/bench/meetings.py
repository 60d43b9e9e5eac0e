"""Meetings over twenty years: who spoke, what was decided, which units entered and left a body."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from .ceremonies import Ceremonies
from .names import falling, shuffled, unique
from .text import Writer

FIRST_DAY = datetime.date(2031, 1, 1)
DAYS = 20 * 365
# What part of the meetings one body convenes at the least: the archive is that of one neighbourhood.
OFTEN = 0.3
BODIES = ("联席会议", "联盟", "基地")
_CAPACITIES = ("单位代表", "青年代表", "居民代表", "居民区代表", "课题组代表", "志愿者代表", "召集单位代表")
_GROUPS = (
    ("成员单位负责人", "家"),
    ("居民代表", "人"),
    ("院校领导、专家", "所"),
    ("志愿者", "人"),
    ("区相关部门领导", ""),
)
_MEETINGS = ("党建引领社区治理推进会", "区域化党建工作会议", "社区共建座谈会", "项目对接会", "年度总结会", "专题协商会")


@dataclass
class World:
    """What exists apart from meetings. `by_id` finds an organization; `works_in` says for whom a person speaks."""

    rng: Random
    writer: Writer
    organizations: list[dict]
    people: list[dict]
    outcomes: list[dict]
    brands: list[dict]
    listings: list[dict]
    sources: list[dict]
    works_in: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id = {unit["id"]: unit for unit in self.organizations}
        self.weights = falling(len(self.people), 20)

    def link(self) -> str:
        """Return a link to any record but meetings, most likely one that is often met."""
        rng = self.rng
        kinds = ("organizations", "people", "outcomes", "brands", "listings", "sources")
        kind = rng.choices(kinds, cum_weights=(50, 70, 85, 92, 96, 100))[0]
        records = getattr(self, kind)
        record = records[int(len(records) * rng.random() ** 2)]
        name = record.get("name") or record.get("title") or record["headline"]
        return f"[{name}](record:{kind}/{record['id']})"


class Meetings:
    """Makes the meetings in the order of their dates and knows who is a member of what by then."""

    def __init__(self, world: World, meetings: int, speeches: int) -> None:
        self.world, self.rng, self.writer = world, world.rng, world.writer
        rng = self.rng
        self.taken: set[str] = set()
        self.said: list[str] = []
        self.days = sorted(rng.choices(range(DAYS), k=meetings))
        sizes = accumulate(rng.lognormvariate(0, 0.5) for _ in range(meetings))
        self.speeches = [0] * meetings
        for index in rng.choices(range(meetings), cum_weights=list(sizes), k=speeches):
            self.speeches[index] += 1
        bodies = [unit for unit in world.organizations if unit["classification"] in BODIES]
        self.bodies = [bodies[0]]
        self.members: dict[str, list[str]] = defaultdict(list)
        self.born: dict[int, list[dict]] = defaultdict(list)
        for unit in world.organizations:
            for own in unit.get("memberships", ()):
                if "until" not in own:
                    self.members[own["body"]].append(unit["id"])
        for body in bodies[1:]:
            self.born[int(meetings * 0.8 * rng.random())].append(body)
        self.launched: dict[int, list[dict]] = defaultdict(list)
        for brand in world.brands:
            self.launched[int(meetings * rng.random())].append(brand)
        self.reports = iter(world.outcomes)
        self.fresh = shuffled(rng, world.people)
        units = [unit["id"] for unit in world.organizations if unit["classification"] not in BODIES]
        self.units = shuffled(rng, units)
        self.ceremonies = Ceremonies(units, [person["id"] for person in world.people])

    def all(self) -> list[dict]:
        """Return every meeting as a record."""
        return [self._meeting(index) for index in range(len(self.days))]

    def _meeting(self, index: int) -> dict:
        rng, writer, world = self.rng, self.writer, self.world
        day = FIRST_DAY + datetime.timedelta(self.days[index])
        date = f"{day:%Y-%m}" if rng.random() < 0.03 else day.isoformat()
        identifier = unique(date, self.taken)
        self.said.append(f"[{day.year}年的会议](record:meetings/{identifier})")
        body = self.bodies[0]
        if rng.random() > OFTEN:
            body = rng.choices(self.bodies, cum_weights=falling(len(self.bodies)))[0]
        names = [f"{day.year}年度{body['name']}{rng.choice(('', '扩大', '第二次'))}会议"]
        if rng.random() < 0.4:
            names.insert(0, rng.choice(_MEETINGS))
        sources = world.sources
        at = index * len(sources) // len(self.days)
        record = {"id": identifier, "names": names}
        record |= {"number": index + 1} if rng.random() < 0.3 else {}
        record |= {"date": date}
        record |= {"venue": f"{rng.choice(world.organizations)['name']}会议室"} if rng.random() < 0.6 else {}
        record |= {"time": rng.choice(("上午", "下午", "14:00—16:30", "9:30"))} if rng.random() < 0.5 else {}
        record |= {"organizers": [body.get("parent") or next(self.units)], "body": body["id"]}
        record |= {"purpose": [writer.line() for _ in range(rng.randint(1, 4))]} if rng.random() < 0.8 else {}
        record |= {"attendance": self._attendance()}
        record |= {"agenda": self._agenda(index, identifier, body)}
        if rng.random() < 0.5:
            record |= {"follow_ups": [self._follow_up(day, sources[at]) for _ in range(rng.randint(1, 3))]}
        record |= {"sources": [one["id"] for one in sources[at : at + rng.randint(1, 2)]]}
        return record | ({"note": writer.sentences(1, 2)} if rng.random() < 0.3 else {})

    def _attendance(self) -> dict:
        rng, people, groups = self.rng, [], []
        for person in dict.fromkeys(self._person()["id"] for _ in range(rng.randint(1, 6))):
            unit, post = self.world.works_in[person]
            people.append({"person": person, "organization": unit, "posts": [post]})
        people[0]["role"] = "主持"
        for name, measure in rng.sample(_GROUPS, rng.randint(1, 4)):
            count = {"count": rng.randint(3, 120), "measure": measure} if measure else {}
            groups.append({"name": name, **count})
        return {"people": people, "groups": groups}

    def _agenda(self, index: int, meeting: str, body: dict) -> list[dict]:
        """Return decisions and speeches, and what was founded, unveiled, launched and signed between them."""
        rng, taken = self.rng, set()
        speeches = list(self._speeches(self.speeches[index], meeting, body, taken))
        acts = [*self._decisions(body), *self._beginnings(index), *self._ceremonies(body)]
        if rng.random() < 0.15:
            parties = list(dict.fromkeys(next(self.units) for _ in range(rng.randint(2, 5))))
            document = f"《{self.writer.title()}合作备忘录》"
            acts.append({"id": "signing", "type": "signing", "document": document, "organizations": parties})
        for act in acts:
            act["id"] = unique(act["id"], taken)
            if rng.random() < 0.3:
                act["text"] = self.writer.sentence(self.world.link() if rng.random() < 0.3 else "")
        agenda = [acts.pop(0)] if acts else []
        for speech in speeches:
            agenda.append(speech)
            if acts and rng.random() < 0.5:
                agenda.append(acts.pop(0))
        agenda += acts
        if self.ceremonies.rng.random() < 0.2:
            self.ceremonies.parted(agenda)
        return agenda

    def _ceremonies(self, body: dict) -> Iterator[dict]:
        """Yield awards, offices and what else is done. Who joins is remembered."""
        inside = self.members[body["id"]]
        unit = self.ceremonies.unit()
        for item in self.ceremonies.items(body["id"], [] if unit in inside else [unit]):
            inside += item["organizations"] if item["type"] == "joining" else []
            yield item

    def _beginnings(self, index: int) -> Iterator[dict]:
        for body in self.born[index]:
            self.bodies.append(body)
            kinds = ("founding",) if body["classification"] != "基地" else ("unveiling", "founding")
            for kind in kinds[: self.rng.randint(1, 2)]:
                yield {"id": kind, "type": kind, "organization": body["id"]}
        for brand in self.launched[index]:
            yield {"id": "brand", "type": "launch", "brand": brand["id"]}

    def _decisions(self, body: dict) -> Iterator[dict]:
        """Yield decisions. What passed is remembered: nobody enters twice, and only members leave."""
        rng, inside = self.rng, self.members[body["id"]]
        for _ in range(rng.choices((0, 1, 2), cum_weights=(30, 80, 100))[0]):
            leaving = rng.sample(inside, min(len(inside), rng.randint(1, 2))) if rng.random() < 0.3 else []
            asked = (next(self.units) for _ in range(rng.randint(1, 6)))
            coming = [unit for unit in dict.fromkeys(asked) if unit not in inside]
            if not coming and not leaving:
                continue
            result = rng.choices(("通过", "未通过", "暂缓"), cum_weights=(90, 95, 100))[0]
            motion = f"《关于{body['name']}{'成员变动' if leaving else '新增成员'}的建议》"
            decision = {"id": "decision", "type": "decision", "motion": motion, "result": result}
            decision |= {"admits": [{"body": body["id"], "organizations": coming}]} if coming else {}
            decision |= {"releases": [{"body": body["id"], "organizations": leaving}]} if leaving else {}
            if result == "通过":
                decision |= {"votes": self.ceremonies.votes()} if self.ceremonies.rng.random() < 0.3 else {}
                decision |= {"amendments": self.ceremonies.amendments()} if self.ceremonies.rng.random() < 0.1 else {}
                inside[:] = [unit for unit in inside if unit not in leaving] + coming
            yield decision

    def _person(self) -> dict:
        """Return somebody: one of those who are always there, or one who was not there yet."""
        if self.rng.random() < 0.35:
            return next(self.fresh)
        return self.rng.choices(self.world.people, cum_weights=self.world.weights)[0]

    def _speeches(self, count: int, meeting: str, body: dict, taken: set[str]) -> Iterator[dict]:
        rng, writer, world = self.rng, self.writer, self.world
        for position in range(count):
            person = self._person()
            unit, post = world.works_in[person["id"]]
            outcome = next(self.reports, None) if rng.random() < 0.055 else None
            kind = "report" if outcome else "remarks" if position == count - 1 and rng.random() < 0.7 else "statement"
            speech = {"id": unique(person["id"], taken), "type": kind}
            speech |= {"title": writer.title()} if rng.random() < 0.15 else {}
            unnamed = kind == "statement" and self.ceremonies.rng.random() < 0.03
            who = self.ceremonies.group() if unnamed else {"speaker": person["id"]}
            speech |= {**who, "organization": unit} | ({} if unnamed else {"posts": [post]})
            speech |= {"capacity": rng.choice(_CAPACITIES)} if rng.random() < 0.6 else {}
            inside = unit in self.members[body["id"]]
            behalf = body["id"] if inside and rng.random() < 0.9 else unit
            speech |= {"on_behalf_of": [behalf]} if rng.random() < 0.5 else {}
            speech |= {"outcome": outcome["id"]} if outcome else {}
            links = [self._link() for _ in range(rng.randint(1, 2))] if rng.random() < 0.15 else []
            form = rng.choices(("概述", "节选", "原文"), cum_weights=(55, 80, 100))[0]
            speech |= {"form": form, "text": writer.speech(links)}
            speech |= {"note": writer.sentence()} if rng.random() < 0.1 else {}
            called = f"{speech.get('group', person['name'])}的发言"
            self.said.append(f"[{called}](record:statements/{meeting}-{speech['id']})")
            yield speech

    def _link(self) -> str:
        """Return a link to a record, or to an earlier meeting or what somebody said before."""
        if self.rng.random() < 0.3 and self.said:
            return self.rng.choice(self.said)
        return self.world.link()

    def _follow_up(self, day: datetime.date, source: dict) -> dict:
        later = day + datetime.timedelta(self.rng.randint(20, 400))
        text = self.writer.sentences(1, 3)
        if self.rng.random() < 0.2:
            text += self.writer.sentence(self.world.link())
        return {"date": f"{later:%Y-%m}" if self.rng.random() < 0.3 else later, "text": text, "sources": [source["id"]]}
