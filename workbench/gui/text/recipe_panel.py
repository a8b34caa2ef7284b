"""The cleaning recipe of a text: switch steps, order them, and see on real lines what each of them changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.corpora.cleaning.recipe import STEPS, check_setting, default_recipe, full_recipe
from workbench.corpora.trial import Effect, Trial
from workbench.gui.parts.explanation import WhyButton
from workbench.gui.plain import Label, tip
from workbench.gui.steady import ComboBox
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import sentence
from workbench.gui.words.why import Turned, answer
from workbench.messages.errors import KnownError
from workbench.messages.why.cleaning import CLEANING
from workbench.values.corpus import CorpusContents
from workbench.values.importing import Scope, StepSetting


class RecipePanel(QWidget):
    """Draws a recipe and the effects of a trial with it; whoever holds it runs the trial and reads the files again."""

    recipe_changed = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: tuple[StepSetting, ...] = default_recipe()
        self._effects: dict[str, Effect] = {}
        self.steps = QListWidget()
        self.steps.setAccessibleName(self.tr("Cleaning steps, in their order"))
        self.steps.setSpacing(3)
        self.steps.setWordWrap(True)
        self.steps.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.currentRowChanged.connect(self._show_step)
        self.steps.itemChanged.connect(self._switch)
        self.up = QPushButton(self.tr("Up"))
        self.up.setToolTip(self.tr("Do this step earlier"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = QPushButton(self.tr("Down"))
        self.down.setToolTip(self.tr("Do this step later"))
        self.down.clicked.connect(lambda: self._move(1))
        self.default = QPushButton(self.tr("Default"))
        self.default.setToolTip(self.tr("The recipe that every text begins with"))
        self.default.clicked.connect(lambda: self._show_recipe(default_recipe(), tell=True))
        self.explanation = Label()
        self.explanation.setWordWrap(True)
        self.explanation.setProperty("quiet", True)
        self.why = WhyButton(self.tr("this step"), lambda: self.explain(self.steps))
        self.where = ComboBox()
        self.where.setAccessibleName(self.tr("Where the step applies"))
        for when, title in (
            (Scope.NEVER, self.tr("nowhere")),
            (Scope.PAGES, self.tr("in documents with pages (PDF)")),
            (Scope.ALWAYS, self.tr("everywhere")),
        ):
            self.where.addItem(title, when)
        self.where.activated.connect(self._place)
        self.value = QLineEdit()
        self.value.setMaximumWidth(110)
        self.value.editingFinished.connect(self._set_value)
        self.value_title = Label()
        self.trouble = Label()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "bad")
        self.trouble.hide()
        self.changes = Label()
        self.changes.setWordWrap(True)
        self.examples = QPlainTextEdit()
        self.examples.setReadOnly(True)
        self.examples.setTabChangesFocus(True)
        self.examples.setAccessibleName(self.tr("Lines before and after the step"))
        self.again = QPushButton(self.tr("Read the files again like this"))
        self.again.clicked.connect(self.again_requested)
        self.examples.setMinimumHeight(60)
        self._lay_out()

    @property
    def recipe(self) -> tuple[StepSetting, ...]:
        return tuple(self._setting(row) for row in range(self.steps.count()))

    def explain(self, part: QWidget) -> str:
        """Why the step that is chosen would be switched on or off."""
        row = self.steps.currentRow()
        step = STEPS[self._setting(row).name] if row >= 0 else None
        if step is None or not (part in (self.steps, self.where, self.value) or self.steps.isAncestorOf(part)):
            return ""
        title = QCoreApplication.translate("steps", step.title)
        return answer(title, CLEANING[step.name], Turned.SWITCH, self.palette())

    def show_contents(self, contents: CorpusContents) -> None:
        """The recipe that a text was made with; nothing is known yet of what its steps change."""
        self._stored = full_recipe(contents.recipe)
        self._effects = {}
        self._show_recipe(self._stored)

    def show_trial(self, trial: Trial) -> None:
        self._effects = {effect.step: effect for effect in trial.effects}
        for row in range(self.steps.count()):
            self._title(self.steps.item(row))
        self._show_step(self.steps.currentRow())

    def _show_recipe(self, recipe: tuple[StepSetting, ...], *, tell: bool = False) -> None:
        row = max(0, self.steps.currentRow())
        with QSignalBlocker(self.steps):
            self.steps.clear()
            for setting in recipe:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, setting)
                self.steps.addItem(item)
                self._title(item)
            self.steps.setCurrentRow(row)
        self._show_step(row)
        self._changed(tell=tell)

    def _setting(self, row: int) -> StepSetting:
        setting: StepSetting = self.steps.item(row).data(Qt.ItemDataRole.UserRole)
        return setting

    def _title(self, item: QListWidgetItem) -> None:
        setting: StepSetting = item.data(Qt.ItemDataRole.UserRole)
        title = QCoreApplication.translate("steps", STEPS[setting.name].title)
        effect = self._effects.get(setting.name)
        if effect is not None and effect.changes:
            title += f"  ({QLocale().toString(effect.changes)})"
        with QSignalBlocker(self.steps):
            item.setText(title)
            states = {Scope.NEVER: Qt.CheckState.Unchecked, Scope.PAGES: Qt.CheckState.PartiallyChecked}
            item.setCheckState(states.get(setting.when, Qt.CheckState.Checked))
            where = self.tr("On for files that come in pages, such as PDF; off for others")
            item.setToolTip(tip(where) if setting.when is Scope.PAGES else "")

    def _show_step(self, row: int) -> None:
        if row < 0:
            return
        setting = self._setting(row)
        step = STEPS[setting.name]
        self.explanation.setText(QCoreApplication.translate("steps", step.explanation))
        self.where.setVisible(step.by_pages)
        self.where.setCurrentIndex(self.where.findData(setting.when))
        self.value_title.setText(QCoreApplication.translate("steps", step.value_title) if step.value_title else "")
        self.value_title.setVisible(bool(step.value_title))
        self.value.setVisible(bool(step.value_title))
        self.value.setAccessibleName(self.value_title.text() or self.tr("Setting of the step"))
        self.value.setText(setting.value)
        self.trouble.hide()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(row < self.steps.count() - 1)
        self._show_effect(setting)

    def _show_effect(self, setting: StepSetting) -> None:
        effect = self._effects.get(setting.name)
        if setting.when is Scope.NEVER:
            self.changes.setText(self.tr("Switched off. Switch it on to see what it would change."))
        elif effect is None:
            self.changes.setText(self.tr("Trying it on the beginning of the files …"))
        elif not effect.changes:
            self.changes.setText(self.tr("It changes nothing at the beginning of the files."))
        else:
            changes = Counts.tr("%Ln changes", "", effect.changes)
            removed = Counts.tr("%Ln characters removed", "", effect.removed)
            words = self.tr("{changes}, {removed} at the beginning of the files:")
            self.changes.setText(words.format(changes=changes, removed=removed))
        examples = effect.examples if effect is not None else ()
        before, after = self.tr("before"), self.tr("after")
        self.examples.setPlainText(
            "\n\n".join(
                f"{before}:  {_visible(example.before)}\n{after}:  {_visible(example.after) or '–'}"
                for example in examples
            )
        )
        self.examples.moveCursor(QTextCursor.MoveOperation.Start)

    def _switch(self, item: QListWidgetItem) -> None:
        setting: StepSetting = item.data(Qt.ItemDataRole.UserRole)
        if setting.when is not Scope.NEVER:  # Qt would tick a half-filled box in full, so that none were ever emptied
            when = Scope.NEVER
        elif STEPS[setting.name].by_pages and STEPS[setting.name].when is Scope.PAGES:
            when = Scope.PAGES  # what it is meant for; the choice beside it widens it
        else:
            when = Scope.ALWAYS
        self._replace(item, replace(setting, when=when))
        self.steps.setCurrentItem(item)

    def _place(self) -> None:
        item, when = self.steps.currentItem(), Scope(self.where.currentData())  # Qt gives back the bare string of one
        self._replace(item, replace(item.data(Qt.ItemDataRole.UserRole), when=when))

    def _set_value(self) -> None:
        item = self.steps.currentItem()
        if item is None or item.data(Qt.ItemDataRole.UserRole).value == self.value.text().strip():
            return
        setting = replace(item.data(Qt.ItemDataRole.UserRole), value=self.value.text().strip())
        try:
            check_setting(setting)
        except KnownError as error:
            self.trouble.setText(sentence(error))
            self.trouble.show()
            self._changed(tell=False)
            return
        self.trouble.hide()
        self._replace(item, setting)

    def _replace(self, item: QListWidgetItem, setting: StepSetting) -> None:
        with QSignalBlocker(self.steps):
            item.setData(Qt.ItemDataRole.UserRole, setting)
        self._effects = {}
        self._title(item)
        self._show_step(self.steps.currentRow())
        self._changed(tell=True)

    def _move(self, by: int) -> None:
        row = self.steps.currentRow()
        with QSignalBlocker(self.steps):
            self.steps.insertItem(row + by, self.steps.takeItem(row))
            self.steps.setCurrentRow(row + by)
        self._effects = {}
        self._show_step(row + by)
        self._changed(tell=True)

    def _changed(self, *, tell: bool) -> None:
        # Not with a value that is refused in sight: it would be another that counts.
        self.again.setEnabled(self.recipe != self._stored and self.trouble.isHidden())
        if tell:
            self.recipe_changed.emit()

    def _lay_out(self) -> None:
        order = QHBoxLayout()
        for button in (self.up, self.down, self.default):
            order.addWidget(button)
        order.addStretch()
        left = QVBoxLayout()
        left.addWidget(self.steps, 1)
        left.addLayout(order)
        setting = QHBoxLayout()
        setting.addWidget(self.where)
        setting.addWidget(self.value)
        setting.addWidget(self.value_title)
        setting.addStretch()
        right = QVBoxLayout()
        what = QHBoxLayout()
        what.addWidget(self.explanation, 1)
        what.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        right.addLayout(what)
        right.addLayout(setting)
        right.addWidget(self.trouble)
        right.addWidget(self.changes)
        right.addWidget(self.examples, 1)
        right.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTrailing)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(left, 2)
        layout.addLayout(right, 3)


_VISIBLE = str.maketrans({"\n": "↵ ", "\f": "⇟ ", "\t": "→ ", "\u00a0": "␣", "\r": "", "\0": "␀", "\ufeff": "␀"})


def _visible(text: str) -> str:
    """A line as it can be seen: line ends, page ends and tabs as signs."""
    shown = text.translate(_VISIBLE)
    return shown[: len(shown.rstrip(" "))] + "·" * (len(shown) - len(shown.rstrip(" ")))
