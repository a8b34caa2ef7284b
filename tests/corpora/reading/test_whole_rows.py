"""Tables of which no column is clearly the text: each row is read whole, and it is asked whether that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made_documents import spreadsheet
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_document, read_pieces
from workbench.corpora.remarks import guess_sentence
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.values.import_report import FileReport, Guess, Guessed, Sureness
from workbench.values.importing import WHOLE_ROWS, LabelsIn, Reading
from workbench.values.labels import LabelKind

ADDRESSES = ["Name,Town,Street", "Anna Lee,Paris,12 rue Haute", "Ben Osei,Accra,4 Ring Road", "Chi Wu,Xi'an,西大街 9"]
BUDGET = ["Item,Jan,Feb,Mar", "Rent,1200,1200,1250", "Food,410,380,402", "Books,33,,12"]
LANGUAGES = ["The cat sleeps on the roof,Le chat dort sur le toit", "It rained all day long,Il a plu toute la journée"]
NUMBERS_WITH_A_HEAD = ["Zeit,a,b,c,d", "1,2,3,4,5", "6,7,8,9,10", "11,12,13,14,15", "16,17,18,19,20"]


def written(folder: Path, lines: list[str], name: str = "a.csv") -> Path:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / name


def report(path: Path, reading: Reading | None = None) -> FileReport:
    file = file_on_disk(path)
    for _ in read_pieces(file, kind_of(file), reading or Reading()):
        pass
    return file.notes.report()


@pytest.mark.parametrize("lines", [ADDRESSES, BUDGET, LANGUAGES])
def test_where_no_column_is_clearly_the_text_rows_are_whole_and_nothing_is_left_out(
    lines: list[str], tmp_path: Path
) -> None:
    path = written(tmp_path, lines)
    text, facts = read_document(path)
    assert text.strip().split("\n\n") == [line.replace(",", "\t") for line in lines]
    assert facts.column == WHOLE_ROWS and not facts.label
    found = report(path)
    assert not found.passed_over
    assert [(each.what, each.sure) for each in found.guesses] == [(Guessed.WHOLE_ROWS, Sureness.UNSURE)]


def test_it_is_asked_whether_whole_rows_are_right() -> None:
    said = render(guess_sentence(["a.csv"], Guess(Guessed.WHOLE_ROWS, WHOLE_ROWS, Sureness.UNSURE)))
    assert "“a.csv”" in said and "whole" in said and "choose" in said


@pytest.mark.parametrize(
    ("lines", "column"),
    [
        (["id,text", "1,one", "2,two", "3,three"], "text"),
        (["Title,Story", *(f"Tale {n},Once upon a time there was the king number {n}" for n in range(4))], "Story"),
        (["word,sentiment", *["good,pos", "bad,neg", "nice,pos"] * 3], "word"),
        (["1,Anna Lee", "2,Ben Osei", "3,Chi Wu"], "2"),
        (["no,章", "1,却说宝玉走了", "2,次日一早起来", "3,且听下回分解"], "章"),
    ],
)
def test_a_column_that_is_clearly_the_text_is_it(lines: list[str], column: str, tmp_path: Path) -> None:
    assert read_document(written(tmp_path, lines))[1].column == column


def test_a_line_end_in_a_cell_and_cells_that_are_empty_do_not_part_rows(tmp_path: Path) -> None:
    path = written(tmp_path, ["a,b,c", '"Anna\nLee",,Paris', ",Accra,", ",,", "Chi Wu,Xi'an,China"])
    assert read_document(path)[0].split("\n\n")[:4] == ["a\tb\tc", "Anna Lee\t\tParis", "Accra", "Chi Wu\tXi'an\tChina"]


def test_whole_rows_can_be_asked_for_and_a_column_instead_of_them(tmp_path: Path) -> None:
    path = written(tmp_path, ["title,text", "A,One and two and three", "B,Four and five and six"])
    asked = Reading(column=WHOLE_ROWS)
    assert read_document(path, asked)[0].startswith("title\ttext\n\nA\tOne and two and three\n\n")
    assert not report(path, asked).guesses and not report(path, asked).passed_over
    assert read_document(written(tmp_path, ADDRESSES), Reading(column="Town"))[0].split() == ["Paris", "Accra", "Xi'an"]


def test_with_labels_a_whole_row_is_what_the_label_is_not(tmp_path: Path) -> None:
    path = written(tmp_path, ["a,b,kind", "Anna,Lee,x", "Ben,Osei,y"])
    file = file_on_disk(path)
    pieces = read_pieces(file, ".csv", Reading(column=WHOLE_ROWS, label="kind", labels=LabelsIn.COLUMN))
    found = []
    while True:
        try:
            found.append(next(pieces))
        except StopIteration as end:
            assert end.value.kind is LabelKind.CLASSES
            break
    assert len(found) == 2 and "Anna\\tLee" in found[0] and '"x"' in found[0]


def test_a_table_of_numbers_alone_is_no_text_whatever_its_columns_are_called(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as error:
        read_document(written(tmp_path, NUMBERS_WITH_A_HEAD))
    assert error.value.code == "file.no_text_column"


def test_each_sheet_is_read_by_itself_and_no_letter_is_followed_by_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(spreadsheet(["It was dark and it rained", "Nobody came along that night"]))
    assert read_document(tmp_path / "a.xlsx")[0].split("\n\n")[:2] == [
        "It was dark and it rained", "Nobody came along that night",
    ]  # fmt: skip


def test_what_is_the_same_in_every_row_is_no_rival_of_the_text(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        [f"{n}\tdeu\t{text}" for n, text in enumerate(("Was ist das?", "Komm doch her", "Er schläft"))],
        "a.tsv",
    )
    assert read_document(path)[1].column == "3"


def test_a_first_row_of_which_a_cell_comes_again_below_is_no_head(tmp_path: Path) -> None:
    path = written(tmp_path, ["good,Short", "bad,It was a long film and nobody came to see it", "good,Another one"])
    assert read_document(path, Reading(column="2"))[0].startswith("Short\n\n")


@pytest.mark.parametrize("towns", [["Paris", "Accra"], ["Paris", "Accra", "Rome", "Oslo", "Lima"]])
def test_towns_beside_names_and_numbers_are_no_labels_of_them(towns: list[str], tmp_path: Path) -> None:
    lines = [f"Person {chr(65 + n)}{chr(97 + n)},{towns[n % len(towns)]},+33 {n}" for n in range(20)]
    path = written(tmp_path, ["Name,Town,Phone", *lines])
    assert read_document(path)[1].column == WHOLE_ROWS and not report(path).passed_over


def test_columns_are_known_by_their_names_in_chinese(tmp_path: Path) -> None:
    lines = [f"{n},好{'很' * (n % 5)},{('正面', '负面')[n % 2]}" for n in range(12)]
    _, facts = read_document(written(tmp_path, ["编号,评论,情感", *lines]))
    assert (facts.column, facts.label) == ("评论", "情感")
