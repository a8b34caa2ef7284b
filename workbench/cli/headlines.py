"""The figure in which the loss of a task is told: perplexity for one on tokens, the loss itself for others."""

from __future__ import annotations

from workbench.cli.words import said, say
from workbench.messages.message import Message, message
from workbench.tasks.registry import headline_of
from workbench.tasks.task import Headline
from workbench.values.perplexity import perplexity, written
from workbench.values.run import Run

_STEP = {Headline.PERPLEXITY: "told.loss_a_token", Headline.LOSS: "told.loss"}
_VALIDATED = {Headline.PERPLEXITY: "told.validated_perplexity", Headline.LOSS: "told.validated_loss"}
_WORSE = {Headline.PERPLEXITY: "told.worse_perplexity", Headline.LOSS: "told.worse_loss"}
_CHANGE = {Headline.PERPLEXITY: "told.change_a_token", Headline.LOSS: "told.change"}


def figure(headline: Headline, loss: float) -> str:
    return written(perplexity(loss), 1) if headline is Headline.PERPLEXITY else f"{loss:.3f}"


def of_step(headline: Headline, loss: float) -> Message:
    return Message(_STEP[headline], {"loss": f"{loss:.3f}"})


def validated(headline: Headline, step: int, loss: float, *, is_best: bool) -> str:
    words = Message(_VALIDATED[headline], {"step": step, "figure": figure(headline, loss)})
    return say("told.best", what=words) if is_best else said(words)


def worse(headline: Headline, step: int, began: float, now: float, *, on_unseen: bool) -> str:
    where = message("told.on_unseen") if on_unseen else message("told.on_training")
    change = {"before": figure(headline, began), "after": figure(headline, now)}
    return say(_WORSE[headline], step=step, where=where, **change)


def change_of(run: Run, before: float, after: float) -> Message:
    """The validation loss, from what the run began from to what is kept."""
    return Message(_CHANGE[headline_of([run])], {"before": f"{before:.3f}", "after": f"{after:.3f}"})
