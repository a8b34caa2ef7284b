"""What a run begins from, as text and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.values.model_ref import Bundled, Folder, Hub, ModelRef, OfRun, Scratch, as_text, from_text


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("starter-en", Bundled("starter-en")),
        ("Starter English", Bundled("Starter English")),  # as older rows have it
        ("/models/tiny", Folder(Path("/models/tiny"))),
        ("./tiny", Folder(Path("./tiny"))),
        ("~/a/tiny", Folder(Path("~/a/tiny"))),
        ("@project/models/tiny", Folder(Path("@project/models/tiny"))),  # a project on its way
        ("org/model", Hub("org/model")),
        ("org/model@abc123", Hub("org/model", "abc123")),
        ("scratch:lstm-words", Scratch(Bundled("lstm-words"))),
        ("scratch:/models/tiny", Scratch(Folder(Path("/models/tiny")))),
        ("scratch:org/model@abc123", Scratch(Hub("org/model", "abc123"))),
        ("12", OfRun(12)),
    ],
)
def test_text_becomes_a_value_and_the_same_text_again(text: str, ref: ModelRef) -> None:
    assert from_text(text) == ref
    assert from_text(as_text(ref)) == ref


def test_windows_paths_are_folders_wherever_they_are_read() -> None:
    assert isinstance(from_text(r"C:\models\tiny"), Folder) and isinstance(from_text("C:/tiny"), Folder)


def test_a_person_is_not_shown_the_commit() -> None:
    assert str(Scratch(Hub("org/model", "abc123"))) == "scratch:org/model"
