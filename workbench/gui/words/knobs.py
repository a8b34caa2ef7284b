"""What a person reads about the knobs of a fine-tuning: label, explanation, and a value in words."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.gui.words import quantities
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.choices import CHOICES
from workbench.values.fine_tuning import BUDGETS, KNOBS, FineTuning
from workbench.values.knob import choices as choices_of
from workbench.values.methods import Method

# Above the first setting of each part, in the order in which they are declared.
HEADINGS = {
    "budget": QT_TRANSLATE_NOOP("FineTuning", "How long it learns"),
    "method": QT_TRANSLATE_NOOP("FineTuning", "Which weights learn"),
    "text_share": QT_TRANSLATE_NOOP("FineTuning", "What is read"),
    "optimizer": QT_TRANSLATE_NOOP("FineTuning", "How the weights are moved"),
    "dropout": QT_TRANSLATE_NOOP("FineTuning", "Against learning by heart"),
    "pooling": QT_TRANSLATE_NOOP("FineTuning", "How labels are told"),
    "mixing": QT_TRANSLATE_NOOP("FineTuning", "What is learnt together"),
    "teacher_share": QT_TRANSLATE_NOOP("FineTuning", "From a teacher"),
    "validate_every": QT_TRANSLATE_NOOP("FineTuning", "When it is looked at"),
    "precision": QT_TRANSLATE_NOOP("FineTuning", "How it is computed"),
}

YES, NO = QT_TRANSLATE_NOOP("FineTuning", "yes"), QT_TRANSLATE_NOOP("FineTuning", "no")


def label(name: str) -> str:
    return _translated(KNOBS[name].metadata["label"])


def headings() -> dict[str, str]:
    """By the setting above which each stands."""
    return {name: _translated(text) for name, text in HEADINGS.items()}


def explanation(name: str) -> str:
    return _translated(KNOBS[name].metadata["explanation"])


def choices(name: str, tasks: Collection[str] | None = None) -> list[StrEnum]:
    """What a knob that is a choice can be set to, where it is known by a run of these tasks."""
    found = choices_of(KNOBS[name])
    return [each for each in found if tasks is None or not isinstance(each, Method) or each.suits(tasks)]


def zero_in_words(name: str) -> str:
    """What a 0 means where it is no amount; else empty."""
    zero = KNOBS[name].metadata["zero"]
    return _translated(zero) if zero else ""


def value_in_words(name: str, value: object) -> str:
    """A knob's value as a person reads it: a choice's name, or a number without needless digits."""
    if value == 0 and zero_in_words(name):  # False is 0 as well, but has no such words
        return zero_in_words(name)
    if isinstance(value, bool):
        return _translated(YES if value else NO)
    if isinstance(value, StrEnum):
        return _translated(CHOICES[value])
    if isinstance(value, int):
        return QLocale().toString(value)
    return quantities.decimal(float(str(value)))


def setting_in_words(name: str, value: object) -> str:
    """Such as “Learning rate 0.001”."""
    return f"{label(name)} {value_in_words(name, value)}"


def settings_in_words(fine_tuning: FineTuning, tasks: Collection[str]) -> list[tuple[str, str, bool]]:
    """Every setting that applies to a run of `tasks`, as (label, value, whether it is another than the default).

    The budget comes first. The default learning rate is the model's own; whether a run's differs, nobody can tell here.
    """
    unit, _ = fine_tuning.budget
    default = FineTuning(learning_rate=fine_tuning.learning_rate)
    names = [unit, *(name for name in KNOBS if name not in BUDGETS and fine_tuning.applies(name, tasks))]
    values = [(name, getattr(fine_tuning, name)) for name in names]
    return [(label(name), value_in_words(name, value), value != getattr(default, name)) for name, value in values]


def _translated(text: str) -> str:
    return QCoreApplication.translate("FineTuning", text)
