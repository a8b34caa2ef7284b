"""What is to be said of runs that learn labels, answers or several things at once, or from a teacher."""

from __future__ import annotations

from workbench.costs.course import NOISE, Course, points
from workbench.costs.finding import Act, Finding, Rule, going_on
from workbench.messages.message import Count, message
from workbench.values.measurement import stored_as
from workbench.values.methods import Method
from workbench.values.run import OF_WORDS

ALIKE = 0.01  # by which a share of right answers may differ without meaning it
NOTHING = 0.005  # of F1: no span was told right
SMOOTHING = 0.1  # of labels, that is usual
UNEQUAL = 1.5  # times as frequent as it would be among equals, a class that the others are lost beside
FEW_OF_A_CLASS = 10
FEW_CONVERSATIONS = 50


def too_sure(course: Course) -> Finding | None:
    """Its mistakes cost more, though there are no more of them."""
    step = course.best_step
    curve = course.figures.get(stored_as(course.run.task, "accuracy"))
    if not step or curve is None or course.run.task in OF_WORDS:
        return None
    if course.rise <= NOISE or course.training_fell(step) <= NOISE:
        return None
    right = dict(points(curve))
    before, after = right.get(step), right.get(course.looks[-1][0])
    if before is None or after is None or after < before - ALIKE:
        return None
    change = course.change(course.best, course.looks[-1][1])
    told = {"step": Count(step), "change": change, "before": _percent(before), "after": _percent(after)}
    if course.run.fine_tuning.label_smoothing:
        return Finding(Rule.TOO_SURE, message("what_now.too_sure", **told), Act.TRY)
    said = message("what_now.too_sure_smooth", **told, next=SMOOTHING)
    return Finding(Rule.TOO_SURE, said, Act.RETRY, settings={"label_smoothing": SMOOTHING})


def part_worse(course: Course) -> Finding | None:
    """Of several things, one was lost by what the others gained; that which lost most."""
    run = course.run
    if len(run.inputs) < 2 or not run.kept_step:
        return None
    losses = {key: course.figures.get(stored_as(key, "loss")) for key in run.keys}
    changes = {}
    for key, curve in losses.items():
        at_kept = {} if curve is None else dict(zip(curve.steps.tolist(), curve.values.tolist(), strict=True))
        if 0 in at_kept and run.kept_step in at_kept:
            changes[key] = (at_kept[0], at_kept[run.kept_step])
    lost = max(changes, key=lambda key: changes[key][1] - changes[key][0], default="")
    if not lost or changes[lost][1] - changes[lost][0] <= NOISE:
        return None
    before, after = changes[lost]
    change = message("what_now.loss", before=round(before, 3), after=round(after, 3))
    said = message("what_now.part_worse", corpus=run.input_of(lost).corpus, change=change)
    return Finding(Rule.PART_WORSE, said, Act.RETRY)


def head_level(course: Course) -> Finding | None:
    """It does no better on its own texts than on new ones, and rests: the head cannot do more."""
    is_head = course.run.fine_tuning.method is Method.HEAD
    if not is_head or not course.steps_at_rest or course.training_end < course.best - 5 * NOISE:
        return None
    settings = {"method": Method.FULL}
    return Finding(Rule.HEAD_LEVEL, message("what_now.head_level"), Act.RETRY, settings=settings)


def no_spans(course: Course) -> Finding | None:
    found = course.run.best_figures.get(stored_as(course.run.task, "f1"))
    if found is None or found > NOTHING:
        return None
    return going_on(course.run, Rule.NO_SPANS, message("what_now.no_spans"))


def most_frequent(course: Course) -> Finding | None:
    """Whoever always says the most frequent class is right as often."""
    run, classes = course.run, course.classes.get(course.run.task)
    right = run.best_figures.get(stored_as(run.task, "accuracy"))
    if classes is None or right is None or right > classes.frequent_share + ALIKE:
        return None
    share = _percent(classes.frequent_share)
    if run.fine_tuning.method is Method.HEAD:
        said = message("what_now.most_frequent_head", share=share)
        return Finding(Rule.MOST_FREQUENT, said, Act.RETRY, settings={"method": Method.FULL})
    if not run.fine_tuning.class_weights and classes.frequent_share * classes.number >= UNEQUAL:
        said = message("what_now.most_frequent_weights", share=share)
        return Finding(Rule.MOST_FREQUENT, said, Act.RETRY, settings={"class_weights": True})
    return Finding(Rule.MOST_FREQUENT, message("what_now.most_frequent", share=share), Act.ADD_TEXT)


def taught_in_vain(course: Course) -> Finding | None:
    if not course.teacher:
        return None
    said = message("what_now.taught_in_vain", teacher=course.teacher)
    return Finding(Rule.TAUGHT_IN_VAIN, said, Act.TRY)


def few_of_a_class(course: Course) -> Finding | None:
    """Of all texts that classes are learnt from, the rarest class."""
    rarest = min(course.classes.values(), key=lambda each: each.examples, default=None)
    if rarest is None or rarest.examples >= FEW_OF_A_CLASS:
        return None
    said = message("what_now.few_of_a_class", name=rarest.rarest, texts=Count(rarest.examples))
    return Finding(Rule.FEW_OF_A_CLASS, said, Act.ADD_TEXT)


def few_conversations(course: Course) -> Finding | None:
    if not course.conversations or course.conversations >= FEW_CONVERSATIONS:
        return None
    said = message("what_now.few_conversations", conversations=Count(course.conversations))
    return Finding(Rule.FEW_CONVERSATIONS, said, Act.ADD_TEXT)


def _percent(share: float) -> float:
    return round(100 * share, 1)
