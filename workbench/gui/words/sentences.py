"""Errors in the person's language: the sentences of workbench.messages.errors, translated."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QCoreApplication

from workbench.messages.errors import SENTENCES, KnownError


def sentence(error: BaseException) -> str:
    """What to tell a person of `error`; one that is not known is a mistake of the program's."""
    if isinstance(error, KnownError):
        return QCoreApplication.translate("errors", SENTENCES[error.code]).format(**error.fields)
    return QCoreApplication.translate(
        "errors", "Something went wrong that should not have. What was saved is kept; the details help to mend it."
    )


def details(error: BaseException) -> str:
    """For whoever mends the program; empty for an error that its sentence explains."""
    if isinstance(error, KnownError):
        return ""
    return "".join(traceback.format_exception(error))
