"""The versions that a run's numbers depend on, also where a library is installed under another name."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

import pytest

from workbench.ground import installed as libraries
from workbench.project import provenance


def test_a_library_that_is_called_otherwise_is_found_by_what_it_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    there = "tensorflow-cpu"

    def version(name: str) -> str:
        if name.startswith("tensorflow") and name != there:
            raise PackageNotFoundError(name)
        return "2.21.0" if name == there else installed(name)

    libraries.version_of.cache_clear()
    monkeypatch.setattr(libraries, "version", version)
    monkeypatch.setattr(libraries, "packages_distributions", dict)
    assert provenance.versions()["tensorflow"] == "2.21.0"
    there = "tensorflow-of-others"
    libraries.version_of.cache_clear()
    assert provenance.versions()["tensorflow"] == "unknown", "where nothing tells, that is said"
    monkeypatch.setattr(libraries, "packages_distributions", lambda: {"tensorflow": [there]})
    libraries.version_of.cache_clear()
    assert provenance.versions()["tensorflow"] == "2.21.0"
    libraries.version_of.cache_clear()
