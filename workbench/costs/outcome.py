"""What came of a run and what sensibly comes next: pure rules over the curves that it recorded."""

from __future__ import annotations

from collections.abc import Callable

from workbench.costs.course import NOISE, UNCHANGED, Course
from workbench.costs.finding import Act, Finding, Rule, going_on
from workbench.costs.task_rules import (
    few_conversations,
    few_of_a_class,
    head_level,
    most_frequent,
    no_spans,
    part_worse,
    taught_in_vain,
    too_sure,
)  # fmt: skip
from workbench.messages.message import Count, Message, message
from workbench.values.run import RunStatus

MUCH = 0.4  # nats: a third fewer tokens to waver among
FALLING_SHARE = 0.05  # of all that it won, in its last quarter: there is more to be won
TIMES = 10  # a rate is changed by, where nobody knows a suited one
CLEARLY = 2  # times the rate, or as many times less, that a suited one must be to be offered instead
FEW_STEPS = 50  # in which even a suited rate may not have come far
FEW_LOOKS = 2  # beside the first, by which nobody can tell how a run goes on
FEW_TOKENS = 10_000  # of a text from which little can be learnt
MANY_TIMES = 10  # that a text is read
HIGHEST_RATE = 10.0  # that a run can have
# What need not be said where something else is.
SAID_BY = {
    Rule.UNCHANGED: {Rule.BETTER, Rule.SMALL_TEXT},  # which is not what would help
    Rule.WORSE: {Rule.BETTER, Rule.STILL_FALLING, Rule.SMALL_TEXT},
    Rule.MUCH_BETTER: {Rule.BETTER},
    Rule.TOO_SURE: {Rule.BY_HEART},
    Rule.HEAD_LEVEL: {Rule.LEVEL},
    Rule.NO_SPANS: {Rule.MUCH_BETTER, Rule.BETTER},  # than a head that has learnt nothing, which is no praise
    Rule.MOST_FREQUENT: {Rule.MUCH_BETTER, Rule.BETTER},
}


def judge(course: Course) -> tuple[Finding, ...]:
    """What there is to say of a run, what matters most first; nothing of one that was never measured."""
    run = course.run
    if run.status in (RunStatus.QUEUED, RunStatus.RUNNING) or not run.steps:
        return ()
    if run.error is not None and run.error.code == "run.diverged":
        return (_exploded(course),)
    if run.base_validation_loss is None or not course.looks:
        return _unmeasured(course)
    found = [finding for rule in RULES if (finding := rule(course)) is not None]
    needless = {rule for finding in found for rule in SAID_BY.get(finding.rule, ())}
    return tuple(finding for finding in found if finding.rule not in needless)


def _exploded(course: Course) -> Finding:
    rate = _smaller_rate(course)
    said = message("what_now.exploded", rate=_rate(course), next=rate)
    return Finding(Rule.EXPLODED, said, Act.RETRY, settings={"learning_rate": rate})


def _unmeasured(course: Course) -> tuple[Finding, ...]:
    if course.run.status is not RunStatus.INTERRUPTED:
        return ()
    return (going_on(course.run, Rule.UNMEASURED, message("what_now.unmeasured")),)


def _worse(course: Course) -> Finding | None:
    """It never did better on new text, nor did it learn its own."""
    is_back = course.rise <= NOISE
    learnt = course.base - course.training_end if is_back else course.training_fell(0)
    if course.won > UNCHANGED or course.excursion <= 2 * NOISE or learnt > (5 * NOISE if is_back else NOISE):
        return None
    rate = _smaller_rate(course)
    change = course.change(course.base, course.base + course.excursion if is_back else course.looks[-1][1])
    code = "what_now.restless" if is_back else "what_now.worse"
    said = Message(code, {"change": change, "rate": _rate(course), "next": rate})
    return Finding(Rule.WORSE, said, Act.RETRY, settings={"learning_rate": rate})


def _unchanged(course: Course) -> Finding | None:
    if course.won > UNCHANGED or course.excursion > 2 * NOISE or abs(course.training_fell(0)) > 5 * NOISE:
        return None
    run, suited, rate = course.run, course.suited_rate, _rate(course)
    if suited is not None and rate * CLEARLY > suited and run.steps < FEW_STEPS:
        said = message("what_now.unchanged_so_far", steps=Count(run.steps))
        return going_on(course.run, Rule.UNCHANGED, said)
    higher = suited if suited is not None and suited >= CLEARLY * rate else min(HIGHEST_RATE, TIMES * rate)
    said = message("what_now.unchanged", rate=rate, next=_tidy(higher))
    return Finding(Rule.UNCHANGED, said, Act.RETRY, settings={"learning_rate": _tidy(higher)})


