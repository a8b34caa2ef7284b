"""Asks whether runs are to be deleted, says what else would miss them, and offers the archive instead."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.values.model_ref import OfRun
from workbench.values.run import Run

MOST_NAMED = 3


class Deletion(Enum):
    DELETE = auto()
    ARCHIVE = auto()
    NOTHING = auto()


def ask_deletion(page: QWidget, runs: Sequence[Run], every: Sequence[Run]) -> Deletion:
    """What a person wants with `runs`; `every` are those of the project."""
    question = QMessageBox(page)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setIcon(QMessageBox.Icon.Question)
    if len(runs) == 1:
        title = QCoreApplication.translate("Deletion", "Delete run")
        asked = QCoreApplication.translate("Deletion", "Delete “{name}”?").format(name=runs[0].name)
    else:
        title = QCoreApplication.translate("Deletion", "Delete runs")
        asked = Counts.tr("Delete %Ln runs?", "", len(runs))
    question.setWindowTitle(title)
    question.setText(asked)
    kept_too = QCoreApplication.translate(
        "Deletion", "Curves, samples and checkpoints are deleted from the disk as well. This cannot be undone."
    )
    question.setInformativeText("\n\n".join((kept_too, *dependents_in_words(runs, every))))
    delete = question.addButton(
        QCoreApplication.translate("Deletion", "Delete"), QMessageBox.ButtonRole.DestructiveRole
    )
    archive = None
    if not all(run.is_archived for run in runs):
        archive = question.addButton(
            QCoreApplication.translate("Deletion", "Archive instead"), QMessageBox.ButtonRole.AcceptRole
        )
    question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
    question.exec()
    clicked = question.clickedButton()
    if clicked is delete:
        return Deletion.DELETE
    return Deletion.ARCHIVE if archive is not None and clicked is archive else Deletion.NOTHING


def dependents_in_words(runs: Sequence[Run], every: Sequence[Run]) -> list[str]:
    """What others lose that began from `runs` or were taught by them."""
    gone = {run.id for run in runs}
    others = [run for run in every if run.id not in gone]
    began = [run.name for run in others if isinstance(run.base, OfRun) and run.base.run in gone]
    taught = [run.name for run in others if run.teacher and _run_of(run.teacher.ref) in gone]
    said = []
    if began:
        words = Counts.tr("%Ln other runs began there, and can no longer be compared with it: {names}.", "", len(began))
        said.append(words.format(names=_names(began)))
    if taught:
        words = Counts.tr("%Ln other runs were taught there, and can no longer go on: {names}.", "", len(taught))
        said.append(words.format(names=_names(taught)))
    return said


def _run_of(ref: object) -> int | None:
    return ref.run if isinstance(ref, OfRun) else None


def _names(names: Sequence[str]) -> str:
    more = ["…"] if len(names) > MOST_NAMED else []
    return quantities.listing([*(f"“{name}”" for name in names[:MOST_NAMED]), *more])
