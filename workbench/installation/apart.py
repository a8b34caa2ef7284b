"""The check of an installation in a process of its own, for the window: what is broken breaks there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from workbench.ground.answers import dictionary
from workbench.messages.errors import KnownError

_SECONDS_BETWEEN_LOOKS = 0.1
_PACKAGE = Path(__file__).parents[2]  # what `python -m workbench` must find


def command() -> list[str]:
    """What starts the program again, however it was started."""
    return [sys.executable, "-m", "workbench"]


def checked(words: Sequence[str] | None = None) -> Generator[None, None, dict[str, Any]]:
    """The document of `--self-test`. Yields while it runs; closing ends it.

    Raises KnownError("installation.broke_off").
    """
    path = os.pathsep.join(filter(None, (str(_PACKAGE), os.environ.get("PYTHONPATH", ""))))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
    process = subprocess.Popen(
        list(words or [*command(), "--self-test"]), env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while process.poll() is None:  # the document is shorter than what a pipe holds
            time.sleep(_SECONDS_BETWEEN_LOOKS)
            yield
        assert process.stdout is not None
        found = dictionary(json.loads(process.stdout.read() or b"null"))
    except ValueError:
        found = {}
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    if "checks" not in found:
        raise KnownError("installation.broke_off", status=process.returncode)
    return found
