"""How well labels are told without a network, from the examples that a run learnt from: shown beside its results."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator

from workbench.corpora.encoded_examples import share_of
from workbench.corpora.labelled import examples
from workbench.ground.generators import with_each
from workbench.measuring.bag_of_words import most_terms
from workbench.measuring.label_baseline import are_counted, told_by_frequency, told_by_words
from workbench.measuring.label_evaluation import About, MeasuredLabels, baseline_protocol, measured
from workbench.messages.message import Count, Message, message
from workbench.project.project import Project
from workbench.services.label_examples import labels_of, part_learnt_from, told_examples
from workbench.values.corpus import Corpus, Split
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.progress import Progress
from workbench.values.run import Run

ALL_WORDS = 200_000  # and pairs of characters, which hardly any text has
REMEMBERED = 8  # each takes from a second to some ten


class LabelBaselines:
    """Remembers what was measured while the project is open."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._measured: OrderedDict[tuple[object, ...], MeasuredLabels] = OrderedDict()

    def words(
        self, beside: Run | LabelSet, corpus: str, split: Split = Split.VALIDATION, part: str = ""
    ) -> Generator[Progress, None, MeasuredLabels | None]:
        """How well words alone tell the same labels, learnt from the same examples as the run, or as `part` of one that
        learnt several things.

        Where there is no run but labels alone, of a folder that one was exported to, they are learnt from the training
        part of the text that is told. None where the text that a run learnt from is gone or was changed. Raises as
        `Labelling.measure`.
        """
        return (yield from self._told(beside, corpus, split, part, by_words=True))

    def most_frequent(
        self, beside: Run | LabelSet, corpus: str, split: Split = Split.VALIDATION, part: str = ""
    ) -> Generator[Progress, None, MeasuredLabels | None]:
        """How right it would be to say the most frequent label of everything."""
        return (yield from self._told(beside, corpus, split, part, by_words=False))

    def _told(
        self, beside: Run | LabelSet, corpus: str, split: Split, part: str, *, by_words: bool
    ) -> Generator[Progress, None, MeasuredLabels | None]:
        text = self.project.corpora.named(corpus)
        there = text.contents.labels
        if isinstance(beside, Run):
            part = part or part_learnt_from(beside, text)
            labels = labels_of(beside, None if there is None else there.kind.is_of_words, part)
            name, share, learnt = beside.name, beside.fine_tuning.text_share, self._learnt_from(beside, labels, part)
        else:
            name, labels, share = text.name, beside, 1.0
            learnt = text if _are_among(text, labels) else None
        if learnt is None:
            return None
        key = (by_words, labels, _hash(learnt), share, _hash(text), split)
        if key not in self._measured:
            asked = told_examples(name, labels, text, split)
            read = share_of([each for each in examples(learnt, Split.TRAIN) if each.labels], labels, share)
            what = (labels.kind, labels.names, read, asked)
            if by_words:
                work = told_by_words(*what, several=labels.several)
                chances = yield from with_each(work, _named)
            else:
                chances = told_by_frequency(*what, several=labels.several)
            protocol = baseline_protocol(text, split, len(asked), len(read), *(_how(labels) if by_words else ()))
            about = About.of("", labels, text, split, protocol)
            self._measured[key] = measured(about, asked, labels.names, chances)
            while len(self._measured) > REMEMBERED:
                self._measured.popitem(last=False)
        return self._measured[key]

    def _learnt_from(self, run: Run, labels: LabelSet, part: str) -> Corpus | None:
        """The text as it was then, with labels that the run knows."""
        names = [run.input_of(part).corpus] if part else list(run.corpora)
        for each in self.project.corpora.every():
            if each.name in names and run.corpora.get(each.name) == each.contents.sha256 and _are_among(each, labels):
                return each
        return None


def _are_among(corpus: Corpus, labels: LabelSet) -> bool:
    there = corpus.contents.labels
    return there is not None and set(there.classes) <= set(labels.names)


def _how(labels: LabelSet) -> tuple[Message, ...]:
    """What is otherwise where there are many classes."""
    if are_counted(labels.kind, len(labels.names), several=labels.several):
        return (message("measured.counted"),)
    words = most_terms(len(labels.names)) if labels.kind is LabelKind.CLASSES else ALL_WORDS
    return (message("measured.words_at_most", most=Count(words)),) if words < ALL_WORDS else ()


def _named(done: Progress) -> Progress:
    return Progress(done.done, done.total, message("progress.baseline"))


def _hash(corpus: Corpus) -> str:
    return corpus.contents.labels.sha256 if corpus.contents.labels else corpus.contents.sha256
