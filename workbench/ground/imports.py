"""Importing large packages: without holding up the other threads, and without what nobody here asks them for."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path


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


@contextmanager
def passed_over(package: str) -> Iterator[None]:
    """Within the block `package` counts as not installed, unless it is there already: what others import wherever they
    find it, and only offer something with, is not waited for."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[package]
