"""What a long action is doing, beside how far it is, and what is called by the program."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "progress.held": QT_TRANSLATE_NOOP("progress", "waiting for another program to let go of the project file"),
    "progress.download": QT_TRANSLATE_NOOP("progress", "{done} / {total}"),
    "progress.download_at": QT_TRANSLATE_NOOP("progress", "{done} / {total}, {speed}/s"),
    "progress.trial": QT_TRANSLATE_NOOP("progress", "{number}/{all} · {title}"),
    "progress.pretrained": QT_TRANSLATE_NOOP("progress", "pretrained · {share}%"),
    "progress.from_scratch": QT_TRANSLATE_NOOP("progress", "from scratch · {share}%"),
    "progress.pretrained_labels": QT_TRANSLATE_NOOP("progress", "pretrained · {labels} labels"),
    "progress.from_scratch_labels": QT_TRANSLATE_NOOP("progress", "from scratch · {labels} labels"),
    "progress.train": QT_TRANSLATE_NOOP("progress", "train"),
    "progress.validation": QT_TRANSLATE_NOOP("progress", "validation"),
    "progress.test": QT_TRANSLATE_NOOP("progress", "test"),
    "progress.baseline": QT_TRANSLATE_NOOP("progress", "what words alone tell"),
    # Names that the program gives
    "name.sweep": QT_TRANSLATE_NOOP("progress", "{setting} varied"),
    "name.sweep_of_two": QT_TRANSLATE_NOOP("progress", "{first} and {second} varied"),
    "name.again": QT_TRANSLATE_NOOP("progress", "{run} again"),
    "name.dividend": QT_TRANSLATE_NOOP("progress", "dividend {number}"),
    "progress.alone": QT_TRANSLATE_NOOP("progress", "{number}/{all} · “{corpus}” alone"),
    "name.written": QT_TRANSLATE_NOOP("progress", "{corpus}, written by {teacher}"),
    "progress.counting": QT_TRANSLATE_NOOP("progress", "Counting the text"),
    "progress.leaving_out": QT_TRANSLATE_NOOP("progress", "Writing the text"),
    "progress.comparing": QT_TRANSLATE_NOOP("progress", "Looking for passages that are in two parts"),
    "progress.searching": QT_TRANSLATE_NOOP("progress", "Searching the text"),
    "progress.writes": QT_TRANSLATE_NOOP("progress", "{teacher} writes"),
    "progress.measures": QT_TRANSLATE_NOOP("progress", "Measuring"),
    "progress.without_teacher": QT_TRANSLATE_NOOP("progress", "The same without a teacher"),
    "name.without_teacher": QT_TRANSLATE_NOOP("progress", "{run} without a teacher"),
    "name.smaller": QT_TRANSLATE_NOOP("progress", "{model}, {layers:# layer|# layers}"),
    "name.alone": QT_TRANSLATE_NOOP("progress", "{run} · {corpus} alone"),
    "name.trial": QT_TRANSLATE_NOOP("progress", "{group} · {title}"),
}
