"""A head that learns alone: the network rests and reads each example once, and all else is as with any other method."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load

from workbench.corpora.labelled import examples
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.catalogue import read_config
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.tasks.labels.task import LabelTexts
from workbench.tasks.tags.task import TagWords
from workbench.training.events import Command, Event, Preparing, Stage, StepMeasured
from workbench.training.learner import Learner
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Pooling
from workbench.values.model_ref import Folder, OfRun
from workbench.values.run import Run, RunStatus

SETTINGS = FineTuning(
    method=Method.HEAD, steps=24, batch_size=4, context_length=16, learning_rate=1e-3, validate_every=12,
    precision="float32", dropout=0.1,
)  # fmt: skip


@pytest.fixture
def services(labelled_project: Path, tmp_path: Path) -> Iterator[Workbench]:
    shutil.copytree(labelled_project, tmp_path / "project")
    with Project.open(tmp_path / "project") as project:
        yield Workbench(project)


def weights(services: Workbench, run: Run) -> bytes:
    return (services.project.checkpoints.of(run)[-1].folder / "weights.safetensors").read_bytes()


def test_it_reads_each_example_once_and_goes_on_with_the_same_bits(services: Workbench, tiny_gpt2: Path) -> None:
    def begun(name: str) -> tuple[list[Event], object]:
        training = services.training.train("reviews", Folder(tiny_gpt2), SETTINGS, name, task="labels")
        events = [next(training)]
        while not (isinstance(events[-1], StepMeasured) and events[-1].step == 2):
            events.append(next(training))
        return events, training

    whole = last(services.training.train("reviews", Folder(tiny_gpt2), SETTINGS, "whole", task="labels"))
    events, training = begun("parts")
    reading = [each.progress for each in events if isinstance(each, Preparing) and each.stage is Stage.READING_EXAMPLES]
    assert reading and reading[-1] is not None and reading[-1].done == reading[-1].total
    training.send(Command.STOP)
    assert last(training).status is RunStatus.STOPPED
    resumed = last(services.training.resume("parts"))
    assert weights(services, whole) == weights(services, resumed)
    assert whole.base_validation_loss == pytest.approx(np.log(2))  # it begins with zeros
    assert whole.best_validation_loss < whole.base_validation_loss
    kept = load(weights(services, whole))
    model = services.models.open(Folder(tiny_gpt2)).network.weights
    assert len(kept) == len(model) + 3, "the head's matrix and bias, and what each token tells"
    for (_, value), variable in zip(sorted(kept.items()), model, strict=False):
        assert np.array_equal(value.reshape(variable.shape), variable)


@pytest.mark.parametrize("pooling", [Pooling.CONCAT, Pooling.LAST, Pooling.WORDS])
def test_each_loss_is_that_of_the_whole_network_on_the_same_texts(
    services: Workbench, tiny_gpt2: Path, pooling: Pooling
) -> None:
    settings = SETTINGS.with_settings({"pooling": pooling, "dropout": 0.0})
    text = services.project.corpora.named("reviews")
    task = LabelTexts().of(text)
    learner = Learner(services.models.open(Folder(tiny_gpt2)), settings, task)
    encoded = last(task.encoded(text, learner.model.tokenizer, settings))
    rows, dataset = task.dataset(encoded, learner.model.tokenizer, settings), learner.dataset(encoded)
    assert [each.done for each in learner.reading(dataset)][-1] == len(encoded.train) + len(encoded.validation)
    for step in (1, 2, 3):
        tokens, targets = rows.batch(settings.seed, step)
        logits = np.asarray(
            learner.network({"token_ids": np.maximum(tokens, 0), "padding_mask": (tokens >= 0).astype(int)}), np.float64
        )
        chances = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
        expected = -np.log(chances[np.arange(len(targets)), targets]).mean()
        loss, _, _ = learner.learn(dataset, step, 6)
        assert loss == pytest.approx(expected, abs=1e-5)


def test_each_loss_of_tags_is_that_of_the_whole_network_on_the_same_sentences(
    services: Workbench, tiny_gpt2: Path
) -> None:
    settings = SETTINGS.with_settings({"context_length": 32, "dropout": 0.0})
    text, model = services.project.corpora.named("chunks"), services.models.open(Folder(tiny_gpt2))
    task = TagWords().of(text)
    learner = Learner(model, settings, task)
    encoded = last(task.encoded(text, model.tokenizer, settings))
    rows, dataset = task.dataset(encoded, model.tokenizer, settings), learner.dataset(encoded)
    assert [each.done for each in learner.reading(dataset)][-1] == len(encoded.train) + len(encoded.validation)
    for step in (1, 2, 3):
        tokens, targets = rows.batch(settings.seed, step)
        logits = np.asarray(
            learner.network({"token_ids": np.maximum(tokens, 0), "padding_mask": (tokens >= 0).astype(int)}), np.float64
        )
        chances = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
        told = targets >= 0
        expected = -np.log(chances[told, targets[told]]).mean()
        loss, _, _ = learner.learn(dataset, step, 6)
        assert loss == pytest.approx(expected, abs=1e-5)


def test_tags_learnt_by_a_head_alone_are_told_and_go_on_with_the_same_bits(
    services: Workbench, tiny_gpt2: Path
) -> None:
    settings = SETTINGS.with_settings({"context_length": 32})  # a sentence twice

    def begun(name: str) -> Training:
        return services.training.train("chunks", Folder(tiny_gpt2), settings, name, task="tags")

    whole, training = last(begun("whole")), begun("parts")
    while not isinstance(event := next(training), StepMeasured) or event.step < 2:
        pass
    training.send(Command.STOP)
    assert last(training).status is RunStatus.STOPPED
    assert weights(services, whole) == weights(services, last(services.training.resume("parts")))
    assert whole.base_validation_loss == pytest.approx(by_how_frequent_it_is(services.project.corpora.named("chunks")))
    found = last(services.labelling.evaluate(OfRun(whole.id), "chunks", Split.VALIDATION))
    assert found.micro_f1 == pytest.approx(whole.best_figures["tags/f1"])


def by_how_frequent_it_is(text: Corpus) -> float:
    """The loss of whoever tells each tag as often as it stands in what is learnt from, and once more."""
    counts = Counter(tag for each in examples(text, Split.TRAIN) for tag in each.labels)
    chances = {tag: (counts[tag] + 1) / (counts.total() + len(counts)) for tag in counts}
    return -float(np.mean([np.log(chances[tag]) for each in examples(text, Split.VALIDATION) for tag in each.labels]))


def test_it_is_refused_where_there_are_no_labels_to_tell(services: Workbench, tiny_gpt2: Path) -> None:
    with pytest.raises(KnownError, match="only where classes or tags are told"):
        next(services.training.train("reviews", Folder(tiny_gpt2), SETTINGS, task="next_word"))


def test_what_it_takes_hardly_depends_on_the_number_of_steps(services: Workbench, tiny_gpt2: Path) -> None:
    def seconds(method: Method, steps: int) -> float:
        settings = SETTINGS.with_settings({"method": method, "steps": steps, "batch_size": 32})
        return services.planning.fit(Folder(tiny_gpt2), "reviews", settings, task="labels").seconds

    more = seconds(Method.HEAD, 1000) - seconds(Method.HEAD, 10)
    assert 0 < more < (seconds(Method.FULL, 1000) - seconds(Method.FULL, 10))


def test_what_it_learns_of_tags_is_one_row_for_each(services: Workbench, tiny_gpt2: Path) -> None:
    found = services.planning.fit(Folder(tiny_gpt2), "chunks", SETTINGS, task="tags")
    width = read_config(tiny_gpt2)["n_embd"]
    assert found.learning == 4 * (width + 1)
