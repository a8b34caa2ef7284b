"""Which of the runs of a queue it is whose turn has come."""

from __future__ import annotations

from functools import partial

from pytestqt.qtbot import QtBot

from workbench.gui.context import Context
from workbench.gui.train.queue_card import QueueCard
from workbench.project.project import Project
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.model_ref import from_text
from workbench.values.run import RunStatus, Teacher


def test_a_row_says_how_it_learns_and_from_whom(qtbot: QtBot, context: Context, tale_project: Project) -> None:
    base, whose = from_text("gpt-en"), Teacher(from_text("gpt-en"), "Keeper")
    create = partial(tale_project.runs.create, base=base, model_sha256="0", status=RunStatus.QUEUED, corpus="tale")
    made = [
        create(fine_tuning=FineTuning(), name="plain"),
        create(fine_tuning=FineTuning(method=Method.LORA), name="adapters"),
        create(fine_tuning=FineTuning(), name="student", teacher=whose),
    ]
    tale_project.queue.append(made)
    card = QueueCard(context)
    qtbot.addWidget(card)
    card.refresh()
    plain, adapters, student = (card.model.index(row).data().removeprefix(f"{row + 1}. ") for row in range(3))
    rest = plain.removeprefix("plain")
    assert adapters.startswith("adapters") and "LoRA" in adapters and "LoRA" not in rest
    assert student.startswith("student") and "taught by “English”" in student


def test_the_turns_of_a_queue_are_counted_until_nothing_waits(
    qtbot: QtBot, context: Context, tale_project: Project
) -> None:
    made = [
        tale_project.runs.create(
            corpus="tale", base=from_text("gpt-en"), model_sha256="0", fine_tuning=FineTuning(), name=name,
            status=RunStatus.QUEUED, group=group,
        )
        for name, group in (("rates: Learning rate 0.001", "rates"), ("rates: Learning rate 0.01", "rates"), ("x", ""))
    ]  # fmt: skip
    tale_project.queue.append(made)
    card = QueueCard(context)
    qtbot.addWidget(card)
    card.begin()
    told = []
    while (run := card.next_run()) is not None:
        told.append(card.turn_in_words(run))
        card.queue.remove([run])
    assert told == ["1 of 3, Learning rate 0.001", "2 of 3, Learning rate 0.01", "3 of 3, x"]
    tale_project.queue.append(
        [
            tale_project.runs.create(
                corpus="tale",
                base=from_text("gpt-en"),
                model_sha256="0",
                fine_tuning=FineTuning(),
                status=RunStatus.QUEUED,
            )
        ]
    )
    card.begin()
    run = card.next_run()
    assert run is not None and card.turn_in_words(run) == "", "one alone is not counted"
