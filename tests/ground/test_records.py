"""Records come back from JSON as they were, and what is none is refused instead of bent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from workbench.ground import records
from workbench.messages.message import Count, Message, message


class Kind(StrEnum):
    ONE = "one"
    TWO = "two"


@dataclass(frozen=True)
class Inner:
    place: Path
    kind: Kind = Kind.ONE


@dataclass(frozen=True)
class Record:
    name: str
    share: float
    number: int
    is_one: bool
    said: Message
    inner: tuple[Inner, ...]
    pair: tuple[str, int]
    sizes: dict[Kind, int]
    maybe: float | None = None


SAID = message("known.none", of=Count(3))
RECORD = Record("a “name”", 0.5, 3, True, SAID, (Inner(Path("/a/b"), Kind.TWO),), ("x", 1), {Kind.TWO: 4})


def test_a_record_comes_back_from_json_as_it_was() -> None:
    stored = json.loads(json.dumps(records.written(RECORD)))
    assert stored["inner"] == [{"place": "/a/b", "kind": "two"}] and stored["sizes"] == {"two": 4}
    assert records.read(Record, stored) == RECORD


def test_a_field_with_a_default_may_be_missing_and_a_whole_number_is_one() -> None:
    stored = {name: value for name, value in records.written(RECORD).items() if name != "maybe"} | {"share": 1}
    assert records.read(Record, stored).share == 1.0 and records.read(Record, stored).maybe is None


@pytest.mark.parametrize(
    "changed",
    [
        {"name": 5}, {"share": "0.5"}, {"share": True}, {"share": 10**400}, {"number": 0.5}, {"number": True},
        {"is_one": 1},
        {"said": {"code": 5, "fields": {}}}, {"inner": "ab"}, {"inner": [{"place": 5}]}, {"inner": [{}]},
        {"inner": [{"place": "a", "kind": "three"}]}, {"pair": ["x"]}, {"pair": ["x", 1, 2]}, {"sizes": [1]},
        {"sizes": {"three": 1}}, {"maybe": "1"}, {"other": 1},
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        records.read(Record, records.written(RECORD) | changed)
    for other in ([], "text", 5, None):
        with pytest.raises(ValueError):
            records.read(Record, other)


def test_the_english_sentence_of_an_older_version_is_a_message() -> None:
    assert records.read(Message, "It was so.") == message("run.told", text="It was so.")
