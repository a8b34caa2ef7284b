"""What a person can do with a project: the same verbs for the window and the command line.

Every long action is a generator: the driver owns its life, and closing it cancels. TensorFlow is loaded by
the first verb that needs a model, so everything that takes a model belongs on the one thread that owns TensorFlow.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.corpora.encoding import encode
from workbench.corpora.importing import default_name, read_corpus
from workbench.corpora.splitting import segments_of
from workbench.errors import KnownError
from workbench.fine_tuning import FineTuning
from workbench.pretrained.card import FitEstimate, Origin, PretrainedModel
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
    Shaping,
    Split,
    Surprise,
    Unit,
)
from workbench.training.events import Command, Event, Finished, Preparing, Stage, StepMeasured, StopReason

if TYPE_CHECKING:
    from workbench.prediction.decoding import Decoder
    from workbench.prediction.surprise import Reader
    from workbench.pretrained.language_model import LanguageModel
    from workbench.training.rate_finder import TriedRate

T = TypeVar("T")
Training = Generator[Event, Command | None, Run]

LOADED_MODELS = 3  # base, fine-tuned, and one more to compare
SAMPLE_WORDS = 25
SAMPLE_SHAPING = Shaping(temperature=0.7, top_p=0.9)
PLAIN = Shaping()
WRITING = Shaping(temperature=0.8, top_p=0.95)


class Services:
    """The verbs on one open project. Keeps the models that were used last loaded, so that typing stays fast."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._loaded: OrderedDict[Path | str, _Loaded] = OrderedDict()
        self._learners: dict[str, _Loaded] = {}  # run -> its model while it learns, with its newest weights

    def warm_up(self) -> None:
        """Import TensorFlow, Keras and keras_hub; several seconds the first time."""
        from workbench.pretrained.language_model import import_libraries

        import_libraries()

    # Text

    def import_corpus(self, files: Sequence[Path], name: str | None = None) -> Generator[Progress, None, Corpus]:
        """Read, clean, split and store files and folders; unreadable ones are listed in its contents."""
        with self.project.new_corpus(name) as draft:
            contents = yield from read_corpus(files, draft.folder)
            return draft.finish(contents, default_name(files))

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
        """Whether a fine-tuning fits this computer, from sizes alone (nothing is loaded, so it is quick)."""
        characters = self.project.corpus(corpus).contents.statistics.split_characters[Split.TRAIN]
        return estimate(self._architecture(model), self.settled(model, fine_tuning), characters)

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
        settled = self.settled(model, fine_tuning)
        run = self.project.create_run(
            corpus=corpus, model=model, model_sha256=digest, fine_tuning=settled, name=name, prompt=prompt
        )
        return (yield from self._execute(run, text, prompt, start=None))

    def find_learning_rate(self, corpus: str, model: str, fine_tuning: FineTuning) -> Generator[TriedRate, None, float]:
        """Try rates on a copy of the model that is thrown away; returns a suggestion. Nothing is recorded."""
        from workbench.training.rate_finder import try_rates

        text = self.project.corpus(corpus)
        settled = self.settled(model, fine_tuning)
        loaded = self._start_weights(model, settled.seed, text)
        return (yield from try_rates(loaded, _last(encode(text, loaded.tokenizer)), settled))

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

    def predict(
        self, model: str, text: str, top: int = 10, *, typing: bool = False, shaping: Shaping = PLAIN,
        unit: Unit = Unit.WORD,
    ) -> tuple[Prediction, ...]:  # fmt: skip
        """The most probable whole next words after `text`, most probable first.

        While a person is `typing`, its last word may be unfinished and completions of it are among them.
        """
        return _last(self.watch_words(model, text, top, typing=typing, shaping=shaping, unit=unit))

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

    def generate(
        self, model: str, text: str, words: int = 50, shaping: Shaping = WRITING, seed: int = 0, *,
        to_sentence_end: bool = False,
    ) -> Generator[str, None, str]:  # fmt: skip
        """Yield the continuation piece by piece; returns all of it."""
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
            )
        )

    def surprise(self, model: str, text: str) -> Generator[Progress, None, Surprise]:
        """How surprising each word of `text` is to a model or a run. Raises KnownError("text.empty")."""
        from workbench.prediction.surprise import Reader

        if not text.strip():
            raise KnownError("text.empty")
        loaded = self._load(model)
        if loaded.reader is None:
            loaded.reader = Reader(loaded.model)
        return (yield from loaded.reader.read(text))

    def learning(self) -> dict[str, int]:
        """The runs that learn just now, by their number, with the step their newest weights are of."""
        return {number: learner.step for number, learner in self._learners.items()}

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
                    if isinstance(event, StepMeasured) and str(run.id) in self._learners:
                        self._learners[str(run.id)].step = event.step
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
        finally:
            self._learners.pop(str(run.id), None)
        stopped = finished.reason is StopReason.COMMAND
        return self.project.finish_run(run, RunStatus.STOPPED if stopped else RunStatus.FINISHED)

    def _events(
        self, run: Run, corpus: Corpus, prompt: str, start: Path | None
    ) -> Generator[Event, Command | None, Finished]:
        yield Preparing(Stage.LOADING_MODEL)
        from workbench.training.loop import fine_tune

        model = self._start_model(run, corpus, resumed=start is not None)
        model.save_architecture(run.folder / "model")
        self._learners[str(run.id)] = _Loaded.of(model, is_learning=True)
        yield Preparing(Stage.ENCODING_TEXT)
        encoded = _last(encode(corpus, model.tokenizer))
        sample = _sampler(model, prompt) if prompt else None
        return (yield from fine_tune(model, encoded, run.fine_tuning, run.folder, sample=sample, start=start))

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
        if run and str(run.id) in self._learners:
            return self._learners[str(run.id)]
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


@dataclass
class _Loaded:
    """A model with what was made to ask it, which takes a while to make."""

    model: LanguageModel
    decoder: Decoder
    new_decoder: Callable[[], Decoder]
    is_learning: bool = False  # its weights change between two questions
    step: int = 0
    reader: Reader | None = None

    @classmethod
    def of(cls, model: LanguageModel, *, is_learning: bool = False) -> _Loaded:
        from workbench.prediction.decoding import make_decoder

        return cls(model, make_decoder(model), lambda: make_decoder(model), is_learning)


def _sampler(model: LanguageModel, prompt: str) -> Callable[[int], Sample]:
    """What the model makes of the pinned prompt, asked between two steps."""
    from workbench.prediction.decoding import make_decoder
    from workbench.prediction.generation import continuation
    from workbench.prediction.words import next_words

    decoder = make_decoder(model)

    def sample(step: int) -> Sample:
        decoder.forget()  # the weights are others than the last time
        predictions = next_words(decoder, model.tokenizer, prompt)
        text = "".join(
            continuation(decoder, model.tokenizer, prompt, words=SAMPLE_WORDS, shaping=SAMPLE_SHAPING, seed=0)
        )
        return Sample(step, prompt, text, predictions)

    return sample


def _last(work: Generator[Any, Any, T]) -> T:
    """Run a generator to its end for its result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result
