"""A project with runs of labels, of each kind and of both kinds of networks, made once for all tests of exports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.labelled_runs import chunks, reviews
from workbench.ground.generators import last
from workbench.models.catalogue import find_model
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import find_task, keep_labels
from workbench.training.events import CheckpointSaved, SampleWritten, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.methods import Pooling
from workbench.values.model_ref import Folder, from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import RunStatus

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

LSTM = {
    "model_type": "word-lstm", "vocab_size": 200, "embedding_size": 8, "hidden_size": 12, "dropout": 0.1,
    "num_hidden_layers": 2, "max_position_embeddings": 64,
}  # fmt: skip
CLASSES = LabelSet(LabelKind.CLASSES, ("good", "bad", "so-so"), (50, 50, 20), 120)
SEVERAL = LabelSet(LabelKind.CLASSES, ("warm", "kind", "loud"), (50, 50, 20), 100, several=True)
TAGS = LabelSet(LabelKind.TAGS, ("B-NP", "I-NP", "B-VP", "O"), (), 60)
ROLES = LabelSet(LabelKind.ROLES, ("B-A0", "B-V", "O"), (), 60)


@pytest.fixture(scope="session")
def telling(tmp_path_factory: pytest.TempPathFactory, tiny_gpt2: Path) -> Iterator[Workbench]:
    """The runs “classes” (each token counts by itself, too), “last” (beside which the language model was learnt),
    “several”, “tags” and “roles”."""
    from workbench.models.language_model import LanguageModel, load
    from workbench.models.networks import random_network
    from workbench.models.tokenizers.tokenizer import Tokenizer

    place = tmp_path_factory.mktemp("telling")
    file = reviews(place / "reviews.csv")
    words = Tokenizer.of_words([file.read_text(encoding="utf-8"), "你好你好。"], 200)
    config = LSTM | {"vocab_size": words.vocabulary}
    with Project.create(place / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([file], "reviews"))
        last(services.texts.import_corpus([chunks(place / "chunks.conll")], "chunks"))
        for name, labels, settings in (
            ("classes", CLASSES, FineTuning(steps=2, pooling=Pooling.WORDS)),
            ("last", CLASSES, FineTuning(steps=2, pooling=Pooling.LAST, language_model=0.5)),
            ("tags", TAGS, FineTuning(steps=2)),
        ):
            keep_run(services, name, str(Folder(tiny_gpt2)), load(find_model(str(tiny_gpt2))), labels, settings)
        for name, labels in (("several", SEVERAL), ("roles", ROLES)):
            model = LanguageModel(random_network(config, 3), words, config)
            keep_run(services, name, "scratch:lstm-words", model, labels, FineTuning(steps=2))
        yield services


def keep_run(
    services: Workbench, name: str, base: str, model: LanguageModel, labels: LabelSet, settings: FineTuning
) -> None:
    """A run as training leaves it, but for the training: compiling that would take half a minute."""
    import keras

    from workbench.training import checkpoint

    is_words = labels.kind is not LabelKind.CLASSES
    task = find_task("tags" if is_words else "labels").with_labels(labels)
    network = task.head(model, settings.within(model.context_length))
    draw = np.random.default_rng(1)
    for variable in network.weights:
        variable.assign_add(draw.normal(0, 0.2, variable.shape).astype(variable.dtype))
    run = services.project.runs.create(
        corpus="chunks" if is_words else "reviews", base=from_text(base), model_sha256="5" * 64,
        fine_tuning=settings, name=name, task=task.name,
    )  # fmt: skip
    model.save_architecture(run.folder / "model")
    keep_labels(task, run)
    folder = checkpoint.checkpoint_folder(run.folder, 2)
    checkpoint.save(folder, network, keras.optimizers.SGD(), checkpoint.TrainingState(2, 2, 5.0, 0.5, 2, 0.5, 0, 1.0))
    with services.project.runs.recorder(run) as recorder:
        for step, loss, figure in ((0, 1.1, 0.4), (2, 0.5, 0.875)):
            bars = () if is_words else tuple(Prediction(each, 0.3, "") for each in labels.names)
            said = "It was/B-VP warm" if is_words else labels.names[0]
            recorder.record(SampleWritten(Sample(step, "It was warm", said, bars)))
            figures = {f"{task.name}/{each.name}": figure for each in task.shown.figures}
            recorder.record(Validated(step, loss, is_best=True, seconds=0.1, figures=figures))
        recorder.record(CheckpointSaved(2, folder, is_best=True))
    services.project.runs.finish(run, RunStatus.FINISHED)
