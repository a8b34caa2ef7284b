"""What is told of measurements: an evaluation, a difference, what pretraining was worth, and what a run learnt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.cli.words import said, say
from workbench.experiments.against_base import BeforeAfter
from workbench.experiments.alone import Gain
from workbench.experiments.answer import of_words
from workbench.experiments.control_words import gains_told, handed_told
from workbench.experiments.dividend import Saving
from workbench.experiments.forgetting import FORGOT, Forgetting
from workbench.experiments.handed import Handed
from workbench.experiments.learnt import Learnt
from workbench.experiments.memorising import PHRASE, RECALL, RECITAL, Asked, Memorisation
from workbench.experiments.passages_changed import PassageChange
from workbench.experiments.text_worth import Bound
from workbench.experiments.words_changed import WordChange
from workbench.measuring.bootstrap import CONFIDENCE, Interval
from workbench.measuring.calibration import error_by_chance
from workbench.messages.message import Count, Message, message
from workbench.values.corpus import Split
from workbench.values.measurement import Evaluation
from workbench.values.perplexity import perplexity, written
from workbench.values.run import Run

SPLITS = {
    Split.TRAIN: message("measured.train"),
    Split.VALIDATION: message("measured.validation"),
    Split.TEST: message("measured.test"),
}
_LABELS_WORTH = {
    Bound.EXACT: "told.labels_do", Bound.MORE_THAN: "told.labels_do_more", Bound.LESS_THAN: "told.labels_do_less",
}  # fmt: skip
_WORTH = {Bound.EXACT: "told.worth", Bound.MORE_THAN: "told.worth_more", Bound.LESS_THAN: "told.worth_less"}


def evaluation_lines(found: Evaluation) -> Iterator[str]:
    figures = {"tokens": written(found.perplexity, 2), "words": written(found.word_perplexity, 1)}
    yield say("told.evaluated", bits=f"{found.bits_per_byte:.3f}", **figures)
    by_chance = error_by_chance(found.calibration)
    yield say(
        "told.evaluated_further", loss=f"{found.loss:.4f}", tokens=Count(found.tokens),
        accuracy=f"{found.accuracy:.1%}", top5=f"{found.top5_accuracy:.1%}",
        error=f"{found.calibration_error:.1%}", chance=f"{by_chance:.1%}",
    )  # fmt: skip
    yield said(found.protocol)


def before_after_lines(found: BeforeAfter) -> Iterator[str]:
    """The answer first."""
    yield said(of_words(found).said)
    yield from evaluation_lines(found.after)
    before = found.before
    figures = {"perplexity": written(before.perplexity, 2), "bits": f"{before.bits_per_byte:.3f}"}
    yield say("told.evaluated_before", model=before.model, **figures)
    difference = found.bits_per_byte
    yield say("told.difference", value=f"{difference.value:+.3f}", bounds=bounds(difference))


def gain_lines(run: Run, gains: Sequence[Gain]) -> Iterator[str]:
    """What learning together was worth for each of the things that a run learnt at once."""
    yield from map(said, gains_told(run, gains))


def handed_lines(found: Handed) -> Iterator[str]:
    """Teacher, student, and the same student without a teacher; then what the teacher was worth."""
    yield from map(said, handed_told(found))


def saving_line(saving: Saving) -> str:
    steps = message("told.no_steps_saved")
    if saving.steps_saved is not None:
        steps = message("told.steps_saved", steps=saving.steps_saved)
    if saving.labels is not None and saving.pretrained_figure is not None and saving.scratch_figure is not None:
        labels, worth = Count(saving.labels), Count(saving.labels_worth or 0)
        return say(
            "told.saving_labels", labels=labels, pretrained=f"{saving.pretrained_figure:.1%}",
            scratch=f"{saving.scratch_figure:.1%}", saved=steps,
            worth=Message(_LABELS_WORTH[saving.worth.bound], {"labels": labels, "worth": worth}),
        )  # fmt: skip
    return say(
        "told.saving", share=f"{saving.share:.0%}", pretrained=written(perplexity(saving.pretrained_loss), 1),
        scratch=written(perplexity(saving.scratch_loss), 1), saved=steps,
        worth=Message(_WORTH[saving.worth.bound], {"factor": f"{saving.worth.factor:.3g}"}),
    )  # fmt: skip


def learnt_lines(found: Learnt) -> Iterator[str]:
    places = {"places": found.places, "split": SPLITS[Split(found.split)]}
    yield say("told.expects_more", **places)
    yield from map(_word_line, found.gained[:8])
    yield say("told.expects_less", **places)
    yield from map(_word_line, found.lost[:8])
    yield say("told.improved")
    yield from map(_passage_line, found.improved)
    yield say("told.worsened")
    yield from map(_passage_line, found.worsened)
    yield say("told.nothing_to_forget") if found.forgetting is None else _forgetting_line(found.forgetting)
    by_heart = found.memorisation
    yield say("told.by_heart", verdict=RECALL[by_heart.verdict], longest=by_heart.longest)
    yield from asked_lines(by_heart)
    for recital in by_heart.recitals:
        text, words = " ".join(recital.text.split())[:100], f"{recital.words:3}"
        yield f"  {say('told.recital', words=words, times=Count(recital.times), text=text)}"
    code = "told.leaks_spoken" if by_heart.leaks.of_conversations else "told.leaks_counted"
    yield say(code, found=Count(by_heart.leaks.found), checked=Count(by_heart.leaks.checked))


def asked_lines(found: Memorisation) -> Iterator[str]:
    """How often it went on by heart, and what it is worth that it did not."""
    yield _asked_line(found.spread, message("told.beginnings_spread"))
    if found.repeated.beginnings:
        least, most = Count(found.fewest_times), Count(found.most_times)
        yield _asked_line(found.repeated, message("told.beginnings_repeated", least=least, most=most))
    else:
        yield f"  {say('told.nothing_repeated')}"


def bounds(found: Interval) -> Message:
    """Between which bounds a difference lies, and how that was found out."""
    if found.low is None or found.high is None:
        return message("told.unsure")
    return message("told.bounds", low=f"{found.low:+.3f}", high=f"{found.high:+.3f}", drawn=found.drawn.said)


def _asked_line(asked: Asked, what: Message) -> str:
    if asked.at_most is None:
        went_on = {"phrases": asked.phrases, "recitals": asked.recitals}
        lengths = {"phrase": PHRASE, "recital": RECITAL}
        return f"  {say('told.went_on', what=what, beginnings=asked.beginnings, **went_on, **lengths)}"
    sure = {"confidence": f"{CONFIDENCE:.0%}", "share": f"{asked.at_most:.1%}"}
    return f"  {say('told.went_on_never', what=what, beginnings=asked.beginnings, phrase=PHRASE, **sure)}"


def _word_line(word: WordChange) -> str:
    at = say("told.at_places", places=word.places) if word.places > 1 else say("told.at_one")
    return f"  {word.word:>14} {word.before:7.2%} → {word.after:7.2%}   {at}: {word.example}"


def _passage_line(passage: PassageChange) -> str:
    text = " ".join(passage.text.split())
    before, after = (written(perplexity(loss), 1) for loss in (passage.before, passage.after))
    return f"  {before:>8} → {after:>6}   {text[:90]}"


def _forgetting_line(found: Forgetting) -> str:
    figures = {"before": f"{found.before:.3f}", "after": f"{found.after:.3f}", "bounds": bounds(found.change)}
    return say("told.forgot", verdict=FORGOT[found.verdict], language=found.language, **figures)
