"""Trees of markup are read whole: every kind of document gives all its text, in its order and its paragraphs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from workbench.corpora.reading.readers import file_on_disk, kind_of, read_pieces
from workbench.messages.message import Message
from workbench.messages.rendering import render
from workbench.values.importing import Reading

PROSE = "The ship sailed over the wide sea for many days, and nobody knew where it would come to land. "
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(path: Path, content: str | bytes | dict[str, str]) -> tuple[list[str], list[Message]]:
    """(the paragraphs, what was left out)."""
    if isinstance(content, dict):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in content.items():
                package.writestr(name, part)
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    file = file_on_disk(path)
    text = "".join(read_pieces(file, kind_of(file), Reading()))
    return text.split("\n\n"), [passed.reason for passed in file.notes.report().passed_over]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<doc><p>It was <hi>dark</hi> and the rain fell.</p></doc>", ["It was dark and the rain fell."]),
        ("<d><s>One <b>two</b> three.</s><s>Four.</s></d>", ["One two three.", "Four."]),
        ("<d><p>hello &x; words</p></d>", ["hello &x; words"]),
        ("<d><p>caf&eacute; au lait</p></d>", ["café au lait"]),
        ("<d><p>before <!-- a note --> after <?pi x?> it</p></d>", ["before after it"]),
        ("<d><sec>Intro words.<para>A paragraph.</para> Outro.</sec></d>", ["Intro words.", "A paragraph.", "Outro."]),
        (f"{'<x>' * 400}deep{'</x>' * 400}", ["deep"]),
        ('<d><p>text</p><pic encoding="base64">iVBORw0KGgo</pic></d>', ["text"]),
        ('<d><s xml:space="preserve">One\n two.</s><s>Not\n this.</s></d>', ["One\n two.", "Not this."]),
    ],
)
def test_any_xml_is_read_to_its_end(document: str, expected: list[str], tmp_path: Path) -> None:
    assert read(tmp_path / "a.xml", document)[0] == expected


def test_a_text_of_more_than_ten_megabytes_in_one_element_is_whole(tmp_path: Path) -> None:
    words = "word " * 2_200_000
    for name in ("a.xml", "a.html"):
        assert len(read(tmp_path / name, f"<p>{words}end</p>")[0][0]) == len(words) + 3


def test_what_follows_damage_is_said_to_be_doubtful(tmp_path: Path) -> None:
    paragraphs, left_out = read(tmp_path / "a.xml", "<d><p>One < two.</p><p>Three.</p></d>")
    assert "Three." in paragraphs[-1] and [reason.code for reason in left_out] == ["passed.damaged_markup"]


@pytest.mark.parametrize(
    ("end", "word"),
    [('<lb break="no"/>', "waterfall"), ("<lb/>", "water fall"), ('<pb break="no" n="2"/>', "waterfall")],
)
def test_a_line_that_ends_in_the_middle_of_a_word_parts_none_where_the_edition_says_so(
    end: str, word: str, tmp_path: Path
) -> None:
    space = 'xmlns="http://www.tei-c.org/ns/1.0"'
    document = f"<TEI {space}><text><body><p>A water{end}fall.</p></body></text></TEI>"
    assert read(tmp_path / "a.xml", document)[0] == [f"A {word}."]


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>about the file</p></teiHeader><text><body>
<head>A Title</head><lg><l>First line of <hi>verse</hi>,</l><l>second line.</l></lg>
<p>Prose<note>a remark</note> with <choice><sic>teh</sic><corr>the</corr></choice> end<lb/>of it.</p>
<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table></body></text></TEI>"""
JATS = """<article><front><journal-meta><p>no</p></journal-meta><article-meta><title-group><article-title>On
<italic>Things</italic></article-title></title-group><abstract><p>Short.</p></abstract></article-meta></front>
<body><sec><title>Start</title><p>We saw <xref>[1]</xref> it<fn><p>once</p></fn> happen.</p></sec></body></article>"""
DOCBOOK = """<article xmlns="http://docbook.org/ns/docbook"><title>Guide</title><para>Press <guibutton>OK</guibutton>
now.<indexterm><primary>OK</primary></indexterm></para><programlisting>a = 1
  b = 2</programlisting></article>"""
