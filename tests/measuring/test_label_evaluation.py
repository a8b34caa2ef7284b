"""The figures of labels, against scikit-learn, by hand, and by what they mean."""

from __future__ import annotations

import math
import tracemalloc
from collections import Counter

import numpy as np
import pytest

from workbench.measuring import bootstrap, label_counts
from workbench.measuring.label_counts import LabelCounts, of_classes, of_several
from workbench.measuring.label_evaluation import MISTAKES, MOST_CLASSES, MOST_CONFUSED, About, MeasuredLabels, measured
from workbench.messages.message import message
from workbench.values.corpus import Split
from workbench.values.labels import Example, LabelKind

CLASSES = ("good", "bad", "neither", "never there")


def about(kind: LabelKind = LabelKind.CLASSES, *, several: bool = False) -> About:
    return About("m", "c", Split.TEST, kind, several, message("measured.test"), "0123")


def drawn(seed: int, examples: int = 400) -> tuple[list[Example], np.ndarray]:
    """Texts of three of the classes, and what a model says that is right more often than not."""
    draw = np.random.default_rng(seed)
    true = draw.choice(3, examples, p=(0.6, 0.3, 0.1))
    scores = draw.normal(size=(examples, len(CLASSES))) + 1.5 * np.eye(len(CLASSES))[true]
    chances = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    return [Example(f"text {number}", (CLASSES[label],)) for number, label in enumerate(true)], chances


def test_the_figures_are_those_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    examples, chances = drawn(1)
    found = measured(about(), examples, CLASSES, chances).evaluation
    true, said = [CLASSES.index(example.labels[0]) for example in examples], chances.argmax(axis=1)
    numbers = list(range(len(CLASSES)))
    expected = metrics.precision_recall_fscore_support(true, said, labels=numbers, zero_division=0)
    for name, values in zip(("precision", "recall", "f1", "support"), expected, strict=True):
        assert [getattr(each, name) for each in found.classes] == pytest.approx(list(values))
    assert [each.label for each in found.classes] == list(CLASSES)
    assert found.accuracy == found.micro_f1 == pytest.approx(metrics.accuracy_score(true, said))
    assert found.macro_f1 == pytest.approx(metrics.f1_score(true, said, labels=[0, 1, 2], average="macro"))
    assert found.loss == pytest.approx(metrics.log_loss(true, chances, labels=numbers))
    assert np.array_equal(found.confusion, metrics.confusion_matrix(true, said, labels=numbers))


def test_of_many_classes_what_was_most_often_taken_for_what_is_kept_and_no_matrix() -> None:
    names = tuple(f"class {number}" for number in range(MOST_CLASSES + 1))
    draw = np.random.default_rng(4)
    true, said = draw.integers(0, len(names), 3000), draw.integers(0, len(names), 3000)
    true[:30], said[:30] = 7, 9
    chances = np.full((3000, len(names)), 0.001)
    chances[np.arange(3000), said] = 0.9
    examples = [Example(str(row), (names[each],)) for row, each in enumerate(true)]
    found = measured(about(), examples, names, chances).evaluation
    pairs = Counter((names[is_], names[was]) for is_, was in zip(true, said, strict=True) if is_ != was)
    assert found.confusion == () and len(found.confused) == MOST_CONFUSED
    assert all(pairs[each.label, each.said] == each.count for each in found.confused)
    assert [each.count for each in found.confused] == sorted(pairs.values(), reverse=True)[:MOST_CONFUSED]
    assert (found.confused[0].label, found.confused[0].said) == ("class 7", "class 9")
    assert found.confused_further == len(pairs) - MOST_CONFUSED


def test_an_interval_of_a_thousand_classes_takes_little_more_memory_than_what_was_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bootstrap, "RESAMPLES", 50)
    draw = np.random.default_rng(9)
    true = draw.integers(0, 1000, 3000)
    sides = [of_classes(np.where(draw.random(3000) < share, true, 0), true, 1000) for share in (0.3, 0.6)]
    tracemalloc.start()
    found = label_counts.macro_f1_difference(*sides)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.value == pytest.approx(sides[1].macro_f1 - sides[0].macro_f1) and found.is_clear
    assert most < 100e6


def test_several_labels_are_those_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    draw = np.random.default_rng(2)
    true = draw.random((300, 3)) < (0.5, 0.3, 0.1)
    true[~true.any(axis=1), 0] = True
    chances = 1 / (1 + np.exp(-draw.normal(2.0 * true - 1)))
    examples = [Example(str(row), tuple(np.array(CLASSES[:3])[row])) for row in true]
    found = measured(about(several=True), examples, CLASSES[:3], chances).evaluation
    said = chances > 0.5
    assert found.accuracy == pytest.approx(metrics.accuracy_score(true, said))  # all of an example's labels
    for average, figure in (("macro", found.macro_f1), ("micro", found.micro_f1)):
        assert figure == pytest.approx(metrics.f1_score(true, said, average=average))
    each = [metrics.log_loss(true[:, label], chances[:, label]) for label in range(3)]
    assert found.loss == pytest.approx(np.mean(each)) and found.confusion == ()
    assert sum(bin.tokens for bin in found.calibration) == 900
    assert found.mistakes[0].label != found.mistakes[0].said


