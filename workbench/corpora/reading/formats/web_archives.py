"""Pages that Safari has saved with all they need (.webarchive): a property list of the page and its pictures."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator, Mapping
from typing import Any
from xml.parsers.expat import ExpatError

from workbench.corpora.reading.decoding import decode
from workbench.corpora.reading.formats.base import FileToRead, Pieces, no_facts
from workbench.corpora.reading.formats.html import LARGEST_BYTES, article
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading

_MAIN, _BESIDE, _FRAMES = "WebMainResource", "WebSubresources", "WebSubframeArchives"
_PAGES = ("text/html", "application/xhtml+xml")


def read_web_archive(file: FileToRead, reading: Reading) -> Pieces:
    """The page and those in its frames; pictures and the like are counted."""
    if file.path.stat().st_size > LARGEST_BYTES:
        raise KnownError("file.too_large", file=file.name)
    try:
        with file.path.open("rb") as stream:
            archive = plistlib.load(stream)
        texts = list(_texts(archive, file, reading))
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.no_page")) from error
    return (yield from no_facts("\n\n".join(filter(None, texts))))


def _texts(archive: Mapping[str, Any], file: FileToRead, reading: Reading) -> Iterator[str]:
    main = archive[_MAIN]
    kind = main.get("WebResourceMIMEType", _PAGES[0])
    text = decode(main["WebResourceData"], reading.encoding, main.get("WebResourceTextEncodingName", ""))[0]
    if kind in _PAGES:
        yield "".join(article(text, file.notes))
    elif kind.startswith("text/"):
        yield text
    else:
        file.notes.pass_over(message("passed.attachment"), kind)
    if beside := len(archive.get(_BESIDE, ())):
        file.notes.pass_over(message("passed.attachment"), count=beside)
    for frame in archive.get(_FRAMES, ()):
        yield from _texts(frame, file, reading)