FB2 = """<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><stylesheet>p {color: red}</stylesheet>
<description><title-info>no</title-info></description><body><section><title><p>One</p></title><p>She <emphasis>did
</emphasis>go.</p><poem><stanza><v>line one</v><v>line two</v></stanza></poem></section></body>
<binary id="a">iVBORw0KGgo</binary></FictionBook>"""
WIKI = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/"><siteinfo><sitename>W</sitename></siteinfo><page>
<title>Sea</title><ns>0</ns><id>1</id><revision><id>2</id><text xml:space="preserve">It is wet.

== More ==
* and deep</text><sha1>ab</sha1></revision></page></mediawiki>"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg"><style>.a{}</style><title>A map</title><g><text x="1">The
<tspan>old</tspan> town</text></g></svg>"""
TMX = """<tmx version="1.4"><header><prop>x</prop></header><body><tu><tuv xml:lang="en"><seg>Press <bpt i="1">&lt;b&gt;
</bpt>OK<ept i="1">&lt;/b&gt;</ept> now.</seg></tuv><tuv xml:lang="de"><seg>Jetzt OK.</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (TEI, ["A Title", "First line of verse,\nsecond line.", "Prose with the end of it.", "a remark", "a\tb\nc\td"]),
        (JATS, ["On Things", "Short.", "Start", "We saw [1] it happen.", "once"]),
        (DOCBOOK, ["Guide", "Press OK now.", "a = 1\n  b = 2"]),
        (FB2, ["One", "She did go.", "line one\nline two"]),
        (TMX, ["Press OK now.", "Jetzt OK."]),
        (WIKI, ["Sea", "It is wet.", "== More ==\n* and deep"]),
        (SVG, ["A map", "The old town"]),
    ],
)
def test_a_kind_of_xml_is_known_by_its_root_and_not_by_its_name(
    document: str, expected: list[str], tmp_path: Path
) -> None:
    paragraphs, left_out = read(tmp_path / "a.xml", document)
    assert paragraphs == expected
    assert {reason.code for reason in left_out} == {"passed.elements"}


def test_a_page_keeps_its_headings(tmp_path: Path) -> None:
    page = "<html><body><nav>menu</nav><article><h1>The Voyage</h1>" + f"<p>{PROSE}</p>" * 9
    paragraphs, left_out = read(tmp_path / "a.html", f"{page}<h2>Second Part</h2>{f'<p>{PROSE}</p>' * 9}</article>")
    assert "The Voyage" in paragraphs and "Second Part" in paragraphs and "menu" not in paragraphs
    assert not left_out or [reason.code for reason in left_out] == ["passed.around_article"]


@pytest.mark.parametrize("around", ["nav", "aside", "footer", "noscript", "button", "textarea", "object"])
@pytest.mark.parametrize("copies", [1, 40])
def test_what_is_around_a_text_is_counted(around: str, copies: int, tmp_path: Path) -> None:
    page = f"<body>{f'<p>{PROSE}</p>' * copies}<{around}>Nine more words stand here and nobody reads them.</{around}>"
    paragraphs, left_out = read(tmp_path / "a.html", f"{page}</body>")
    assert paragraphs == [PROSE.strip()] * copies
    assert [reason.code for reason in left_out] == ["passed.around_article"]


