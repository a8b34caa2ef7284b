"""Without a display, or without what Qt needs for one, there is a sentence and no dead process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.places import ROOT


def started(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments], env=kept | environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is one")
@pytest.mark.parametrize(
    ("display", "words"),
    [
        (None, "no display"),
        (":4711", "“:4711” does not answer"),
        ("127.0.0.1:4711", "does not answer"),
        ("x", "does not"),
    ],
)
def test_a_window_without_a_display_is_a_sentence(display: str | None, words: str) -> None:
    told = started(**({} if display is None else {"DISPLAY": display}))
    assert told.returncode == 2 and words in told.stderr and len(told.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="arguments are no bytes there")
def test_an_argument_that_is_no_text_is_a_sentence() -> None:
    told = started("runs", b"/tmp/\xff\xfe")
    assert told.returncode == 2 and "no UTF-8" in told.stderr and len(told.stderr.splitlines()) == 1
