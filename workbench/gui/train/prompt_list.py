"""The prompts that are pinned to a run: a line for each, added and removed as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.gui.parts.kept_text import Keeper
from workbench.gui.plain import Label
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.registry import find_task
from workbench.values.corpus import Corpus
from workbench.values.labels import LabelKind
from workbench.values.run import MOST_PROMPTS


class PromptList(QWidget):
    """There is always one line, and never more than a run can have; a blank one asks nothing."""

    prompts_edited = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._asks = _NEXT_WORDS
        self._keeper = Keeper(self._tell, self)
        self._label = Label()
        self._note = Label()
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        self.add = QPushButton(self.tr("+ Add a prompt"))
        self.add.setProperty("link", True)
        self.add.setAccessibleName(self.tr("Add a prompt"))
        self.add.clicked.connect(self._add_one)
        bottom = QHBoxLayout()
        bottom.addWidget(self._note, 1)
        bottom.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addLayout(self._lines)
        layout.addLayout(bottom)
        self.show_prompts([""])

    @property
    def edits(self) -> list[QLineEdit]:
        return [row.edit for row in self._rows]

    @property
    def removers(self) -> list[QPushButton]:
        return [row.remove for row in self._rows]

    def show_task(self, task: str, corpus: Corpus | None) -> None:
        """What is learnt, and from which text; where a prompt cannot ask for it, there are none."""
        labels = None if corpus is None else corpus.contents.labels
        is_of_labels = find_task(task).shown.labels
        is_of_turns = find_task(task).shown.of_turns
        self._asks = _LABELS if is_of_labels else _ANSWERS if is_of_turns else _NEXT_WORDS
        # Roles are those beside a predicate, and a prompt does not say which word that is.
        self.setVisible(not (is_of_labels and labels is not None and labels.kind is LabelKind.ROLES))
        self._see_how_many()

    def prompts(self) -> tuple[str, ...]:
        """As they are written, the blank ones too."""
        return tuple(edit.text() for edit in self.edits)

    def save(self) -> None:
        """Tell of what was typed, if that was not told yet."""
        self._keeper.save()

    def show_prompts(self, prompts: Sequence[str]) -> None:
        """Show what is stored, unless something newer is being typed."""
        if self._keeper.is_due:
            return
        wanted = tuple(prompts[:MOST_PROMPTS]) or ("",)
        while len(self._rows) > len(wanted):
            self._take_out(self._rows[-1])
        while len(self._rows) < len(wanted):
            self._append()
        for edit, prompt in zip(self.edits, wanted, strict=True):
            if edit.text() != prompt:  # or the cursor would jump while a person writes
                edit.setText(prompt)
                edit.setCursorPosition(0)  # the first words of a long one are those to see
        self._see_how_many()

    def _add_one(self) -> None:
        self._append()
        self._see_how_many()
        self._rows[-1].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _remove(self, row: _Row) -> None:
        place = self._rows.index(row)
        self._take_out(row)
        self._see_how_many()
        self._rows[min(place, len(self._rows) - 1)].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _append(self) -> None:
        row = _Row()
        row.edit.textEdited.connect(self._keeper.typed)
        row.edit.editingFinished.connect(self.save)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._lines.addWidget(row)
        # A new line would be the last on the whole page that the Tab key reaches.
        if self._rows:
            QWidget.setTabOrder(self._rows[-1].remove, row.edit)
        QWidget.setTabOrder(row.edit, row.remove)
        QWidget.setTabOrder(row.remove, self.add)
        self._rows.append(row)

    def _take_out(self, row: _Row) -> None:
        self._rows.remove(row)
        row.edit.blockSignals(True)  # losing the focus would tell of it once more
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _see_how_many(self) -> None:
        several = len(self._rows) > 1
        self._label.setText(self.tr("&Pinned prompts") if several else self.tr("&Pinned prompt"))
        self._note.setText(_translated(self._asks.notes if several else self._asks.note))
        self._label.setBuddy(self._rows[0].edit)
        for number, row in enumerate(self._rows, start=1):
            row.number(number, several)
            row.edit.setPlaceholderText(_translated(self._asks.placeholder))
        self.add.setEnabled(len(self._rows) < MOST_PROMPTS)
        most = self.tr("A run can have {count} at most").format(count=MOST_PROMPTS)
        self.add.setToolTip("" if self.add.isEnabled() else most)

    def _tell(self) -> None:
        self.prompts_edited.emit(self.prompts())


@dataclass(frozen=True)
class _Asks:
    """What is said of the prompts of a kind of run."""

    placeholder: str
    note: str  # of one prompt
    notes: str  # of several


_NEXT_WORDS = _Asks(
    QT_TRANSLATE_NOOP("PromptList", "The first words of a sentence"),
    QT_TRANSLATE_NOOP("PromptList", "While the model learns, you see how it would go on with this."),
    QT_TRANSLATE_NOOP("PromptList", "While the model learns, you see how it would go on with each of them."),
)
_LABELS = _Asks(
    QT_TRANSLATE_NOOP("PromptList", "A text to label"),
    QT_TRANSLATE_NOOP("PromptList", "While the model learns, you see how it would label this."),
    QT_TRANSLATE_NOOP("PromptList", "While the model learns, you see how it would label each of them."),
)


_ANSWERS = _Asks(
    QT_TRANSLATE_NOOP("PromptList", "What somebody asks"),
    QT_TRANSLATE_NOOP("PromptList", "While the model learns, you see what it would answer to this."),
    QT_TRANSLATE_NOOP("PromptList", "While the model learns, you see what it would answer to each of them."),
)


def _translated(text: str) -> str:
    return QCoreApplication.translate("PromptList", text)


class _Row(QWidget):
    """One prompt, and the button that takes it away."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.remove = QPushButton("×")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.remove)

    def number(self, number: int, several: bool) -> None:
        """Its place among the prompts; the only one there is stays."""
        name = self.tr("Pinned prompt {number}").format(number=number) if several else self.tr("Pinned prompt")
        self.edit.setAccessibleName(name)
        self.edit.setClearButtonEnabled(not several)  # beside “×” it would be a second cross
        self.remove.setVisible(several)
        self.remove.setAccessibleName(self.tr("Remove prompt {number}").format(number=number))
        self.remove.setToolTip(self.remove.accessibleName())
