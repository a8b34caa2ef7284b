"""What is looked at when a project was opened: whether its database is sound, and what no record names."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.gui.shell.banner import Banner
from workbench.gui.words.counts import Counts
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.changes import Changes

if TYPE_CHECKING:
    from workbench.gui.context import Context

CHECKING = QT_TRANSLATE_NOOP("Checks", "Checking the project file")
TAKING_UP = QT_TRANSLATE_NOOP("Checks", "Taking up {name}")
TAKE_UP = QT_TRANSLATE_NOOP("Checks", "Take them up")


def check(context: Context, banner: Banner) -> None:
    """Look in the background whether the database is sound, and say so where it is not."""
    project = context.project

    def tell(detail: str) -> None:
        if detail:
            banner.show_error(KnownError("project.unsound", folder=project.folder, detail=detail))

    job = context.jobs.start_job(_translated(CHECKING), project.unsound, lane="projects")
    job.finished.connect(tell)


def tell_of_strays(context: Context, banner: Banner) -> None:
    """Offer what lies in the project and no record names; closing the banner leaves it where it is."""
    project = context.project

    def offer(strays: tuple[Path, ...]) -> None:
        if strays:
            words = Counts.tr(
                "%Ln texts or runs lie in this project that its records do not name, as after a project.sqlite was"
                " emptied or put back from an older copy. Nothing of them was deleted. Take up the texts again?",
                "",
                len(strays),
            )
            banner.show_offer(words, _translated(TAKE_UP), lambda: take_up(strays))

    def take_up(strays: tuple[Path, ...]) -> None:
        for stray in strays:
            work = partial(context.services.texts.take_up, stray)
            job = context.jobs.start_job(_translated(TAKING_UP).format(name=stray.name), work, lane="files")
            job.finished.connect(lambda corpus: context.tell(Changes(corpora=frozenset({corpus.name}))))
            job.failed.connect(context.failed)

    job = context.jobs.start_job(_translated(CHECKING), project.strays, lane="projects")
    job.finished.connect(offer)
    job.failed.connect(context.failed)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Checks", text)
