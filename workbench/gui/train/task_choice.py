"""What a text is learnt as: the choice that it leaves, and a sentence about the labels that it has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from workbench.gui.plain import Label, tip
from workbench.gui.train.choice_row import ChoiceRow
from workbench.gui.words.counts import Counts
from workbench.gui.words.headlines import title
from workbench.gui.words.sentences import sentence
from workbench.gui.words.why import Turned
from workbench.measuring.spans import kinds_of
from workbench.messages.errors import KnownError
from workbench.tasks.registry import find_task
from workbench.values.corpus import Corpus
from workbench.values.labels import LabelKind


class TaskChoice(ChoiceRow):
    """Hidden where there is but one thing to learn, and no labels that would say so."""

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("TaskChoice", "It learns"),
            QCoreApplication.translate("TaskChoice", "What it learns"),
            "task",
            Turned.CHOICE,
        )
        self._words = Label()
        self._words.setProperty("quiet", True)
        self._words.setWordWrap(True)
        self.row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_tasks(self, tasks: Sequence[str], chosen: str, corpus: Corpus | None = None) -> None:
        """What `corpus` can be learnt as, and which of it was chosen."""
        self.show_choices([(name, title(find_task(name).shown) or name) for name in tasks], chosen)
        self.box.setEnabled(len(tasks) > 1)
        words = "" if corpus is None else self._in_words(corpus, tasks)
        self._words.setText(words)
        self.box.setToolTip(tip(words))
        self.box.setAccessibleDescription(words)
        self.setVisible(len(tasks) > 1 or bool(words))

    def _in_words(self, corpus: Corpus, tasks: Sequence[str]) -> str:
        """Nothing where it has no labels."""
        labels = corpus.contents.labels
        if labels is None:
            return ""
        shown = [find_task(name).shown for name in tasks]
        if not any(each.labels or each.of_turns for each in shown):
            try:
                find_task(_task_of(labels.kind)).of(corpus)
            except KnownError as error:
                return sentence(error)
        kinds: Sequence[str] = kinds_of(labels.classes) if labels.kind.is_of_words else labels.classes
        if labels.kind is LabelKind.TURNS:
            n = sum(labels.examples.values())
            return Counts.tr("%Ln conversations: their answers are learnt, from what was said before.", "", n)
        n = len(kinds)
        return {
            LabelKind.CLASSES: Counts.tr("The texts have labels of %Ln classes.", "", n),
            LabelKind.TAGS: Counts.tr("The words have tags of %Ln kinds.", "", n),
            LabelKind.ROLES: Counts.tr("The words have %Ln kinds of roles beside a predicate.", "", n),
        }[labels.kind]


def _task_of(kind: LabelKind) -> str:
    return {LabelKind.CLASSES: "labels", LabelKind.TURNS: "answers"}.get(kind, "tags")
