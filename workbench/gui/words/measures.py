"""What a person calls the things that are measured of a run, and the results and settings that runs are compared by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.experiments.comparing import (
    CORPUS,
    LEARNT,
    MODEL,
    NO_SETTINGS,
    TEACHER,
    WHERE,
    Comparable,
    Floats,
    Measure,
    XAxis,
    result_of,
)
from workbench.gui.words import headlines, knobs, quantities
from workbench.gui.words.sentences import IN_WINDOW, told
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.models.naming import called
from workbench.tasks.registry import every_task, figure_of, find_task, protocol_of, shown_of
from workbench.tasks.task import Headline
from workbench.tasks.together import PART_LOSS, PART_TRAINING_LOSS
from workbench.values.measurement import stored_as
from workbench.values.place import where_from
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
    "seconds": QT_TRANSLATE_NOOP("Measures", "Time"),
    "tokens_per_second": QT_TRANSLATE_NOOP("Measures", "Tokens/s"),
}
RESULTS_IN_NATS = {  # of runs whose losses are not all of tokens
    "best_validation_loss": QT_TRANSLATE_NOOP("Measures", "Kept loss (nats)"),
    "final_validation_loss": QT_TRANSLATE_NOOP("Measures", "Last loss (nats)"),
}
SHARE = "share"  # the unit of a figure that is read in percent
LOSSES = tuple(name for name in RESULTS if "loss" in name or "bits" in name)


def measure(name: str) -> str:
    """What is measured of a run is called as its task says; what no task of this program knows, by its own name."""
    if name in MEASURES:
        return _translated(MEASURES[name])
    figure = figure_of(name)
    if figure is None:
        return name.rpartition("/")[2]
    called = QCoreApplication.translate("Figures", figure.title)
    key, number = name.partition("/")[0], name.partition("/")[0].partition("#")[2]
    if figure not in (PART_LOSS, PART_TRAINING_LOSS) and not number:
        return called
    of_task = headlines.short_title(find_task(key.partition("#")[0]).shown)
    of_part = QCoreApplication.translate("Measures", "{task} ({number})") if number else "{task}"
    words = QCoreApplication.translate("Measures", "{figure}: {task}")
    return words.format(figure=called, task=of_part.format(task=of_task, number=number))


def unit(name: str) -> str:
    if name in UNITS:
        return _translated(UNITS[name])
    figure = figure_of(name)
    if figure is not None and figure.unit == SHARE:
        return QCoreApplication.translate("Measures", "{figure} (%)").format(figure=measure(name))
    return measure(name) if figure is None or not figure.unit else QCoreApplication.translate("Figures", figure.unit)


def drawn(name: str, values: Floats) -> Floats:
    """A curve in the unit of its axis: shares in percent."""
    figure = figure_of(name)
    return 100 * values if figure is not None and figure.unit == SHARE else values


def figure_value_of(name: str, value: float | None) -> str:
    """A figure of a task's as it is read."""
    if value is None:
        return "–"
    figure = figure_of(name)
    return quantities.percent(value) if figure is not None and figure.unit == SHARE else quantities.plain(value)


def figures_in_words(run: Run) -> list[tuple[str, str]]:
    """What else the task of a run measured, by its title: of what it began from, and of what is kept."""
    found = []
    for figure in shown_of(run).figures:
        name = stored_as(run.task, figure.name)
        if name in run.best_figures or name in run.base_figures:
            before, after = (figure_value_of(name, each.get(name)) for each in (run.base_figures, run.best_figures))
            found.append((measure(name), quantities.change(before, after)))
    return found


def figures_sentence(run: Run) -> str:
    """The same as a sentence; empty where there are none."""
    found = quantities.listing(f"{title} {change}" for title, change in figures_in_words(run))
    return f"{found}." if found else ""


def loss_unit(measure: Measure, ranking: Comparable) -> str:
    """What the losses of several runs are measured in, as an axis says it."""
    in_nats = headlines.translated(headlines.AXES, ranking.headline)
    unit = in_nats if measure is Measure.LOSS else _translated(BITS)
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


def result(name: str, headline: Headline = Headline.PERPLEXITY) -> str:
    """A result, or a figure of a task's; `headline` is that of all runs it is told of."""
    if "/" in name:
        return measure(name)
    return _translated(RESULTS_IN_NATS.get(name, RESULTS[name]) if headline is Headline.LOSS else RESULTS[name])


def model(text: str) -> str:
    """What a run's model is called, as on its card; `text` is `Run.model`."""
    return told(called(text))


def setting(name: str) -> str:
    """A setting, or one of NO_SETTINGS, as the head of a column."""
    if name == MODEL:
        return QCoreApplication.translate("Measures", "Model")
    if name == CORPUS:
        return QCoreApplication.translate("Measures", "Text")
    if name == LEARNT:
        return QCoreApplication.translate("Measures", "What is learnt")
    if name == TEACHER:
        return QCoreApplication.translate("Measures", "Teacher")
    if name == WHERE:
        return QCoreApplication.translate("Measures", "Where")
    return knobs.label(name)


def setting_value(name: str, value: object) -> str:
    """A dash where the setting means nothing to a run."""
    if value is None:
        return "–"
    if name in (MODEL, TEACHER):
        return model(str(value))
    if name == LEARNT:
        return _learnt(str(value))
    if name == WHERE:
        return told(where_from(str(value)).called)
    return str(value) if name in NO_SETTINGS else knobs.value_in_words(name, value)


def _learnt(value: str) -> str:
    """As `comparing` says it, in the words of the tasks; one that this program does not know by its own name."""
    found = []
    for part in value.split(", "):
        key, colon, weight = part.partition(":")
        task, _, number = key.partition("#")
        words = headlines.short_title(find_task(task).shown) if task in every_task() else ""
        of_part = QCoreApplication.translate("Measures", "{task} ({number})") if number else "{task}"
        said = of_part.format(task=words or task, number=number)
        found.append(f"{said}: {quantities.plain(float(weight))}" if colon else said)
    return quantities.listing(found)


def result_value(name: str, run: Run) -> str:
    value = result_of(run, name)
    if "/" in name:
        return figure_value_of(name, value)
    if name in LOSSES:
        return quantities.loss(value)
    if name == "seconds":
        return quantities.duration(value)
    return "–" if value is None else quantities.plain(value, 5)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Measures", text)
