"""What was decided becomes projects, and something comes of these: ties between meetings and the entries of lists."""

from __future__ import annotations

import datetime
from random import Random

_DECIDED = ("decision", "signing", "activity")


def tie(rng: Random, meetings: list[dict], listings: list[dict]) -> None:
    """Say of half of the projects from which item of which meeting they follow, and of half of these what came of them.

    Some of what followed a meeting comes of an item without any project.
    """
    decided = [
        (meeting, item)
        for meeting in meetings
        for item in meeting.get("agenda", ())
        if item["type"] in _DECIDED and item.get("result", "通过") == "通过"
    ]
    if not decided:
        return
    for entry in next(listing for listing in listings if listing["id"] == "xiangmu")["entries"]:
        if rng.random() < 0.5:
            meeting, item = rng.choice(decided)
            day = datetime.date(*map(int, f"{meeting['date']}-01".split("-")[:3])) + datetime.timedelta(90)
            entry |= {"date": f"{day:%Y-%m}", "follows": [f"{meeting['id']}/{item['id']}"]}
            if rng.random() < 0.5:
                later = day + datetime.timedelta(rng.randint(31, 500))
                told = {
                    "date": f"{later:%Y-%m-%d}",
                    "text": f"{entry['title']}有了结果。",
                    "entries": [f"xiangmu/{entry['id']}"],
                }
                meeting.setdefault("follow_ups", []).append(told)
    for meeting, item in decided:
        for told in meeting.get("follow_ups", ()):
            if "entries" not in told and rng.random() < 0.3:
                told["items"] = [f"{meeting['id']}/{item['id']}"]
