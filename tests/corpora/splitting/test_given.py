"""Data sets that come divided: whatever their files are called and whatever lies beside them, the split is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.corpora.driving import run
from workbench.corpora.importing import read_corpus, split_file
from workbench.values.corpus import CorpusContents, Split
from workbench.values.importing import ImportOptions, SplitBy


def sentences(what: str, count: int = 40) -> str:
    return "\n\n".join(f"The {what} sentence number {number} goes on for a while." for number in range(count))


def data_set(folder: Path, names: dict[str, str]) -> Path:
    for name, what in names.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(sentences(what, 40 if what == "training" else 5))
    return folder


def imported(paths: list[Path], folder: Path, options: ImportOptions | None = None) -> CorpusContents:
    folder.mkdir()
    contents: CorpusContents = run(read_corpus(paths, folder, options))[1]
    return contents


def part(folder: Path, split: Split) -> str:
    return split_file(folder, split).read_text()


WHOLE = {
    "alone": ("train.txt", "valid.txt", "test.txt"),
    "with a prefix": ("ptb.train.txt", "ptb.valid.txt", "ptb.test.txt"),
    "another ending": ("wiki.train.tokens", "wiki.valid.tokens", "wiki.test.tokens"),
    "in pieces": ("train-00000-of-00001.txt", "dev-00000-of-00001.txt", "test-00000-of-00001.txt"),
    "in folders": ("train/1.txt", "dev/1.txt", "test/1.txt"),
    "in folders of kinds": ("train/good/1.txt", "validation/bad/2.txt", "test/good/1.txt"),
}


@pytest.mark.parametrize("names", WHOLE.values(), ids=WHOLE)
@pytest.mark.parametrize("packed", ["", ".zip", ".tar.gz"], ids=["a folder", "a ZIP archive", "a tar archive"])
def test_a_given_split_is_kept_and_what_lies_beside_it_is_left_out_and_said(
    tmp_path: Path, names: tuple[str, str, str], packed: str
) -> None:
    folder = data_set(tmp_path / "set", dict(zip(names, ("training", "checking", "last"), strict=True)))
    for beside in ("README", "LICENSE", "labels.txt"):
        (folder / beside).write_text("Not a part of the text itself.\n" * 400)
    paths = [folder]
    if packed:
        kind = {".zip": "zip", ".tar.gz": "gztar"}[packed]
        paths = [Path(shutil.make_archive(str(tmp_path / "packed"), kind, tmp_path, "set"))]
    contents = imported(paths, tmp_path / "corpus")
    assert contents.split_by is SplitBy.GIVEN
    assert part(tmp_path / "corpus", Split.TRAIN).strip() == sentences("training")
    assert part(tmp_path / "corpus", Split.VALIDATION).strip() == sentences("checking", 5)
    assert part(tmp_path / "corpus", Split.TEST).strip() == sentences("last", 5)
    assert {file.code for file in contents.skipped} == {"file.beside_split"}
    assert any(str(file.fields["file"]).endswith("labels.txt") for file in contents.skipped)


def test_where_only_a_test_is_given_what_validates_is_taken_from_the_training_text(tmp_path: Path) -> None:
    contents = imported(
        [data_set(tmp_path / "set", {"train.txt": "training", "test.txt": "last"})], tmp_path / "corpus"
    )
    assert contents.split_by is SplitBy.GIVEN
    assert part(tmp_path / "corpus", Split.TEST).strip() == sentences("last", 5)
    training, checking = part(tmp_path / "corpus", Split.TRAIN), part(tmp_path / "corpus", Split.VALIDATION)
    assert checking.strip() and len(checking) < len(training) / 4
    for sentence in sentences("training").split("\n\n"):
        assert (sentence in training) != (sentence in checking)


def test_texts_from_elsewhere_are_trained_on_and_what_is_about_others_is_not(tmp_path: Path) -> None:
    data_set(tmp_path / "all" / "set", {"train.txt": "training", "valid.txt": "checking"})
    (tmp_path / "all" / "letter.txt").write_text("A letter that somebody wrote.")
    (tmp_path / "all" / "README").write_text("What all of this is.")
    contents = imported([tmp_path / "all"], tmp_path / "corpus")
    assert "A letter that" in part(tmp_path / "corpus", Split.TRAIN)
    assert part(tmp_path / "corpus", Split.VALIDATION).strip() == sentences("checking", 5)
    assert [file.fields["file"] for file in contents.skipped] == ["README"]


def test_what_is_meant_to_check_with_is_never_trained_on_however_much_lies_beside_it(tmp_path: Path) -> None:
    data_set(tmp_path / "books" / "old", {"train.txt": "training", "test.txt": "checking"})
    (tmp_path / "books" / "novel.txt").write_text(sentences("novel", 500))
    contents = imported([tmp_path / "books"], tmp_path / "corpus")
    assert contents.split_by is SplitBy.GIVEN and not contents.skipped
    assert part(tmp_path / "corpus", Split.TEST).strip() == sentences("checking", 5)
    assert "checking" not in part(tmp_path / "corpus", Split.TRAIN)
    assert "novel" in part(tmp_path / "corpus", Split.TRAIN) and "novel" in part(tmp_path / "corpus", Split.VALIDATION)


def test_titles_that_have_such_words_in_them_are_no_split(tmp_path: Path) -> None:
    books = data_set(tmp_path / "books", {"How to train a dog.txt": "training", "Acid test.txt": "last"})
    assert imported([books], tmp_path / "corpus").split_by is SplitBy.BLOCKS
