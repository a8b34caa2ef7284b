"""Several things learnt at once: whose turn it is, what moves then, and that a run goes on with the same bits."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import hypothesis
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.labelled_runs import SETTINGS
from workbench.cli.main import main
from workbench.cli.options import inputs_of
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.tasks.mixture import Turns
from workbench.tasks.registry import task_of
from workbench.tasks.task import Dataset
from workbench.tasks.together import Together, encoded_for
from workbench.training.events import Command, StepMeasured
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, ModelRef, OfRun
from workbench.values.run import Input, Run, RunStatus

WEIGHTS = st.dictionaries(st.text(min_size=1), st.floats(0.05, 20), min_size=1, max_size=5)


@hypothesis.settings(max_examples=15)  # each asks for some hundred turns one by one
@given(WEIGHTS, st.integers(0, 2**31 - 1), st.integers(1, 400))
def test_any_stretch_of_steps_keeps_to_the_shares(weights: dict[str, float], seed: int, steps: int) -> None:
    turns = Turns(weights)
    counts = turns.counts(seed, steps)
    assert counts == Counter(dict.fromkeys(weights, 0) | Counter(turns.at(seed, each) for each in range(1, steps + 1)))
    for key, share in turns.shares.items():
        assert abs(counts[key] - share * steps) < 4  # of a random draw it would be some twenty


def test_two_seeds_take_other_turns() -> None:
    turns = Turns({"a": 1, "b": 1})
    first, second = ([turns.at(seed, step) for step in range(1, 50)] for seed in (0, 1))
    assert first != second
    assert first == [turns.at(0, step) for step in range(1, 50)]


def test_what_is_typed_is_what_is_learnt() -> None:
    assert inputs_of("book", ()) == (Input("book"),)
    assert inputs_of("book", ("labels", "next-word=other:0.5")) == (Input("book", "labels"), Input("other", weight=0.5))
    assert inputs_of("book", ("labels=a:b:4", "tags=c:2"))[1] == Input("c", "tags", 0.5)
    assert inputs_of("book", ("labels", "next_word:2"))[1] == Input("book", weight=2.0)
    with pytest.raises(KnownError) as refused:
        inputs_of("book", ("next-word", "labels=other:0"))
    assert refused.value.code == "together.weight"


TOGETHER = SETTINGS.with_settings({"steps": 10, "validate_every": 5, "dropout": 0.1})
BESIDE = (Input("chunks", "tags", 0.5), Input("reviews", "next_word"))


@pytest.fixture(scope="module")
def together(labelled_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with labels, and a run “both” of classes, tags and next words."""
    folder = shutil.copytree(labelled_project, tmp_path_factory.mktemp("together") / "project")
    with Project.open(folder) as project:
        last(trained(Workbench(project), "both"))
    return folder


def trained(
    services: Workbench, name: str, settings: FineTuning = TOGETHER, beside: Sequence[Input] = BESIDE,
    teacher: ModelRef | None = None,
) -> Training:  # fmt: skip
    tiny = next(card.ref for card in services.models.every() if isinstance(card.ref, Folder))
    return services.training.train(
        "reviews", tiny, settings, name, ("The day was warm",), task="labels", beside=beside, teacher=teacher
    )


