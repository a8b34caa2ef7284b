"""Runs of an older version whose “lora” was a pair of matrices for each head."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.driving import send_at
from workbench.experiments.repeating import repeat
from workbench.ground.generators import last
from workbench.gui.words import knobs
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench
from workbench.training.events import Command
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.run import RunStatus

SETTINGS = FineTuning(
    method=Method.LORA, steps=4, batch_size=4, context_length=16, validate_every=1, learning_rate=1e-3,
    precision="float32",
)  # fmt: skip


@pytest.fixture
def older(tiny_services: Workbench) -> Workbench:
    """A project with the run “first”, stopped, its settings as an older version wrote them."""
    training = tiny_services.training.train("tale", tiny_services.models.named("tiny-gpt2"), SETTINGS, name="first")
    send_at(training, Command.STOP, 2)
    with closing(sqlite3.connect(tiny_services.project.folder / "project.sqlite")) as database, database:
        database.execute(
            "UPDATE runs SET fine_tuning = json_remove(fine_tuning, '$.lora_targets', '$.lora_biases')",
        )
    return tiny_services


def test_an_older_run_says_what_it_is_and_answers(older: Workbench) -> None:
    run = older.project.runs.named("first")
    assert run.status is RunStatus.STOPPED
    in_words = {label: value for label, value, _ in knobs.settings_in_words(run.fine_tuning, run.task)}
    assert in_words["Method"] == "LoRA, a pair for each head (older version)"
    assert "LoRA rank" in in_words and "LoRA beside" not in in_words
    assert len(older.asking.predict(older.models.named("first"), "Anna lit the")) == 10


def test_an_older_run_is_not_gone_on_with_nor_made_again_and_stays_as_it_is(older: Workbench) -> None:
    with pytest.raises(KnownError, match="as an older version had it") as refused:
        last(older.training.resume("first"))
    assert refused.value.code == "method.outdated"
    with pytest.raises(KnownError, match="as an older version had it"):
        last(repeat(older, "first"))
    run = older.project.runs.named("first")
    assert run.status is RunStatus.STOPPED and run.steps == 2
    assert [each.name for each in older.project.runs.every()] == ["first"]


def test_a_new_run_may_learn_from_an_older_one_with_lora_as_it_is_now(older: Workbench) -> None:
    settings = older.project.runs.named("first").fine_tuning.renewed
    run = last(older.training.train("tale", older.models.named("first"), settings, name="second"))
    assert run.status is RunStatus.FINISHED and older.project.runs.named("second").fine_tuning.method is Method.LORA
