"""Whether learning together helped is found by learning alone what was learnt together."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.labelled_runs import SETTINGS
from workbench.cli.main import main
from workbench.costs.finding import Rule
from workbench.experiments.alone import known, learn_alone
from workbench.experiments.what_now import what_now
from workbench.ground.generators import last
from workbench.measuring.bootstrap import Drawn, Interval
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder
from workbench.values.run import Input


def test_each_is_learnt_alone_from_as_many_examples_and_compared(
    tmp_path: Path, labelled_project: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(labelled_project, tmp_path / "project")
    with Project.open(folder) as project:
        services = Workbench(project)
        beside = (Input("reviews", "next_word"),)
        train = services.training.train("reviews", Folder(tiny_gpt2), SETTINGS, "both", task="labels", beside=beside)
        run = last(train)
        losses = [project.runs.curves(run)[f"{key}/loss"].values for key in run.keys]
        worst = max(values[-1] - values[0] for values in losses)  # every look was the best so far
        assert run.kept_step == run.steps
        assert any(each.rule is Rule.PART_WORSE for each in what_now(project, run)) is bool(worst > 0.02)
        work = learn_alone(services, "both")
        while project.runs.newest() == run:  # it is left in the first of the two, and gone on with below
            next(work)
        work.close()
        assert known(project, run) is None
    assert main(["together", str(folder), "both", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    labels, words = told["inputs"]
    assert labels["steps"] + words["steps"] == SETTINGS.steps
    assert (labels["figure"], words["figure"]) == ("accuracy", "bits_per_byte")
    for each in (labels, words):
        assert each["difference"]["value"] == pytest.approx(each["together"] - each["alone"], abs=1e-9)
    with Project.open(folder) as project:
        services = Workbench(project)
        alone = project.runs.named(labels["run_alone"])
        assert alone.inputs == (Input("reviews", "labels"),) and alone.steps == labels["steps"]
        found = known(project, project.runs.named("both"))
        assert found is not None and [gain.key for gain in found.of] == ["labels", "next_word"]
        assert len(project.runs.every()) == 5  # nothing was made twice
        with pytest.raises(KnownError) as refused:
            last(learn_alone(services, "classes"))
        assert refused.value.code == "together.learnt_one"
    drawn = found.of[0].difference.drawn
    assert isinstance(drawn, Drawn) and isinstance(found.of[1].difference, Interval)
