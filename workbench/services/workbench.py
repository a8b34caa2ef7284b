"""What a person can do with a project: the same verbs for the window and the command line.

Every long action is a generator: the driver owns its life, and closing it cancels. TensorFlow is loaded by
the first verb that needs a model, so everything that takes a model belongs on the one thread that owns TensorFlow.
"""

from __future__ import annotations

import gc
import hashlib
import json
import math
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import psutil

from workbench.corpora.encoding import EncodedCorpus, chunks, encode, segments
from workbench.costs.advice import Advice, advise
from workbench.costs.calibration import known_speed, measured_speed
from workbench.costs.computer import note_pace, seen_pace
from workbench.costs.fit import Speed, estimate
from workbench.costs.settling import settle, suited_learning_rate, unsettle
from workbench.ground.generators import last
from workbench.measuring.validation import VALIDATION_TOKENS, text_written
from workbench.messages.errors import KnownError
from workbench.models.card import Fit, FitEstimate, PretrainedModel
from workbench.models.catalogue import read_config
from workbench.project.project import Project
from workbench.project.provenance import here
from workbench.project.recording import until_recorded
from workbench.services.asking import LoadedModel, PredictionServices
from workbench.services.token_counting import TokenCounting, TokenizerSource
from workbench.training.batches import planned_steps
from workbench.training.events import (
    CheckpointPassedOver,
    CheckpointSaved,
    Command,
    Event,
    MemoryMeasured,
    Preparing,
    Stage,
    StepMeasured,
    StopReason,
)
from workbench.training.waiting import until_prepared, until_written
from workbench.values.corpus import Corpus, Split
from workbench.values.family import Family
from workbench.values.fine_tuning import METHODS_OF, OUTDATED, FineTuning, Method, Precision
from workbench.values.prediction import Sample, Shaping
from workbench.values.progress import Progress
from workbench.values.run import Run, RunStatus

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel
    from workbench.models.tokenizers.tokenizer import Tokenizer
    from workbench.training.learner import Learner
    from workbench.training.rate_finder import TriedRate

T = TypeVar("T")
Training = Generator[Event, Command | None, Run]
LoopEvents = Generator[Event, Command | None, StopReason]

LARGEST_KEPT = 0.05  # of the memory: a larger network is let go when its run has ended
FEWEST_STEPS = 5  # of a run whose pace says anything about the next one's
SAMPLE_WORDS = 25
SAMPLE_SHAPING = Shaping(temperature=0.7, top_p=0.9)


