"""Makes a bundled model from texts, by the program's own path: import, train from scratch, continue, publish.

    uv run python packaging/models/make.py NAME TEXTS PROJECT [--begin FOLDER] [--set KEY=VALUE]...
    uv run python packaging/models/make.py NAME TEXTS PROJECT --finish STEPS
    uv run python packaging/models/make.py NAME TEXTS PROJECT --again STEPS

NAME is one of the folders beside this file, TEXTS a folder as README.md here describes it, PROJECT where the work is
kept. Interrupted (Ctrl-C) it saves a checkpoint; called again it goes on from there, bit for bit, for as long as there
is time: its learning rate stays high. --finish takes what has been learnt, lets the rate fall to zero within a number
of steps, and writes the model to resources/models; the long run can still be continued, and finished anew. --again goes
on from what was written last instead: the rate rises to half its height and falls to zero once more (Wen et al.,
Understanding Warmup-Stable-Decay Learning Rates, 2024: what a fall has won is kept). --begin starts the long run with
the weights and tokens of a model in FOLDER instead of random ones; with --finish, a finished model of another project
learns on so, as by --again, from texts of its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from workbench.cli.learning import show_event
from workbench.cli.terminal import show_progress
from workbench.corpora.cleaning.recipe import parsed_steps
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.exporting.card import card_of
from workbench.exporting.hugging_face import Numbers, write_hugging_face
from workbench.ground.files import new_folder
from workbench.ground.generators import last
from workbench.ground.resources import resource
from workbench.messages.rendering import render
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.training.events import Command
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import ImportOptions
from workbench.values.methods import Optimizer, Precision, Schedule
from workbench.values.model_ref import Folder, ModelRef, OfRun, Scratch
from workbench.values.run import Run, RunStatus

HERE = Path(__file__).parent
# The texts are clean already, and a style that is repeated on purpose must not be taken for a mistake.
AS_THEY_ARE = ("headers", "page_numbers", "html", "hyphens", "unwrap", "boilerplate", "duplicates", "near_duplicates")
CONTINUED = (RunStatus.INTERRUPTED, RunStatus.STOPPED, RunStatus.FAILED)


@dataclass(frozen=True)
class Pretraining:
    """What a model is made from and how."""

    settings: FineTuning
    held_out: tuple[str, ...]  # files or folders of TEXTS that are for validation only
    times: dict[str, int] = field(default_factory=dict)  # how often texts of a style are read in an epoch
    largest: dict[str, int] = field(default_factory=dict)  # bytes of a style that are read at most


MUON = FineTuning(
    steps=None,
    tokens=40_000_000,
    batch_size=8,
    context_length=512,
    optimizer=Optimizer.MUON,
    learning_rate=3e-3,
    schedule=Schedule.WARMUP_STABLE_DECAY,
    warmup=0.02,
    weight_decay=0.1,
    validate_every=250,
    precision=Precision.BFLOAT16,
    patience=0,
)
ADAMW = replace(
    MUON, batch_size=32, context_length=128, optimizer=Optimizer.ADAMW, learning_rate=4e-3, weight_decay=0.01
)
STABLE = "stable"  # the long run at the high rate; a run may not be called like a bundled model
MADE: dict[str, Pretraining] = {
    "gpt-en": Pretraining(MUON, held_out=("valid",)),
    "gpt-zh": Pretraining(
        MUON,
        held_out=("luxun_朝花夕拾.txt", "minguo_小城三月.txt", "pg_老残游记.txt", "law_社会法.txt"),
        times={"modern": 4, "modern-official": 3, "wiki": 3, "everyday": 3},
        largest={"poetry": 1_000_000, "vernacular": 14_000_000},
    ),
    "lstm-en": Pretraining(ADAMW, held_out=("valid",)),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("name", choices=MADE)
    parser.add_argument("texts", type=Path)
    parser.add_argument("project", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change one setting")
    parser.add_argument("--begin", type=Path, metavar="FOLDER", help="the model that is begun with")
    end = parser.add_mutually_exclusive_group()
    end.add_argument("--finish", type=int, metavar="STEPS", help="let the rate fall to zero, and write the model")
    end.add_argument("--again", type=int, metavar="STEPS", help="go on from the finished model, and write it anew")
    options = parser.parse_args()
    making = MADE[options.name]
    changes = dict(setting.split("=", 1) for setting in options.set)
    with open_project(options.project) as project:
        services = Workbench(project)
        if not project.corpora.every():
            prepare(options.texts, making, options.project / "texts")
            import_texts(services, options.project / "texts")
        if options.again:
            training = once_more(services, making, changes, options.again)
        elif options.finish and options.begin:
            training = learn_on(services, Folder(options.begin), making, changes, options.finish)
        elif options.finish:
            training = fall(services, making, changes, options.finish)
        else:
            start = Folder(options.begin) if options.begin else Scratch(Folder(HERE / options.name))
            training = long_run(services, start, making, changes)
        run = train(training)
        print(f"{run.name}: {run.status}, validation loss {run.best_validation_loss:.3f} nats per token")
        if (options.finish or options.again) and run.status is RunStatus.FINISHED:
            publish(services, run, HERE / options.name, resource("models") / options.name)


def long_run(services: Workbench, start: ModelRef, making: Pretraining, changes: dict[str, str]) -> Training:
    """Begun, or gone on with where it was interrupted."""
    if named(services, STABLE) is not None:
        return services.training.resume(STABLE)
    return services.training.train("texts", start, making.settings.with_settings(changes), name=STABLE)


def fall(services: Workbench, making: Pretraining, changes: dict[str, str], steps: int) -> Training:
    """Finish the long run: its rate falls to zero."""
    # Finished anew after more steps, it is another run.
    title = f"{STABLE} at {services.project.runs.named(STABLE).steps}, finish {steps}"
    start = services.models.named(STABLE)
    return finishing(services, start, title, replace(making.settings, warmup=0.0), changes, steps)


def once_more(services: Workbench, making: Pretraining, changes: dict[str, str], steps: int) -> Training:
    """Go on from the model that was finished last, with half the rate."""
    ended = [run for run in services.project.runs.every() if run.name != STABLE and run.status is RunStatus.FINISHED]
    if not ended:
        sys.exit("nothing is finished yet: --finish comes before --again")
    newest = max(ended, key=lambda run: run.id)
    start, title = services.models.named(newest.name), f"{newest.name}, again {steps}"
    return finishing(services, start, title, at_half_height(making.settings), changes, steps)


def learn_on(services: Workbench, start: Folder, making: Pretraining, changes: dict[str, str], steps: int) -> Training:
    """Go on from a finished model of elsewhere, with half the rate."""
    return finishing(services, start, f"learnt on {steps}", at_half_height(making.settings), changes, steps)


def at_half_height(settings: FineTuning) -> FineTuning:
    return replace(settings, learning_rate=settings.learning_rate / 2)


def finishing(
    services: Workbench, start: ModelRef, title: str, settings: FineTuning, changes: dict[str, str], steps: int
) -> Training:
    begun = named(services, title)
    if begun is not None and begun.status in CONTINUED:
        return services.training.resume(title)
    settings = replace(
        settings,
        tokens=None,
        steps=steps,
        schedule=Schedule.LINEAR,
        validate_every=max(1, steps // 4),
        seed=len(services.project.runs.every()),  # other passages than the long run began with
    )
    return services.training.train("texts", start, settings.with_settings(changes), name=title)


def named(services: Workbench, name: str) -> Run | None:
    return next((run for run in services.project.runs.every() if run.name == name), None)


def behind(services: Workbench, run: Run) -> list[Run]:
    """The runs that a model came from, the first first, and it last."""
    earlier = named(services, run.model)
    return [*(behind(services, earlier) if earlier else []), run]


def publish(services: Workbench, run: Run, architecture: Path, target: Path) -> None:
    """The finished model as a folder in the Hugging Face layout, in the place of an earlier one."""
    written = json.loads((architecture / "card.json").read_text(encoding="utf-8"))
    loaded = services.asking.loaded(OfRun(run.id))
    context = loaded.model.context_length
    # Overlapping windows: what stands at the beginning of a window would else be predicted from next to nothing.
    measuring = services.asking.measure(loaded, run.name, "texts", Split.VALIDATION, context, context // 2)
    found = last(measuring).evaluation
    result = f"{found.loss:.3f} nats per token, {found.bits_per_byte:.3f} bits per byte"
    made = card_of(services, run)
    runs, read = behind(services, run), [*steps_before(run), run.steps]
    tokens = sum(each.fine_tuning.tokens_per_step * steps for each, steps in zip(runs, read, strict=True))
    hours = sum(each.seconds for each in runs) / 3600
    facts = (
        (
            "Held-out texts",
            f"{result}; {render(found.protocol)}",
        ),
        ("Tokens seen", f"{tokens:,} in {hours:.1f} hours{written.get('before', '')}"),
        ("Weights", "the project's own"),
        ("Limits", written["limits"]),
        (
            "How it was made",
            f"packaging/models/make.py {architecture.name}, {' + '.join(f'{steps:,}' for steps in read)} steps",
        ),
    )
    card = replace(
        made,
        name=written["name"],
        languages=tuple(written["languages"]),
        licence=written["licence"],
        trained_on=written["trained_on"],
        facts=(*facts, *made.facts),
    )
    with new_folder(target.with_name(f"{target.name}.new")) as unfinished:
        last(write_hugging_face(loaded.model, unfinished, card, Numbers.FLOAT16))
    shutil.rmtree(target, ignore_errors=True)
    target.with_name(f"{target.name}.new").rename(target)
    print(f"{target.name}: {result} on held-out texts")


def steps_before(run: Run) -> list[int]:
    """Of each run behind this one, up to the weights that the next began with: its best, which need not be its last."""
    return [int(part.removeprefix("step-")) for part in run.model_sha256.split("+")[1:]]


def open_project(folder: Path) -> Project:
    return Project.open(folder) if (folder / "project.sqlite").exists() else Project.create(folder)


def prepare(texts: Path, making: Pretraining, folder: Path) -> None:
    """Write train.txt and validation.txt, the texts of each parted so that none runs into the next."""
    train, held_out = texts_of(texts, making)
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "validation.txt", held_out)
    write(folder / "train.txt", train)


def texts_of(texts: Path, making: Pretraining) -> tuple[list[Path], list[Path]]:
    """The files to train on, each as often as it is read, and those held out."""
    files = sorted(path for path in texts.rglob("*.txt"))
    held_out = [path for path in files if path.relative_to(texts).parts[0] in making.held_out]
    rest = [path for path in files if path not in held_out]
    return list(mixed(rest, styles_of(texts / "manifest.tsv"), making)), held_out


def styles_of(manifest: Path) -> dict[str, str]:
    """File name → style, where the manifest tells it."""
    with manifest.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {Path(row["file"]).name: row.get("style") or "" for row in rows}


def mixed(files: Iterable[Path], styles: dict[str, str], making: Pretraining) -> Iterator[Path]:
    """Each file as often as its style is to be read."""
    left = dict(making.largest)
    for path in files:
        style = styles.get(path.name, "")
        if style in left:
            if path.stat().st_size > left[style]:
                continue
            left[style] -= path.stat().st_size
        yield from [path] * making.times.get(style, 1)


def write(target: Path, files: Iterable[Path]) -> None:
    with target.open("w", encoding="utf-8") as stream:
        for index, path in enumerate(files):
            stream.write(f"\n{SEGMENT_SEPARATOR}\n" if index else "")
            stream.write(path.read_text(encoding="utf-8").strip())


def import_texts(services: Workbench, folder: Path) -> None:
    recipe = parsed_steps(dict.fromkeys(AS_THEY_ARE, "off"))
    files = [folder / "train.txt", folder / "validation.txt"]
    work = services.texts.import_corpus(files, "texts", ImportOptions(recipe=recipe))
    for progress in work:
        show_progress(progress)


def train(training: Training) -> Run:
    """To the end, or to Ctrl-C, which validates and saves once more before it stops."""
    command: Command | None = None

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal command
        command = Command.STOP

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    sent: Any = None
    while True:
        try:
            event = training.send(sent)
        except StopIteration as ended:
            run: Run = ended.value
            return run
        show_event(event)
        sent = command


if __name__ == "__main__":
    main()
