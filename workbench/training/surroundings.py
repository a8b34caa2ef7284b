"""What the numbers of a run depend on beside what it is: the libraries, and the computer that it learns at."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable

import psutil

from workbench import __version__
from workbench.ground.installed import version_of
from workbench.ground.processor import processor, threads

LIBRARIES = ("tensorflow", "keras", "keras-hub", "tokenizers", "numpy")


def versions(libraries: Iterable[str] = LIBRARIES) -> dict[str, str]:
    """Of this program and of the libraries, by default those that its numbers depend on. Loads none of them."""
    found = {"Nextword Workbench": __version__, "Python": platform.python_version()}
    return found | {name: version_of(name) for name in libraries}


def hardware(device: str) -> dict[str, str]:
    """Of this computer, as far as a run's numbers depend on it; `device` is what models run on."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": processor(),
        "cores": str(psutil.cpu_count(logical=False) or os.cpu_count()),
        "memory": f"{psutil.virtual_memory().total / 1e9:.1f} GB",
        "device": device,
        # In which order sums are added up, and so their last digits, depends on how many share the work and on how
        # XLA compiles.
        "threads": threads(),
        "oneDNN": os.environ.get("TF_ENABLE_ONEDNN_OPTS", ""),
        "XLA flags": os.environ.get("XLA_FLAGS", ""),
    }