@pytest.mark.parametrize("around", ["form", "nav", "noscript", "aside", "footer", "x-page", "menu"])
def test_a_page_in_one_element_is_read(around: str, tmp_path: Path) -> None:
    assert read(tmp_path / "a.html", f"<body><{around}><p>Only this.</p></{around}></body>")[0] == ["Only this."]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>in <st1:City>Rome</st1:City> <big>and</big> <nobr>the sea</nobr></p>", ["in Rome and the sea"]),
        ("<p>Roses are red,<br>violets are blue,<br/>sugar.</p>", ["Roses are red,\nviolets are blue,\nsugar."]),
        ("<p>One.<br><br>Two.</p>", ["One.", "Two."]),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>", ["漢字"]),
        ("<table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr></table>", ["a", "b"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", ["a\tb\nc\td"]),
        (f"{'<div>' * 600}deep{'</div>' * 600}<p>after</p>", ["deep", "after"]),
        ("<p>x</p><script>no()</script><style>p {}</style>", ["x"]),
        ("<p>One.</p></body></html>\n<html><body><p>Two.</p>", ["One.", "Two."]),
    ],
)
def test_blocks_and_inline_elements_of_a_page(page: str, expected: list[str], tmp_path: Path) -> None:
    assert read(tmp_path / "a.html", f"<html><body>{page}</body></html>")[0] == expected


def test_how_characters_are_spoken_is_counted_as_left_out(tmp_path: Path) -> None:
    left_out = read(tmp_path / "a.html", "<p><ruby>漢<rt>かん</rt></ruby><ruby>字<rt>じ</rt></ruby></p>")[1]
    assert [reason.code for reason in left_out] == ["passed.ruby"]


def test_an_element_that_is_closed_at_once_swallows_nothing(tmp_path: Path) -> None:
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="x"/><p>All of it.</p></body>'
    assert read(tmp_path / "a.xhtml", page + "</html>")[0] == ["All of it."]


def word(body: str, main: str = "word/document.xml", **more: str) -> dict[str, str]:
    """A Word document; `more` are further parts, by their kind."""
    targets = {kind: (f"{kind}.{'html' if kind == 'aFChunk' else 'xml'}", content) for kind, content in more.items()}
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{name}"/>' for kind, (name, _) in targets.items()
    )
    folder, _, name = main.rpartition("/")
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="{main}"/>'
        "</Relationships>",
        main: f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{name}.rels": f"<Relationships>{relations}</Relationships>",
        **{f"{folder}/{name}": content for name, content in targets.values()},
    }


