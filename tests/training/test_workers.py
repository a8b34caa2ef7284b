"""Several workers make the steps of one run: what they learn is what one learns, and each makes its own share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.tiny_models import learner as learner_of
from tests.tiny_models import tale
from workbench import __version__
from workbench.corpora.encoding import EncodedCorpus
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.tasks.next_word.task import TASK
from workbench.training.events import Event, StepMeasured
from workbench.training.learner import Learner
from workbench.training.loop import fine_tune
from workbench.training.places.assignment import Assignment, Work
from workbench.training.places.execution import Go, Told
from workbench.training.places.parcel import consigned
from workbench.training.places.ray_worker import Worker, own_folder
from workbench.training.places.several import LeadingLearner, dismiss, follow
from workbench.training.workers import CONFIGURATION, Team, Workers, team_of_environment
from workbench.values.fine_tuning import FineTuning

SETTINGS = FineTuning(
    steps=4, batch_size=2, accumulate=4, context_length=16, learning_rate=1e-2, validate_every=2, dropout=0.1,
    pull=0.1, precision="float32",
)  # fmt: skip


class Threads(Workers):
    """Workers of this process: the sums are those of TensorFlow's collectives, without its servers."""

    def __init__(self, rank: int, given: list[Sequence[Any]], barrier: threading.Barrier) -> None:
        self.rank, self.size = rank, len(given)
        self._given, self._barrier = given, barrier

    def summed(self, values: Sequence[Any]) -> list[Any]:
        import tensorflow as tf

        self._given[self.rank] = [np.asarray(value) for value in values]
        self._barrier.wait(60)
        sums = [tf.constant(sum(each[1:], start=each[0])) for each in zip(*self._given, strict=True)]
        self._barrier.wait(60)
        return sums


@pytest.fixture
def corpus(tiny_gpt2: Path) -> EncodedCorpus:
    tokenizer = load(find_model(str(tiny_gpt2))).tokenizer
    return EncodedCorpus(*(tokenizer.encode(tale(size, seed)) for seed, size in enumerate((60, 10, 10))))


def test_two_workers_learn_what_one_learns_each_from_its_own_rows(
    tiny_gpt2: Path, tmp_path: Path, corpus: EncodedCorpus
) -> None:
    def model():  # type: ignore[no-untyped-def]
        return load(find_model(str(tiny_gpt2)))

    alone = Learner(model(), SETTINGS, TASK)
    expected = _curve(alone, corpus, tmp_path / "alone")

    given: list[Sequence[Any]] = [[], []]
    barrier = threading.Barrier(2)
    leader, follower = (Threads(rank, given, barrier) for rank in (0, 1))
    leading, following = LeadingLearner(model(), SETTINGS, TASK, leader), Learner(model(), SETTINGS, TASK, follower)
    leading.dry_step()  # nothing is compiled in two threads at once
    with follower.apart():
        following.dry_step()
    for weights in following.network.weights:  # what it begins with comes from the one that leads
        weights.assign(np.zeros(weights.shape))
    thread = threading.Thread(target=follow, args=(following, following.dataset(corpus), follower))
    thread.start()
    found = _curve(leading, corpus, tmp_path / "two")
    dismiss(leader)
    thread.join(60)
    assert not thread.is_alive()
    np.testing.assert_allclose(found, expected, rtol=1e-5)
    for one, other in zip(leading.network.weights, following.network.weights, strict=True):
        assert np.array_equal(one, other), "they move together"
    read = following.step.compiled, leading.step.compiled
    assert read == (1, 1)


