"""What a task is to the rest of the program, which learns, measures, records and shows runs through this alone."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelSet
from workbench.values.prediction import Sample
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras
    import numpy as np

    from workbench.measuring.validation import TextWritten
    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer
    from workbench.prediction.decoding import Decoder


@dataclass(frozen=True)
class Share:
    """Which rows of each batch one of `size` workers reads: as many as every other one."""

    rank: int = 0
    size: int = 1

    def of(self, rows: np.ndarray) -> np.ndarray:
        each = len(rows) // self.size
        return rows[self.rank * each : (self.rank + 1) * each]


class Batch(NamedTuple):
    """Arrays (or, in the compiled step, tensors) with an example in each row.

    They have few shapes, for a step is compiled for each. Of targets there may be several, by name.
    """

    inputs: Any
    targets: Any


class Text(Protocol):
    """A text in a tokenizer's tokens, with what a task needs beside them."""

    def with_share(self, share: float) -> Text:
        """With so much of what is to be learnt from; what is held out stays whole."""


class Dataset(Protocol):
    """A text in the shape in which a task learns it."""

    @property
    def steps_per_epoch(self) -> float: ...

    @property
    def tokens_per_step(self) -> float:
        """On the average, with what is padded."""

    def length_at(self, seed: int, step: int) -> int:
        """Tokens of each row of that step's batch."""

    def repeating(self) -> Dataset:
        """With the same rows in each epoch, though in another order, for what is found out about each of them once."""

    def shared(self, share: Share) -> Dataset:
        """With batches of these rows alone; all else stays as it is of the whole."""

    def batch(self, seed: int, step: int) -> Batch:
        """Of `step`, counted from 1: a function of these two alone, so that a run goes on exactly where it stopped."""


@dataclass(frozen=True)
class Look:
    """What a look at the part that is not learnt from has found so far; the last one's is what was measured."""

    progress: Progress
    loss: float  # nats; by it the loop decides what is best
    figures: Mapping[str, float] = field(default_factory=dict)  # what else the task measures
    # Of the examples read since the last one, where each stands for itself: sums of losses, and of how many tokens.
    examples: tuple[np.ndarray, np.ndarray] | None = field(default=None, compare=False)


class Headline(StrEnum):
    """The figure in which a loss is told to a person."""

    LOSS = "loss"
    PERPLEXITY = "perplexity"  # of a loss in nats per token


@dataclass(frozen=True)
class Figure:
    """Something that a task measures at each look beside the loss; it is stored as TASK/NAME."""

    name: str
    title: str  # translated in “Figures”, as the unit is
    unit: str = ""


@dataclass(frozen=True)
class Shown:
    """What there is to see and to have of a run, by names; the window has a widget for each of them."""

    title: str = ""  # what is learnt, in a few words; translated in “Tasks”
    short: str = ""  # the same in a word or two, beside a figure; translated in “Tasks”
    headline: Headline = Headline.LOSS
    figures: tuple[Figure, ...] = ()
    train: tuple[str, ...] = ()  # beside the curves, while it learns
    results: tuple[str, ...] = ()
    predict: tuple[str, ...] = ()  # ways to ask what was learnt
    exports: tuple[str, ...] = ()  # formats of the model; what was measured can be written of every run
    labels: bool = False  # whether what is learnt are labels, which a run is asked for and measured by
    of_turns: bool = False  # whether it is learnt from conversations alone
    of_prompts: bool | None = None  # whether these are what it makes of a prompt, where that is not as `labels` says
    answers: bool = False  # whether what it makes of a prompt is an answer, which does not go on with it
    protocol: str = ""  # how it is measured, with {corpus}, {length} and {most}; translated in “Validation”

    @property
    def tells_labels_of_prompts(self) -> bool:
        """Else the next words after them."""
        return self.labels if self.of_prompts is None else self.of_prompts


class Learnt(Protocol):
    """What a task's probe may ask between two steps."""

    @property
    def model(self) -> LanguageModel: ...

    @property
    def network(self) -> keras.Model:
        """With the task's head."""

    @property
    def decoder(self) -> Decoder:
        """Of the model, to go on with a text; made when it is first wanted."""


class Task(Protocol):
    """Nothing is kept in it between two calls, so one object serves all runs; it can be pickled."""

    @property
    def name(self) -> str:
        """As it is stored."""

    @property
    def shown(self) -> Shown: ...

    @property
    def tokens_at_a_look(self) -> int:
        """The most that are read each time that it is measured."""

    @property
    def labels(self) -> LabelSet | None:
        """What it tells apart; None for a task that has no labels, or does not know yet of which text."""

    def of(self, corpus: Corpus) -> Task:
        """The task as it is learnt from that text. Raises KnownError("corpus.…") where it cannot be."""

    def with_labels(self, labels: LabelSet | None) -> Task:
        """As it was learnt by a run that kept these."""

    # What is learnt

    def encoded(self, corpus: Corpus, tokenizer: Tokenizer, settings: FineTuning) -> Generator[Progress, None, Text]:
        """The text in tokens. Raises KnownError("corpus.changed")."""

    def fitted(self, text: Any, settings: FineTuning) -> FineTuning:
        """With passages no longer than what this text has."""

    def dataset(self, text: Any, tokenizer: Tokenizer, settings: FineTuning) -> Dataset:
        """Of what `encoded` gave. Raises KnownError: corpus.too_short, corpus.nothing_held_out, corpus.no_examples,
        turns.too_few."""

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        """As the dataset of a text of so many tokens has; known before the text is read."""

    def row_length(self, training_tokens: int, settings: FineTuning) -> float:
        """About how many tokens a row of a step has, with what is padded; known before the text is read."""

    def fewest_tokens(self, settings: FineTuning) -> int:
        """Of a training text that it can be learnt from; one with fewer is refused before a run of it is made."""

    def blank(self, settings: FineTuning) -> Sequence[Batch]:
        """Batches of full size that say nothing, to try a step with; their rows have `context_length` tokens.

        One for each of several things that are learnt at once.
        """

    def outputs(self, settings: FineTuning) -> float | None:
        """How many numbers the head gives for each token that is read; None where it is the model's own.

        What a step costs depends on it.
        """

    # How it is learnt. These are called while the step is traced, and become part of its program.

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        """The network that learns, on `model`'s, whose variables it shares; what is its own comes from the seed."""

    def feed(self, inputs: Any) -> Any:
        """What the network is called with."""

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        """Means over a batch in nats: what is to become small, and the plain loss, which is shown.

        Of `outputs`, logits of the vocabulary may be UnmadeLogits.
        """

    # How well

    def look(self, network: keras.Model, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        """How `network` is measured on what a dataset holds out; compiled once, and asked again and again."""

    def floor(self, tokenizer: Tokenizer) -> float:
        """The loss of guessing blindly."""

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        """What is made of each of the prompts after a step."""

    def written(
        self, text: Any, tokenizer: Tokenizer, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> TextWritten | None:
        """What the tokens write that a look reads, to compare losses between tokenizers; `chunks` are the text.

        None where the loss is not one of tokens.
        """
