"""Ctrl-C while a run learns on the command line: it stops as if it had been told to, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.tiny_models import tale
from workbench.cli.main import main
from workbench.project.project import Project
from workbench.values.run import RunStatus

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")


def training(folder: Path, model: Path, **settings: object) -> subprocess.Popen[str]:
    """A run that goes on for long, of a text in a project in `folder`."""
    (folder / "tale.txt").write_text(tale(100), encoding="utf-8")
    project = folder / "project"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(folder / "tale.txt"), "--name", "tale"]) == 0
    command = [
        sys.executable, str(ROOT / "main.py"), "train", str(project), "--corpus", "tale", "--model", str(model),
        "--name", "one", "--json",
    ]  # fmt: skip
    values = {"steps": 100_000, "batch_size": 4, "context_length": 16, "patience": 0, **settings}
    for name, value in values.items():
        command += ["--set", f"{name}={value}"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_an_interruption_stops_a_run_and_keeps_it(tmp_path: Path, tiny_gpt2: Path) -> None:
    running, project = training(tmp_path, tiny_gpt2), tmp_path / "project"
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


def test_a_second_one_does_not_wait_for_the_last_measurement(tmp_path: Path, tiny_gpt2: Path) -> None:
    running, project = training(tmp_path, tiny_gpt2), tmp_path / "project"
    assert running.stderr is not None
    for line in running.stderr:
        if line.startswith("step 25:") or "Press again to leave it" in line:
            running.send_signal(signal.SIGINT)
        if "Press again to leave it" in line:
            break
    out, err = running.communicate(timeout=120)
    told = json.loads(out)
    assert running.returncode == 130 and told["steps"] >= 25 and "Traceback" not in err
    with Project.open(project) as opened:
        run = opened.runs.named("one")
        assert run.status in (RunStatus.INTERRUPTED, RunStatus.STOPPED)  # it may have measured before it heard that
        assert opened.checkpoints.of(run)[-1].step == run.steps == told["steps"]
