"""What a fine-tuning would take, what it leaves open, and what should be known before it starts."""

from __future__ import annotations

import hashlib
import json
import math
import operator
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from workbench.costs.advice import Advice, LabelledTexts, advise, advise_on_languages, tokens_of
from workbench.costs.computer import note_pace, seen_pace
from workbench.costs.fit import PROGRAM_BYTES, Epoch, estimate
from workbench.costs.settling import settle, suited_learning_rate, unsettle
from workbench.costs.speed import known_speed
from workbench.messages.errors import KnownError
from workbench.models.card import Fit, FitEstimate, PretrainedModel
from workbench.models.catalogue import read_config
from workbench.project.project import Project
from workbench.services.models import Models
from workbench.services.token_counting import TokenCounting, TokenizerSource
from workbench.tasks.length import check_length
from workbench.tasks.registry import find_task, task_for
from workbench.tasks.task import Task
from workbench.tasks.together import tasks_in
from workbench.training.products import suited_precision
from workbench.training.schedule import planned_steps
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind
from workbench.values.methods import METHODS_OF, Method, Pooling, Precision
from workbench.values.model_ref import ModelRef, OfRun, as_text
from workbench.values.network_kind import NetworkKind
from workbench.values.presets import PRESETS
from workbench.values.progress import Progress
from workbench.values.run import NEXT_WORD, Input, Run

CHARACTERS_PER_TOKEN = 2.5  # fewer than tokens mostly have: who waits is not to wait longer than was said
FEWEST_STEPS = 5  # of a run whose pace says anything about the next one's


@dataclass(frozen=True)
class _Tokens:
    """Of a text."""

    train: int  # to learn from; 0 where they are neither known nor needed
    about: int  # the same, guessed where they are not known
    held_out: int


_NO_TOKENS = _Tokens(0, 0, 0)


