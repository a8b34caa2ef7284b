"""Whether the processor can run what TensorFlow was built for; without it the process would end without a word."""

from __future__ import annotations

import ctypes
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
