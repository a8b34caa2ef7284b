"""Pages that are turned, and columns that are read from top to bottom and right to left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora.reading.pdf_pages import VERTICAL, lines_at, pdf
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_document, read_pieces
from workbench.values.importing import Reading

LINES = [
    "This is the first line of a page that is turned, it says",
    "that letters stand together until the very end",
    "and the last line has a full stop as well.",
]
MATRICES = {
    0: "1 0 0 1 72 {down}",
    90: "0 1 -1 0 {right} 72",
    180: "-1 0 0 -1 500 {right}",
    270: "0 -1 1 0 {left} 700",
}


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", MATRICES)
def test_a_turned_page_is_read_in_its_order(tmp_path: Path, turned: int, rotate: int) -> None:
    matrices = [
        MATRICES[turned].format(down=700 - 14 * number, right=100 + 14 * number, left=500 - 14 * number)
        for number in range(len(LINES))
    ]
    content = lines_at([(matrix, f"({line})") for matrix, line in zip(matrices, LINES, strict=True)])
    (tmp_path / "a.pdf").write_bytes(pdf([content], rotate))
    assert read_document(tmp_path / "a.pdf")[0].split() == " ".join(LINES).split()


COLUMNS = [
    "吾輩は猫である。名前はまだ無い。",
    "どこで生れたかとんと見当がつかぬ。",
    "何でも薄暗いじめじめした所で泣いていた。",
]


@pytest.mark.parametrize("tiers", [1, 2])
def test_vertical_columns_are_read_from_the_right_and_the_upper_ones_first(tmp_path: Path, tiers: int) -> None:
    lines = [
        (f"1 0 0 1 {500 - 20 * number} {700 - 300 * tier}", f"<{line.encode('utf-16-be').hex()}>")
        for tier in range(tiers)
        for number, line in enumerate(COLUMNS)
    ]
    (tmp_path / "a.pdf").write_bytes(pdf([lines_at(lines)], font=VERTICAL))
    assert read_document(tmp_path / "a.pdf")[0].split() == COLUMNS * tiers


@pytest.mark.parametrize("kind", ["Widget", "FreeText", "Stamp"])
@pytest.mark.parametrize("rotate", [0, 90])
def test_what_was_filled_in_or_written_onto_a_page_is_read_with_it(tmp_path: Path, kind: str, rotate: int) -> None:
    content = lines_at([("1 0 0 1 72 700", "(Name and place of birth)")])
    (tmp_path / "a.pdf").write_bytes(pdf([content, content], rotate, annotations=[(kind, "Ada of London")]))
    assert (
        read_document(tmp_path / "a.pdf")[0].split()
        == ["Name", "and", "place", "of", "birth", "Ada", "of", "London"] * 2
    )


def test_remarks_on_a_text_are_no_part_of_it_and_are_counted(tmp_path: Path) -> None:
    content = lines_at([("1 0 0 1 72 700", "(The text itself)")])
    annotations = [("Highlight", "is this so?"), ("Text", "yes"), ("Link", ""), ("FreeText", "added")]
    (tmp_path / "a.pdf").write_bytes(pdf([content], annotations=annotations))
    file = file_on_disk(tmp_path / "a.pdf")
    text = "".join(read_pieces(file, kind_of(file), Reading()))
    assert text.split() == ["The", "text", "itself", "added"]
    assert [(passed.reason.code, passed.count) for passed in file.notes.report().passed_over] == [
        ("passed.comments", 2)
    ]


UPRIGHT = "(Upright words of a page come first) Tj 0 -20 Td (and there are more of them) Tj "


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        (r"[(O) -150 (c) -150 (e) -150 (a) -150 (n) -450 (P) -150 (l) -150 (a) -150 (z) -150 (a)] TJ", "Ocean Plaza"),
        ("2.2 Tc (Plaz) Tj 32.2 0 Td (a) Tj", "Plaza"),
        ("2.2 Tc (Plaz) Tj 38 0 Td (a) Tj", "Plaz a"),
        (r"[(de\256) 278 ( nir)] TJ", "definir"),
        (r"[(of \256ve) 150 ( of it)] TJ", "of five of it"),
        ("[(x) -300 (y) -900 (z) -250 (uv) -2000 (w)] TJ", "x y z uv w"),
    ],
)
def test_spaces_are_those_that_are_seen(tmp_path: Path, shown: str, read: str) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([f"BT /F1 12 Tf 1 0 0 1 72 700 Tm {shown} ET".encode()]))
    assert read_document(tmp_path / "a.pdf")[0].strip() == read


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0"])
def test_turned_words_beside_each_other_are_not_one(tmp_path: Path, turn: str) -> None:
    turned = f"{turn} 100 500 Tm (never) Tj {turn} 112 500 Tm (be) Tj {turn} 124 500 Tm (perfect) Tj"
    (tmp_path / "a.pdf").write_bytes(pdf([f"BT /F1 12 Tf 1 0 0 1 72 700 Tm {UPRIGHT} {turned} ET".encode()]))
    assert read_document(tmp_path / "a.pdf")[0].split()[-3:] == ["never", "be", "perfect"]


def test_the_letters_of_a_turned_word_stay_together(tmp_path: Path) -> None:
    """Pdfium ends a line at each of them."""
    places = [500 + 7 * number + 9 * (number > 2) for number in range(6)]
    turned = "".join(f"0 1 -1 0 100 {place} Tm (n) Tj " for place in places)
    (tmp_path / "a.pdf").write_bytes(pdf([f"BT /F1 12 Tf 1 0 0 1 72 700 Tm {UPRIGHT} {turned} ET".encode()]))
    assert read_document(tmp_path / "a.pdf")[0].split()[-2:] == ["nnn", "nnn"]


def test_pages_that_are_pictures_are_named_and_empty_ones_are_not(tmp_path: Path) -> None:
    text = lines_at([("1 0 0 1 72 700", "(It was dark.)")])
    scanned = b"q 400 0 0 600 72 72 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    drawn = b"72 72 m 300 300 l S"
    (tmp_path / "a.pdf").write_bytes(pdf([text, scanned, b"", text, drawn]))
    file = file_on_disk(tmp_path / "a.pdf")
    assert "".join(read_pieces(file, kind_of(file), Reading())).split("\f")[3].strip() == "It was dark."
    report = file.notes.report()
    (passed,) = report.gaps
    assert (report.read, passed.reason.code, passed.count) == (5, "passed.page_without_text", 2)
    assert [place.fields["number"] for place in passed.places if not isinstance(place, str)] == [2, 5]