class Planning:
    """Looks ahead without loading anything, so that a window may ask it at every key."""

    def __init__(self, project: Project, models: Models) -> None:
        self.project = project
        self._models = models
        self.counting = TokenCounting(project)

    def fit(
        self, model: ModelRef, corpus: str | None, fine_tuning: FineTuning, *, task: str = NEXT_WORD,
        beside: Sequence[Input] = (), teacher: ModelRef | None = None,
    ) -> FitEstimate:  # fmt: skip
        """Whether a fine-tuning fits this computer, and what it takes (nothing is loaded, so it is quick).

        Memory and time are what earlier runs of the same shape were seen to take, or else estimated: memory from
        sizes, the time by this computer's speed, once a start of the program or a run has found it out. Without a
        corpus, a budget in epochs takes no time.
        """
        inputs = (Input(corpus, task), *beside) if corpus else ()
        texts = [self.project.corpora.named(each.corpus) for each in inputs]
        run = self.project.runs.of(model)
        return self.fit_of(self._models.find(model), texts, fine_tuning, inputs, run=run, task=task, teacher=teacher)

    def fit_of(
        self, card: PretrainedModel, texts: Sequence[Corpus], fine_tuning: FineTuning, inputs: Sequence[Input] = (), *,
        run: Run | None = None, task: str = NEXT_WORD, teacher: ModelRef | None = None,
    ) -> FitEstimate:  # fmt: skip
        """`fit` for whoever has many cards. `run` is the one that goes on from the model."""
        settled = settle(fine_tuning, card, continued=run is not None)
        inputs = inputs or [Input(text.name, task) for text in texts]
        what = task_for(inputs, texts) if texts else find_task(task)
        source = TokenizerSource.of(card, run.folder / "model" if run else None)
        # Only a budget in readings of the text needs its tokens so much that they are counted for it.
        counts = [self._tokens(text, source, are_needed=settled.epochs is not None) for text in texts] or [_NO_TOKENS]
        of_each = list(zip(tasks_in(what), counts, strict=False))
        epoch = sum(part.steps_per_epoch(_shared(settled, each.train), settled) for part, each in of_each)
        lengths = [part.row_length(_shared(settled, each.about), settled) for part, each in of_each]
        weights = [each.weight for each in inputs] or [1.0]
        row_length = sum(map(operator.mul, lengths, weights)) / sum(weights)
        teaching = None if teacher is None else self.fit(teacher, None, settled)
        examples = epoch * settled.batch_size * settled.accumulate
        of_words = settled.method is Method.HEAD and what.labels is not None and what.labels.is_of_words
        return estimate(
            card,
            replace(settled, pooling=Pooling.LAST) if of_words else settled,  # a word is told from its own state alone
            planned_steps(settled, epoch, settled.batch_size * settled.accumulate * row_length),
            self.project.costs.memory(_memory_shape(card, settled, inputs, teacher)),
            known_speed(),
            row_length=row_length,
            outputs=what.outputs(settled),
            validation_tokens=sum(min(part.tokens_at_a_look, each.held_out) for part, each in of_each),
            seen_pace=seen_pace(_pace_key(card, settled, texts, inputs, teacher)),
            beside_bytes=0 if teaching is None else teaching.bytes_to_predict - PROGRAM_BYTES,
            beside_pace=0.0 if teaching is None else teaching.seconds_to_read_1000_tokens / 1000,
            epoch=Epoch(examples * (row_length / 2 if of_words else 1), examples * row_length),
        )

    def seconds_to_read(self, model: ModelRef, corpus: str, split: Split) -> float | None:
        """About how long it takes to read a part of a text once, as for its perplexity.

        None where that is only a guess, since this computer was not measured yet, or where the model or the text are
        gone.
        """
        try:
            estimate = self.fit(model, corpus, PRESETS["balanced"])
            characters = self.project.corpora.named(corpus).contents.statistics.split_characters.get(split, 0)
        except KnownError:
            return None
        if not estimate.is_measured:
            return None
        return estimate.seconds_to_read_1000_tokens * characters / CHARACTERS_PER_TOKEN / 1000

    def _tokens(self, text: Corpus, source: TokenizerSource, *, are_needed: bool) -> _Tokens:
        counts = (self.counting.of if are_needed else self.counting.known)(text, source)
        if counts is not None:
            return _Tokens(counts.train, counts.train, counts.validation)
        # Where nobody has counted them, there are no more tokens than characters, but for odd texts.
        statistics = text.contents.statistics
        return _Tokens(0, tokens_of(statistics, Split.TRAIN), statistics.split_characters[Split.VALIDATION])

    def count_steps(
        self, model: ModelRef, corpus: str, fine_tuning: FineTuning, *, task: str = NEXT_WORD,
        beside: Sequence[Input] = (),
    ) -> Generator[Progress, None, int]:  # fmt: skip
        """How many steps the budget is, exactly: for one in epochs the text is encoded, unless it was before."""
        if fine_tuning.epochs is not None:
            for name in (corpus, *(each.corpus for each in beside)):
                yield from self.counting.exactly(self.project.corpora.named(name), self._models.tokenizer_of(model))
        return self.fit(model, corpus, fine_tuning, task=task, beside=beside).steps

    def settled(self, model: ModelRef, fine_tuning: FineTuning) -> FineTuning:
        """`fine_tuning` as a run of `model` will store it, with what it leaves to the model filled in."""
        return settle(fine_tuning, self._models.find(model), continued=isinstance(model, OfRun))

    def unsettled(self, run: Run) -> FineTuning:
        """The settings of a run without what was its model's or this computer's, to set up another one with them.

        Raises KnownError: run.base_gone, model.missing.
        """
        model = self._models.find(self.project.runs.base_of(run))
        settings = unsettle(run.fine_tuning, model, continued=isinstance(run.base, OfRun))
        speed = known_speed()
        faster = Precision.FLOAT32 if model.kind is not NetworkKind.TRANSFORMER or speed is None else speed.faster
        return replace(settings, precision=Precision.AUTO) if settings.precision is faster else settings

    def advice(
        self, corpus: str, model: ModelRef, fine_tuning: FineTuning, *, task: str = NEXT_WORD,
        beside: Sequence[Input] = (),
    ) -> tuple[Advice, ...]:  # fmt: skip
        """What a person should know before they start it, the gravest first.

        Raises KnownError as `fit` and `check_inputs`.
        """
        inputs = (Input(corpus, task), *beside)
        self.check_inputs(inputs, model, fine_tuning)
        continued = isinstance(model, OfRun)
        card, settled = self._models.find(model), self.settled(model, fine_tuning)
        first, *others = (self.project.corpora.named(each.corpus).contents.statistics for each in inputs)
        suited = suited_learning_rate(card, settled, continued)
        estimate = self.fit(model, corpus, fine_tuning, task=task, beside=beside)
        labelled = self._labelled(corpus, settled, task)
        found = list(advise(first, card, fine_tuning, settled, estimate, suited, continued, labelled))
        for text in others:
            found += (each for each in advise_on_languages(text, card, continued) if each not in found)
        return tuple(found)

    def _labelled(self, corpus: str, settled: FineTuning, task: str) -> LabelledTexts | None:
        text = self.project.corpora.named(corpus)
        there, told = text.contents.labels, find_task(task).of(text).labels
        if there is None or told is None:
            return None
        held_out = there.examples.get(Split.VALIDATION, 0)
        if there.kind is LabelKind.CLASSES and not there.several:  # else they cannot be told from those without a label
            held_out = sum(there.counts.get(Split.VALIDATION, {}).values())
        are_texts = there.kind is LabelKind.CLASSES
        return LabelledTexts(math.ceil(settled.text_share * told.examples), held_out, are_texts)

    def check_inputs(self, inputs: Sequence[Input], model: ModelRef, fine_tuning: FineTuning) -> None:
        """Refuse what cannot be learnt; only the tokens of a short text are counted for it.

        Raises KnownError: corpus.too_short, corpus.nothing_held_out, method.needs_labels, and those of `task_for`.
        """
        self.task_of(inputs)
        if not fine_tuning.method.suits([each.task for each in inputs]):
            raise KnownError("method.needs_labels")
        for each in inputs:
            self._check_length_of(each, model, fine_tuning)

    def task_of(self, inputs: Sequence[Input]) -> Task:
        """What is learnt of these. Raises KnownError as `task_for`, and corpus.missing."""
        return task_for(inputs, [self.project.corpora.named(each.corpus) for each in inputs])

    def _check_length_of(self, each: Input, model: ModelRef, fine_tuning: FineTuning) -> None:
        text, settled = self.project.corpora.named(each.corpus), self.settled(model, fine_tuning)
        needed, characters = find_task(each.task).fewest_tokens(settled), text.contents.statistics.split_characters
        is_long = settled.text_share * characters[Split.TRAIN] > _LONGEST_TOKEN * needed
        if is_long and characters[Split.VALIDATION] > _LONGEST_TOKEN:
            return
        counts = self.counting.of(text, self._models.tokenizer_of(model))
        check_length(text.name, math.ceil(settled.text_share * counts.train), counts.validation, needed)

    def with_precision(self, model: ModelRef, settled: FineTuning) -> FineTuning:
        """With a precision that the run can store, so that it goes on in the same on any computer."""
        self._models.warm_up()
        kind = self._models.find(model).kind
        return replace(settled, precision=suited_precision(settled.precision, kind))

    def fits(self, run: Run) -> bool:
        """Whether the run surely fits; also where what it started from is gone and nothing can be estimated."""
        try:
            (first, *beside), base, teacher = run.inputs, self.project.runs.base_of(run), _teacher_of(run)
            estimate = self.fit(base, run.corpus, run.fine_tuning, task=first.task, beside=beside, teacher=teacher)
            return estimate.fit is Fit.FITS
        except KnownError:
            return True

    def memory_of(self, run: Run) -> int:
        """Bytes that it is estimated to take; the program alone where what it started from is gone."""
        try:
            (first, *beside), base, teacher = run.inputs, self.project.runs.base_of(run), _teacher_of(run)
            estimate = self.fit(base, run.corpus, run.fine_tuning, task=first.task, beside=beside, teacher=teacher)
            return estimate.memory_bytes
        except KnownError:
            return PROGRAM_BYTES

    def note_memory(self, run: Run, taken: int) -> None:
        with suppress(KnownError):  # what it started from may be gone
            model = self._models.find(run.base)
            self.project.costs.note_memory(_memory_shape(model, run.fine_tuning, run.inputs, _teacher_of(run)), taken)

    def note_pace(self, run: Run, corpora: Sequence[Corpus]) -> None:
        """What a token took in this run is what it will take in the next one of its shape."""
        made = self.project.runs.named(str(run.id))
        if run.fine_tuning.method is Method.HEAD or not made.tokens_per_second or made.steps < FEWEST_STEPS:
            return
        with suppress(KnownError):
            card, settings = self._models.find(run.base), run.fine_tuning
            note_pace(_pace_key(card, settings, corpora, run.inputs, _teacher_of(run)), 1 / made.tokens_per_second)
            as_set_up = replace(settings, precision=Precision.AUTO)
            if self.with_precision(self.project.runs.base_of(run), as_set_up) == settings:
                note_pace(_pace_key(card, as_set_up, corpora, run.inputs, _teacher_of(run)), 1 / made.tokens_per_second)


