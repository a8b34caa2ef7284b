"""How many steps an epoch will be, foretold from a text that nobody has encoded, is how many a run then makes."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench.corpora.encoding import encode
from workbench.corpora.statistics.words import words
from workbench.experiments import trials
from workbench.experiments.dividend import Dividend
from workbench.ground.generators import last
from workbench.ground.resources import resource
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.events import StepMeasured
from workbench.training.schedule import planned_steps
from workbench.values.dividend import Plan
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text

LINES = (ROOT / "tests" / "corpora" / "human_rights.tsv").read_text(encoding="utf-8").splitlines()
RIGHTS = dict(line.split("\t", 1) for line in LINES)
READINGS = FineTuning(epochs=1.0, steps=None, batch_size=2, context_length=16, validate_every=1000, patience=0)


def written(language: str, characters: int) -> str:
    """Paragraphs in a language, of its words in random order: English from the keeper's log, others from one line."""
    choose = random.Random(1)
    if language == "en":
        sentences = resource("samples/keepers-log.txt").read_text(encoding="utf-8").replace("\n\n", " ").split(". ")
        joined, end = ". ", "."
    else:
        sentences = words(RIGHTS[language])
        joined, end = "", "。" if language == "zh" else " "
    paragraphs, size = [], 0
    while size < characters:
        paragraphs.append(joined.join(choose.choices(sentences, k=choose.randint(3, 12))) + end)
        size += len(paragraphs[-1])
    return "\n\n".join(paragraphs)


def imported(project: Project, name: str, text: str) -> Workbench:
    services = Workbench(project)
    file = project.folder.parent / f"{name}.txt"
    file.write_text(text, encoding="utf-8")
    for _ in services.texts.import_corpus([file], name):
        pass
    return services


@pytest.fixture(scope="module")
def project_with_text(
    empty_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Project]]:
    """One for each language, whose text is counted once for each tokenizer."""
    with ExitStack() as opened:

        @cache
        def project(language: str) -> Project:
            folder = shutil.copytree(empty_project, tmp_path_factory.mktemp(language) / "project")
            made = opened.enter_context(Project.open(folder))
            imported(made, "text", written(language, 150_000))
            return made

        yield project


def steps_for(training_tokens: int, settings: FineTuning) -> int:
    return planned_steps(settings, NEXT_WORD.steps_per_epoch(training_tokens, settings), settings.tokens_per_step)


@pytest.mark.parametrize(
    ("language", "model"),
    [("en", "starter-en"), ("en", "lstm-en"), ("en", "scratch:lstm-words"), ("zh", "gpt-zh"), ("zh", "starter-en"),
     ("zh", "scratch:lstm-words"), ("th", "starter-en"), ("th", "lstm-en"), ("th", "scratch:lstm-words")],
)  # fmt: skip
def test_the_steps_of_an_epoch_are_foretold_in_every_language(
    project_with_text: Callable[[str], Project], language: str, model: str
) -> None:
    project = project_with_text(language)
    services = Workbench(project)
    corpus, ref = project.corpora.named("text"), services.models.named(model)
    shares = {share: READINGS.with_settings({"text_share": share}) for share in (1.0, 0.37)}
    foretold = [services.planning.fit(ref, "text", settings).steps for settings in shares.values()]
    # What a run encodes; it plans its steps from the tokens that it is then given.
    encoded = last(services.planning.counting.exactly(corpus, services.models.tokenizer_of(ref)))
    if model == "scratch:lstm-words":
        training = (corpus.folder / "train.txt").read_text(encoding="utf-8")
        made = last(encode(corpus, Tokenizer.of_words([training], 20_000)))
        planned = [steps_for(len(made.with_share(share).train), settings) for share, settings in shares.items()]
    else:
        planned = [
            steps_for(-(-round(share * 100) * encoded.train // 100), settings) for share, settings in shares.items()
        ]
        assert [services.planning.fit(ref, "text", settings).steps for settings in shares.values()] == planned
    assert foretold == pytest.approx(planned, rel=0.02)


def small_chinese(folder: Path) -> Path:
    """The tokenizer of the Chinese model, which decides how many steps there are, with a network that soon learns."""
    shutil.copytree(resource("models/gpt-zh"), folder, ignore=shutil.ignore_patterns("*.safetensors"))
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    small = {"n_embd": 16, "n_layer": 1, "n_head": 2, "n_inner": 32}
    (folder / "config.json").write_text(json.dumps(config | small), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["gpt-zh", "lstm-words"])
def test_a_run_makes_the_steps_that_were_foretold(project: Project, tmp_path: Path, name: str) -> None:
    model = f"scratch:{small_chinese(tmp_path / name) if name == 'gpt-zh' else name}"
    services = imported(project, "text", written("zh", 9_000))
    settings = READINGS.with_settings({"batch_size": 8, "text_share": 0.5})
    foretold = services.planning.fit(services.models.named(model), "text", settings).steps
    training = services.training.train("text", services.models.named(model), settings)
    planned = next(event.total_steps for event in training if isinstance(event, StepMeasured))
    training.close()
    assert (
        planned
        == services.planning.fit(services.models.named(model), "text", settings).steps
        == pytest.approx(foretold, rel=0.02)
    )


def test_a_dividend_in_epochs_reads_a_chinese_text_exactly_so_often(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = imported(project, "text", written("zh", 9_000))
    settings = READINGS.with_settings({"batch_size": 64, "epochs": 2.0})
    plan = Plan("text", from_text("gpt-zh"), settings, (1.0,))
    comparing = trials.start_dividend(services, plan)
    made = next(run for event in comparing if isinstance(event, Dividend) for run in project.runs.every())
    comparing.close()
    whole = last(
        services.planning.counting.exactly(
            project.corpora.named("text"), services.models.tokenizer_of(from_text("gpt-zh"))
        )
    )
    assert made.fine_tuning.steps == steps_for(whole.train, settings)


def test_a_text_is_counted_once_for_each_tokenizer_and_remembered(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = imported(project, "text", written("zh", 150_000))
    first = services.planning.fit(from_text("gpt-zh"), "text", READINGS).steps
    monkeypatch.setattr("workbench.services.token_counting.expected", lambda *_: pytest.fail("counted again"))
    assert Workbench(project).planning.fit(from_text("gpt-zh"), "text", READINGS).steps == first
    assert (
        services.planning.fit(from_text("scratch:gpt-zh"), "text", READINGS).steps == first
    )  # it has the same tokenizer
