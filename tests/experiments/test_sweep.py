"""What a sweep tries, what it costs, and what becomes of its runs; with the real engine."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from workbench.experiments.queue import Queue
from workbench.experiments.sweep import MOST_RUNS, Scale, Sweep, Varied, in_words, plan, queue_sweep, setting_in
from workbench.experiments.sweep_winner import conclude_sweep
from workbench.experiments.turns import TurnEnded
from workbench.ground.speech import ZH_HANS, spoken_by
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench
from workbench.training.events import CheckpointSaved, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import RunStatus

TINY = FineTuning(steps=4, batch_size=4, context_length=16, validate_every=2, precision="float32")


@pytest.fixture
def services(tiny_services: Workbench) -> Workbench:
    return tiny_services


def tried(sweep: Sweep, *names: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(each, name) for name in names) for each in sweep.fine_tunings()]


def test_a_run_is_named_by_the_words_of_its_choices() -> None:
    sweep = Sweep(TINY, (Varied("mixing", ("given", "size")), Varied("learning_rate", (5e-5,))))
    named = [in_words(each, sweep) for each in sweep.fine_tunings()]
    assert named[1].endswith("By the size of the texts, Learning rate 0.00005") and "As given" in named[0]
    assert "按文本大小" in in_words(sweep.fine_tunings()[1], sweep, partial(setting_in, spoken_by(ZH_HANS)))


def test_a_grid_is_every_combination_of_two_settings() -> None:
    sweep = Sweep(TINY, (Varied("learning_rate", (1e-3, "1e-2")), Varied("method", ("full", "lora"))))
    assert tried(sweep, "learning_rate", "method") == [
        (0.001, Method.FULL), (0.001, Method.LORA), (0.01, Method.FULL), (0.01, Method.LORA),
    ]  # fmt: skip
    assert {each.steps for each in sweep.fine_tunings()} == {4}


def test_a_range_is_walked_in_equal_steps_or_in_equal_ratios() -> None:
    assert Varied("dropout", low=0.0, high=0.4, count=3).grid() == (0.0, 0.2, 0.4)
    assert Varied("learning_rate", low=1e-4, high=1e-1, scale=Scale.LOG, count=4).grid() == (1e-4, 1e-3, 1e-2, 1e-1)
    assert Varied("batch_size", low=1, high=4, count=9).grid() == (1, 2, 3, 4)


def test_random_draws_are_the_same_for_the_same_seed_and_lie_in_the_range() -> None:
    varied = (Varied("learning_rate", low=1e-5, high=1e-1, scale=Scale.LOG), Varied("seed", (1, 2)))
    drawn = tried(Sweep(TINY, varied, draws=20, seed=3), "learning_rate", "seed")
    assert drawn == tried(Sweep(TINY, varied, draws=20, seed=3), "learning_rate", "seed")
    assert drawn != tried(Sweep(TINY, varied, draws=20, seed=4), "learning_rate", "seed")
    assert len(set(drawn)) == 20
    assert all(1e-5 <= rate <= 1e-1 for rate, _ in drawn)
    assert 5 <= sum(rate < 1e-3 for rate, _ in drawn) <= 15, "half of them in each half of the magnitudes"


def test_a_draw_never_comes_twice() -> None:
    assert sorted(tried(Sweep(TINY, (Varied("seed", (1, 2, 3)),), draws=10), "seed")) == [(1,), (2,), (3,)]


def test_a_budget_for_all_runs_together_is_shared_out() -> None:
    sweep = Sweep(FineTuning(steps=100), (Varied("seed", (1, 2, 3)),), is_shared=True)
    assert tried(sweep, "steps") == [(33,)] * 3
    sweep = Sweep(FineTuning(steps=None, minutes=6.0), (Varied("seed", (1, 2, 3)),), is_shared=True)
    assert tried(sweep, "minutes") == [(2.0,)] * 3
    with pytest.raises(KnownError) as refused:
        Sweep(FineTuning(steps=2), (Varied("seed", (1, 2, 3)),), is_shared=True).fine_tunings()
    assert refused.value.code == "sweep.budget"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("learning_rate=1e-4, 3e-4", (1e-4, 3e-4)),
        ("seed=1..5:linear:3", (1, 3, 5)),
        ("learning_rate=1e-4..1e-2:log", (1e-4, 1e-3, 1e-2)),
        ("method=full,lora", (Method.FULL, Method.LORA)),
    ],
)
def test_what_is_tried_is_written_in_one_word(text: str, values: tuple[object, ...]) -> None:
    assert Varied.parse(text).grid() == values


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nonsense=1,2", "setting.unknown"),
        ("steps=10,20", "setting.unknown"),
        ("seed", "setting.invalid"),
        ("seed=1,x", "setting.invalid"),
        ("seed=5..1", "setting.invalid"),
        ("learning_rate=0..1:log:3", "setting.invalid"),
        ("learning_rate=1..2:square:3", "setting.invalid"),
        ("method=1..2", "setting.invalid"),
        ("dropout=0..5", "setting.invalid"),
    ],
)
def test_what_cannot_be_tried_is_refused(text: str, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        Varied.parse(text)
    assert refused.value.code == code


def test_a_sweep_varies_one_or_two_settings_and_has_not_too_many_runs() -> None:
    seeds = Varied("seed", (1, 2))
    for varied in ((), (seeds, seeds), (seeds, Varied("warmup", (0,)), Varied("dropout", (0,)))):
        with pytest.raises(KnownError) as refused:
            Sweep(TINY, varied)
        assert refused.value.code == "sweep.settings"
    with pytest.raises(KnownError) as refused:
        Sweep(TINY, (Varied("seed", low=1, high=1000, count=MOST_RUNS + 1),))
    assert refused.value.code == "sweep.too_many"


def test_what_each_run_costs_is_known_before_anything_is_queued(services: Workbench, tiny_gpt2: Path) -> None:
    planned = plan(services, "tale", Folder(tiny_gpt2), Sweep(TINY, (Varied("batch_size", (2, 8)),)))
    assert [each.estimate.steps for each in planned] == [4, 4]
    assert planned[0].estimate.seconds < planned[1].estimate.seconds
    assert services.project.runs.every() == ()


def test_a_sweep_with_a_run_that_does_not_fit_is_refused_as_a_whole(services: Workbench) -> None:
    huge = Varied("batch_size", (1, 4096))
    with pytest.raises(KnownError) as refused:
        queue_sweep(services, "tale", from_text("starter-en"), Sweep(FineTuning(), (huge,)))
    assert refused.value.code == "sweep.does_not_fit" and "Batch size 4096" in str(refused.value)
    assert services.project.runs.every() == ()


def test_a_setting_that_changes_nothing_of_what_is_learnt_is_not_varied(services: Workbench, tiny_gpt2: Path) -> None:
    sweep = Sweep(TINY, (Varied("mixing", ("given", "size")),))
    with pytest.raises(KnownError) as error:
        queue_sweep(services, "tale", Folder(tiny_gpt2), sweep)
    assert error.value.code == "sweep.without_effect" and "“Weights of the tasks” changes nothing" in str(error.value)
    assert not services.project.runs.every()


def test_the_best_run_is_the_winner_and_the_others_keep_all_but_their_weights(
    services: Workbench, tiny_gpt2: Path
) -> None:
    project = services.project
    sweep = Sweep(TINY, (Varied("learning_rate", (1e-9, 1e-2)),))
    record = queue_sweep(services, "tale", Folder(tiny_gpt2), sweep, "rates", ["Anna"])
    waiting = project.queue.waiting()
    assert [run.name for run in waiting] == ["rates: Learning rate 0.000000001", "rates: Learning rate 0.01"]
    assert {(run.group, run.status, run.sweep_id) for run in waiting} == {("rates", RunStatus.QUEUED, record.id)}
    ended = [event for event in Queue(services).run() if isinstance(event, TurnEnded)]
    slow, fast = (project.runs.named(run.name) for run in waiting)
    assert fast.is_winner and not slow.is_winner
    assert project.checkpoints.of(fast) and not project.checkpoints.of(slow)
    assert not (slow.folder / "checkpoints").exists() and sum(each.freed_bytes for each in ended) > 10_000
    assert len(project.runs.curves(slow)["loss"].steps) == 4 and len(project.runs.samples(slow)) == 3


def test_a_sweep_over_the_context_length_crowns_nobody_and_prunes_nothing(services: Workbench, tiny_gpt2: Path) -> None:
    project = services.project
    varied = (Varied("context_length", (16, 32)), Varied("learning_rate", (1e-3, 1e-2)))
    sweep = Sweep(TINY.with_settings({"steps": 2}), varied)
    assert not sweep.has_winner and Sweep(TINY, varied[1:]).has_winner
    queue_sweep(services, "tale", Folder(tiny_gpt2), sweep)
    ended = [event for event in Queue(services).run() if isinstance(event, TurnEnded)]
    runs = project.runs.every()
    assert len(ended) == len(runs) == 4 and all(run.got_better for run in runs)
    assert not any(run.is_winner for run in runs) and all(project.checkpoints.of(run) for run in runs)


def test_what_else_a_sweep_may_vary_leaves_the_validation_as_it_is(services: Workbench, tiny_gpt2: Path) -> None:
    sweep = Sweep(TINY.with_settings({"steps": 2}), (Varied("label_smoothing", (0.0, 0.3)),))
    queue_sweep(services, "tale", Folder(tiny_gpt2), sweep)
    for _ in Queue(services).run():
        pass
    runs = services.project.runs.every()
    assert len({run.base_validation_loss for run in runs}) == 1, "the same weights have the same loss"
    assert len({(run.tokenizer_sha256, run.corpus_sha256, run.bytes_per_token) for run in runs}) == 1
    assert sum(run.is_winner for run in runs) == 1


@pytest.mark.parametrize(
    ("keeps_all", "pruned"), [(False, ["lost"]), (True, [])], ids=["pruned", "kept where that was asked for"]
)
def test_what_was_stopped_or_is_needed_by_a_waiting_run_is_not_pruned(
    services: Workbench, keeps_all: bool, pruned: list[str]
) -> None:
    project = services.project
    record = project.sweeps.add("by hand", {}, keeps_all=keeps_all)
    runs = []
    for name, loss, status in (
        ("best", 3.0, RunStatus.FINISHED), ("stopped", 4.0, RunStatus.STOPPED), ("needed", 4.0, RunStatus.FINISHED),
        ("lost", 4.0, RunStatus.FINISHED), ("failed", None, RunStatus.FAILED),
    ):  # fmt: skip
        run = project.runs.create(
            corpus="tale",
            base=from_text("starter-en"),
            model_sha256="",
            fine_tuning=TINY,
            name=name,
            sweep_id=record.id,
        )
        checkpoint = run.folder / "checkpoints" / "step-00000004"
        checkpoint.mkdir(parents=True)
        (checkpoint / "weights").write_bytes(b"0" * 1000)
        with project.runs.recorder(run) as recorder:
            recorder.record(Validated(0, 5.0, True, 0.0))
            if loss is not None:
                recorder.record(Validated(4, loss, True, 1.0))
                recorder.record(CheckpointSaved(4, checkpoint, True))
        runs.append(project.runs.finish(run, status))
    Queue(services).add("tale", services.models.named("needed"), TINY)
    assert conclude_sweep(project, record.id).freed_bytes == 1000 * len(pruned)
    assert [run.name for run in runs if not (run.folder / "checkpoints").exists()] == pruned
    assert [run.name for run in project.runs.every() if run.is_winner] == ["best"]