def test_a_run_of_three_things_is_kept_asked_and_measured(together: Path) -> None:
    with Project.open(together) as project:
        services, run = Workbench(project), project.runs.named("both")
        ref = OfRun(run.id)
        saved = {each.step for each in project.checkpoints.of(run)}
        for key, step in project.checkpoints.best_of_each(run).items():
            losses = project.runs.curves(run)[f"{key}/loss"]
            assert step in saved and losses.values[list(losses.steps).index(step)] == losses.values.min()
            assert last(services.labelling.classify(OfRun(run.id, step), ["The day was warm"]))
        for key in ("labels", "tags", "next_word"):
            losses = project.runs.curves(run)[f"{key}/loss"]
            assert int(losses.steps[losses.values.argmin()]) in saved
        assert run.status is RunStatus.FINISHED and run.task == "together"
        assert run.inputs == (Input("reviews", "labels"), *BESIDE)
        task = task_of(run)
        assert isinstance(task, Together) and [part.key for part in task.parts] == ["labels", "tags", "next_word"]
        curves = project.runs.curves(run)
        assert {"labels/loss", "labels/macro_f1", "tags/f1", "next_word/loss", "validation_loss"} <= set(curves)
        # Together is their mean, by the shares of the steps.
        labels, tags, words = (curves[f"{key}/loss"].values[-1] for key in ("labels", "tags", "next_word"))
        assert curves["validation_loss"].values[-1] == pytest.approx((labels + words + 0.5 * tags) / 2.5, rel=1e-6)
        (said,) = last(services.labelling.classify(ref, ["The day was warm"]))
        assert {chance.label for chance in said.labels} == {"good", "bad"}
        assert [word.word for word in services.labelling.tag(ref, "The dog sleeps .")] == ["The", "dog", "sleeps", "."]
        assert services.asking.predict(ref, "The day")
        figures = {"labels/accuracy", "labels/loss", "labels/macro_f1", "tags/f1", "tags/loss", "next_word/loss"}
        assert figures <= set(run.base_figures) and figures <= set(run.best_figures)
        assert not any(name.endswith("training_loss") for name in run.best_figures)
        assert (
            run.best_figures["tags/loss"]
            == curves["tags/loss"].values[list(curves["tags/loss"].steps).index(run.kept_step)]
        )
        measured = last(services.asking.evaluate(ref, "reviews", Split.VALIDATION))
        assert np.isfinite(measured.loss)


def test_it_goes_on_with_the_same_bits(together: Path) -> None:
    with Project.open(together) as project:
        services = Workbench(project)
        training = trained(services, "stopped")
        command = None
        with pytest.raises(StopIteration) as stopped:
            while True:
                event = training.send(command)
                command = Command.LEAVE if isinstance(event, StepMeasured) and event.step == 7 else None
        left: Run = stopped.value.value
        assert left.status is RunStatus.INTERRUPTED and left.steps == 7
        again = last(services.training.resume("stopped"))
        learner = services.training.learners.last
        assert learner is not None and set(learner.parts) == {"labels", "tags", "next_word"}
        every = {(each.part, each.length) for each in learner.shapes(dataset_of(services, again), 0, again.steps)}
        assert learner.step.compiled == len(every)  # none of them twice
        whole = project.runs.curves(project.runs.named("both"))
        curves = project.runs.curves(again)
        for name in ("loss", "validation_loss", "labels/accuracy", "tags/loss", "next_word/loss"):
            assert curves[name].values.tolist() == whole[name].values.tolist(), name


def test_who_learnt_several_things_teaches_each_of_them(together: Path) -> None:
    with Project.open(together) as project:
        services = Workbench(project)
        teacher, beside = OfRun(project.runs.named("both").id), (Input("reviews", "next_word"),)
        settings = TOGETHER.with_settings({"steps": 4, "validate_every": 4})
        training, command = trained(services, "student", settings, beside, teacher), None
        with pytest.raises(StopIteration):
            while True:
                event = training.send(command)
                command = Command.LEAVE if isinstance(event, StepMeasured) and event.step == 3 else None
        left = project.runs.named("student")
        assert {each.name for each in (left.folder / "teacher").iterdir()} == {"labels", "next_word"}
        # What is kept of the first row of labels is what the teacher says of it, at the run's temperature.
        (file,) = (left.folder / "teacher" / "labels").glob("*.rows")
        said = np.frombuffer(file.read_bytes()[16:28], [("answers", "<i4", 2), ("chances", "<f2", 2)])[0]
        assert sorted(said["answers"]) == [0, 1]
        assert np.exp(said["chances"].astype(float)).sum() == pytest.approx(1, abs=1e-2)
        again = last(services.training.resume("student"))
        assert again.status is RunStatus.FINISHED and again.teacher is not None and again.teacher.name == "both"
        assert not (again.folder / "teacher").exists()


