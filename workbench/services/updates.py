"""Whether there is a newer version: asked only when a person asks, of one address, which learns nothing of who asks.

The address is in resources/updates.json, which a packager changes or switches off: {"address": "", "off": true}. The
answer there is a JSON document that is the same for everybody: {"version", "date", "notes", "page"}.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Generator
from dataclasses import dataclass

from workbench import __version__
from workbench.ground.answers import dictionary
from workbench.ground.resources import resource
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.progress import Progress

ADDRESS = "NEXTWORD_UPDATES"  # an environment variable: another address, or “off”
OFF = "off"
WHO = "nextword-workbench"  # no version, no system: everybody asks alike
_MOST_SHOWN = 2000  # characters of the notes


@dataclass(frozen=True)
class Release:
    version: str
    date: str
    notes: str
    page: str  # where it can be had; empty where the answer names none


def is_off() -> bool:
    """Whether whoever packaged the program, or set up this computer, brings its updates."""
    told = os.environ.get(ADDRESS, "")
    return told == OFF or (not told and bool(_policy().get("off")))


def address() -> str:
    return os.environ.get(ADDRESS, "") or str(_policy().get("address") or "")


def newer_release(version: str = __version__) -> Generator[Progress, None, Release | None]:
    """The newest release, or None where this is it. Raises KnownError("update.…" or "file.not_fetched")."""
    from workbench.corpora.reading.web import fetch, is_address

    asked = address()
    if is_off() or not asked:
        raise KnownError("update.nowhere")
    _, content = yield from fetch(asked, WHO)
    try:
        told = dictionary(json.loads(content))
        found = Release(*(str(told.get(name) or "") for name in ("version", "date", "notes", "page")))
    except ValueError as error:
        raise KnownError("update.not_understood", detail=message("damage.not_json")) from error
    if not _numbers(found.version):
        raise KnownError("update.not_understood", detail=message("damage.no_version"))
    page = found.page if is_address(found.page) else ""
    found = Release(found.version[:40], found.date[:40], found.notes[:_MOST_SHOWN], page)
    return found if _numbers(found.version) > _numbers(version) else None


def _policy() -> dict[str, object]:
    try:
        return dictionary(json.loads(resource("updates.json").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _numbers(version: str) -> tuple[int, ...]:
    """Of a version, as far as it is numbers."""
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()
