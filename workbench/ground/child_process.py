"""What a process that this program has begun owes it: to be silent, to leave Ctrl-C to it, and to end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading


def behave_as_child() -> None:
    """Called first in a process that `multiprocessing` has begun."""
    _say_nothing()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal's keys, who asked decides
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _say_nothing() -> None:
    """What libraries print is in no language, and standard output may be a JSON document."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
