"""A project with runs that have learnt labels: classes, tags and roles. It is trained once, and whoever changes it has
a copy."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.made_once import MadeOnce
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder

SETTINGS = FineTuning(
    steps=12, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=6, precision="float32"
)
GOOD, BAD = ("warm", "kind", "bright"), ("cold", "cruel", "dark")
ASKED = ("The day was warm", "The day was cold")  # while the run of classes learns


def reviews(path: Path) -> Path:
    draw = np.random.default_rng(3)
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("label", "review"))
        for number in range(120):
            words = GOOD if number % 2 else BAD
            said = " ".join(draw.choice(words, 3))
            table.writerow(("good" if number % 2 else "bad", f"The day number {number} was {said} for all of us"))
    return path


def chunks(path: Path) -> Path:
    sentences = []
    for number in range(60):
        noun = ("dog", "cat", "cook")[number % 3]
        sentences.append(f"The DT B-NP\n{noun}{number} NN I-NP\nsleeps VBZ B-VP\n. . O\n")
    path.write_text("\n".join(sentences), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def labelled_project(made_once: MadeOnce, tiny_gpt2: Path) -> Path:
    """The folder of a project with the runs “classes” and “words”."""

    def fill(folder: Path) -> None:
        with Project.create(folder / "project") as project:
            services = Workbench(project)
            services.models.add_folder(tiny_gpt2)
            last(services.texts.import_corpus([reviews(folder / "reviews.csv")], "reviews"))
            last(services.texts.import_corpus([chunks(folder / "chunks.conll")], "chunks"))
            train = services.training.train
            last(train("reviews", Folder(tiny_gpt2), SETTINGS, "classes", ASKED, task="labels"))
            last(train("chunks", Folder(tiny_gpt2), SETTINGS, "words", ("The dog sleeps .",), task="tags"))

    return made_once("labels", fill) / "project"


@pytest.fixture
def labelled(tmp_path: Path, labelled_project: Path) -> Iterator[Project]:
    with Project.open(shutil.copytree(labelled_project, tmp_path / "labelled")) as opened:
        yield opened
