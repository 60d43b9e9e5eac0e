"""Records in other layouts, for tests."""

import random
import re
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


def reads_as(text: str, data) -> bool:
    """Tell whether a text is still read as the same: a line inside of a text is no comment."""
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader) == yaml.load(yaml.dump(data), Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return False


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


def _type_text(typist, text):
    # In brackets, what holds a full-width comma is refused without quotes.
    styles = ["'", '"'] if re.search("[，、]", text) else [None, "'", '"']
    style = "|" if "\n" in text else typist.chance.choice(styles)
    return typist.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _type_list(typist, items):
    return typist.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_in_brackets(typist, items))


def _type_fields(typist, fields):
    fields = list(fields.items())
    typist.chance.shuffle(fields)
    return typist.represent_mapping("tag:yaml.org,2002:map", fields, flow_style=_in_brackets(typist, fields))


def _in_brackets(typist, value) -> bool:
    return "\\n" not in repr(value) and typist.chance.random() < 0.2


Typist.add_representer(str, _type_text)
Typist.add_representer(list, _type_list)
Typist.add_representer(dict, _type_fields)
# Quotes only where they are needed in this project's reading: everything is a text.
Typist.yaml_implicit_resolvers = {}


def typed_again(data, seed: int) -> str:
    """Return data as a text in some layout."""
    Typist.chance = random.Random(seed)
    options = {"indent": Typist.chance.choice([2, 3, 4, 7]), "width": 10**9, "allow_unicode": True, "sort_keys": False}
    return yaml.dump(data, Dumper=Typist, **options)