def line(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_the_main_part_of_a_word_document_may_be_called_otherwise(tmp_path: Path) -> None:
    assert read(tmp_path / "a.docx", word(line("Here."), "word/document2.xml"))[0] == ["Here."]


def test_a_large_first_letter_belongs_to_its_word(tmp_path: Path) -> None:
    initial = line("O", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert read(tmp_path / "a.docx", word(initial + line("nce upon a time.")))[0] == ["Once upon a time."]


def test_a_page_that_is_inserted_into_a_word_document_is_read(tmp_path: Path) -> None:
    content = word(line("Before.") + '<w:altChunk r:id="aFChunk"/>' + line("After."), aFChunk="<p>Inserted.</p>")
    assert read(tmp_path / "a.docx", content)[0] == ["Before.", "Inserted.", "After."]


def test_the_numbers_of_clauses_are_read(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>'
        "</w:numbering>"
    )
    styles = (
        f'<w:styles {W}><w:style w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Sub"><w:basedOn w:val="Clause"/></w:style></w:styles>'
    )

    def at(depth: int, number: int = 5) -> str:
        return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'

    body = "".join((
        line("Terms", '<w:pStyle w:val="Clause"/>'), line("first", at(1)), line("second", at(1)), line("deep", at(2)),
        line("Parties", '<w:pStyle w:val="Sub"/>'), line("again", at(1)), line("dot", at(0, 6)), line("plain"),
    ))  # fmt: skip
    paragraphs, _ = read(tmp_path / "a.docx", word(body, numbering=numbering, styles=styles))
    assert paragraphs == [
        "1. Terms", "(a) first", "(b) second", "1.i deep", "2. Parties", "(a) again", "dot", "plain"
    ]  # fmt: skip


def test_nested_tables_of_word_are_read_once(tmp_path: Path) -> None:
    def cell(content: str) -> str:
        return f"<w:tc>{content}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(line('inner'))}{cell(line('too'))}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell(line('outer'))}{cell(inner + line('beside'))}</w:tr></w:tbl>"
    assert read(tmp_path / "a.docx", word(body))[0] == ["outer\tinner too beside"]


def test_what_a_word_document_has_beside_its_text_is_said_to_be_left_out(tmp_path: Path) -> None:
    deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:del/></w:p>"
    parts = {"header": f"<w:hdr {W}>{line('Header')}</w:hdr>", "comments": f"<w:comments {W}/>", "chart": "<c/>"}
    paragraphs, left_out = read(tmp_path / "a.docx", word(line("Text.") + deleted, **parts))
    assert paragraphs == ["Text."] and {render(reason) for reason in left_out} == {
        "headers and footers",
        "comments",
        "passages that are marked as deleted",
        "inserted documents that cannot be read in a document",
    }


def test_comments_of_open_document_are_no_text_and_nested_tables_are_read_once(tmp_path: Path) -> None:
    table = (
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell>{}"
        "</table:table-cell></table:table-row></table:table>"
    )
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
        "<text:p>One <office:annotation><dc:creator>Me</dc:creator><text:p>a comment</text:p></office:annotation>two"
        "<text:line-break/>three.</text:p>"
        + table.format(table.format("<text:p>b</text:p>"))
        + "</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    paragraphs, left_out = read(tmp_path / "a.odt", parts)
    assert paragraphs == ["One two\nthree.", "a\ta b"] and [each.code for each in left_out] == ["passed.comments"]
    assert read(tmp_path / "a.xml", content)[0] == paragraphs


def test_what_an_open_document_has_beside_its_text_is_said_to_be_left_out(tmp_path: Path) -> None:
    spaces = " ".join(f'xmlns:{name}="{name}"' for name in ("text", "draw", "xlink", "style"))
    office = f'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" {spaces}'
    content = (
        f"<office:document-content {office}><office:body><office:text><text:tracked-changes><text:deletion><text:p>gone"
        "</text:p></text:deletion></text:tracked-changes><text:p>Text<text:ruby><text:ruby-base>.</text:ruby-base>"
        "<text:ruby-text>dot</text:ruby-text></text:ruby><draw:frame>"
        '<draw:object xlink:href="./Object 1"/></draw:frame>'
        "</text:p></office:text></office:body></office:document-content>"
    )
    header = "<style:header><text:p>Page</text:p></style:header><style:footer> </style:footer>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "Object 1/content.xml": "<chart/>",
        "styles.xml": f"<office:document-styles {office}>{header}</office:document-styles>",
    }
    paragraphs, left_out = read(tmp_path / "a.odt", parts)
    codes = ["passed.deleted", "passed.ruby", "passed.headers", "passed.inserted"]
    assert paragraphs == ["Text."] and [reason.code for reason in left_out] == codes


def test_numbers_of_lists_and_formulas_of_open_document_are_read(tmp_path: Path) -> None:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"'
        for name, of in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("style", "style"))
    )
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
        ' style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a"'
        ' style:num-suffix=")" text:display-levels="2"/></text:list-style>'
    )

    def item(text: str, inside: str = "") -> str:
        return f"<text:list-item><text:p>{text}</text:p>{inside}</text:list-item>"

    inner = f"<text:list>{item('deep')}{item('deeper')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item("one", inner)}{item("two")}</text:list>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("three")}</text:list>'
        f'<text:list text:style-name="none">{item("plain")}</text:list><text:p>So <draw:frame>'
        '<draw:object xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="./Object 1"/></draw:frame>.</text:p>'
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{style}</office:automatic-styles><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
        "Object 1/content.xml": "<math><mi>a</mi><mo>=</mo><mn>1</mn><annotation>a = 1</annotation></math>",
    }  # fmt: skip
    assert read(tmp_path / "a.odt", parts)[0] == [
        "1. one", "1.a) deep", "1.b) deeper", "2. two", "3. three", "plain", "So a=1."
    ]  # fmt: skip