def test_the_most_confident_mistakes_come_first_with_their_text() -> None:
    examples, chances = drawn(3)
    found = measured(about(), examples, CLASSES, chances).evaluation
    assert len(found.mistakes) == MISTAKES
    sure = [mistake.probability for mistake in found.mistakes]
    wrong = [row.max() for row, each in zip(chances, examples, strict=True) if CLASSES[row.argmax()] != each.labels[0]]
    assert sure == sorted(wrong, reverse=True)[:MISTAKES]
    row = [each.text for each in examples].index(found.mistakes[0].text)
    assert (
        found.mistakes[0].label == examples[row].labels[0] and found.mistakes[0].said == CLASSES[chances[row].argmax()]
    )


def test_nothing_is_a_mistake_where_all_is_right() -> None:
    examples = [Example("a", ("good",)), Example("b", ("bad",))]
    found = measured(about(), examples, CLASSES[:2], np.array([[1.0, 0.0], [0.2, 0.8]])).evaluation
    assert found.mistakes == () and found.accuracy == found.macro_f1 == 1
    assert found.interval[0] > 0.3 and found.interval[1] == 1  # two texts say little


def test_a_probability_that_was_rounded_to_nothing_costs_much_and_not_everything() -> None:
    found = measured(about(), [Example("a", ("good",))], CLASSES[:2], np.array([[0.0, 1.0]])).evaluation
    assert 80 < found.loss < math.inf


def test_tags_are_counted_by_spans_and_shown_by_words() -> None:
    classes = ("O", "B-NP", "I-NP", "B-VP")
    words = ("The", "old", "man", "sleeps", ".")
    examples = [Example("The old man sleeps .", ("B-NP", "I-NP", "I-NP", "B-VP", "O"), words)] * 2
    said = (1, 2, 2, 3, 0, 1, 2, 1, 3, 0)
    chances = np.full((10, 4), 0.1)
    chances[np.arange(10), said] = 0.7
    found = measured(about(LabelKind.TAGS), examples, classes, chances).evaluation
    assert found.examples == 2 and found.accuracy == 0.9
    assert [(each.label, each.support) for each in found.classes] == [("NP", 2), ("VP", 2)]
    assert found.micro_f1 == pytest.approx(2 * 3 / (5 + 4))
    assert found.confusion == ((6, 0, 0), (0, 2, 0), (0, 0, 2))
    (mistake,) = found.mistakes
    assert (mistake.label, mistake.said) == ("I-NP", "B-NP") and mistake.text[mistake.start : mistake.end] == "man"
    assert found.loss == pytest.approx(-(9 * math.log(0.7) + math.log(0.1)) / 10)


def test_the_interval_holds_what_is_so_as_often_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "RESAMPLES", 300)
    draw = np.random.default_rng(5)
    held = []
    for _ in range(100):
        said = np.where(draw.random(150) < 0.85, 0, 1)
        found = label_counts.accuracy_difference(_never(150), of_classes(said, np.zeros(150, np.int64), 2))
        held.append(found.low <= 0.85 <= found.high)
    assert 0.88 <= np.mean(held) <= 0.99


def test_a_difference_on_the_same_texts_is_surer_than_each_of_the_two() -> None:
    draw = np.random.default_rng(6)
    hard = draw.random(1000) < 0.3  # for both
    true = draw.integers(0, 3, 1000)
    before = np.where(hard | (draw.random(1000) < 0.04), (true + 1) % 3, true)
    after = np.where(hard, (true + 1) % 3, true)
    sides = [of_classes(said, true, 3) for said in (before, after)]
    for difference, figure in (
        (label_counts.accuracy_difference, "accuracy"), (label_counts.macro_f1_difference, "macro_f1"),
        (label_counts.micro_f1_difference, "micro_f1"),
    ):  # fmt: skip
        found = difference(*sides)
        assert found.value == pytest.approx(getattr(sides[1], figure) - getattr(sides[0], figure))
        assert found.is_clear and 0 < found.low < found.value < found.high < 0.06
    same = label_counts.macro_f1_difference(sides[0], sides[0])
    assert (same.value, same.low, same.high) == (0, 0, 0) and not same.is_clear


def test_a_rare_class_makes_the_macro_f1_unsure() -> None:
    true = np.array([0] * 990 + [1] * 10)
    before, after = np.where(true == 1, 0, true), np.where(np.arange(1000) >= 995, 1, 0)
    found = label_counts.macro_f1_difference(of_classes(before, true, 2), of_classes(after, true, 2))
    accuracy = label_counts.accuracy_difference(of_classes(before, true, 2), of_classes(after, true, 2))
    assert found.high - found.low > 10 * (accuracy.high - accuracy.low)


def test_the_figures_of_nothing_are_nothing() -> None:
    nothing = of_several(np.zeros((3, 2), bool), np.zeros((3, 2), bool))
    assert nothing.macro_f1 == nothing.micro_f1 == 0 and nothing.accuracy == 1
    empty = measured(
        about(LabelKind.TAGS), [Example("a", ("O",), ("a",))], ("O", "B-X"), np.array([[1.0, 0.0]])
    )  # fmt: skip
    assert isinstance(empty, MeasuredLabels) and empty.evaluation.interval == (0.0, 1.0)


def _never(examples: int) -> LabelCounts:
    """What is always wrong."""
    return of_classes(np.ones(examples, np.int64), np.zeros(examples, np.int64), 2)
