"""Real processes of the program, heard while they run, and ended whatever happens."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from tests.places import ROOT

COMMAND_LINE = [sys.executable, str(ROOT / "main.py")]
DAMAGED = ("damaged", "restore it from a copy")  # in the sentences that say so
PATIENCE = 240.0  # seconds after which a process counts as stuck


@dataclass(frozen=True)
class Outcome:
    """How a process ended; `ours` is whether it was killed on purpose."""

    command: str
    status: int
    out: str
    err: str
    ours: bool
    seconds: float

    @property
    def refused(self) -> bool:
        """One sentence instead of what was asked for."""
        return self.status in (1, 2) and self.last_line.startswith("nextword-workbench: ")

    @property
    def last_line(self) -> str:
        return (self.err.strip().splitlines() or [""])[-1]


class Program:
    """One process. What it writes is read at once, so that it never waits for us."""

    def __init__(self, arguments: Sequence[str], environment: dict[str, str]) -> None:
        self._changed = threading.Condition()
        self._lines: list[str] = []
        self._texts: dict[str, list[str]] = {"out": [], "err": []}
        self._ours = False
        self._begun = time.monotonic()
        self._command = " ".join(argument for argument in arguments if argument not in COMMAND_LINE)
        # A session of its own: Ctrl-C of the soak is not theirs, and what they start can be ended with them.
        self._process = subprocess.Popen(
            arguments, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        self._readers = [
            threading.Thread(target=self._read, args=(name, stream), daemon=True)
            for name, stream in (("out", self._process.stdout), ("err", self._process.stderr))
        ]
        for reader in self._readers:
            reader.start()

    @property
    def id(self) -> int:
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    @property
    def lines(self) -> list[str]:
        """Of both streams, as they came."""
        with self._changed:
            return list(self._lines)

    def wait_for(self, seen: Callable[[Sequence[str]], bool], seconds: float) -> bool:
        """Whether `seen` was true of the lines before the time was over or the process ended."""
        end = time.monotonic() + seconds
        with self._changed:
            while not seen(self._lines):
                left = end - time.monotonic()
                if left <= 0 or self.has_ended:
                    return seen(self._lines)
                self._changed.wait(min(left, 0.2))
        return True

    def kill(self) -> None:
        self._ours = not self.has_ended
        self._process.kill()

    def interrupt(self) -> None:
        """Ctrl-C."""
        self._process.send_signal(signal.SIGINT)

    def memory_bytes(self) -> int:
        found: int = psutil.Process(self.id).memory_info().rss
        return found

    def end(self, seconds: float = PATIENCE) -> Outcome:
        """Wait for its end; one that is stuck is ended and says so."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._texts["err"].append(f"\nstuck for {seconds:.0f} s\n")
        self.close()
        for reader in self._readers:
            reader.join(5)
        out, err = ("".join(self._texts[name]) for name in ("out", "err"))
        spent = time.monotonic() - self._begun
        return Outcome(self._command, self._process.returncode, out, err, self._ours, spent)

    def close(self) -> None:
        """End it and everything that it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.id, signal.SIGKILL)
        self._process.wait()

    def _read(self, name: str, stream: Any) -> None:
        with stream:
            self._take(name, stream)

    def _take(self, name: str, stream: Any) -> None:
        for line in stream:
            with self._changed:
                self._texts[name].append(line)
                self._lines.append(line.rstrip("\n"))
                self._changed.notify_all()


class Programs:
    """Starts programs with settings and caches of their own; leaving the block ends those that still run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: list[Program] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end_all()

    def end_all(self) -> None:
        for program in self._running:
            program.close()
        self._running = []

    def command(self, *arguments: object) -> Program:
        """A command of the command line."""
        return self._start([*COMMAND_LINE, *map(str, arguments)])

    def module(self, name: str, *arguments: object) -> Program:
        """A module of the soak in a process of its own."""
        return self._start([sys.executable, "-m", f"tests.soak.{name}", *map(str, arguments)])

    def run(self, *arguments: object) -> Outcome:
        """A command that nobody disturbs, to its end."""
        return self.command(*arguments).end()

    def _start(self, arguments: Sequence[str]) -> Program:
        program = Program(arguments, self._environment())
        self._running = [each for each in self._running if not each.has_ended] + [program]
        return program

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "NEXTWORD_"))}
        return kept | {
            "QT_QPA_PLATFORM": "offscreen",
            # The tiny networks take longer to compile than to run; the references are made in the same way.
            "XLA_FLAGS": "--xla_backend_optimization_level=0",
            "TF_NUM_INTRAOP_THREADS": "1",
            "OMP_NUM_THREADS": "1",
            "HF_HUB_CACHE": str(self.folder / "hub"),
            "NEXTWORD_CONFIG_HOME": str(self.folder / "settings"),
            "NEXTWORD_CACHE_HOME": str(self.folder / "cache"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }


def faults(outcome: Outcome) -> list[str]:
    """What no process may do, whatever is done to it."""
    told = outcome.out + outcome.err
    found = []
    if "Traceback" in told:
        found.append(f"a traceback: {outcome.last_line}")
    called = next((line for line in told.splitlines() if any(words in line for words in DAMAGED)), None)
    if called is not None:
        found.append(f"called damaged: {called}")
    if "stuck for" in outcome.err:
        found.append(f"did not end within {outcome.seconds:.0f} s")
    elif outcome.status < 0 and not outcome.ours:
        found.append(f"ended by {signal.Signals(-outcome.status).name}, which nobody sent")
    return found
