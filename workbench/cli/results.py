"""The commands that tell how well models do and what came of a run: evaluate, dividend, learnt."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from workbench.cli import terminal
from workbench.corpora.remarks import leaks
from workbench.experiments import trials
from workbench.experiments.against_base import BeforeAfter, compare
from workbench.experiments.dividend import SHARES, Dividend, Plan, Saving
from workbench.experiments.learnt import Learnt, learnt
from workbench.experiments.memorising import PHRASE, RECITAL, Memorisation
from workbench.experiments.text_worth import Bound
from workbench.measuring.bootstrap import CONFIDENCE, Interval
from workbench.measuring.calibration import error_by_chance
from workbench.measuring.shares import between
from workbench.messages.rendering import render
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.fine_tuning import PRESETS
from workbench.values.measurement import Evaluation
from workbench.values.perplexity import perplexity
from workbench.values.progress import Progress

COMMANDS = ("evaluate", "dividend", "learnt")

OnProject = Callable[[str, Callable[[argparse.Namespace], Any], str], argparse.ArgumentParser]


def add_commands(on_project: OnProject) -> None:
    """Make the commands with `on_project`, which gives each its project."""
    evaluate = on_project("evaluate", _evaluate, "measure how well a model predicts a text")
    evaluate.add_argument("--model", required=True)
    evaluate.add_argument("--corpus", required=True)
    _add_split(evaluate)
    evaluate.add_argument(
        "--base", nargs="?", const="", metavar="MODEL",
        help="compare with what the run started from, or with MODEL, and tell how sure the difference is",
    )  # fmt: skip
    evaluate.add_argument("--context", type=_positive, help="tokens that a prediction sees at most; default: 256")
    evaluate.add_argument(
        "--stride", type=_positive, help="tokens between two windows; default: the context, so that none overlap"
    )
    dividend = on_project("dividend", _dividend, "train with and without pretraining, and tell what it was worth")
    dividend.add_argument("--corpus", required=True)
    dividend.add_argument("--model", required=True, help="a pretrained model's name or folder")
    dividend.add_argument("--preset", choices=PRESETS, default="quick")
    dividend.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change one setting")
    dividend.add_argument(
        "--share", action="append", type=float, default=[],
        help="a share of the training text, 0.01 to 1; default: 0.1, 0.3 and 1",
    )  # fmt: skip
    dividend.add_argument("--name", help="what the comparison is called; one that was begun goes on")
    told = on_project("learnt", _learnt, "tell what a run learnt, forgot and knows by heart")
    told.add_argument("run")
    _add_split(told)
    for made in (evaluate, dividend, told):
        made.add_argument("--json", action="store_true", help="print one JSON document")


def _evaluate(options: argparse.Namespace) -> None:
    split = Split(options.split)
    with Project.look(options.project) as project:
        services = Workbench(project)
        found, model = None, services.models.named(options.model)
        if options.base is None:
            alone = services.asking.loaded(model)
            measuring = services.asking.measure(
                alone, options.model, options.corpus, split, options.context, options.stride
            )
            row = evaluation_json(terminal.follow(measuring, terminal.show_progress).evaluation)
        else:
            base = services.models.named(options.base) if options.base else None
            comparing = compare(services, model, options.corpus, split, base, options.context, options.stride)
            found = terminal.follow(comparing, terminal.show_progress)
            row = comparison_json(found)
        contents = project.corpus(options.corpus).contents
    if options.json:
        counts = {"found": contents.leaks.found, "checked": contents.leaks.checked}
        terminal.show(options, {**row, "leaks": counts}, "")
        return
    print(_EVALUATION.format(**row))
    if split is not Split.TRAIN and (leaked := leaks(contents)):
        print(render(leaked))
    if found is not None:
        print(_DIFFERENCE.format(**row, bounds=_bounds(found.bits_per_byte)))


def _dividend(options: argparse.Namespace) -> None:
    settings = terminal.fine_tuning(options)
    with Project.open(options.project) as project:
        services = Workbench(project)
        model = services.models.named(options.model)
        plan = Plan(options.corpus, model, settings, tuple(sorted(set(options.share))) or SHARES)
        work = trials.start_dividend(services, plan, options.name)
        found = terminal.follow(work, _show_trials)
    if options.json:
        terminal.show(options, dividend_json(found), "")
        return
    for saving in found.savings:
        print(_saving_line(saving))


def _learnt(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        finding = learnt(Workbench(project), options.run, Split(options.split))
        found = terminal.follow(finding, terminal.show_progress)
    if options.json:
        terminal.show(options, learnt_json(found), "")
    else:
        print("\n".join(_learnt_lines(found)))


def evaluation_json(evaluation: Evaluation) -> dict[str, Any]:
    """With what chance leaves open where a figure was counted at few places."""
    asked = evaluation.words_asked
    shares = {name: getattr(evaluation, name) for name in ("word_accuracy", "top5_word_accuracy")}
    return {
        **dataclasses.asdict(evaluation),
        "protocol": render(evaluation.protocol),
        **{
            f"{name}_between": None if share is None else between(round(share * asked), asked)
            for name, share in shares.items()
        },
        "calibration_error_by_chance": error_by_chance(evaluation.calibration),
    }


def interval_json(found: Interval) -> dict[str, Any]:
    """`low` and `high` are null where too little was read to tell; `drawn` says in words how they were found."""
    drawn = found.drawn
    return {
        "value": found.value, "low": found.low, "high": found.high, "drawn": drawn.in_words,
        "kind": drawn.kind, "units": drawn.units, "block": drawn.block,
    }  # fmt: skip


def comparison_json(comparison: BeforeAfter) -> dict[str, Any]:
    """The evaluation after, with the one before under "base" and their difference (after - before)."""
    differences = {"bits_per_byte": comparison.bits_per_byte, "loss": comparison.loss}
    return {
        **evaluation_json(comparison.after),
        "base": evaluation_json(comparison.before),
        "difference": {
            **{name: found and interval_json(found) for name, found in differences.items()},
            "confidence": CONFIDENCE,
        },
    }


def dividend_json(dividend: Dividend) -> dict[str, Any]:
    """Losses in nats per token on the validation split, by step."""
    return {
        "dividend": dividend.group,
        "corpus": dividend.plan.corpus,
        "model": str(dividend.plan.model),
        "finished": dividend.is_finished,
        "trials": [
            {
                "run": trial.run, "pretrained": trial.is_pretrained, "share": trial.share,
                "steps": trial.steps, "validation_losses": trial.losses,
            }
            for trial in dividend.trials
        ],
        "savings": [
            {
                **dataclasses.asdict(saving),
                "pretrained_perplexity": perplexity(saving.pretrained_loss),
                "scratch_perplexity": perplexity(saving.scratch_loss),
            }
            for saving in dividend.savings
        ],
    }  # fmt: skip


def learnt_json(found: Learnt) -> dict[str, Any]:
    document = dataclasses.asdict(found)
    by_heart = found.memorisation
    document["memorisation"] |= {"longest": by_heart.longest, "verdict": by_heart.verdict}
    document["memorisation"]["phrase_words"], document["memorisation"]["recital_words"] = PHRASE, RECITAL
    for name, asked in (("spread", by_heart.spread), ("repeated", by_heart.repeated)):
        document["memorisation"][name]["at_most"] = asked.at_most
    if found.forgetting is not None:
        document["forgetting"] |= {
            "verdict": found.forgetting.verdict, "change": interval_json(found.forgetting.change),
        }  # fmt: skip
    return document


def _learnt_lines(found: Learnt) -> Iterator[str]:
    for title, words in (("Words it now expects more", found.gained), ("Words it now expects less", found.lost)):
        yield f"{title} ({found.places} places in the {found.split} split):"
        for word in words[:8]:
            at = f"at {word.places}" if word.places > 1 else "at one alone"
            yield f"  {word.word:>14} {word.before:7.2%} → {word.after:7.2%}   {at}: {word.example}"
    for title, passages in (("Most improved", found.improved), ("Most worsened", found.worsened)):
        yield f"{title} passages (perplexity a token):"
        for passage in passages:
            text = " ".join(passage.text.split())
            yield f"  {perplexity(passage.before):8.1f} → {perplexity(passage.after):6.1f}   {text[:90]}"
    forgot, by_heart = found.forgetting, found.memorisation
    if forgot is None:
        yield "Forgetting: it started from random weights, which know nothing to forget."
    else:
        yield (
            f"Forgetting: {forgot.verdict}; general text ({forgot.language}) {forgot.before:.3f} → {forgot.after:.3f} "
            f"bits per byte; the change is {_bounds(forgot.change)}"
        )
    yield f"By heart: {by_heart.verdict}; the longest passage reproduced verbatim has {by_heart.longest} words"
    yield from _asked_lines(by_heart)
    for recital in by_heart.recitals:
        text = " ".join(recital.text.split())[:100]
        yield f"  {recital.words:3} words, up to {recital.times:,} times in the text: {text}"
    yield (f"{by_heart.leaks.found:,} of {by_heart.leaks.checked:,} held-out passages are nearly in the training text")


def _asked_lines(found: Memorisation) -> Iterator[str]:
    """How often it went on by heart, and what it is worth that it did not."""
    kinds = [(found.spread, "beginnings spread over the training text")]
    if found.repeated.beginnings:
        stand = f"{found.fewest_times:,} to {found.most_times:,} times in it"
        kinds.append((found.repeated, f"beginnings of the most repeated passages ({stand})"))
    for asked, what in kinds:
        if asked.at_most is None:
            went_on = f"{asked.phrases} of {asked.beginnings} {what} were continued word for word"
            yield f"  {went_on} for {PHRASE} words or more, {asked.recitals} for {RECITAL} or more"
        else:
            yield (
                f"  none of {asked.beginnings} {what} was continued word for word for {PHRASE} words or more: with "
                f"{CONFIDENCE:.0%} confidence fewer than {asked.at_most:.1%} of such beginnings would be"
            )
    if not found.repeated.beginnings:
        yield "  no passage stands in the training text twice"


def _show_trials(event: Progress | Dividend) -> None:
    if isinstance(event, Progress):
        terminal.show_progress(event)


def _saving_line(saving: Saving) -> str:
    beyond = {Bound.MORE_THAN: "more than ", Bound.LESS_THAN: "less than ", Bound.EXACT: ""}[saving.worth.bound]
    saved = "steps saved: none" if saving.steps_saved is None else f"steps saved: {saving.steps_saved}"
    return (
        f"{saving.share:.0%} of the text: perplexity a token {perplexity(saving.pretrained_loss):.1f} pretrained, "
        f"{perplexity(saving.scratch_loss):.1f} from scratch; {saved}; "
        f"matches training from scratch on {beyond}{saving.worth.factor:.3g}× the text"
    )


_EVALUATION = (
    "perplexity {perplexity:.2f} a token, {word_perplexity:.1f} a word; {bits_per_byte:.3f} bits per byte\n"
    "loss {loss:.4f} nats per token over {tokens:,} tokens; {accuracy:.1%} of tokens right at once, "
    "{top5_accuracy:.1%} among the five likeliest tokens; calibration off by {calibration_error:.1%} "
    "({calibration_error_by_chance:.1%} by chance alone)\n{protocol}"
)
_DIFFERENCE = (
    "{base[model]} before: perplexity {base[perplexity]:.2f} a token, {base[bits_per_byte]:.3f} bits per byte\n"
    "difference {difference[bits_per_byte][value]:+.3f} bits per byte, "
    "{bounds}"
)


def _bounds(found: Interval) -> str:
    if found.low is None or found.high is None:
        return "too little was read to say how sure that is"
    return f"95 % between {found.low:+.3f} and {found.high:+.3f} ({found.drawn.in_words})"


def _add_split(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--split", choices=[split.value for split in Split], default=Split.VALIDATION.value)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("it is 1 or more")
    return number
