"""A page or a file from the web: fetched once, when a person asks for it, and only that one."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Generator

from workbench import __version__
from workbench.corpora.reading.files import shown
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.progress import Progress

MOST_BYTES = 200 << 20
_SECONDS = 30
_CHUNK_BYTES = 1 << 16
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "text/csv": ".csv", "application/json": ".json", "application/epub+zip": ".epub", "text/markdown": ".md",
    "application/xml": ".xml", "text/xml": ".xml", "application/rss+xml": ".xml", "application/atom+xml": ".xml",
    "application/zip": ".zip",
}  # fmt: skip


def is_address(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://"))


def fetch(address: str, who: str = f"nextword-workbench/{__version__}") -> Generator[Progress, None, tuple[str, bytes]]:
    """(a name for the file, its content); `who` is what asks. Raises KnownError("file.not_fetched" or
    "file.too_large")."""
    named = _without_password(address)
    try:
        request = urllib.request.Request(
            urllib.parse.quote(address.strip(), safe=":/?#[]@!$&'()*+,;=%~"),
            headers={"User-Agent": who},
        )
        if request.type not in ("http", "https"):
            raise KnownError("file.not_fetched", file=shown(named), detail=message("damage.not_an_address"))
        with _opener().open(request, timeout=_SECONDS) as answer:
            total = int(answer.headers.get("Content-Length") or 0)
            content = bytearray()
            while chunk := answer.read(_CHUNK_BYTES):
                content += chunk
                if len(content) > MOST_BYTES:
                    raise KnownError("file.too_large", file=shown(named))
                yield Progress(len(content), total, shown(named))
            return _name(address, answer.headers.get_content_type()), bytes(content)
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()  # an answer as well, with a connection of its own
        detail = getattr(error, "reason", None) or error
        raise KnownError("file.not_fetched", file=shown(named), detail=shown(_without_password(str(detail)))) from error


def _without_password(address: str) -> str:
    """As it may be shown: who asked, and with which password, is nobody else's business."""
    return re.sub(r"(?<=://)[^/?#]*@", "", address)


def _opener() -> urllib.request.OpenerDirector:
    """Of http and https alone, also where an address is redirected."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler, urllib.request.UnknownHandler, urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler, urllib.request.HTTPDefaultErrorHandler, urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


def _name(address: str, content_type: str) -> str:
    """What the kind of content says decides how the file is read; the address's own ending where it says nothing."""
    parts = urllib.parse.urlsplit(address)
    stem, _, ending = parts.path.rstrip("/").rpartition("/")[2].rpartition(".")
    suffix = _SUFFIXES.get(content_type) or (f".{ending}" if stem and ending.isalnum() else ".html")
    name = urllib.parse.unquote(stem or ending) or parts.hostname or "page"
    return f"{shown(name)}{suffix}"