def test_a_run_elsewhere_is_brought_the_shards_that_it_reads_and_learns_the_same_bits(
    tiny_gpt2: Path, tmp_path: Path, corpus: EncodedCorpus
) -> None:
    settings = SETTINGS.with_settings({"batch_size": 4, "accumulate": 1, "dropout": 0.0, "pull": 0.0})
    np.tile(corpus.train, 30).astype(np.uint16).tofile(tmp_path / "train.bin")
    text = replace(corpus, train=np.memmap(tmp_path / "train.bin", np.uint16, "r"))
    model = load(find_model(str(tiny_gpt2)))
    model.save_architecture(tmp_path / "model")
    sent = consigned(Assignment.of(Work(model, TASK, text, settings, tmp_path), with_files=True), 1000)
    worker, brought = Worker(__version__, 2 * 2 * 1000), list[str]()

    def bring() -> None:
        while names := worker.wanted():
            brought.extend(names)
            worker.bring(names, *(sent.shards[name].mapped() for name in names))

    bringing = threading.Thread(target=bring)
    bringing.start()
    worker.begin(sent.parcel, tuple(sent.arrays), (0, 1), *sent.arrays.values())
    events, is_over = list[Event](), False
    while not is_over:
        told = worker.ask(Go(seconds=60))
        assert isinstance(told, Told) and told.error is None and told.unforeseen is None
        events, is_over = [*events, *told.events], told.is_over
    bringing.join(60)
    assert not bringing.is_alive()
    found = [(each.loss, each.gradient_norm) for each in events if isinstance(each, StepMeasured)]
    assert found == _curve(learner_of(model, settings), text, tmp_path / "here")
    assert len(brought) > 2, "there is room for two"


def test_a_worker_takes_away_what_those_left_that_were_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    alive = own_folder()
    left, strange = (Path(str(alive).replace(str(os.getpid()), each)) for each in (str(gone.pid), "x"))
    for each in (left, strange):
        (each / "shards").mkdir(parents=True)
        (each / "shards" / "a").write_bytes(b"text")
    second = own_folder()
    assert alive.is_dir() and second.is_dir() and alive != second and strange.is_dir() and not left.exists()


def _curve(learner: Learner, corpus: EncodedCorpus, folder: Path) -> list[tuple[float, float]]:
    events = fine_tune(learner, corpus, folder)
    return [(each.loss, each.gradient_norm) for each in events if isinstance(each, StepMeasured)]


@pytest.mark.parametrize("workers", [1, 2, 3, 4, 6, 12, 24])
@pytest.mark.parametrize(("rows", "batches"), [(6, 1), (3, 2), (4, 6), (24, 1), (1, 5)])
def test_a_batch_is_shared_out_evenly_or_not_at_all(rows: int, batches: int, workers: int) -> None:
    settings = FineTuning(batch_size=rows, accumulate=batches)
    possible = [n for n in range(batches, rows * batches + 1) if n % workers == 0 and rows * batches % n == 0]
    if not possible:
        with pytest.raises(KnownError) as refused:
            settings.dealt_out(workers)
        assert refused.value.code == "place.indivisible"
        return
    dealt = settings.dealt_out(workers)
    assert dealt.accumulate == possible[0] and dealt.accumulate * dealt.batch_size == rows * batches
    assert dealt.tokens_per_step == settings.tokens_per_step


@pytest.mark.parametrize(
    ("cluster", "task", "expected"),
    [
        ({"worker": ["a:1", "b:2"]}, {"type": "worker", "index": 1}, Team(("a:1", "b:2"), 1)),
        ({"chief": ["c:3"], "worker": ["a:1", "b:2"]}, {"type": "worker", "index": 1}, Team(("c:3", "a:1", "b:2"), 2)),
        ({"chief": ["c:3"], "worker": ["a:1"]}, {"type": "chief", "index": 0}, Team(("c:3", "a:1"), 0)),
        ({"worker": ["a:1"]}, {"type": "worker", "index": 1}, None),
        ({"worker": ["a:1"], "ps": ["p:1"]}, {"type": "worker", "index": 0}, None),
        ({"worker": ["a:1"]}, {"type": "evaluator", "index": 0}, None),
        (["a:1"], {"type": "worker", "index": 0}, None),
        ({}, {}, None),
    ],
)
def test_who_the_workers_are_is_read_as_tensorflow_reads_it(
    cluster: Any, task: Any, expected: Team | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONFIGURATION, json.dumps({"cluster": cluster, "task": task}))
    if expected is not None:
        team = team_of_environment()
        assert team == expected
        monkeypatch.setenv(CONFIGURATION, team.configuration)
        assert team_of_environment() == expected
        return
    with pytest.raises(KnownError) as refused:
        team_of_environment()
    assert refused.value.code == "work.configuration"


def test_without_being_told_who_the_workers_are_nobody_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for told in (None, "", "worker 1"):
        monkeypatch.delenv(CONFIGURATION, raising=False)
        if told is not None:
            monkeypatch.setenv(CONFIGURATION, told)
        with pytest.raises(KnownError):
            team_of_environment()
