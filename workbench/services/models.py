"""What there is to start from and to ask: models, runs, and the folders that a project knows."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from workbench.corpora.encoding import encode
from workbench.costs.fit import BYTES_PER_WEIGHT
from workbench.messages.errors import KnownError
from workbench.models.card import Origin, PretrainedModel
from workbench.models.catalogue import catalogue, find_model, read_card, read_config
from workbench.models.hub.cache import cached_models
from workbench.models.hub.connection import cache_folder
from workbench.models.sizes import layer_sizes
from workbench.models.sources.registry import tokenizer_file
from workbench.project.project import Project
from workbench.services.token_counting import TokenizerSource
from workbench.tasks.registry import task_of
from workbench.values.corpus import Split, TokenFigures
from workbench.values.progress import Progress
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

from typing import TYPE_CHECKING

from workbench.corpora.encoding import segments
from workbench.values.corpus import Corpus

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


class Models:
    """What a reference may name: a bundled model, a folder, one of the Hub that is here, random weights, a run."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def warm_up(self) -> None:
        """Import TensorFlow, Keras and keras_hub; several seconds the first time."""
        from workbench.models.language_model import import_libraries

        import_libraries()

    def every(self) -> tuple[PretrainedModel, ...]:
        """The catalogue: bundled models, folders added to the project, what is in the Hugging Face cache, architectures
        to train from scratch."""
        return catalogue(self.project.model_folders(), cached_models(cache_folder()))

    def find(self, reference: str) -> PretrainedModel:
        """The model that `reference` names. Raises KnownError("model.missing")."""
        return find_model(reference, self.project.model_folders(), cached_models(cache_folder()))

    def add_folder(self, folder: Path) -> PretrainedModel:
        """Remember a Hugging Face model folder in the project. Raises KnownError("model.…") if it cannot be used."""
        model = read_card(folder.resolve(), Origin.FOLDER)
        self.project.add_model_folder(folder.resolve())
        return model

    def card_of(self, reference: str) -> PretrainedModel:
        """The card that says how large `reference` is; a run is as large as what it started from.

        Raises KnownError: model.…, run.base_gone.
        """
        run = self.run_named(reference)
        return self.find(self.project.root_model(run) if run else reference)

    def run_named(self, reference: str) -> Run | None:
        return self.project.find_run(reference)

    def run_id(self, reference: str) -> int | None:
        """The number of the run that `reference` names; None where it names a model."""
        run = self.run_named(reference)
        return None if run is None else run.id

    def languages(self, reference: str) -> tuple[str, ...]:
        """The languages (ISO 639-1) of a model, or of the one that a run came from; empty where they are not known."""
        return self.card_of(reference).languages

    def identity(self, reference: str) -> str:
        from workbench.models.language_model import model_sha256

        run = self.run_named(reference)
        if run is None:
            return model_sha256(self.find(reference))
        return f"{run.model_sha256}+{self.project.kept_checkpoint(run).folder.name}"

    def is_base_unchanged(self, run: str) -> bool:
        """Whether what is found under the name of what a run began from still is that; False where it is gone."""
        found = self.project.run(run)
        try:
            return self.identity(self.project.base_reference(found)) == found.model_sha256
        except KnownError:
            return False

    def tokenizer_of(self, reference: str) -> TokenizerSource:
        run = self.run_named(reference)
        return TokenizerSource.of(self.card_of(reference), run.folder / "model" if run else None)

    def count_tokens(self, corpus: str, model: str) -> Generator[Progress, None, TokenFigures | None]:
        """The corpus under the tokenizer of a model or run; None for a model that makes its words from each text."""
        import numpy as np

        from workbench.models.language_model import read_tokenizer

        text = self.project.corpus(corpus)
        run = self.run_named(model)
        folder = run.folder / "model" if run else self.find(model).folder
        if folder is None or not tokenizer_file(folder):
            return None
        tokenizer = read_tokenizer(folder)
        encoded = yield from encode(text, tokenizer)
        splits = [encoded[split] for split in Split]
        between, unknown = (
            sum(int(np.count_nonzero(np.isin(tokens, found))) for tokens in splits)
            for found in (tokenizer.between, () if tokenizer.unknown is None else (tokenizer.unknown,))
        )
        words = text.contents.statistics.words
        return TokenFigures(model, sum(map(len, splits)) - between, words, unknown)

    def open(self, reference: str) -> LanguageModel:
        from workbench.models.language_model import load

        model = self.find(reference)
        if model.from_scratch:
            raise KnownError("model.needs_training", name=model.name)
        _check_fits(model.name, model.parameters)
        return load(model)

    def open_run(self, run: Run) -> LanguageModel:
        """A model of its own with the weights that are kept of a run. Raises KnownError("run.…" or "checkpoint.…")."""
        from workbench.models.language_model import open_architecture
        from workbench.training.checkpoint import load_weights

        folder = self.project.kept_checkpoint(run).folder
        _check_fits(run.name, sum(layer_sizes(read_config(run.folder / "model"))))
        model = open_architecture(run.folder / "model")
        load_weights(folder, task_of(run).head(model, run.fine_tuning.within(model.context_length)))
        return model

    def start_weights(self, reference: str, seed: int, corpus: Corpus) -> LanguageModel:
        """A model or an earlier run to learn from; where the weights are random, from `seed`."""
        from workbench.models.language_model import load

        earlier = self.run_named(reference)
        if earlier is not None:
            return self.open_run(earlier)
        return load(self.find(reference), seed, segments(corpus, Split.TRAIN))  # read only for a vocabulary

    def state_of(self, reference: str) -> tuple[object, ...]:
        """Another one when a model's folder was changed, so that what is loaded is what lies there."""
        from workbench.models.language_model import files_state

        return (reference, *files_state(self.find(reference)))


def _check_fits(name: str, parameters: int) -> None:
    """Raise KnownError("model.does_not_fit") before a network is built that the memory cannot hold: a configuration may
    say anything."""
    needed, free = BYTES_PER_WEIGHT * parameters, psutil.virtual_memory().available
    if needed > free:
        raise KnownError(
            "model.does_not_fit", name=name, needed=f"{needed / 1e9:,.1f} GB", free=f"{free / 1e9:,.1f} GB"
        )
