"""What can be wrong with what was typed on the command line."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "argument.not_utf8": QT_TRANSLATE_NOOP("errors", "An argument has bytes that are no UTF-8: {argument}. Write it in UTF-8, or rename the file."),
    "argument.missing": QT_TRANSLATE_NOOP("errors", "{name} is missing; add it, or see --help."),
    "argument.unknown": QT_TRANSLATE_NOOP("errors", "There is no option “{name}” here. There are: {known}."),
    "argument.no_command": QT_TRANSLATE_NOOP("errors", "There is no command “{name}” here. There are: {known}."),
    "argument.without_value": QT_TRANSLATE_NOOP("errors", "{name} needs a value after it, which is missing."),
    "argument.with_value": QT_TRANSLATE_NOOP("errors", "{name} takes no value. Leave out what stands behind it."),
    "argument.too_many": QT_TRANSLATE_NOOP("errors", "“{command}” does not know what to do with {arguments}. Leave that out, or see --help."),
    "argument.one_of_two": QT_TRANSLATE_NOOP("errors", "Neither {one} nor {other} is there, and one of them is needed."),
    "argument.not_together": QT_TRANSLATE_NOOP("errors", "{one} does not go with {other}. Leave one of them out."),
    "argument.mistyped": QT_TRANSLATE_NOOP("errors", "There is no command “{name}”, nor a project of that name. Did you mean {near}? See --help."),
    "argument.neither": QT_TRANSLATE_NOOP("errors", "There is no command “{name}”, nor a project of that name. See --help for the commands."),
    "argument.not_both": QT_TRANSLATE_NOOP("errors", "{one} and {other} undo each other. Give one of them."),
}  # fmt: skip
