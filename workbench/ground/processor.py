"""What the processor is and can do. TensorFlow would end the process without a word where it was built for another."""

from __future__ import annotations

import ctypes
import os
import platform
import sys

from workbench.messages.errors import KnownError

_WINDOWS_KNOWS_AVX = 39  # PF_AVX_INSTRUCTIONS_AVAILABLE


def refuse_without_avx(told: str | None = None) -> str:
    """What was found; `told` is what Linux says of the processor. Raises KnownError("engine.without_avx")."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return platform.machine()
    if not _has_avx(told):
        raise KnownError("engine.without_avx")
    return f"{platform.machine()} AVX"


def threads() -> str:
    """How many TensorFlow shares its work among."""
    asked = os.environ.get("TF_NUM_INTRAOP_THREADS", "0")
    if asked not in ("", "0"):
        return asked
    # Fewer than the computer has where the process may not use all of them.
    return str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())


def processor() -> str:
    """Its name as a person knows it; Python asks Linux for less than it says."""
    return _told_of("model name") or platform.processor() or platform.machine()


def instructions() -> str:
    """All that it can do, as Linux lists it; elsewhere what it is called has to do."""
    return _told_of("flags") or f"{platform.machine()} {platform.processor()}"


def _has_avx(told: str | None) -> bool:
    """True also where nobody says."""
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.IsProcessorFeaturePresent(_WINDOWS_KNOWS_AVX))
    try:
        if told is None:
            with open("/proc/cpuinfo", encoding="utf-8") as stream:  # noqa: PTH123 - no file of anybody's
                told = stream.read()
    except OSError:
        return True
    flags = next((line for line in told.splitlines() if line.startswith("flags")), "avx")
    return "avx" in flags.split()


def _told_of(what: str) -> str:
    """What Linux says of its first core; nothing on other systems."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as told:  # noqa: PTH123 - no file of anybody's
            found = (line.partition(":")[2].strip() for line in told if line.startswith(what))
            return next(found, "")
    except OSError:
        return ""
