"""A screen reader's side of AT-SPI: the tree of a program, what can be done in it, and what it announces."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT = "/org/a11y/atspi/accessible/root"
ATSPI = "org.a11y.atspi"
FOCUSABLE, SHOWING, ENABLED = 11, 25, 8  # numbers of AtspiStateType
PATIENCE = 240.0  # seconds


@dataclass(frozen=True)
class Node:
    """What one thing on the screen is said to be."""

    bus: str
    path: str
    name: str
    description: str
    role: str
    states: int
    depth: int
    parent: str

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class GoneError(Exception):
    """What was asked is no more, or cannot do that."""


class Reader:
    """Reads one program, and does in it what a person asks for by name."""

    def __init__(self) -> None:
        session = open_dbus_connection(bus="SESSION")
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        address = session.send_and_get_reply(asked).body[0]
        self._connection: DBusConnection = open_dbus_connection(address)
        self._events: DBusConnection = open_dbus_connection(address)
        self.announced: list[str] = []
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object", member="Announcement")
        self._events.send_and_get_reply(message_bus.AddMatch(rule))
        registry = DBusAddress("/org/a11y/atspi/registry", f"{ATSPI}.Registry", f"{ATSPI}.Registry")
        self._events.send_and_get_reply(new_method_call(registry, "RegisterEvent", "s", ("object:announcement",)))

    def programs(self) -> list[tuple[str, str]]:
        return list(self._call(f"{ATSPI}.Registry", ROOT, "Accessible", "GetChildren")[0])

    def tree(self) -> list[Node]:
        """Everything of every program that is on the screen, as it is read."""
        return [node for bus, path in self.programs() for node in self._walk(bus, path, 0, "")]

    def find(self, name: str, role: str = "") -> Node | None:
        """What begins with this name, and can be used just now."""
        return next(
            (
                node
                for node in self.tree()
                if node.name.startswith(name) and role in node.role and node.has(SHOWING) and node.has(ENABLED)
            ),
            None,
        )

    def wait_for(self, name: str, role: str = "") -> Node:
        found: list[Node] = []

        def is_there() -> bool:
            node = self.find(name, role)
            found.extend([] if node is None else [node])
            return node is not None

        self.wait(is_there, f"“{name}” {role}")
        return found[-1]

    def wait(self, until: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end, f"{what} does not come; there are {sorted({n.name for n in self.tree()})}"
            self.listen(0.2)

    def listen(self, seconds: float) -> None:
        """Take in what is announced meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                event = self._events.receive(timeout=left)
            except TimeoutError:
                return
            if len(event.body) > 3 and isinstance(event.body[3], tuple) and isinstance(event.body[3][1], str):
                self.announced.append(event.body[3][1])

    def press(self, name: str, role: str = "") -> None:
        """What has this name, once it is there."""
        node = self.wait_for(name, role)
        (actions,) = self._call(node.bus, node.path, "Action", "GetActions")
        number = next((place for place, (action, *_) in enumerate(actions) if action == "Press"), 0)
        assert self._call(node.bus, node.path, "Action", "DoAction", "i", (number,))[0], f"“{name}” cannot be pressed"

    def write(self, name: str, text: str) -> None:
        node = self.wait_for(name)
        assert self._call(node.bus, node.path, "EditableText", "SetTextContents", "s", (text,))[0], name

    def _walk(self, bus: str, path: str, depth: int, parent: str) -> Iterator[Node]:
        try:
            name, description = (self._property(bus, path, each) for each in ("Name", "Description"))
            (role,) = self._call(bus, path, "Accessible", "GetRoleName")
            ((low, high),) = self._call(bus, path, "Accessible", "GetState")
            (children,) = self._call(bus, path, "Accessible", "GetChildren")
        except GoneError:
            return
        yield Node(bus, path, name, description, role, low | high << 32, depth, parent)
        if "table" in role or role in ("list", "tree"):  # of their cells there may be thousands
            return
        for child in children:
            yield from self._walk(*child, depth + 1, path)

    def _property(self, bus: str, path: str, name: str) -> str:
        asked = DBusAddress(path, bus, "org.freedesktop.DBus.Properties")
        said = self._answer(new_method_call(asked, "Get", "ss", (f"{ATSPI}.Accessible", name)))
        return str(said[0][1])

    def _call(self, bus: str, path: str, interface: str, member: str, *said: Any) -> tuple[Any, ...]:
        """`said` is a signature and a body, where there is something to say. Raises GoneError."""
        return self._answer(new_method_call(DBusAddress(path, bus, f"{ATSPI}.{interface}"), member, *said))

    def _answer(self, asked: Message) -> tuple[Any, ...]:
        answer = self._connection.send_and_get_reply(asked)
        if answer.header.message_type is MessageType.error:
            raise GoneError(answer.body)
        return tuple(answer.body)
