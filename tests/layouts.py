"""Records in other layouts, for tests."""

import random
from pathlib import Path

import pytest
import yaml
from chuxin.editing.layout.formatting import formatted
from chuxin.problems.typed import SourceText, decode
from chuxin.reading.parsing import parse
from chuxin.records.kinds import KINDS
from chuxin.records.meetings import Meeting
from chuxin.records.settings import Settings
from hypothesis import strategies as st
from sites import ROOT

FILES = sorted([*(ROOT / "data").rglob("*.yml"), *(ROOT / "tests" / "sample").rglob("*.yml")])


def shown(text: str, model=Meeting) -> str:
    return formatted(SourceText("a.yml", text), model)


def data_of(text: str):
    data, problems = parse(SourceText("a.yml", text))
    assert problems == []
    return data


def model_of(path: Path):
    return KINDS.get(path.parent.name, Settings)


def canonical(path: Path) -> str:
    return formatted(decode(path.name, path.read_bytes()), model_of(path))


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())


some_file = st.sampled_from(FILES)


class Typist(yaml.SafeDumper):
    """Types data in a way of its own: with quotes or without, in brackets or not."""

    chance = random.Random(0)

    def ignore_aliases(self, data):
        """Tell that a value is written out each time."""
        return True


# Quotes only where they are needed in this project's reading: everything is a text.
Typist.yaml_implicit_resolvers = {}


def typed_again(data, seed: int) -> str:
    """Return data as a text in some layout."""
    Typist.chance = random.Random(seed)
    options = {"indent": Typist.chance.choice([2, 3, 4, 7]), "width": 10**9, "allow_unicode": True, "sort_keys": False}
    return yaml.dump(data, Dumper=Typist, **options)
