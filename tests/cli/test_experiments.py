"""Comparing, filing, queueing and sweeping from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.main import main
from workbench.project.project import Project
from workbench.training.events import StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import RunStatus

TINY = ["--set", "steps=8", "--set", "batch_size=4", "--set", "context_length=16", "--set", "validate_every=2",
        "--set", "precision=float32"]  # fmt: skip


@pytest.fixture
def folder(tale_project: Project) -> Path:
    tale_project.close()
    return tale_project.folder


def document(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == status
    return json.loads(capsys.readouterr().out)


def test_a_sweep_is_priced_made_and_compared(folder: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(folder)
    sweep = (
        "sweep",
        project,
        "--corpus",
        "tale",
        "--model",
        str(tiny_gpt2),
        *TINY,
        "--vary",
        "learning_rate=1e-9,1e-2",
    )
    costs = document(capsys, *sweep, "--together", "--costs")
    assert [(row["run"], row["steps"]) for row in costs] == [
        ("Learning rate 0.000000001", 4), ("Learning rate 0.01", 4),
    ]  # fmt: skip
    assert document(capsys, "queue", project) == []

    made = document(capsys, *sweep, "--together", "--name", "rates")
    assert made["differ"] == ["learning_rate"]
    assert [(row["settings"]["learning_rate"], row["winner"]) for row in made["runs"]] == [(1e-9, False), (0.01, True)]
    assert [row["results"]["steps"] for row in made["runs"]] == [4, 4]
    with Project.open(folder) as opened:
        slow, fast = opened.runs.named("1"), opened.runs.named("2")
        assert opened.checkpoints.of(fast) and not opened.checkpoints.of(slow)

    found = document(capsys, "compare", project, "1", "2", "--curve", "loss", "--over", "tokens")
    assert found["runs"][0]["curves"]["loss"]["tokens"] == [64, 128, 192, 256]
    assert len(found["runs"][0]["curves"]["loss"]["value"]) == 4
    assert main(["compare", project, "--group", "rates"]) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].split()[:2] == ["run", "learning_rate"]
    assert table[1].startswith("★ rates: Learning rate 0.01"), "the best comes first"


def test_runs_are_queued_ordered_and_removed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(folder)
    for name in ("a", "b", "c"):
        add = ("queue", project, "add", "--corpus", "tale", "--model", "starter-en", "--name", name, *TINY)
        rows = document(capsys, *add)
    assert [(row["place"], row["run"], row["status"]) for row in rows] == [
        (1, "a", "queued"), (2, "b", "queued"), (3, "c", "queued"),
    ]  # fmt: skip
    assert [row["run"] for row in document(capsys, "queue", project, "move", "c", "1")] == ["c", "a", "b"]
    assert [row["run"] for row in document(capsys, "queue", project, "move", "c", "3")] == ["a", "b", "c"]
    assert [row["run"] for row in document(capsys, "queue", project, "remove", "a", "b")] == ["c"]
    assert [row["run"] for row in document(capsys, "queue", project)] == ["c"]
    assert document(capsys, "queue", project, "clear") == []
    assert document(capsys, "queue", project, "run")["runs"] == []


def test_a_queue_with_a_run_that_fails_ends_as_a_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(folder) as project:
        run = project.runs.create(
            corpus="tale", base=Folder(folder / "gone"), model_sha256="", fine_tuning=FineTuning(steps=1),
            name="of a model that is gone", status=RunStatus.QUEUED,
        )  # fmt: skip
        project.queue.append([run])
    made = document(capsys, "queue", str(folder), "run", status=1)
    assert [(row["run"], row["status"]) for row in made["runs"]] == [("of a model that is gone", "failed")]


def test_runs_are_tagged_grouped_noted_and_archived(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(folder) as project:
        for name in ("one", "two"):
            run = project.runs.create(
                corpus="tale", base=from_text("starter-en"), model_sha256="", name=name,
                fine_tuning=FineTuning(),
            )  # fmt: skip
            with project.runs.recorder(run) as recorder:
                recorder.record(Validated(0, 5.0, True, 0.0))
                recorder.record(StepMeasured(1, 1, 5.0, 1e-3, 1.0, 100.0, 1.0, None))
            project.runs.finish(run, RunStatus.FINISHED)
    filing = ("file", str(folder), "one", "two", "--tag", "lecture", "--tag", "keep", "--group", "first tries")
    rows = document(capsys, *filing)
    assert [(row["tags"], row["group"]) for row in rows] == [(["lecture", "keep"], "first tries")] * 2
    (row,) = document(capsys, "file", str(folder), "two", "--untag", "keep", "--archive", "--note", "too small")
    assert (row["tags"], row["archived"], row["note"]) == (["lecture"], True, "too small")
    assert [row["run"] for row in document(capsys, "compare", str(folder))["runs"]] == ["one"]
    (row,) = document(capsys, "file", str(folder), "two", "--bring-back", "--group", "")
    assert (row["archived"], row["group"]) == (False, "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["compare", "nobody"], "no run named “nobody”"),
        (["queue", "move", "nobody", "1"], "no run named “nobody”"),
        (["sweep", "--corpus", "tale", "--model", "starter-en", "--vary", "steps=1,2"], "no setting “steps”"),
        (["sweep", "--corpus", "tale", "--model", "starter-en", "--vary", "seed=1..x"], "seed cannot be 1..x"),
    ],
)
def test_mistakes_are_told_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert main([arguments[0], str(folder), *arguments[1:]]) == 2
    said = capsys.readouterr().err
    assert says in said and said.count("\n") == 1