def book(*chapters: str) -> dict[str, str]:
    items = "".join(
        f'<item id="c{number}" href="{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number, _ in enumerate(chapters)
    )
    order = "".join(f'<itemref idref="c{number}"/>' for number, _ in enumerate(chapters))
    container = '<container><rootfiles><rootfile full-path="b/book.opf"/></rootfiles></container>'
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "b/book.opf": f"<package><manifest>{items}</manifest><spine>{order}</spine></package>",
        **{f"b/{number}.xhtml": chapter for number, chapter in enumerate(chapters) if chapter},
    }


def test_notes_at_the_side_and_foot_of_a_book_are_its_text(tmp_path: Path) -> None:
    chapter = "<html><body><p>Text.</p><aside><p>A note.</p></aside><footer><p>The end.</p></footer></body></html>"
    assert read(tmp_path / "a.epub", book(chapter))[0] == ["Text.", "A note.", "The end."]


def test_a_missing_chapter_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    paragraphs, left_out = read(tmp_path / "a.epub", book("<p>One.</p>", "", "<p>Three.</p>"))
    assert paragraphs == ["One.", "Three."] and [each.code for each in left_out] == ["passed.missing_chapter"]


def test_pages_that_the_order_of_a_book_leaves_out_are_named_and_so_is_what_is_not_there(tmp_path: Path) -> None:
    parts = book("<p>One.</p>", "<p>Two.</p>")
    parts["b/book.opf"] = parts["b/book.opf"].replace('<itemref idref="c1"/>', '<itemref idref="lost"/>')
    paragraphs, left_out = read(tmp_path / "a.epub", parts)
    assert paragraphs == ["One."]
    assert [each.code for each in left_out] == ["passed.chapter_without_place", "passed.missing_chapter"]


def test_pages_of_older_books_are_read_and_what_is_no_page_is_named(tmp_path: Path) -> None:
    parts = book(*(f"<html><body><p>Chapter {number}.</p></body></html>" for number in range(4)))
    kinds = ("text/x-oeb1-document", "image/svg+xml", 'application/xhtml+xml" properties="nav', "application/xhtml+xml")
    for number, kind in enumerate(kinds):
        old = f'{number}.xhtml" media-type="application/xhtml+xml"'
        parts["b/book.opf"] = parts["b/book.opf"].replace(old, f'{number}.xhtml" media-type="{kind}"')
    paragraphs, left_out = read(tmp_path / "a.epub", parts)
    assert paragraphs == ["Chapter 0.", "Chapter 3."]
    assert [reason.code for reason in left_out] == ["passed.inserted", "passed.elements"]


def test_an_entry_of_a_feed_that_is_written_in_elements_keeps_its_paragraphs_and_the_rest_is_counted(
    tmp_path: Path,
) -> None:
    page = '<div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>rained</b>.</p><p>All night.</p></div>'
    entry = f"<entry><title>Rain</title><summary>It</summary><id>1</id><content>{page}</content></entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Weather</title>{entry}<link href="x"/></feed>'
    paragraphs, left_out = read(tmp_path / "a.xml", feed)
    assert paragraphs == ["Rain", "It rained.", "All night."]
    assert [reason.fields["name"] for reason in left_out] == ["id", "summary", "title"]


