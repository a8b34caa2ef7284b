"""A project in which classes and tags were learnt, for the widgets of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.project.project import Project


@pytest.fixture(scope="module")
def context(labelled_project: Path) -> Iterator[Context]:
    """Nothing is changed in it."""
    jobs = Jobs()
    with Project.open(labelled_project) as project:
        yield Context(project, jobs)
        jobs.shutdown()
