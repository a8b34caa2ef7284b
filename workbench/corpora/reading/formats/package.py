"""Documents that are ZIP files of XML: opening them, their parts, and which part refers to which."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from workbench.corpora.reading.formats.base import FileToRead
from workbench.corpora.reading.formats.trees import local_name, parse_xml
from workbench.messages.errors import KnownError
from workbench.messages.message import message

LARGEST_PART_BYTES = 256 << 20  # of one part when unpacked
FREE_BYTES = 256 << 20  # what any document may unpack to
_HONEST_RATIO = 100  # and how many times its size beyond that


@dataclass(frozen=True)
class Relation:
    kind: str  # the last word of its type: "footnotes", "slide"
    target: str  # the part, or an address outside


class Package:
    """A document's ZIP file; no more of it is unpacked than an honest document of its size has."""

    def __init__(self, file: FileToRead, package: zipfile.ZipFile) -> None:
        self.file = file
        self.names = frozenset(package.namelist())
        self._package = package
        self._bytes_left = FREE_BYTES + _HONEST_RATIO * file.path.stat().st_size
        if sum(entry.file_size for entry in package.infolist()) > self._bytes_left:
            raise KnownError("file.unpacks_too_large", file=file.name)

    def part(self, name: str) -> bytes:
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        size = 0
        try:
            with self._package.open(name) as stream:
                while chunk := stream.read(1 << 20):
                    size += len(chunk)
                    self._bytes_left -= len(chunk)
                    if size > LARGEST_PART_BYTES or self._bytes_left < 0:
                        raise KnownError("file.unpacks_too_large", file=self.file.name)
                    yield chunk
        except KeyError as error:
            detail = message("damage.no_part", name=name)
            raise KnownError("file.damaged", file=self.file.name, detail=detail) from error
        except (zlib.error, zipfile.BadZipFile, EOFError) as error:
            detail = message("damage.part_damaged", name=name)
            raise KnownError("file.damaged", file=self.file.name, detail=detail) from error

    def xml(self, name: str) -> Any:
        root = parse_xml(self.part(name), self.file.notes)
        if root is None:
            detail = message("damage.part_not_xml", name=name)
            raise KnownError("file.damaged", file=self.file.name, detail=detail)
        return root

    def relations(self, part: str = "") -> dict[str, Relation]:
        """What a part refers to, by the ids that it uses; without a part what the document itself does."""
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations not in self.names:
            return {}
        return {
            each.get("Id", ""): Relation(
                each.get("Type", "").rpartition("/")[2],
                each.get("Target", "")
                if each.get("TargetMode") == "External"
                else posixpath.normpath(posixpath.join("/", folder, unquote(each.get("Target", "")))).lstrip("/"),
            )
            for each in self.xml(relations)
            if local_name(each) == "Relationship"
        }

    def main_part(self, usual: str) -> str:
        """The part that the document begins with; `usual` is how most programs call it."""
        found = (each.target for each in self.relations().values() if each.kind == "officeDocument")
        return next((target for target in found if target in self.names), usual)


@contextmanager
def opened(file: FileToRead) -> Iterator[Package]:
    try:
        with zipfile.ZipFile(file.path) as package:
            yield Package(file, package)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.packing")) from error
    except RuntimeError as error:  # zipfile's word for an encrypted file
        raise KnownError("file.protected", file=file.name) from error


def kind_of_zip(path: Path) -> str:
    """The suffix of the format that a ZIP file is in, whatever it is called; .zip where it is just an archive."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            kind = _mimetype(package) if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, RuntimeError, KeyError, ValueError, EOFError):
        return ".zip"
    if "epub" in kind or "META-INF/container.xml" in names:
        return ".epub"
    if "[Content_Types].xml" in names:
        for folder, suffix in (("word/", ".docx"), ("ppt/", ".pptx"), ("xl/", ".xlsx")):
            if any(name.startswith(folder) for name in names):
                return suffix
    if "opendocument.spreadsheet" in kind:
        return ".ods"
    return ".odt" if "content.xml" in names and "opendocument" in kind else ".zip"


def _mimetype(package: zipfile.ZipFile) -> str:
    """Empty where it is damaged: a document is more than this."""
    try:
        with package.open("mimetype") as stream:
            return stream.read(80).decode("ascii", "replace")
    except (zlib.error, zipfile.BadZipFile, EOFError):
        return ""
