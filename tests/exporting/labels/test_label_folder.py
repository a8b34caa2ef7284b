"""A Hugging Face folder of a run of labels opens here again: it is asked for labels and gone on from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.exporting.labels.peer_labels import made
from tests.exporting.labels.test_label_exports import TEXTS, WORDS
from workbench.exporting.card import ExportCard
from workbench.exporting.formats import Format, export_run
from workbench.exporting.hugging_face import Numbers
from workbench.exporting.labels.writing import write_folder
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card
from workbench.models.language_model import load
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder, OfRun


@pytest.mark.parametrize(
    ("name", "numbers", "near"),
    [("classes", Numbers.BFLOAT16, 0.05), ("last", Numbers.FLOAT32, 1e-5), ("several", Numbers.FLOAT32, 1e-5)],
)
def test_it_tells_the_classes_that_the_run_tells(
    telling: Workbench, tmp_path: Path, name: str, numbers: Numbers, near: float
) -> None:
    folder = Folder(last(export_run(telling, name, tmp_path / "out", Format.HUGGING_FACE, numbers)))
    run = OfRun(telling.project.runs.named(name).id)
    assert telling.labelling.labels_of(folder) == telling.labelling.labels_of(run)
    expected, found = (last(telling.labelling.classify(model, TEXTS)) for model in (run, folder))
    for mine, other in zip(found, expected, strict=True):
        chances = [{each.label: each.probability for each in said.labels} for said in (mine, other)]
        assert chances[0] == pytest.approx(chances[1], abs=near)


def test_it_tells_the_tags_that_the_run_tells(telling: Workbench, tmp_path: Path) -> None:
    for name, predicate in (("tags", None), ("roles", 1)):
        folder = Folder(last(export_run(telling, name, tmp_path / name, Format.HUGGING_FACE)))
        run = OfRun(telling.project.runs.named(name).id)
        text = " ".join(WORDS[:2])
        expected, found = (telling.labelling.tag(model, text, predicate) for model in (run, folder))
        assert [(each.word, each.tag) for each in found] == [(each.word, each.tag) for each in expected]


def test_it_is_not_asked_for_next_words_and_is_gone_on_from_without_its_head(
    telling: Workbench, tmp_path: Path
) -> None:
    folder = last(export_run(telling, "last", tmp_path / "out", Format.HUGGING_FACE))
    with pytest.raises(KnownError) as refused:
        telling.asking.predict(Folder(folder), "Anna")
    assert refused.value.code == "model.tells_labels"
    model = load(find_model(str(folder)))
    mine, _, _ = telling.models.open_with_head(OfRun(telling.project.runs.named("last").id))
    pairs = zip(model.network.weights, mine.network.weights, strict=True)
    assert all(np.array_equal(one, other) for one, other in pairs)
    # What is written of a run that went on from it speaks of next words again.
    assert not {"architectures", "id2label", "problem_type", "nextword_workbench"} & model.config.keys()


def test_a_matrix_for_next_words_that_labels_had_no_use_for_begins_even(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    card = ExportCard("exported", ("en",), "MIT", "A tale.")
    model = made(tmp_path, "mistral", "last")
    last(write_folder(model, tmp_path / "out", card, "hf", Numbers.FLOAT32))
    again = load(find_model(str(tmp_path / "out"))).network
    for mine, other in zip(again.weights, model.model.network.weights, strict=True):
        expected = 0 * np.asarray(other) if "reverse_embeddings" in other.path else other
        np.testing.assert_array_equal(mine, expected, err_msg=other.path)


@pytest.mark.parametrize("architecture", ["GPT2ForSequenceClassification", "GPT2ForTokenClassification"])
def test_one_that_was_made_elsewhere_is_refused_with_the_reason(
    tiny_gpt2: Path, tmp_path: Path, architecture: str
) -> None:
    folder = shutil.copytree(tiny_gpt2, tmp_path / "theirs")
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "architectures": [architecture]}))
    with pytest.raises(KnownError, match="head for labels") as refused:
        read_card(folder, Origin.FOLDER)
    assert refused.value.code == "model.other_settings"


@pytest.mark.parametrize("spoiled", [{"labels": None}, {"task": "labels"}, 7])
def test_what_says_nothing_sensible_of_its_labels_is_damaged(
    telling: Workbench, tmp_path: Path, spoiled: object
) -> None:
    folder = last(export_run(telling, "last", tmp_path / "out", Format.HUGGING_FACE))
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "nextword_workbench": spoiled}))
    with pytest.raises(KnownError) as refused:
        read_card(folder, Origin.FOLDER)
    assert refused.value.code == "model.damaged"
