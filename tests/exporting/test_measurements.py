"""What a run measured, for a spreadsheet and for TensorBoard: every number as it was recorded."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from workbench.exporting.formats import Format, export_run
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import SampleWritten, StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.prediction import Prediction, Sample


@pytest.fixture
def services(tale_project: Project) -> Workbench:
    run = tale_project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="5", fine_tuning=FineTuning(seed=4), name="first"
    )
    with tale_project.runs.recorder(run) as recorder:
        recorder.record(Validated(0, 5.0, True, 0.0))
        for step in range(1, 4):
            recorder.record(StepMeasured(step, 3, 1 / 3 + step, 1e-4, 1.0, 100.0, 0.5 * step, 1.0))
        recorder.record(SampleWritten(Sample(3, "Anna", " lit 你好", (Prediction("lit", 0.5, " lit"),))))
    return Workbench(tale_project)


def test_the_table_has_every_number_to_its_last_digit(services: Workbench, tmp_path: Path) -> None:
    file = last(export_run(services, "first", tmp_path / "run.csv", Format.CSV))
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    losses = [(int(row["step"]), float(row["value"]), row["seconds"]) for row in rows if row["name"] == "loss"]
    assert losses == [(1, 1 / 3 + 1, "0.5"), (2, 1 / 3 + 2, "1.0"), (3, 1 / 3 + 3, "1.5")]
    assert {row["name"] for row in rows} == {
        "loss", "learning_rate", "gradient_norm", "tokens_per_second", "validation_loss",
    }  # fmt: skip
    assert {row["run"] for row in rows} == {"first"}


def test_tensorboard_finds_the_curves_at_the_times_they_were_made_and_the_samples(
    services: Workbench, tmp_path: Path
) -> None:
    folder = last(export_run(services, "first", tmp_path / "events", Format.TENSORBOARD))
    import tensorflow as tf
    from tensorflow.core.util import event_pb2

    (file,) = folder.iterdir()
    assert file.name.startswith("events.out.tfevents.")
    events = [event_pb2.Event.FromString(raw.numpy()) for raw in tf.data.TFRecordDataset(str(file))]
    assert events[0].file_version == "brain.Event:2"
    values = [(event, value) for event in events for value in event.summary.value]
    losses = [(event.step, value.simple_value) for event, value in values if value.tag == "loss"]
    np.testing.assert_allclose(losses, [(1, 1 / 3 + 1), (2, 1 / 3 + 2), (3, 1 / 3 + 3)])
    times = [event.wall_time for event, value in values if value.tag == "loss"]
    assert times[1] - times[0] == pytest.approx(0.5)
    texts = {value.tag: value.tensor.string_val[0].decode() for _, value in values if value.HasField("tensor")}
    assert texts["sample/Anna"] == "Anna lit 你好" and "| seed | 4 |" in texts["settings"]


def test_the_name_of_a_run_that_looks_like_a_formula_is_shown(services: Workbench, tmp_path: Path) -> None:
    services.project.runs.rename(services.project.runs.named("first"), "=1+1")
    file = last(export_run(services, "=1+1", tmp_path / "run.csv", Format.CSV))
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["run"] for row in rows} == {"'=1+1"}
