"""What XLA has compiled is kept on disk, so that a step of a shape that this computer knows begins at once.

TensorFlow writes and reads these programs itself. It loads whatever lies there, and machine code that was damaged or
made for another processor ends the process: so each computer has a folder of its own, and a program is offered only
while its hash is the one that was noted when it was made. What cannot be kept is compiled again; that takes time alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.ground.files import write_atomically
from workbench.ground.installed import version_of
from workbench.ground.places import cache_folder
from workbench.ground.processor import instructions, processor, threads
from workbench.messages.errors import KnownError
from workbench.models.tensorflow_internals import numbered_from

if TYPE_CHECKING:
    import keras

FLAGS = "TF_XLA_FLAGS"  # an environment variable, which TensorFlow reads once, when it is imported
OPTION = "--tf_xla_persistent_cache_directory"
CPU_ALONE = "--tf_xla_persistent_cache_device_types=CPU"  # of a GPU a folder's name says nothing
OURS = "NEXTWORD_COMPILED"  # an environment variable: the folder that was set here, for the processes that inherit it
PROGRAM, NOTED = ".pb", ".sha256"
MOST_BYTES = 256 << 20  # of all computers' programs; the oldest go first
CLOCK_SECONDS = 2.0  # that a disk's clock may be behind
DRAFT_SECONDS = 3600.0  # after which nobody writes a program any more
LEAST_FREE_BYTES = 1 << 30  # on the disk, else nothing is kept: a program that does not fit would end the step


def compiled(network: keras.Model) -> Callable[[Callable[..., Any]], Compiled]:
    """Of a function around `network`: it is compiled for each shape of its inputs, as a whole."""
    return lambda function: Compiled(function, network)


class Compiled:
    """Its programs have names that are the same in each process: by them they are found on disk."""

    def __init__(self, function: Callable[..., Any], network: keras.Model) -> None:
        self._python, self._function = function, _compiling(function)
        self._name = f"{function.__qualname__} of {len(network.weights)} {network.count_params()}"
        self._seen: set[str] = set()

    @property
    def programs(self) -> int:
        """How many there are so far."""
        return int(self._function.experimental_get_tracing_count())

    def __call__(self, *inputs: Any) -> Any:
        import tensorflow as tf

        shapes = repr(tf.nest.map_structure(np.shape, inputs))
        if shapes in self._seen:
            return self._function(*inputs)
        begun = time.time()
        try:
            found = self._compile(shapes, inputs)
        except _NotWrittenError:
            # The kept ones give way. TensorFlow remembers that it failed, and must be asked for another function.
            for program in compiled_folder().parent.glob(f"*/*{PROGRAM}"):
                _delete(program)
            self._function = _compiling(self._python)
            found = self._compile(shapes, inputs)
        self._seen.add(shapes)
        _note_compiled(begun)
        return found

    def _compile(self, shapes: str, inputs: Sequence[Any]) -> Any:
        """Raises KnownError("disk.full") where there is no room to keep what was compiled."""
        import tensorflow as tf

        try:
            with numbered_from(_number(f"{self._name} for {shapes}")):
                return self._function(*inputs)
        except tf.errors.OpError as error:
            folder = os.environ.get(OURS)
            if not folder or folder not in str(error):
                raise
            raise _NotWrittenError("disk.full", path=folder) from error


class _NotWrittenError(KnownError):
    pass


def _compiling(function: Callable[..., Any]) -> Any:
    import tensorflow as tf

    return tf.function(function, jit_compile=True, autograph=False)


def keep_compiled() -> None:
    """Before TensorFlow is imported: have it keep what it compiles, unless a person's own flags say where."""
    inherited = os.environ.pop(OURS, "")  # of a process that may have had other flags for XLA
    told_there = (f"{OPTION}={inherited}", CPU_ALONE) if inherited else ()
    flags = [flag for flag in os.environ.get(FLAGS, "").split() if flag not in told_there]
    os.environ[FLAGS] = " ".join(flags)
    if any(flag.startswith(OPTION) for flag in flags):
        return
    folder = compiled_folder()
    if " " in str(folder) or not _can_be_kept(folder):  # flags are told apart by spaces
        return
    _offer_sound(folder)
    _make_room(folder.parent)
    os.environ |= {FLAGS: " ".join([*flags, f"{OPTION}={folder}", CPU_ALONE]), OURS: str(folder)}


def compiled_folder() -> Path:
    """Of this computer: another processor, number of threads, TensorFlow or set of flags makes other programs."""
    flags = sorted(os.environ.get("XLA_FLAGS", "").split())
    parts = (processor(), instructions(), threads(), version_of("tensorflow"), *flags)
    return cache_folder() / "compiled" / hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


_times: Counter[str] = Counter()  # that each was compiled in this process


def _number(program: str) -> int:
    """Another one each time, and the same ones in the next process."""
    _times[program] += 1
    digest = hashlib.sha256(f"{program} {_times[program]}".encode())
    return int.from_bytes(digest.digest()[:4], "big") << 24 | 1 << 60


def _note_compiled(since: float) -> None:
    """What was compiled since then (seconds of the clock) may be offered to the next start.

    Others, such as those that measure how fast the computer is, have another name each time and would never be found.
    """
    folder = compiled_folder()
    if os.environ.get(OURS) != str(folder):
        return
    with suppress(OSError, KnownError):
        for program in folder.glob(f"*{PROGRAM}"):
            if program.stat().st_mtime > since - CLOCK_SECONDS and not _note_of(program).exists():
                write_atomically(_note_of(program), _sha256(program).encode())


def _can_be_kept(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < LEAST_FREE_BYTES:
            return False
        trial = folder / f".{os.getpid()}"
        trial.touch()
        trial.unlink()
    except OSError:
        return False
    return True


def _offer_sound(folder: Path) -> None:
    """Delete every program that is not as it was noted, and what a process that was ended was writing."""
    for draft in folder.glob("*.tmp"):
        with suppress(OSError):
            if draft.stat().st_mtime < time.time() - DRAFT_SECONDS:
                draft.unlink()
    for program in folder.glob(f"*{PROGRAM}"):
        with suppress(OSError):
            note = _note_of(program)
            if not note.exists() or note.read_text("ascii", "replace") != _sha256(program):
                _delete(program)


def _make_room(folder: Path) -> None:
    """Delete the oldest programs, until no more than MOST_BYTES are left."""
    with suppress(OSError):
        programs = sorted(_programs(folder), reverse=True)
        left = MOST_BYTES
        for _, size, program in programs:
            left -= size
            if left < 0:
                _delete(program)


def _programs(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for program in folder.glob(f"*/*{PROGRAM}"):
        state = program.stat()
        yield state.st_mtime, state.st_size, program


def _delete(program: Path) -> None:
    _note_of(program).unlink(missing_ok=True)
    program.unlink(missing_ok=True)


def _note_of(program: Path) -> Path:
    return program.with_suffix(NOTED)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
