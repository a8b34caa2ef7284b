"""Figures above and below the line stay there: “m²” is not “m2”. Letters, as in “1st”, have no such signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora.reading.test_formats import docx, packed, written
from workbench.corpora.reading.readers import read_document

EXPECTED = "H₂O on 10⁻³ m², the 1st\n\nx₁ = 2⁵"


def test_of_a_page_and_of_a_book(tmp_path: Path) -> None:
    page = (
        "<p>H<sub>2</sub>O on 10<sup>-3</sup> <i>m</i><SUP class='a'>2</SUP>, the 1<sup>st</sup></p>"
        "<p>x<sub>1</sub> = 2<sup>5</sup></p>"
    )
    assert read_document(written(tmp_path / "a.html", f"<body>{page}</body>"))[0] == EXPECTED
    book = {
        "META-INF/container.xml": '<c><rootfile full-path="a.opf"/></c>',
        "a.opf": '<p><item id="1" href="1.html" media-type="application/xhtml+xml"/><itemref idref="1"/></p>',
        "1.html": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{page}</body></html>',
    }
    assert read_document(packed(tmp_path / "a.epub", book))[0] == EXPECTED


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<FictionBook><body><p>H<sub>2</sub>O, 2<sup>10</sup></p></body></FictionBook>", "H₂O, 2¹⁰"),
        ("<article><body><p>H<sub>2</sub>O, x<sub>1</sub><sup>2</sup></p></body></article>", "H₂O, x₁²"),
        ("<book><para>H<subscript>2</subscript>O, a<superscript>bc</superscript></para></book>", "H₂O, abc"),
        ("<TEI><text><p>m<hi rend='superscript'>2</hi>, <hi rend='bold'>2</hi></p></text></TEI>", "m², 2"),
        ("<rows><row><name>All</name> <sub>12</sub></row></rows>", "All\n\n12"),  # which hangs on nothing
    ],
)
def test_of_other_markup(tmp_path: Path, document: str, expected: str) -> None:
    assert read_document(written(tmp_path / "a.xml", f'<?xml version="1.0"?>{document}'))[0] == expected


def test_of_a_formula_the_presentation_is_read_and_not_what_a_program_reads(tmp_path: Path) -> None:
    formula = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>m</mi>\n<msup>\n<mi>c</mi>\n<mn>2</mn>\n'
        '</msup></mrow><annotation encoding="application/x-tex">m c^{2}</annotation></semantics></math>'
    )
    document = f'<?xml version="1.0"?><book><para>E = {formula}</para></book>'
    assert read_document(written(tmp_path / "a.xml", document))[0] == "E = m c²"
    assert read_document(written(tmp_path / "a.html", f"<p>E = {formula}</p>"))[0] == "E = m c²"


def test_of_word(tmp_path: Path) -> None:
    def run(text: str, place: str = "") -> str:
        align = f'<w:rPr><w:vertAlign w:val="{place}"/></w:rPr>' if place else ""
        return f"<w:r>{align}<w:t>{text}</w:t></w:r>"

    body = (
        run("H") + run("2", "subscript") + run("O, m") + run("2", "superscript") + run(", 1") + run("st", "superscript")
    )
    power = "<w:sSup><w:e><w:r><w:t>c</w:t></w:r></w:e><w:sup><w:ctrlPr/><w:r><w:t>2</w:t></w:r></w:sup></w:sSup>"
    document = docx(tmp_path / "a.docx", f"<w:p>{body}</w:p><w:p>{power}</w:p>")
    assert read_document(document)[0] == "H₂O, m², 1st\n\nc²"


def test_of_open_document(tmp_path: Path) -> None:
    def style(name: str, position: str) -> str:
        return f'<s:style s:name="{name}"><s:text-properties s:text-position="{position}"/></s:style>'

    styles = style("up", "super 58%") + style("low", "-33% 58%") + style("on", "0% 100%")
    body = '<t:p>m<t:span t:style-name="up">2</t:span>, H<t:span t:style-name="low">2</t:span>O'
    content = (
        '<o:document xmlns:o="urn:o" xmlns:t="urn:t" xmlns:s="urn:s">'
        f'{styles}{body}, <t:span t:style-name="on">5</t:span></t:p></o:document>'
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    assert read_document(packed(tmp_path / "a.odt", parts))[0] == "m², H₂O, 5"


def test_of_rich_text(tmp_path: Path) -> None:
    text = r"{\rtf1\ansi H{\sub 2}O, m\super 2\nosupersub , 1{\super st}, x\sub 1\plain 5}"
    assert read_document(written(tmp_path / "a.rtf", text))[0] == "H₂O, m², 1st, x₁5"
