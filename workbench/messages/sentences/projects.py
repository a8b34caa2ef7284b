"""What can be wrong with a project, its disk and the display."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "installation.broke_off": QT_TRANSLATE_NOOP("errors", "The check of this installation broke off (status {status}). Start the program with --self-test from a terminal to see why."),
    "update.nowhere": QT_TRANSLATE_NOOP("errors", "This copy of the program has no address to ask for updates: they come the way that it came."),
    "update.not_understood": QT_TRANSLATE_NOOP("errors", "What the address for updates answered cannot be understood ({detail}). Look on the program’s page instead."),
    "project.missing": QT_TRANSLATE_NOOP("errors", "There is no project in “{folder}”. Create one first."),
    "project.exists": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” already holds a project or other files. Choose an empty or a new folder."
    ),
    "project.path_too_long": QT_TRANSLATE_NOOP(
        "errors", "The path “{folder}” is {bytes} bytes long, and a database can lie in one of {most} at most. Choose a shorter one."
    ),
    "project.in_use": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is open in another window or command. Close it there, then try again."
    ),
    "project.newer": QT_TRANSLATE_NOOP(
        "errors",
        "“{folder}” was made by a newer version of this program. It was left as it is; update the program to open it.",
    ),
    "project.read_only": QT_TRANSLATE_NOOP(
        "errors", "The folder “{folder}” cannot be written to. Copy the project to a folder of yours, then open it there."
    ),
    "project.view_only": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” can only be looked at: it cannot be written to, or it is open in another window or command. Copy it to a folder of yours, or close it there, to change it."
    ),
    "project.busy": QT_TRANSLATE_NOOP(
        "errors", "Another program holds the project file in “{folder}” just now, so nothing was changed. Try again in a moment."
    ),
    "project.waits_to_write": QT_TRANSLATE_NOOP(
        "errors", "The project file in “{folder}” is held by another program, or its disk is full. What you changed is remembered, and written as soon as it can be."
    ),
    "project.unsound": QT_TRANSLATE_NOOP(
        "errors", "The project file in “{folder}” is damaged in places ({detail}). What can still be read is shown. Copy the folder before you go on, or restore project.sqlite from a copy."
    ),
    "project.damaged": QT_TRANSLATE_NOOP(
        "errors", "The project file in “{folder}” cannot be read ({detail}). Nothing was changed; restore it from a copy."
    ),
    "disk.full": QT_TRANSLATE_NOOP(
        "errors", "There is no room left on the disk of “{path}”. What was saved before is kept; free some space and go on."
    ),
    "disk.failed": QT_TRANSLATE_NOOP("errors", "“{path}” could not be written ({detail}). What was saved before is kept."),
    "display.none": QT_TRANSLATE_NOOP(
        "errors", "There is no display for the window. “demo” runs in the terminal; “--help” lists the commands."
    ),
    "display.silent": QT_TRANSLATE_NOOP(
        "errors", "The display “{display}” does not answer, so no window can be opened. Check DISPLAY; “demo” runs in the terminal, “--help” lists the commands."
    ),
    "display.without_library": QT_TRANSLATE_NOOP(
        "errors", "A library that the window needs is not installed: {package}. Install the package of that name (“apt install {package}”, or what it is called on your system), then start again."
    ),
}  # fmt: skip
