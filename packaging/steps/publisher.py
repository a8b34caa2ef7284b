"""Who hands the packages out, as publisher.toml says: nobody can be made up for it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from xml.sax.saxutils import escape

from steps.what import PACKAGING, say

FILE = PACKAGING / "publisher.toml"
NOBODY = "Nobody yet <nobody@unknown.invalid>"  # Debian's packages cannot do without


@dataclass(frozen=True)
class Publisher:
    """Each is empty where nobody has filled it in."""

    homepage: str = ""
    maintainer: str = ""
    screenshot: str = ""

    @property
    def missing(self) -> list[str]:
        return [field.name for field in fields(self) if not getattr(self, field.name)]


def publisher() -> Publisher:
    return Publisher(**tomllib.loads(FILE.read_text(encoding="utf-8")))


def say_what_is_missing(found: Publisher) -> None:
    if found.missing:
        say(f"NOT TO BE HANDED OUT LIKE THIS: {FILE.name} does not say: {', '.join(found.missing)}")


def with_publisher(metainfo: str, found: Publisher) -> str:
    """The AppStream description with where the program lives and how it looks; without, where that is not known."""
    lines = []
    if found.homepage:
        lines.append(f'  <url type="homepage">{escape(found.homepage)}</url>\n')
    if found.screenshot:
        image = f"<image>{escape(found.screenshot)}</image>"
        lines.append(
            "  <screenshots>\n"
            f'    <screenshot type="default"><caption>A model learns</caption>{image}</screenshot>\n'
            "  </screenshots>\n"
        )
    return metainfo.replace("  <provides>\n", f"{''.join(lines)}  <provides>\n", 1)
