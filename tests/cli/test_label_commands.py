"""Labels asked for on the command line: texts classified, words tagged, runs measured."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.main import main
from workbench.project.project import Project

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, labelled_project: Path) -> str:
    """With a run of classes and one of tags, which are called as their tasks; nothing is changed in it."""
    folder = Path(shutil.copytree(labelled_project, tmp_path_factory.mktemp("labels") / "project"))
    with Project.open(folder) as opened:
        for name, task in (("classes", "labels"), ("words", "tags")):
            opened.runs.rename(opened.runs.named(name), task)
    return str(folder)


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def told(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capsys.readouterr()
    assert main([*arguments]) == status
    said = capsys.readouterr()
    return said.err if status else said.out


def test_texts_are_classified(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "classify", project, "--model", "labels", "--text", "It was warm", "--text", "It was cold")
    assert found["model"] == "labels" and [each["text"] for each in found["texts"]] == ["It was warm", "It was cold"]
    for each in found["texts"]:
        assert {chance["label"] for chance in each["labels"]} == {"good", "bad"}
        assert sum(chance["probability"] for chance in each["labels"]) == pytest.approx(1)
    assert "good" in told(capsys, "classify", project, "--model", "labels", "--text", "It was warm")


@pytest.mark.parametrize("kind", ["lines", "table"])
def test_a_file_of_texts_becomes_a_table(
    project: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / f"texts.{'txt' if kind == 'lines' else 'csv'}", tmp_path / "out.csv"
    if kind == "lines":
        file.write_text("The day was warm\n\n=cold, and dark\n", encoding="utf-8")
    else:
        texts = ["The day was warm", "=cold, and dark"] * 10
        rows = [("no", "text", "label"), *((number, text, number % 2) for number, text in enumerate(texts))]
        with file.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows(rows)
    found = document(capsys, "classify", project, "--model", "labels", "--file", str(file), "--out", str(out))
    with out.open(newline="", encoding="utf-8") as stream:
        head, *rows = csv.reader(stream)
    assert head == ["text", "label", "bad", "good"] and len(rows) == len(found["texts"]) == (
        2 if kind == "lines" else 20
    )
    assert [row[0] for row in rows[:2]] == ["The day was warm", "=cold, and dark"]
    for row, each in zip(rows, found["texts"], strict=True):
        assert row[1] == each["labels"][0]["label"]
        assert float(row[2]) + float(row[3]) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("task", ["labels", "tags"])
def test_an_exported_folder_tells_the_same_labels(
    project: str, task: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = document(capsys, "export", project, task, str(tmp_path / "out"), "--format", "hf")["written"]
    command, many = ("classify", "texts") if task == "labels" else ("tag", "words")
    expected, found = (
        document(capsys, command, project, "--model", model, "--text", "The dog sleeps.")[many]
        for model in (task, written)
    )
    said = [
        [each["tag"] if task == "tags" else each["labels"][0]["label"] for each in one] for one in (expected, found)
    ]
    assert said[0] == said[1] and said[0]
    text = "chunks" if task == "tags" else "reviews"
    one, other = (document(capsys, "evaluate", project, "--model", each, "--corpus", text) for each in (task, written))
    assert other["accuracy"] == one["accuracy"] and other["baseline"]["accuracy"] == one["baseline"]["accuracy"]
    refused = told(capsys, "predict", project, "--model", written, "--text", "The", status=2)
    assert "has learnt to tell labels, not next words" in refused


def test_words_are_tagged(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "tag", project, "--model", "tags", "--text", "The dog sleeps.")
    assert [each["word"] for each in found["words"]] == ["The", "dog", "sleeps", "."]
    assert all(set(each) == {"word", "tag", "probability"} for each in found["words"])


def test_a_file_is_tagged_line_by_line(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "texts.txt", tmp_path / "out.csv"
    file.write_text("The dog sleeps.\n\nThe cat7 sleeps .\n", encoding="utf-8")
    asked = ("tag", project, "--model", "tags", "--file", str(file))
    found = document(capsys, *asked, "--out", str(out))["texts"]
    alone = document(capsys, "tag", project, "--model", "tags", "--text", "The dog sleeps.")["words"]
    assert [word["tag"] for word in found[0]["words"]] == [word["tag"] for word in alone]
    with out.open(newline="", encoding="utf-8") as stream:
        head, *rows = csv.reader(stream)
    assert head == ["number", "word", "tag", "probability"]
    spoken = ("The", "dog", "sleeps", "."), ("The", "cat7", "sleeps", ".")
    assert [row[:2] for row in rows] == [[str(place), word] for place, of in enumerate(spoken, 1) for word in of]
    assert told(capsys, *asked).count("\n\n") == 1


def test_an_evaluation_of_labels_has_no_figure_of_next_words(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--model", "labels", "--corpus", "reviews")
    found = document(capsys, "evaluate", project, *asked, "--split", "train", "--base")
    assert found["task"] == "labels" and set(found["labels"]) == {"good", "bad"}
    assert set(found["labels"]["good"]) == {"precision", "recall", "f1", "support"}
    assert sum(map(sum, found["confusion"])) == found["examples"] == sum(
        each["support"] for each in found["labels"].values()
    )  # fmt: skip
    assert found["baseline"]["is"] == "words" and found["baseline"]["accuracy"] == 1
    assert found["base"]["is"] in ("step_0", "most_frequent")
    assert not {"perplexity", "bits_per_byte", "tokens"} & set(found)
    lines = told(capsys, "evaluate", project, *asked)
    assert "texts told right" in lines and "words alone, without a network: " in lines and "perplexity" not in lines
    tags = document(capsys, "evaluate", project, "--model", "tags", "--corpus", "chunks")
    assert tags["task"] == "tags" and set(tags["labels"]) == {"NP", "VP"} and "base" not in tags
    compared = document(capsys, "compare", project, "labels", "tags")["runs"]
    assert [{name for name in each["results"] if "/" in name} for each in compared] == [
        {"labels/accuracy", "labels/macro_f1"}, {"tags/accuracy", "tags/f1"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("classify", "--model", "tags", "--text", "a"), "has learnt the tags of words, and not the classes of texts"),
        (("tag", "--model", "labels", "--text", "a"), "has learnt the classes of texts, and not the tags of words"),
        (("classify", "--model", "nobody", "--text", "a"), "Known are: tags, labels, starter-en, "),
        (("tag", "--model", "tags"), "Neither --text nor --file"),
        (("tag", "--model", "tags", "--text", " "), "There is no text to label."),
        (("tag", "--model", "tags", "--text", "It runs", "--predicate", "ran"), "“ran” is no word of the text"),
        (("tag", "--model", "tags", "--text", "a", "--file", "b"), "--text does not go with --file"),
        (("classify", "--model", "labels"), "Neither --text nor --file"),
        (("classify", "--model", "labels", "--text", "a", "--file", "b"), "--text does not go with --file"),
        (("classify", "--model", "labels", "--text", " "), "There is no text to label"),
        (("evaluate", "--model", "labels", "--corpus", "chunks"), "have no classes"),
        (("predict", "--model", "labels", "--text", "a"), "has learnt something else than to predict next words"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_in_one_sentence(
    project: str, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command, *rest = arguments
    lines = told(capsys, command, project, *rest, status=2)
    assert said in lines and len(lines.strip().splitlines()) == 1
