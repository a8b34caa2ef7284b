"""What came of runs that really happened: each rule has one, and each is told to whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import tale
from workbench.costs.finding import Act, Finding, Rule
from workbench.experiments.what_now import what_now
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.model_ref import Folder

ALIKE = {"batch_size": 4, "context_length": 16, "precision": "float32", "patience": 0}
# By what they differ in: the same network serves all of them, which is compiled once.
RUNS = {
    "falling": {"steps": 6, "learning_rate": 1e-2, "validate_every": 3},
    "exploding": {"steps": 60, "learning_rate": 10.0, "validate_every": 60},
    "resting": {"steps": 60, "learning_rate": 1e-7, "validate_every": 20},
    "level": {"steps": 120, "learning_rate": 3e-2, "validate_every": 15},
    "reciting": {"steps": 60, "learning_rate": 3e-2, "validate_every": 20, "text_share": 0.01},
    "worsening": {"steps": 12, "learning_rate": 0.3, "validate_every": 4, "warmup": 0.0},
    "a little": {"steps": 20, "learning_rate": 3e-4, "validate_every": 10},
}

# Of heads that learn alone, in which every step takes a thousandth of a second.
HEADS = {
    "surer": ("reviews", {"steps": 300, "learning_rate": 2e-2, "validate_every": 50, "text_share": 0.5}),
    "guessing": ("moods", {"steps": 100, "learning_rate": 1e-3, "validate_every": 20, "pooling": "last"}),
}
GOOD, BAD = ("warm", "kind", "bright"), ("cold", "cruel", "dark")


def write_labelled(folder: Path) -> Iterator[Path]:
    """“reviews”, a quarter of whose labels are wrong, and “moods”, of which no word tells the label."""
    draw = np.random.default_rng(5)
    reviews, moods = ["label,text"], ["label,text"]
    for number in range(160):
        is_good = bool(number % 2)
        said = " ".join(draw.choice(GOOD if is_good else BAD, 2))
        is_good ^= bool(draw.random() < 0.25)
        reviews.append(f"{'good' if is_good else 'bad'},{said} day {number}")
    for number in range(120):
        mood = "odd" if number % 20 == 7 else "bad" if number % 5 == 0 else "good"
        moods.append(f"{mood},{' '.join(draw.choice(GOOD + BAD, 2))} day {number}")
    for name, lines in (("reviews", reviews), ("moods", moods)):
        file = folder / f"{name}.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        yield file


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, tiny_gpt2: Path) -> Iterator[Workbench]:
    folder = tmp_path_factory.mktemp("what-now")
    (folder / "tale.txt").write_text(tale(120), encoding="utf-8")
    with Project.create(folder / "project") as project:
        made = Workbench(project)
        last(made.texts.import_corpus([folder / "tale.txt"], "tale"))
        for name, settings in RUNS.items():
            # What has learnt all that there is to learn can only get worse.
            model = made.models.named("level") if name == "worsening" else Folder(tiny_gpt2)
            try:
                last(made.training.train("tale", model, FineTuning(**ALIKE, **settings), name))
            except KnownError as error:
                assert (name, error.code) == ("exploding", "run.diverged")
        for file in write_labelled(folder):
            last(made.texts.import_corpus([file], file.stem))
        for name, (corpus, settings) in HEADS.items():
            alone = FineTuning(**ALIKE, **settings, method=Method.HEAD)
            last(made.training.train(corpus, Folder(tiny_gpt2), alone, name, task="labels"))
        yield made


@pytest.mark.parametrize(
    ("name", "rule", "act"),
    [
        ("falling", Rule.STILL_FALLING, Act.TRAIN_ON),
        ("exploding", Rule.EXPLODED, Act.RETRY),
        ("resting", Rule.UNCHANGED, Act.RETRY),
        ("level", Rule.LEVEL, Act.TRY),
        ("reciting", Rule.BY_HEART, Act.TRY),
        ("worsening", Rule.WORSE, Act.RETRY),
        ("a little", Rule.BETTER, Act.TRY),
    ],
)
def test_each_rule_has_a_run_that_it_holds_of(services: Workbench, name: str, rule: Rule, act: Act) -> None:
    found = told(services, name)
    assert rule in [finding.rule for finding in found]
    if rule is not Rule.BETTER:
        assert (found[0].rule, found[0].act) == (rule, act)


def test_heads_that_learnt_alone_are_told_what_they_could_not(services: Workbench) -> None:
    surer, guessing = (told(services, name) for name in HEADS)
    assert surer[0].rule is Rule.TOO_SURE and surer[0].settings == {"label_smoothing": 0.1}
    assert [each.rule for each in guessing] == [Rule.HEAD_LEVEL, Rule.MOST_FREQUENT, Rule.FEW_OF_A_CLASS]
    assert guessing[0].settings == guessing[1].settings == {"method": Method.FULL}


def test_a_rate_that_is_named_lies_between_and_a_short_text_is_told(services: Workbench) -> None:
    (rate,) = {told(services, name)[0].settings["learning_rate"] for name in ("exploding", "resting", "worsening")}
    assert rate == 5e-4, "which suits the model"
    assert Rule.MUCH_BETTER in [finding.rule for finding in told(services, "level")]
    small = [finding.act for finding in told(services, "level") if finding.rule is Rule.SMALL_TEXT]
    assert small == [Act.ADD_TEXT]


def told(services: Workbench, name: str) -> tuple[Finding, ...]:
    return what_now(services.project, services.project.runs.named(name))
