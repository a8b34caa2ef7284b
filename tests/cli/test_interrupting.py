"""Ctrl-C while a run learns on the command line: it stops as if it had been told to, and nothing is lost."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import tale
from workbench.cli.main import main
from workbench.project.project import Project
from workbench.values.run import RunStatus

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")


def training(folder: Path, model: Path) -> list[str]:
    """What begins a run that goes on for long, of a text in a project in `folder`."""
    (folder / "tale.txt").write_text(tale(100), encoding="utf-8")
    project = folder / "project"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(folder / "tale.txt"), "--name", "tale"]) == 0
    words = ["train", str(project), "--corpus", "tale", "--model", str(model), "--name", "one", "--json"]
    for setting in ("steps=100000", "batch_size=4", "context_length=16", "patience=0"):
        words += ["--set", setting]
    return words


class Pressing(io.RawIOBase):
    """What lies under standard error. Presses Ctrl-C, as a person does who reads what a command writes, when one of
    `at` begins a line of it: in the middle of writing it."""

    def __init__(self, *at: bytes) -> None:
        self._at = list(at)
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, text: Any) -> int:
        self.written += bytes(text)
        if self._at and self._at[0] in self.written:
            self._at.pop(0)
            signal.raise_signal(signal.SIGINT)
        return len(bytes(text))


def interrupted(words: list[str], at: tuple[bytes, ...]) -> tuple[int, str]:
    """The exit status of a command, and what it wrote to standard error, where Ctrl-C was pressed at each of `at`."""
    pressing = Pressing(*at)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", io.TextIOWrapper(io.BufferedWriter(pressing), encoding="utf-8"))
        status = main(words)
        sys.stderr.flush()
    return status, pressing.written.decode()


def test_an_interruption_stops_a_run_and_keeps_it(
    tmp_path: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, project = training(tmp_path, tiny_gpt2), tmp_path / "project"
    capsys.readouterr()
    status, err = interrupted(words, (b"step 25:",))
    told = json.loads(capsys.readouterr().out)
    assert status == 130 and told["status"] == "stopped" and told["steps"] >= 25, err
    assert "Traceback" not in err and "all that was learnt is kept" in err
    with Project.open(project) as opened:
        run = opened.runs.named("one")
        assert run.status is RunStatus.STOPPED and run.error is None
        assert opened.checkpoints.of(run)[-1].step == run.steps and run.kept_step is not None


def test_a_second_one_does_not_wait_for_the_last_measurement(
    tmp_path: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, project = training(tmp_path, tiny_gpt2), tmp_path / "project"
    capsys.readouterr()
    status, _ = interrupted(words, (b"step 25:", b"Press again to leave it"))
    told = json.loads(capsys.readouterr().out)
    assert status == 130 and told["steps"] >= 25
    with Project.open(project) as opened:
        run = opened.runs.named("one")
        assert run.status in (RunStatus.INTERRUPTED, RunStatus.STOPPED)  # it may have measured before it heard that
        assert opened.checkpoints.of(run)[-1].step == run.steps == told["steps"]
