"""What a person should know of a corpus's labels, in sentences: how many there are, how uneven, and what is odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from workbench.corpora.relabelling import names_of
from workbench.messages.message import Count, Message, first_names, message
from workbench.values.corpus import CorpusContents, Split
from workbench.values.labels import ASSISTANT, SYSTEM, TOOL, USER, LabelKind, Labels

_UNEVEN = 3.0  # times as many examples of the most frequent class as of the rarest
_FEW = 10  # examples of a class on the average
_MANY = 30  # classes
_SUMMARIES = {
    LabelKind.CLASSES: "remark.classes",
    LabelKind.TAGS: "remark.tags",
    LabelKind.ROLES: "remark.roles",
    LabelKind.TURNS: "remark.turns",
}
_BETWEEN_LABELS = (";", "|", ",", "/", "+", "、", "，", "；")
_FEWEST_MADE = 2  # classes of several others
_PASSAGE = 80  # characters of a text that is quoted


def label_remarks(contents: CorpusContents) -> Iterator[Message]:
    """Why labels that were found are not kept; else what these are, first."""
    if contents.without_labels is not None:
        yield contents.without_labels
    labels = contents.labels
    if labels is None:
        return
    counts = totals(labels)
    examples = sum(labels.examples.values())
    labelled = Count(examples - labels.unlabelled)
    if labels.kind is LabelKind.TURNS:
        yield from _of_turns(labels, counts, examples)
        return
    yield message(_SUMMARIES[labels.kind], texts=labelled, count=Count(len(names_of(labels))))
    if labels.kind is LabelKind.CLASSES and counts:
        yield from _of_classes(labels, counts, examples - labels.unlabelled)
        if not labels.several:
            yield from _perhaps_several(counts)
    yield from _renamed(labels.renamed)
    if labels.unlabelled:
        code = "remark.without_predicate" if labels.kind is LabelKind.ROLES else "remark.unlabelled"
        yield message(code, count=Count(labels.unlabelled))
    if labels.contradicting:
        first = labels.contradictions[0]
        passage = " ".join(first.text[:_PASSAGE].split())
        yield message("remark.contradicting", count=Count(labels.contradicting), passage=passage, labels=first.labels)


def _of_turns(labels: Labels, counts: Counter[str], conversations: int) -> Iterator[Message]:
    turns = counts.total()
    each = f"{turns / max(1, conversations):.1f}"
    said = {
        "count": Count(turns),
        "each": each,
        "roles": tuple(f"{role} ({n})" for role, n in counts.most_common(_NAMED)),
    }
    yield message(_SUMMARIES[labels.kind], texts=Count(conversations), **said)
    if labels.repeated:
        yield message("remark.repeated_turns", count=Count(labels.repeated))
    if not counts[ASSISTANT]:
        yield message("remark.nobody_answers", role=ASSISTANT)
    elif named := tuple(role for role, _ in counts.most_common(_NAMED) if role not in (SYSTEM, USER, ASSISTANT, TOOL)):
        yield message("remark.others_answer", names=named, role=ASSISTANT)


def totals(labels: Labels) -> Counter[str]:
    """How many examples of each class there are in all parts, or spans of each kind."""
    found: Counter[str] = Counter()
    for split in Split:
        found.update(labels.counts.get(split, {}))
    return found


def _of_classes(labels: Labels, counts: Counter[str], texts: int) -> Iterator[Message]:
    (most, highest), (least, lowest) = counts.most_common(1)[0], min(counts.items(), key=lambda each: each[1])
    if len(counts) > _MANY and texts < _FEW * len(counts):
        yield message("remark.many_classes", count=Count(len(counts)), each=Count(max(1, round(texts / len(counts)))))
    elif highest >= _UNEVEN * lowest:
        percent = round(100 * highest / max(1, texts))
        yield message("remark.uneven_classes", most=most, least=least, times=Count(highest // lowest), percent=percent)
    alone = [label for label, count in counts.items() if count == 1]
    if alone:
        yield message("remark.class_of_one", labels=tuple(alone[:_NAMED]), count=Count(len(alone)))
    unchecked = [label for label, count in counts.items() if count > 1 and _is_trained_on_alone(labels, label)]
    if unchecked:
        yield message("remark.class_unchecked", labels=tuple(unchecked[:_NAMED]), count=Count(len(unchecked)))


_NAMED = 5  # classes


def _renamed(names: Mapping[str, str]) -> Iterator[Message]:
    renamed = tuple(f"{old} → {new}" for old, new in names.items() if new)
    left_out = tuple(old for old, new in names.items() if not new)
    for code, found in (("remark.renamed_labels", renamed), ("remark.labels_left_out", left_out)):
        if found:
            yield message(code, names=first_names(found, _NAMED))


def _perhaps_several(counts: Counter[str]) -> Iterator[Message]:
    """That classes are others with a mark between them, so that a text has several: “good;long” beside “good”."""
    for mark in _BETWEEN_LABELS:
        made = [
            label for label in counts if mark in label and {part.strip() for part in label.split(mark)} <= set(counts)
        ]
        if len(made) >= _FEWEST_MADE:
            yield message("remark.perhaps_several", count=Count(len(made)), mark=mark, label=made[0])
            return


def _is_trained_on_alone(labels: Labels, label: str) -> bool:
    return not any(labels.counts.get(split, {}).get(label) for split in (Split.VALIDATION, Split.TEST))
