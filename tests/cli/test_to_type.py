"""A message that asks a person to do something says what is typed for it, and what it says does as it promises."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from tests.corpora.test_labelled_import import sentences, table
from workbench.cli.main import main
from workbench.cli.program import program
from workbench.cli.to_type import TO_TYPE, finding_with_what_to_type
from workbench.costs.finding import Act, Finding, Rule
from workbench.messages.catalogue import SENTENCES
from workbench.messages.message import message
from workbench.values.fine_tuning import FineTuning


def to_type(said: str) -> list[str]:
    (typed,) = re.findall(r"To type: (.*)", said)
    return shlex.split(typed)


def test_a_project_is_made_by_what_is_said_where_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = str(tmp_path / "a project")
    letters = str(table(tmp_path / "a.csv", [(text, str(n % 2)) for n, text in enumerate(sentences(20))]))
    assert main(["import", project, letters]) == 2
    assert main(to_type(capsys.readouterr().err)) == 0
    assert main(["import", project, letters]) == 0


def test_folders_that_may_be_classes_are_taken_for_them_by_what_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, texts = str(tmp_path / "project"), tmp_path / "texts"
    for n, text in enumerate(sentences(12)):
        place = texts / ("bus", "tram")[n % 2]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{n}.txt").write_text(text, encoding="utf-8")
    assert main(["new", project]) == main(["import", project, str(texts)]) == 0
    typed = to_type(capsys.readouterr().err)
    assert main(["import", project, str(texts), "--name", "again", *typed]) == 0
    assert main(["labels", project, "again"]) == 0
    assert "bus  4 to train with" in capsys.readouterr().out
    assert main(["labels", project, "texts"]) == 2
    assert "import PROJECT --to texts --label NAME" in capsys.readouterr().err


def test_what_is_to_be_typed_is_there_to_be_typed_and_belongs_to_a_sentence() -> None:
    commands = program().by_name
    options = {
        name: option
        for command in commands.values()
        for option in command.get_params(click.Context(command))
        for name in option.opts
    }
    for code, typed in TO_TYPE.items():
        assert code in SENTENCES
        fields = {name for each in typed for name in re.findall(r"{(\w+)}", each) if name.islower()}
        assert all(re.search(rf"{{{name}\b", SENTENCES[code].text) for name in fields), code
        for each in typed:
            first, *others = each.split()
            assert first.startswith("--") or first in commands, code
            assert {word for word in (first, *others) if word.startswith("--")} <= options.keys(), code


@pytest.mark.parametrize(
    ("act", "steps", "settings", "typed"),
    [
        (Act.TRAIN_ON, 40, {}, ["resume", "PROJECT", "my run", "--more", "40"]),
        (Act.CONTINUE, 0, {}, ["resume", "PROJECT", "my run"]),
        (Act.RETRY, 0, {"learning_rate": 5e-5, "class_weights": True}, None),
    ],
)
def test_what_comes_next_after_a_run_is_told_as_it_is_typed(
    act: Act, steps: int, settings: dict[str, object], typed: list[str] | None
) -> None:
    found = Finding(Rule.BETTER, message("what_now.better"), act, steps, settings)
    said = to_type(finding_with_what_to_type(found, "my run"))
    if typed is not None:
        assert said == typed
        return
    pairs = dict(each.split("=") for each in said if each != "--set")
    chosen = FineTuning().with_settings(pairs)
    assert (chosen.learning_rate, chosen.class_weights) == (5e-5, True)
