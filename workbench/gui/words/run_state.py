"""How far a run came and how it can go on, in words that are the same wherever they are read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.values.run import Run, RunStatus

CAN_CONTINUE = (RunStatus.INTERRUPTED, RunStatus.STOPPED, RunStatus.FAILED)


def progress_in_words(run: Run) -> str:
    """Such as “step 8 of 150”; how many there will be is known only once the first has been made."""
    if not run.total_steps:
        return _tr(QT_TRANSLATE_NOOP("RunState", "preparing"))
    words = _tr(QT_TRANSLATE_NOOP("RunState", "step {step} of {total}"))
    return words.format(step=QLocale().toString(run.steps), total=QLocale().toString(run.total_steps))


def go_on_in_words(run: Run) -> str:
    """What the button says that lets it go on: with more steps, which are asked for, or with those it has left."""
    if run.status is RunStatus.FINISHED:
        return _tr(QT_TRANSLATE_NOOP("RunState", "Go on …"))
    return _tr(QT_TRANSLATE_NOOP("RunState", "Continue"))


def unfinished_in_words(run: Run, saved_step: int | None) -> str:
    """How a run ended before its time and from where it goes on; `saved_step` is that of its last checkpoint."""
    stopped = run.status is RunStatus.STOPPED
    if not run.total_steps:
        begun = (
            QT_TRANSLATE_NOOP("RunState", "“{name}” was stopped while it was being prepared.")
            if stopped
            else QT_TRANSLATE_NOOP("RunState", "“{name}” was interrupted while it was being prepared.")
        )
    elif stopped:
        begun = QT_TRANSLATE_NOOP("RunState", "“{name}” was stopped after {progress} and kept.")
    else:
        begun = QT_TRANSLATE_NOOP("RunState", "“{name}” was interrupted after {progress}.")
    if not saved_step:
        onward = QT_TRANSLATE_NOOP("RunState", "It begins with its first step.")
    elif saved_step == run.steps:
        onward = QT_TRANSLATE_NOOP("RunState", "It goes on from there.")
    else:
        onward = QT_TRANSLATE_NOOP("RunState", "Its last checkpoint is of step {saved}, from which it goes on.")
    words = f"{_tr(begun)} {_tr(onward)}"
    return words.format(name=run.name, progress=progress_in_words(run), saved=QLocale().toString(saved_step or 0))


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunState", text)
