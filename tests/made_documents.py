"""Documents of every kind made from paragraphs, for what measures them and what damages them."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import random
import tarfile
import zipfile
from collections.abc import Callable, Sequence

Paragraphs = Sequence[str]

WORDS = (
    "the", "a", "of", "and", "to", "in", "she", "he", "it", "was", "said", "river", "house", "morning", "letter",
    "window", "captain", "old", "white", "never", "before", "against", "night", "voice", "garden", "little", "people",
    "great", "through", "street", "winter", "island", "story", "mother", "heart", "world", "almost", "café", "naïve",
    "Zürich", "Москва", "北京", "東京", "ещё", "слово", "fiancée", "—", "“quoted”", "it's",
)  # fmt: skip


def paragraphs(characters: int, seed: int = 0) -> list[str]:
    """So many characters of sentences, no two paragraphs alike."""
    chooser = random.Random(seed)
    made: list[str] = []
    size = 0
    while size < characters:
        words = chooser.choices(WORDS, k=chooser.randint(8, 90))
        made.append(f"{len(made)} {' '.join(words)}.".capitalize())
        size += len(made[-1]) + 2
    return made


def text(texts: Paragraphs) -> bytes:
    return "\n\n".join(texts).encode()


def markdown(texts: Paragraphs) -> bytes:
    return "\n\n".join(f"## Part {n}\n\n{each}" if n % 20 == 0 else each for n, each in enumerate(texts)).encode()


def subtitles(texts: Paragraphs) -> bytes:
    return "\n".join(
        f"{n}\n{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02},000 --> {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02},900\n"
        f"{each}\n"
        for n, each in enumerate(texts, start=1)
    ).encode()


def rich_text(texts: Paragraphs) -> bytes:
    def escaped(each: str) -> str:
        units = each.encode("utf-16-le")
        codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
        return "".join(chr(code) if code < 128 else f"\\u{code - 65536 if code > 32767 else code}?" for code in codes)

    return ("{\\rtf1\\ansi\\uc1 " + "".join(f"{escaped(each)}\\par\n" for each in texts) + "}").encode()


def web_page(texts: Paragraphs) -> bytes:
    body = "".join(f"<p>{html.escape(each)}</p>\n" for each in texts)
    head = "<head><meta charset=utf-8><title>A page</title></head>"
    return f"<!doctype html><html>{head}<body><article>{body}</article></body></html>".encode()


def tei(texts: Paragraphs) -> bytes:
    body = "".join(f"<p>{html.escape(each, quote=False)}</p>\n" for each in texts)
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'.encode()


def fiction_book(texts: Paragraphs) -> bytes:
    body = "".join(f"<p>{html.escape(each, quote=False)}</p>\n" for each in texts)
    space = "http://www.gribuser.ru/xml/fictionbook/2.0"
    return f'<FictionBook xmlns="{space}"><body><section>{body}</section></body></FictionBook>'.encode()


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def word(texts: Paragraphs) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{html.escape(each, quote=False)}</w:t></w:r></w:p>" for each in texts)
    document = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def open_document(texts: Paragraphs) -> bytes:
    body = "".join(f"<text:p>{html.escape(each, quote=False)}</text:p>" for each in texts)
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
    return packed({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{content}</office:document-content>",
    })  # fmt: skip


def book(texts: Paragraphs) -> bytes:
    chapters = [texts[at : at + 200] for at in range(0, len(texts), 200)]
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    pages = {
        f"{n}.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
        + "".join(f"<p>{html.escape(each, quote=False)}</p>" for each in chapter)
        + "</body></html>"
        for n, chapter in enumerate(chapters)
    }
    container = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
    return packed({
        "mimetype": "application/epub+zip", "META-INF/container.xml": container,
        "book.opf": f"<package><manifest>{items}</manifest><spine>{order}</spine></package>", **pages,
    })  # fmt: skip


def table(texts: Paragraphs) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["id", "text", "label"])
    writer.writerows([n, each, "good" if n % 3 else "bad"] for n, each in enumerate(texts))
    return file.getvalue().encode()


def json_lines(texts: Paragraphs) -> bytes:
    return "".join(
        json.dumps({"id": n, "text": each}, ensure_ascii=False) + "\n" for n, each in enumerate(texts)
    ).encode()


def json_document(texts: Paragraphs) -> bytes:
    return json.dumps([{"id": n, "text": each} for n, each in enumerate(texts)], ensure_ascii=False).encode()


def parquet(texts: Paragraphs) -> bytes:
    import pyarrow
    from pyarrow import parquet as writer

    file = io.BytesIO()
    writer.write_table(pyarrow.table({"id": list(range(len(texts))), "text": list(texts)}), file)
    return file.getvalue()


def spreadsheet(texts: Paragraphs) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="inlineStr"><is><t>{html.escape(each, quote=False)}'
        "</t></is></c></row>"
        for n, each in enumerate(texts, start=1)
    )
    book = f'<Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/>'
    sheet = f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
    return packed({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<Relationships {package}>{book}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships {package}>{sheet}</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    })  # fmt: skip


def pdf(texts: Paragraphs, picture_bytes: int = 0) -> bytes:
    """Of Latin letters alone, forty lines a page; every fourth page may be a picture, as a scanned one is."""
    lines = [line for each in texts for line in (*_lines(each), "")]
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    pages: list[int] = []
    for at in range(0, len(lines), 40):
        shown = "".join(f"({line}) Tj T* " for line in lines[at : at + 40])
        stream = f"BT /F1 11 Tf 14 TL 60 760 Td {shown}ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        contents = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % contents
        )
        pages.append(len(objects))
        if picture_bytes and len(pages) % 4 == 3:
            objects.append(_picture(picture_bytes))
            shown = b"q 500 0 0 700 50 70 cm /P Do Q"
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /XObject << /P %d 0 R >> >> >>" % (len(objects), len(objects) - 1)
            )
            pages.append(len(objects))
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    file = io.BytesIO(b"")
    file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.writelines(b"%010d 00000 n \n" % place for place in places)
    file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return file.getvalue()


def _picture(size: int) -> bytes:
    """Of so many bytes, in grey."""
    width = 100
    head = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Length %d"
    )
    grey = random.Random(size).randbytes(width * (size // width))
    return (head + b" >>\nstream\n%s\nendstream") % (width, size // width, len(grey), grey)


def _lines(paragraph: str) -> list[str]:
    latin = "".join(c for c in paragraph if c < "\x7f" and c not in "()\\")
    words, lines = latin.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 80:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def mail(texts: Paragraphs) -> bytes:
    head = "From: a@example.org\nTo: b@example.org\nSubject: A letter\nMIME-Version: 1.0\n"
    return (f"{head}Content-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(texts)).encode()


def archive(texts: Paragraphs) -> bytes:
    return packed({f"letters/{n}.txt": each for n, each in enumerate(texts)})


def tape(texts: Paragraphs) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as package:
        for n, each in enumerate(texts):
            entry = tarfile.TarInfo(f"letters/{n}.txt")
            entry.size = len(each.encode())
            package.addfile(entry, io.BytesIO(each.encode()))
    return file.getvalue()


def compressed(texts: Paragraphs) -> bytes:
    return gzip.compress(text(texts))


def treebank(texts: Paragraphs) -> bytes:
    nothing = "\t_" * 8
    return "".join(
        "".join(f"{number}\t{word}{nothing}\n" for number, word in enumerate(text.split(), start=1)) + "\n"
        for text in texts
    ).encode()


def page_of_tables(texts: Paragraphs) -> bytes:
    """What many a program writes as a spreadsheet."""
    rows = "".join(f"<tr><td>{number}</td><td>{html.escape(text)}</td></tr>" for number, text in enumerate(texts))
    return f"<html><head><meta charset=utf-8></head><body><table>{rows}</table></body></html>".encode()


def flat_spreadsheet(texts: Paragraphs) -> bytes:
    rows = "".join(f"<Row><Cell><Data>{html.escape(text)}</Data></Cell></Row>" for text in texts)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{space}"><Worksheet><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


MAKERS: dict[str, Callable[[Paragraphs], bytes]] = {
    ".txt": text, ".md": markdown, ".srt": subtitles, ".rtf": rich_text, ".html": web_page, ".xml": tei,
    ".fb2": fiction_book, ".docx": word, ".odt": open_document, ".epub": book, ".csv": table, ".jsonl": json_lines,
    ".json": json_document, ".parquet": parquet, ".xlsx": spreadsheet, ".pdf": pdf, ".eml": mail, ".zip": archive,
    ".conllu": treebank, ".xls": page_of_tables, ".xlsm": flat_spreadsheet, ".tar.gz": tape, ".txt.gz": compressed,
}  # fmt: skip
