"""A project in which a tiny model has learnt a tale, for every question that is asked about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tiny_models import tale
from workbench.experiments import learnt as experiment
from workbench.experiments.learnt import Learnt, learnt
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder

SETTINGS = FineTuning(
    steps=12, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=6, precision="float32"
)


@pytest.fixture(scope="session")
def learnt_tale(tmp_path_factory: pytest.TempPathFactory, tiny_gpt2: Path) -> Iterator[Workbench]:
    """A project with a run of the tiny GPT-2; nothing is changed in it."""
    folder = tmp_path_factory.mktemp("learnt")
    text = folder / "tale.txt"
    text.write_text(tale(120), encoding="utf-8")
    with Project.create(folder / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([text], "tale"))
        last(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "first"))
        yield services
        services.project.close()  # a command that was tried has had it closed and opened again


@pytest.fixture(scope="session")
def learnt_found(learnt_tale: Workbench) -> Learnt:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(experiment, "PLACES", 24)  # what gained and what lost is counted here
        return last(learnt(learnt_tale, "first", Split.TEST))
