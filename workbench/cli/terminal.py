"""How things come to a terminal: results on standard output, all else on standard error, progress on one line of it."""

from __future__ import annotations

import getpass
import signal
import sys
import threading
from collections.abc import Callable, Generator
from functools import partial
from typing import Any, TypeVar

from workbench.cli.words import said, say
from workbench.messages.message import Count, Duration
from workbench.models.hub.progress import Downloading
from workbench.training.events import Command
from workbench.values.progress import Progress

T = TypeVar("T")

BAR = 30  # characters of a probability of 1


def tell(code: str, **fields: object) -> None:
    """A line of what was asked for."""
    print(say(code, **fields))


def note(code: str, **fields: object) -> None:
    """A line beside what was asked for."""
    keep(say(code, **fields))


def follow(action: Generator[Any, Any, T], show: Callable[[Any], None]) -> T:
    """Run a long action to its end; an interruption closes it, which keeps its last checkpoint."""
    try:
        while True:
            show(next(action))
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        action.close()
        end_progress()


def follow_learning(action: Generator[Any, Command | None, T], show: Callable[[Any], None]) -> tuple[T, bool]:
    """Train to the end, and whether Ctrl-C brought that about: the run stops after its step and all of it is kept.

    A second one leaves without the last measurement, which is made when it goes on; a third one at the last checkpoint.
    """
    interruptions = _Interruptions()
    in_main = threading.current_thread() is threading.main_thread()
    previous = signal.signal(signal.SIGINT, interruptions.note) if in_main else None
    try:
        event = next(action)
        while True:
            interruptions.between(partial(show, event))
            event = action.send(interruptions.asked)
    except StopIteration as ended:
        result: T = ended.value
        return result, interruptions.asked is not None
    finally:
        action.close()
        if in_main:
            signal.signal(signal.SIGINT, previous)
        end_progress()


class _Interruptions:
    """What Ctrl-C has asked for so far, each said at once, or after the line that it came into the middle of: Python
    refuses to begin a line within another (RuntimeError, reentrant call)."""

    def __init__(self) -> None:
        self.asked: Command | None = None
        self._unsaid: list[str] = []
        self._is_writing = False

    def note(self, _number: int, _frame: object) -> None:
        """A handler of signals. Raises KeyboardInterrupt at the third one."""
        match self.asked:
            case None:
                self.asked = Command.STOP
                self._unsaid.append("told.stopping")
            case Command.STOP:
                self.asked = Command.LEAVE
                self._unsaid.append("told.leaving")
            case _:
                raise KeyboardInterrupt
        if not self._is_writing:
            self.between()

    def between(self, write: Callable[[], None] = lambda: None) -> None:
        self._is_writing = True
        write()
        while self._unsaid:
            note(self._unsaid.pop(0))
        self._is_writing = False


def show_progress(progress: Progress) -> None:
    done, what = Count(progress.done), progress.what
    if progress.total:
        line = say("told.progress_of", done=done, total=Count(progress.total), what=what)
    else:
        line = say("told.progress", done=done, what=what)
    if progress.seconds_left is not None:
        line = say("told.with_time_left", what=line.strip(), left=Duration(progress.seconds_left))
    rewrite(line)


def show_download(progress: Downloading) -> None:
    if not progress.total:
        rewrite(say("told.asking_hub"))
    elif progress.seconds_left is None:
        rewrite(said(progress.what))
    else:
        rewrite(say("told.with_time_left", what=progress.what, left=Duration(progress.seconds_left)))


def secret(question: str) -> str:
    """What is typed without being shown, or the first line of what is piped in. Never an argument of a command: those
    can be read by everybody on the computer."""
    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline()


def bar(word: str, probability: float) -> str:
    return f"{word:>16} {'█' * max(1, round(BAR * probability)):<{BAR}} {probability:6.1%}"


def end_progress() -> None:
    """Clear the line that progress was shown on."""
    rewrite("")


def rewrite(line: str) -> None:
    """Show progress on one line of a terminal; a log file is spared it."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def keep(line: str) -> None:
    """A line on standard error that stays."""
    rewrite("")
    print(line, file=sys.stderr, flush=True)
