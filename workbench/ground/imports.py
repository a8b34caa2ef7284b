"""Importing large packages: without holding up the other threads, and without what nobody here asks them for."""

from __future__ import annotations

import builtins
import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SECONDS_BETWEEN_LOOKS = 0.02

_linking = threading.Lock()


class PoliteImport:
    """An import of thousands of modules that stands still between two of them while something else is more urgent."""

    def __init__(self, plainly: Callable[..., Any] | None = None) -> None:
        """`plainly` is what imports a module where it is not what everybody else is to use."""
        self._plainly = plainly
        self._until = 0.0

    def hold(self, most_seconds: float) -> None:
        """From now on it stands still, until it is let go, from any thread. Whoever is urgent may need a module that is
        half imported, so it goes on by itself after `most_seconds`."""
        self._until = time.monotonic() + most_seconds

    def let_go(self, seconds: float = 0.0) -> None:
        """It goes on in `seconds`."""
        self._until = min(self._until, time.monotonic() + seconds)

    @contextmanager
    def importing(self) -> Iterator[None]:
        """What this thread imports within the block is what stands still."""
        thread, usual = threading.get_ident(), builtins.__import__
        plainly = self._plainly or usual

        # Not a finder of `sys.meta_path`: Python asks those while nobody else can import anything.
        def import_politely(*named: Any, **beside: Any) -> Any:
            if threading.get_ident() != thread:
                return usual(*named, **beside)
            self._stand_still()
            return plainly(*named, **beside)

        self._stand_still()
        builtins.__import__ = import_politely
        try:
            yield
        finally:
            builtins.__import__ = usual

    def _stand_still(self) -> None:
        while time.monotonic() < self._until:
            time.sleep(SECONDS_BETWEEN_LOOKS)


def load_shared(package: str, *patterns: str) -> None:
    """Load the shared libraries of `package` in files like `patterns`, in their order, before it is imported.

    Python's own import holds every other thread while the system links them, a second for TensorFlow's; a call of
    the system's function holds none. Where there are no such files, the import loads what it needs by itself.
    """
    found = find_spec(package) if package not in sys.modules and os.name == "posix" else None
    if found is None:
        return
    link = ctypes.CDLL(None).dlopen
    link.argtypes = (ctypes.c_char_p, ctypes.c_int)
    link.restype = ctypes.c_void_p
    with _linking:
        for pattern in patterns:
            for folder in found.submodule_search_locations or ():
                for library in sorted(Path(folder).glob(pattern)):
                    link(os.fsencode(library), os.RTLD_NOW)


def wait_until_linked() -> None:
    """Return when no shared libraries are being loaded. The system hands out memory so slowly meanwhile that whatever
    needs much of it and holds Python's lock holds it for half a second instead of some milliseconds."""
    with _linking:
        pass


@contextmanager
def passed_over(*packages: str) -> Iterator[None]:
    """Within the block `packages` count as not installed, but for those that are there already: what others import
    wherever they find it, and only offer something with, is not waited for."""
    away = [package for package in packages if package not in sys.modules]
    for package in away:
        sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for package in away:
            del sys.modules[package]
