"""Which examples are trained on: about eight tenths of each class, and never one that is like a held-out one.

Texts that say the same, or nearly, go to one split together, whatever they are labelled with.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Generator, Iterable, Sequence

from workbench.corpora.duplicates import AlikeGroups
from workbench.corpora.splitting.leaks import SIMILARITY
from workbench.ground.alongside import alongside
from workbench.ground.generators import with_each
from workbench.values.corpus import Split

Labels = tuple[str, ...]

_SHARE = 0.1  # of each class, for validation and for test
_ENOUGH = 0.5  # of a tenth
_FEWEST_TO_VALIDATE = 3  # examples of a class, of which one is held out
_TEXTS_A_REPORT = 500


def stratified(
    texts: Iterable[str], labels: Sequence[Labels], seed: int, given: Sequence[Split] | None = None
) -> Generator[int, None, list[Split]]:
    """The split of each text; yields the numbers of texts that were compared.

    One without a label is trained on, unless it is like a labelled one that is not. Where the files said themselves
    which texts are trained on, a tenth of those is taken for validation.
    """
    groups = AlikeGroups(SIMILARITY)
    for number, text in enumerate(texts):
        if given is None or given[number] is Split.TRAIN:
            groups.add(text)
        if number % _TEXTS_A_REPORT == 0:
            yield number
    if given is None:
        return (yield from _alone(groups, labels, seed, (Split.VALIDATION, Split.TEST)))
    trained = [number for number, split in enumerate(given) if split is Split.TRAIN]
    splits = list(given)
    found = yield from _alone(groups, [labels[number] for number in trained], seed, (Split.VALIDATION,))
    for number, split in zip(trained, found, strict=True):
        splits[number] = split
    return splits


def _alone(
    groups: AlikeGroups, labels: Sequence[Labels], seed: int, held_out: Sequence[Split]
) -> Generator[int, None, list[Split]]:
    """What has no steps of its own."""
    work = alongside(lambda: _assigned(groups.numbers(), labels, seed, held_out))
    return (yield from with_each(work, lambda _: 0))


def _assigned(groups: Sequence[int], labels: Sequence[Labels], seed: int, held_out: Sequence[Split]) -> list[Split]:
    sizes = Counter(groups)
    strata = _strata(groups, labels)
    by_stratum: dict[str, list[int]] = {}
    for group, stratum in strata.items():
        by_stratum.setdefault(stratum, []).append(group)
    are_few = len(by_stratum) <= _SHARE * sum(sizes[group] for group in strata)  # else each would hold out too many
    split_of: dict[int, Split] = {}
    for stratum, members in sorted(by_stratum.items()):
        random.Random(f"{seed} {stratum}").shuffle(members)
        split_of |= _drawn(members, sizes, held_out, each_validates=are_few)
    for split in held_out:
        _fill_up(split, split_of, strata, sizes, seed)
    return [split_of.get(group, Split.TRAIN) for group in groups]


def _fill_up(split: Split, split_of: dict[int, Split], strata: dict[int, str], sizes: Counter[int], seed: int) -> None:
    """Where nearly all classes are too rare to give anything, some of them do; one example of each stays trained on."""
    wanted = max(1.0, _SHARE * sum(sizes[group] for group in strata))
    taken = sum(sizes[group] for group, of in split_of.items() if of is split)
    if taken >= _ENOUGH * wanted:
        return
    free = [group for group in strata if group not in split_of]
    left = Counter(strata[group] for group in free)
    random.Random(f"{seed} {split}").shuffle(free)
    for group in free:
        if left[strata[group]] > 1 and taken + sizes[group] / 2 <= wanted:
            split_of[group] = split
            left[strata[group]] -= 1
            taken += sizes[group]


def _strata(groups: Sequence[int], labels: Sequence[Labels]) -> dict[int, str]:
    """The class that each group counts as: the rarest of an example's labels, most often found in the group."""
    frequency = Counter(label for each in labels for label in each)
    found: dict[int, Counter[str]] = {}
    for group, each in zip(groups, labels, strict=True):
        if each:
            rarest = min(each, key=lambda label: (frequency[label], label))
            found.setdefault(group, Counter())[rarest] += 1
    return {group: min(counts, key=lambda label: (-counts[label], label)) for group, counts in found.items()}


def _drawn(
    members: Sequence[int], sizes: Counter[int], held_out: Sequence[Split], *, each_validates: bool
) -> dict[int, Split]:
    """Up to a tenth of a class's examples for each split that is held out; a rare class may validate with one."""
    share = _SHARE * sum(sizes[group] for group in members)
    free = list(members)
    drawn: dict[int, Split] = {}
    for split in held_out:
        taken = 0
        for group in free:
            if taken + sizes[group] / 2 <= share and len(drawn) < len(members) - 1:
                drawn[group] = split
                taken += sizes[group]
        free = [group for group in free if group not in drawn]
        if each_validates and not taken and split is Split.VALIDATION and len(free) >= _FEWEST_TO_VALIDATE:
            smallest = min(free, key=sizes.__getitem__)
            drawn[smallest] = split
            free.remove(smallest)
    return drawn
