"""What a person can do with a project: the same verbs for the window and the command line.

Every long action is a generator: the driver owns its life, and closing it cancels. TensorFlow is loaded by
the first verb that needs a model, so everything that takes a model belongs on the one thread that owns TensorFlow.
"""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from workbench.corpora.encoding import EncodedCorpus, encode
from workbench.corpora.splitting import segments_of
from workbench.errors import KnownError
from workbench.fine_tuning import FineTuning
from workbench.pretrained.card import Fit, FitEstimate, Origin, PretrainedModel
from workbench.pretrained.catalogue import catalogue, find_model, read_card
from workbench.pretrained.fit import estimate
from workbench.pretrained.settling import settle
from workbench.project import Project
from workbench.records import (
    Corpus,
    Evaluation,
    Prediction,
    Progress,
    Run,
    RunStatus,
    Sample,
    Split,
    TokenFigures,
)
from workbench.text_services import TextServices
from workbench.training.events import Command, Event, Finished, MemoryMeasured, Preparing, Stage, StopReason

if TYPE_CHECKING:
    from workbench.prediction.decoding import Decoder
    from workbench.pretrained.language_model import LanguageModel
    from workbench.training.learner import Learner
    from workbench.training.rate_finder import TriedRate

Training = Generator[Event, Command | None, Run]

LARGEST_KEPT = 0.05  # of the memory: a larger network is let go when its run has ended
LOADED_MODELS = 3  # base, fine-tuned, and one more to compare
SAMPLE_WORDS = 25


