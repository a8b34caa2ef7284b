"""The one kind of error that reaches a person: a message that says what happened and what to do.

Libraries' errors are translated into a KnownError once, at the edge that called the library. The command
line prints the English sentence; the window renders the same message in its own language.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping

from workbench.messages.catalogue import ERRORS
from workbench.messages.message import Message
from workbench.messages.rendering import render


class KnownError(Exception):
    """Something a person can understand and act on; anything else that is raised is a bug.

    `code` is one of ERRORS, `fields` fill the sentence's placeholders, as a message's do. `by_caller` tells a
    mistake of the caller's (exit status 2 on the command line) from a failure (exit status 1).
    """

    def __init__(self, code: str, **fields: object) -> None:
        assert code in ERRORS, code
        self.message = Message(code, fields)
        super().__init__(render(self.message))

    @classmethod
    def of(cls, message: Message) -> KnownError:
        return cls(message.code, **message.fields)

    @property
    def code(self) -> str:
        return self.message.code

    @property
    def fields(self) -> Mapping[str, object]:
        return self.message.fields

    @property
    def by_caller(self) -> bool:
        return self.code not in FAILURES

    @property
    def passes(self) -> bool:
        """Whether it may be over without anybody doing anything here, so that what runs can wait for it."""
        return self.code in PASSING


FAILURES = frozenset(
    {
        "project.busy",
        "project.damaged",
        "project.unsound",
        "disk.full",
        "disk.failed",
        "run.diverged",
        "run.too_large",
        "run.out_of_memory",
        "place.process_ended",
        "place.node_lost",
        "place.unreachable",
        "place.other_version",
        "place.other_token",
        "place.other_program",
        "checkpoint.damaged",
        "model.damaged",
        "model.wild_tokenizer",
        "hub.unreachable",
        "hub.slow",
        "hub.interrupted",
        "hub.busy",
        "hub.failed",
        "hub.damaged",
        "hub.no_room",
        "export.disagrees",
        "export.not_converted",
        "engine.without_avx",
        "update.not_understood",
        "installation.broke_off",
    }
)

PASSING = frozenset({"project.busy", "disk.full"})


def message_of(error: BaseException) -> Message:
    """What to say of an error in one line, also of one that nobody foresaw."""
    if isinstance(error, KnownError):
        return error.message
    return Message("run.unforeseen", {"kind": type(error).__name__, "text": str(error)})


class ReasonError(ValueError):
    """Raised below the edge that makes a KnownError of it, with the message that is a part of what that says."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(render(message))


def reason_of(error: BaseException) -> Message | str:
    """A part of a sentence: a message of ours, or else the first line of what the system or a library said."""
    return error.message if isinstance(error, ReasonError) else str(error).strip().split("\n")[0][:200]


def failed_write(error: Exception, path: object) -> KnownError:
    """The KnownError for a failed write of a library that hides the system's error in its text."""
    if any(told in str(error) for told in ("No space left", "File too large", "quota exceeded")):
        return KnownError("disk.full", path=path)
    return KnownError("disk.failed", path=path, detail=reason_of(error))


def disk_error(error: OSError, path: object) -> KnownError:
    """The KnownError for a failed write: no room (full disk, quota, size limit), read-only, or anything else."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return KnownError("disk.full", path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return KnownError("project.read_only", folder=path)
    return KnownError("disk.failed", path=path, detail=error.strerror or str(error))
