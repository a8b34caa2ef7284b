"""What came of runs that learn labels, answers or several things, or from a teacher: each rule on recorded curves."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from tests.costs.test_outcome import BASE, STEPS, course, curve, falling, first, saturating, told, turning
from workbench.costs.course import Classes, Course
from workbench.costs.finding import Act, Rule
from workbench.costs.outcome import judge
from workbench.messages.rendering import render
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.run import Input, RunStatus

CLASSES = Classes("rare", 40, 2, 0.6)


def of_labels(found: Course, **changes: Any) -> Course:
    """As a run of labels whose classes are as frequent as in CLASSES."""
    run = dataclasses.replace(found.run, inputs=(Input("letters", "labels"),), **changes)
    return dataclasses.replace(found, run=run, is_of_tokens=False, tokens=0, classes={"labels": CLASSES})


def with_run(found: Course, **changes: Any) -> Course:
    return dataclasses.replace(found, run=dataclasses.replace(found.run, **changes))


def shares(of: Callable[[float], float]) -> dict[str, Any]:
    return {"labels/accuracy": curve({step: of(step / STEPS) for step in range(0, STEPS + 1, 25)})}


def test_what_becomes_surer_of_its_mistakes_alone_is_smoothed() -> None:
    found = of_labels(course(turning, falling), best_figures={"labels/accuracy": 0.8})
    sure = dataclasses.replace(found, figures=shares(lambda _: 0.8))
    assert told(sure) == [Rule.TOO_SURE, Rule.MUCH_BETTER]
    assert (first(sure).act, first(sure).settings) == (Act.RETRY, {"label_smoothing": 0.1})
    assert "told no fewer right (80 % → 80 %)" in render(first(sure).said)
    smooth = with_run(sure, fine_tuning=FineTuning(label_smoothing=0.1))
    assert first(smooth).rule is Rule.TOO_SURE and first(smooth).act is Act.TRY
    fewer = dataclasses.replace(found, figures=shares(lambda share: 0.8 if share < 0.7 else 0.7))
    assert told(fewer)[0] is Rule.BY_HEART, "where fewer are right, it has learnt by heart"


def test_who_is_no_better_than_the_most_frequent_class_is_told_so() -> None:
    found = of_labels(course(saturating), best_figures={"labels/accuracy": 0.6})
    assert told(found) == [Rule.MOST_FREQUENT, Rule.LEVEL], "better than an untrained head is no praise"
    assert Rule.MOST_FREQUENT not in told(with_run(found, best_figures={"labels/accuracy": 0.7}))
    lopsided = dataclasses.replace(found, classes={"labels": dataclasses.replace(CLASSES, frequent_share=0.9)})
    offered = {finding.rule: finding for finding in judge(lopsided)}[Rule.MOST_FREQUENT]
    assert offered.settings == {"class_weights": True} and "(90 %)" in render(offered.said)
    head = with_run(found, fine_tuning=FineTuning(method=Method.HEAD))
    assert {finding.rule: finding for finding in judge(head)}[Rule.MOST_FREQUENT].settings == {"method": Method.FULL}


def test_a_head_that_does_no_better_on_its_own_texts_gives_way_to_all_weights() -> None:
    found = of_labels(course(saturating), fine_tuning=FineTuning(method=Method.HEAD), best_figures={})
    assert told(found)[0] is Rule.HEAD_LEVEL and first(found).settings == {"method": Method.FULL}
    memorised = dataclasses.replace(found, training=course(lambda share: saturating(share) - 1).training)
    assert told(memorised)[0] is Rule.LEVEL, "one that knows its own texts better needs more of them"


def test_a_class_of_few_texts_wants_more() -> None:
    found = of_labels(course(saturating), best_figures={"labels/accuracy": 0.9})
    few = dataclasses.replace(found, classes={"labels": dataclasses.replace(CLASSES, examples=3)})
    assert Rule.FEW_OF_A_CLASS not in told(found) and told(few)[-1] is Rule.FEW_OF_A_CLASS
    assert render(judge(few)[-1].said).startswith("Of “rare” there are 3 texts to learn from")


def test_tags_of_which_none_is_right_are_learnt_on() -> None:
    run: dict[str, Any] = {"inputs": (Input("letters", "tags"),), "best_figures": {"tags/f1": 0.0}}
    assert told(with_run(course(saturating), **run)) == [Rule.NO_SPANS, Rule.LEVEL]


def test_what_is_lost_by_learning_together_wants_a_larger_weight() -> None:
    def both(one: float, other: float) -> Course:
        ends = {"labels/loss": one, "next_word/loss": other}
        curves = {name: curve({0: BASE, STEPS: value}) for name, value in ends.items()}
        inputs = (Input("letters", "labels"), Input("Log"))
        return dataclasses.replace(with_run(course(falling), inputs=inputs), figures=curves, is_of_tokens=False)

    lost = both(BASE + 0.3, BASE - 2)
    assert first(lost).rule is Rule.PART_WORSE and first(lost).act is Act.RETRY and not first(lost).settings
    assert "“letters” got worse (loss 5 → 5.3)" in render(first(lost).said)
    assert Rule.PART_WORSE not in told(both(BASE - 0.3, BASE - 2))


def test_a_teacher_that_handed_on_nothing_is_named() -> None:
    found = dataclasses.replace(course(saturating), teacher="English")
    assert told(found) == [Rule.LEVEL, Rule.TAUGHT_IN_VAIN, Rule.MUCH_BETTER]


def test_few_conversations_want_more() -> None:
    few = dataclasses.replace(course(saturating), tokens=0, conversations=12)
    assert render(judge(few)[-1].said).startswith("It learnt from 12 conversations.")
    assert Rule.FEW_CONVERSATIONS not in told(dataclasses.replace(few, conversations=500))


def test_what_was_stopped_too_early_to_tell_goes_on() -> None:
    early = course(lambda share: BASE - 2 * min(share, 0.1), steps=50)
    early = with_run(early, status=RunStatus.STOPPED)
    assert told(early) == [Rule.STOPPED_EARLY, Rule.BETTER]
    assert (first(early).act, first(early).steps) == (Act.CONTINUE, 100)
    left = dataclasses.replace(early, validation=None)
    assert told(with_run(left, status=RunStatus.INTERRUPTED)) == [Rule.UNMEASURED]


def test_a_loss_that_rose_and_came_back_asks_for_a_smaller_rate() -> None:
    found = course(lambda share: BASE + 0.5 * share * (1 - share), lambda _: BASE, rate=0.02)
    assert told(found) == [Rule.WORSE] and first(found).settings == {"learning_rate": 5e-4}
    assert "came back to no more than where it began" in render(first(found).said)
