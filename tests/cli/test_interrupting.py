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


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interruption_stops_a_run_and_keeps_it(tmp_path: Path, tiny_gpt2: Path) -> None:
    (tmp_path / "tale.txt").write_text(tale(100), encoding="utf-8")
    project = tmp_path / "project"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(tmp_path / "tale.txt"), "--name", "tale"]) == 0
    command = [
        sys.executable, str(ROOT / "main.py"), "train", str(project), "--corpus", "tale", "--model", str(tiny_gpt2),
        "--name", "one", "--set", "steps=100000", "--set", "batch_size=4", "--set", "context_length=16",
        "--set", "patience=0", "--json",
    ]  # fmt: skip
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    for line in running.stderr:
        if line.startswith("step 25:"):
            break
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=120)
    told = json.loads(out)
    assert running.returncode == 130 and told["status"] == "stopped" and told["steps"] >= 25, err
    assert "Traceback" not in err and "everything learnt so far is kept" in err
    with Project.open(project) as opened:
        run = opened.run("one")
        assert run.status is RunStatus.STOPPED and run.error == ""
        assert opened.checkpoints(run)[-1].step == run.steps and run.kept_step is not None
