"""What differs between runs, and their curves over a common axis."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.experiments.comparing import (
    Comparable,
    Measure,
    XAxis,
    comparable,
    differences,
    in_bits,
    measured_alike,
    positions,
    smoothed,
)
from workbench.gui.plots.growing_curve import Smoother
from workbench.project.project import Project
from workbench.store.curves import BUCKETS
from workbench.tasks.registry import find_task, keep_labels
from workbench.tasks.task import Headline
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.measurement import Curve
from workbench.values.model_ref import Bundled, from_text
from workbench.values.run import Input, Run, RunStatus, Teacher


def a_run(number: int = 1, model: str = "starter-en", **settings: object) -> Run:
    return Run(
        number, f"run {number}", Path(str(number)), RunStatus.FINISHED, (Input("Log"),), Bundled(model), model,
        "sha", FineTuning(**settings), datetime(2026, 3, number, tzinfo=UTC),
    )  # fmt: skip


def test_only_the_settings_in_which_runs_differ_are_listed() -> None:
    runs = [a_run(1, seed=1), a_run(2, seed=2), a_run(3, "scratch:starter-en", seed=1)]
    assert {each.name: each.values for each in differences(runs)} == {
        "seed": (1, 2, 1),
        "model": ("starter-en", "starter-en", "scratch:starter-en"),
    }
    assert differences(runs[:1]) == () and differences([]) == ()


def measured(number: int, loss: float, bytes_per_token: float | None, tokenizer: str, **more: object) -> Run:
    return replace(
        a_run(number), best_validation_loss=loss, bytes_per_token=bytes_per_token, tokenizer_sha256=tokenizer, **more
    )


def test_runs_of_one_tokenizer_are_ranked_by_their_loss() -> None:
    runs = [measured(1, 4.0, 3.0, "a"), measured(2, 3.0, 3.0, "a"), replace(a_run(3), corpus_sha256="of no measure")]
    found = comparable(runs)
    assert (found.measure, found.why) == (Measure.LOSS, "")
    assert [run.id for run in found.best_first(runs)] == [2, 1, 3]


def test_where_no_run_did_better_than_what_it_began_from_that_is_said() -> None:
    worse = [measured(n, 4.0, 3.0, "a", base_validation_loss=4.0, kept_step=0) for n in (1, 2)]
    assert comparable(worse).why.startswith("None of these runs did better")
    assert not comparable(worse[:1]).why and comparable(worse).measure is Measure.LOSS
    better = measured(3, 3.0, 3.0, "a", base_validation_loss=4.0, kept_step=5)
    assert not comparable([*worse, better]).why


def test_runs_of_other_tokenizers_are_ranked_by_bits_per_byte() -> None:
    pieces, words = measured(1, 3.0, 3.0, "a"), measured(2, 3.5, 5.0, "b")
    found = comparable([pieces, words])
    assert found.measure is Measure.BITS and "bits per byte can be compared" in found.why
    assert found.best_first([pieces, words]) == [words, pieces], "though its loss is higher"
    spelled = replace(words, spelled_share=0.1)
    assert comparable([pieces, spelled]).best_first([pieces, spelled]) == [pieces, spelled], "spelling costs"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (measured(2, 3.0, 3.0, "a", corpus_sha256="another text of that name"), "different texts"),
        (measured(2, 3.0, 3.0, "a", inputs=(Input("Another"),), corpus_sha256="another"), "different texts"),
        (measured(2, 3.0, 3.0, "a", fine_tuning=FineTuning(context_length=64)), "passages of different lengths"),
        (measured(2, 3.0, None, "", model_sha256="another"), "not known"),
    ],
)
def test_what_was_not_measured_alike_is_not_ranked_and_says_why(other: Run, why: str) -> None:
    runs = [measured(1, 4.0, 3.0, "a"), other]
    found = comparable(runs)
    assert found.measure is None and why in found.why and "none is the best" in found.why
    assert found.best_first(runs) == runs


def of_labels(number: int, folder: Path, *names: str, **more: object) -> Run:
    run = replace(measured(number, 0.5 / number, None, f"tokenizer {number}", **more), folder=folder)
    run = replace(run, inputs=(Input("Log", "labels"),))
    kept = LabelSet(LabelKind.CLASSES, names, (10,) * len(names), 10 * len(names))
    keep_labels(find_task("labels").with_labels(kept), run)
    return run


def test_runs_of_the_same_labels_are_ranked_whatever_their_tokens_are(tmp_path: Path) -> None:
    runs = [
        of_labels(1, tmp_path / "1", "good", "bad"),
        of_labels(2, tmp_path / "2", "bad", "good", fine_tuning=FineTuning(context_length=64)),
    ]
    assert comparable(runs) == Comparable(Measure.LOSS, headline=Headline.LOSS)
    assert measured_alike(runs[0], Measure.LOSS) == measured_alike(runs[1], Measure.LOSS)
    other = of_labels(3, tmp_path / "3", "good", "so-so")
    found = comparable([*runs, other])
    assert found.measure is None and "different labels" in found.why


def test_older_runs_that_began_from_the_same_files_are_ranked_without_their_bytes() -> None:
    assert comparable([measured(1, 4.0, None, ""), measured(2, 3.0, None, "")]).measure is Measure.LOSS
    assert comparable([measured(1, 4.0, 3.0, "a"), measured(2, 3.0, None, "")]).measure is Measure.LOSS


def test_a_curve_in_bits_per_byte_is_what_each_of_its_losses_is() -> None:
    run = replace(measured(1, 4.0, 4.5, "a"), spelled_share=0.02)
    losses = np.array([5.0, 4.0, 0.0])
    assert in_bits(run, losses) == pytest.approx([run.bits_per_byte(loss) for loss in losses.tolist()], rel=1e-12)
    assert in_bits(measured(1, 4.0, None, ""), losses) is None


def test_a_setting_that_means_nothing_to_a_run_has_no_value() -> None:
    found = {each.name: each.values for each in differences([a_run(1), a_run(2, method="lora", lora_rank=8)])}
    assert found["lora_rank"] == (None, 8)
    found = {each.name: each.values for each in differences([a_run(1), a_run(2, steps=None, epochs=2)])}
    assert (found["steps"], found["epochs"]) == ((150, None), (None, 2.0))


def test_a_teacher_and_what_is_learnt_beside_are_told_like_settings() -> None:
    taught = replace(a_run(1), teacher=Teacher(Bundled("gpt-en"), "English"))
    found = {each.name: each.values for each in differences([taught, a_run(2)])}
    assert found["teacher"] == ("English", None) and found["temperature"][1] is None
    both = replace(a_run(3), inputs=(*a_run(3).inputs, Input("poems", weight=0.5)))
    found = {each.name: each.values for each in differences([a_run(2), both])}
    assert found["learnt"] == ("next_word", "next_word:1, next_word#2:0.5")
    assert found["corpus"][1] == f"{found['corpus'][0]} + poems" and "teacher" not in found


def test_a_curve_lies_over_steps_tokens_or_seconds() -> None:
    run = a_run(batch_size=2, accumulate=3, context_length=10)
    curve = Curve(np.array([1.0, 2.0]), np.array([5.0, 4.0]), np.array([0.5, 1.5]))
    assert positions(run, curve, XAxis.STEPS).tolist() == [1, 2]
    assert positions(run, curve, XAxis.TOKENS).tolist() == [60, 120]
    assert positions(run, curve, XAxis.SECONDS).tolist() == [0.5, 1.5]


@given(st.lists(st.floats(-1e3, 1e3), max_size=300), st.sampled_from([0.5, 0.9, 0.99, 0.999]))
def test_smoothing_all_at_once_is_smoothing_one_by_one(values: list[float], memory: float) -> None:
    one_by_one = Smoother(memory).extend(values)
    assert smoothed(np.array(values, dtype=float), memory).tolist() == pytest.approx(one_by_one, rel=1e-6, abs=1e-6)


def test_no_smoothing_leaves_the_values() -> None:
    assert smoothed(np.array([3.0, 1.0, 2.0]), 0.0).tolist() == [3, 1, 2]


def test_of_a_very_long_curve_the_extremes_of_every_stretch_are_read(tale_project: Project) -> None:
    run = tale_project.runs.create(corpus="tale", base=from_text("m"), model_sha256="", fine_tuning=FineTuning())
    steps = 10 * BUCKETS
    values = np.random.default_rng(0).normal(size=steps)
    values[12_345] = 50.0
    with closing(sqlite3.connect(tale_project.folder / "project.sqlite")) as database:
        measured = ((run.id, "loss", step, float(values[step]), step / 10) for step in range(steps))
        database.executemany("INSERT INTO measurements VALUES (?, ?, ?, ?, ?)", measured)
        database.commit()
    curve = tale_project.runs.curves(run, ["loss", "nothing"])["loss"]
    assert len(curve.steps) == 2 * BUCKETS
    assert (np.diff(curve.steps) > 0).all()
    assert (curve.values == values[curve.steps.astype(int)]).all() and (curve.seconds == curve.steps / 10).all()
    for stretch, drawn in zip(values.reshape(BUCKETS, 10), curve.values.reshape(BUCKETS, 2), strict=True):
        assert sorted(drawn) == [stretch.min(), stretch.max()]
