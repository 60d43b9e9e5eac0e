"""Small linked archives for tests, made of a few plain records."""

from __future__ import annotations

from pathlib import Path

from chuxin.archive.directory import Directory
from chuxin.archive.linking import Archive, link
from chuxin.archive.loading import FileRead, LoadedRecords
from chuxin.records.kinds import KINDS
from chuxin.records.settings import Settings


def loaded(**kinds: list[dict]) -> LoadedRecords:
    """Return what was read when records are given as plain data, by kind."""
    read = LoadedRecords(Path("data"), Settings(fictional=True))
    for kind, records in kinds.items():
        for record in records:
            read.files[kind, record["id"]] = FileRead(None, None, KINDS[kind].model_validate(record), [])
    return read


def linked(**kinds: list[dict]) -> Archive:
    """Link records that are given as plain data, by kind."""
    return link(loaded(**kinds))


def directory(read: LoadedRecords | None = None) -> Directory:
    """Return the names of what was read, or of nothing."""
    read = read or loaded()
    return Directory(link(read), read)


def unit(identifier: str, classification: str = "企业", **more) -> dict:
    return {"id": identifier, "name": identifier.upper(), "classification": classification, **more}


def meeting(identifier: str, *agenda: dict, date: str = "", **more) -> dict:
    items = [{"id": f"i{number}", **item} for number, item in enumerate(agenda)]
    return {"id": identifier, "names": [f"会{identifier}"], "date": date or identifier, "agenda": items, **more}


def decision(result: str = "通过", **more) -> dict:
    return {"type": "decision", "motion": "《案》", "result": result, **more}


def change(verb: str, *units: str, body: str = "council", result: str = "通过", **more) -> dict:
    return decision(result, **{verb: [{"body": body, "organizations": list(units)}]}, **more)


def admits(*units: str, **more) -> dict:
    return change("admits", *units, **more)


def releases(*units: str, **more) -> dict:
    return change("releases", *units, **more)


def speech(speaker: str, kind: str = "statement", **more) -> dict:
    who = {"speaker": speaker} if speaker else {}
    return {"type": kind, **who, "form": "概述", "text": "说", **more}


def activity(category: str = "发布清单", **more) -> dict:
    return {"type": "activity", "category": category, "title": "公布清单", **more}


def joins(**more) -> dict:
    return {"type": "joining", "body": "council", **more}


def appoints(office: str = "会长", **more) -> dict:
    return {"type": "appointment", "manner": "推选", "organization": "council", "office": office, **more}


def award(**more) -> dict:
    return {"type": "award", "award": "奖牌", "receivers": {"people": ["li"]}, **more}


def person(identifier: str, sort: str = "") -> dict:
    return {"id": identifier, "name": identifier.upper(), "sort": sort or "a"}


COUNCIL = unit("council", "联席会议")


ALLIANCE = unit("alliance", "联盟")
