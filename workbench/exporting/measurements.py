"""What runs measured, for other programs: a table as CSV, and TensorBoard's event files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from workbench.ground.escaping import in_spreadsheet
from workbench.ground.names import slug
from workbench.models.language_model import stderr_silenced
from workbench.project.project import Project
from workbench.tasks.registry import shown_of
from workbench.values.fine_tuning import FineTuning
from workbench.values.run import Run

COLUMNS = ("run", "step", "name", "value", "seconds")


def measurements_csv(project: Project, run: Run) -> str:
    """One line for each measurement; losses in nats per token, `seconds` those of the run when it was measured."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for each in project.runs.measurements(run):
        table.writerow((in_spreadsheet(run.name), each.step, each.name, repr(each.value), round(each.seconds, 3)))
    return written.getvalue()


def write_tensorboard(project: Project, run: Run, folder: Path) -> None:
    """An event file with each curve as a scalar, the settings and the samples as texts, at the times they were made.

    TensorFlow's own summaries need the package of TensorBoard, which writing a few records does not.
    """
    with stderr_silenced():
        import tensorflow as tf
        from tensorflow.core.util import event_pb2

    began = run.created.timestamp()
    file = folder / f"events.out.tfevents.{int(began)}.{slug(run.name)}"  # the name that TensorBoard looks for
    with tf.io.TFRecordWriter(str(file)) as writer:
        writer.write(event_pb2.Event(wall_time=began, file_version="brain.Event:2").SerializeToString())
        writer.write(_text(began, 0, "settings", _settings_table(run.fine_tuning)))
        for each in project.runs.measurements(run):
            event = event_pb2.Event(wall_time=began + each.seconds, step=each.step)
            event.summary.value.add(tag=each.name, simple_value=each.value)
            writer.write(event.SerializeToString())
        between = "\n\n" if shown_of(run).answers else ""
        for sample in project.runs.samples(run):
            said = sample.prompt + between + sample.text
            writer.write(_text(began, sample.step, f"sample/{sample.prompt}", said))


def _text(when: float, step: int, tag: str, text: str) -> bytes:
    """As TensorBoard's text plug-in reads it, in Markdown."""
    import tensorflow as tf
    from tensorflow.core.util import event_pb2

    event = event_pb2.Event(wall_time=when, step=step)
    value = event.summary.value.add(tag=tag, tensor=tf.make_tensor_proto([text.encode()], tf.string))
    value.metadata.plugin_data.plugin_name = "text"
    written: bytes = event.SerializeToString()
    return written


def _settings_table(settings: FineTuning) -> str:
    lines = (f"| {name} | {value} |" for name, value in settings.to_json().items() if value is not None)
    return "\n".join(("| setting | value |", "| --- | --- |", *lines))
