"""Documents whose name does not say what they are, and the parts that stand beside a text, for what damages them."""

from __future__ import annotations

import csv
import html
import io
import plistlib
import zipfile
from collections.abc import Callable

from tests.made_documents import Paragraphs, book, open_document, packed, spreadsheet, table, web_page


def _with(content: bytes, parts: dict[str, str], replaced: tuple[str, str] = ("", "")) -> bytes:
    """A package with further parts, and one place in the parts that it has written otherwise."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        old = {name: package.read(name).decode() for name in package.namelist()}
    return packed({name: text.replace(*replaced) if replaced[0] else text for name, text in (old | parts).items()})


def _escaped(texts: Paragraphs) -> list[str]:
    return [html.escape(each, quote=False) for each in texts]


def _tabs(texts: Paragraphs) -> bytes:
    return "".join(f"{number}\t{text}\n" for number, text in enumerate(texts)).encode("utf-16")


def _rows(texts: Paragraphs) -> bytes:
    """Of which no column is clearly the text."""
    file = io.StringIO()
    csv.writer(file).writerows(text.split()[:5] for text in texts)
    return file.getvalue().encode()


def _tagged(texts: Paragraphs) -> bytes:
    """A treebank of CoNLL-X, in a text by its name, with an empty node, a range of words and remarks."""
    lines = []
    for number, text in enumerate(texts):
        lines += [f"# sent_id = {number}", f"# text = {text}", "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_"]
        lines += [
            f"{place}\t{word}\t{word.lower()}\tNOUN\tNN\tCase=Nom|Number=Sing\t{place - 1}\tdep\t_\tSpaceAfter=No"
            for place, word in enumerate(text.split(), start=1)
        ]
        lines += ["8.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_", ""]
    return "\n".join(lines).encode()


def _commented_sheet(texts: Paragraphs) -> bytes:
    comments = "".join(f'<comment ref="A{n}"><text><t>{text}</t></text></comment>' for n, text in enumerate(texts))
    boxes = "".join(f"<xdr:sp><xdr:txBody><a:p><a:t>{text}</a:t></a:p></xdr:txBody></xdr:sp>" for text in texts)
    spaces = 'xmlns:xdr="urn:x" xmlns:a="urn:a"'
    parts = {
        "xl/comments1.xml": f"<comments><commentList>{comments}</commentList></comments>",
        "xl/drawings/drawing1.xml": f"<xdr:wsDr {spaces}>{boxes}</xdr:wsDr>",
    }
    return _with(spreadsheet(texts), parts)


def _open_sheet(texts: Paragraphs) -> bytes:
    remark = "<office:annotation><text:p>Why?</text:p></office:annotation>"
    cells = "".join(
        f'<table:table-row><table:table-cell office:value-type="string"><text:p>{text}</text:p>{remark}'
        "</table:table-cell></table:table-row>"
        for text in _escaped(texts)
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "table", "text"))
    sheet = f'<table:table table:name="S">{cells}</table:table>'
    content = f"<office:document-content {names}><office:body><office:spreadsheet>{sheet}"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    listed = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    return packed({
        "mimetype": kind,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0">{listed}'
        "</manifest:manifest>",
        "content.xml": f"{content}</office:spreadsheet></office:body></office:document-content>",
    })  # fmt: skip


def _flat_open_sheet(texts: Paragraphs) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_open_sheet(texts))) as package:
        content = package.read("content.xml").decode()
    kind = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"'
    return (
        content.replace("<office:document-content", f"<office:document {kind}")
        .replace("</office:document-content>", "</office:document>")
        .encode()
    )


def _book_with_other_pages(texts: Paragraphs) -> bytes:
    """Of which one page is in no order, and one is a note."""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html>'
    other = '<item id="o{n}" href="other{n}.xhtml" media-type="application/xhtml+xml"/>'
    items = "".join(other.format(n=n) for n in range(2))
    parts = {f"other{n}.xhtml": page.format(text=text) for n, text in enumerate(_escaped(texts)[:2])}
    order = items + '</manifest><spine><itemref idref="o1" linear="no"/>'
    return _with(book(texts), parts, ("</manifest><spine>", order))


def _archive_of_all(texts: Paragraphs) -> bytes:
    short = texts[:20]
    return packed({
        "Archive/notes.md": "---\ntags: [a]\n---\n" + "\n\n".join(short), "Archive/a.csv": table(short),
        "Archive/letter.odt": open_document(short), "Archive/sheet.xls": _tabs(short),
    })  # fmt: skip


def _lyrics(texts: Paragraphs) -> bytes:
    return "".join(f"[{n // 60:02}:{n % 60:02}.50]{text}\n" for n, text in enumerate(texts)).encode()


def _captions(texts: Paragraphs) -> bytes:
    return "".join(f"0:{n:02}:01.000,0:{n:02}:02.000\n{text}\n\n" for n, text in enumerate(texts)).encode()


def _web_archive(texts: Paragraphs) -> bytes:
    page = {"WebResourceData": web_page(texts), "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": page, "WebSubresources": [page], "WebSubframeArchives": []})


def _recognised(texts: Paragraphs) -> bytes:
    lines = ("".join(f'<String CONTENT="{word}"/><SP/>' for word in text.split()) for text in _escaped(texts))
    blocks = "".join(f"<TextBlock><TextLine>{line}</TextLine></TextBlock>" for line in lines)
    return f"<alto><Layout><Page><PrintSpace>{blocks}</PrintSpace></Page></Layout></alto>".encode()


def _chat(texts: Paragraphs) -> bytes:
    heads = (f"2024-05-{1 + n % 28:02} 10:00:{n % 60:02} {('张三', '李四')[n % 2]}(12345)" for n in range(len(texts)))
    return "".join(f"{head}\n{text}\n\n" for head, text in zip(heads, texts, strict=True)).encode()


def _labelled_lines(texts: Paragraphs) -> bytes:
    return "".join(f"{('ham', 'spam')[n % 2]}\t{text}\n" for n, text in enumerate(texts)).encode()


ODD: dict[str, Callable[[Paragraphs], bytes]] = {
    "tabs.xls": _tabs, "rows.csv": _rows, "tagged.txt": _tagged, "tagged.conllu": _tagged, "rows.xls": _rows,
    "comments.xlsx": _commented_sheet, "comments.ods": _open_sheet, "flat.xls": _flat_open_sheet,
    "lyrics.lrc": _lyrics, "captions.sbv": _captions, "page.webarchive": _web_archive, "recognised.xml": _recognised,
    "chat.txt": _chat, "labelled.txt": _labelled_lines,
    "flat.fods": _flat_open_sheet, "pages.epub": _book_with_other_pages, "all.zip": _archive_of_all,
}  # fmt: skip
