"""Why a setting would be another: at its question mark, by keys, and with what it would cost here."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWhatsThis
from pytestqt.qtbot import QtBot

from workbench.costs.what_if import what_if
from workbench.gui.parts.explanation import Explains, WhyButton
from workbench.gui.tasks.next_word.generation_bar import GenerationBar
from workbench.gui.tasks.next_word.shaping_bar import ShapingBar
from workbench.gui.train.settings_form import SettingsForm
from workbench.gui.train.sweep_setup import SweepSetup
from workbench.gui.train.task_choice import TaskChoice
from workbench.gui.train.teacher_choice import TeacherChoice
from workbench.gui.words import knobs
from workbench.messages.why.fine_tuning import FINE_TUNING
from workbench.messages.why.sweeping import SWEEPING
from workbench.models.card import Basis, Fit, FitEstimate
from workbench.values.fine_tuning import BUDGETS, KNOBS, FineTuning
from workbench.values.methods import Method
from workbench.values.prediction import Shaping

TASKS = {"next_word"}
WITHOUT_LABELS = set(Method) - {Method.LORA_BY_HEAD, Method.HEAD}
COST = FitEstimate(Fit.FITS, 10**9, 60.0, 1000, 150, basis=Basis.MEASURED)


def fit(settings: FineTuning) -> FitEstimate:
    """Memory goes with the batch, time with the steps and the batch."""
    share = settings.batch_size / 8
    return replace(COST, memory_bytes=round(10**9 * share), seconds=60.0 * share * settings.budget[1] / 150)


def test_other_values_are_tried_as_far_as_they_can_be() -> None:
    settings = FineTuning()
    assert [each.value for each in what_if("batch_size", settings, TASKS, fit)] == [8, 4, 16]
    assert {each.value for each in what_if("method", settings, TASKS, fit)} == WITHOUT_LABELS
    assert Method.HEAD in {each.value for each in what_if("method", settings, {"labels"}, fit)}
    assert [each.value for each in what_if("dropout", settings, TASKS, fit)] == [
        0.0
    ]  # which neither half nor double changes
    assert [each.value for each in what_if("lora_biases", settings, TASKS, fit)] == [False, True]


def test_every_setting_of_the_form_says_why(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    for name in KNOBS:
        shown = "budget" if name in BUDGETS else name
        if name in BUDGETS:
            form.show_settings(FineTuning().with_settings({name: 10}))
        said = form.explain(form.editor(shown))
        assert knobs.label(name) in said and FINE_TUNING[name].when.split(",")[0].split("“")[0] in said, name
    assert form.explain(form) == ""


def test_it_says_what_another_value_costs_here(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    assert "Here" not in form.explanation_of("batch_size")
    form.fit = fit
    said = form.explanation_of("batch_size")
    assert re.search(r"<br>8: [^<]*1\.0 GB<br>4: [^<]*0\.5 GB<br>16: [^<]*2\.0 GB", said), said
    assert "no difference in time or memory" in form.explanation_of("seed")


def test_a_question_mark_opens_what_the_keys_do(qtbot: QtBot) -> None:
    bar = ShapingBar(Shaping(), "As usual")
    qtbot.addWidget(bar)
    bar.show()
    marks = bar.findChildren(WhyButton)
    assert len(marks) == 4 and all("Why" in each.accessibleName() for each in marks)
    assert "Bolder and stranger" in bar.explain(bar.temperature.slider)
    qtbot.mouseClick(marks[0], Qt.MouseButton.LeftButton)
    assert any(top.inherits("QWhatsThat") and top.isVisible() for top in QApplication.topLevelWidgets())
    QWhatsThis.hideText()


def test_every_part_of_a_sweep_says_why(qtbot: QtBot) -> None:
    setup = SweepSetup()
    qtbot.addWidget(setup)
    boxes = (setup.first.low, setup.first.count, setup.first.scale, setup.way, setup.draws, setup.seed, setup.budget)
    said = [setup.explain(box) for box in (*boxes, setup.keeps_all)]
    assert [why.when in each for why, each in zip(SWEEPING.values(), said, strict=True)] == [True] * len(SWEEPING)
    assert setup.explain(setup.first.high) and setup.explain(setup.second.low) and not setup.explain(setup.name)


def test_what_is_learnt_and_from_whom_says_why_as_well(qtbot: QtBot) -> None:
    for made, said in ((TaskChoice(), "can write"), (TeacherChoice(), "larger one"), (GenerationBar(), "another text")):
        qtbot.addWidget(made)
        box = made.seed if isinstance(made, GenerationBar) else made.box
        assert isinstance(made, Explains) and said in made.explain(box)
