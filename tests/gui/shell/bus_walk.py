"""A desktop that is asked to keep the computer awake, and the program that asks it: run under dbus-run-session.

Writes what the desktop heard, a line each.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time

from jeepney import HeaderFields, MatchRule, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QCoreApplication

from workbench.gui.shell.awake import Awake

NAME = "org.freedesktop.ScreenSaver"


def serve(heard: list[str], ready: threading.Event) -> None:
    bus = open_dbus_connection(bus="SESSION")
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    rule = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    bus.send_and_get_reply(message_bus.AddMatch(rule))
    ready.set()
    asked: set[str] = set()
    while True:
        message = bus.receive()
        fields = message.header.fields
        if message.header.message_type is MessageType.method_call and fields.get(HeaderFields.member) == "Inhibit":
            asked.add(fields[HeaderFields.sender])
            heard.append(f"held for {message.body[0]}: {message.body[1]}")
            bus.send(new_method_return(message, "u", (7,)))
        elif fields.get(HeaderFields.member) == "NameOwnerChanged" and message.body[0] in asked and not message.body[2]:
            heard.append("given back")


def ask() -> None:
    """In a process of its own: whoever waits for the desktop's answer holds Python's lock."""
    application = QCoreApplication([])
    awake = Awake()
    for why in ("one", "two"):
        awake.hold(why)
        awake.hold("while it is held")
        assert awake.is_held
        awake.release()
        assert not awake.is_held
    del application


def main() -> None:
    told: list[str] = []
    is_ready = threading.Event()
    threading.Thread(target=serve, args=(told, is_ready), daemon=True).start()
    is_ready.wait(10)
    subprocess.run([sys.executable, "-m", "tests.gui.shell.bus_walk", "ask"], check=True, timeout=30)
    end = time.monotonic() + 10
    while len(told) < 4 and time.monotonic() < end:
        time.sleep(0.02)
    print(*told, sep="\n", flush=True)


if __name__ == "__main__":
    ask() if sys.argv[1:] else main()
