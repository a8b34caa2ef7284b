"""Every text of the window that a person can see or hear, and which of them no catalogue gave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.pseudo import leaks
from workbench.corpora.reading.decoding import ENCODINGS
from workbench.ground.speech import LANGUAGES
from workbench.gui.context import Context
from workbench.gui.shell.workspace import Workspace
from workbench.messages.message import message
from workbench.messages.rendering import written
from workbench.models.hub.connection import cache_folder
from workbench.models.strong import TITLE
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Event, SampleWritten, StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import RunStatus

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
# What is the same in every language: names of files' formats, of programs and of hashes.
SAME = frozenset({"hf_", "https://huggingface.co", *ENCODINGS})


WORDS = tuple(Prediction(word, 0.1, f" {word}") for word in "абвгд")
LEARNING: tuple[Event, ...] = (
    Validated(0, 5.0, True, 0.0),
    SampleWritten(Sample(0, "Анна", " зажгла", WORDS)),
    StepMeasured(1000, 100_000, 4.5, 0.000_123, 12.25, 123_456.0, 60.0, 360_000.0),
    Validated(1000, 4.0, True, 61.0),
    SampleWritten(Sample(1000, "Анна", " зажгла лампу", WORDS)),
)


def fill(project: Project, tmp_path: Path) -> Project:
    """A project in which all that is the person's is in letters that no catalogue has."""
    text = tmp_path / "сказка.txt"
    text.write_text("Анна зажгла лампу. Бертиль смотрел на море.\n\n" * 200, encoding="utf-8")
    services = Workbench(project)
    for _ in services.texts.import_corpus([text]):
        pass
    settings = FineTuning()
    for name, status, error in (
        ("первый", RunStatus.STOPPED, None),
        ("второй", RunStatus.FINISHED, None),
        ("третий", RunStatus.FAILED, message("disk.full", path="диск")),
    ):
        run = project.runs.create(
            corpus="сказка", base=from_text("starter-en"), model_sha256="", fine_tuning=settings, name=name
        )
        with project.runs.recorder(run) as recorder:
            for event in LEARNING:
                recorder.record(event)
        project.runs.finish(run, status, error)
    return project


def of_models(context: Context) -> Iterator[str]:
    yield TITLE  # which is offered where it is not there
    for model in context.services.models.every():
        said = written(model.trained_on)
        told = (str(model.ref), model.name, said, model.licence, str(model.folder), model.quantisation)
        yield from filter(None, told)


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a widget, with what it is."""
    yield "title", widget.windowTitle()
    yield "tip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "name read aloud", widget.accessibleName()
    yield "description read aloud", widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "text", widget.text()
            yield "placeholder", widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield "text", widget.toPlainText()
            yield "placeholder", widget.placeholderText()
        case QGroupBox() | QMenu():
            yield "title", widget.title()
        case QComboBox():
            for number in range(widget.count()):
                yield "choice", widget.itemText(number)
                yield "choice's tip", str(widget.itemData(number, Qt.ItemDataRole.ToolTipRole) or "")
        case QTabBar():
            for number in range(widget.count()):
                yield "tab", widget.tabText(number)
                yield "tab's tip", widget.tabToolTip(number)
        case QProgressBar():
            yield "format", widget.text()
        case QSpinBox() | QDoubleSpinBox():
            yield "prefix", widget.prefix()
            yield "suffix", widget.suffix()
            yield "least", widget.specialValueText()
            yield "text", widget.text()
        case QAbstractSpinBox():
            yield "text", widget.text()
        case QAbstractItemView() if widget.model() is not None:
            yield from cells(widget.model())
    for action in widget.actions():
        yield from of_action(action)


def of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action", action.text()
    if action.toolTip().replace("&", "") != action.text().replace("&", ""):
        yield "action's tip", action.toolTip()


def cells(model: QAbstractItemModel, parent: QModelIndex = QModelIndex()) -> Iterator[tuple[str, str]]:  # noqa: B008
    for column in range(_columns(model, parent)):
        for role in ROLES:
            yield "head", _words(model.headerData(column, Qt.Orientation.Horizontal, role))
        for row in range(model.rowCount(parent)):
            index = model.index(row, column, parent)
            for role in ROLES:
                yield "cell", _words(index.data(role))
            if column == 0:
                yield from cells(model, index)


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    if isinstance(model, (QStringListModel, QAbstractListModel)):  # theirs is private
        return 0 if parent.isValid() else 1
    return model.columnCount(parent)


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def found(root: QWidget, known: frozenset[str]) -> list[tuple[str, str, str]]:
    """What has letters that came from nowhere: the widget's kind, which of its texts, and the text."""
    all_known = known | SAME
    return sorted(
        {
            (type(widget).__name__, what, text[:100])
            for widget in (root, *root.findChildren(QWidget))
            for what, text in texts(widget)
            if leaks(text, all_known)
        }
    )


def known_of(workspace: Workspace) -> frozenset[str]:
    folder = workspace.context.project.folder
    sources = [source for corpus in workspace.context.project.corpora.every() for source in corpus.contents.sources]
    of_files = {name for source in sources for name in (str(source.path), source.path.name)}
    return frozenset(
        {str(cache_folder()), str(folder), str(Path.home()), folder.name, *of_files, *of_models(workspace.context)}
        | set(LANGUAGES.values()) - {""}
    )