_LONGEST_TOKEN = 100  # characters, more than tokens have on average in any text


def _shared(settled: FineTuning, tokens: int) -> int:
    """What is learnt from of so many."""
    return math.ceil(settled.text_share * tokens)


def _memory_shape(
    model: PretrainedModel, settled: FineTuning, inputs: Sequence[Input], teacher: ModelRef | None
) -> str:  # fmt: skip
    """Runs that share it take the same memory."""
    shape = (model.ref, settled.method, settled.optimizer, settled.batch_size, settled.context_length)
    what_learns = (getattr(settled, name) for name in METHODS_OF if settled.applies(name))
    return "/".join(map(str, (*shape, *what_learns, *_other(inputs, teacher))))


def _pace_key(
    model: PretrainedModel, settled: FineTuning, texts: Sequence[Corpus], inputs: Sequence[Input],
    teacher: ModelRef | None,
) -> str:  # fmt: skip
    """Runs that share it take the same time for a token. What is learnt of the text decides how large a model is."""
    assert model.folder is not None
    source = TokenizerSource.of(model)
    shape = json.dumps(read_config(model.folder), sort_keys=True)
    if source.is_learnt:
        shape += "".join(text.contents.sha256 for text in texts)
    shape += "".join(_other(inputs, teacher))
    settings = (
        settled.method, settled.layers if settled.method is Method.LAST_LAYERS else "", settled.optimizer,
        settled.batch_size, settled.accumulate, settled.context_length, settled.dropout > 0, settled.precision,
    )  # fmt: skip
    return "/".join((hashlib.sha256(shape.encode()).hexdigest()[:16], *map(str, settings)))


def _other(inputs: Sequence[Input], teacher: ModelRef | None) -> tuple[str, ...]:
    """What was noted before there was a second task names none."""
    tasks = tuple(each.task for each in inputs)
    taught = () if teacher is None else (f"taught by {as_text(teacher)}",)
    return taught if tasks == (NEXT_WORD,) else (*tasks, *taught)


def _teacher_of(run: Run) -> ModelRef | None:
    return None if run.teacher is None else run.teacher.ref
