"""What the check of an installation says where something is wrong, and what the window says of its own places."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "check.processor": QT_TRANSLATE_NOOP("installation", "Models cannot be computed on this computer: {reason}"),
    "check.database": QT_TRANSLATE_NOOP("installation", "A project cannot be kept in its database: {reason}"),
    "check.process": QT_TRANSLATE_NOOP("installation", "A process of its own cannot be started: {reason}"),
    "check.documents": QT_TRANSLATE_NOOP("installation", "A PDF, Word or Rich Text document cannot be read: {reason}"),
    "check.keyring": QT_TRANSLATE_NOOP("installation", "The keyring’s library does not work: {reason}"),
    "check.model_files": QT_TRANSLATE_NOOP("installation", "Files of the models that come with the program are not as they should be: {reason}"),
    "check.libraries": QT_TRANSLATE_NOOP("installation", "The libraries are not all there: {reason}"),
    "check.models": QT_TRANSLATE_NOOP("installation", "A model that comes with the program does not work: {reason}"),
    "check.prediction": QT_TRANSLATE_NOOP("installation", "The next word that is predicted is not the one that should be: {reason}"),
    "check.learning": QT_TRANSLATE_NOOP("installation", "A step of learning does not do what it should: {reason}"),
    "check.window": QT_TRANSLATE_NOOP("installation", "Qt’s part that opens windows is not there: {reason}"),
    "check.pictures": QT_TRANSLATE_NOOP("installation", "Icons cannot be drawn: {reason}"),
    "check.fonts": QT_TRANSLATE_NOOP("installation", "Letters cannot be drawn: {reason}"),
    "check.translations": QT_TRANSLATE_NOOP("installation", "A translation cannot be read: {reason}"),
}  # fmt: skip
