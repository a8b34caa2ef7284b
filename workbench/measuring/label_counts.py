"""What was said of labelled examples beside what they are, counted; all figures of labels are quotients of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.measuring.bootstrap import Interval, Ratio, combination
from workbench.measuring.spans import Span, spans
from workbench.values.labelling import ClassFigures


@dataclass(frozen=True, eq=False)
class LabelCounts:
    """An example in each row; of the first three, in each column a class, of tags a kind of span."""

    hits: np.ndarray  # said, and so
    said: np.ndarray
    true: np.ndarray
    right: np.ndarray  # 1 where all that was said of the example is so; of tags, how many of its words
    sizes: np.ndarray  # 1; of tags, the words

    @property
    def accuracy(self) -> float:
        return float(self.right.sum() / max(1, self.sizes.sum()))

    @property
    def f1(self) -> np.ndarray:
        """Of each class; 0 for one that is neither there nor said."""
        found: np.ndarray = 2 * _sums(self.hits) / np.maximum(1, _sums(self.said) + _sums(self.true))
        return found

    @property
    def macro_f1(self) -> float:
        """The mean over the classes that there are."""
        there = _sums(self.true) > 0
        return float(self.f1[there].mean()) if there.any() else 0.0

    @property
    def micro_f1(self) -> float:
        return 2 * float(self.hits.sum()) / max(1.0, float(self.said.sum() + self.true.sum()))

    def aligned(self, names: Sequence[str], others: Sequence[str]) -> LabelCounts:
        """With the columns called `names` in the order of `others`; what is not among them was never there or said."""
        if list(names) == list(others):
            return self
        at = {name: number for number, name in enumerate(names)}
        nothing = np.zeros((len(self.right), 1), self.hits.dtype)
        chosen = [at.get(name, len(names)) for name in others]
        hits, said, true = (
            np.concatenate([each, nothing], axis=1)[:, chosen] for each in (self.hits, self.said, self.true)
        )
        return LabelCounts(hits, said, true, self.right, self.sizes)

    def figures(self, names: Sequence[str]) -> tuple[ClassFigures, ...]:
        """Of each class; shares of nothing are 0, as conlleval has them."""
        hits, said, true = _sums(self.hits), _sums(self.said), _sums(self.true)
        columns = (hits / np.maximum(1, said), hits / np.maximum(1, true), self.f1, true)
        return tuple(
            ClassFigures(name, float(precision), float(recall), float(f1), int(support))
            for name, precision, recall, f1, support in zip(names, *columns, strict=True)
        )

    @property
    def accuracy_ratio(self) -> Ratio:
        return self._ratio(self.right, self.sizes)

    @property
    def micro_f1_ratio(self) -> Ratio:
        return self._ratio(2 * _of_each(self.hits), _of_each(self.said) + _of_each(self.true))

    def macro_f1_ratios(self, there: np.ndarray) -> list[Ratio]:
        """Whose mean the macro F1 is over the classes `there`, the most frequent one last."""
        order = np.argsort(_sums(self.true), kind="stable")
        order = order[there[order]]
        # Of thousands of classes these are large: a byte for each number where it is no more than 2.
        kind = np.uint8 if self.hits.dtype == bool else np.int64
        hits, said, true = (each.T[order].astype(kind) for each in (self.hits, self.said, self.true))
        documents = np.arange(len(self.right))
        return [Ratio(*each, documents) for each in zip(2 * hits, said + true, strict=True)]

    def _ratio(self, amounts: np.ndarray, sizes: np.ndarray) -> Ratio:
        """Each example is a document of its own: it stands there whole, and is drawn whole."""
        return Ratio(amounts.astype(np.float64), sizes.astype(np.float64), np.arange(len(sizes)))


def of_classes(said: np.ndarray, true: np.ndarray, classes: int) -> LabelCounts:
    """Of one class for each example, by its number."""
    numbers = np.arange(classes)
    is_said, is_true = said[:, None] == numbers, true[:, None] == numbers
    return LabelCounts(is_said & is_true, is_said, is_true, said == true, np.ones(len(true)))


def of_several(said: np.ndarray, true: np.ndarray) -> LabelCounts:
    """Of any number of classes for each example: [examples, classes], whether it has the class."""
    return LabelCounts(said & true, said, true, (said == true).all(axis=1), np.ones(len(true)))


def of_spans(
    said: Sequence[Sequence[str]], true: Sequence[Sequence[str]], kinds: Sequence[str]
) -> LabelCounts:  # fmt: skip
    """Of tags for each word of each example: a span counts as told where both its ends and its kind are."""
    columns = {kind: number for number, kind in enumerate(kinds)}
    hits, found, there = (np.zeros((len(true), len(kinds)), np.int32) for _ in range(3))
    right = np.zeros(len(true), np.int64)
    for row, (each, real) in enumerate(zip(said, true, strict=True)):
        found_spans, real_spans = set(spans(each)), set(spans(real))
        for counts, counted in ((hits, found_spans & real_spans), (found, found_spans), (there, real_spans)):
            _add(counts[row], counted, columns)
        right[row] = sum(tag == wanted for tag, wanted in zip(each, real, strict=True))
    return LabelCounts(hits, found, there, right, np.array([len(real) for real in true], np.int64))


def accuracy_difference(before: LabelCounts, after: LabelCounts) -> Interval:
    """`after` - `before`, of two models on the same examples, which are drawn together."""
    return combination([(before.accuracy_ratio, -1.0), (after.accuracy_ratio, 1.0)])


def micro_f1_difference(before: LabelCounts, after: LabelCounts) -> Interval:
    return combination([(before.micro_f1_ratio, -1.0), (after.micro_f1_ratio, 1.0)])


def macro_f1_difference(before: LabelCounts, after: LabelCounts) -> Interval:
    there = _sums(after.true) > 0
    share = 1 / max(1, int(there.sum()))
    pairs = zip(before.macro_f1_ratios(there), after.macro_f1_ratios(there), strict=True)
    # Class by class, so that nothing is left over by rounding where both are the same.
    return combination([each for first, last in pairs for each in ((first, -share), (last, share))])


def _add(row: np.ndarray, found: set[Span], columns: dict[str, int]) -> None:
    for span in found:
        row[columns[span.kind]] += 1


def _sums(counts: np.ndarray) -> np.ndarray:
    """Of each class."""
    found: np.ndarray = counts.sum(axis=0, dtype=np.int64)
    return found


def _of_each(counts: np.ndarray) -> np.ndarray:
    """Of each example."""
    found: np.ndarray = counts.sum(axis=1, dtype=np.int64)
    return found
