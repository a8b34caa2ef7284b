"""What a run's numbers depend on beside its settings: the text, the versions of the libraries, the computer."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.messages.message import Message, message
from workbench.messages.rendering import ENGLISH, Language, written
from workbench.models.language_model import device
from workbench.training.surroundings import hardware, versions
from workbench.values.run import Provenance

PARTS = {
    "system": message("hardware.system"),
    "processor": message("hardware.processor"),
    "cores": message("hardware.cores"),
    "memory": message("hardware.memory"),
    "device": message("hardware.device"),
    "threads": message("hardware.threads"),
}


def here(corpus_sha256: str) -> Provenance:
    """On this computer, now, with the text of that hash. Loads TensorFlow, which knows what it computes on."""
    return Provenance(corpus_sha256, versions(), hardware(device()))


def differences(before: Provenance, after: Provenance) -> tuple[Message, ...]:
    """What is not the same; empty where all of it is."""
    found = []
    if before.corpus_sha256 != after.corpus_sha256:
        found.append(message("otherwise.text"))
    for old, new in ((before.versions, after.versions), (before.hardware, after.hardware)):
        found += [_difference(name, old.get(name), new.get(name)) for name in _changed(old, new)]
    return tuple(found)


def part_in_words(name: str, language: Language = ENGLISH) -> str:
    """What of a computer or which library is called `name`; libraries are called the same in every language."""
    return written(PARTS.get(name, name), language)


def _difference(name: str, before: str | None, after: str | None) -> Message:
    none = message("otherwise.none")
    named = PARTS.get(name, name)
    return message(
        "otherwise.value", name=named, before=none if before is None else before, after=none if after is None else after
    )


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    return [name for name in {**old, **new} if old.get(name) != new.get(name)]