class Services(TextServices):
    """The verbs on one open project. Keeps the models that were used last loaded, so that typing stays fast."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self._loaded: OrderedDict[Path | str, _Loaded] = OrderedDict()
        self._learner: Learner | None = None

    def warm_up(self) -> None:
        """Import TensorFlow, Keras and keras_hub; several seconds the first time."""
        from workbench.pretrained.language_model import import_libraries

        import_libraries()

    # Text: what needs no model is in TextServices

    def count_tokens(self, corpus: str, model: str) -> Generator[Progress, None, TokenFigures | None]:
        """The corpus under the tokenizer of a model or run; None for a model that makes its words from each text."""
        import numpy as np

        from workbench.pretrained.tokenizer import Tokenizer

        text = self.project.corpus(corpus)
        run = self._run_named(model)
        folder = run.folder / "model" if run else self.model(model).folder
        if folder is None or not (folder / "tokenizer.json").is_file():
            return None
        tokenizer = Tokenizer.from_file(folder / "tokenizer.json")
        encoded = yield from encode(text, tokenizer)
        splits = [encoded[split] for split in Split]
        ends, unknown = (
            sum(int(np.count_nonzero(tokens == token)) for tokens in splits) if token is not None else 0
            for token in (tokenizer.end_of_text, tokenizer.unknown)
        )
        words = text.contents.statistics.words
        return TokenFigures(model, sum(map(len, splits)) - ends, words, unknown)

    # Models

    def models(self) -> tuple[PretrainedModel, ...]:
        """The catalogue: bundled models, folders added to the project, architectures to train from scratch."""
        return catalogue(self.project.model_folders())

    def model(self, reference: str) -> PretrainedModel:
        """The model that `reference` names. Raises KnownError("model.missing")."""
        return find_model(reference, self.project.model_folders())

    def add_model_folder(self, folder: Path) -> PretrainedModel:
        """Remember a Hugging Face model folder in the project. Raises KnownError("model.…") if it cannot be used."""
        model = read_card(folder.resolve(), Origin.FOLDER)
        self.project.add_model_folder(folder.resolve())
        return model

    def fit(self, model: str, corpus: str, fine_tuning: FineTuning) -> FitEstimate:
        """Whether a fine-tuning fits this computer (nothing is loaded, so it is quick).

        The memory is what an earlier run of the same shape was seen to take, or else estimated from sizes.
        """
        characters = self.project.corpus(corpus).contents.statistics.split_characters[Split.TRAIN]
        settled = self.settled(model, fine_tuning)
        card = self._architecture(model)
        return estimate(card, settled, characters, self.project.preference(_memory_key(card, settled)))

    def settled(self, model: str, fine_tuning: FineTuning) -> FineTuning:
        """`fine_tuning` as a run of `model` will store it, with what it leaves to the model filled in."""
        return settle(fine_tuning, self._architecture(model), continued=self._run_named(model) is not None)

    # Training

    def train(
        self, corpus: str, model: str, fine_tuning: FineTuning, name: str | None = None, prompt: str = ""
    ) -> Training:
        """Fine-tune `model` (a model or an earlier run) on `corpus` as a new run.

        Every event is recorded before it is yielded. Raises KnownError; a run that had begun is kept as failed.
        """
        text = self.project.corpus(corpus)
        digest = self._identity(model)
        settled = self._with_precision(model, self.settled(model, fine_tuning))
        run = self.project.create_run(
            corpus=corpus, model=model, model_sha256=digest, fine_tuning=settled, name=name, prompt=prompt
        )
        return (yield from self._execute(run, text, prompt, start=None))

    def find_learning_rate(self, corpus: str, model: str, fine_tuning: FineTuning) -> Generator[TriedRate, None, float]:
        """Try rates on a copy of the model that is thrown away; returns a suggestion. Nothing is recorded."""
        from workbench.training.rate_finder import try_rates

        text = self.project.corpus(corpus)
        settled = self._with_precision(model, self.settled(model, fine_tuning))
        self._learner = None  # two networks that learn would take twice the memory
        loaded = self._start_weights(model, settled.seed, text)
        return (yield from try_rates(loaded, _finish(encode(text, loaded.tokenizer)), settled))

    def resume(self, run: str) -> Training:
        """Continue an interrupted or stopped run from its last checkpoint, exactly as if it had not stopped."""
        found = self.project.run(run)
        if found.status not in (RunStatus.INTERRUPTED, RunStatus.STOPPED, RunStatus.FAILED):
            raise KnownError("run.cannot_resume", name=found.name)
        from workbench.training.checkpoint import is_intact

        # A damaged checkpoint is passed over for the one before it; without any, the run begins anew.
        saved = reversed(self.project.checkpoints(found))
        start = next((checkpoint for checkpoint in saved if is_intact(checkpoint.folder)), None)
        text = self.project.corpus(found.corpus)
        self.project.rewind(found, start.step if start else -1)
        prompt = self.project.prompt(found)
        return (yield from self._execute(found, text, prompt, start.folder if start else None))

    # Prediction

    def predict(self, model: str, text: str, top: int = 10, *, typing: bool = False) -> tuple[Prediction, ...]:
        """The most probable whole next words after `text`, most probable first.

        While a person is `typing`, its last word may be unfinished and completions of it are among them.
        """
        from workbench.prediction.words import next_words

        loaded = self._load(model)
        return next_words(loaded.decoder, loaded.model.tokenizer, text, top, typing=typing)

    def generate(
        self, model: str, text: str, words: int = 50, temperature: float = 0.8, top_p: float = 0.95, seed: int = 0
    ) -> Generator[str, None, str]:
        """Yield the continuation piece by piece; returns all of it. Temperature 0 takes the most probable token."""
        from workbench.prediction.generation import continuation

        loaded = self._load(model)
        # A decoder of its own: between two pieces, a prediction may move the shared one.
        return (
            yield from continuation(
                loaded.new_decoder(),
                loaded.model.tokenizer,
                text,
                words=words,
                temperature=temperature,
                top_p=top_p,
                seed=seed,
            )
        )

    def evaluate(
        self, model: str, corpus: str, split: Split = Split.VALIDATION
    ) -> Generator[Progress, None, Evaluation]:
        """Measure how well a model or a run predicts a whole split of a corpus."""
        from workbench.prediction.evaluation import evaluate

        text = self.project.corpus(corpus)
        loaded = self._load(model)
        encoded = yield from encode(text, loaded.model.tokenizer)
        written = (text.folder / f"{split}.txt").read_text(encoding="utf-8")
        return (yield from evaluate(loaded.model, encoded[split], written, model=model, corpus=corpus, split=split))

    def _execute(self, run: Run, corpus: Corpus, prompt: str, start: Path | None) -> Training:
        """Drive the loop of a run that has its row, record what it tells, and settle how it ended."""
        try:
            with self.project.recorder(run) as recorder:
                inner = self._events(run, corpus, prompt, start)
                command: Command | None = None
                finished: Finished | None = None
                while True:
                    try:
                        event = inner.send(command)
                    except StopIteration as stop:
                        finished = stop.value
                        break
                    recorder.record(event)
                    if isinstance(event, MemoryMeasured) and event.step_bytes:
                        key = _memory_key(self._architecture(run.model), run.fine_tuning)
                        self.project.set_preference(key, event.step_bytes + event.held_bytes)
                    try:
                        command = yield event
                    except GeneratorExit:
                        inner.close()
                        raise
        except GeneratorExit:
            self.project.finish_run(run, RunStatus.INTERRUPTED)
            raise
        except KnownError as error:
            self.project.finish_run(run, RunStatus.FAILED, str(error))
            raise
        except BaseException as error:
            self.project.finish_run(run, RunStatus.FAILED, f"{type(error).__name__}: {error}")
            raise
        if finished.reason is StopReason.MEMORY:
            return self.project.finish_run(run, RunStatus.STOPPED, str(KnownError("run.out_of_memory")))
        stopped = finished.reason is StopReason.COMMAND
        return self.project.finish_run(run, RunStatus.STOPPED if stopped else RunStatus.FINISHED)

    def _events(
        self, run: Run, corpus: Corpus, prompt: str, start: Path | None
    ) -> Generator[Event, Command | None, Finished]:
        yield Preparing(Stage.LOADING_MODEL)
        from workbench.training.apart import step_fits_apart
        from workbench.training.loop import fine_tune, too_large

        model = self._start_model(run, corpus, resumed=start is not None)
        model.save_architecture(run.folder / "model")
        yield Preparing(Stage.ENCODING_TEXT)
        encoded = _finish(encode(corpus, model.tokenizer))
        # Nothing but the estimate is known yet; what it finds tight is tried where it can do no harm.
        if self.fit(run.model, corpus.name, run.fine_tuning).fit is not Fit.FITS:
            self._learner = None
            if not (yield from step_fits_apart(run.folder / "model", run.fine_tuning)):
                raise too_large(run.fine_tuning)
        learner = self._learner_for(model, run.fine_tuning)
        sample = _sampler(learner, prompt) if prompt else None
        try:
            return (yield from fine_tune(learner, encoded, run.folder, sample=sample, start=start))
        finally:
            if learner.held_bytes > LARGEST_KEPT * psutil.virtual_memory().total:
                self._learner = None

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

    def _with_precision(self, model: str, settled: FineTuning) -> FineTuning:
        """With a precision that the run can store, so that it goes on in the same on any computer."""
        from workbench.training.products import suited_precision

        self.warm_up()
        family = self._architecture(model).family
        return replace(settled, precision=suited_precision(settled.precision, family))

    def _start_model(self, run: Run, corpus: Corpus, *, resumed: bool) -> LanguageModel:
        """The model as the run began; a resumed one gets its weights from the checkpoint afterwards."""
        from workbench.pretrained.language_model import open_architecture

        if resumed:
            return open_architecture(run.folder / "model")
        return self._start_weights(run.model, run.fine_tuning.seed, corpus)

    def _start_weights(self, reference: str, seed: int, corpus: Corpus) -> LanguageModel:
        """A model or an earlier run to learn from; where the weights are random, from `seed`."""
        from workbench.pretrained.language_model import load

        earlier = self._run_named(reference)
        if earlier is not None:
            return self._open_run(earlier)
        text = (corpus.folder / f"{Split.TRAIN}.txt").read_text(encoding="utf-8")
        return load(self.model(reference), seed, segments_of(text))

    def _load(self, reference: str) -> _Loaded:
        """The model or run that `reference` names, with its newest best weights, kept for the next time."""
        run = self._run_named(reference)
        key: Path | str = self._best_checkpoint(run) if run else reference
        if key not in self._loaded:
            self._loaded[key] = _Loaded.of(self._open_run(run) if run else self._open_model(reference))
            while len(self._loaded) > LOADED_MODELS:
                self._loaded.popitem(last=False)
        self._loaded.move_to_end(key)
        return self._loaded[key]

    def _open_model(self, reference: str) -> LanguageModel:
        from workbench.pretrained.language_model import load

        model = self.model(reference)
        if model.from_scratch:
            raise KnownError("model.needs_training", name=model.name)
        return load(model)

    def _open_run(self, run: Run) -> LanguageModel:
        from workbench.pretrained.language_model import open_architecture
        from workbench.training.checkpoint import load_weights

        folder = self._best_checkpoint(run)
        model = open_architecture(run.folder / "model")
        load_weights(folder, model.network)
        return model

    def _best_checkpoint(self, run: Run) -> Path:
        """The best checkpoint of a run, or the last where none was better than the base model."""
        checkpoints = self.project.checkpoints(run)
        if not checkpoints:
            raise KnownError("run.no_checkpoint", name=run.name)
        return next((saved for saved in reversed(checkpoints) if saved.is_best), checkpoints[-1]).folder

    def _run_named(self, reference: str) -> Run | None:
        return next((run for run in self.project.runs() if reference in (run.name, str(run.id))), None)

    def _architecture(self, reference: str) -> PretrainedModel:
        """The card that says how large `reference` is; a run is as large as what it started from."""
        run = self._run_named(reference)
        return self._architecture(run.model) if run else self.model(reference)

    def _identity(self, reference: str) -> str:
        from workbench.pretrained.language_model import model_sha256

        run = self._run_named(reference)
        if run is None:
            return model_sha256(self.model(reference))
        return f"{run.model_sha256}+{self._best_checkpoint(run).name}"


@dataclass(frozen=True)
class _Loaded:
    model: LanguageModel
    decoder: Decoder
    new_decoder: Callable[[], Decoder]

    @classmethod
    def of(cls, model: LanguageModel) -> _Loaded:
        from workbench.prediction.decoding import make_decoder

        return cls(model, make_decoder(model), lambda: make_decoder(model))


def _memory_key(model: PretrainedModel, settled: FineTuning) -> str:
    """Runs that share it take the same memory."""
    shape = (model.reference, settled.method, settled.optimizer, settled.batch_size, settled.context_length)
    return "memory." + "/".join(map(str, shape))


def _sampler(learner: Learner, prompt: str) -> Callable[[int], Sample]:
    """What the model makes of the pinned prompt, asked between two steps."""
    from workbench.prediction.generation import continuation
    from workbench.prediction.words import next_words

    model, decoder = learner.model, learner.decoder

    def sample(step: int) -> Sample:
        predictions = next_words(decoder, model.tokenizer, prompt)
        text = "".join(
            continuation(decoder, model.tokenizer, prompt, words=SAMPLE_WORDS, temperature=0.7, top_p=0.9, seed=0)
        )
        return Sample(step, prompt, text, predictions)

    return sample


def _finish(encoding: Iterator[Progress]) -> EncodedCorpus:
    """Run a generator to its end for its result."""
    while True:
        try:
            next(encoding)
        except StopIteration as stop:
            encoded: EncodedCorpus = stop.value
            return encoded
