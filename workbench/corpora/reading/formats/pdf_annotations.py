"""What was put onto a page of a PDF file later: values of a form's fields, text boxes, stamps; and remarks on its text.

The first are text as a person sees the page, and are made a part of it before it is read. Remarks are none: a marker
shows the words under it once more, and what a reader wrote in the margin is no part of the text.
"""

from __future__ import annotations

from typing import Any

from workbench.corpora.reading.notes import Notes
from workbench.messages.message import message


def with_what_was_put_on(document: Any, number: int, page: Any, notes: Notes) -> Any:
    """The page with it, whose text can be read; `page` is closed where it is another."""
    from pypdfium2 import raw

    remarks = 0
    is_written_on = False
    for place in reversed(range(raw.FPDFPage_GetAnnotCount(page.raw))):
        annotation = raw.FPDFPage_GetAnnot(page.raw, place)
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            has_words = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0) > _EMPTY_BYTES
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
        if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP):
            is_written_on = True
            continue
        raw.FPDFPage_RemoveAnnot(page.raw, place)
        remarks += has_words and kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)  # which repeats its remark's
    if remarks:
        notes.leave_out(message("passed.comments"), count=remarks)
    if not is_written_on or raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[number]


_EMPTY_BYTES = 2  # of a string in UTF-16: the zero at its end
