"""Pages that need nothing else than themselves, from the templates beside this module."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, **shown: Any) -> str:
    """A template filled in; what comes from texts and names is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.filters["percent"] = lambda value: f"{value:.1%}"
    return environment.get_template(template).render(**shown)
