"""Importing large libraries on a thread of its own without holding up the other threads."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

_lock = threading.Lock()
_importing = 0  # blocks of `without_collecting`


@contextmanager
def without_collecting() -> Iterator[None]:
    """Put off the collection of garbage: an import makes a million objects that stay, and each search among them stops
    every thread, for half a second in the end; TensorFlow is imported in half the time without."""
    global _importing
    with _lock:
        _importing += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _importing -= 1
            if not _importing:
                gc.enable()


def keep_for_good() -> None:
    """Let the collector pass over all that there is now, so that what it does later takes some milliseconds."""
    gc.freeze()


def load_shared(package: str, pattern: str) -> None:
    """Load the shared libraries of `package` in files like `pattern` before it is imported.

    Python's own import holds every other thread while the system links them, a second for TensorFlow's; a call of
    the system's function holds none. Where there are no such files, the import loads what it needs by itself.
    """
    found = find_spec(package) if package not in sys.modules and os.name == "posix" else None
    if found is None:
        return
    link = ctypes.CDLL(None).dlopen
    link.argtypes = (ctypes.c_char_p, ctypes.c_int)
    link.restype = ctypes.c_void_p
    for folder in found.submodule_search_locations or ():
        for library in sorted(Path(folder).glob(pattern)):
            link(os.fsencode(library), os.RTLD_NOW)
