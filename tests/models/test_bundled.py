"""The models that come with the program: small, described, and worth starting from."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from workbench.ground.generators import last
from workbench.ground.resources import resource
from workbench.models.card import PretrainedModel
from workbench.models.catalogue import catalogue
from workbench.project.project import Project
from workbench.services.workbench import Workbench

MOST = 150_000_000  # bytes that they take together
PROSE = {
    "en": "The captain looked at the sea for a long time, and then he told the men that they would not sail that day.",
    "zh": "他走到门口，看见天已经黑了，便回到屋里，点上灯，坐下来慢慢地看书。",
}
MADE = resource("models")  # for the program; another one may be installed beside it
BUNDLED = [each for each in catalogue() if each.folder and each.folder.parent == MADE and not each.from_scratch]


def test_together_they_are_small() -> None:
    files = [file for file in resource("models").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < MOST


@pytest.mark.parametrize("model", BUNDLED, ids=[str(model.ref) for model in BUNDLED])
def test_each_says_what_it_is_and_knows_its_language(model: PretrainedModel, tmp_path: Path) -> None:
    assert model.licence and model.trained_on and model.languages
    card = (resource("models") / str(model.ref) / "README.md").read_text(encoding="utf-8")
    assert "bits per byte" in card and "Limits" in card
    prose = PROSE[model.languages[0]]
    pieces = list(prose) if model.languages[0] == "zh" else prose.split()
    random.Random(0).shuffle(pieces)
    mixed = ("" if model.languages[0] == "zh" else " ").join(pieces)
    with Project.create(tmp_path / "project") as project:
        services = Workbench(project)
        read, other = (last(services.asking.surprise(model.ref, text)) for text in (prose, mixed))
    assert read.loss * read.tokens < 0.8 * other.loss * other.tokens
