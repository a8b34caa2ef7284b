"""What a report of a fault needs, in the terminal: everything asked for, nothing of the person's, nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench import __version__
from workbench.cli.main import main
from workbench.project.project import Project


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    capsys.readouterr()
    assert main(["details", *arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_it_is_a_line_for_each_thing_that_a_report_needs(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys)
    assert found["Nextword Workbench"] == __version__ and found["project"] == "none is open"
    assert {"Python", "system", "processor", "memory", "device", "tensorflow", "PySide6-Essentials"} <= set(found)
    assert "unknown" not in found.values()
    assert main(["details"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == list(found)


def test_of_a_project_it_says_the_schema_and_no_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "Letters of Anna"
    with Project.create(folder) as project:
        schema = project.schema()
    found = told(capsys, str(folder))
    assert found["project"] == f"open to be looked at, schema {schema}"
    assert "Anna" not in json.dumps(found) and str(tmp_path) not in json.dumps(found)


def test_a_project_that_cannot_be_opened_is_part_of_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, str(tmp_path / "nowhere"))["project"] == "cannot be opened (project.missing)"
    (tmp_path / "project.sqlite").write_bytes(b"no database of anybody's" * 100)
    assert told(capsys, str(tmp_path))["project"] == "cannot be opened (project.damaged)"


def test_a_flag_that_is_set_to_a_path_is_told_without_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XLA_FLAGS", "--xla_dump_to=/home/anna/dump --xla_backend_optimization_level=0")
    assert told(capsys)["XLA flags"] == "--xla_dump_to --xla_backend_optimization_level=0"


def test_the_engine_is_loaded_only_where_that_is_asked_for() -> None:
    asked = "import sys; from workbench.cli.main import main; main(['details']); print('tensorflow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "device: not known, the engine is not loaded" in done.stdout
    assert done.stdout.splitlines()[-1] == "False"


def test_with_the_engine_it_says_what_that_computes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.cli.telling_details.device", lambda: "CPU")
    assert told(capsys, "--engine")["device"] == "CPU"

    def broken() -> str:
        raise ImportError("/home/anna/libtensorflow.so has no symbol of that name")

    monkeypatch.setattr("workbench.cli.telling_details.device", broken)
    assert told(capsys, "--engine")["device"] == "not known, TensorFlow cannot be loaded (ImportError)"
