"""Keeping the computer awake while something learns, as each system has it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QObject

WHO = "Nextword Workbench"
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001  # of Windows' SetThreadExecutionState
_BUS = "nextword-workbench-awake"  # a connection of its own: what it holds back is given back when it ends


class Awake(QObject):
    """Holds the computer awake between `hold` and `release`; where a system has no way to, nothing happens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caffeinate: subprocess.Popen[bytes] | None = None
        self.is_held = False

    def hold(self, why: str) -> None:
        if self.is_held:
            return
        self.is_held = True
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED)
        elif sys.platform == "darwin":
            with suppress(OSError):
                self._caffeinate = subprocess.Popen(["caffeinate", "-i", "-w", str(os.getpid())])
        else:
            self.is_held = _inhibited(why)

    def release(self) -> None:
        if not self.is_held:
            return
        self.is_held = False
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)
        elif self._caffeinate is not None:
            self._caffeinate.terminate()
            self._caffeinate.wait()
            self._caffeinate = None
        else:
            _dbus().QDBusConnection.disconnectFromBus(_BUS)


def _inhibited(why: str) -> bool:
    """Whether the desktop has promised it."""
    dbus = _dbus()
    bus = dbus.QDBusConnection.connectToBus(dbus.QDBusConnection.BusType.SessionBus, _BUS)
    if bus.isConnected():
        place = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
        asked = dbus.QDBusMessage.createMethodCall(*place, "Inhibit")
        asked.setArguments([WHO, why])
        if bus.call(asked, timeout=1000).type() is dbus.QDBusMessage.MessageType.ReplyMessage:
            return True
    dbus.QDBusConnection.disconnectFromBus(_BUS)
    return False


def _dbus() -> ModuleType:
    """Which there is on Linux alone."""
    return import_module("PySide6.QtDBus")
