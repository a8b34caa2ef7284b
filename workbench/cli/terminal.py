"""How the command line shows things: progress on standard error, bars, JSON documents, and the demonstration."""

from __future__ import annotations

import argparse
import dataclasses
import json
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.cli.import_report import report_json
from workbench.corpora.remarks import remarks
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.messages.rendering import render, written
from workbench.models.card import FitEstimate, PretrainedModel
from workbench.models.hub.progress import Downloading
from workbench.project.project import MOST_PROMPTS, Project
from workbench.services.asking import PLAIN
from workbench.services.sample_project import MODEL, PROMPT, default_folder, make_sample_project
from workbench.services.workbench import Workbench
from workbench.tasks.registry import protocol_of
from workbench.training.events import (
    CheckpointPassedOver,
    Command,
    Event,
    Finished,
    MemoryMeasured,
    Obstacle,
    Preparing,
    Stage,
    StepMeasured,
    StopReason,
    Validated,
    Waiting,
)
from workbench.training.worsening import Watch
from workbench.values.corpus import Corpus
from workbench.values.fine_tuning import PRESETS, FineTuning
from workbench.values.importing import Scope
from workbench.values.model_ref import Bundled, ModelRef, OfRun
from workbench.values.perplexity import perplexity
from workbench.values.prediction import ScoredWord, Shaping, Surprise, Unit
from workbench.values.progress import Progress
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.training.rate_finder import TriedRate

T = TypeVar("T")

BAR = 30  # characters of a probability of 1

STAGES = {
    Stage.LOADING_MODEL: "loading the model",
    Stage.ENCODING_TEXT: "encoding the text",
    Stage.MEASURING_BASE: "measuring the base model",
    Stage.COMPILING: "compiling the training step",
    Stage.MEASURING_MEMORY: "trying in a process apart whether a step fits into the memory",
}


def follow(action: Generator[Any, Any, T], show: Callable[[Any], None]) -> T:
    """Run a long action to its end; an interruption closes it, which keeps its last checkpoint."""
    try:
        while True:
            show(next(action))
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        action.close()
        end_progress()


def follow_learning(action: Generator[Any, Command | None, T], show: Callable[[Any], None]) -> tuple[T, bool]:
    """Train to the end, and whether Ctrl-C brought that about: the run stops after its step and all of it is kept.

    A second one leaves without the last measurement, which is made when it goes on; a third one at the last checkpoint.
    """
    asked: list[Command] = []

    def stop(_number: int, _frame: object) -> None:
        match asked:
            case []:
                asked.append(Command.STOP)
                _keep("Stopping after this step; all that was learnt is kept. Press again to leave it unmeasured.")
            case [Command.STOP]:
                asked.append(Command.LEAVE)
                _keep("Leaving as soon as all that was learnt is kept. Press again to leave with the last checkpoint.")
            case _:
                raise KeyboardInterrupt

    in_main = threading.current_thread() is threading.main_thread()
    previous = signal.signal(signal.SIGINT, stop) if in_main else None
    try:
        show(next(action))
        while True:
            show(action.send(asked[-1] if asked else None))
    except StopIteration as ended:
        result: T = ended.value
        return result, bool(asked)
    finally:
        action.close()
        if in_main:
            signal.signal(signal.SIGINT, previous)
        end_progress()


def show(options: argparse.Namespace, found: Any, line: str) -> None:
    """One JSON document where that is asked for, else `line` filled in for each row."""
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for row in found if isinstance(found, list) else [found]:
        print(line.format(**row))


def add_training_options(parser: argparse.ArgumentParser) -> None:
    """What decides how a run learns; `fine_tuning` reads it."""
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--model", required=True, help="a model's name, a folder, a run, or scratch:NAME")
    parser.add_argument("--preset", choices=PRESETS, default="balanced")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change one setting; the keys are: " + ", ".join(FineTuning().to_json()),
    )


