"""What there is to start from and to ask: models, runs, and the folders that a project knows."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import psutil

from workbench.corpora.chunks import segments
from workbench.corpora.encoding import encode
from workbench.costs.fit import BYTES_PER_WEIGHT
from workbench.messages.errors import KnownError, reason_of
from workbench.messages.message import Memory
from workbench.models.card import Origin, PretrainedModel, UnreadableModel
from workbench.models.catalogue import (
    bundled,
    bundled_model,
    catalogue,
    each_of,
    find_model,
    from_scratch,
    look_at,
    read_card,
    read_config,
    strong,
    unreadable,
)
from workbench.models.found import found_files
from workbench.models.hub.cache import cached_model, cached_models, each_cached, unreadable_models
from workbench.models.hub.connection import cache_folder
from workbench.models.language_model import (
    import_libraries,
    load,
    model_sha256,
    open_architecture,
    read_tokenizer,
    state,
)
from workbench.models.sizes import layer_sizes
from workbench.models.sources.label_head import head_weights
from workbench.models.sources.registry import tokenizer_files
from workbench.project.project import Project
from workbench.services.token_counting import TokenizerSource
from workbench.tasks.heads import head_layers
from workbench.tasks.registry import find_task, task_of
from workbench.tasks.task import Task
from workbench.tasks.together import Together, network_of
from workbench.training.checkpoint import load_weights
from workbench.values.corpus import Corpus, Split, TokenFigures
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import SCRATCH, Bundled, Folder, Hub, ModelRef, OfRun, Scratch
from workbench.values.progress import Progress
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


class Models:
    """What a reference may name: a bundled model, a folder, one of the Hub that is here, random weights, a run."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def warm_up(self) -> None:
        """Import TensorFlow, Keras and keras_hub; several seconds the first time."""
        import_libraries()

    def every(self) -> tuple[PretrainedModel, ...]:
        """The catalogue: bundled models, folders added to the project, what is in the Hugging Face cache, architectures
        to train from scratch."""
        return catalogue(self._folders(), cached_models(cache_folder()))

    def unreadable(self) -> tuple[UnreadableModel, ...]:
        """Folders of the project and of the cache that are there and cannot be opened, each with the reason."""
        return (*unreadable(self._folders()), *unreadable_models(cache_folder()))

    def here(self) -> Iterator[PretrainedModel | UnreadableModel]:
        """`every` without the second choices (a trained model's architecture from scratch), then `unreadable`; each is
        read when it is asked for."""
        later, odd, told = [], [], set()
        for found in chain(bundled(), strong(), each_of(self._folders()), each_cached(cache_folder())):
            if isinstance(found, UnreadableModel):
                odd.append(found)
            elif found.from_scratch:
                later.append(found)
            elif found.ref not in told:
                told.add(found.ref)
                yield found
        yield from later
        yield from odd

    def named(self, text: str) -> ModelRef:
        """What a person calls by that text: a run by its name or number, or a model. Raises KnownError("model.…")."""
        run = self.project.runs.find(text)
        if run is not None:
            return OfRun(run.id)
        try:
            return self._found(text).ref
        except KnownError as error:
            if error.code != "model.missing":
                raise
            models = error.fields["known"]
            assert isinstance(models, tuple)
            runs = tuple(run.name for run in self.project.runs.every())
            raise KnownError("model.missing", name=text, known=(*runs, *models)) from None

    def find(self, ref: ModelRef) -> PretrainedModel:
        """The card of a model; that of a run is the one of the model at the beginning of its line, whose size it has.

        Raises KnownError: model.…, run.missing, run.base_gone.
        """
        root = self.project.runs.root_of(ref)
        return _here(root) or self._found(str(root))

    def called(self, ref: ModelRef) -> str:
        """What a person calls it: the name of a run, or a model's as the command line takes it."""
        run = self.project.runs.of(ref)
        return str(ref) if run is None else run.name

    def add_folder(self, folder: Path) -> PretrainedModel:
        """Remember a model's folder or file in the project. Raises KnownError("model.…") if it cannot be used."""
        model = read_card(folder.resolve(), Origin.FOLDER)
        place = model.folder or folder  # of a folder with one GGUF file that file
        read_tokenizer(place)  # what is wrong with it is said now rather than at the first word
        self.project.models.add_folder(place)
        return model

    def languages(self, ref: ModelRef) -> tuple[str, ...]:
        """The languages (ISO 639-1) of a model, or of the one that a run came from; empty where they are not known."""
        return self.find(ref).languages

    def fixed(self, ref: ModelRef) -> ModelRef:
        """The same weights also later: of a run at the step that it keeps now, of the Hub at the commit here."""
        if isinstance(ref, OfRun):
            return replace(ref, step=self.project.checkpoints.at(ref).step)
        return self.find(ref).ref

    def identity(self, ref: ModelRef) -> str:
        """A hash of the weights and of the tokenizer. Raises KnownError where they are gone."""
        if isinstance(ref, OfRun):
            return f"{self.project.runs.named(str(ref)).model_sha256}+{self.project.checkpoints.at(ref).folder.name}"
        return model_sha256(self.find(ref))

    def is_base_unchanged(self, run: Run) -> bool:
        """Whether what is asked in its place today is what it began from; a run may keep other weights since."""
        try:
            base = self.project.runs.base_of(run)
            return self.identity(OfRun(base.run) if isinstance(base, OfRun) else base) == run.model_sha256
        except KnownError:
            return False

    def tokenizer_of(self, ref: ModelRef) -> TokenizerSource:
        run = self.project.runs.of(ref)
        return TokenizerSource.of(self.find(ref), run.folder / "model" if run else None)

    def count_tokens(self, corpus: str, model: ModelRef) -> Generator[Progress, None, TokenFigures | None]:
        """The corpus under the tokenizer of a model or run; None for a model that makes its words from each text."""
        text = self.project.corpora.named(corpus)
        run = self.project.runs.of(model)
        folder = run.folder / "model" if run else self.find(model).folder
        if folder is None or not tokenizer_files(folder):
            return None
        tokenizer = read_tokenizer(folder)
        encoded = yield from encode(text, tokenizer)
        splits = [encoded[split] for split in Split]
        between, unknown = (
            sum(int(np.count_nonzero(np.isin(tokens, found))) for tokens in splits)
            for found in (tokenizer.between, () if tokenizer.unknown is None else (tokenizer.unknown,))
        )
        words = text.contents.statistics.words
        return TokenFigures(self.called(model), sum(map(len, splits)) - between, words, unknown)

    def open(self, ref: ModelRef) -> LanguageModel:
        """With its weights, alone. Raises KnownError: model.…, run.…, checkpoint.…."""
        if isinstance(ref, OfRun):
            return self.open_with_head(ref)[0]
        model = self.find(ref)
        if model.from_scratch:
            raise KnownError("model.needs_training", name=model.name)
        if model.head is not None:
            raise KnownError("model.tells_labels", name=model.name)
        _check_fits(model.name, model.parameters)
        return load(model)

    def open_with_head(
        self, ref: ModelRef, of_words: bool | None = None, part: str = ""
    ) -> tuple[LanguageModel, Any, Task]:
        """What a run has learnt, the network with the head of its task, and that task with its labels; or what a folder
        has that a run of labels was exported to. Of a run that learnt several things `part`, or the one that tells
        labels: of words or of whole texts, where that is said.

        Raises KnownError: run.…, checkpoint.…, model.…, labels.not_learnt.
        """
        if not isinstance(ref, OfRun):
            return self._folder_with_head(self.find(ref))
        model, network, task = self.open_learnt(ref)
        if isinstance(task, Together):
            found = task.labelled(of_words, part)
            return model, network_of(network, found.key), found.task
        return model, network, task

    def open_learnt(self, ref: OfRun) -> tuple[LanguageModel, Any, Task]:
        """What a run has learnt, the network with all of its heads, and its task. Raises KnownError: run.…,
        checkpoint.…."""
        run, folder = self.project.runs.named(str(ref)), self.project.checkpoints.at(ref).folder
        _check_fits(run.name, sum(layer_sizes(read_config(run.folder / "model"))))
        model, task = open_architecture(run.folder / "model"), task_of(run)
        network = task.head(model, run.fine_tuning.within(model.context_length))
        load_weights(folder, network)
        return model, network, task

    def _folder_with_head(self, card: PretrainedModel) -> tuple[LanguageModel, Any, Task]:
        if card.head is None or card.folder is None:
            raise KnownError("labels.not_learnt", name=card.name)
        _check_fits(card.name, card.parameters)
        model, task = load(card), find_task(card.head.task).with_labels(card.head.labels)
        settings = FineTuning(pooling=card.head.pooling, context_length=card.head.context_length)
        network = task.head(model, settings.within(model.context_length))
        try:
            for layer, weights in zip(head_layers(network), head_weights(card.folder), strict=True):
                layer.set_weights(weights)
        except ValueError as error:
            raise KnownError("model.damaged", folder=card.folder, detail=reason_of(error)) from error
        return model, network, task

    def start_weights(self, ref: ModelRef, seed: int, corpora: Sequence[Corpus]) -> LanguageModel:
        """A model or an earlier run to learn from; where the weights are random, from `seed`. Raises as `open`."""
        if isinstance(ref, OfRun):
            return self.open_with_head(ref)[0]
        model = self.find(ref)
        _check_fits(model.name, model.parameters)
        texts = (segment for corpus in corpora for segment in segments(corpus, Split.TRAIN))
        return load(model, seed, texts)  # read only for a vocabulary

    def state_of(self, ref: ModelRef) -> tuple[object, ...]:
        """Another one when other weights are meant, or a folder was changed: what is loaded is what lies there."""
        if isinstance(ref, OfRun):
            return (self.project.checkpoints.at(ref).folder,)
        return (ref, *state(self.find(ref)))

    def _folders(self) -> tuple[Path, ...]:
        """A person's own, and what other programs keep."""
        return tuple(dict.fromkeys((*self.project.models.folders(), *found_files(cache_folder()))))

    def _found(self, text: str) -> PretrainedModel:
        try:
            return find_model(text, self._folders(), cached_models(cache_folder()))
        except KnownError as error:
            name = text.removeprefix(SCRATCH)
            odd = next((each for each in unreadable_models(cache_folder()) if each.name == name), None)
            if error.code != "model.not_here" or odd is None or odd.reason.code == "model.without_weights":
                raise
            raise KnownError.of(odd.reason) from error


def _here(ref: ModelRef) -> PretrainedModel | None:
    """What lies where it says, without a look at all that could be meant; it is asked at every key."""
    match ref:
        case Bundled(name):
            come_with_it = bundled_model(name)
            return come_with_it if come_with_it is not None and come_with_it.ref == ref else None
        case Folder(path) if path.is_absolute():
            found = look_at(path, Origin.FOLDER)
            return found if isinstance(found, PretrainedModel) else None
        case Hub(model):
            return cached_model(cache_folder(), model)
        case Scratch(of):
            trained = _here(of)
            return trained and from_scratch(trained)
    return None


def _check_fits(name: str, parameters: int) -> None:
    """Raise KnownError("model.does_not_fit") before a network is built that the memory cannot hold: a configuration may
    say anything."""
    needed, free = BYTES_PER_WEIGHT * parameters, psutil.virtual_memory().available
    if needed > free:
        raise KnownError("model.does_not_fit", name=name, needed=Memory(needed), free=Memory(free))
