"""What the window writes down of itself: a log, and what it wrote when it ended by force. Nothing is ever sent.

A log holds no text of the person's. Ends by force are kept apart, since whoever was hit by one is asked at the next
start whether to copy what there is.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from workbench import __version__

LOG, CRASH = "nextword-workbench.log", "crash.log"
MOST_BYTES, MOST_FILES = 1 << 20, 5
LOGGER = "workbench"


class Log:
    """Open while the window is. Where the folder cannot be written to, nothing is kept and nothing fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: RotatingFileHandler | None = None
        self._crash: IO[str] | None = None

    def begin(self) -> str:
        """Take up writing; returns what an earlier start left behind when it ended by force, else nothing."""
        left = ""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            left = self._taken_away()
            self._handler = RotatingFileHandler(
                self.folder / LOG, maxBytes=MOST_BYTES, backupCount=MOST_FILES - 1, encoding="utf-8", delay=True
            )
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            logger = logging.getLogger(LOGGER)
            logger.addHandler(self._handler)
            logger.setLevel(logging.INFO)
            logger.propagate = False
            self._crash = (self.folder / CRASH).open("a", encoding="utf-8")
            faulthandler.enable(self._crash)
            logger.info("started %s, Python %s, %s", __version__, platform.python_version(), platform.platform())
        return left

    def keep(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Of an error that nobody caught."""
        lines = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger(LOGGER).error("%s", lines)
        if self._crash is not None:
            with suppress(OSError, ValueError):
                self._crash.write(f"{datetime.now():%Y-%m-%d %H:%M} {__version__}\n{lines}\n")
                self._crash.flush()

    def end(self) -> None:
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            with suppress(OSError):
                if not (self.folder / CRASH).stat().st_size:
                    (self.folder / CRASH).unlink()
            self._crash = None
        if self._handler is not None:
            logging.getLogger(LOGGER).info("ended")
            logging.getLogger(LOGGER).removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def _taken_away(self) -> str:
        """What lies in the file of the last start; it is kept under another name, the last few of them."""
        file = self.folder / CRASH
        left = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        if left:
            for number in range(MOST_FILES - 1, 0, -1):
                older = self.folder / f"crash-{number}.log"
                if older.is_file():
                    older.replace(self.folder / f"crash-{number + 1}.log")
            file.replace(self.folder / "crash-1.log")
        return left


def log_error(error: BaseException) -> None:
    """That a person was shown an error nobody foresaw."""
    logging.getLogger(LOGGER).error("shown: %s", type(error).__name__, exc_info=error)


def without_home(text: str) -> str:
    """For copying: whose computer it was stays out of it."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def give_output_a_place(folder: Path) -> None:
    """A window that was started without a terminal has nowhere to print to, and whatever prints would fail."""
    if sys.stderr is None or sys.stdout is None:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            output = (folder / "output.log").open("w", encoding="utf-8", buffering=1)
            sys.stdout, sys.stderr = sys.stdout or output, sys.stderr or output