def add_prompt_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--prompt",
        action="append",
        default=[],
        metavar="TEXT",
        help=f"a text whose next words are recorded at each validation; up to {MOST_PROMPTS} of them",
    )


def fine_tuning(options: argparse.Namespace) -> FineTuning:
    settings = {}
    for text in options.set:
        name, equals, value = text.partition("=")
        if not equals:
            raise KnownError("setting.invalid", name="--set", value=text, reason=message("value.key_value"))
        settings[name.strip()] = value.strip()
    return PRESETS[options.preset].with_settings(settings)


def show_progress(progress: Progress) -> None:
    total = f" of {progress.total:,}" if progress.total else ""
    _rewrite(f"{progress.done:,}{total} {written(progress.what)}")


def show_download(progress: Downloading) -> None:
    left = "" if progress.seconds_left is None else f", {progress.seconds_left:.0f} s left"
    _rewrite(f"{written(progress.what)}{left}" if progress.total else "asking the Hub …")


def show_event(event: Event) -> None:
    """One changing line for steps, a line that stays for each validation."""
    match event:
        case Preparing(stage):
            _rewrite(STAGES[stage] + " …")
        case StepMeasured():
            left = "" if event.seconds_left is None else f", {event.seconds_left:.0f} s left"
            _rewrite(
                f"step {event.step}/{event.total_steps}  loss {event.loss:.3f} a token  "
                f"{event.tokens_per_second:,.0f} tokens/s{left}"
            )
        case Validated(step, loss, is_best):
            _keep(
                f"step {step}: perplexity {perplexity(loss):.1f} a token on unseen text{' (best)' if is_best else ''}"
            )
        case Waiting():
            _rewrite(str(event.reason))
        case CheckpointPassedOver(step, used):
            _keep(str(KnownError("checkpoint.passed_over", step=step, used=used)))
        case MemoryMeasured(step_bytes, held_bytes) if step_bytes:
            _keep(f"a step takes {(step_bytes + held_bytes) / 1e9:.1f} GB of memory")
        case Finished(reason=StopReason.MEMORY):
            _keep(str(KnownError("run.out_of_memory")))
        case Finished():
            _keep(f"finished after {event.seconds:.0f} s")
        case _:
            pass


class ShownTraining:
    """Shows the events of a run, and says once when it has become worse than what it began from."""

    def __init__(self, base: float | None = None, notes: Sequence[str] = ()) -> None:
        """`base` is the validation loss of what the run began from, where it goes on; `notes` come before all else."""
        self._watch = Watch(base)
        self._notes = notes
        self._has_warned = False
        self._obstacle: Obstacle | None = None  # that was told of last, and is there still

    def __call__(self, event: Event) -> None:
        for note in self._notes:
            _keep(note)
        self._notes = ()
        if isinstance(event, Waiting):
            if self._obstacle is not event.obstacle:
                _keep(str(event.reason))
            self._obstacle = event.obstacle
            return
        self._obstacle = None
        show_event(event)
        self._watch.take(event)
        if self._watch.worse is None:
            self._has_warned = False
        elif not self._has_warned:
            self._has_warned = True
            worse = self._watch.worse
            _keep(
                f"step {worse.step}: it is getting worse, perplexity {perplexity(worse.began):.1f} → "
                f"{perplexity(worse.now):.1f} {'on unseen text' if worse.on_unseen else 'on what it learns from'}. "
                "Ctrl+C ends it; a lower learning rate may help."
            )


def show_tried_rate(tried: TriedRate) -> None:
    _rewrite(f"learning rate {tried.learning_rate:.2g}: loss {tried.loss:.3f} a token")


