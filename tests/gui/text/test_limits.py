"""What reading one file may take is kept with the project, and a text is read within it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.text.limits import LimitsDialog, ask_limits, kept_limits
from workbench.gui.text.text_page import TextPage
from workbench.project.project import Project
from workbench.services.texts import Texts
from workbench.values.importing import ImportOptions, Limits


def test_limits_are_asked_for_kept_and_read_with(
    qtbot: QtBot, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = Jobs()
    context = Context(project, jobs)
    page = TextPage(context)
    page.refresh()
    qtbot.addWidget(page)
    assert kept_limits(context) == Limits()

    def answer(dialog: LimitsDialog) -> QDialog.DialogCode:
        dialog.megabytes.setValue(200)
        dialog.seconds.setValue(5)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(LimitsDialog, "exec", answer)
    ask_limits(context, page)
    assert kept_limits(Context(project, jobs)) == Limits(200 << 20, 5.0)
    asked: list[ImportOptions | None] = []
    plain = Texts.import_corpus
    monkeypatch.setattr(
        Texts, "import_corpus", lambda self, files, name=None, options=None: (
            asked.append(options), plain(self, files, name, options)
        )[1],
    )  # fmt: skip
    (tmp_path / "a.txt").write_text("A text that is read within the limits.\n\n" * 9)
    page.import_files([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: not jobs.running, timeout=240_000)
    assert [options.limits for options in asked if options] == [Limits(200 << 20, 5.0)]
    assert [corpus.name for corpus in project.corpora.every()] == ["a"]
    jobs.shutdown()
