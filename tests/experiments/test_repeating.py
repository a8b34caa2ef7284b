"""A run notes what its numbers depend on; made again it gives the same ones, or says what is not as it was."""

from __future__ import annotations

import dataclasses
import platform
from pathlib import Path

import pytest

from tests.driving import send_at
from workbench.experiments.repeating import compare, repeat
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Command, StepMeasured
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import RunStatus

SETTINGS = FineTuning(
    steps=6, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=3, seed=3, precision="float32"
)


def test_a_run_made_again_gives_the_same_numbers_or_says_what_differs(tale_project: Project, tiny_gpt2: Path) -> None:
    services = Workbench(tale_project)
    run = last(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "first", prompts=["Anna lit"]))
    noted = tale_project.runs.named("first").provenance
    assert noted is not None and noted.corpus_sha256 == tale_project.corpora.named("tale").contents.sha256
    assert noted.versions["Python"] == platform.python_version() and noted.versions["tensorflow"]
    assert noted.hardware["processor"] and noted.hardware["device"]

    found = last(repeat(services, "first"))
    assert found.is_same and found.run.name == "first again" and found.run.fine_tuning == run.fine_tuning
    assert found.compared == 6 + 6 + 3 and found.reasons == ()
    assert tale_project.runs.prompts(found.run) == ("Anna lit",)

    # As it would look after an update, on another computer, and with a text that somebody has changed.
    tale_project.runs.note_provenance(
        run,
        dataclasses.replace(
            noted,
            versions={**noted.versions, "tensorflow": "2.20.0"},
            hardware={**noted.hardware, "processor": "another"},
        ),
    )
    with tale_project.runs.recorder(run) as recorder:
        recorder.record(StepMeasured(4, 6, 9.0, 0.01, 1.0, 100.0, 1.0, 1.0))
    with (tale_project.corpora.named("tale").folder / "train.txt").open("a") as text:
        text.write("Anna.")
    found = compare(tale_project, tale_project.runs.named("first"), found.run)
    assert not found.is_same and found.first_difference == 4 and found.largest > 1
    told = "; ".join(map(render, found.reasons))
    assert (
        "files of the text were changed" in told and "tensorflow: 2.20.0 →" in told and "processor: another →" in told
    )


def test_a_stopped_run_is_repeated_as_far_as_it_went(tale_project: Project, tiny_gpt2: Path) -> None:
    services = Workbench(tale_project)
    training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "stopped")
    assert send_at(training, Command.STOP, 4).status is RunStatus.STOPPED
    found = last(repeat(services, "stopped"))
    assert found.is_same and found.run.steps == 4 == found.original.steps


def test_what_made_no_step_cannot_be_repeated(tale_project: Project) -> None:
    tale_project.runs.create(corpus="tale", base=from_text("x"), model_sha256="y", fine_tuning=SETTINGS, name="empty")
    with pytest.raises(KnownError) as refused:
        last(repeat(Workbench(tale_project), "empty"))
    assert refused.value.code == "run.nothing_to_repeat"
    assert [run.name for run in tale_project.runs.every()] == ["empty"]