def expected_duration(estimates: Sequence[FitEstimate]) -> str:
    """How long what is estimated takes together, as a range; a guess is called one."""
    low, high = map(sum, zip(*(estimate.between for estimate in estimates), strict=True))
    if high < 90:
        said = f"{low:,.0f} to {high:,.0f} s"
    elif high < 90 * 60:
        said = f"{low / 60:,.0f} to {high / 60:,.0f} min"
    else:
        said = f"{low / 3600:,.1f} to {high / 3600:,.1f} h"
    if all(estimate.is_measured for estimate in estimates):
        return said
    return f"{said} (a guess until this computer has been measured)"


def end_progress() -> None:
    """Clear the line that progress was shown on."""
    _rewrite("")


def bar(word: str, probability: float) -> str:
    return f"{word:>16} {'█' * max(1, round(BAR * probability)):<{BAR}} {probability:6.1%}"


def predict(
    services: Workbench, model: str, text: str, top: int, shaping: Shaping = PLAIN, unit: Unit = Unit.WORD
) -> dict[str, Any]:
    start = time.perf_counter()
    predictions = services.asking.predict(services.models.named(model), text, top, shaping=shaping, unit=unit)
    return {
        "model": model,
        "text": text,
        "predictions": [{"word": found.word, "probability": found.probability} for found in predictions],
        "seconds": round(time.perf_counter() - start, 4),
    }


def surprise_json(model: str, found: Surprise) -> dict[str, Any]:
    """The document of `surprise --json`; a word that nothing was expected for has no probability."""
    return {
        "model": model,
        "text": found.text,
        "words": [
            {
                "word": found.text[word.start : word.end],
                "probability": word.probability if word.counted else None,
                "bits": word.bits if word.counted else None,
                "rank": word.rank if word.counted else None,
            }
            for word in found.words
        ],
        "tokens": found.tokens,
        "loss": found.loss if found.tokens else None,
        "perplexity": found.perplexity if found.tokens else None,
        "word_perplexity": found.word_perplexity if found.counted else None,
        "bits": found.bits,
    }


def surprise_line(text: str, word: ScoredWord) -> str:
    shown = text[word.start : word.end].strip(" ").replace("\n", "↵") or "␣"
    if not word.counted:
        return f"{shown:>16}"
    return f"{shown:>16} {'█' * min(BAR, max(1, round(word.bits))):<{BAR}} {word.bits:5.1f} bits, rank {word.rank:,}"


def kept_in_words(run: Run) -> str:
    """What of a run is its model."""
    if run.kept_step is None:
        return "nothing kept"
    if run.kept_step == 0:
        return "what it began from is kept" + (", since nothing did better" if run.steps else "")
    return f"step {run.kept_step} is kept"


def result_in_words(run: Run) -> str:
    before, after = run.base_validation_loss, run.best_validation_loss
    if before is None or after is None:
        return "not measured yet"
    return f"validation loss {before:.3f} → {after:.3f} nats per token ({kept_in_words(run)})"


def run_json(run: Run) -> dict[str, Any]:
    """The document of `train --json` and of each entry of `runs --json`; losses in nats per token."""
    return {
        "run": run.name,
        "status": run.status.value,
        "corpus": run.corpus,
        "model": run.model,
        "fine_tuning": run.fine_tuning.to_json(),
        "steps": run.steps,
        "total_steps": run.total_steps,
        "kept_step": run.kept_step,
        "extensions": [dataclasses.asdict(extension) for extension in run.extensions],
        "base_validation_loss": run.base_validation_loss,
        "best_validation_loss": run.best_validation_loss,
        "final_validation_loss": run.final_validation_loss,
        **measured_json(run),
        "tokens_per_second": run.tokens_per_second,
        "seconds": run.seconds,
        "seed": run.fine_tuning.seed,
        "group": run.group,
        "tags": list(run.tags),
        "note": run.note,
        "archived": run.is_archived,
        "winner": run.is_winner,
        "created": run.created.isoformat(),
        "begun": _moment(run.begun),
        "ended": _moment(run.ended),
    }


