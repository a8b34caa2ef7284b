"""What was exported and brought in again is the same text, with whatever recipe it was made and is brought in."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from tests.corpora.driving import run
from workbench.corpora.cleaning.recipe import parsed_steps
from workbench.corpora.exported import ABOUT, about
from workbench.corpora.importing import read_corpus, split_file
from workbench.corpora.trial import Trial, try_import
from workbench.values.corpus import CorpusContents, Split
from workbench.values.importing import ImportOptions, SplitBy

SWITCHED = ("whitespace", "unicode", "controls", "invisible")
RECIPES = [dict.fromkeys(chosen, "off") for count in range(5) for chosen in itertools.combinations(SWITCHED, count)]
WORDS = "word " * 60
TEXTS = {
    "spaces": "  indented \n\n line   \n\n\n\n\t tab \t\n \n  \n" + " " * 9_000 + "last\n" + " " * 9_000 + "\n",
    "marks": "cafe\u0301\n\nA\u030a ngstro\u0308m\n\nZu\u00adsammen\n\n\ufeffmiddle\n\nend\ufeff\n",
    "ends of lines": "one\fpage\n\f\n\nvt\x0b\n\u2028ls\u2029ps\x85nel\r\ntwo\rthree\n\nfour\n\nfive",
    "like others": f"{WORDS}\n\n{{\\rtf1 hello}} {WORDS}\n\n<html><p> {WORDS}\n\n"
    f"%PDF-1.4 1 0 obj {WORDS}\n\n~{{<:Ky2;~}}",
    "controls": f"a\x07b and {WORDS}\n\n\x1b[31mred\x1b[0m {WORDS}\n\n\x7f\x9f {WORDS}\n\n{WORDS}\n",
    "one word": "word",
}


def imported(paths: list[Path], folder: Path, recipe: dict[str, str] | None = None) -> CorpusContents:
    folder.mkdir()
    options = None if recipe is None else ImportOptions(parsed_steps(recipe))
    contents: CorpusContents = run(read_corpus(paths, folder, options))[1]
    return contents


def exported(corpus: Path, contents: CorpusContents, folder: Path) -> Path:
    folder.mkdir()
    for split in Split:
        shutil.copyfile(split_file(corpus, split), split_file(folder, split))
    (folder / ABOUT).write_bytes(about(contents, folder))
    return folder


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_that_was_exported_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    for number, recipe in enumerate(RECIPES):
        made = tmp_path / str(number)
        made.mkdir()
        first = imported([tmp_path / "a.txt"], made / "first", recipe)
        folder = exported(made / "first", first, made / "exported")
        for name, again_with in (("default", None), ("same", recipe)):
            again = imported([folder], made / name, again_with)
            assert (again.sha256, again.split_by) == (first.sha256, SplitBy.GIVEN)
            assert ABOUT not in [file.path.name for file in again.skipped]


def test_it_comes_back_out_of_an_archive_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["marks"], encoding="utf-8")
    first = imported([tmp_path / "a.txt"], tmp_path / "first", RECIPES[-1])
    exported(tmp_path / "first", first, tmp_path / "exported")
    archive = Path(shutil.make_archive(str(tmp_path / "mailed"), "zip", tmp_path, "exported"))
    assert imported([archive], tmp_path / "again").sha256 == first.sha256


def test_a_part_that_somebody_changed_or_another_recipe_is_cleaned(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One  \n\nTwo  \n\nThree  \n" * 5)
    first = imported([tmp_path / "a.txt"], tmp_path / "first", {"whitespace": "off"})
    folder = exported(tmp_path / "first", first, tmp_path / "exported")
    imported([folder], tmp_path / "other", {"html": "on"})
    assert "One  " not in split_file(tmp_path / "other", Split.TRAIN).read_text()
    with (folder / "train.txt").open("a") as file:
        file.write("More of it  \n")
    imported([folder], tmp_path / "changed")
    assert "More of it\n" in split_file(tmp_path / "changed", Split.TRAIN).read_text()


@pytest.mark.parametrize("packed", [False, True])
def test_a_trial_cleans_no_more_of_an_exported_text_than_the_import_of_it(tmp_path: Path, packed: bool) -> None:
    (tmp_path / "a.txt").write_text(f"two  spaces \n\n{WORDS}\n\n" * 3, encoding="utf-8")
    kept = imported([tmp_path / "a.txt"], tmp_path / "first", {"whitespace": "off"})
    folder = exported(tmp_path / "first", kept, tmp_path / "exported")
    path = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", folder)) if packed else folder
    trial: Trial = run(try_import([path], ImportOptions()))[1]
    assert not any(effect.changes for effect in trial.effects)
    # Of an archive one part is tried, and its files come in the order of the disk.
    assert all(("two  spaces" in file.cleaned) == ("two  spaces" in file.raw) for file in trial.files)
    assert packed or any("two  spaces" in file.cleaned for file in trial.files)
    assert len(trial.files) == (1 if packed else len(Split)) and not any(file.error for file in trial.files)
