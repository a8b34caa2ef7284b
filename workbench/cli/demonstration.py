"""The sample project from text to predictions, told in the terminal."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.headlines import figure
from workbench.cli.learning import kept_of, show_event
from workbench.cli.terminal import bar, end_progress, follow, show_progress, tell
from workbench.messages.message import Count, Duration
from workbench.project.project import Project
from workbench.services.sample_project import CORPUS, MODEL, PROMPT, default_folder, make_sample_project
from workbench.services.workbench import Workbench
from workbench.tasks.task import Headline
from workbench.values.model_ref import Bundled, ModelRef, OfRun
from workbench.values.presets import PRESETS
from workbench.values.run import Run


def demonstrate(folder: Path | None) -> None:
    folder = folder or default_folder()
    for progress in make_sample_project(folder):
        show_progress(progress)
    end_progress()
    with Project.open(folder) as project:
        services = Workbench(project)
        corpus = project.corpora.named(CORPUS)
        words = Count(corpus.contents.statistics.words)
        tell("demo.text", corpus=corpus.name, words=words, folder=folder)
        print()
        tell("demo.before", prompt=PROMPT, model=MODEL)
        _show_words(services, Bundled(MODEL))
        training = services.training.train(corpus.name, Bundled(MODEL), PRESETS["quick"], prompts=[PROMPT])
        run = follow(training, show_event)
        _tell_result(run)
        _show_words(services, OfRun(run.id))
        print()
        tell("demo.goes_on")
        print(PROMPT, end="")
        for piece in services.asking.generate(OfRun(run.id), PROMPT, words=60):
            print(piece, end="", flush=True)
        print("\n")
        tell("demo.try_it")
        # In double quotes, which every shell takes: the name has an apostrophe in it, the folder perhaps a space.
        print(f'  uv run main.py predict "{folder}" --model "{run.name}" --text "The wind"')


def _tell_result(run: Run) -> None:
    assert run.base_validation_loss is not None and run.best_validation_loss is not None
    before, after = (figure(Headline.PERPLEXITY, loss) for loss in (run.base_validation_loss, run.best_validation_loss))
    print()
    tell("demo.after", before=before, after=after, seconds=Duration(run.seconds), kept=kept_of(run))


def _show_words(services: Workbench, model: ModelRef) -> None:
    for found in services.asking.predict(model, PROMPT, top=5):
        print(bar(found.word, found.probability))
