"""The sample project: texts written for it, two of them labelled, and a bundled model, ready to fine-tune."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path

from workbench.ground.places import documents_folder
from workbench.ground.resources import resource
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.progress import Progress

CORPUS = "Keeper's log"
MODEL = "starter-en"
LABELLED = "Visitors' book"
TAGGED = "Harbour book"
TEXTS = {CORPUS: "keepers-log.txt", LABELLED: "visitors-book.csv", TAGGED: "harbour-book.conll"}
PROMPT = "The lamp was lit at"


def default_folder() -> Path:
    """A folder in the person's documents that does not exist yet."""
    documents = documents_folder()
    number = 1
    while (folder := documents / f"Lighthouse sample{f' {number}' if number > 1 else ''}").exists():
        number += 1
    return folder


def make_sample_project(folder: Path) -> Generator[Progress, None, Path]:
    """Create the project in `folder`, import the sample texts and make the choices; returns the folder."""
    with Project.create(folder) as project:
        folder = project.folder
        try:
            for name, file in TEXTS.items():
                yield from Workbench(project).texts.import_corpus([resource(f"samples/{file}")], name)
            for key, value in (("corpus", CORPUS), ("model", MODEL), ("train.prompts", [PROMPT])):
                project.preferences.set(key, value)
        except BaseException:  # a cancelled or failed attempt leaves nothing half-made
            project.close()
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return folder
