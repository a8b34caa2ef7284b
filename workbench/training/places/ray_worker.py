"""What runs on a computer of a cluster: one run, in a folder that goes with it."""

from __future__ import annotations

import platform
import shutil
import tempfile
from pathlib import Path

import numpy as np

from workbench import __version__
from workbench.messages.errors import KnownError
from workbench.training.places.execution import Ask, Execution, Go, Told, Weights, failed
from workbench.training.places.parcel import ByContent, unpacked


class Worker:
    """An actor of Ray's; whoever asks is the process in `ray_driver`."""

    def __init__(self, program: str) -> None:
        """`program` is the version of the one that asks."""
        self._program = program
        self._folder = Path(tempfile.mkdtemp(prefix="nextword-run-"))
        self._execution: Execution | None = None
        self._failed: Told | None = None

    def begin(self, parcel: bytes, names: tuple[str, ...], *arrays: np.ndarray) -> str:
        """Where it is; what goes wrong is told to whoever asks it to go on."""
        fetched = dict(zip(names, arrays, strict=True))

        def fetch(name: object) -> np.ndarray:
            assert isinstance(name, ByContent)
            return fetched[name.sha256]

        try:
            if self._program != __version__:
                raise KnownError("place.other_program", node=platform.node(), there=__version__, here=self._program)
            assignment = unpacked(parcel, fetch)
            self._execution = Execution(assignment, self._folder, sends_files=True)
        except Exception as error:
            self._failed = failed(error)
        return platform.node()

    def ask(self, request: Go | Ask) -> Told | Weights:
        if self._failed is not None or self._execution is None:
            return self._failed or Told((), is_over=True)
        answer = self._execution.go_on(request) if isinstance(request, Go) else self._execution.weights()
        if isinstance(answer, Told) and answer.is_over:
            shutil.rmtree(self._folder, ignore_errors=True)
        return answer
