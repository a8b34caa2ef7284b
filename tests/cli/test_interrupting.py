"""Ctrl-C while a run learns on the command line: it stops as if it had been told to, and nothing is lost."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.places import ROOT
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
        self._written = b""

    def writable(self) -> bool:
        return True

    def write(self, text: Any) -> int:
        self._written += bytes(text)
        if self._at and self._at[0] in self._written:
            self._at.pop(0)
            signal.raise_signal(signal.SIGINT)
        return len(bytes(text))


def test_an_interruption_stops_a_run_and_keeps_it(tmp_path: Path, tiny_gpt2: Path) -> None:
    words, project = [sys.executable, str(ROOT / "main.py"), *training(tmp_path, tiny_gpt2)], tmp_path / "project"
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    for line in running.stderr:
        if line.startswith("step 25:"):
            break
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=120)
    told = json.loads(out)
    assert running.returncode == 130 and told["status"] == "stopped" and told["steps"] >= 25, err
    assert "Traceback" not in err and "all that was learnt is kept" in err
    with Project.open(project) as opened:
        run = opened.runs.named("one")
        assert run.status is RunStatus.STOPPED and run.error is None
        assert opened.checkpoints.of(run)[-1].step == run.steps and run.kept_step is not None


def test_a_second_one_does_not_wait_for_the_last_measurement(
    tmp_path: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words, project = training(tmp_path, tiny_gpt2), tmp_path / "project"
    capsys.readouterr()
    with monkeypatch.context() as patch:
        pressing = io.BufferedWriter(Pressing(b"step 25:", b"Press again to leave it"))
        patch.setattr(sys, "stderr", io.TextIOWrapper(pressing, encoding="utf-8"))
        assert main(words) == 130
    told = json.loads(capsys.readouterr().out)
    assert told["steps"] >= 25
    with Project.open(project) as opened:
        run = opened.runs.named("one")
        assert run.status in (RunStatus.INTERRUPTED, RunStatus.STOPPED)  # it may have measured before it heard that
        assert opened.checkpoints.of(run)[-1].step == run.steps == told["steps"]