def _by_heart(course: Course) -> Finding | None:
    """New text got worse after its best look, while its own went on getting better."""
    step = course.best_step
    if course.rise <= NOISE or course.training_fell(step) <= NOISE:
        return None
    change = course.change(course.best, course.looks[-1][1])
    if not step:
        return Finding(Rule.BY_HEART, message("what_now.by_heart_at_once", change=change), Act.ADD_TEXT)
    said = message("what_now.by_heart", step=Count(step), change=change)
    return Finding(Rule.BY_HEART, said, Act.TRY)


def _still_falling(course: Course) -> Finding | None:
    run, looks = course.run, course.looks
    before = [look for look in looks if look[0] <= 0.75 * looks[-1][0]]
    if not before or course.best_step != looks[-1][0]:
        return None
    won, won_last = course.base - looks[-1][1], before[-1][1] - looks[-1][1]
    if won_last <= NOISE or won_last < FALLING_SHARE * won:
        return None
    change = course.change(before[-1][1], looks[-1][1])
    said = message(
        "what_now.still_falling", steps=Count(looks[-1][0] - before[-1][0]), change=change, more=Count(run.steps)
    )
    if run.status is not RunStatus.FINISHED:
        left = max(0, run.total_steps - run.steps)
        said = message("what_now.stopped_falling", steps=Count(run.steps), total=Count(run.total_steps), change=change)
        return Finding(Rule.STILL_FALLING, said, Act.CONTINUE, steps=left)
    return going_on(course.run, Rule.STILL_FALLING, said)


def _stopped_early(course: Course) -> Finding | None:
    run, looks = course.run, course.looks
    if run.status not in (RunStatus.STOPPED, RunStatus.INTERRUPTED) or 2 * run.steps > run.total_steps:
        return None
    if len(looks) > FEW_LOOKS or course.rise > NOISE or _unchanged(course) or _still_falling(course):
        return None
    said = message("what_now.stopped_early", steps=Count(run.steps), total=Count(run.total_steps))
    return going_on(course.run, Rule.STOPPED_EARLY, said)


def _level(course: Course) -> Finding | None:
    if not course.steps_at_rest:
        return None
    return Finding(Rule.LEVEL, message("what_now.level", steps=Count(course.steps_at_rest)), Act.TRY)


def _much_better(course: Course) -> Finding | None:
    if course.won < MUCH:
        return None
    return Finding(Rule.MUCH_BETTER, message("what_now.much_better"), Act.TRY)


def _better(course: Course) -> Finding | None:
    if course.won <= UNCHANGED:
        return None
    return Finding(Rule.BETTER, message("what_now.better"), Act.TRY)


def _small_text(course: Course) -> Finding | None:
    run, tokens = course.run, course.tokens
    times = round(run.steps * run.fine_tuning.tokens_per_step / tokens) if tokens else 0
    if not tokens or (tokens >= FEW_TOKENS and times <= MANY_TIMES):
        return None
    said = message("what_now.small_text", tokens=Count(tokens), times=Count(max(1, times)))
    return Finding(Rule.SMALL_TEXT, said, Act.ADD_TEXT)


RULES: tuple[Callable[[Course], Finding | None], ...] = (
    _worse, _unchanged, too_sure, _by_heart, part_worse, _still_falling, _stopped_early, head_level, no_spans,
    most_frequent, _level, taught_in_vain, _much_better, _better, few_of_a_class, few_conversations, _small_text,
)  # fmt: skip


def _rate(course: Course) -> float:
    return _tidy(course.run.fine_tuning.learning_rate)


def _smaller_rate(course: Course) -> float:
    rate, suited = course.run.fine_tuning.learning_rate, course.suited_rate
    return _tidy(suited if suited is not None and suited * CLEARLY <= rate else rate / TIMES)


def _tidy(rate: float) -> float:
    """Three digits are all that matters of it."""
    return float(f"{rate:.3g}")