def measured_json(run: Run) -> dict[str, Any]:
    """The losses in bits per byte (null where the bytes were not counted), and what they can be compared with."""
    return {
        "base_bits_per_byte": run.base_bits_per_byte,
        "best_bits_per_byte": run.best_bits_per_byte,
        "final_bits_per_byte": run.final_bits_per_byte,
        "tokenizer": run.tokenizer_sha256 or None,
        "text": run.corpus_sha256,
        "validation_protocol": protocol_of(run),
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def corpus_json(corpus: Corpus) -> dict[str, Any]:
    statistics = corpus.contents.statistics
    return {
        "corpus": corpus.name,
        "words": statistics.words,
        "vocabulary": statistics.vocabulary,
        "bytes": statistics.size_bytes,
        "paragraphs": statistics.paragraphs,
        "split_characters": {split.value: size for split, size in statistics.split_characters.items()},
        "files": [str(source.path) for source in corpus.contents.sources],
        "skipped": [str(skipped.path) for skipped in corpus.contents.skipped],
        "reasons": [render(skipped.reason) for skipped in corpus.contents.skipped],
        "encodings": [source.encoding for source in corpus.contents.sources],
        "replaced": [source.replaced for source in corpus.contents.sources],
        "report": [report_json(source) for source in corpus.contents.sources],
        "remarks": [render(remark.said) for remark in remarks(corpus.contents)],
        "recipe": {
            setting.name: setting.value or setting.when.value
            for setting in corpus.contents.recipe
            if setting.when is not Scope.NEVER
        },
        "removed": corpus.contents.cleaning,
        "split_by": corpus.contents.split_by.value,
        "split_seed": corpus.contents.split_seed,
        "leaks": corpus.contents.leaks.found,
        "languages": dict(statistics.languages),
        "typical_words": [word for word, _, _ in statistics.typical_words],
        "sha256": corpus.contents.sha256,
    }


def model_json(model: PretrainedModel) -> dict[str, Any]:
    row = dataclasses.asdict(model)
    del row["ref"]
    return {"model": str(model.ref), "family": row.pop("kind"), **row, "folder": str(model.folder)}


def demo(folder: Path | None) -> None:
    """The sample project from text to predictions, told in the terminal."""
    folder = folder or default_folder()
    for progress in make_sample_project(folder):
        show_progress(progress)
    end_progress()
    with Project.open(folder) as project:
        services = Workbench(project)
        corpus = project.corpora()[0]
        print(f"“{corpus.name}”: {corpus.contents.statistics.words:,} words, in {folder}")
        print(f"\nBefore fine-tuning, after “{PROMPT}” {MODEL} expects:")
        _show_words(services, Bundled(MODEL))
        run = follow(
            services.training.train(corpus.name, Bundled(MODEL), PRESETS["quick"], prompts=[PROMPT]), show_event
        )
        assert run.base_validation_loss is not None and run.best_validation_loss is not None
        print(
            f"\nPerplexity a token on text it has never seen: {perplexity(run.base_validation_loss):.0f} → "
            f"{perplexity(run.best_validation_loss):.0f} in {run.seconds:.0f} s ({kept_in_words(run)}). "
            "Now it expects:"
        )
        _show_words(services, OfRun(run.id))
        print("\nAnd it goes on like this:\n" + PROMPT, end="")
        for piece in services.asking.generate(OfRun(run.id), PROMPT, words=60):
            print(piece, end="", flush=True)
        # In double quotes, which every shell takes: the name has an apostrophe in it, the folder perhaps a space.
        print(f'\n\nTry it yourself:\n  uv run main.py predict "{folder}" --model "{run.name}" --text "The wind"')


def _show_words(services: Workbench, model: ModelRef) -> None:
    for found in services.asking.predict(model, PROMPT, top=5):
        print(bar(found.word, found.probability))


def _rewrite(line: str) -> None:
    """Show progress on one line of a terminal; a log file is spared it."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def _keep(line: str) -> None:
    _rewrite("")
    print(line, file=sys.stderr, flush=True)
