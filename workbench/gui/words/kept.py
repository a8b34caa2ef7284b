"""Which of a run's weights are its model, in words: every figure and every word that is shown of it is theirs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.gui.words import headlines, quantities
from workbench.tasks.task import Headline
from workbench.values.prediction import Sample
from workbench.values.run import Run


def kept_in_words(run: Run) -> str:
    """A sentence about the checkpoint that is kept, and why it; empty while nothing is."""
    if run.kept_step is None:
        return ""
    if run.kept_step == 0:
        if not run.steps:
            return ""
        words = QCoreApplication.translate(
            "Kept", "Nothing that it learnt did better, so the model that it began from is kept."
        )
    elif run.got_better is False:
        words = QCoreApplication.translate(
            "Kept", "The weights of step {step} are kept. They do worse than what it began from."
        )
    elif run.kept_step < run.steps:
        words = QCoreApplication.translate("Kept", "The weights of step {step} are kept, which did best.")
    else:
        return QCoreApplication.translate("Kept", "The weights of step {step}, its last and best, are kept.").format(
            step=run.kept_step
        )
    words = words.format(step=run.kept_step)
    last, best = run.final_validation_loss, run.best_validation_loss
    if last is not None and best is not None and last > best:
        headline = headlines.headline_of(run)
        ended = headlines.translated(headlines.AT_ITS_END, headline).format(last=headlines.FIGURES[headline](last))
        words = quantities.in_turn((words, ended))
    return words


def perplexity_change(run: Run) -> str:
    """From what it began from to what is kept; a dash where that is no loss of tokens."""
    if headlines.headline_of(run) is not Headline.PERPLEXITY:
        return "–"
    before, after = run.base_validation_loss, run.best_validation_loss
    return quantities.change(quantities.perplexity(before), quantities.perplexity(after))


def kept_samples(run: Run, samples: tuple[Sample, ...]) -> tuple[Sample, ...]:
    """Those before the first step and those of the weights that are kept."""
    return tuple(sample for sample in samples if sample.step in (0, run.kept_step))
