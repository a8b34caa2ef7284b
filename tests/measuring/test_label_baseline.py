"""What labels are told by without a network: as well as others tell them, the same each time."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.ground.generators import last
from workbench.measuring import bag_of_words, frequent_tags, logistic, naive_bayes
from workbench.measuring.label_baseline import MOST_CLASSES, told_by_frequency, told_by_words
from workbench.measuring.sparse import SparseRows
from workbench.measuring.terms import terms
from workbench.values.labels import Example, LabelKind


def drawn(classes: int, examples: int, seed: int) -> list[Example]:
    """Texts of words that each class has more of than the others, some words rare."""
    draw = np.random.default_rng(7)
    liking = draw.dirichlet(np.full(800, 0.3), size=classes) * 0.3 + draw.dirichlet(np.full(800, 0.1)) * 0.7
    draw = np.random.default_rng(seed)
    found = []
    for _ in range(examples):
        label = int(draw.integers(classes))
        words = draw.choice(800, draw.integers(3, 25), p=liking[label])
        found.append(Example(" ".join(f"w{word}x" for word in words), (f"class {label}",)))
    return found


@pytest.mark.parametrize("classes", [2, 5])
def test_the_bag_of_words_is_as_good_as_that_of_scikit_learn(classes: int) -> None:
    text = pytest.importorskip("sklearn.feature_extraction.text")
    linear = pytest.importorskip("sklearn.linear_model")
    learnt, asked = drawn(classes, 1500, 1), drawn(classes, 1000, 2)
    names = tuple(f"class {number}" for number in range(classes))
    counting = text.CountVectorizer()
    texts, wanted = [each.text for each in learnt], [each.labels[0] for each in learnt]
    model = linear.LogisticRegression(C=1, max_iter=2000).fit(counting.fit_transform(texts), wanted)
    expected = model.predict_proba(counting.transform([each.text for each in asked]))
    found = last(told_by_words(LabelKind.CLASSES, names, learnt, asked, several=False))
    true = np.array([names.index(each.labels[0]) for each in asked])
    accuracies = [(chances.argmax(axis=1) == true).mean() for chances in (found, expected)]
    assert accuracies[1] > 1.2 / classes and abs(accuracies[0] - accuracies[1]) <= 0.005
    assert np.abs(found - expected).mean() < 0.01


def test_of_many_classes_the_most_frequent_words_alone_are_learnt_from(monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuple(f"class {number}" for number in range(10))
    learnt = [Example(f"common {name} rare{number}", (name,)) for number, name in enumerate(names * 3)]
    whole = last(bag_of_words.learn(learnt, names, several=False))
    monkeypatch.setattr(bag_of_words, "MOST_WEIGHTS", 120)
    few = last(bag_of_words.learn(learnt, names, several=False))
    assert len(whole.columns) > 30 and set(few.columns) == {"common", "class", *map(str, range(10))}
    assert few.weights.shape == (13, 10)


def test_of_very_many_classes_the_words_of_each_are_counted_as_scikit_learn_counts_them() -> None:
    text = pytest.importorskip("sklearn.feature_extraction.text")
    bayes = pytest.importorskip("sklearn.naive_bayes")
    names = tuple(f"class {number}" for number in range(MOST_CLASSES + 1))
    learnt, asked = drawn(len(names), 900, 1), drawn(len(names), 40, 2)
    counting, wanted = text.CountVectorizer(), [each.labels[0] for each in learnt]
    model = bayes.MultinomialNB(alpha=naive_bayes.SMOOTHING)
    model.fit(counting.fit_transform([each.text for each in learnt]), wanted)
    found = last(told_by_words(LabelKind.CLASSES, names, learnt, asked, several=False))
    there = [names.index(name) for name in model.classes_]
    assert found[:, there] == pytest.approx(model.predict_proba(counting.transform([each.text for each in asked])))
    assert 200 < len(there) < len(names) and found.sum(axis=1) == pytest.approx(np.ones(40))


def test_it_is_the_same_each_time_and_says_how_far_it_is() -> None:
    learnt = drawn(3, 1200, 3)
    names = ("class 0", "class 1", "class 2")
    work = bag_of_words.learn(learnt, names, several=False)
    events = [next(work) for _ in range(3)]
    assert [(event.done, event.total) for event in events] == [(0, 1200), (1000, 1200), (1200, 1200)]
    what = (LabelKind.CLASSES, names, learnt, learnt[:50])
    first, second = (last(told_by_words(*what, several=False)) for _ in range(2))
    assert np.array_equal(first, second) and first.sum(axis=1) == pytest.approx(np.ones(50))


def test_several_labels_are_each_told_alone() -> None:
    learnt = [
        Example("red round apple", ("red", "round")), Example("red brick", ("red",)), Example("round ball", ("round",)),
    ] * 20  # fmt: skip
    asked = [Example("a red round thing"), Example("red"), Example("round")]
    found = last(told_by_words(LabelKind.CLASSES, ("red", "round"), learnt, asked, several=True))
    assert (found > 0.5).tolist() == [[True, True], [True, False], [False, True]]


@pytest.mark.parametrize("seen", [1, 2])
def test_a_class_that_was_not_learnt_is_not_told(seen: int) -> None:
    names = ("x", "y", "z")
    learnt = [Example(f"about {name}", (name,)) for name in names[:seen]] * 10
    found = last(told_by_words(LabelKind.CLASSES, names, learnt, learnt[:seen], several=False))
    assert found.argmax(axis=1).tolist() == list(range(seen)) and np.isfinite(found).all()


def test_words_are_characters_and_pairs_where_there_are_no_spaces() -> None:
    assert terms("Don’t call 0800-123!") == ["don", "t", "call", "0800", "123"]
    assert terms("很好 app") == ["很", "好", "很好", "app"]
    assert terms("…") == []


def test_products_with_what_is_mostly_nothing() -> None:
    draw = np.random.default_rng(4)
    dense = draw.normal(size=(300, 200)) * (draw.random((300, 200)) < 0.4)
    dense[:, 0] = dense[0] = 1.0
    rows = SparseRows.of([[(int(place), row[place]) for place in np.flatnonzero(row)] for row in dense], 200)
    right, left = draw.normal(size=(200, 3)), draw.normal(size=(300, 3))
    assert rows.times(right) == pytest.approx(dense @ right, abs=1e-4)
    assert rows.transposed.times(left) == pytest.approx(dense.T @ left, abs=1e-4)
    assert rows.transposed.squares == pytest.approx((dense**2).sum(axis=0), rel=1e-5)


@pytest.mark.parametrize(("classes", "exclusive"), [(2, True), (4, True), (3, False)])
def test_the_regression_ends_where_nothing_makes_it_better(
    classes: int, exclusive: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logistic, "SMALL", 1e-9)
    monkeypatch.setattr(logistic, "ROUNDS", 500)
    draw = np.random.default_rng(8)
    dense = np.concatenate([np.ones((80, 1)), draw.normal(size=(80, 6))], axis=1)
    rows = SparseRows.of([list(enumerate(row)) for row in dense], 7)
    true = np.eye(classes)[draw.integers(0, classes, 80)] if exclusive else np.float64(draw.random((80, classes)) < 0.4)
    for weights in logistic.fit(rows, true, exclusive=exclusive):
        found = weights
    errors = logistic.chances(rows, found, exclusive=exclusive) - true
    gradient = dense.T @ errors
    gradient[1:] += found[1:]  # those of the constant are free
    if classes == 2:
        gradient = gradient[:, 1:]  # the other column is the same decision, and is no weight
    assert np.abs(gradient).max() < 0.02


def test_a_word_gets_the_tag_it_had_most_after_the_word_before_it() -> None:
    classes = ("O", "B-NP", "B-VP")
    learnt = [
        Example("the watch stops", ("O", "B-NP", "B-VP"), ("the", "watch", "stops")),
        Example("they watch", ("B-NP", "B-VP"), ("they", "watch")),
        Example("we watch", ("B-NP", "B-VP"), ("we", "watch")),
        Example("she runs", ("B-NP", "B-VP"), ("she", "runs")),
    ]
    asked = [Example("", (), ("The", "watch")), Example("", (), ("you", "watch")), Example("", (), ("Hops",))]
    chances = frequent_tags.learn(learnt, classes).chances(asked)
    said = [classes[tag] for tag in chances.argmax(axis=1)]
    assert said == ["O", "B-NP", "B-NP", "B-VP", "B-VP"]  # “you” is as other new words are, “hops” ends as “stops”
    assert chances.sum(axis=1) == pytest.approx(np.ones(5)) and chances.min() > 0


def test_a_role_depends_on_the_side_of_the_predicate() -> None:
    words = ("Ann", "sees", "Bob")
    learnt = [
        Example("", ("B-A0", "B-V", "B-A1"), words, 1), Example("", ("B-A0", "B-V", "B-A1"), words[::-1], 1)
    ]  # fmt: skip
    found = frequent_tags.learn(learnt, ("B-A0", "B-V", "B-A1")).chances([Example("", (), ("Bob", "sees", "Bob"), 1)])
    assert found.argmax(axis=1).tolist() == [0, 1, 2]


def test_the_most_frequent_label_is_said_of_everything() -> None:
    learnt = [Example("a", ("x",))] * 3 + [Example("b", ("y",))]
    texts = (LabelKind.CLASSES, ("x", "y"))
    assert told_by_frequency(*texts, learnt, learnt[:2], several=False).tolist() == [[0.75, 0.25]] * 2
    several = [Example("a", ("x", "y")), Example("a", ("x",))]
    assert told_by_frequency(*texts, several, learnt[:1], several=True).tolist() == [[1.0, 0.5]]
    sentence = Example("a b", ("O", "O"), ("a", "b"))
    tags = told_by_frequency(LabelKind.TAGS, ("O", "B-X"), [sentence], [sentence], several=False)
    assert tags.tolist() == [[1.0, 0.0]] * 2
