"""Classes and tags are learnt on the path of every run: measured, kept, stopped and gone on with, on any network."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests import labelled_runs
from workbench.corpora.labelled import examples
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.heads import pooled
from workbench.tasks.label_reader import LabelReader
from workbench.tasks.labels.task import LabelTexts
from workbench.tasks.registry import find_task, task_of
from workbench.tasks.tags.task import TagWords
from workbench.training.events import Command, MemoryMeasured, Preparing, Stage, StepMeasured
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import Example, LabelKind, LabelSet
from workbench.values.methods import Pooling
from workbench.values.model_ref import Folder, OfRun
from workbench.values.progress import Progress
from workbench.values.run import Run, RunStatus

SETTINGS = FineTuning(
    steps=30, batch_size=8, context_length=16, learning_rate=1e-2, validate_every=10, precision="float32", dropout=0.1
)
BESIDE = {"language_model": 0.5, "class_weights": True, "label_smoothing": 0.1, "accumulate": 2, "batch_size": 4}


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with texts whose class a word tells, and sentences whose nouns are tagged; it is copied."""
    folder, draw = tmp_path_factory.mktemp("labelled"), np.random.default_rng(0)
    with (folder / "reviews.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("label", "text"))
        for number in range(160):
            word = draw.choice(("warm", "kind") if number % 2 else ("cold", "cruel"))
            table.writerow(("good" if number % 2 else "bad", f"day {number} was {word} to Anna"))
    with (folder / "uneven.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("label", "text"))
        for number in range(60):
            more = " and the lamp was lit in the tower" * (number % 4 > 1)
            table.writerow(("good" if number % 2 else "bad", f"{number} {('cold', 'warm')[number % 2]}{more}"))
    said = [f"The O\n{noun}{number} B-N\nsleeps O\n" for number in range(30) for noun in ("dog", "cat")]
    (folder / "nouns.conll").write_text("\n".join(said), encoding="utf-8")
    with Project.create(folder / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([folder / "reviews.csv"], "reviews"))
        last(services.texts.import_corpus([folder / "uneven.csv"], "uneven"))
        last(services.texts.import_corpus([folder / "nouns.conll"], "nouns"))
    return folder / "project"


@pytest.fixture
def services(labelled: Path, tmp_path: Path) -> Iterator[Workbench]:
    shutil.copytree(labelled, tmp_path / "project")
    with Project.open(tmp_path / "project") as project:
        yield Workbench(project)


def trained(
    services: Workbench, model: Path, name: str, settings: FineTuning = SETTINGS, corpus: str = "reviews"
) -> Run:
    task = "tags" if corpus == "nouns" else "labels"
    return last(services.training.train(corpus, Folder(model), settings, name, ["it was cruel"], task=task))


def test_classes_are_learnt_measured_and_kept_with_the_run(services: Workbench, tiny_gpt2: Path) -> None:
    run = trained(services, tiny_gpt2, "classes")
    curves = services.project.runs.curves(run)
    assert {"labels/accuracy", "labels/macro_f1", "validation_loss"} < set(curves)
    assert curves["labels/accuracy"].values[-1] > 0.9
    assert run.base_validation_loss == pytest.approx(np.log(2), abs=0.1)
    assert run.bytes_per_token is None  # of tokens alone
    task = task_of(run)
    assert isinstance(task, LabelTexts) and task.labels is not None
    assert set(task.labels.names) == {"good", "bad"} and sum(task.labels.counts) == task.labels.examples
    sample = services.project.runs.samples(run)[-1]
    assert sample.text == "bad" and sum(each.probability for each in sample.predictions) == pytest.approx(1)


def test_stopped_and_resumed_with_a_language_model_beside_it_ends_with_the_same_bits(
    services: Workbench, tiny_gpt2: Path
) -> None:
    """Its rows are of two lengths, and a step is compiled for each before the first."""
    settings = SETTINGS.with_settings({**BESIDE, "context_length": 32, "steps": 6, "validate_every": 3})
    whole = trained(services, tiny_gpt2, "whole", settings, "uneven")
    training = services.training.train("uneven", Folder(tiny_gpt2), settings, "parts", task="labels")
    events = [next(training)]
    while not (isinstance(events[-1], StepMeasured) and events[-1].step == 2):
        events.append(next(training))
    assert Preparing(Stage.COMPILING, Progress(1, 2)) in events
    assert sum(isinstance(event, MemoryMeasured) for event in events) == 1, "of the step that takes most"
    training.send(Command.STOP)
    assert last(training).status is RunStatus.STOPPED
    resumed = last(services.training.resume("parts"))
    weights = [
        (services.project.checkpoints.of(run)[-1].folder / "weights.safetensors").read_bytes()
        for run in (whole, resumed)
    ]
    assert weights[0] == weights[1]


def test_what_a_run_goes_on_from_is_the_language_model_below_the_head(services: Workbench, tiny_gpt2: Path) -> None:
    """Pretrained, then on the texts without their labels, then classes: the three steps of ULMFiT."""
    settings = SETTINGS.with_settings({"steps": 3, "validate_every": 3})
    words = last(services.training.train("reviews", Folder(tiny_gpt2), labelled_runs.SETTINGS, "words"))
    classes = last(services.training.train("reviews", OfRun(words.id), settings, "classes", task="labels"))
    assert classes.status is RunStatus.FINISHED and services.project.runs.base_of(classes) == OfRun(
        words.id, words.kept_step
    )
    wider = settings.with_settings({"context_length": 32})
    further = last(services.training.train("nouns", OfRun(classes.id), wider, "tags", task="tags"))
    assert further.status is RunStatus.FINISHED and "tags/f1" in services.project.runs.curves(further)


def test_tags_are_learnt_and_a_text_of_another_kind_is_refused(services: Workbench, tiny_gpt2: Path) -> None:
    run = trained(services, tiny_gpt2, "nouns", SETTINGS.with_settings({"steps": 60, "context_length": 32}), "nouns")
    assert services.project.runs.curves(run)["tags/f1"].values[-1] > 0.8
    for corpus, task, code in (("nouns", "labels", "corpus.no_labels"), ("reviews", "tags", "corpus.no_tags")):
        with pytest.raises(KnownError) as refused:
            next(services.training.train(corpus, Folder(tiny_gpt2), SETTINGS, task=task))
        assert refused.value.code == code
    assert len(services.project.runs.every()) == 1  # none was made of what was refused


def test_what_is_said_of_a_text_does_not_depend_on_what_stands_beside_it(services: Workbench, tiny_gpt2: Path) -> None:
    run = trained(services, tiny_gpt2, "classes", SETTINGS.with_settings({"steps": 2, "validate_every": 2}))
    model, network, task = services.models.open_with_head(OfRun(run.id))
    assert task.labels is not None
    reader = LabelReader(network, model.tokenizer, task.labels, model.context_length)
    texts = [example.text for example in examples(services.project.corpora.named("reviews"), Split.TEST)][:4]
    alone = np.concatenate([reader.classes([text]) for text in texts])
    beside = reader.classes([*texts, "a much longer text that makes every row of the batch longer " * 3])[:4]
    assert alone == pytest.approx(beside, abs=1e-5)


def test_states_are_pooled_as_the_formulas_say() -> None:
    import keras

    hidden, mask = keras.Input((None, 3)), keras.Input((None,), dtype="int32")
    states = np.random.default_rng(0).normal(size=(2, 5, 3)).astype(np.float32)
    lengths = np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]], np.int32)
    found = [
        np.asarray(keras.Model([hidden, mask], pooled(hidden, mask, pooling))([states, lengths]))
        for pooling in (Pooling.CONCAT, Pooling.LAST)
    ]
    for row, length in enumerate((3, 5)):
        text = states[row, :length]
        assert found[0][row] == pytest.approx(np.concatenate([text[-1], text.mean(0), text.max(0)]), abs=1e-5)
        assert found[1][row] == pytest.approx(text[-1], abs=1e-6)


