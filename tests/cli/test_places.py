"""Where runs learn, on the command line: an address is kept, looked at, and refused where it is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.project.project import Project
from workbench.training.places import cluster_settings
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.place import where_from
from workbench.values.run import RunStatus


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEXTWORD_CONFIG_HOME", str(tmp_path / "settings"))


def test_a_cluster_is_set_told_and_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cluster"]) == 0 and capsys.readouterr().out.startswith("no cluster is set\n")
    assert main(["cluster", "--address", "ray://127.0.0.1:10001", "--cores", "3", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "address": "ray://127.0.0.1:10001", "cores_of_a_run": 3, "workers_of_a_run": 1,
        "gigabytes_of_text_of_a_worker": 8,
    }  # fmt: skip
    assert main(["cluster", "--workers", "4", "--disk", "3", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["workers_of_a_run"], told["gigabytes_of_text_of_a_worker"]) == (4, 3)
    assert cluster_settings.settings().disk_bytes == 3 << 30
    for wrong in (
        ["--address", "somewhere"],
        ["--address", "process"],
        ["--cores", "-1"],
        ["--cores", "99999"],
        ["--workers", "0"],
        ["--disk", "0"],
    ):
        assert main(["cluster", *wrong]) == 2
    shares = "each run has 4 workers of 3 cores, with up to 3 GB of its text on a disk\n"
    assert main(["cluster"]) == 0 and capsys.readouterr().out == f"ray://127.0.0.1:10001\n{shares}"
    assert main(["cluster", "--address", ""]) == 0 and capsys.readouterr().out == f"no cluster is set\n{shares}"
    assert main(["cluster", "--test"]) == 2 and "No cluster is set" in capsys.readouterr().err


def test_where_a_run_learns_is_checked_before_anything_is_made(
    tale_project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tale_project.folder)
    tale_project.close()
    monkeypatch.setattr("workbench.services.places.has_ray", lambda: False)
    train = ["train", folder, "--corpus", "tale", "--model", "starter-en", "--on"]
    for nowhere in ("there", "ray"):
        assert main([*train, nowhere]) == 2 and "no place to learn at" in capsys.readouterr().err
    assert main([*train, "local-cluster"]) == 2 and "Ray is not installed" in capsys.readouterr().err
    queue = ["queue", folder, "add", "--corpus", "tale", "--model", "starter-en", "--on"]
    assert main([*queue, "ray://127.0.0.1:10001"]) == 2 and "Ray is not installed" in capsys.readouterr().err
    assert cluster_settings.is_named(where_from("ray://127.0.0.1:10001")), "the person has typed it"
    assert main([*queue, "process"]) == 0
    with Project.open(Path(folder)) as project:
        assert [(str(run.where), run.status) for run in project.runs.every()] == [("process", RunStatus.QUEUED)]


def test_where_a_run_learns_is_told_and_kept(tale_project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    tale_project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="", fine_tuning=FineTuning(), name="there",
        where=where_from("ray://10.6.6.6:10001"),
    )  # fmt: skip
    assert main(["runs", str(tale_project.folder), "--json"]) == 0
    assert [run["on"] for run in json.loads(capsys.readouterr().out)] == ["ray://10.6.6.6:10001"]
