"""Documents made here, format by format: what is in them is read, and nothing in them is run, expanded or fetched."""

from __future__ import annotations

import contextlib
import json
import warnings
import zipfile
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from workbench.corpora.reading.formats import html
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_document, read_pieces
from workbench.messages.errors import KnownError
from workbench.values.importing import Reading

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ARTICLE = "This is the article that people came to read, and it has a good many words in it. " * 6


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def packed(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def docx(path: Path, body: str, doctype: str = "") -> Path:
    document = f'<?xml version="1.0"?>{doctype}<w:document {WORD}><w:body>{body}</w:body></w:document>'
    return packed(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def refusal(path: Path, reading: Reading | None = None) -> str:
    with pytest.raises(KnownError) as caught:
        read_document(path, reading)
    return caught.value.code


def test_word_paragraphs_tables_boxes_and_kept_changes(tmp_path: Path) -> None:
    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    body = (
        paragraph("One<w:tab/>")
        + f"<w:tbl><w:tr><w:tc>{paragraph('left')}</w:tc><w:tc>{paragraph('right')}</w:tc></w:tr></w:tbl>"
        + "<w:p><w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        + f"<w:p><w:r><w:txbxContent>{paragraph('boxed')}</w:txbxContent></w:r></w:p>"
    )
    text, _ = read_document(docx(tmp_path / "a.docx", body))
    assert text.split("\n\n") == ["One", "left\tright", "kept", "boxed"]


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(9))
    doctype = f'<!DOCTYPE w:document [{laughs}<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    body = "<w:p><w:r><w:t>safe &l8; &secret;</w:t></w:r></w:p>"
    text, _ = read_document(docx(tmp_path / "a.docx", body, doctype))
    assert "safe" in text and "ha" not in text and "root:" not in text
    xml = f'<?xml version="1.0"?>{doctype.replace("w:document", "doc")}<doc><p>safe &l8; &secret;</p></doc>'
    text, _ = read_document(written(tmp_path / "a.xml", xml))
    assert "safe" in text and "root:" not in text and len(text) < 100


def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.corpora.reading.formats import package as module

    monkeypatch.setattr(module, "LARGEST_PART_BYTES", 1 << 16)
    assert refusal(docx(tmp_path / "a.docx", " " * (1 << 20))) == "file.unpacks_too_large"


def test_open_document_text(tmp_path: Path) -> None:
    names = 'xmlns:o="urn:o" xmlns:t="urn:t" xmlns:b="urn:b"'
    content = (
        f"<o:document {names}><t:tracked-changes><t:p>old</t:p></t:tracked-changes><t:h>Title</t:h>"
        '<t:p>two<t:s t:c="3"/>words<t:line-break/>here</t:p><b:table><b:table-row><b:table-cell><t:p>a</t:p>'
        "</b:table-cell><b:table-cell><t:p>b</t:p></b:table-cell></b:table-row></b:table></o:document>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    assert read_document(packed(tmp_path / "a.odt", parts))[0] == "Title\n\ntwo   words\nhere\n\na\tb"
    locked = {**parts, "META-INF/manifest.xml": "<m><encryption-data/></m>"}
    assert refusal(packed(tmp_path / "b.odt", locked)) == "file.protected"


def test_rich_text(tmp_path: Path) -> None:
    text, _ = read_document(
        written(tmp_path / "a.rtf", r"{\rtf1\ansi\ansicpg1252 Caf\'e9 \b noir\b0\par \u26085?\u35760?}")
    )
    assert text.split("\n") == ["Café noir", "日记"]


def test_tables_in_tables_of_rich_text_are_read_once_in_their_rows(tmp_path: Path) -> None:
    row = r"{\*\nesttableprops\trowd\cellx2000\cellx4000\nestrow}{\nonesttables for others\par}"
    inner = rf"\itap2 A\nestcell B\nestcell {row}\itap2 C\nestcell D\nestcell {row}"
    text, _ = read_document(
        written(tmp_path / "a.rtf", rf"{{\rtf1\ansi\trowd {inner}\itap1 outer\cell\row after\par}}")
    )
    assert text.split("\n") == ["A\tB\t", "C\tD\t", "outer\t", "after"]


def test_what_docbook_leaves_to_its_readers_to_write_is_the_title_that_is_pointed_to(tmp_path: Path) -> None:
    document = (
        '<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.1.2//EN" "docbookx.dtd"><book><para>See '
        '<xref linkend="a"/>, <xref linkend="b"/>, <xref linkend="a" endterm="c"/>, <xref linkend="none"/>.</para>'
        '<chapter id="a"><title>The Second <emphasis>Chapter</emphasis></title></chapter>'
        '<chapter id="b" xreflabel="Part Three"><title id="c">The Third</title></chapter></book>'
    )
    text, _ = read_document(written(tmp_path / "a.docbook", document))
    assert text.split("\n\n")[0] == "See The Second Chapter, Part Three, The Third, ."


def test_headings_that_the_extraction_of_an_article_loses_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = [f"{number}. {ARTICLE}".strip() for number in range(3)]
    page = (
        f"<body><nav>Home</nav><h1>News</h1><h2>First</h2><p>{paragraphs[0]}</p><h2>First</h2><p>{paragraphs[1]}</p><h2>Kept</h2>"
        f"<p>{paragraphs[2]}</p><h3>More news</h3><ul><li>Something else</li></ul></body>"
    )
    kept = [paragraphs[0], paragraphs[1], "Kept", paragraphs[2], "Something else"]
    monkeypatch.setattr(html, "extracted", lambda _, is_long: "\n\n".join(kept))
    text, _ = read_document(written(tmp_path / "a.html", page))
    assert text.split("\n\n") == ["News", "First", paragraphs[0], "First", *kept[1:]]


def test_code_in_the_article_of_a_page_keeps_its_lines(tmp_path: Path) -> None:
    page = (
        f"<body><nav>Home</nav><article><p>{ARTICLE}</p><pre>if a:\n    b\n\nc</pre><p>{ARTICLE}</p></article></body>"
    )
    text, _ = read_document(written(tmp_path / "a.html", page))
    assert text == f"{ARTICLE.strip()}\n\nif a:\n    b\n\nc\n\n{ARTICLE.strip()}"


def test_of_a_page_that_is_nothing_but_a_document_each_short_line_is_read(tmp_path: Path) -> None:
    blocks = [*("h1", "Of lists"), *("h2", "Short"), *("p", "no line"), *("h2", "Empty"), *("h3", "With items")]
    page = "".join(f"<{tag}>{text}</{tag}>" for tag, text in zip(blocks[::2], blocks[1::2], strict=True))
    page += f"<p>{ARTICLE}</p><p>{ARTICLE}</p><hr><p>one</p><ul><li>two</li><li>three</li></ul><p><a href=b>B</a></p>"
    file = file_on_disk(written(tmp_path / "a.html", f"<body>{page}</body>"))
    text = "".join(read_pieces(file, kind_of(file), Reading()))
    assert text.split("\n\n") == [*blocks[1::2], ARTICLE.strip(), ARTICLE.strip(), "one", "two", "three", "B"]
    assert not file.notes.report().passed_over


def test_a_page_gives_its_article_without_menus_scripts_and_anything_from_outside(tmp_path: Path) -> None:
    page = (
        "<html><head><title>T</title><script src='http://127.0.0.1:9/x.js'>var a = 1;</script></head><body>"
        "<nav><ul><li>Home</li><li>Products</li></ul></nav><article><h1>News</h1>"
        f"<p>{ARTICLE}</p><p>{ARTICLE}</p><img src='http://127.0.0.1:9/a.png'></article>"
        "<footer>Imprint and cookies</footer></body></html>"
    )
    text, _ = read_document(written(tmp_path / "a.html", page))
    assert ARTICLE.strip()[:80] in text and "Products" not in text and "var a" not in text and "cookies" not in text


def test_a_short_page_gives_all_its_text_and_keeps_the_lines_of_code(tmp_path: Path) -> None:
    text, _ = read_document(written(tmp_path / "a.html", "<p>Hello <b>dear</b> world</p><pre>a\n  b</pre>"))
    assert text == "Hello dear world\n\na\n  b"


def test_a_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Добрый день</p></body></html>'
    text, facts = read_document(written(tmp_path / "a.html", page.encode("cp1251")))
    assert (text, facts.encoding) == ("Добрый день", "cp1251")


def test_a_book_is_read_in_its_order_without_its_table_of_contents(tmp_path: Path) -> None:
    def chapter(text: str) -> str:
        return f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html>'

    package = (
        '<package><manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="OPS/p.opf"/></container>',
        "OPS/p.opf": package, "OPS/nav.xhtml": chapter("Contents"), "OPS/a.xhtml": chapter("First"),
        "OPS/b b.xhtml": chapter("Second"),
    }  # fmt: skip
    assert read_document(packed(tmp_path / "a.epub", parts))[0] == "First\n\nSecond"
    drm = '<encryption><CipherReference URI="OPS/a.xhtml"/></encryption>'
    assert refusal(packed(tmp_path / "b.epub", {**parts, "META-INF/encryption.xml": drm})) == "file.protected"


ROWS = [{"id": n, "stars": n % 3, "review": f"Review number {n} says a lot,\n\nof things."} for n in range(30)]
AS_TEXT = "\n\n".join(f"Review number {n} says a lot,\nof things." for n in range(30))


def table(tmp_path: Path, ending: str) -> Path:
    path = tmp_path / f"a.{ending}"
    if ending == "jsonl":
        return written(path, "\n".join(map(json.dumps, ROWS)) + '\n{"cut off')
    if ending == "json":
        return written(path, json.dumps({"version": 1, "data": ROWS}))
    if ending == "parquet":
        parquet.write_table(pyarrow.Table.from_pylist(ROWS), path)
        return path
    separator = {"csv": ",", "tsv": "\t"}[ending]
    lines = [separator.join(["id", "stars", "review"])]
    lines += [separator.join([str(row["id"]), str(row["stars"]), f'"{row["review"]}"']) for row in ROWS]
    return written(path, "\n".join(lines))


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl", "json", "parquet"])
def test_the_text_and_the_label_of_a_table_are_found(tmp_path: Path, ending: str) -> None:
    text, facts = read_document(table(tmp_path, ending))
    assert text.strip() == AS_TEXT
    assert (facts.columns, facts.column, facts.label) == (("id", "stars", "review"), "review", "stars")
    assert dict(facts.labels) == {"0": 10, "1": 10, "2": 10}


def test_another_column_can_be_asked_for_and_a_missing_one_is_said(tmp_path: Path) -> None:
    path = table(tmp_path, "csv")
    text, facts = read_document(path, Reading(column="stars + review", label="id"))
    assert text.startswith("0\nReview number 0") and facts.label == "id"
    assert refusal(path, Reading(column="body")) == "file.no_column"


def test_formulas_of_a_spreadsheet_are_not_run(tmp_path: Path) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>A first cell with words</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>The last result it had</v></c></row>'
        "</sheetData></worksheet>"
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

    def relation(kind: str, target: str) -> str:
        one = f'<Relationship Id="r1" Type="{relations}/{kind}" Target="{target}"/>'
        return f"<Relationships {package}>{one}</Relationships>"

    sheets = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/s.xml"),
        "xl/worksheets/s.xml": sheet,
    }
    text, _ = read_document(packed(tmp_path / "a.xlsx", parts))
    assert text.split() == ["A", "first", "cell", "with", "words", "The", "last", "result", "it", "had"]


def test_subtitles_are_what_is_said(tmp_path: Path) -> None:
    vtt = (
        "WEBVTT\n\nNOTE not said\n\n1\n00:01.000 --> 00:02.000 align:start\n<v Anna>Hello <i>there</i>\n\n"
        "00:02.000 --> 00:03.000\nHello there\nAnd more\n"
    )
    assert read_document(written(tmp_path / "a.vtt", vtt))[0] == "Hello there\nAnd more\n"


def test_markdown_is_read_without_the_settings_at_its_head(tmp_path: Path) -> None:
    text, _ = read_document(
        written(tmp_path / "a.md", "---\ntitle: T\nlayout: x\n---\n\n# Head\n{% include a %}\nText\n")
    )
    assert text.split() == ["#", "Head", "Text"]
    assert read_document(written(tmp_path / "b.md", "---\nno end of it"))[0] == "---\nno end of it"


def test_nothing_is_warned_about_on_the_way(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for ending in ("html", "xml", "json", "csv"):
            written(tmp_path / f"a.{ending}", "<p>It is but a word.</p>")
            with contextlib.suppress(KnownError):
                read_document(tmp_path / f"a.{ending}")


def spreadsheet(path: Path, *cells: tuple[str, str]) -> Path:
    """Of (“B7”, text)."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    rows = "".join(f'<row><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>' for place, text in cells)
    book = f'<Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/>'
    sheet = f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
    return packed(
        path,
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f"<Relationships {package}>{book}</Relationships>",
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships {package}>{sheet}</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        },
    )


@pytest.mark.parametrize("place", ["XFD1048576", "xfd1048576", "B99999999999", " XFD1048576"])
def test_a_cell_far_away_takes_no_memory(place: str, tmp_path: Path) -> None:
    near = [(f"A{row}", f"A sentence with some words in row {row}") for row in range(1, 30)]
    text, _ = read_document(spreadsheet(tmp_path / "a.xlsx", *near, (place, "The end of the world is here")))
    assert "words in row 29" in text
    far_alone = spreadsheet(tmp_path / "b.xlsx", ("A1", "A sentence of its own"), ("XFD1048570", "and another one"))
    assert "A sentence of its own" in read_document(far_alone)[0]


def test_cells_of_which_no_two_share_a_row_or_a_column_are_all_read(tmp_path: Path) -> None:
    letters = [first + second for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 4 for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    cells = [(f"{'ABCD'[at // 676]}{letters[at]}{at + 1}", f"Sentence number {at} of them") for at in range(800)]
    text, _ = read_document(spreadsheet(tmp_path / "a.xlsx", *cells))
    assert text.strip().split("\n\n") == [said for _, said in cells]


def test_a_picture_in_a_spreadsheet_that_does_not_unpack_costs_no_cell(tmp_path: Path) -> None:
    path = spreadsheet(tmp_path / "a.xlsx", ("A1", "A sentence of its own"), ("A2", "and another one"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/image1.png", "picture " * 99)
    content = path.read_bytes()
    start = content.index(b"image1.png") + len("image1.png")
    path.write_bytes(content[:start] + b"\xff" * 8 + content[start + 8 :])
    assert read_document(path)[0].strip().split("\n\n") == ["A sentence of its own", "and another one"]
