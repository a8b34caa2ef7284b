"""The form is the dataclass: every knob is there, and every change is a valid fine-tuning."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from workbench.gui.parts.number_box import NumberBox
from workbench.gui.train.settings_form import SettingsForm
from workbench.gui.words import knobs
from workbench.values.fine_tuning import BUDGETS, FineTuning
from workbench.values.methods import Method, Optimizer, Schedule
from workbench.values.presets import PRESETS
from workbench.values.run import NEXT_WORD

KNOBS = [spec for spec in dataclasses.fields(FineTuning) if spec.name not in BUDGETS]


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    widget = SettingsForm()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("spec", KNOBS, ids=lambda spec: spec.name)
def test_every_knob_has_a_control_with_its_name_and_explanation(form: SettingsForm, spec: dataclasses.Field) -> None:
    editor = form.editor(spec.name)
    assert editor.accessibleName() == spec.metadata["label"]
    assert spec.metadata["explanation"] in editor.accessibleDescription()
    assert any(spec.metadata["explanation"] in label.text() for label in form.findChildren(QLabel))


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_shown_as_it_is_and_showing_signals_nothing(qtbot: QtBot, form: SettingsForm, preset: str) -> None:
    with qtbot.assertNotEmitted(form.settings_changed):
        form.show_settings(PRESETS[preset])
    assert form.settings() == PRESETS[preset]
    for spec in KNOBS:
        editor, value = form.editor(spec.name), getattr(PRESETS[preset], spec.name)
        if isinstance(editor, QCheckBox):
            assert editor.isChecked() is value
        else:
            assert (editor.number() if isinstance(editor, NumberBox) else editor.currentData()) == value


def test_typing_a_learning_rate_changes_that_and_nothing_else(qtbot: QtBot, form: SettingsForm) -> None:
    editor = form.editor("learning_rate")
    editor.selectAll()
    with qtbot.waitSignal(form.settings_changed) as changed:
        qtbot.keyClicks(editor, "0.00003")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert changed.args == [FineTuning(learning_rate=3e-5)]
    assert editor.text() == "0.00003"


def test_choices_become_members_of_their_enum(form: SettingsForm) -> None:
    for name, choice in (("optimizer", Optimizer.SGD), ("schedule", Schedule.LINEAR)):
        editor = form.editor(name)
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(choice))
        assert getattr(form.settings(), name) is choice


@pytest.mark.parametrize("unit", BUDGETS)
def test_the_budget_is_one_choice_of_unit_and_amount(form: SettingsForm, unit: str) -> None:
    budget = form.editor("budget")
    units = budget.findChild(QComboBox)
    units.setCurrentIndex(units.findData(unit))
    assert form.settings().budget[0] == unit
    assert [box.isVisible() for box in budget.findChildren(NumberBox)].count(True) == 1
    (amount,) = (box for box in budget.findChildren(NumberBox) if box.isVisible())
    amount.setValue(amount.minimum())
    assert form.settings().budget == (unit, amount.minimum())


@pytest.mark.parametrize("spec", KNOBS, ids=lambda spec: spec.name)
def test_no_value_outside_the_range_can_be_entered(form: SettingsForm, spec: dataclasses.Field) -> None:
    editor = form.editor(spec.name)
    if isinstance(editor, QCheckBox):
        for value in (True, False):
            editor.setChecked(value)
            assert getattr(form.settings(), spec.name) is value
        return
    if not isinstance(editor, NumberBox):
        assert [editor.itemData(row) for row in range(editor.count())] == knobs.choices(spec.name, {NEXT_WORD})
        return
    for beyond, edge in ((-1e15, "minimum"), (1e15, "maximum")):
        editor.setValue(beyond)
        assert getattr(form.settings(), spec.name) == pytest.approx(spec.metadata[edge])


@pytest.mark.parametrize("name", ["batch_size", "learning_rate", "optimizer"])
def test_scrolling_over_the_form_changes_nothing(form: SettingsForm, name: str) -> None:
    editor = form.editor(name)
    middle = QPointF(editor.rect().center())
    wheel = QWheelEvent(
        middle, editor.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(editor, wheel)
    assert form.settings() == FineTuning()


def test_settings_that_the_method_does_not_ask_for_are_greyed_out(form: SettingsForm) -> None:
    asked = {
        "last_layers": {"layers"},
        "gradual_unfreezing": {"unfreeze_over"},
        "lora": {"lora_rank", "lora_alpha", "lora_targets", "lora_biases"},
    }
    for method in knobs.choices("method"):
        form.show_settings(FineTuning(method=method))
        enabled = {name for each in asked.values() for name in each if form.editor(name).isEnabled()}
        assert enabled == asked.get(method, set())


def test_what_means_nothing_with_a_method_or_optimizer_is_greyed_out(form: SettingsForm) -> None:
    form.show_settings(FineTuning(method=Method.LORA, optimizer=Optimizer.ADAM))
    assert not form.editor("freeze_embeddings").isEnabled(), "they rest anyway"
    assert not form.editor("weight_decay").isEnabled(), "Adam has none"


def test_a_method_of_older_runs_cannot_be_chosen(form: SettingsForm) -> None:
    method = form.editor("method")
    assert isinstance(method, QComboBox)
    assert method.findData(Method.LORA_BY_HEAD) < 0 <= method.findData(Method.LORA)


def test_a_head_alone_can_be_chosen_where_classes_are_told(form: SettingsForm) -> None:
    method = form.editor("method")
    assert isinstance(method, QComboBox) and method.findData(Method.HEAD) < 0
    form.show_tasks(frozenset({"labels"}))
    method.setCurrentIndex(method.findData(Method.HEAD))
    assert form.settings().method is Method.HEAD
    assert not form.editor("language_model").isEnabled(), "what learns would not depend on it"
    form.show_tasks(frozenset({NEXT_WORD}))
    assert method.currentData() == form.settings().method == Method.HEAD, "what is chosen stays, and is told of"
    method.setCurrentIndex(method.findData(Method.FULL))
    form.show_tasks(frozenset({"labels", "together"}))
    assert method.findData(Method.HEAD) < 0


@pytest.mark.parametrize("tasks", [{"next-word"}, {"labels"}, {"next-word", "together", "taught"}])
def test_settings_stand_under_headings_that_say_what_they_are_about(
    qtbot: QtBot, form: SettingsForm, tasks: set[str]
) -> None:
    form.show_tasks(frozenset(tasks))
    headings = [label for label in form.findChildren(QLabel) if label.text() in knobs.headings().values()]
    shown = [label for label in headings if label.isVisible()]
    qtbot.waitUntil(lambda: min(label.y() for label in shown) < max(label.y() for label in shown))
    told = [label.text() for label in sorted(shown, key=lambda label: label.y())]
    of_few = {"pooling": "labels", "mixing": "together", "teacher_share": "taught"}
    assert told == [text for name, text in knobs.headings().items() if name not in of_few or of_few[name] in tasks]
    (read,) = (label for label in headings if label.text() == "What is read")
    batch, method = (form.editor(name).mapTo(form, QPoint()).y() for name in ("batch_size", "method"))
    assert method < read.y() < batch
