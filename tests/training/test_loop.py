"""The loop with a real, tiny network: what it learns, tells, keeps and continues."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import learner, tale
from workbench.corpora.encoding import EncodedCorpus
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training import checkpoint
from workbench.training.events import (
    CheckpointSaved,
    Command,
    Event,
    Finished,
    StepMeasured,
    StopReason,
    Validated,
)
from workbench.training.learner import Learner
from workbench.training.loop import fine_tune, has_exploded
from workbench.training.optimizers import make_optimizer
from workbench.training.schedule import planned_steps
from workbench.values.fine_tuning import FineTuning

SETTINGS = FineTuning(
    steps=12,
    batch_size=4,
    context_length=16,
    learning_rate=1e-2,
    validate_every=4,
    dropout=0.1,
    seed=7,
    precision="float32",
)


@pytest.fixture
def model(tiny_gpt2: Path) -> LanguageModel:
    return load(find_model(str(tiny_gpt2)))


@pytest.fixture(scope="session")
def corpus(tiny_gpt2: Path) -> EncodedCorpus:
    tokenizer = load(find_model(str(tiny_gpt2))).tokenizer
    return EncodedCorpus(*(tokenizer.encode(tale(size, seed)) for seed, size in enumerate((60, 10, 10))))


def losses(events: list[Event]) -> list[float]:
    return [event.loss for event in events if isinstance(event, StepMeasured | Validated)]


def weights(learnt: Learner) -> list[np.ndarray]:
    return [np.asarray(weight).copy() for weight in learnt.model.network.weights]


def test_validation_loss_falls_and_the_best_is_kept(
    model: LanguageModel, corpus: EncodedCorpus, tmp_path: Path
) -> None:
    events = list(fine_tune(learner(model, SETTINGS.with_settings({"steps": 40})), corpus, tmp_path))
    finished = events[-1]
    assert isinstance(finished, Finished) and finished.reason is StopReason.BUDGET and finished.step == 40
    assert finished.best_loss < finished.base_loss - 0.5
    validated = [event for event in events if isinstance(event, Validated)]
    assert finished.best_loss == min(event.loss for event in validated)
    kept = sorted(path.name for path in (tmp_path / "checkpoints").iterdir())
    best = next(event.step for event in validated if event.loss == finished.best_loss)
    assert kept == sorted({f"step-{best:08d}", "step-00000036", "step-00000040"})


@pytest.mark.parametrize(
    ("losses", "choices", "exploded"),
    [
        ([0.7, 4.5], 2, False),  # seen of random weights that learn two classes, and came back
        ([4.5], 2, False),
        ([5.0, 0.7, 0.7], 2, False),  # one batch is no explosion
        ([5.0, 5.0, 0.7], 2, True),
        ([9.0], 300, False),
        ([11.3], 300, False),
        ([11.5], 300, True),
        ([0.7, math.nan], 2, True),
        ([0.7, 0.7, 0.7, math.inf], 300, True),
    ],
)
def test_a_loss_explodes_where_it_is_twice_as_high_as_guessing_and_far_above_it(
    losses: list[float], choices: int, exploded: bool
) -> None:
    assert has_exploded(losses, math.log(choices)) is exploded


def test_same_seed_gives_the_same_bits(tiny_gpt2: Path, corpus: EncodedCorpus, tmp_path: Path) -> None:
    # Each compiled by itself, as after a new start of the program.
    learners = [Learner(load(find_model(str(tiny_gpt2))), SETTINGS, NEXT_WORD) for _ in range(2)]
    runs = [list(fine_tune(each, corpus, tmp_path / str(i))) for i, each in enumerate(learners)]
    assert losses(runs[0]) == losses(runs[1])
    assert all(np.array_equal(a, b) for a, b in zip(*map(weights, learners), strict=True))


@pytest.mark.parametrize("optimizer", ["adamw", "sgd"])
def test_resumed_run_ends_with_the_same_weights(
    tiny_gpt2: Path, corpus: EncodedCorpus, tmp_path: Path, optimizer: str
) -> None:
    settings = SETTINGS.with_settings({"optimizer": optimizer})
    whole = learner(load(find_model(str(tiny_gpt2))), settings)
    uninterrupted = losses(list(fine_tune(whole, corpus, tmp_path / "whole")))
    expected = weights(whole)

    loop = fine_tune(learner(load(find_model(str(tiny_gpt2))), settings), corpus, tmp_path / "parts")
    begun = list(itertools.takewhile(lambda event: not (isinstance(event, StepMeasured) and event.step == 10), loop))
    loop.close()
    saved = [event for event in begun if isinstance(event, CheckpointSaved)][-1]
    assert saved.step == 8

    second = learner(load(find_model(str(tiny_gpt2))), settings)
    resumed = losses(list(fine_tune(second, corpus, tmp_path / "parts", start=saved.folder)))
    assert resumed == uninterrupted[-len(resumed) :] and len(resumed) == 5
    assert all(np.array_equal(a, b) for a, b in zip(expected, weights(second), strict=True))


def test_stopping_keeps_what_was_learnt_and_continues_the_same(
    tiny_gpt2: Path, corpus: EncodedCorpus, tmp_path: Path
) -> None:
    whole = load(find_model(str(tiny_gpt2)))
    uninterrupted = [
        e for e in fine_tune(learner(whole, SETTINGS), corpus, tmp_path / "whole") if isinstance(e, StepMeasured)
    ]

    loop = fine_tune(learner(load(find_model(str(tiny_gpt2))), SETTINGS), corpus, tmp_path / "parts")
    event = next(loop)
    while not (isinstance(event, StepMeasured) and event.step == 6):
        event = next(loop)
    rest = [loop.send(Command.STOP), *loop]
    assert isinstance(rest[-1], Finished) and rest[-1].reason is StopReason.COMMAND and rest[-1].step == 6
    saved = next(event for event in rest if isinstance(event, CheckpointSaved))

    other = load(find_model(str(tiny_gpt2)))
    resumed = [e for e in fine_tune(learner(other, SETTINGS), corpus, tmp_path / "parts", start=saved.folder)
               if isinstance(e, StepMeasured)]  # fmt: skip
    assert [e.loss for e in resumed] == [e.loss for e in uninterrupted[6:]]


def test_early_stopping_ends_a_run_that_no_longer_improves(
    model: LanguageModel, corpus: EncodedCorpus, tmp_path: Path
) -> None:
    settings = SETTINGS.with_settings({"steps": 1000, "learning_rate": 0.9, "patience": 2, "schedule": "constant"})
    finished = list(fine_tune(learner(model, settings), corpus, tmp_path))[-1]
    assert isinstance(finished, Finished) and finished.reason is StopReason.NO_IMPROVEMENT and finished.step < 1000


def test_gradients_are_measured_before_clipping(model: LanguageModel, corpus: EncodedCorpus, tmp_path: Path) -> None:
    events = fine_tune(learner(model, SETTINGS), corpus, tmp_path)
    norms = [event.gradient_norm for event in events if isinstance(event, StepMeasured)]
    assert max(norms) > 1.5 * SETTINGS.clip_norm


def test_an_exploding_loss_stops_with_an_explanation(
    model: LanguageModel, corpus: EncodedCorpus, tmp_path: Path
) -> None:
    for variable in model.network.trainable_variables[:1]:
        variable.assign(np.full(variable.shape, np.inf, np.float32))
    with pytest.raises(KnownError, match="lower learning rate"):
        list(fine_tune(learner(model, SETTINGS), corpus, tmp_path))


def test_a_corpus_too_short_for_one_passage_is_refused(model: LanguageModel, tmp_path: Path) -> None:
    few = np.arange(10)
    with pytest.raises(KnownError, match="at least 17 tokens"):
        list(fine_tune(learner(model, SETTINGS), EncodedCorpus(few, few, few), tmp_path))


@pytest.mark.parametrize(
    ("budget", "steps"),
    [
        ({"steps": 7}, 7),
        ({"tokens": 640}, 10),  # 4 passages of 16 tokens a step
        ({"tokens": 641}, 11),
        ({"epochs": 0.5}, math.ceil(0.5 * 61 / 4)),  # 1,000 tokens hold 61 passages, wherever the first begins
        ({"epochs": 3}, math.ceil(3 * 61 / 4)),
    ],
)
def test_a_budget_in_other_units_becomes_steps(budget: dict[str, float], steps: int) -> None:
    settings = SETTINGS.with_settings(budget)
    assert planned_steps(settings, NEXT_WORD.steps_per_epoch(1000, settings), settings.tokens_per_step) == steps


def test_a_budget_in_minutes_ends_by_itself(model: LanguageModel, corpus: EncodedCorpus, tmp_path: Path) -> None:
    settings = SETTINGS.with_settings({"minutes": 0.05, "validate_every": 1000, "patience": 0})
    last = [e for e in fine_tune(learner(model, settings), corpus, tmp_path) if isinstance(e, StepMeasured)][-1]
    assert last.step == last.total_steps > 4


def test_a_changed_checkpoint_is_not_used(model: LanguageModel, corpus: EncodedCorpus, tmp_path: Path) -> None:
    list(fine_tune(learner(model, SETTINGS), corpus, tmp_path))
    folder = checkpoint.checkpoint_folder(tmp_path, 12)
    assert checkpoint.is_intact(folder)
    file = folder / checkpoint.WEIGHTS
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    assert not checkpoint.is_intact(folder)
    with pytest.raises(KnownError, match="not used"):
        checkpoint.load(folder, model.network, make_optimizer(SETTINGS, model.network.trainable_variables))


def test_weight_decay_leaves_biases_and_norms_alone(model: LanguageModel) -> None:
    import tensorflow as tf

    optimizer = make_optimizer(SETTINGS.with_settings({"weight_decay": 0.5}), model.network.trainable_variables)
    before = {v.path: np.asarray(v).copy() for v in model.network.trainable_variables}
    optimizer.apply([tf.zeros(v.shape) for v in model.network.trainable_variables], model.network.trainable_variables)
    for variable in model.network.trainable_variables:
        shrunk = not np.array_equal(before[variable.path], np.asarray(variable))
        assert shrunk == (variable.path.rsplit("/", 1)[-1] in ("kernel", "embeddings")), variable.path
