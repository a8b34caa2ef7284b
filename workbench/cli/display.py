"""Whether there is a display for the window, found out before Qt is started, which would end the process."""

from __future__ import annotations

import ctypes.util
import os
import re
import socket
import sys
from pathlib import Path

from workbench.messages.errors import KnownError

SECONDS = 3.0  # that a display may take to answer


def check_display() -> None:
    """Raise KnownError("display.…") where a window could not be opened."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY", "")
    if not display:
        raise KnownError("display.none")
    if not _answers(display):
        raise KnownError("display.silent", display=display)
    if ctypes.util.find_library("xcb-cursor") is None:
        raise KnownError("display.without_library", package="libxcb-cursor0")


def _answers(display: str) -> bool:
    """Whether an X server listens at `display`, which is written HOST:NUMBER.SCREEN, or :NUMBER on this computer."""
    found = re.fullmatch(r"(?:(?P<host>[^:]*)(?:/unix)?):(?P<number>\d+)(?:\.\d+)?", display)
    if found is None:
        return Path(display.rsplit(":", 1)[0]).exists()  # a socket's own path, as on some systems
    number = int(found["number"])
    places: list[tuple[int, str | tuple[str, int]]] = []
    if found["host"] in ("", "unix"):
        place = f"/tmp/.X11-unix/X{number}"
        places += [(socket.AF_UNIX, "\0" + place), (socket.AF_UNIX, place)]
    else:
        places.append((socket.AF_INET, (found["host"], 6000 + number)))
    for family, address in places:
        with socket.socket(family, socket.SOCK_STREAM) as asked:
            asked.settimeout(SECONDS)
            try:
                asked.connect(address)
            except OSError:
                continue
            return True
    return False
