"""Notebooks (.ipynb): the text and the code of the cells, each with what running it printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from workbench.corpora.reading.formats.base import FileToRead, Pieces
from workbench.corpora.reading.formats.plain import whole_text
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.importing import Reading


def read_notebook(file: FileToRead, reading: Reading) -> Pieces:
    text, facts = whole_text(file, reading)
    try:
        notebook = json.loads(text)
        cells = notebook.get("cells") or [cell for sheet in notebook["worksheets"] for cell in sheet["cells"]]
        texts = [text for cell in cells for text in _texts(cell, file.notes)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_notebook")) from error
    pictures = 0
    for text in texts:
        text, found = _IMAGE_DATA.subn("", text)
        pictures += found
        yield text + "\n\n"
    if pictures:
        file.notes.leave_out(message("passed.pictures"), count=pictures)
    return facts


def _texts(cell: Any, notes: Notes) -> Iterator[str]:
    if cell.get("cell_type") not in ("markdown", "code", "raw", "heading"):
        return
    yield _joined(cell.get("source", cell.get("input", "")))
    for output in cell.get("outputs") or ():
        printed = _COLOURS.sub("", _printed(output)).strip("\n")
        if printed:
            yield printed
        else:
            notes.leave_out(message("passed.outputs"))


def _printed(output: Any) -> str:
    """Of a result its plainest form; nothing of warnings, errors, pictures and things that only a program can show."""
    kind = output.get("output_type")
    if kind == "stream":
        return "" if "stderr" in (output.get("name"), output.get("stream")) else _joined(output.get("text", ""))
    forms = output.get("data", output)  # in notebooks before 2014 they lie in the output itself
    if kind in ("error", "pyerr") or any(name.startswith("image/") or name in _PICTURES for name in forms):
        return ""
    text = _joined(forms.get("text/markdown") or forms.get("text/plain") or forms.get("text") or "")
    return "" if _OBJECT.fullmatch(text.strip()) else text


def _joined(lines: Any) -> str:
    return lines if isinstance(lines, str) else "".join(lines)


_IMAGE_DATA = re.compile(r"data:image/[\w+.-]{1,40};base64,[A-Za-z0-9+/=]+")
_PICTURES = frozenset(("png", "jpeg", "svg"))
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_OBJECT = re.compile(r"<[\w.]+(?: object)?(?: at 0x[0-9a-fA-F]+)?>|<Figure size [^<>]*>")  # all that Python says of it
