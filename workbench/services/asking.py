"""What a person can ask of models and runs: which there are, next words, continuations, surprise, how well they do.

TensorFlow is loaded by the first verb that needs a model, so everything that takes a model belongs on the one thread
that owns TensorFlow.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from workbench.corpora.encoding import chunks, encode
from workbench.costs.fit import BYTES_PER_WEIGHT
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.card import Origin, PretrainedModel
from workbench.models.catalogue import FAMILIES, catalogue, find_model, read_card, read_config
from workbench.models.hub.cache import cached_models
from workbench.models.hub.connection import cache_folder
from workbench.models.sizes import layer_sizes
from workbench.project.project import Project
from workbench.services.texts import TextServices
from workbench.values.corpus import Split, TokenFigures
from workbench.values.family import Family
from workbench.values.measurement import Evaluation
from workbench.values.prediction import Prediction, Shaping, Surprise, Unit
from workbench.values.progress import Progress
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.measuring.evaluation import Measured
    from workbench.models.language_model import LanguageModel
    from workbench.prediction.decoding import Decoder
    from workbench.prediction.reading import TokenReader

LOADED_MODELS = 3  # base, fine-tuned, and one more to compare
LOADED_SHARE = 0.25  # of the memory, that they may take together
PLAIN = Shaping()
WRITING = Shaping(temperature=0.8, top_p=0.95)


class PredictionServices(TextServices):
    """Keeps the models that were used last loaded, so that typing stays fast."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self._loaded: OrderedDict[tuple[object, ...], LoadedModel] = OrderedDict()
        self._completes: dict[str, bool] = {}  # model or run -> whether it goes on with a word that has begun
        self._learning: dict[str, LoadedModel] = {}  # run -> its model while it learns, with its newest weights

    def warm_up(self) -> None:
        """Import TensorFlow, Keras and keras_hub; several seconds the first time."""
        from workbench.models.language_model import import_libraries

        import_libraries()

    def models(self) -> tuple[PretrainedModel, ...]:
        """The catalogue: bundled models, folders added to the project, what is in the Hugging Face cache, architectures
        to train from scratch."""
        return catalogue(self.project.model_folders(), cached_models(cache_folder()))

    def model(self, reference: str) -> PretrainedModel:
        """The model that `reference` names. Raises KnownError("model.missing")."""
        return find_model(reference, self.project.model_folders(), cached_models(cache_folder()))

    def add_model_folder(self, folder: Path) -> PretrainedModel:
        """Remember a Hugging Face model folder in the project. Raises KnownError("model.…") if it cannot be used."""
        model = read_card(folder.resolve(), Origin.FOLDER)
        self.project.add_model_folder(folder.resolve())
        return model

    def count_tokens(self, corpus: str, model: str) -> Generator[Progress, None, TokenFigures | None]:
        """The corpus under the tokenizer of a model or run; None for a model that makes its words from each text."""
        import numpy as np

        from workbench.models.language_model import read_tokenizer

        text = self.project.corpus(corpus)
        run = self._run_named(model)
        folder = run.folder / "model" if run else self.model(model).folder
        if folder is None or not (folder / "tokenizer.json").is_file():
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

    def predict(
        self, model: str, text: str, top: int = 10, *, typing: bool = False, shaping: Shaping = PLAIN,
        unit: Unit = Unit.WORD,
    ) -> tuple[Prediction, ...]:  # fmt: skip
        """The most probable whole next words after `text`, most probable first.

        While a person is `typing`, its last word may be unfinished and completions of it are among them.
        """
        return last(self.watch_words(model, text, top, typing=typing, shaping=shaping, unit=unit))

    def watch_words(
        self, model: str, text: str, top: int = 10, *, typing: bool = False, shaping: Shaping = PLAIN,
        unit: Unit = Unit.WORD,
    ) -> Generator[tuple[Prediction, ...], None, tuple[Prediction, ...]]:  # fmt: skip
        """`predict` for somebody who is watching: yields what is known so far, and returns the last."""
        from workbench.prediction.words import closer_and_closer

        loaded = self._load(model)
        if loaded.is_learning:
            loaded.decoder.forget()
        return (
            yield from closer_and_closer(
                loaded.decoder, loaded.model.tokenizer, text, top, typing=typing, shaping=shaping, unit=unit
            )
        )

    def unfinished(self, model: str, text: str) -> str:
        """The last word of a text that is being typed, where `model` would go on with it; empty where it is whole.

        In a word vocabulary nothing goes on with a word that has begun.
        """
        from workbench.prediction.words import begun_word

        word = begun_word(text).strip()
        if not word:
            return ""
        if model not in self._completes:
            run = self._run_named(model)
            family = FAMILIES[read_config(run.folder / "model")["model_type"]] if run else self.model(model).family
            self._completes[model] = family is Family.TRANSFORMER
        return word if self._completes[model] else ""

    def generate(
        self, model: str, text: str, words: int = 50, shaping: Shaping = WRITING, seed: int = 0, *,
        to_sentence_end: bool = False, since: int | None = None,
    ) -> Generator[str, None, str]:  # fmt: skip
        """Yield the continuation word by word; returns all of it. See `continuation`."""
        from workbench.prediction.generation import continuation

        loaded = self._load(model)
        # A decoder of its own: between two pieces, a prediction may move the shared one.
        return (
            yield from continuation(
                loaded.new_decoder(),
                loaded.model.tokenizer,
                text,
                words=words,
                shaping=shaping,
                seed=seed,
                to_sentence_end=to_sentence_end,
                since=since,
            )
        )

    def surprise(self, model: str, text: str) -> Generator[Progress, None, Surprise]:
        """How surprising each word of `text` is to a model or a run. Raises KnownError("text.empty")."""
        from workbench.prediction.surprise import surprise_of

        if not text.strip():
            raise KnownError("text.empty")
        loaded = self._load(model)
        return (yield from surprise_of(loaded.model, loaded.token_reader, text))

    def learning(self) -> dict[str, int]:
        """The runs that learn just now, by their number, with the step their newest weights are of."""
        return {number: loaded.step for number, loaded in self._learning.items()}

    def evaluate(
        self, model: str, corpus: str, split: Split = Split.VALIDATION
    ) -> Generator[Progress, None, Evaluation]:
        """Measure how well a model or a run predicts a whole split of a corpus."""
        return (yield from self.measure(self.loaded(model), model, corpus, split)).evaluation

    def measure(
        self, loaded: LoadedModel, name: str, corpus: str, split: Split, context: int | None = None,
        stride: int | None = None,
    ) -> Generator[Progress, None, Measured]:  # fmt: skip
        """Evaluate what is loaded, called `name`; the figures come with their sums over the passages of the text.

        Predictions see `context` tokens at most, in windows that begin `stride` tokens after each other; without
        these, as many as the model can see up to 256, and windows that do not overlap.
        """
        from workbench.measuring.evaluation import Text, measure
        from workbench.prediction.reading import CONTEXT, Windows

        text = self.project.corpus(corpus)
        tokenizer = loaded.model.tokenizer
        most = loaded.model.context_length
        context = min(context or CONTEXT, most)
        windows = Windows(context, min(stride or context, context))
        encoded = yield from encode(text, tokenizer)
        if loaded.is_learning:
            loaded.decoder.forget()
        measured = Text(corpus, split, text.contents.sha256, encoded[split], partial(chunks, text, split))
        return (yield from measure(loaded.token_reader, loaded.decoder, tokenizer, name, measured, windows))

    def loaded(self, reference: str) -> LoadedModel:
        """The model or run that `reference` names, ready to be asked; a run with its best weights."""
        return self._load(reference)

    def _load(self, reference: str) -> LoadedModel:
        """The model or run that `reference` names, with the weights that are kept of it, held for the next time."""
        run = self._run_named(reference)
        if run and str(run.id) in self._learning:
            return self._learning[str(run.id)]
        key = (str(self.project.kept_checkpoint(run).folder),) if run else self._state_of(reference)
        if key not in self._loaded:
            self._loaded[key] = LoadedModel.of(self.open_run(run) if run else self._open_model(reference))
        self._loaded.move_to_end(key)
        while len(self._loaded) > 1 and (len(self._loaded) > LOADED_MODELS or self._loaded_bytes() > _most_bytes()):
            self._loaded.popitem(last=False)
        return self._loaded[key]

    def _loaded_bytes(self) -> int:
        return sum(BYTES_PER_WEIGHT * loaded.model.network.count_params() for loaded in self._loaded.values())

    def _open_model(self, reference: str) -> LanguageModel:
        from workbench.models.language_model import load

        model = self.model(reference)
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
        load_weights(folder, model.network)
        return model

    def _state_of(self, reference: str) -> tuple[object, ...]:
        """Another one when a model's folder was changed, so that what is loaded is what lies there."""
        from workbench.models.language_model import files_state

        return (reference, *files_state(self.model(reference)))

    def run_id(self, reference: str) -> int | None:
        """The number of the run that `reference` names; None where it names a model."""
        run = self._run_named(reference)
        return None if run is None else run.id

    def _run_named(self, reference: str) -> Run | None:
        return self.project.find_run(reference)

    def _architecture(self, reference: str) -> PretrainedModel:
        """The card that says how large `reference` is; a run is as large as what it started from.

        Raises KnownError: model.…, run.base_gone.
        """
        run = self._run_named(reference)
        return self.model(self.project.root_model(run) if run else reference)


