"""The sample project from text to predictions, told in the terminal."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.headlines import figure
from workbench.cli.learning import kept_of, show_event
from workbench.cli.terminal import bar, end_progress, follow, show_progress, tell
from workbench.cli.words import said, spoken
from workbench.experiments.what_now import what_now
from workbench.messages.message import Count, Duration
from workbench.models.strong import NAME, SAID, TITLE, strong_file
from workbench.project.project import Project
from workbench.services.sample_project import SAMPLES, Sample, default_folder, make_sample_project
from workbench.services.workbench import Workbench
from workbench.tasks.task import Headline
from workbench.values.model_ref import Bundled, ModelRef, OfRun
from workbench.values.presets import PRESETS
from workbench.values.run import Run


def demonstrate(folder: Path | None) -> None:
    sample = SAMPLES[spoken().code]
    folder = folder or default_folder(sample)
    for progress in make_sample_project(folder, sample):
        show_progress(progress)
    end_progress()
    with Project.open(folder) as project:
        services = Workbench(project)
        corpus = project.corpora.named(sample.corpus)
        words = Count(corpus.contents.statistics.words)
        tell("demo.text", corpus=corpus.name, words=words, folder=folder)
        print()
        tell("demo.before", prompt=sample.prompt, model=sample.model)
        model = services.models.named(sample.model)
        _show_words(services, model, sample)
        training = services.training.train(corpus.name, model, PRESETS["quick"], prompts=[sample.prompt])
        run = follow(training, show_event)
        _tell_result(run)
        for finding in what_now(project, run):
            print(said(finding.said))
        _show_words(services, OfRun(run.id), sample)
        print()
        tell("demo.goes_on")
        print(sample.prompt, end="")
        for piece in services.asking.generate(OfRun(run.id), sample.prompt, words=60):
            print(piece, end="", flush=True)
        print("\n")
        if strong_file() is not None and spoken().code in SAID["languages"]:
            tell("demo.strong", model=TITLE, prompt=sample.prompt)
            _show_words(services, Bundled(NAME), sample)
            print()
        tell("demo.try_it")
        # In double quotes, which every shell takes: the name has an apostrophe in it, the folder perhaps a space.
        print(f'  uv run main.py predict "{folder}" --model "{run.name}" --text "{sample.prompt}"')


def _tell_result(run: Run) -> None:
    assert run.base_validation_loss is not None and run.best_validation_loss is not None
    before, after = (figure(Headline.PERPLEXITY, loss) for loss in (run.base_validation_loss, run.best_validation_loss))
    print()
    tell("demo.after", before=before, after=after, seconds=Duration(run.seconds), kept=kept_of(run))


def _show_words(services: Workbench, model: ModelRef, sample: Sample) -> None:
    for found in services.asking.predict(model, sample.prompt, top=5):
        print(bar(found.word, found.probability))
