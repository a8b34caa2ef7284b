"""What a person may type: texts and numbers that begin with a dash, options anywhere, the beginning of a name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from workbench.cli.arguments import in_order
from workbench.cli.main import main
from workbench.cli.program import program
from workbench.messages.errors import KnownError
from workbench.project.project import Project


def ordered(command: str, *words: str, most: int | None = None) -> list[str]:
    made = program().by_name[command]
    options = {
        name: each
        for each in made.get_params(click.Context(made))
        if isinstance(each, click.Option)
        for name in each.opts
    }
    return in_order(words, options, most)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        (["p", "--text", "-5"], ["--text=-5", "--", "p"]),
        (["p", "--text", "- and so on"], ["--text=- and so on", "--", "p"]),
        (["p", "--text", "-so"], ["--text=-so", "--", "p"]),
        (["p", "--text=--json"], ["--text=--json", "--", "p"]),
        (["p", "--js", "--temp", "-.5e-3"], ["--json", "--temperature=-.5e-3", "--", "p"]),
        (["--", "p", "--json"], ["--", "p", "--json"]),
        (["--model", "", "p"], ["--model=", "--", "p"]),
        (["p", "-1"], ["--", "p", "-1"]),
        (["p", "-"], ["--", "p", "-"]),
        ([], []),
    ],
)
def test_options_come_first_and_everything_else_is_no_option(typed: Sequence[str], understood: list[str]) -> None:
    assert ordered("predict", *typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        (["p", "--password", "-7", "f"], ["--password=-7", "--", "p", "f"]),
        (["p", "f", "--password"], ["--password", "--", "p", "f"]),
        (["p", "--password", "--try", "f"], ["--password", "--try", "--", "p", "f"]),
        (["p", "f", "--name", "n", "g"], ["--name=n", "--", "p", "f", "g"]),
    ],
)
def test_the_value_of_an_option_that_can_do_without_may_be_left_out(
    typed: Sequence[str], understood: list[str]
) -> None:
    assert ordered("import", *typed) == understood


def test_the_words_of_a_command_in_a_command_are_its_own() -> None:
    assert ordered("queue", "p", "--json", "move", "--x", "-1", most=1) == ["--json", "--", "p", "move", "--x", "-1"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["p", "--nothing"], "argument.unknown"),
        (["p", "--te", "a"], "argument.unknown"),  # the beginning of two
        (["p", "-x"], "argument.unknown"),
        (["p", "--text"], "argument.without_value"),
        (["p", "--text", "--json"], "argument.without_value"),
    ],
)
def test_what_cannot_be_understood_is_an_error_that_says_what_can(typed: Sequence[str], code: str) -> None:
    with pytest.raises(KnownError) as told:
        ordered("predict", *typed)
    assert told.value.code == code


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["predict", "p"], "--model is missing"),
        (
            ["predict", "p", "--model", "m", "--text", "t", "--top", "many"],
            "--top cannot be many: it is a whole number",
        ),
        (["predict", "p", "--model", "m", "--text", "t", "--unit", "z"], "it is one of word, character"),
        (["predict", "p", "--model", "m", "--text", "t", "--top-p", "z"], "--top-p cannot be z: it is a number"),
        (["resume", "p", "r", "--more", "0"], "it is 1 or more"),
        (["evaluate", "p", "--model", "m", "--corpus", "c", "--stride", "-3"], "it is 1 or more"),
        (["file", "p", "r", "--archive", "--bring-back"], "--archive and --bring-back undo each other"),
        (["strays", "p", "--take-up", "--throw-away"], "undo each other"),
        (["queue", "p", "walk"], "no command “walk” here. There are: add, run, remove, move, clear"),
        (["token", "show", "more"], "what to do with more"),
        (
            ["train", "p", "--corpus", "c", "--model", "m", "--task", "to fly"],
            "--task cannot be to fly: it is one of next_word",
        ),
        (["corpora", "p", "--json=yes"], "--json takes no value"),
    ],
)
def test_a_mistake_in_typing_is_one_line_and_status_2(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    told = capsys.readouterr()
    assert says in told.err and told.err.count("\n") == 1 and not told.out


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["train", "--help"], ["queue", "p", "move", "-h"], ["--version"]]
)
def test_help_and_version_are_results(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    told = capsys.readouterr()
    assert told.out and not told.err


def test_a_number_below_zero_is_a_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queue", str(tmp_path), "move", "run", "-1"]) == 2
    assert "no project" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [["trian", "p"], ["trian"], ["nothing-like-one", "p", "q"]])
def test_a_mistyped_command_is_said_to_be_none(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(typed) == 2
    told = capsys.readouterr().err
    assert f"no command “{typed[0]}”" in told
    assert ("Did you mean train" in told) == (typed[0] == "trian")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (["generate", "p", "--model", "starter-en", "--text", "a", "--temperature", "-1"], "0 or more"),
        (["predict", "p", "--model", "starter-en", "--text", "a", "--top-p", "2"], "between"),
        (["report", "p", "run", "--to", "r.txt"], "*.html"),
        (["import", "p", "--text", "hello", "--try"], "does not go with"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    typed: list[str], reason: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project.folder
    project.close()
    assert main([str(folder) if word == "p" else word for word in typed]) == 2
    told = capsys.readouterr().err
    assert reason in told and len(told.splitlines()) == 1
