"""The desktop is asked, over its own bus, to keep the computer awake, and is told when it need not any more."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.places import ROOT
from workbench.gui.shell.awake import Awake


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="a bus of its own needs dbus-run-session")
def test_a_desktop_is_asked_once_and_gets_back_what_it_promised() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.gui.shell.bus_walk"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout.splitlines() == [
        "held for Nextword Workbench: one", "given back", "held for Nextword Workbench: two", "given back",
    ], done.stderr  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="other systems need no desktop for it")
def test_where_there_is_no_desktop_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={os.devnull}")
    awake = Awake()
    awake.hold("learning")
    assert not awake.is_held
    awake.release()