def _most_bytes() -> int:
    """Of the weights of all models that are held ready."""
    return int(LOADED_SHARE * psutil.virtual_memory().total)


def _check_fits(name: str, parameters: int) -> None:
    """Raise KnownError("model.does_not_fit") before a network is built that the memory cannot hold: a configuration may
    say anything."""
    needed, free = BYTES_PER_WEIGHT * parameters, psutil.virtual_memory().available
    if needed > free:
        raise KnownError(
            "model.does_not_fit", name=name, needed=f"{needed / 1e9:,.1f} GB", free=f"{free / 1e9:,.1f} GB"
        )


@dataclass
class LoadedModel:
    """A model with what was made to ask it, which takes a while to make."""

    model: LanguageModel
    decoder: Decoder
    new_decoder: Callable[[], Decoder]
    is_learning: bool = False  # its weights change between two questions
    step: int = 0

    @cached_property
    def token_reader(self) -> TokenReader:
        """For whole texts."""
        from workbench.prediction.reading import TokenReader

        return TokenReader(self.model)

    @classmethod
    def of(cls, model: LanguageModel, *, is_learning: bool = False) -> LoadedModel:
        from workbench.prediction.decoders import make_decoder

        return cls(model, make_decoder(model), lambda: make_decoder(model), is_learning)