def test_notes_of_a_document_whose_list_of_parts_is_lost_are_read_and_what_has_no_letters_is_counted(
    tmp_path: Path,
) -> None:
    spoken, base = (f"<w:r><w:t>{text}</w:t></w:r>" for text in ("kan", "漢"))
    ruby = f"<w:r><w:ruby><w:rt>{spoken}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    parts = word(line("Text.") + f'<w:p>{ruby}<w:r><w:sym w:char="F04A"/><w:sym w:char="00E9"/></w:r></w:p>')
    parts = {name: part for name, part in parts.items() if not name.startswith("word/_rels")}
    parts |= {
        "word/footnotes.xml": f"<w:footnotes {W}><w:footnote>{line('A note.')}</w:footnote></w:footnotes>",
        "word/header1.xml": f"<w:hdr {W}>{line('A head.')}</w:hdr>",
    }
    paragraphs, left_out = read(tmp_path / "a.docx", parts)
    assert paragraphs == ["Text.", "漢é", "A note."]
    assert [reason.code for reason in left_out] == ["passed.ruby", "passed.symbols", "passed.headers"]


OUTLINE = """<opml version="2.0"><head><title>A plan</title><ownerName>Nobody</ownerName></head><body>
<outline text="Part one" created="Mon, 1 Jan"><outline text="It was night." _note="And the rain fell.&#10;For long."/>
</outline><outline text="Part two" type="link"/></body></opml>"""
DUMP = "<posts>" + "".join(
    f'<row Id="{number}" Body="&lt;p&gt;How do I boil egg {number}?&lt;/p&gt;" Title="Boiling an egg" '
    'Tags="&lt;egg&gt;" />'
    for number in range(3)
)


def test_text_in_attributes_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    paragraphs, left_out = read(tmp_path / "a.opml", OUTLINE)
    assert paragraphs == ["A plan", "Part one", "It was night.", "And the rain fell.\nFor long.", "Part two"]
    assert [(each.code, each.fields["name"]) for each in left_out] == [
        ("passed.elements", "ownerName"), ("passed.attributes", "created"), ("passed.attributes", "type"),
    ]  # fmt: skip
    paragraphs, left_out = read(tmp_path / "Posts.xml", DUMP + "</posts>")
    assert paragraphs == [each for n in range(3) for each in (f"How do I boil egg {n}?", "Boiling an egg")]
    assert [(each.code, each.fields["name"]) for each in left_out] == [("passed.attributes", "Tags")]


def test_words_in_attributes_of_a_text_are_counted(tmp_path: Path) -> None:
    document = (
        '<d><p class="of a kind">One.<br/>Two.</p><pic alt="The old house" src="a b"/><p id="p one">Three.</p></d>'
    )
    paragraphs, left_out = read(tmp_path / "a.xml", document)
    assert paragraphs == ["One.\nTwo.", "Three."]
    assert [(each.code, each.fields["name"]) for each in left_out] == [("passed.attributes", "alt")]


@pytest.mark.parametrize(
    "value", ["a" * 400_000, "ab " + " " * 400_000, "ab. " * 100_000 + "c"], ids=["letters", "spaces", "words"]
)
def test_an_attribute_of_any_length_is_looked_at_once(value: str, tmp_path: Path) -> None:
    assert read(tmp_path / "a.xml", f'<d><p x="{value}">One.</p></d>')[0] == ["One."]


def test_notes_of_evernote_are_read_as_the_pages_that_they_are(tmp_path: Path) -> None:
    page = '<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "x"><en-note><p>It <b>was</b> night.</p><p>Two.</p></en-note>'
    note = f"<note><title>A</title><content><![CDATA[{page}]]></content><created>2020</created></note>"
    notes = f'<?xml version="1.0"?><en-export>{note}</en-export>'
    assert read(tmp_path / "a.enex", notes)[0] == ["A", "It was night.", "Two."]
    feed = "<rss><channel><item><title>B</title><description>Day.</description><note>No.</note></item></channel></rss>"
    assert read(tmp_path / "a.rss", feed)[0] == ["B", "Day."]
