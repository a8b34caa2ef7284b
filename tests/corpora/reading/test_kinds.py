"""What a file is, is told by what it holds: by any name a text is read, and no text is taken for something else."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.corpora.driving import run
from tests.made_documents import MAKERS, packed
from workbench.corpora.importing import read_corpus
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_document, read_pieces
from workbench.messages.errors import KnownError
from workbench.values.import_report import Guess, Guessed, Sureness
from workbench.values.importing import LabelsIn, Reading

SAID = "It was dark, and the rain fell all night on the old roofs of the town.\n"


@pytest.mark.parametrize(
    "name", ["chapter.py", "Letter to Mr. Smith", "README.de", "...And Justice for All.txt", "notes.2024", "poem.bz2"]
)
def test_a_text_is_read_by_whatever_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SAID)
    assert read_document(tmp_path / name)[0] == SAID


def test_a_text_of_an_unknown_name_in_an_older_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "LIESMICH.de").write_bytes("Schöne Grüße aus Köln, und bis zum nächsten Jahr.\n".encode("cp1252"))
    assert "Schöne Grüße" in read_document(tmp_path / "LIESMICH.de")[0]


def test_a_title_that_begins_with_dots_is_found_in_a_folder_and_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "songs").mkdir()
    (tmp_path / "songs" / "...And Justice for All.txt").write_text(SAID)
    (tmp_path / "songs" / ".hidden.txt").write_text(SAID)
    with zipfile.ZipFile(tmp_path / "songs.zip", "w") as archive:
        archive.writestr("...And Justice for All.txt", SAID)
    for number, path in enumerate((tmp_path / "songs", tmp_path / "songs.zip")):
        (tmp_path / str(number)).mkdir()
        contents = run(read_corpus([path], tmp_path / str(number)))[1]
        assert len(contents.sources) == 1


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("map.svg", '<svg width="9">'),
        ("places.kml", "<!-- of a trip -->\n<kml>"),
        ("a.dita", '<topic\n xmlns:x="urn:x" id="a">'),
    ],
)
def test_xml_is_known_without_a_declaration_and_by_whatever_name(tmp_path: Path, name: str, start: str) -> None:
    end = re.sub(r"(?s).*<(\w+).*", r"</\1>", start)
    (tmp_path / name).write_text(f"{start}<title>{SAID}</title>{end}")
    assert read_document(tmp_path / name)[0] == SAID.strip()


@pytest.mark.parametrize(
    "first",
    ["%PDF-1.4 is how such files begin. ", "BZh is no word. ", "Rar! said the raven. ", "GIF8 is a part of GIF89a. "],
)
@pytest.mark.parametrize("name", ["a.txt", "a.text"])
def test_a_text_is_not_taken_for_something_else_by_its_first_words(tmp_path: Path, first: str, name: str) -> None:
    (tmp_path / name).write_text(first + SAID)
    assert read_document(tmp_path / name)[0] == first + SAID


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.xls", "a.unknown"])
def test_a_page_under_the_name_of_a_document_is_read_as_a_page(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"<html><head><style>p {{}}</style></head><body><p>{SAID}</p></body></html>")
    assert read_document(tmp_path / name)[0].strip() == SAID.strip()


def test_a_web_archive_that_a_word_processor_saved_as_doc_is_read(tmp_path: Path) -> None:
    page = f"<html><body><p>{SAID.strip()}</p></body></html>"
    (tmp_path / "a.doc").write_text(
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        f"{page}\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"
    )
    assert SAID.strip() in read_document(tmp_path / "a.doc")[0]


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0 picture", bytes(range(256)) * 8, b"\0" * 400])
def test_what_is_no_text_is_refused_by_whatever_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.dat").write_bytes(content)
    with pytest.raises(KnownError) as caught:
        read_document(tmp_path / "a.dat")
    assert caught.value.code == "file.unsupported"


@pytest.mark.parametrize(
    "start", [b"\x09\0\x04\0\x02\0\x10\0", b"\x09\x02\x06\0\0\0\x10\0\0\0", b"\x09\x04\x06\0\0\0\x10\0\0\0"]
)
@pytest.mark.parametrize("name", ["table.xls", "table"])
def test_a_sheet_of_excel_before_1993_is_not_called_damaged(tmp_path: Path, name: str, start: bytes) -> None:
    (tmp_path / name).write_bytes(start + b"\x0a\0\0\0")
    with pytest.raises(KnownError) as caught:
        read_document(tmp_path / name)
    assert caught.value.code == "file.older_sheet"
    assert "save it as .xlsx or .csv" in str(caught.value)


@pytest.mark.parametrize("name", ["sums.numbers", "sums.wk1", "people.dbf"])
def test_a_table_that_cannot_be_read_is_to_be_saved_as_a_table(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(400))
    with pytest.raises(KnownError) as caught:
        read_document(tmp_path / name)
    assert caught.value.code == "file.older_sheet"


ROWS = [["id", "text", "label"], *[[str(n), f"The soup number {n} was hot & good.", "ab"[n % 2]] for n in range(12)]]
ESCAPED = [[cell.replace("&", "&amp;") for cell in row] for row in ROWS]
PAGE = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in ESCAPED)
WORKBOOK = "".join(f"<Row>{''.join(f'<Cell><Data>{cell}</Data></Cell>' for cell in row)}</Row>" for row in ESCAPED)
OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
OPEN_ROWS = "".join(
    "<table:table-row>"
    + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
    + '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
    for row in ESCAPED
)
SHEET = "urn:schemas-microsoft-com:office:spreadsheet"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("\n".join(map("\t".join, ROWS)), ".tsv"),
        ("\n".join(map("\t".join, ROWS)).encode("utf-16"), ".tsv"),
        ("\n".join(map(";".join, ROWS)), ".csv"),
        (f"<html><head><style>td {{}}</style></head><body><table border=1>{PAGE}</table></body></html>", ".html"),
        (
            f'<?xml version="1.0"?>\n<Workbook xmlns="{SHEET}" xmlns:ss="{SHEET}"><Worksheet ss:Name="One">'
            f"<Table>{WORKBOOK}</Table></Worksheet></Workbook>",
            ".xml",
        ),
        (
            f'<?xml version="1.0"?>\n<office:document {OPEN} office:mimetype="application/vnd.oasis.opendocument.'
            'spreadsheet"><office:body><office:spreadsheet><table:table table:name="One">'
            f"{OPEN_ROWS}</table:table></office:spreadsheet></office:body></office:document>",
            ".xml",
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.xls", "a.xlsx"])
def test_what_is_called_a_spreadsheet_is_read_as_the_table_that_it_is(
    tmp_path: Path, name: str, content: str | bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    file = file_on_disk(tmp_path / name)
    lines = "".join(read_pieces(file, kind_of(file), Reading())).splitlines()
    assert [json.loads(line) for line in lines] == [{"labels": [label], "text": text} for _, text, label in ROWS[1:]]
    assert Guess(Guessed.FORMAT, kind, Sureness.LIKELY) in file.notes.report().guesses


def test_cells_over_several_rows_and_columns_keep_those_beside_them_in_their_place(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td rowspan=2>{n}<td colspan=2>The soup <b>number {n}</b> was hot.<td>x</tr>"
        "<tr><td>a<td>It was cold.<td>y"
        for n in range(8)
    )
    (tmp_path / "a.xls").write_text(f"<html><body><h1>Letters</h1><table>{rows}</table></body></html>")
    file = file_on_disk(tmp_path / "a.xls")
    reading = Reading(labels=LabelsIn.NONE, column="2 + 3")
    paragraphs = "".join(read_pieces(file, kind_of(file), reading)).split("\n\n")
    expected = [text for n in range(8) for text in (f"The soup number {n} was hot.", "a\nIt was cold.")]
    assert [each for each in paragraphs if each.strip()] == expected
    passed = {each.reason.code: each.count for each in file.notes.report().passed_over}
    assert passed == {"passed.around_article": len("Letters"), "passed.other_columns": 8 * len("0xy")}


def test_a_workbook_in_one_document_keeps_the_places_of_its_cells_and_counts_its_comments(tmp_path: Path) -> None:
    rows = "".join(
        f"<Row><Cell ss:Index='2'><Data><B>The soup</B> was hot: {n}.</Data><Comment><Data>why?</Data></Comment></Cell>"
        "</Row>"
        "<Row><Cell ss:MergeAcross='1'><Data>Nobody</Data></Cell><Cell><Data>9</Data></Cell></Row>"
        for n in range(4)
    )
    head = "".join(f"<Cell><Data>{name}</Data></Cell>" for name in ("who", "text", "id"))
    sheet = f"<Worksheet ss:Name='One'><Table><Row>{head}</Row>{rows}</Table></Worksheet>"
    (tmp_path / "a.xml").write_text(f"<Workbook xmlns='{SHEET}' xmlns:ss='{SHEET}'>{sheet}</Workbook>")
    file = file_on_disk(tmp_path / "a.xml")
    text = "".join(read_pieces(file, kind_of(file), Reading(column="who + text")))
    said = [f"The soup was hot: {n}." for n in range(4)]
    assert text.split() == " ".join(f"{each} Nobody" for each in said).split()
    passed = {each.reason.code: each.count for each in file.notes.report().passed_over}
    assert passed == {"passed.comments": 4, "passed.other_columns": 4 + len("whotextid")}


def test_comments_and_boxes_of_text_of_a_spreadsheet_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(MAKERS[".xlsx"]([SAID.strip()] * 3))
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as package:
        package.writestr("xl/comments1.xml", "<comments><commentList><comment/><comment/></commentList></comments>")
        boxes = "<sp><txBody><t>A box</t></txBody></sp><sp><txBody><t> </t></txBody></sp>"
        package.writestr("xl/drawings/drawing1.xml", f"<d>{boxes}</d>")
    remark = "<office:annotation><text:p>Why?</text:p></office:annotation>"
    said = f"{remark}<text:p>{SAID.strip()}</text:p>"
    cell = f"<table:table-cell office:value-type='string'>{said}</table:table-cell>"
    rows = f"<table:table-row>{cell}</table:table-row>"
    document = (
        f"<office:document-content {OPEN}><office:body><office:spreadsheet><table:table table:name='A'>{rows * 3}"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    of_open_document = {
        "mimetype": kind,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{manifest}">{entry}</manifest:manifest>',
        "content.xml": f"{document}</table:table></office:spreadsheet></office:body></office:document-content>",
    }
    (tmp_path / "a.ods").write_bytes(packed(of_open_document))
    for name, expected in (
        ("a.xlsx", {"passed.comments": 2, "passed.text_boxes": 1}),
        ("a.ods", {"passed.comments": 3}),
    ):
        file = file_on_disk(tmp_path / name)
        text = "".join(read_pieces(file, kind_of(file), Reading()))
        assert SAID.strip() in text.split("\n") and "Why" not in text
        passed = {each.reason.code: each.count for each in file.notes.report().passed_over}
        assert {code: count for code, count in passed.items() if code != "passed.other_columns"} == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [("a.pages", "file.older_office"), ("a.numbers", "file.older_sheet"), ("a.xlsb", "file.older_sheet")],
)
def test_a_document_of_another_program_is_no_archive_of_what_it_says_of_itself(
    name: str, code: str, tmp_path: Path
) -> None:
    parts = {"Index/Document.iwa": "\0", "Metadata/a.plist": "<plist><string>Template: Blank</string></plist>"}
    parts |= {"xl/workbook.bin": "\0"} if name == "a.xlsb" else {}
    (tmp_path / name).write_bytes(packed(parts))
    with pytest.raises(KnownError) as caught:
        kind_of(file_on_disk(tmp_path / name))
    assert caught.value.code == code
