"""A shell that asks how a line might go on is told, and its script is written for it."""

from __future__ import annotations

import pytest

from workbench.cli import program as whole
from workbench.cli.main import COMPLETE, program


def told(shell: str, line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words = line.split(" ")
    monkeypatch.setenv(COMPLETE, f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", f"{whole.NAME} {line}")
    monkeypatch.setenv("COMP_CWORD", str(len(words)) if shell != "fish" else words[-1])
    assert program() == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("tra", "plain,train"),
        ("train p --pre", "plain,--preset"),
        ("train p --preset ba", "plain,balanced"),
        ("queue p mo", "plain,move"),
        ("corpora ", "dir,"),
        ("import p ", "file,"),
    ],
)
def test_commands_options_choices_and_files_are_completed(
    line: str, value: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert value in told("bash", line, capsys, monkeypatch)


def test_a_shell_that_can_show_it_is_told_what_each_is_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told("zsh", "cor", capsys, monkeypatch) == ["plain", "corpora", "list the corpora"]
    assert "the settings to begin with" in told("zsh", "train p --pres", capsys, monkeypatch)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_script_of_a_shell_asks_this_program(
    shell: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(COMPLETE, f"{shell}_source")
    assert program() == 0
    script = capsys.readouterr().out
    assert COMPLETE in script and whole.NAME in script
