"""Readers of documents that others made, whose words are compared with those that are read here.

Each is asked only where its program, or the library, is on this machine. Where there are two for a kind, they differ,
too: about where a word ends that was set letter by letter, or about what a note, a menu or a picture's name is, or
whether what a formula gave is computed anew.
"""

from __future__ import annotations

import csv
import email
import email.policy
import importlib
import importlib.util
import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

_SECONDS = 120
# What stands in a cell where a formula failed is no word.
_FAILED = re.compile(r"#(?:NAME|VALUE|MACRO|REF|N/A|DIV/0|NUM|NULL|SPILL|CALC|FIELD)[?!]?|Err:\d+")
_NO_PICTURES = "function Image() return {} end"  # pandoc writes what they show
_PANDOC = {
    ".docx": "docx", ".odt": "odt", ".epub": "epub", ".html": "html", ".htm": "html", ".xhtml": "html", ".fb2": "fb2",
    ".rtf": "rtf", ".ipynb": "ipynb", ".md": "markdown", ".markdown": "markdown",
    ".dbk": "docbook", ".docbook": "docbook", ".jats": "jats", ".nxml": "jats",
}  # fmt: skip
_WRITER = frozenset((".docx", ".docm", ".odt", ".rtf", ".fodt", ".html", ".htm", ".xhtml"))
_CALC = frozenset((".xlsx", ".xlsm", ".xls", ".ods"))
_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def references(file: Path) -> Iterator[tuple[str, str]]:
    """(who read it, its text), one reader after the other."""
    beside = file.with_name(f"{file.name}.expected.txt")
    suffix = file.suffix.lower()
    if beside.exists():
        text = beside.read_text(encoding="utf-8")
        yield "what lies beside it", _FAILED.sub("", text) if suffix in _CALC else text
    elif suffix in _CALC:
        yield from _read("LibreOffice", "soffice", lambda program: _sheets(file, program))
    if suffix in _CALC and (text := _by_library(file, suffix)):
        yield "xlrd" if suffix == ".xls" else "openpyxl", _FAILED.sub("", text)
    if beside.exists():
        return
    if suffix in (".eml", ".mht", ".mhtml"):
        yield from _read("Python's email", "pandoc", lambda program: _letter(file, program))
    if suffix == ".pdf":
        yield from _read("pdftotext", "pdftotext", lambda program: _output([program, "-q", str(file), "-"]))
        yield from _read("mutool", "mutool", lambda program: _output([program, "draw", "-q", "-F", "txt", str(file)]))
        yield from _read("pdfminer", "pdf2txt.py", lambda program: _output([program, str(file)]))
    if suffix == ".ipynb":
        yield from _read("pandoc, of the outputs that are text", "pandoc", lambda program: _notebook(file, program))
    if suffix in _PANDOC:
        yield from _read("pandoc", "pandoc", lambda program: _by_pandoc(str(file), _PANDOC[suffix], program))
    if suffix in _WRITER:
        yield from _read("LibreOffice", "soffice", lambda program: _written(file, program, "txt:Text (encoded):UTF8"))


def _read(name: str, command: str, read: Callable[[str], str | None]) -> Iterator[tuple[str, str]]:
    program = shutil.which(command)
    text = None if program is None else read(program)
    if text is not None:
        yield name, text


def _by_pandoc(file: str, kind: str, program: str, content: bytes | None = None) -> str | None:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as filter_file:
        filter_file.write(_NO_PICTURES)
        filter_file.flush()
        how = ["-f", kind, "-t", "plain", "--wrap=none", f"--lua-filter={filter_file.name}"]
        return _output([program, *how, file], content)


def _notebook(file: Path, program: str) -> str | None:
    """Without warnings, errors, and the other forms of a result: a page, a picture or a thing that is none."""
    try:
        notebook = json.loads(file.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            outputs = [each for each in cell.get("outputs", ()) if each.get("name") != "stderr"]
            outputs = [each for each in outputs if each["output_type"] != "error"]
            for each in outputs:
                forms = each.get("data", {})
                is_picture = any(form.startswith("image/") for form in forms)
                plain = "text/markdown" if "text/markdown" in forms else "text/plain"
                if forms:
                    each["data"] = {} if is_picture or plain not in forms else {plain: forms[plain]}
            if "outputs" in cell:
                cell["outputs"] = outputs
        return _by_pandoc("-", "ipynb", program, json.dumps(notebook).encode())
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _letter(file: Path, program: str) -> str | None:
    """Of each letter in it the subject, and the plain text, or else the page."""
    try:
        content = file.read_bytes()
        if b"\0" in content[:200]:  # saved in UTF-16
            content = content.decode("utf-16-be" if content[:1] in (b"\0", b"\xfe") else "utf-16-le").encode()
        letter = email.message_from_bytes(content.removeprefix(b"\xef\xbb\xbf"), policy=email.policy.default)
        body = letter.get_body(("plain", "html"))
        text = "" if body is None else body.get_content()
        if body is not None and body.get_content_subtype() == "html":
            text = _by_pandoc("-", "html", program, text.encode(errors="replace")) or ""
        return f"{letter['subject'] or ''}\n{text}"
    except (LookupError, ValueError, AttributeError, TypeError):
        return None


def _sheets(file: Path, program: str) -> str | None:
    """The cells of every sheet."""
    text = _written(file, program, _EVERY_SHEET)
    if text is None:
        return None
    return _FAILED.sub("", "\n".join(" ".join(row) for row in csv.reader(io.StringIO(text, newline=""))))


def _by_library(file: Path, suffix: str) -> str:
    """The texts of cells as a library finds them, with the results that formulas had; empty where there is none."""
    name = {".xls": "xlrd", ".xlsx": "openpyxl", ".xlsm": "openpyxl"}.get(suffix, "")
    if not name or importlib.util.find_spec(name) is None:
        return ""
    library = importlib.import_module(name)
    try:
        if name == "xlrd":
            book = library.open_workbook(str(file))
            cells = [sheet.row_values(number) for sheet in book.sheets() for number in range(sheet.nrows)]
        else:
            book = library.load_workbook(file, data_only=True)
            cells = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    except Exception:  # it may raise anything about the files that others are tested with
        return ""
    return "\n".join(" ".join(cell for cell in row if isinstance(cell, str)) for row in cells)


def _written(file: Path, program: str, how: str) -> str | None:
    """What LibreOffice writes, all its files one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        _output([program, "--headless", "--convert-to", how, "--outdir", folder, str(file)])
        written = sorted(path for path in Path(folder).iterdir() if path.is_file())
        return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in written) if written else None


def _output(command: list[str], content: bytes | None = None) -> str | None:
    try:
        ended = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True, input=content)
    except (subprocess.SubprocessError, OSError):
        return None
    return ended.stdout.decode(errors="replace")