class Services(PredictionServices):
    """The verbs on one open project. Those for texts and for asking models are in the classes that this one extends."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self._learner: Learner | None = None  # the last one, for a run of the same shape
        self._counting = TokenCounting(project)

    # Training

    def fit(self, model: str, corpus: str | None, fine_tuning: FineTuning) -> FitEstimate:
        """Whether a fine-tuning fits this computer, and what it takes (nothing is loaded, so it is quick).

        Memory and time are what earlier runs of the same shape were seen to take, or else estimated: memory from
        sizes, the time by this computer's speed, once `calibrate` or a run has found it out. Without a corpus, a
        budget in epochs takes no time.
        """
        run = self._run_named(model)  # each look into the project counts: four settings are asked about at once
        card = self.model(self.project.root_model(run) if run else model)
        settled = settle(fine_tuning, card, continued=run is not None)
        text = self.project.corpus(corpus) if corpus else None
        tokens, validation_tokens = 0, 0
        if text is not None:
            source = TokenizerSource.of(card, run.folder / "model" if run else None)
            # Only a budget in readings of the text needs them so much that they are counted for it.
            find = self._counting.known if settled.epochs is None else self._counting.of
            counts = find(text, source)
            # Where nobody has counted them, there are no more tokens than characters, but for odd texts.
            held_out = counts.validation if counts else text.contents.statistics.split_characters[Split.VALIDATION]
            tokens, validation_tokens = counts.train if counts else 0, min(VALIDATION_TOKENS, held_out)
        return estimate(
            card,
            settled,
            planned_steps(settled, math.ceil(settled.text_share * tokens)),
            self.project.preference(_memory_key(card, settled)),
            known_speed(),
            validation_tokens=validation_tokens,
            seen_pace=seen_pace(_pace_key(card, settled, text)),
        )

    def count_steps(self, model: str, corpus: str, fine_tuning: FineTuning) -> Generator[Progress, None, int]:
        """How many steps the budget is, exactly: for one in epochs the text is encoded, unless it was before."""
        if fine_tuning.epochs is not None:
            yield from self._counting.exactly(self.project.corpus(corpus), self._tokenizer_of(model))
        return self.fit(model, corpus, fine_tuning).steps

    def calibrate(self) -> Speed:
        """Find out how fast this computer is, unless an earlier start did; some seconds with TensorFlow loaded."""
        self.warm_up()
        return measured_speed()

    def settled(self, model: str, fine_tuning: FineTuning) -> FineTuning:
        """`fine_tuning` as a run of `model` will store it, with what it leaves to the model filled in."""
        return settle(fine_tuning, self._architecture(model), continued=self._run_named(model) is not None)

    def is_base_unchanged(self, run: str) -> bool:
        """Whether what is found under the name of what a run began from still is that; False where it is gone."""
        found = self.project.run(run)
        try:
            return self._identity(self.project.base_reference(found)) == found.model_sha256
        except KnownError:
            return False

    def unsettled(self, run: Run) -> FineTuning:
        """The settings of a run without what was its model's or this computer's, to set up another one with them.

        Raises KnownError: run.base_gone, model.missing.
        """
        reference = self.project.base_reference(run)
        model = self._architecture(reference)
        settings = unsettle(run.fine_tuning, model, continued=self._run_named(reference) is not None)
        speed = known_speed()
        faster = Precision.FLOAT32 if model.family is not Family.TRANSFORMER or speed is None else speed.faster
        return replace(settings, precision=Precision.AUTO) if settings.precision is faster else settings

    def advice(self, corpus: str, model: str, fine_tuning: FineTuning) -> tuple[Advice, ...]:
        """What a person should know before they start it, the gravest first. Raises KnownError as `fit`."""
        continued = self._run_named(model) is not None
        card, settled = self._architecture(model), self.settled(model, fine_tuning)
        contents = self.project.corpus(corpus).contents
        suited = suited_learning_rate(card, settled, continued)
        estimate = self.fit(model, corpus, fine_tuning)
        return advise(contents.statistics, card, fine_tuning, settled, estimate, suited, continued)

    def train(
        self, corpus: str, model: str, fine_tuning: FineTuning, name: str | None = None, prompts: Sequence[str] = ()
    ) -> Training:
        """Fine-tune `model` (a model or an earlier run) on `corpus` as a new run.

        What it makes of each of `prompts` is recorded at each validation. Every event is recorded before it is
        yielded. Raises KnownError; a run that had begun is kept as failed.
        """
        text = self.project.corpus(corpus)
        digest = self._identity(model)
        settled = self._with_precision(model, self.settled(model, fine_tuning))
        run = self.project.create_run(
            corpus=corpus, model=model, model_sha256=digest, fine_tuning=settled, name=name, prompts=prompts,
            base_run_id=self.run_id(model),
        )  # fmt: skip
        return (yield from self._execute(run, text, start=None))

    def begin(self, run: Run) -> Training:
        """Train a run that waits in the queue, like `train`. Raises KnownError("run.not_waiting") where it does not."""
        try:
            text = self.project.corpus(run.corpus)
            reference = self.project.base_reference(run)
            digest = self._identity(reference)
            settled = self._with_precision(reference, self.settled(reference, run.fine_tuning))
            beginning = partial(self.project.order.begin, run, digest, settled)
            begun = yield from until_written(beginning, self.project.folder)
            if begun is None:
                return run  # it waits for another time
        except Exception as error:
            # Whatever it is, the run must not wait for ever, and hold up those behind it.
            if not (isinstance(error, KnownError) and error.code == "run.not_waiting"):
                yield from self._ended(run, RunStatus.FAILED, _reason(error))
            raise
        return (yield from self._execute(begun, text, start=None))

    def start_of(self, run: Run) -> LoadedModel:
        """What a run started from, ready to be asked; random weights are made from its seed again.

        Raises KnownError("run.base_gone" or "run.base_changed"): what is there now under the same name is not it.
        """
        reference = self.project.base_reference(run)
        if self._identity(reference) != run.model_sha256:
            raise KnownError("run.base_changed", name=run.name, base=run.model)
        if not run.began_from_run and self.model(reference).from_scratch:
            return LoadedModel.of(self._start_weights(reference, run.fine_tuning.seed, self.project.corpus(run.corpus)))
        return self.loaded(reference)

    def languages(self, reference: str) -> tuple[str, ...]:
        """The languages (ISO 639-1) of a model, or of the one that a run came from; empty where they are not known."""
        return self._architecture(reference).languages

    def find_learning_rate(self, corpus: str, model: str, fine_tuning: FineTuning) -> Generator[TriedRate, None, float]:
        """Try rates on a copy of the model that is thrown away; returns a suggestion. Nothing is recorded."""
        from workbench.training.rate_finder import try_rates

        text = self.project.corpus(corpus)
        settled = self._with_precision(model, self.settled(model, fine_tuning))
        self._learner = None  # two networks that learn would take twice the memory
        loaded = self._start_weights(model, settled.seed, text)
        encoded = last(encode(text, loaded.tokenizer)).with_share(settled.text_share)
        return (yield from try_rates(loaded, encoded, settled))

    def resume(self, run: str) -> Training:
        """Continue an interrupted or stopped run from its last checkpoint, exactly as if it had not stopped."""
        found = self.project.run(run)
        if found.status not in (RunStatus.INTERRUPTED, RunStatus.STOPPED, RunStatus.FAILED):
            raise KnownError("run.cannot_resume", name=found.name)
        return (yield from self._go_on(found))

    def extend(self, run: str, steps: int) -> Training:
        """Let a finished run learn for so many more steps, from where it ended and with the optimizer that it had.

        The schedule is that of a run as long as both together, from the step on that comes next.
        Raises KnownError: run.cannot_extend, run.no_last_checkpoint.
        """
        found = self.project.run(run)
        if found.status is not RunStatus.FINISHED:
            raise KnownError("run.cannot_extend", name=found.name)
        if found.fine_tuning.method in OUTDATED:
            raise KnownError("method.outdated")
        from workbench.training.checkpoint import is_intact

        last_saved = next(iter(reversed(self.project.checkpoints(found))), None)
        if last_saved is None or last_saved.step != found.steps or not is_intact(last_saved.folder):
            raise KnownError("run.no_last_checkpoint", name=found.name)
        return (yield from self._go_on(self.project.extend(found, found.steps + steps)))

    def _go_on(self, found: Run) -> Training:
        if found.fine_tuning.method in OUTDATED:
            raise KnownError("method.outdated")
        from workbench.training.checkpoint import is_intact

        # A damaged checkpoint is passed over for the one before it; without any, the run begins anew.
        saved = self.project.checkpoints(found)
        start = next((checkpoint for checkpoint in reversed(saved) if is_intact(checkpoint.folder)), None)
        text = self.project.corpus(found.corpus)
        if saved and saved[-1] is not start:
            # Told before the run reads as running: whoever closes this here leaves it as it was.
            yield CheckpointPassedOver(saved[-1].step, start.step if start else 0)
        self.project.rewind(found, start.step if start else -1)
        return (yield from self._execute(found, text, start.folder if start else None))

    def _execute(self, run: Run, corpus: Corpus, start: Path | None) -> Training:
        """Drive the loop of a run that has its row, record what it tells, and settle how it ended."""
        try:
            reason = yield from self._recorded(run, self._events(run, corpus, start))
        except (GeneratorExit, KeyboardInterrupt):
            self._left(run)
            raise
        except BaseException as error:
            yield from self._ended(run, RunStatus.FAILED, _reason(error))
            raise
        finally:
            self._learning.pop(str(run.id), None)
        self._note_pace(run, corpus)
        match reason:
            case StopReason.MEMORY:
                return (yield from self._ended(run, RunStatus.STOPPED, str(KnownError("run.out_of_memory"))))
            case StopReason.COMMAND:
                return (yield from self._ended(run, RunStatus.STOPPED))
            case StopReason.LEFT:
                return self._left(run)
        return (yield from self._ended(run, RunStatus.FINISHED))

    def _recorded(self, run: Run, inner: LoopEvents) -> LoopEvents:
        """Record each event before it is passed on.

        A checkpoint is recorded before the loop goes on, which then deletes older ones, and everything before the end.
        """
        folder = self.project.folder
        with self.project.recorder(run) as recorder:
            command: Command | None = None
            told: Command | None = None  # the last that it was
            while True:
                try:
                    event = inner.send(command)
                except StopIteration as stop:
                    yield from until_recorded(recorder, folder, told)
                    reason: StopReason = stop.value
                    return reason
                recorder.record(event)
                if isinstance(event, MemoryMeasured) and event.step_bytes:
                    self._note_memory(run, event.step_bytes + event.held_bytes)
                if isinstance(event, StepMeasured):
                    self._show_learning(run, event.step)
                try:
                    command = yield event
                    told = command or told
                    if isinstance(event, CheckpointSaved):
                        command = told = yield from until_recorded(recorder, folder, told)
                        if recorder.held_up is not None:
                            inner.close()  # before it deletes what the database knows of
                            return StopReason.LEFT
                except GeneratorExit:
                    inner.close()
                    raise

    def _ended(self, run: Run, status: RunStatus, error: str = "") -> Training:
        write = partial(self.project.finish_run, run, status, error)
        written = yield from until_written(write, self.project.folder)
        return written or replace(self.project.run(str(run.id)), status=status, error=error)

    def _left(self, run: Run) -> Run:
        """Nobody waits for it; what cannot be written is found out when the project is opened the next time."""
        with suppress(KnownError):
            return self.project.finish_run(run, RunStatus.INTERRUPTED)
        return replace(self.project.run(str(run.id)), status=RunStatus.INTERRUPTED)

    def _events(self, run: Run, corpus: Corpus, start: Path | None) -> LoopEvents:
        from workbench.training.loop import fine_tune

        told: list[Command] = []
        preparing = until_prepared(lambda: self._prepared(run, corpus, resumed=start is not None), run.folder)
        prepared = yield from _heard(preparing, told)
        if told or prepared is None:
            return StopReason.LEFT if told[-1] is Command.LEAVE else StopReason.COMMAND
        learner, encoded = prepared
        samples = _sampler(learner, self.project.prompts(run))
        total = run.extensions[-1].total_steps if run.extensions else None
        try:
            finished = yield from fine_tune(
                learner, encoded, run.folder, samples=samples, start=start, total_steps=total
            )
        finally:
            if learner.held_bytes > LARGEST_KEPT * psutil.virtual_memory().total:
                self._learner = None
        return finished.reason

    def _prepared(
        self, run: Run, corpus: Corpus, *, resumed: bool
    ) -> Generator[Event, None, tuple[Learner, EncodedCorpus]]:
        """What the loop needs. Raises KnownError("run.too_large") and those of loading and encoding."""
        yield Preparing(Stage.LOADING_MODEL)
        from workbench.training.apart import step_fits_apart
        from workbench.training.loop import too_large

        model = self._start_model(run, corpus, resumed=resumed)
        model.save_architecture(run.folder / "model")
        if not resumed:
            self.project.note_provenance(run, here(corpus.contents.sha256))
        yield Preparing(Stage.ENCODING_TEXT)
        encoded = yield from _encoded(corpus, model.tokenizer)
        with suppress(KnownError):  # what it started from may be gone
            self._counting.note(corpus, self._tokenizer_of(self.project.base_reference(run)), encoded)
        self._note_text_written(run, corpus, model.tokenizer, encoded)
        # Nothing but the estimate is known yet; what it finds tight is tried where it can do no harm.
        if not self._fits(run):
            self._learner = None
            if not (yield from step_fits_apart(run.folder / "model", run.fine_tuning)):
                raise too_large(run.fine_tuning)
        return self._learner_for(model, run.fine_tuning), encoded.with_share(run.fine_tuning.text_share)

    def count_bytes(self, runs: Sequence[Run]) -> Generator[Progress, None, None]:
        """Note of runs of an older version how many bytes their tokens write, so that their bits per byte are known.

        What is gone or was changed meanwhile is passed over: such a run has its losses alone.
        """
        from workbench.models.language_model import read_tokenizer

        for run in runs:
            if is_uncounted(run):
                with suppress(KnownError, OSError):
                    corpus = self.project.corpus(run.corpus)
                    tokenizer = read_tokenizer(run.folder / "model")
                    encoded = yield from encode(corpus, tokenizer)
                    self._note_text_written(run, corpus, tokenizer, encoded)

    def _note_text_written(self, run: Run, corpus: Corpus, tokenizer: Tokenizer, encoded: EncodedCorpus) -> None:
        if run.bytes_per_token is None and len(encoded.validation) > 1:
            written = text_written(
                encoded.validation, tokenizer, run.fine_tuning.context_length, VALIDATION_TOKENS,
                partial(chunks, corpus, Split.VALIDATION),
            )  # fmt: skip
            self.project.note_text_written(
                run, tokenizer.sha256, written.bytes_per_token, written.spelled_share
            )  # fmt: skip

    def _learner_for(self, model: LanguageModel, fine_tuning: FineTuning) -> Learner:
        """The one that is compiled already, if it serves this run; there never is a second one in memory."""
        from workbench.training.learner import Learner

        if self._learner is not None and self._learner.serves(model, fine_tuning):
            self._learner.take(model, fine_tuning)
        else:
            self._learner = None
            gc.collect()  # networks and their compiled programs hold each other in circles
            self._learner = Learner(model, fine_tuning)
        return self._learner

    def _fits(self, run: Run) -> bool:
        """Whether the run surely fits; also where what it started from is gone and nothing can be estimated."""
        try:
            return self.fit(self.project.base_reference(run), run.corpus, run.fine_tuning).fit is Fit.FITS
        except KnownError:
            return True

    def _note_memory(self, run: Run, taken: int) -> None:
        with suppress(KnownError):  # what it started from may be gone
            model = self.model(self.project.root_model(run))
            self.project.set_preference(_memory_key(model, run.fine_tuning), taken)

    def _note_pace(self, run: Run, corpus: Corpus) -> None:
        """What a token took in this run is what it will take in the next one of its shape."""
        made = self.project.run(str(run.id))
        if not made.tokens_per_second or made.steps < FEWEST_STEPS:
            return
        with suppress(KnownError):
            card, settings = self.model(self.project.root_model(run)), run.fine_tuning
            note_pace(_pace_key(card, settings, corpus), 1 / made.tokens_per_second)
            if (
                self._with_precision(self.project.base_reference(run), replace(settings, precision=Precision.AUTO))
                == settings
            ):
                as_set_up = replace(settings, precision=Precision.AUTO)
                note_pace(_pace_key(card, as_set_up, corpus), 1 / made.tokens_per_second)

    def _tokenizer_of(self, reference: str) -> TokenizerSource:
        run = self._run_named(reference)
        return TokenizerSource.of(self._architecture(reference), run.folder / "model" if run else None)

    def _show_learning(self, run: Run, step: int) -> None:
        """From its first step on, a run answers with the weights it has just then."""
        from workbench.prediction.decoders import make_decoder

        if str(run.id) not in self._learning:
            learner = self._learner
            assert learner is not None
            self._learning[str(run.id)] = LoadedModel(
                learner.model, learner.decoder, lambda: make_decoder(learner.model), is_learning=True
            )
        self._learning[str(run.id)].step = step

    def _with_precision(self, model: str, settled: FineTuning) -> FineTuning:
        """With a precision that the run can store, so that it goes on in the same on any computer."""
        from workbench.training.products import suited_precision

        self.warm_up()
        family = self._architecture(model).family
        return replace(settled, precision=suited_precision(settled.precision, family))

    def _start_model(self, run: Run, corpus: Corpus, *, resumed: bool) -> LanguageModel:
        """The model as the run began; a resumed one gets its weights from the checkpoint afterwards."""
        from workbench.models.language_model import open_architecture

        if resumed:
            return open_architecture(run.folder / "model")
        return self._start_weights(self.project.base_reference(run), run.fine_tuning.seed, corpus)

    def _start_weights(self, reference: str, seed: int, corpus: Corpus) -> LanguageModel:
        """A model or an earlier run to learn from; where the weights are random, from `seed`."""
        from workbench.models.language_model import load

        earlier = self._run_named(reference)
        if earlier is not None:
            return self.open_run(earlier)
        return load(self.model(reference), seed, segments(corpus, Split.TRAIN))  # read only for a vocabulary

    def _identity(self, reference: str) -> str:
        from workbench.models.language_model import model_sha256

        run = self._run_named(reference)
        if run is None:
            return model_sha256(self.model(reference))
        return f"{run.model_sha256}+{self.project.kept_checkpoint(run).folder.name}"


def _reason(error: BaseException) -> str:
    """Why a run failed, in English."""
    return str(error) if isinstance(error, KnownError) else f"{type(error).__name__}: {error}"


def is_uncounted(run: Run) -> bool:
    """Whether it was measured without counting the bytes of its tokens, as older versions did."""
    return run.bytes_per_token is None and run.base_validation_loss is not None


def _heard(work: Generator[Event, None, T], told: list[Command]) -> Generator[Event, Command | None, T | None]:
    """Work that takes no commands: the first that the driver gives ends it, and is written down in `told`."""
    try:
        while True:
            command = yield next(work)
            if command is not None:
                told.append(command)
                return None
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        work.close()


def _encoded(corpus: Corpus, tokenizer: Tokenizer) -> Generator[Event, None, EncodedCorpus]:
    work = encode(corpus, tokenizer)
    try:
        while True:
            yield Preparing(Stage.ENCODING_TEXT, next(work))
    except StopIteration as stop:
        encoded: EncodedCorpus = stop.value
        return encoded
    finally:
        work.close()


def _memory_key(model: PretrainedModel, settled: FineTuning) -> str:
    """Runs that share it take the same memory."""
    shape = (model.reference, settled.method, settled.optimizer, settled.batch_size, settled.context_length)
    what_learns = (getattr(settled, name) for name in METHODS_OF if settled.applies(name))
    return "memory." + "/".join(map(str, (*shape, *what_learns)))


def _pace_key(model: PretrainedModel, settled: FineTuning, text: Corpus | None) -> str:
    """Runs that share it take the same time for a token. What is learnt of the text decides how large a model is."""
    assert model.folder is not None
    source = TokenizerSource.of(model)
    shape = json.dumps(read_config(model.folder), sort_keys=True)
    if source.is_learnt and text is not None:
        shape += text.contents.sha256
    settings = (
        settled.method, settled.layers if settled.method is Method.LAST_LAYERS else "", settled.optimizer,
        settled.batch_size, settled.accumulate, settled.context_length, settled.dropout > 0, settled.precision,
    )  # fmt: skip
    return "/".join((hashlib.sha256(shape.encode()).hexdigest()[:16], *map(str, settings)))


def _sampler(learner: Learner, prompts: Sequence[str]) -> Callable[[int], Iterator[Sample]]:
    """What the model makes of each pinned prompt, asked between two steps."""
    from workbench.prediction.generation import continuation
    from workbench.prediction.words import next_words

    model, decoder = learner.model, learner.decoder

    def samples(step: int) -> Iterator[Sample]:
        decoder.forget()  # the weights are others than the last time
        for prompt in prompts:
            predictions = next_words(decoder, model.tokenizer, prompt)
            text = "".join(
                continuation(decoder, model.tokenizer, prompt, words=SAMPLE_WORDS, shaping=SAMPLE_SHAPING, seed=0)
            )
            yield Sample(step, prompt, text, predictions)

    return samples
