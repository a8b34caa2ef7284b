"""A network made ready to learn a task in one way: what moves, its optimizer, and the programs compiled around it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.costs.memory import give_back, peak_while
from workbench.messages.errors import KnownError
from workbench.models.language_model import LanguageModel
from workbench.prediction.decoders import make_decoder
from workbench.tasks.features import FeatureRows
from workbench.tasks.labelled_task import LabelledTask
from workbench.tasks.mixture import Mixture, part_of
from workbench.tasks.rows import Rows
from workbench.tasks.task import Dataset, Share, Task, Text
from workbench.tasks.together import Together
from workbench.training.head_alone import HeadAlone
from workbench.training.layers import EMBEDDINGS, Learning, counts, own_steps, prepare, rate_multipliers, varies
from workbench.training.optimizers import make_optimizer
from workbench.training.schedule import learning_rate
from workbench.training.step import TrainingStep
from workbench.training.workers import Workers
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.progress import Progress

if TYPE_CHECKING:
    import keras

    from workbench.prediction.decoding import Decoder

# What a run decides step by step; everything else is part of the compiled program.
FREE = (
    "learning_rate", "schedule", "warmup", "unfreeze_over", "validate_every", "patience", "seed", "text_share",
)  # fmt: skip


LOOKED_AHEAD = 1000  # steps at least, for the shapes that there will be


@dataclass(frozen=True)
class Shape:
    """Of the batches of some steps."""

    length: int  # tokens of each row
    part: str  # which of several things they are for
    step: int  # the first one


class Learner:
    """Compiling takes longer than a hundred small steps, so a learner can serve one run after another: see `take`."""

    def __init__(
        self, model: LanguageModel, fine_tuning: FineTuning, task: Task, workers: Workers | None = None
    ) -> None:
        """Nothing is compiled before the first step; of several `workers` each has its own learner.

        Raises KnownError("method.needs_labels").
        """
        self.model = model
        self.task = task
        self._share = Share() if workers is None else Share(workers.rank, workers.size)
        self.settings = fine_tuning.within(model.context_length)
        self.network = task.head(model, self.settings)  # what learns and is kept
        self._learns, self._learnt = self.network, task
        if self.settings.method is Method.HEAD:
            if not (isinstance(task, LabelledTask) and self.settings.method.suits([task.name])):
                raise KnownError("method.needs_labels")
            alone = HeadAlone(self.network, task.head_name)
            self._learns, self._learnt = alone.network, replace(task, features=alone.size + alone.vocabulary)
            learning = Learning(alone.variables, [EMBEDDINGS] * len(alone.variables), alone)
        else:
            known = {id(variable) for variable in model.network.weights}
            head = [variable for variable in self.network.trainable_variables if id(variable) not in known]
            learning = prepare(self.network, model.family, self.settings, head)
        self.learning, self.variables, self._layers = learning, learning.variables, learning.layers
        self.optimizer = make_optimizer(self.settings, self.variables)
        # Every slot of every optimizer begins with zeros; its few scalars (steps done, rate) need not.
        self._scalars = [np.asarray(v).copy() for v in self.optimizer.variables if not v.shape]
        self.step = TrainingStep(
            self._learns, learning, self.optimizer, self.settings, self._learnt,
            varies=varies(self.settings), counts=counts(self.settings) or isinstance(task, Together),
            workers=workers,
        )  # fmt: skip
        self._tried: set[tuple[int, str]] = set()
        self.look = self._learnt.look(self._learns, self.settings)

    @cached_property
    def decoder(self) -> Decoder:
        """For samples between two steps."""
        return make_decoder(self.model)

    def catch_up(self) -> None:
        """Its network is the one that learns, and always what it has learnt."""

    def serves(self, model: LanguageModel, fine_tuning: FineTuning, task: Task) -> bool:
        """Whether a run of `model` with these settings could use what is compiled here."""
        return (
            task == self.task
            and _shape(fine_tuning.within(model.context_length)) == _shape(self.settings)
            and json.dumps(model.config, sort_keys=True) == json.dumps(self.model.config, sort_keys=True)
        )

    def take(self, model: LanguageModel, fine_tuning: FineTuning) -> None:
        """Begin anew with the weights and tokenizer of a model that this learner `serves`."""
        self.settings = fine_tuning.within(model.context_length)
        for mine, other in zip(self.network.weights, self.task.head(model, self.settings).weights, strict=True):
            mine.assign(other.value)
        self.begin()
        self._forget()
        self.model = LanguageModel(self.model.network, model.tokenizer, model.config, model.beside)

    def begin(self) -> None:
        """What learns beside the network begins anew, from the weights that it has now."""
        if self.learning.beside:
            self.learning.beside.begin(self.settings.seed)

    def dataset(self, text: Text) -> Dataset:
        """The text as it is learnt, of each step's rows those of this worker. Raises KnownError("corpus.too_short")."""
        dataset = self.task.dataset(text, self.model.tokenizer, self.settings).shared(self._share)
        if isinstance(self.learning.beside, HeadAlone):
            assert isinstance(dataset, Rows)
            return self.learning.beside.rows(dataset)
        return dataset

    def reading(self, dataset: Dataset) -> Iterator[Progress]:
        """Find out what a network that rests says of each example, where its head learns alone; else there is nothing.

        The network's weights are those to begin with. Raises KnownError("run.features_too_large").
        """
        if isinstance(self.learning.beside, HeadAlone):
            assert isinstance(dataset, FeatureRows)
            yield from self.learning.beside.reading(dataset)

    def tokens_of(self, dataset: Dataset, step: int) -> int:
        """How many are read in a step, with what is padded."""
        settings = self.settings
        return settings.batch_size * settings.accumulate * dataset.length_at(settings.seed, step)

    @property
    def floor(self) -> float:
        """The loss of guessing blindly."""
        return self.task.floor(self.model.tokenizer)

    @property
    def parts(self) -> tuple[str, ...]:
        """The several things that it learns; one without a name where it learns one alone."""
        return tuple(part_of(each) for each in self.task.blank(self.settings))

    def part_at(self, dataset: Dataset, step: int) -> str:
        """Which of several things `step` learns; empty where it learns one alone."""
        return dataset.turns.at(self.settings.seed, step) if isinstance(dataset, Mixture) else ""

    def learn(self, dataset: Dataset, step: int, total_steps: int, first_end: int = 0) -> tuple[float, float, float]:
        """Make `step` (counted from 1); returns its loss (nats, of a text per token), gradient norm and rate.

        In a run that goes on beyond its `first_end`, layers that have joined stay.
        """
        rate = learning_rate(self.settings, step, total_steps)
        return (*self._move(dataset, step, rate, first_end or total_steps), rate)

    def try_rate(self, dataset: Dataset, step: int, rate: float) -> float:
        """Make `step` at a rate that is not the schedule's, with every layer that ever learns; returns its loss."""
        return self._move(dataset, step, rate, total_steps=step)[0]

    def shapes(self, dataset: Dataset, done: int, total_steps: int) -> tuple[Shape, ...]:
        """Those of the steps after `done`, that of the longest rows first; a step is compiled for each of them.

        An epoch has all that there are, where one thing is learnt.
        """
        last = min(total_steps, done + max(math.ceil(dataset.steps_per_epoch) + 1, LOOKED_AHEAD))
        seed, steps = self.settings.seed, [*range(done + 1, last + 1)]
        # What rests in the steps of a part has to be known as well where all of these are done.
        coming = {self.part_at(dataset, step) for step in steps}
        before = {self.part_at(dataset, step): step for step in range(done, 0, -1)} if len(self.parts) > 1 else {}
        steps += [step for part, step in before.items() if part not in coming]
        found = {(dataset.length_at(seed, step), self.part_at(dataset, step)): step for step in reversed(steps)}
        return tuple(Shape(length, part, found[length, part]) for length, part in sorted(found, reverse=True))

    def dry_step(self, length: int | None = None, part: str = "") -> int:
        """Compile and make one step of full size that moves nothing, and return how many bytes it took at its height.

        Of rows of `length` tokens, or as many as the settings say. Once only: a learner that serves another run has
        what it needs already, and takes nothing more.
        """
        settings = self.settings
        length = length or settings.context_length
        if (length, part) in self._tried:
            return 0
        self._tried.add((length, part))
        own = settings.with_settings({"accumulate": settings.accumulate // self._share.size})  # the rows of this worker
        blank = {part_of(each): each for each in self._learnt.blank(own.within(length))}[part]
        # Every move is proportional to the rate; a copy of the weights, to undo one, would be a fifth of the memory.
        _, peak = peak_while(lambda: self.step(blank, 0.0, settings.seed, 1))
        self._forget()
        give_back()
        return peak

    @property
    def beside(self) -> list[keras.Variable]:
        """What going on with a run needs beside the network and the optimizer."""
        return self.learning.beside.state if self.learning.beside else []

    @property
    def moved(self) -> list[Any]:
        """All that a step reads and changes; variables of Keras or of TensorFlow."""
        return [*self.network.weights, *self.optimizer.variables, *self.beside, *self.step.anchors]

    @property
    def held_bytes(self) -> int:
        """Of the weights and the optimizer."""
        held = (*self.network.weights, *self.optimizer.variables, *self.beside)
        return sum(4 * int(np.prod(variable.shape)) for variable in held)

    def anchor_to(self, values: Sequence[np.ndarray]) -> None:
        self.step.anchor_to(values)

    def _move(self, dataset: Dataset, step: int, rate: float, total_steps: int) -> tuple[float, float]:
        multipliers = rate_multipliers(self._layers, self.settings, step, total_steps)
        batch, own = dataset.batch(self.settings.seed, step), self._own_steps(dataset, step, total_steps)
        return self.step(batch, rate, self.settings.seed, step, multipliers, own)

    def _own_steps(self, dataset: Dataset, step: int, total_steps: int) -> np.ndarray:
        """The how many-th of its own `step` is for each variable: int32, counted from 1."""
        own = own_steps(self._layers, self.settings, step, total_steps)
        if not isinstance(dataset, Mixture):
            return own
        # What rests in the steps of some parts, such as the head of another, has made only those of the others.
        made, joined = np.zeros(len(own), int), step - own
        for part in dataset.datasets:
            counts = {each: dataset.counts(self.settings.seed, each).get(part, 0) for each in {step, *joined.tolist()}}
            of_part = np.array([counts[step] - counts[each] for each in joined.tolist()])
            if of_part.any():  # else what rests in its steps need not be known yet
                made += np.where(self.step.resting(part), 0, of_part)
        return np.maximum(1, made).astype(np.int32)

    def _forget(self) -> None:
        """Empty the optimizer."""
        scalars = iter(self._scalars)
        for variable in self.optimizer.variables:
            variable.assign(np.zeros(variable.shape, variable.dtype) if variable.shape else next(scalars))


def _shape(settings: FineTuning) -> FineTuning:
    """Equal for settings that share their compiled program."""
    defaults = FineTuning()
    free = {name: getattr(defaults, name) for name in FREE}
    return settings.with_settings({**free, "steps": defaults.steps})
