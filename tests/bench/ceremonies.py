"""What else is done at meetings: awards, offices, joinings, visits; who did what; votes, amendments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from .text import Writer

_PARTS = ("会前", "会上", "会后")
_OFFICES = ("轮值主席", "会长", "副会长", "秘书长", "理事", "顾问")
_AWARDS = ("“共建先锋”奖牌", "社区治理顾问聘书", "荣誉证书", "“好邻居”奖章")
_CATEGORIES = ("发布清单", "启动项目", "宣读倡议", "播放影片", "展示展览", "论坛交流", "参观走访", "慰问关爱", "其他")
_THINGS = ("共建长廊", "服务地图", "邻里驿站", "家门口课堂")
_OTHERS = ("居民代表", "11家成员单位", "三位退休教师", "十余名志愿者")
_ROLES = ("揭牌", "见证", "宣读", "颁奖", "主持")


class Ceremonies:
    """Makes items of agendas out of the units and people that it is given.

    Its own stream of chance leaves what else is made as it was.
    """

    def __init__(self, units: Sequence[str], people: Sequence[str]) -> None:
        self.rng = Random(7)
        self.writer = Writer(Random(8))
        self.units, self.people = units, people

    def unit(self) -> str:
        """Return any unit."""
        return self.rng.choice(self.units)

    def person(self) -> str:
        """Return anybody."""
        return self.rng.choice(self.people)

    def items(self, body: str, outsiders: list[str]) -> Iterator[dict]:
        """Yield a few items of a meeting of a body. `outsiders` are units that may join it."""
        rng = self.rng
        makers = (self._award, self._appointment, self._activity, self._thing)
        for make in rng.sample(makers, rng.choices((0, 1, 2), cum_weights=(40, 80, 100))[0]):
            yield make(body)
        if outsiders and rng.random() < 0.1:
            more = {"others": f"{rng.randint(2, 20)}"} if rng.random() < 0.5 else {}
            yield {"id": "joining", "type": "joining", "body": body, "organizations": outsiders, **more}

    def group(self) -> dict:
        """Return who spoke, where the source does not name him."""
        return {"group": self.rng.choice(("居民代表", "青年代表", "志愿者代表"))}

    def votes(self) -> dict:
        """Return a vote that carried a motion."""
        present = self.rng.randint(20, 60)
        against = self.rng.randint(0, 3)
        return {"method": "举手表决", "present": present, "in_favour": present - against, "against": against}

    def amendments(self) -> list[dict]:
        """Return a passage before and after."""
        before = self.writer.sentences(1, 3)
        return [{"article": "第四条", "before": before, "after": before + self.writer.sentence()}]

    def parted(self, agenda: list[dict]) -> None:
        """Say of the items of an agenda in which part of the day they were."""
        places = sorted(self.rng.randrange(len(_PARTS)) for _ in agenda)
        for item, place in zip(agenda, places, strict=True):
            item["part"] = _PARTS[place]

    def _party(self) -> dict:
        rng = self.rng
        if rng.random() < 0.2:
            return {"others": [rng.choice(_OTHERS)]}
        if rng.random() < 0.5:
            return {"people": list(dict.fromkeys(self.person() for _ in range(rng.randint(1, 3))))}
        return {"organizations": list(dict.fromkeys(self.unit() for _ in range(rng.randint(1, 4))))}

    def _award(self, body: str) -> dict:
        given = {"award": self.rng.choice(_AWARDS), "givers": {"organizations": [body]}, "receivers": self._party()}
        ground = {"ground": self.writer.sentence()} if self.rng.random() < 0.5 else {}
        return {"id": "award", "type": "award", **given, **ground}

    def _appointment(self, body: str) -> dict:
        office = {"organization": body, "office": self.rng.choice(_OFFICES), "holders": self._party()}
        manner = self.rng.choice(("选举", "聘任", "轮值"))
        return {"id": "appointment", "type": "appointment", "manner": manner, **office}

    def _activity(self, body: str) -> dict:
        made = {"id": "activity", "type": "activity", "category": self.rng.choice(_CATEGORIES)}
        return {**made, "title": self.writer.title(), "organizations": [body, self.unit()], "people": [self.person()]}

    def _thing(self, body: str) -> dict:
        roles = [{"role": self.rng.choice(_ROLES), **self._party()} for _ in range(self.rng.randint(1, 2))]
        kind = self.rng.choice(("unveiling", "launch"))
        return {"id": kind, "type": kind, "thing": self.rng.choice(_THINGS), "roles": roles}
