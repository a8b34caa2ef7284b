"""A project with the runs of a GPT-2 and of an LSTM, made once for all tests of exports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tiny_models import tale
from workbench.ground.generators import last
from workbench.models.catalogue import find_model
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import CheckpointSaved
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import RunStatus

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

LSTM = {
    "model_type": "word-lstm", "vocab_size": 200, "embedding_size": 8, "hidden_size": 12, "dropout": 0.1,
    "max_position_embeddings": 32,
}  # fmt: skip


@pytest.fixture(scope="session")
def learnt(tmp_path_factory: pytest.TempPathFactory, tiny_gpt2: Path) -> Iterator[Workbench]:
    """The runs “subwords” and “words” on the text “tale”, which has some Chinese in it."""
    from workbench.models.language_model import LanguageModel, load
    from workbench.models.networks import random_network
    from workbench.models.tokenizers.tokenizer import Tokenizer

    place = tmp_path_factory.mktemp("learnt")
    text = place / "tale.txt"
    text.write_text(tale(120) + "\n\n你好，世界。 你好，小岛。\n", encoding="utf-8")
    words = Tokenizer.of_words([text.read_text(encoding="utf-8")], 200)
    with Project.create(place / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([text], "tale"))
        keep_run(services, "subwords", str(tiny_gpt2), load(find_model(str(tiny_gpt2))))
        config = LSTM | {"vocab_size": words.vocabulary}
        keep_run(services, "words", "scratch:lstm-words", LanguageModel(random_network(config, 3), words, config))
        yield services


def keep_run(services: Workbench, name: str, reference: str, model: LanguageModel) -> None:
    """A run as training leaves it, but for the training: compiling that would take half a minute."""
    import keras

    from workbench.training import checkpoint

    draw = np.random.default_rng(1)
    for variable in model.network.weights:
        variable.assign_add(draw.normal(0, 0.2, variable.shape))
    run = services.project.runs.create(
        corpus="tale", base=from_text(reference), model_sha256="5" * 64, fine_tuning=FineTuning(steps=2), name=name
    )
    model.save_architecture(run.folder / "model")
    folder = checkpoint.checkpoint_folder(run.folder, 2)
    state = checkpoint.TrainingState(2, 2, 5.0, 4.5, 2, 4.5, 0, 1.0)
    checkpoint.save(folder, model.network, keras.optimizers.SGD(), state)
    with services.project.runs.recorder(run) as recorder:
        recorder.record(CheckpointSaved(2, folder, is_best=True))
    services.project.runs.finish(run, RunStatus.FINISHED)
