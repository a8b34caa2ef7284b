"""PDF files with a text layer, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Any

from workbench.corpora.reading.formats.base import PAGE_BREAK, Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.pdf_annotations import with_what_was_put_on
from workbench.corpora.reading.formats.pdf_layout import upright_rotation, vertical_text
from workbench.corpora.reading.formats.pdf_spaces import with_seen_spaces
from workbench.corpora.reading.notes import Notes
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.values.import_report import Unit
from workbench.values.importing import Reading


def read_pdf(file: FileToRead, reading: Reading) -> Pieces:
    has_text = False
    with _opened(file, reading.password) as document:
        for number in range(len(document)):
            text = _page_text(document, number, file)
            has_text = has_text or bool(text.strip())
            yield text + PAGE_BREAK
    if not has_text:
        raise KnownError("file.pdf_without_text", file=file.name)
    return Facts()


# Pdfium marks a hyphen at the end of a line, where the word goes on in the next one, by one of these.
_BROKEN_WORD = re.compile("[\x02\ufffe](?:\r?\n)?")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@contextmanager
def _opened(file: FileToRead, password: str) -> Iterator[Any]:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(file.path, password=password or None)
        with suppress(pypdfium2.PdfiumError):  # a damaged form shows what it was saved with
            document.init_forms()
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise KnownError("file.wrong_password" if password else "file.needs_password", file=file.name) from error
        raise KnownError("file.damaged", file=file.name, detail=message("damage.not_pdf")) from error
    try:
        if not count:
            raise KnownError("file.damaged", file=file.name, detail=message("damage.no_page"))
        yield document
    finally:
        document.close()


def _page_text(document: Any, number: int, file: FileToRead) -> str:
    """The text of one page; of a page that cannot be read nothing, so that it does not cost the others."""
    import pypdfium2

    try:
        page = document[number]
        page = with_what_was_put_on(document, number, page, file.notes)
    except pypdfium2.PdfiumError:
        _pass_over(file, number, "passed.damaged_page")
        return ""
    try:
        text = _ordered_text(page, file.notes)
        if not text.strip() and next(page.get_objects(max_depth=1), None) is not None:
            _pass_over(file, number, "passed.page_without_text")
    except pypdfium2.PdfiumError:
        _pass_over(file, number, "passed.damaged_page")
        return ""
    finally:
        page.close()
    file.notes.count(Unit.PAGES)
    return _BROKEN_WORD.sub("", text).translate(_LIGATURES).replace(PAGE_BREAK, "\n")


def _ordered_text(page: Any, notes: Notes) -> str:
    with closing(page.get_textpage()) as found:
        rotation = upright_rotation(found)
        if rotation == page.get_rotation() == 0:
            text: str = found.get_text_bounded(errors="replace")
            return vertical_text(found, text, notes) or with_seen_spaces(found, text)
    page.set_rotation(rotation)
    # Within bounds, what is turned loses the ends of its lines.
    with closing(page.get_textpage()) as found:
        text = found.get_text_range(errors="replace")
        return vertical_text(found, text, notes) or with_seen_spaces(found, text)


def _pass_over(file: FileToRead, number: int, reason: str) -> None:
    file.notes.pass_over(message(reason), message("place.page", number=number + 1))
