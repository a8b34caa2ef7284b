"""What came of a run and what sensibly comes next: pure rules over the curves that it recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from workbench.messages.message import Count, Message, in_turn, message
from workbench.values.measurement import Curve
from workbench.values.perplexity import decimals, is_endless, perplexity
from workbench.values.run import Run, RunStatus

NOISE = 0.02  # nats that a look at the validation text may differ by without meaning it
UNCHANGED = 0.01  # nats by which the best look may lie below the beginning, and hardly anything is learnt
MUCH = 0.4  # nats: a third fewer tokens to waver among
LEVEL = 0.01  # nats won over the last third of a run that is over its best time, or this share of all that it won
FEWEST_LOOKS = 4  # beside the first, to tell that a run is level
FALLING_SHARE = 0.05  # of all that it won, in its last quarter: there is more to be won
TIMES = 10  # a rate is changed by, where nobody knows a suited one
CLEARLY = 2  # times the rate, or as many times less, that a suited one must be to be offered instead
FEW_STEPS = 50  # in which even a suited rate may not have come far
FEW_TOKENS = 10_000  # of a text from which little can be learnt
MANY_TIMES = 10  # that a text is read
HIGHEST_RATE = 10.0  # that a run can have


class Rule(StrEnum):
    """In the order in which they are told; the first one that holds says what comes next."""

    EXPLODED = "exploded"
    WORSE = "worse"
    UNCHANGED = "unchanged"
    BY_HEART = "by_heart"
    STILL_FALLING = "still_falling"
    LEVEL = "level"
    MUCH_BETTER = "much_better"
    BETTER = "better"
    SMALL_TEXT = "small_text"


class Act(StrEnum):
    """What a person can sensibly do next."""

    TRY = "try"
    TRAIN_ON = "train_on"
    CONTINUE = "continue"
    RETRY = "retry"  # another run like it, with another learning rate
    ADD_TEXT = "add_text"


@dataclass(frozen=True)
class Finding:
    """`steps` are how many more to train on for, `learning_rate` that of the run to be tried instead."""

    rule: Rule
    said: Message
    act: Act
    steps: int = 0
    learning_rate: float = 0.0


@dataclass(frozen=True)
class Course:
    """What is known of a run that is over. Curves in nats, those of next words per token."""

    run: Run
    training: Curve | None
    validation: Curve | None  # with the look before the first step
    tokens: int = 0  # that it had to learn from; 0 where that is not known or says nothing
    suited_rate: float | None = None  # None where what it began from is gone
    is_of_tokens: bool = True  # whether its losses are told as perplexities


def judge(course: Course) -> tuple[Finding, ...]:
    """What there is to say of a run, what matters most first; nothing of one that was never measured."""
    run = course.run
    if run.status in (RunStatus.QUEUED, RunStatus.RUNNING) or not run.steps:
        return ()
    if run.error is not None and run.error.code == "run.diverged":
        return (_exploded(course),)
    if run.base_validation_loss is None or not _looks(course):
        return ()
    found = [finding for rule in RULES if (finding := rule(course)) is not None]
    told = {finding.rule for finding in found}
    if told & {Rule.UNCHANGED, Rule.WORSE, Rule.MUCH_BETTER}:
        found = [finding for finding in found if finding.rule is not Rule.BETTER]
    return tuple(found)


def paragraph(findings: Sequence[Finding]) -> Message | None:
    """All of them as one; None where there is nothing to say."""
    return in_turn(finding.said for finding in findings) if findings else None


def _exploded(course: Course) -> Finding:
    rate = _smaller_rate(course)
    said = message("what_now.exploded", rate=_rate(course), next=rate)
    return Finding(Rule.EXPLODED, said, Act.RETRY, learning_rate=rate)


def _worse(course: Course) -> Finding | None:
    """It never did better on new text, nor did it learn its own."""
    if course.run.kept_step != 0 or _rise(course) <= NOISE or _training_fell(course, 0) > NOISE:
        return None
    rate = _smaller_rate(course)
    change = _change(course, _base(course), _looks(course)[-1][1])
    said = message("what_now.worse", change=change, rate=_rate(course), next=rate)
    return Finding(Rule.WORSE, said, Act.RETRY, learning_rate=rate)


def _unchanged(course: Course) -> Finding | None:
    won = _base(course) - _best(course)
    if won > UNCHANGED or _rise(course) > NOISE or abs(_training_fell(course, 0)) > 5 * NOISE:
        return None
    run, suited, rate = course.run, course.suited_rate, _rate(course)
    if suited is not None and rate * CLEARLY > suited and run.steps < FEW_STEPS:
        said = message("what_now.unchanged_so_far", steps=Count(run.steps))
        return _going_on(course, Rule.UNCHANGED, said)
    higher = suited if suited is not None and suited >= CLEARLY * rate else min(HIGHEST_RATE, TIMES * rate)
    said = message("what_now.unchanged", rate=rate, next=_tidy(higher))
    return Finding(Rule.UNCHANGED, said, Act.RETRY, learning_rate=_tidy(higher))


def _by_heart(course: Course) -> Finding | None:
    """New text got worse after its best look, while its own went on getting better."""
    step = _best_step(course)
    if _rise(course) <= NOISE or _training_fell(course, step) <= NOISE:
        return None
    change = _change(course, _best(course), _looks(course)[-1][1])
    if not step:
        return Finding(Rule.BY_HEART, message("what_now.by_heart_at_once", change=change), Act.ADD_TEXT)
    said = message("what_now.by_heart", step=Count(step), change=change)
    return Finding(Rule.BY_HEART, said, Act.TRY)


def _still_falling(course: Course) -> Finding | None:
    run, looks = course.run, _looks(course)
    before = [look for look in looks if look[0] <= 0.75 * looks[-1][0]]
    if not before or _best_step(course) != looks[-1][0]:
        return None
    won, won_last = _base(course) - looks[-1][1], before[-1][1] - looks[-1][1]
    if won_last <= NOISE or won_last < FALLING_SHARE * won:
        return None
    change = _change(course, before[-1][1], looks[-1][1])
    said = message(
        "what_now.still_falling", steps=Count(looks[-1][0] - before[-1][0]), change=change, more=Count(run.steps)
    )
    if run.status is not RunStatus.FINISHED:
        left = max(0, run.total_steps - run.steps)
        said = message("what_now.stopped_falling", steps=Count(run.steps), total=Count(run.total_steps), change=change)
        return Finding(Rule.STILL_FALLING, said, Act.CONTINUE, steps=left)
    return _going_on(course, Rule.STILL_FALLING, said)


def _level(course: Course) -> Finding | None:
    looks = _looks(course)
    before = [look for look in looks if look[0] <= looks[-1][0] * 2 / 3]
    if len(looks) <= FEWEST_LOOKS or _base(course) - _best(course) <= UNCHANGED or _rise(course) > NOISE:
        return None
    won, won_last = _base(course) - _best(course), min(loss for _, loss in before) - _best(course)
    if won_last >= max(LEVEL, LEVEL * won):
        return None
    said = message("what_now.level", steps=Count(looks[-1][0] - before[-1][0]))
    return Finding(Rule.LEVEL, said, Act.TRY)


def _much_better(course: Course) -> Finding | None:
    if _base(course) - _best(course) < MUCH:
        return None
    return Finding(Rule.MUCH_BETTER, message("what_now.much_better"), Act.TRY)


def _better(course: Course) -> Finding | None:
    if _base(course) - _best(course) <= UNCHANGED:
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
    _worse, _unchanged, _by_heart, _still_falling, _level, _much_better, _better, _small_text,
)  # fmt: skip


def _going_on(course: Course, rule: Rule, said: Message) -> Finding:
    """As many steps more as it has made; one that was stopped has some of its own left."""
    run = course.run
    if run.status is RunStatus.FINISHED:
        return Finding(rule, said, Act.TRAIN_ON, steps=run.steps)
    return Finding(rule, said, Act.CONTINUE, steps=max(0, run.total_steps - run.steps))


def _looks(course: Course) -> list[tuple[int, float]]:
    """Steps and losses of the looks at the validation text after the first step."""
    curve = course.validation
    if curve is None:
        return []
    pairs = zip(curve.steps.tolist(), curve.values.tolist(), strict=True)
    return [(int(step), loss) for step, loss in pairs if step > 0 and np.isfinite(loss)]


def _base(course: Course) -> float:
    assert course.run.base_validation_loss is not None
    return course.run.base_validation_loss


def _best(course: Course) -> float:
    """Of all looks, the one before the first step among them."""
    return min(_base(course), *(loss for _, loss in _looks(course)))


def _best_step(course: Course) -> int:
    return min(((0, _base(course)), *_looks(course)), key=lambda look: look[1])[0]


def _rise(course: Course) -> float:
    """How far the last look lies above the best."""
    return _looks(course)[-1][1] - _best(course)


def _training_fell(course: Course, since: int) -> float:
    """By how much the training loss is lower in the last tenth of the run than in a tenth of it from `since` on."""
    curve = course.training
    if curve is None:
        return 0.0
    sound = np.isfinite(curve.values)
    steps, losses = curve.steps[sound], curve.values[sound]
    after = steps > since
    if np.count_nonzero(after) < 2:
        return 0.0
    some = min(max(1, len(losses) // 10), int(np.count_nonzero(after)) // 2)
    return float(losses[after][:some].mean() - losses[-some:].mean())


def _rate(course: Course) -> float:
    return _tidy(course.run.fine_tuning.learning_rate)


def _smaller_rate(course: Course) -> float:
    rate, suited = course.run.fine_tuning.learning_rate, course.suited_rate
    return _tidy(suited if suited is not None and suited * CLEARLY <= rate else rate / TIMES)


def _tidy(rate: float) -> float:
    """Three digits are all that matters of it."""
    return float(f"{rate:.3g}")


def _change(course: Course, before: float, after: float) -> Message:
    """From one loss to another, in the figure that the run is told in."""
    if not course.is_of_tokens:
        return message("what_now.loss", before=round(before, 3), after=round(after, 3))
    return message("what_now.perplexity", before=_perplexity(before), after=_perplexity(after))


def _perplexity(loss: float) -> float | str:
    if is_endless(loss):
        return "∞"
    value = perplexity(loss)
    return round(value, decimals(value))
