"""Where the program keeps what is no project's: settings, what can be found out again, its log.

One name for all of them, in the folders that a system has for each. A program that lies on a stick, beside a folder
called `data`, keeps everything in that folder and writes nothing elsewhere; so does one that was started with
`--data FOLDER`.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs

NAME = "nextword-workbench"
DATA = "NEXTWORD_DATA"  # an environment variable: the one folder for everything
LAUNCHER = "NEXTWORD_LAUNCHER"  # set by what starts an installed program: the folder that it lies in
CONFIGURATION = "NEXTWORD_CONFIG_HOME"  # another folder for the person's settings
CACHE = "NEXTWORD_CACHE_HOME"  # another folder for what can be found out again
LOGS = "NEXTWORD_LOG_HOME"  # another folder for the log
# What libraries write, which has places of its own; sent into that one folder with it.
_OF_LIBRARIES = {
    "HF_HOME": "models",
    "HF_HUB_CACHE": "models/hub",
    "KERAS_HOME": "cache/keras",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "settings",
    "XDG_DATA_HOME": "settings",
    "XDG_STATE_HOME": "log",
    "TMPDIR": "cache/temporary",
    "TEMP": "cache/temporary",
    "TMP": "cache/temporary",
}
_THEIRS_FIRST = ("HF_HOME", "HF_HUB_CACHE")  # models that a person keeps elsewhere are found there
WITHOUT_KEYRING = "keyring.backends.fail.Keyring"  # what a keyring keeps stays on the computer


def data_folder() -> Path | None:
    """The one folder for everything; None where each thing lies where the system has it."""
    if told := os.environ.get(DATA):
        return Path(told)
    launcher = os.environ.get(LAUNCHER)
    beside = Path(launcher) / "data" if launcher else None
    return beside if beside is not None and beside.is_dir() else None


def keep_together(folder: Path | None = None) -> None:
    """Before anything is loaded that writes: send all of it into `folder`, or into the one beside the launcher.

    Processes that this one starts inherit it. Does nothing where there is no such folder.
    """
    folder = folder or data_folder()
    if folder is None:
        return
    folder = folder.expanduser().resolve()
    os.environ[DATA] = str(folder)
    has_models = any(name in os.environ for name in _THEIRS_FIRST)
    for name, below in _OF_LIBRARIES.items():
        if name in _THEIRS_FIRST and has_models:
            continue
        os.environ[name] = str(folder / below)
    (folder / "cache" / "temporary").mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = None  # it may have been looked for already
    os.environ["PYTHON_KEYRING_BACKEND"] = WITHOUT_KEYRING


def settings_folder() -> Path:
    return _place(CONFIGURATION, "settings", platformdirs.user_config_path(NAME, appauthor=False))


def cache_folder() -> Path:
    return _place(CACHE, "cache", platformdirs.user_cache_path(NAME, appauthor=False))


def log_folder() -> Path:
    return _place(LOGS, "log", platformdirs.user_log_path(NAME, appauthor=False))


def documents_folder() -> Path:
    """Where projects are made if nobody says where."""
    folder = data_folder()
    return Path(platformdirs.user_documents_dir()) if folder is None else folder / "projects"


def window_settings() -> Path:
    """The file of what the window remembers."""
    return settings_folder() / "window.ini"


def _place(variable: str, below: str, usual: Path) -> Path:
    if told := os.environ.get(variable):
        return Path(told)
    folder = data_folder()
    return usual if folder is None else folder / below