def dataset_of(services: Workbench, run: Run) -> Dataset:
    learner = services.training.learners.last
    assert learner is not None
    corpora = [services.project.corpora.named(each.corpus) for each in run.inputs]
    encoded = last(encoded_for(learner.task, corpora, learner.model.tokenizer, learner.settings))
    return learner.dataset(encoded)


@pytest.mark.parametrize(
    ("code", "beside"),
    [
        ("corpus.no_labels", [Input("chunks", "labels")]),
        ("together.twice", [Input("reviews", "labels")]),
        ("together.weight", [Input("chunks", "tags", 0.0)]),
        ("corpus.missing", [Input("nowhere")]),
        ("task.unknown", [Input("reviews", "chess")]),
    ],
)
def test_what_cannot_be_learnt_is_refused_before_there_is_a_run(together: Path, code: str, beside: list[Input]) -> None:
    with Project.open(together) as project:
        before = project.runs.every()
        with pytest.raises(KnownError) as refused:
            last(trained(Workbench(project), "wrong", beside=beside))
        assert refused.value.code == code
        assert project.runs.every() == before


@pytest.mark.filterwarnings("ignore:__array__ implementation")
def test_each_part_is_evaluated_and_exported_by_its_name(
    together: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["evaluate", str(together), "--model", "both", "--json"]
    assert main(asked) == 0
    parts = {each["part"]: each for each in json.loads(capsys.readouterr().out)["parts"]}
    assert [parts[key]["corpus"] for key in ("labels", "tags", "next_word")] == ["reviews", "chunks", "reviews"]
    assert (parts["labels"]["task"], parts["tags"]["task"]) == ("labels", "tags")
    assert parts["next_word"]["bits_per_byte"] > 0 and parts["tags"]["kind"] == "tags"
    assert main([*asked, "--part", "tags"]) == 0
    assert json.loads(capsys.readouterr().out) == parts["tags"]
    assert main([*asked, "--corpus", "chunks"]) == 0  # from which it has learnt its tags alone
    assert json.loads(capsys.readouterr().out) == parts["tags"]
    assert main([*asked, "--part", "poems"]) == 2
    refused = capsys.readouterr().err
    assert "no “poems”" in refused and "labels, tags, next_word" in refused

    assert main(["export", str(together), "both", str(tmp_path / "all"), "--json"]) == 0
    written = json.loads(capsys.readouterr().out)["parts"]
    assert sorted(folder.name for folder in (tmp_path / "all").iterdir()) == ["labels", "next_word", "tags"]
    said = {}
    for command, key in (("classify", "labels"), ("tag", "tags"), ("predict", "next_word")):
        for model in (written[key], "both"):
            assert main([command, str(together), "--model", model, "--text", "The dog sleeps .", "--json"]) == 0
            said[key, model] = json.loads(capsys.readouterr().out)
    for key, of, name in (("tags", "words", "tag"), ("next_word", "predictions", "word")):
        folder, run = ([each[name] for each in said[key, model][of]] for model in (written[key], "both"))
        assert folder == run
    folder, run = (said["labels", model]["texts"][0]["labels"][0] for model in (written["labels"], "both"))
    assert folder["label"] == run["label"] and folder["probability"] == pytest.approx(run["probability"], abs=1e-3)
    assert main(["export", str(together), "both", str(tmp_path / "one.keras"), "--format", "keras"]) == 2
    assert "labels, tags, next_word" in capsys.readouterr().err
    to_one = ["export", str(together), "both", str(tmp_path / "tags.keras"), "--format", "keras", "--part", "tags"]
    assert main(to_one) == 0
    assert (tmp_path / "tags.keras").is_file()
