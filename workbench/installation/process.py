"""What a process of its own is asked, to see whether one can be started: in a module that loads nothing."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection

SECONDS = 60.0  # on a computer that has much to do


class NoAnswerError(RuntimeError):
    """The process ended, or took too long."""


def twice(number: int) -> int:
    """Computed by a process that is started as the program starts its own. Raises NoAnswerError."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_answer, args=(theirs, number), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(SECONDS):
            raise NoAnswerError("it does not answer")
        return int(ours.recv())
    except EOFError as error:
        raise NoAnswerError("it ended without an answer") from error
    finally:
        process.kill()
        process.join()
        ours.close()


def _answer(theirs: Connection, number: int) -> None:
    theirs.send(2 * number)
