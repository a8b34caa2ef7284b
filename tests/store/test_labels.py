"""What a text is labelled with, kept in the project's database."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from workbench.messages.message import message
from workbench.project.project import Project
from workbench.store.contents import NO_CONTENTS
from workbench.values.labels import Contradiction, LabelKind, Labels

LABELS = Labels(
    LabelKind.CLASSES,
    ("praise", "complaint"),
    examples={"train": 8, "validation": 1, "test": 1},
    counts={"train": {"praise": 5, "complaint": 3}, "validation": {"praise": 1}, "test": {"praise": 1}},
    sha256="ab",
    several=True,
    unlabelled=2,
    contradicting=1,
    contradictions=(Contradiction("So it is", ("complaint", "praise")),),
    renamed={"moan": "complaint", "other": ""},
)


def test_the_labels_of_a_text_are_kept_and_a_text_without_any_has_none(tmp_path: Path) -> None:
    without = message("labels.one_class", label="a")
    with Project.create(tmp_path / "p") as project:
        for name, contents in (
            ("labelled", replace(NO_CONTENTS, labels=LABELS)),
            ("plain", replace(NO_CONTENTS, without_labels=without)),
        ):
            with project.corpora.draft(name) as draft:
                draft.finish(contents, name)
    with Project.open(tmp_path / "p") as project:
        assert project.corpora.named("labelled").contents.labels == LABELS
        assert project.corpora.named("plain").contents.labels is None
        assert project.corpora.named("plain").contents.without_labels == without


def test_the_texts_of_an_older_project_have_no_labels_and_keep_their_runs(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parent / "schema_0005.sqlite", tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        corpora = project.corpora.every()
        assert corpora and all(corpus.contents.labels is None for corpus in corpora)
        assert {run.corpus for run in project.runs.every()} <= {corpus.name for corpus in corpora}
        assert project.runs.every()
