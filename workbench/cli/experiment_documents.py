"""The documents of --json about experiments: what was found by comparing runs, or by trying something on them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from workbench.cli.documents import evaluation_json, interval_json, measured_json
from workbench.experiments.against_base import BeforeAfter
from workbench.experiments.alone import Gain, without_steps
from workbench.experiments.answer import of_words
from workbench.experiments.comparing import RESULTS, comparable, differences, result_of, value_of
from workbench.experiments.dividend import Dividend, Saving
from workbench.experiments.handed import Handed
from workbench.experiments.learnt import Learnt
from workbench.experiments.memorising import PHRASE, RECITAL
from workbench.measuring.bootstrap import CONFIDENCE
from workbench.messages.rendering import render
from workbench.values.perplexity import perplexity
from workbench.values.run import NEXT_WORD, Run


def before_after_json(comparison: BeforeAfter) -> dict[str, Any]:
    """The evaluation after, with the one before under "base" and their difference (after - before)."""
    differences = {"bits_per_byte": comparison.bits_per_byte, "loss": comparison.loss}
    return {
        **evaluation_json(comparison.after),
        "answer": render(of_words(comparison).said),
        "base": evaluation_json(comparison.before),
        "difference": {
            **{name: found and interval_json(found) for name, found in differences.items()},
            "confidence": CONFIDENCE,
        },
    }


def gains_json(run: Run, gains: Sequence[Gain], names: Mapping[int, str]) -> dict[str, Any]:
    """What each input gained, null for one that had no step; `names` are those of the runs that learnt it alone, by
    their numbers."""
    compared = ("run_alone", "figure", "together", "alone", "difference", "helped")
    return {
        "run": run.name,
        "inputs": [
            {
                **dataclasses.asdict(gain.input),
                "run_alone": names[gain.run],
                "steps": gain.steps,
                "figure": gain.figure,
                "together": gain.together,
                "alone": gain.alone,
                "difference": interval_json(gain.difference),
                "helped": gain.has_helped,
            }
            for gain in gains
        ]
        + [{**dataclasses.asdict(each), "steps": 0, **dict.fromkeys(compared)} for each in without_steps(run, gains)],
    }


def handed_json(run: str, found: Handed) -> dict[str, Any]:
    return {
        "run": run,
        "figure": found.figure,
        "teacher": dataclasses.asdict(found.teacher),
        "student": dataclasses.asdict(found.student),
        "without_teacher": dataclasses.asdict(found.without),
        "difference": interval_json(found.difference),
        "helped": found.has_helped,
    }


def dividend_json(dividend: Dividend) -> dict[str, Any]:
    """Losses in nats on the validation split by step, of next words per token; of labels with the F1 beside them."""
    return {
        "dividend": dividend.group,
        "task": dividend.plan.task,
        "labels": dividend.examples,
        "corpus": dividend.plan.corpus,
        "model": str(dividend.plan.model),
        "finished": dividend.is_finished,
        "trials": [
            {
                "run": trial.run, "pretrained": trial.is_pretrained, "share": trial.share,
                "steps": trial.steps, "validation_losses": trial.losses,
                **({"f1": trial.figures} if trial.figures else {}),
            }
            for trial in dividend.trials
        ],
        "savings": [
            {
                **dataclasses.asdict(saving),
                **(_of_labels(saving) if dividend.plan.task != NEXT_WORD else _of_next_words(saving)),
            }
            for saving in dividend.savings
        ],
    }  # fmt: skip


def _of_next_words(saving: Saving) -> dict[str, Any]:
    return {
        "pretrained_perplexity": perplexity(saving.pretrained_loss),
        "scratch_perplexity": perplexity(saving.scratch_loss),
    }


def _of_labels(saving: Saving) -> dict[str, Any]:
    return {"labels_worth": saving.labels_worth}


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


def comparison_json(runs: list[Run]) -> dict[str, Any]:
    """The document of `compare --json`: what differs, whether and by what the runs may be ranked, and for each run its
    values and results."""
    differ = [difference.name for difference in differences(runs)]
    ranking = comparable(runs)
    return {
        "differ": differ,
        "ranked_by": ranking.measure,
        "why": ranking.why or None,
        "runs": [
            {
                "run": run.name,
                "status": run.status.value,
                "winner": run.is_winner,
                "settings": {name: value_of(run, name) for name in differ},
                "results": {name: result_of(run, name) for name in (*RESULTS, *run.best_figures)},
                **measured_json(run),
            }
            for run in runs
        ],
    }
