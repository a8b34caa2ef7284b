"""The figure in which the loss of a task is told: perplexity for one on tokens, the loss itself for others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from workbench.gui.words import quantities
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.registry import find_task, shown_of
from workbench.tasks.task import Headline, Shown
from workbench.values.run import Input, Run

FIGURES: dict[Headline, Callable[[float | None], str]] = {
    Headline.PERPLEXITY: quantities.perplexity,
    Headline.LOSS: quantities.loss,
}
CAPTIONS = {
    Headline.PERPLEXITY: QT_TRANSLATE_NOOP("Headlines", "How surprised by new text (perplexity a token)"),
    Headline.LOSS: QT_TRANSLATE_NOOP("Headlines", "How wrong on new text (loss)"),
}
AXES = {
    Headline.PERPLEXITY: QT_TRANSLATE_NOOP("Headlines", "loss (nats/token)"),
    Headline.LOSS: QT_TRANSLATE_NOOP("Headlines", "loss (nats)"),
}
WORSE = {
    Headline.PERPLEXITY: QT_TRANSLATE_NOOP(
        "Headlines", "It is getting worse: perplexity {change}. Stop, and lower the learning rate?"
    ),
    Headline.LOSS: QT_TRANSLATE_NOOP(
        "Headlines", "It is getting worse: loss {change}. Stop, and lower the learning rate?"
    ),
}
BETTER = {
    Headline.PERPLEXITY: QT_TRANSLATE_NOOP("Headlines", "Perplexity {change} a token on text it had not seen."),
    Headline.LOSS: QT_TRANSLATE_NOOP("Headlines", "Loss {change} on text it had not seen."),
}
NOT_BETTER = {
    Headline.PERPLEXITY: QT_TRANSLATE_NOOP(
        "Headlines",
        "It did not get better on text it had not seen (perplexity {before} a token before it learnt).",
    ),
    Headline.LOSS: QT_TRANSLATE_NOOP(
        "Headlines", "It did not get better on text it had not seen (loss {before} before it learnt)."
    ),
}
AT_ITS_END = {
    Headline.PERPLEXITY: QT_TRANSLATE_NOOP("Headlines", "At its end, perplexity was {last}."),
    Headline.LOSS: QT_TRANSLATE_NOOP("Headlines", "At its end, the loss was {last}."),
}


def title(shown: Shown) -> str:
    """What is learnt, in a few words; empty where the task does not say."""
    return QCoreApplication.translate("Tasks", shown.title) if shown.title else ""


def short_title(shown: Shown) -> str:
    return QCoreApplication.translate("Tasks", shown.short) if shown.short else title(shown)


def input_in_words(each: Input) -> str:
    return f"{title(find_task(each.task).shown) or each.task} — “{each.corpus}”"


def part_in_words(each: Input) -> str:
    """The same where there is little room."""
    return f"{short_title(find_task(each.task).shown) or each.task} — “{each.corpus}”"


def title_of(run: Run) -> str:
    return title(shown_of(run))


def headline_of(run: Run) -> Headline:
    return shown_of(run).headline


def change(headline: Headline, before: float | None, after: float | None) -> str:
    """From one loss to another."""
    figure = FIGURES[headline]
    return quantities.change(figure(before), figure(after))


def change_of(run: Run) -> str:
    """From what it began from to what is kept."""
    return change(headline_of(run), run.base_validation_loss, run.best_validation_loss)


def translated(texts: dict[Headline, str], headline: Headline) -> str:
    return QCoreApplication.translate("Headlines", texts[headline])
