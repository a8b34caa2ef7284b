"""Findings come back as they were, as long as the run is what it was."""

from __future__ import annotations

from workbench.experiments.against_base import BeforeAfter, compare
from workbench.experiments.kept import keep, kept
from workbench.experiments.learnt import Learnt
from workbench.ground.generators import last
from workbench.services.workbench import Workbench
from workbench.training.events import CheckpointSaved


def test_findings_hold_for_the_checkpoints_they_were_made_from(learnt_tale: Workbench, learnt_found: Learnt) -> None:
    project, run = learnt_tale.project, learnt_tale.project.runs.named("first")
    comparison = last(compare(learnt_tale, learnt_tale.models.named("first"), "tale"))
    assert kept(project, run, "validation", BeforeAfter) is None
    keep(project, run, "validation", comparison)
    keep(project, run, "learnt", learnt_found)
    assert kept(project, run, "validation", BeforeAfter) == comparison
    assert kept(project, run, "learnt", Learnt) == learnt_found
    assert kept(project, run, "learnt", BeforeAfter) is None  # what an older version kept reads as nothing
    checkpoints = [checkpoint.folder.name for checkpoint in project.checkpoints.of(run)]
    content = dict(project.findings.find(run.id, "validation", checkpoints) or {})
    # As it was kept before an interval said how it was found.
    undrawn = {name: value for name, value in content["bits_per_byte"].items() if name != "drawn"}
    for other in ({"bits_per_byte": undrawn}, {"is_paired": True}, {"loss": [1]}, {"loss": {"value": "1"}}):
        project.findings.keep(run.id, "validation", checkpoints, content | other)
        assert kept(project, run, "validation", BeforeAfter) is None
    later = run.folder / "checkpoints" / "step-00000099"
    later.mkdir()
    with project.runs.recorder(run) as recorder:
        recorder.record(CheckpointSaved(99, later, False))
    assert kept(project, run, "learnt", Learnt) is None
