"""Which version of a library is installed."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version


@cache  # looking through everything that is installed takes a third of a second
def version_of(library: str) -> str:
    """Of an installed package, also where that is called otherwise, such as tensorflow-cpu; “unknown” where none is."""
    for name in (library, f"{library}-cpu"):
        with suppress(PackageNotFoundError):
            return version(name)
    names = packages_distributions().get(library.replace("-", "_"), [])
    return version(names[0]) if names else "unknown"
