"""The widgets that there are: each package in this folder has its own, `VIEWS` in its `views.py`."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

import workbench.gui.tasks as folder
from workbench.gui.tasks.view import Views
from workbench.tasks.registry import names_in


def views() -> Views:
    """Those of all tasks together: several tasks may show the same one."""
    return Views(
        results={name: view for each in _found() for name, view in each.results.items()},
        predict={name: view for each in _found() for name, view in each.predict.items()},
    )


@lru_cache(maxsize=1)
def _found() -> tuple[Views, ...]:
    return tuple(import_module(f"{folder.__name__}.{name}.views").VIEWS for name in names_in(folder.__path__))
