"""The widgets that there are: each package in this folder has its own, `VIEWS` in its `views.py`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module

import workbench.gui.tasks as folder
from workbench.gui.tasks.view import Views
from workbench.tasks.registry import names_in

_registered: list[Views] = []  # that are not in the folder


def views() -> Views:
    """Those of all tasks together: several tasks may show the same one."""
    every = [*_found(), *_registered]
    return Views(
        results={name: view for each in every for name, view in each.results.items()},
        predict={name: view for each in every for name, view in each.predict.items()},
    )


@contextmanager
def registered(more: Views) -> Iterator[None]:
    """While this is open, `more` are among those that there are."""
    _registered.append(more)
    try:
        yield
    finally:
        _registered.remove(more)


@lru_cache(maxsize=1)
def _found() -> tuple[Views, ...]:
    return tuple(import_module(f"{folder.__name__}.{name}.views").VIEWS for name in names_in(folder.__path__))
