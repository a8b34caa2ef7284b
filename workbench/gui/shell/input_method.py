"""Typing of Chinese and the like on Linux, where the library that draws the window lacks a part for fcitx.

It has one for ibus, whose protocol fcitx 5 speaks as well: over the session's bus, under the name of ibus's portal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

MODULE, PORTAL = "QT_IM_MODULE", "IBUS_USE_PORTAL"
SERVICE = "org.freedesktop.portal.IBus"
FCITX = {"fcitx", "fcitx5"}


def let_fcitx_type(
    environment: Mapping[str, str], has_fcitx: Callable[[], bool], answers: Callable[[str], bool]
) -> dict[str, str]:
    """What to set before the window is made: nothing where fcitx is not asked for, has its own part, or is silent."""
    asked = environment.get(MODULE) or environment.get("XMODIFIERS", "").removeprefix("@im=")
    if asked not in FCITX or has_fcitx() or not answers(SERVICE):
        return {}
    return {MODULE: "ibus", PORTAL: "1"}


def prepare_typing() -> None:
    """Must come before the application: it looks at these once."""
    if sys.platform == "linux":
        os.environ.update(let_fcitx_type(os.environ, _has_fcitx, _answers))


def _has_fcitx() -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return any("fcitx" in file.name for file in plugins.glob("*"))


def _answers(service: str) -> bool:
    bus = import_module("PySide6.QtDBus").QDBusConnection.sessionBus()  # needed here alone
    return bus.isConnected() and bool(bus.interface().isServiceRegistered(service).value())
