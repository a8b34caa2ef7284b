"""What a person calls the things that are measured of a run, and the results and settings that runs are compared by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.experiments.comparing import CORPUS, MODEL, Comparable, Measure, XAxis
from workbench.gui.words import knobs, quantities
from workbench.gui.words.sentences import IN_WINDOW
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.registry import figure_of, protocol_of
from workbench.values.run import Run

MEASURES = {
    "validation_loss": QT_TRANSLATE_NOOP("Measures", "Validation loss"),
    "loss": QT_TRANSLATE_NOOP("Measures", "Training loss"),
    "learning_rate": QT_TRANSLATE_NOOP("Measures", "Learning rate"),
    "gradient_norm": QT_TRANSLATE_NOOP("Measures", "Gradient norm"),
    "tokens_per_second": QT_TRANSLATE_NOOP("Measures", "Speed"),
}
UNITS = {
    "validation_loss": QT_TRANSLATE_NOOP("Measures", "loss (nats/token)"),
    "loss": QT_TRANSLATE_NOOP("Measures", "loss (nats/token)"),
    "learning_rate": QT_TRANSLATE_NOOP("Measures", "learning rate"),
    "gradient_norm": QT_TRANSLATE_NOOP("Measures", "gradient norm (before clipping)"),
    "tokens_per_second": QT_TRANSLATE_NOOP("Measures", "tokens/s"),
}
BITS = QT_TRANSLATE_NOOP("Measures", "loss (bits/byte)")
AXES = {
    XAxis.STEPS: QT_TRANSLATE_NOOP("Measures", "step"),
    XAxis.TOKENS: QT_TRANSLATE_NOOP("Measures", "tokens read"),
    XAxis.SECONDS: QT_TRANSLATE_NOOP("Measures", "seconds"),
}
RESULTS = {
    "best_validation_loss": QT_TRANSLATE_NOOP("Measures", "Kept loss (nats/token)"),
    "best_bits_per_byte": QT_TRANSLATE_NOOP("Measures", "Kept loss (bits/byte)"),
    "kept_step": QT_TRANSLATE_NOOP("Measures", "Kept step"),
    "final_validation_loss": QT_TRANSLATE_NOOP("Measures", "Last loss (nats/token)"),
    "final_bits_per_byte": QT_TRANSLATE_NOOP("Measures", "Last loss (bits/byte)"),
    "steps": QT_TRANSLATE_NOOP("Measures", "Steps made"),
    "seconds": QT_TRANSLATE_NOOP("Measures", "Seconds"),
    "tokens_per_second": QT_TRANSLATE_NOOP("Measures", "Tokens/s"),
}
LOSSES = tuple(name for name in RESULTS if "loss" in name or "bits" in name)


def measure(name: str) -> str:
    """What is measured of a run is called as its task says; what no task of this program knows, by its own name."""
    if name in MEASURES:
        return _translated(MEASURES[name])
    figure = figure_of(name)
    return name.rpartition("/")[2] if figure is None else QCoreApplication.translate("Figures", figure.title)


def unit(name: str) -> str:
    if name in UNITS:
        return _translated(UNITS[name])
    figure = figure_of(name)
    return measure(name) if figure is None or not figure.unit else QCoreApplication.translate("Figures", figure.unit)


def loss_unit(measure: Measure, ranking: Comparable) -> str:
    """What the losses of several runs are measured in, as an axis says it."""
    unit = _translated(UNITS["loss"] if measure is Measure.LOSS else BITS)
    return unit if ranking.measure in (Measure.LOSS, measure) else not_comparable(unit)


def not_comparable(title: str) -> str:
    return QCoreApplication.translate("Measures", "{figure}, not comparable").format(figure=title)


def why(ranking: Comparable) -> str:
    """Why runs are not ranked, or not by the loss; empty where there is nothing to say."""
    return QCoreApplication.translate("Comparing", ranking.why) if ranking.why else ""


def protocol(run: Run) -> str:
    """How the validation losses of a run were measured."""
    return protocol_of(run, IN_WINDOW)


def axis(over: XAxis) -> str:
    return _translated(AXES[over])


def result(name: str) -> str:
    return _translated(RESULTS[name])


def setting(name: str) -> str:
    """A setting, the model or the text, as the head of a column."""
    if name == MODEL:
        return QCoreApplication.translate("Measures", "Model")
    if name == CORPUS:
        return QCoreApplication.translate("Measures", "Text")
    return knobs.label(name)


def setting_value(name: str, value: object) -> str:
    """A dash where the setting means nothing to a run."""
    if value is None:
        return "–"
    return str(value) if name in (MODEL, CORPUS) else knobs.value_in_words(name, value)


def result_value(name: str, run: Run) -> str:
    value = getattr(run, name)
    if name in LOSSES:
        return quantities.loss(value)
    return "–" if value is None else quantities.plain(value, 5)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Measures", text)
