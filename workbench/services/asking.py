"""What a person can ask of models and runs: next words, continuations, surprise, how well they do.

TensorFlow is loaded by the first verb that needs a model, so everything that takes a model belongs on the one thread
that owns TensorFlow.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

import psutil

from workbench.corpora.chunks import chunks
from workbench.corpora.encoding import encode
from workbench.costs.fit import BYTES_PER_WEIGHT
from workbench.ground.generators import last
from workbench.measuring.evaluation import Text, measure
from workbench.messages.errors import KnownError
from workbench.models.catalogue import read_config
from workbench.models.families.registry import family_of
from workbench.models.naming import called
from workbench.prediction.decoders import make_decoder
from workbench.prediction.generation import continuation
from workbench.prediction.reading import TokenReader, Windows, context_within
from workbench.prediction.surprise import surprise_of
from workbench.prediction.words import begun_word, search_words
from workbench.project.project import Project
from workbench.services.learning import Learning
from workbench.services.models import Models
from workbench.values.corpus import Split
from workbench.values.measurement import Evaluation
from workbench.values.model_ref import ModelRef, OfRun, Scratch
from workbench.values.network_kind import NetworkKind
from workbench.values.prediction import Prediction, Shaping, Surprise, Unit
from workbench.values.progress import Progress
from workbench.values.run import OF_WORDS, Run

if TYPE_CHECKING:
    from workbench.measuring.evaluation import Measured
    from workbench.models.language_model import LanguageModel
    from workbench.prediction.decoding import Decoder


LOADED_MODELS = 3  # base, fine-tuned, and one more to compare
LOADED_SHARE = 0.25  # of the memory, that they may take together
PLAIN = Shaping()
WRITING = Shaping(temperature=0.8, top_p=0.95)


class Asking:
    """Keeps the models that were used last loaded, so that typing stays fast."""

    def __init__(self, project: Project, models: Models) -> None:
        self.project = project
        self._models = models
        self._loaded: OrderedDict[tuple[object, ...], LoadedModel] = OrderedDict()
        self._kinds: dict[int, NetworkKind] = {}  # of runs, by their numbers
        self._learning: dict[int, tuple[Learning, int]] = {}  # a run, by its number, while it learns, and its step
        self._answering: dict[int, tuple[Learning, LoadedModel]] = {}  # those of them that somebody has asked

    def predict(
        self, model: ModelRef, text: str, top: int = 10, *, typing: bool = False, shaping: Shaping = PLAIN,
        unit: Unit = Unit.WORD,
    ) -> tuple[Prediction, ...]:  # fmt: skip
        """The most probable whole next words after `text`, most probable first.

        While a person is `typing`, its last word may be unfinished and completions of it are among them.
        """
        return last(self.watch_words(model, text, top, typing=typing, shaping=shaping, unit=unit))

    def watch_words(
        self, model: ModelRef, text: str, top: int = 10, *, typing: bool = False, shaping: Shaping = PLAIN,
        unit: Unit = Unit.WORD,
    ) -> Generator[tuple[Prediction, ...], None, tuple[Prediction, ...]]:  # fmt: skip
        """`predict` for somebody who is watching: yields what is known so far, and returns the last."""
        loaded = self.asked(model)
        if loaded.is_learning:
            loaded.decoder.forget()
        return (
            yield from search_words(
                loaded.decoder, loaded.model.tokenizer, text, top, typing=typing, shaping=shaping, unit=unit
            )
        )

    def unfinished(self, model: ModelRef, text: str) -> str:
        """The last word of a text that is being typed, where `model` would go on with it; empty where it is whole.

        In a word vocabulary nothing goes on with a word that has begun.
        """
        word = begun_word(text).strip()
        if not word:
            return ""
        run = self.project.runs.of(model)
        kind = self._models.find(model).kind if run is None else self._kind_of(run)
        return word if kind is NetworkKind.TRANSFORMER else ""

    def _kind_of(self, run: Run) -> NetworkKind:
        """Which never changes, unlike that of a folder."""
        if run.id not in self._kinds:
            self._kinds[run.id] = family_of(read_config(run.folder / "model")).kind
        return self._kinds[run.id]

    def generate(
        self, model: ModelRef, text: str, words: int = 50, shaping: Shaping = WRITING, seed: int = 0, *,
        to_sentence_end: bool = False, since: int | None = None,
    ) -> Generator[str, None, str]:  # fmt: skip
        """Yield the continuation word by word; returns all of it. See `continuation`."""
        loaded = self.asked(model)
        # A decoder of its own: between two pieces, a prediction may move the shared one.
        return (
            yield from continuation(
                loaded.decoder.another(),
                loaded.model.tokenizer,
                text,
                words=words,
                shaping=shaping,
                seed=seed,
                to_sentence_end=to_sentence_end,
                since=since,
            )
        )

    def surprise(self, model: ModelRef, text: str) -> Generator[Progress, None, Surprise]:
        """How surprising each word of `text` is to a model or a run. Raises KnownError("text.empty")."""
        if not text.strip():
            raise KnownError("text.empty")
        loaded = self.asked(model)
        return (yield from surprise_of(loaded.model, loaded.token_reader, text))

    def learning(self) -> dict[int, int]:
        """The runs that learn just now, by their number, with the step their newest weights are of."""
        return {number: step for number, (_, step) in self._learning.items()}

    def evaluate(
        self, model: ModelRef, corpus: str, split: Split = Split.VALIDATION
    ) -> Generator[Progress, None, Evaluation]:
        """Measure how well a model or a run predicts a whole split of a corpus."""
        return (yield from self.measure(self.asked(model), self._models.called(model), corpus, split)).evaluation

    def measure(
        self, loaded: LoadedModel, name: str, corpus: str, split: Split, context: int | None = None,
        stride: int | None = None,
    ) -> Generator[Progress, None, Measured]:  # fmt: skip
        """Evaluate what is loaded, called `name`; the figures come with their sums over the passages of the text.

        Predictions see `context` tokens at most, in windows that begin `stride` tokens after each other; without
        these, as many as the model can see up to 256, and windows that do not overlap.
        """
        text = self.project.corpora.named(corpus)
        tokenizer = loaded.model.tokenizer
        context = context_within(loaded.model.context_length, context)
        windows = Windows(context, min(stride or context, context))
        encoded = yield from encode(text, tokenizer)
        if loaded.is_learning:
            loaded.decoder.forget()
        measured = Text(corpus, split, text.contents.sha256, encoded[split], partial(chunks, text, split))
        return (yield from measure(loaded.token_reader, loaded.decoder, tokenizer, name, measured, windows))

    def asked(self, ref: ModelRef) -> LoadedModel:
        """`loaded`, for its next words. Raises KnownError("run.other_task") for a run that learnt something else."""
        run = self.project.runs.of(ref)
        if run is not None and OF_WORDS.isdisjoint(run.tasks):
            raise KnownError("run.other_task", name=run.name)
        return self.loaded(ref)

    def loaded(self, ref: ModelRef) -> LoadedModel:
        """A model, or the weights of a run, held for the next time; a run that learns answers as it is just now."""
        if isinstance(ref, OfRun) and ref.step is None and ref.run in self._learning:
            return self._learnt_so_far(ref.run)
        key = self._models.state_of(ref)
        if key not in self._loaded:
            self._loaded[key] = LoadedModel.of(self._models.open(ref))
        self._loaded.move_to_end(key)
        while len(self._loaded) > 1 and (len(self._loaded) > LOADED_MODELS or self._loaded_bytes() > _most_bytes()):
            self._loaded.popitem(last=False)
        return self._loaded[key]

    def start_of(self, run: Run) -> LoadedModel:
        """What a run started from, ready to be asked; random weights are made from its seed again.

        Raises KnownError("run.base_gone" or "run.base_changed"): what is there now under the same name is not it.
        """
        base = self.project.runs.base_of(run)
        try:
            unchanged = self._models.identity(base) == run.model_sha256
        except KnownError as error:
            if error.code != "run.no_checkpoint":
                raise
            unchanged = False  # that run went on, and has a better one
        if not unchanged:
            raise KnownError("run.base_changed", name=run.name, base=called(run.model))
        if isinstance(base, Scratch):
            return LoadedModel.of(
                self._models.start_weights(
                    base, run.fine_tuning.seed, [self.project.corpora.named(each.corpus) for each in run.inputs]
                )
            )
        return self.loaded(base)

    def show_learning(self, run: Run, learning: Learning, step: int) -> None:
        """From its first step on, a run answers with the weights it has just then."""
        if not OF_WORDS.isdisjoint(run.tasks):  # labels are asked of Labelling
            self._learning[run.id] = learning, step

    def forget_learning(self, run: Run) -> None:
        """It learns no more, and is asked as it was kept."""
        self._learning.pop(run.id, None)
        self._answering.pop(run.id, None)

    def _learnt_so_far(self, number: int) -> LoadedModel:
        learning, _ = self._learning[number]
        learning.catch_up()
        if number not in self._answering or self._answering[number][0] is not learning:
            self._answering[number] = learning, LoadedModel(learning.model, learning.decoder, is_learning=True)
        return self._answering[number][1]

    def _loaded_bytes(self) -> int:
        return sum(BYTES_PER_WEIGHT * loaded.model.network.count_params() for loaded in self._loaded.values())


def _most_bytes() -> int:
    """Of the weights of all models that are held ready."""
    return int(LOADED_SHARE * psutil.virtual_memory().total)


@dataclass
class LoadedModel:
    """A model with what was made to ask it, which takes a while to make."""

    model: LanguageModel
    decoder: Decoder
    is_learning: bool = False  # its weights change between two questions

    @cached_property
    def token_reader(self) -> TokenReader:
        """For whole texts."""
        return TokenReader(self.model)

    @classmethod
    def of(cls, model: LanguageModel) -> LoadedModel:
        return cls(model, make_decoder(model))
