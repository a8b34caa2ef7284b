"""Several tasks that a network learns at once: one backbone, a head for each, and a step for one of them at a time.

Caruana, Multitask Learning, 1997. Which task a step is for is a pure function of (seed, step).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.tasks.labelled_task import LabelledTask
from workbench.tasks.mixture import Mixture, Texts, Turns, parted, under
from workbench.tasks.task import Batch, Dataset, Figure, Headline, Learnt, Look, Shown, Task, Text
from workbench.tasks.uncertainty import log_variance, weighed
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.measurement import TRAINING_LOSS
from workbench.values.methods import Mixing
from workbench.values.prediction import Sample
from workbench.values.progress import Progress
from workbench.values.run import TOGETHER, Input, keys_of

if TYPE_CHECKING:
    import keras

    from workbench.measuring.validation import TextWritten
    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer
    from workbench.prediction.decoding import Decoder

ANSWER, LOG_VARIANCE = "answer", "log_variance"  # what the network gives of a part, where weights are learnt
LOSS = "loss"
_OF_ONE = "dividend"  # the result that compares runs which learn one thing
PART_TRAINING_LOSS = Figure(TRAINING_LOSS, QT_TRANSLATE_NOOP("Figures", "Training loss"), "nats")
PART_LOSS = Figure(LOSS, QT_TRANSLATE_NOOP("Figures", "Validation loss"), "nats")  # of each part
PROTOCOL = QT_TRANSLATE_NOOP(
    "Validation", "Each of what is learnt on its own text, as when it is learnt alone; together by their shares."
)


@dataclass(frozen=True)
class Part:
    """One of the tasks, bound to its text."""

    key: str  # unlike any other's: what it measures is stored as KEY/FIGURE
    task: Task
    weight: float = 1.0


@dataclass(frozen=True)
class Together:
    """The tasks of a run that has several; not one of the registry's, since it is nothing without them."""

    parts: tuple[Part, ...]
    name: str = TOGETHER

    @classmethod
    def of_inputs(cls, inputs: Sequence[Input], tasks: Sequence[Task]) -> Together:
        """Raises KnownError: together.weight, together.twice."""
        for each in inputs:
            if each.weight <= 0:
                raise KnownError("together.weight", name=each.corpus)
        if len({(each.corpus, each.task) for each in inputs}) < len(inputs):
            raise KnownError("together.twice")
        keys = keys_of(inputs)
        parts = zip(keys, tasks, inputs, strict=True)
        return cls(tuple(Part(key, _called(task, key), each.weight) for key, task, each in parts))

    @property
    def shown(self) -> Shown:
        every = [part.task.shown for part in self.parts]
        # Where there is room for few, it is for the foremost of each part.
        of_each = [(part.key, (*part.task.shown.figures, PART_LOSS)) for part in self.parts]
        most = max(len(figures) for _, figures in of_each)
        ordered = [(key, figures[place]) for place in range(most) for key, figures in of_each if place < len(figures)]
        figures = tuple(replace(figure, name=f"{key}/{figure.name}") for key, figure in ordered)
        return Shown(
            title=QT_TRANSLATE_NOOP("Tasks", "To do several things at once"),
            headline=Headline.LOSS,
            figures=figures,
            train=_each_once(shown.train for shown in every),
            results=("together", *(name for name in _each_once(shown.results for shown in every) if name != _OF_ONE)),
            predict=_each_once(shown.predict for shown in every),
            exports=_each_once(shown.exports for shown in every),
            labels=any(shown.labels for shown in every),
            of_prompts=self.asked.task.shown.labels,
            answers=self.asked.task.shown.answers,
            protocol=PROTOCOL,
        )

    @property
    def tokens_at_a_look(self) -> int:
        return sum(part.task.tokens_at_a_look for part in self.parts)

    @property
    def labels(self) -> LabelSet | None:
        """Of the first part that has some."""
        return next((part.task.labels for part in self.parts if part.task.labels is not None), None)

    def of(self, corpus: Corpus) -> Together:
        return self._with(lambda part: part.task.of(corpus))

    def with_labels(self, labels: LabelSet | None) -> Together:
        return self._with(lambda part: part.task.with_labels(labels) if part.task.shown.labels else part.task)

    def _with(self, task_of: Callable[[Part], Task]) -> Together:
        return replace(self, parts=tuple(replace(part, task=task_of(part)) for part in self.parts))

    # What is learnt

    def encoded(self, corpus: Corpus, tokenizer: Tokenizer, settings: FineTuning) -> Generator[Progress, None, Texts]:
        """Where all parts learn the same text."""
        return (yield from self.encoded_each([corpus] * len(self.parts), tokenizer, settings))

    def encoded_each(
        self, corpora: Sequence[Corpus], tokenizer: Tokenizer, settings: FineTuning
    ) -> Generator[Progress, None, Texts]:
        """The text of each part. Raises KnownError("corpus.changed")."""
        found = {}
        for part, corpus in zip(self.parts, corpora, strict=True):
            found[part.key] = yield from part.task.encoded(corpus, tokenizer, settings)
        return Texts(found)

    def fitted(self, text: Any, settings: FineTuning) -> FineTuning:
        """As long as the part with the longest passages needs."""
        lengths = (part.task.fitted(text.of[part.key], settings).context_length for part in self.parts)
        return settings.within(max(lengths))

    def dataset(self, text: Any, tokenizer: Tokenizer, settings: FineTuning) -> Mixture:
        found = {part.key: part.task.dataset(text.of[part.key], tokenizer, settings) for part in self.parts}
        return Mixture(found, self.turns({key: each.steps_per_epoch for key, each in found.items()}, settings))

    def turns(self, sizes: Mapping[str, float], settings: FineTuning) -> Turns:
        """In which shares the parts learn, where `sizes` says in how many steps each is read once."""
        power = settings.mixing_power if settings.mixing is Mixing.SIZE else 0.0
        return Turns({part.key: part.weight * sizes[part.key] ** power for part in self.parts})

    def steps_per_epoch(self, training_tokens: int, settings: FineTuning) -> float:
        """Where all parts learn the same text."""
        return sum(part.task.steps_per_epoch(training_tokens, settings) for part in self.parts)

    def row_length(self, training_tokens: int, settings: FineTuning) -> float:
        return max(part.task.row_length(training_tokens, settings) for part in self.parts)

    def fewest_tokens(self, settings: FineTuning) -> int:
        return max(part.task.fewest_tokens(settings) for part in self.parts)

    def blank(self, settings: FineTuning) -> Sequence[Batch]:
        return [under(part.key, batch) for part in self.parts for batch in part.task.blank(settings)]

    def outputs(self, settings: FineTuning) -> float | None:
        found = [part.task.outputs(settings) for part in self.parts]
        return None if None in found else max(each for each in found if each is not None)

    # How it is learnt

    def head(self, model: LanguageModel, settings: FineTuning) -> keras.Model:
        import keras

        heads = {part.key: part.task.head(model, settings) for part in self.parts}
        answers: dict[str, Any] = {key: head.output for key, head in heads.items()}
        if settings.mixing is Mixing.UNCERTAINTY:
            answers = {key: {ANSWER: found, LOG_VARIANCE: _uncertainty(found, key)} for key, found in answers.items()}
        return keras.Model(model.network.input, answers)

    def feed(self, inputs: Any) -> Any:
        key, own = parted(inputs)
        return self.part(key).task.feed(own)

    def objective(self, outputs: Any, targets: Any, settings: FineTuning) -> tuple[Any, Any]:
        key, own = parted(targets)
        task, found = self.part(key).task, outputs[key]
        if settings.mixing is not Mixing.UNCERTAINTY:
            return task.objective(found, own, settings)
        wanted, loss = task.objective(found[ANSWER], own, settings)
        return weighed(wanted, found[LOG_VARIANCE]), loss

    # How well

    def look(self, network: keras.Model, settings: FineTuning) -> Callable[[Dataset], Iterator[Look]]:
        """The parts one after another; the loss is their mean, each by its share of the steps."""
        every = {part.key: part.task.look(network_of(network, part.key), settings) for part in self.parts}

        def looks(dataset: Dataset) -> Iterator[Look]:
            assert isinstance(dataset, Mixture)
            shares, loss = dataset.turns.shares, 0.0
            figures: dict[str, float] = {}
            for number, (key, of_part) in enumerate(every.items(), 1):
                for found in of_part(dataset.datasets[key]):
                    if found.progress.done < found.progress.total:
                        yield Look(found.progress, loss + shares[key] * found.loss, figures)
                loss += shares[key] * found.loss
                figures |= {f"{key}/{name}": value for name, value in {LOSS: found.loss, **found.figures}.items()}
                yield Look(Progress(number, len(every)), loss, dict(figures))

        return looks

    def floor(self, tokenizer: Tokenizer) -> float:
        return max(part.task.floor(tokenizer) for part in self.parts)

    def probe(self, learnt: Learnt, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
        """What the part makes of them that can be asked."""
        return self.asked.task.probe(_OfPart(learnt, self.asked.key), prompts)

    @property
    def asked(self) -> Part:
        """The first that can be asked by a prompt, which does not say of which predicate it wants to know the roles."""
        of_each = ((part, part.task.labels) for part in self.parts)
        able = (part for part, labels in of_each if labels is None or labels.kind is not LabelKind.ROLES)
        return next(able, self.parts[0])

    def written(
        self, text: Any, tokenizer: Tokenizer, settings: FineTuning, chunks: Callable[[], Iterable[str]]
    ) -> TextWritten | None:
        return None

    def part(self, key: str) -> Part:
        return next(part for part in self.parts if part.key == key)

    def labelled(self, of_words: bool | None = None, key: str = "") -> Part:
        """The part `key`; without one the first that tells labels, of words or of whole texts where that is said; else
        the first of all."""
        if key:
            return self.part(key)
        has_labels = [part for part in self.parts if part.task.labels is not None]
        kinds = [part.task.labels is not None and part.task.labels.is_of_words for part in has_labels]
        wanted = [part for part, kind in zip(has_labels, kinds, strict=True) if of_words in (None, kind)]
        return next(iter((*wanted, *has_labels, *self.parts)))


@dataclass(frozen=True)
class _OfPart:
    """A run that learns several things, as one of them sees it."""

    learnt: Learnt
    key: str

    @property
    def model(self) -> LanguageModel:
        return self.learnt.model

    @property
    def network(self) -> keras.Model:
        return network_of(self.learnt.network, self.key)

    @property
    def decoder(self) -> Decoder:
        return self.learnt.decoder


def tasks_in(task: Task) -> tuple[Task, ...]:
    """Those that it is made of, or itself."""
    return tuple(part.task for part in task.parts) if isinstance(task, Together) else (task,)


def encoded_for(
    task: Task, corpora: Sequence[Corpus], tokenizer: Tokenizer, settings: FineTuning
) -> Generator[Progress, None, Text]:
    """The text, or those of a task that has several. Raises KnownError("corpus.changed")."""
    if isinstance(task, Together):
        return (yield from task.encoded_each(corpora, tokenizer, settings))
    return (yield from task.encoded(corpora[0], tokenizer, settings))


def texts_in(text: Text) -> tuple[Text, ...]:
    """What `encoded_for` gave of each text."""
    return tuple(text.of.values()) if isinstance(text, Texts) else (text,)


def network_of(network: keras.Model, key: str) -> keras.Model:
    """With the head of one part alone."""
    import keras

    answer = network.output[key]
    return keras.Model(network.input, answer[ANSWER] if isinstance(answer, dict) and ANSWER in answer else answer)


def _called(task: Task, key: str) -> Task:
    """Two heads of labels in one network need names of their own."""
    return replace(task, head_name=key.replace("#", "_")) if isinstance(task, LabelledTask) else task


def _uncertainty(answer: Any, key: str) -> Any:
    first = next(iter(answer.values())) if isinstance(answer, dict) else answer
    return log_variance(first, key.replace("#", "_"))


def _each_once(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))
