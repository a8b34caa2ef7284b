"""What a teacher handed on, and a text that it wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.corpora.importing import split_file
from workbench.costs.finding import Rule
from workbench.experiments.handed import known
from workbench.experiments.what_now import what_now
from workbench.experiments.written_text import PROMPT_WORDS
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import SplitBy
from workbench.values.model_ref import Folder

SETTINGS = FineTuning(
    steps=6, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=3, precision="float32"
)


def test_a_student_is_told_beside_its_teacher_and_the_same_without_one(
    tiny_services: Workbench, tiny_gpt2: Path, two_layers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services, project = tiny_services, tiny_services.project
    student = Folder(tiny_gpt2)
    run = last(services.training.train("tale", student, SETTINGS, "student", teacher=Folder(two_layers)))
    folder = project.folder
    project.close()
    assert main(["handed", str(folder), "student", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["figure"] == "bits_per_byte" and told["student"]["name"] == "student"
    assert told["teacher"]["parameters"] > told["student"]["parameters"] == told["without_teacher"]["parameters"]
    change = told["student"]["figure"] - told["without_teacher"]["figure"]
    assert told["difference"]["value"] == pytest.approx(change, abs=1e-6)
    with Project.open(folder) as again:
        alone = again.runs.named(told["without_teacher"]["name"])
        assert alone.teacher is None and alone.steps == run.steps and alone.base == run.base
        taught = again.runs.named("student")
        found = known(again, taught)
        assert found is not None and not found.has_helped, "of a teacher that knows nothing"
        said = [each.said for each in what_now(again, taught) if each.rule is Rule.TAUGHT_IN_VAIN]
        assert [each.fields["teacher"] for each in said] == [found.teacher.name]
        before = len(again.runs.every())
    assert main(["handed", str(folder), "student"]) == 0
    assert "Teacher" in capsys.readouterr().out
    with Project.open(folder) as again:
        assert len(again.runs.every()) == before  # it was not made anew
        assert main(["handed", str(folder), alone.name]) == 2


def test_what_a_teacher_writes_is_learnt_from_and_never_measured_on(
    tiny_services: Workbench, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, tale = tiny_services.project, tiny_services.project.corpora.named("tale")
    folder = project.folder
    kept = {split: split_file(tale.folder, split).read_bytes() for split in Split}
    words = {" ".join(each.split()[:PROMPT_WORDS]) for each in kept[Split.TRAIN].decode().split("\n")}
    project.close()
    line = ["write", str(folder), "--model", str(tiny_gpt2), "--corpus", "tale", "--words", "100"]
    assert main([*line, "--name", "written", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["written_by"] == "tiny-gpt2"
    assert main([*line, "--name", "the same"]) == 0
    assert main(["corpora", str(folder)]) == 0
    assert capsys.readouterr().out.count("was written by a model, “tiny-gpt2”") == 2
    with Project.open(folder) as again:
        written, same = again.corpora.named("written"), again.corpora.named("the same")
        assert written.contents.split_by is SplitBy.GIVEN and written.contents.sha256 == same.contents.sha256
        for split in (Split.VALIDATION, Split.TEST):
            assert split_file(written.folder, split).read_bytes() == kept[split]
        passages = split_file(written.folder, Split.TRAIN).read_text(encoding="utf-8").split("\n\n")
        assert all(any(passage.startswith(each) for each in words) for passage in passages if passage.strip())
        assert written.contents.statistics.words >= 100
