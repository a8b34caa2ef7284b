"""Labelled texts on the command line: brought in, listed, renamed, and what is odd about them said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.corpora.test_labelled_import import sentences, table
from workbench.cli.main import main


@pytest.fixture
def project(tmp_path: Path) -> str:
    assert main(["new", str(tmp_path / "project")]) == 0
    return str(tmp_path / "project")


def letters(path: Path) -> str:
    rows = [
        (text, "praise" if n % 8 else "complaint", "x; y" if n % 2 else "y") for n, text in enumerate(sentences(80))
    ]
    rows[9] = (rows[8][0], *rows[9][1:])
    rows[17] = (rows[17][0], "", "")
    return str(table(path, rows, ("text", "label", "topics")))


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_an_import_says_what_its_texts_are_labelled_with_and_what_is_odd(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = document(capsys, "import", project, letters(tmp_path / "letters.csv"))
    labels = found["labels"]
    assert labels["kind"] == "classes" and not labels["several"]
    assert {name: sum(counts.values()) for name, counts in labels["labels"].items()} == {"praise": 69, "complaint": 10}
    assert (labels["unlabelled"], labels["contradicting"]) == (1, 1)
    said = "\n".join(found["remarks"])
    assert "79 texts are labelled, with 2 classes." in said
    assert "“praise” is 6 times as frequent as “complaint”: whoever always says “praise” is right in 87 %" in said
    assert "1 text has no label" in said and "The first: “Number 8:" in said
    assert document(capsys, "corpora", project)[0]["labels"] == labels


def test_the_options_say_where_labels_are_and_whether_there_are_several(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = letters(tmp_path / "letters.csv")
    assert document(capsys, "import", project, path, "--label", "none", "--name", "alone")["labels"] is None
    found = document(capsys, "import", project, path, "--label", "topics", "--several", ";", "--name", "topics")
    assert found["labels"]["several"] and set(found["labels"]["labels"]) == {"x", "y"}
    capsys.readouterr()
    assert main(["import", project, path, "--labels-in", "tags"]) != 0
    assert "no words in columns" in capsys.readouterr().err
    assert main(["import", project, "--text", "A text alone.", "--labels-in", "column"]) != 0
    assert "None of the texts has a label" in capsys.readouterr().err


def test_labels_that_are_several_with_a_mark_between_are_said_to_be_and_what_is_typed_for_them(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [(text, ("warm", "dry", "wet", "warm | dry", "wet|warm")[n % 5]) for n, text in enumerate(sentences(60))]
    path = str(table(tmp_path / "days.csv", rows))
    assert main(["import", project, path]) == 0
    assert "2 labels are others with “|” between them" in (said := capsys.readouterr().err)
    assert "--several '|'" in said
    assert main(["import", project, path, "--name", "days2", "--several", "|"]) == 0
    assert "with 3 classes" in (said := capsys.readouterr().err) and "between them" not in said


def test_a_text_whose_labels_are_not_wanted_is_not_said_to_have_them(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", project, letters(tmp_path / "letters.csv")]) == 0
    capsys.readouterr()
    assert main(["import", project, "--to", "letters", "--label", "none"]) == 0
    assert "labels in" not in capsys.readouterr().err


def test_labels_are_listed_renamed_merged_and_left_out(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", project, letters(tmp_path / "letters.csv"), "--name", "letters"]) == 0
    capsys.readouterr()
    assert main(["labels", project, "letters"]) == 0
    printed = capsys.readouterr()
    assert "complaint  8 to train with, 1 to validate with, 1 to test with" in printed.out
    found = document(capsys, "labels", project, "letters", "--rename", "complaint=moan")
    assert found["renamed"] == {"complaint": "moan"} and list(found["labels"]) == ["praise", "moan"]
    capsys.readouterr()
    assert main(["labels", project, "letters", "--rename", "moan="]) != 0
    assert "Only “praise” would be left" in capsys.readouterr().err
    assert main(["labels", project, "letters", "--rename", "other=moan"]) != 0
    assert "“letters” has no label “other”. It has: praise, moan." in capsys.readouterr().err
    # What was renamed is said, and can be taken back, also what was left out.
    rows = [(text, ("a", "a=b", "c", "d")[n % 4]) for n, text in enumerate(sentences(40))]
    assert main(["import", project, str(table(tmp_path / "odd.csv", rows))]) == 0
    assert main(["labels", project, "odd", "--rename", "a=b=x=y", "--rename", "c="]) == 0
    capsys.readouterr()
    assert main(["labels", project, "odd"]) == 0
    printed = capsys.readouterr()
    assert "x=y  8 to train with" in printed.out and "c  8" not in printed.out
    assert "Called otherwise here than in the files: a=b → x=y." in printed.err
    assert "Labels that are left out: c." in printed.err
    found = document(capsys, "labels", project, "odd", "--take-back")
    assert set(found["labels"]) == {"a", "a=b", "c", "d"} and not found["renamed"]
    assert main(["corpora", project]) == 0
    assert "40 texts are labelled, with 4 classes." in capsys.readouterr().out