def test_rare_classes_count_as_much_as_frequent_ones_where_that_is_asked_for() -> None:
    task = LabelTexts(LabelSet(LabelKind.CLASSES, ("a", "b"), (30, 10), 40))
    logits, targets = np.array([[2.0, 0.0], [0.5, 1.0], [0.0, -1.0]], np.float32), np.array([0, 0, 1], np.int32)
    losses = np.log(np.exp(logits).sum(-1)) - logits[np.arange(3), targets]
    weights = np.array([40 / 60, 40 / 60, 40 / 20])
    wanted, plain = task.objective(logits, targets, FineTuning(class_weights=True))
    assert float(plain) == pytest.approx(losses.mean(), abs=1e-6)
    assert float(wanted) == pytest.approx((weights * losses).mean(), abs=1e-6)


def test_several_classes_of_one_text_are_told_each_by_itself() -> None:
    task = LabelTexts(LabelSet(LabelKind.CLASSES, ("a", "b"), (2, 2), 3, several=True))
    logits, targets = np.array([[3.0, -2.0], [1.0, 1.0]], np.float32), np.array([[1, 0], [1, 1]], np.float32)
    chances = 1 / (1 + np.exp(-logits))
    wanted = -(targets * np.log(chances) + (1 - targets) * np.log(1 - chances)).mean()
    assert float(task.objective(logits, targets, FineTuning())[1]) == pytest.approx(wanted, abs=1e-6)


def test_words_without_a_tag_and_padding_count_nothing() -> None:
    task = TagWords(LabelSet(LabelKind.TAGS, ("O", "B-N"), (), 1))
    logits = np.random.default_rng(1).normal(size=(1, 4, 2)).astype(np.float32)
    targets = np.array([[-1, 1, -1, 0]], np.int32)
    told = [float(np.log(np.exp(logits[0, at]).sum()) - logits[0, at, one]) for at, one in ((1, 1), (3, 0))]
    assert float(task.objective(logits, targets, FineTuning())[1]) == pytest.approx(np.mean(told), abs=1e-6)


def test_a_task_that_is_not_bound_to_a_text_knows_no_labels() -> None:
    assert find_task("labels").labels is None and find_task("tags").labels is None
    assert Example("a").labels == ()
