"""PDF files made by hand: a page, a font, and where each line begins."""

from __future__ import annotations

from collections.abc import Sequence

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
# Not embedded: what its characters are, its encoding says.
VERTICAL = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /MS-Mincho /Encoding /UniJIS-UCS2-V /DescendantFonts [ << /Type /Font"
    b" /Subtype /CIDFontType2 /BaseFont /MS-Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2"
    b" >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /MS-Mincho /Flags 4 /FontBBox [0 -136 1000 859]"
    b" /ItalicAngle 0 /Ascent 859 /Descent -140 /CapHeight 769 /StemV 78 >> >> ] >>"
)


def lines_at(lines: Sequence[tuple[str, str]]) -> bytes:
    """A page's content: each line with its text matrix, such as “1 0 0 1 72 700”."""
    shown = (f"/F1 12 Tf {matrix} Tm {text} Tj\n" for matrix, text in lines)
    return f"BT {''.join(shown)} ET".encode()


def pdf(
    pages: Sequence[bytes], rotate: int = 0, font: bytes = HELVETICA, annotations: Sequence[tuple[str, str]] = ()
) -> bytes:
    """Each page has the same annotations (kind, text), which show that text; of a field it is the value."""
    fonts = b"/Font << /F1 3 0 R >>"
    objects = [b"", b"", font]
    fields, places_of_annotations = [], []
    for number, (kind, text) in enumerate(annotations):
        rectangle = b"[72 %d 400 %d]" % (100 + 30 * number, 120 + 30 * number)
        head = b"/Type /Annot /Subtype /%s /F 4 /Rect %s /Contents (%s)" % (kind.encode(), rectangle, text.encode())
        if kind == "Widget":
            objects.append(b"<< %s /FT /Tx /T (f%d) /V (%s) /DA (/F1 12 Tf 0 g) >>" % (head, number, text.encode()))
            fields.append(b"%d 0 R" % len(objects))
        else:
            shown = b"BT /F1 12 Tf 2 4 Td (%s) Tj ET" % text.encode()
            box = b"/Type /XObject /Subtype /Form /BBox [0 0 328 20] /Resources << %s >>" % fonts
            objects.append(b"<< %s /Length %d >>\nstream\n%s\nendstream" % (box, len(shown), shown))
            objects.append(b"<< %s /AP << /N %d 0 R >> >>" % (head, len(objects)))
        places_of_annotations.append(b"%d 0 R" % len(objects))
    form = b"/AcroForm << /Fields [%s] /DR << %s >> >>" % (b" ".join(fields), fonts) if fields else b""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % form
    kids = []
    for content in pages:
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /Rotate %d /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << %s >> /Annots [%s] >>" % (rotate, len(objects), fonts, b" ".join(places_of_annotations))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end
