"""What is said of a run of labels where it is handed on: reports and archives."""

from __future__ import annotations

from pathlib import Path

from workbench.exporting.pages import page
from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.exporting.report import facts, report_html
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.labels import LabelKind
from workbench.values.model_ref import OfRun


def test_a_report_shows_labels_where_others_show_next_words(telling: Workbench) -> None:
    project = telling.project
    classes, tags = project.runs.named("classes"), project.runs.named("tags")
    for shown in (report_html(project, [classes]), page("print.html", **printed(project))):
        for fact in ("Macro F1", "40.0%", "87.5%", "What it says of the pinned texts", "Of “It was warm”", "so-so"):
            assert fact in shown, fact
        lowered = shown.lower()
        assert "perplexity" not in lowered and "bits per byte" not in lowered and "expects next" not in lowered
        assert "It was warmgood" not in shown and "It was warm</span>good" not in shown
    several = report_html(project, [classes, tags])
    for heading in ("Loss in nats, before", "Loss in nats, after", "Figure"):
        assert f"<th>{heading}</th>" in several, heading
    assert "Bits per byte" not in several and "F1 of spans" in several and "It was/B-VP warm</p>" in several


def printed(project: Project) -> dict[str, object]:
    shown = facts(project, [project.runs.named("classes")])
    return {**shown, "colours": ("#000000",) * 12, "picture_width": 100}


def test_a_run_of_labels_is_asked_after_its_project_was_packed_and_unpacked(telling: Workbench, tmp_path: Path) -> None:
    last(pack_project(telling.project, tmp_path / "all.zip"))
    folder = last(unpack_project(tmp_path / "all.zip", tmp_path / "again"))
    with Project.look(folder) as opened:
        again = Workbench(opened)
        for name in ("several", "roles"):
            run = opened.runs.named(name)
            assert again.labelling.labels_of(OfRun(run.id)) == telling.labelling.labels_of(OfRun(run.id))
        assert opened.corpora.named("chunks").contents.labels is not None
        assert again.labelling.labels_of(OfRun(opened.runs.named("roles").id)).kind is LabelKind.ROLES
        expected, found = (
            last(each.labelling.classify(each.models.named("several"), ["It was warm"])) for each in (telling, again)
        )
        assert found == expected
