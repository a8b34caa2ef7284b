"""What a run began from: known by number and hash, so that neither a name nor a folder can put another in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from workbench.experiments.against_base import compare
from workbench.experiments.learnt import learnt
from workbench.experiments.queue import Queue
from workbench.experiments.repeating import repeat
from workbench.exporting.card import card_of
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, OfRun
from workbench.values.run import Run, RunStatus

SETTINGS = FineTuning(
    steps=4, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=2, seed=3, precision="float32"
)


@pytest.fixture
def train(tiny_services: Workbench) -> Callable[..., Run]:
    named = tiny_services.models.named
    return lambda model, name: last(tiny_services.training.train("tale", named(str(model)), SETTINGS, name))


def test_a_run_that_is_renamed_stays_what_its_children_began_from(
    tiny_services: Workbench, tiny_gpt2: Path, train: Callable[..., Run]
) -> None:
    project, first = tiny_services.project, train(tiny_gpt2, "first")
    child = train("first", "child")
    project.runs.rename(first, "renamed")
    other = train(tiny_gpt2, "first")  # and another run takes the name
    found = project.runs.named("child")
    assert found.model == "renamed" and found.base == OfRun(first.id, first.kept_step) and first.id != other.id
    against = last(compare(tiny_services, tiny_services.models.named("child"), "tale", context=16))
    assert against.before.loss == pytest.approx(first.best_validation_loss, abs=2e-5)
    assert last(learnt(tiny_services, "child")).base == "renamed"
    assert card_of(tiny_services, found).base == tiny_services.models.find(Folder(tiny_gpt2)).name
    again = last(repeat(tiny_services, "child"))
    assert again.is_same and again.run.base == found.base
    assert child.base_validation_loss == again.run.base_validation_loss


def test_names_that_were_swapped_lead_nobody_round_in_circles(
    tiny_services: Workbench, tiny_gpt2: Path, train: Callable[..., Run]
) -> None:
    project = tiny_services.project
    first = train(tiny_gpt2, "first")
    second = train("first", "second")
    project.runs.rename(first, "third")
    project.runs.rename(second, "first")
    project.runs.rename(first, "second")
    assert project.runs.named("first").model == "second"
    assert project.runs.root_of(OfRun(project.runs.named("first").id)) == Folder(tiny_gpt2)
    assert (
        tiny_services.models.languages(tiny_services.models.named("first")) == ()
        and tiny_services.planning.fit(tiny_services.models.named("first"), "tale", SETTINGS).learning > 0
    )


def test_a_run_whose_beginning_was_deleted_says_so_and_is_compared_with_nothing_else(
    tiny_services: Workbench, tiny_gpt2: Path, train: Callable[..., Run]
) -> None:
    project = tiny_services.project
    first = train(tiny_gpt2, "first")
    train("first", "child")
    waiting = Queue(tiny_services).add("tale", tiny_services.models.named("first"), SETTINGS, "waiting")
    project.runs.delete(first)
    other = train(tiny_gpt2, "first")
    assert other.id > waiting.id  # no number is given twice
    for ask in (
        lambda: last(compare(tiny_services, tiny_services.models.named("child"), "tale")),
        lambda: last(learnt(tiny_services, "child")),
        lambda: last(repeat(tiny_services, "child")),
        lambda: last(tiny_services.training.begin_run(project.runs.named("waiting"))),
    ):
        with pytest.raises(KnownError) as refused:
            ask()
        assert refused.value.code == "run.base_gone" and "“first”" in str(refused.value)
    assert project.runs.named("waiting").status is RunStatus.FAILED
    assert tiny_services.asking.predict(tiny_services.models.named("child"), "Anna lit the")  # it is whole itself
    assert card_of(tiny_services, project.runs.named("child")).base == ""


def test_the_number_of_a_deleted_run_is_not_given_to_another(
    tiny_services: Workbench, tiny_gpt2: Path, train: Callable[..., Run]
) -> None:
    numbers = []
    for name in ("one", "two", "three"):
        run = train(tiny_gpt2, name)
        numbers.append(run.id)
        tiny_services.project.runs.delete(run)
    assert len(set(numbers)) == 3


def test_a_model_folder_that_was_changed_since_is_not_taken_for_what_a_run_began_from(
    tiny_services: Workbench, tiny_gpt2: Path, train: Callable[..., Run], tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(tiny_gpt2, folder)
    run = train(folder, "mine")
    before = tiny_services.asking.predict(Folder(folder), "Anna lit the")
    assert last(compare(tiny_services, tiny_services.models.named("mine"), "tale")).before
    weights = load_file(folder / "model.safetensors")
    weights["wte.weight"] = np.roll(weights["wte.weight"], 1, axis=0)
    save_file(weights, folder / "model.safetensors")
    for ask in (
        lambda: last(compare(tiny_services, tiny_services.models.named("mine"), "tale")),
        lambda: last(learnt(tiny_services, "mine")),
        lambda: tiny_services.asking.start_of(run),
    ):
        with pytest.raises(KnownError) as refused:
            ask()
        assert refused.value.code == "run.base_changed"
    assert (
        tiny_services.asking.predict(Folder(folder), "Anna lit the") != before
    )  # nor is what was loaded taken for the folder
    # Named on purpose, it is what it is now.
    assert (
        last(compare(tiny_services, tiny_services.models.named("mine"), "tale", base=Folder(folder))).before.loss
        != run.base_validation_loss
    )


def test_a_run_that_went_on_is_no_longer_what_its_child_began_from(
    tiny_services: Workbench, tiny_gpt2: Path, train: Callable[..., Run]
) -> None:
    train(tiny_gpt2, "first")
    train("first", "child")
    longer = last(tiny_services.training.extend("first", 4))
    assert longer.kept_step == 8
    with pytest.raises(KnownError) as refused:
        last(compare(tiny_services, tiny_services.models.named("child"), "tale"))
    assert refused.value.code == "run.base_changed"


def test_a_text_that_was_changed_by_hand_is_not_taken_for_the_one_that_was_measured(
    tiny_services: Workbench, tiny_gpt2: Path, train: Callable[..., Run]
) -> None:
    train(tiny_gpt2, "first")
    file = tiny_services.project.corpora.named("tale").folder / "train.txt"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("lamp", "pond"), encoding="utf-8")
    for ask in (
        lambda: train(tiny_gpt2, "second"),
        lambda: last(tiny_services.asking.evaluate(tiny_services.models.named("first"), "tale")),
        lambda: last(tiny_services.models.count_tokens("tale", tiny_services.models.named("first"))),
    ):
        with pytest.raises(KnownError) as refused:
            ask()
        assert refused.value.code == "corpus.changed"
    assert tiny_services.project.runs.named("second").status is RunStatus.FAILED
    file.write_text(whole, encoding="utf-8")
    assert train(tiny_gpt2, "third").status is RunStatus.FINISHED
