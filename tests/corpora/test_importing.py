from __future__ import annotations

import tarfile
import threading
from collections.abc import Generator
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpora.segments import segments_of
from tests.places import SHARED
from workbench.corpora import importing
from workbench.corpora.cleaning.cleaner import clean
from workbench.corpora.cleaning.recipe import parsed_steps
from workbench.corpora.importing import default_name, read_corpus, split_file
from workbench.corpora.statistics import languages
from workbench.ground.alongside import until_none_is_left
from workbench.messages.errors import KnownError
from workbench.values.corpus import CorpusContents, Split
from workbench.values.importing import ImportOptions, SplitBy
from workbench.values.progress import Progress

SHARED = SHARED
Result = TypeVar("Result")


def run(job: Generator[Progress, None, Result]) -> tuple[list[Progress], Result]:
    seen: list[Progress] = []
    while True:
        try:
            seen.append(next(job))
        except StopIteration as stop:
            return seen, stop.value


def imported(files: list[Path], folder: Path, seed: int = 0) -> CorpusContents:
    folder.mkdir(exist_ok=True)
    return run(read_corpus(files, folder, ImportOptions(split_seed=seed)))[1]


def texts(folder: Path) -> dict[Split, str]:
    return {split: split_file(folder, split).read_bytes().decode() for split in Split}


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder of files a person might drop: four with text, two without."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(3):
        paragraphs = [f"Letter {number}, paragraph {count}: " + "so it goes. " * 9 for count in range(40)]
        (folder / f"{number}.txt").write_bytes("\r\n\r\n".join(paragraphs).encode())
    (folder / "blank.txt").write_text("\ufeff \n\f\n\ufeff", encoding="utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "windows.txt").write_bytes("Un café noir, s’il vous plaît.".encode("cp1252"))
    return folder


def test_a_folder_becomes_three_text_files_with_everything_readable_in_it(letters: Path, tmp_path: Path) -> None:
    contents = imported([letters], tmp_path / "corpus")
    assert [source.path.name for source in contents.sources] == ["0.txt", "1.txt", "2.txt", "windows.txt"]
    assert {file.path.name: file.code for file in contents.skipped} == {
        "blank.txt": "file.empty",
        "photo.jpg": "file.picture",
    }
    written = texts(tmp_path / "corpus")
    for number in range(3):
        for count in range(40):
            assert sum(text.count(f"Letter {number}, paragraph {count}:") for text in written.values()) == 1
    assert contents.statistics.paragraphs == 121
    assert contents.statistics.split_characters == {
        split: sum(map(len, segments_of(text))) for split, text in written.items()
    }
    assert contents.cleaning["line_ends"] == 3 * 39 * 2
    assert contents.cleaning["whitespace"] == 120


def test_every_skipped_file_can_say_why(letters: Path, tmp_path: Path) -> None:
    sentences = [str(KnownError(file.code, **file.fields)) for file in imported([letters], tmp_path / "corpus").skipped]
    assert any("photo.jpg" in sentence for sentence in sentences)


def test_progress_counts_the_bytes_of_the_files(letters: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    seen, _ = run(read_corpus([letters], tmp_path / "corpus"))
    size = sum(path.stat().st_size for path in letters.iterdir())
    reading = [progress for progress in seen if progress.what]
    assert {progress.what for progress in reading} == {path.name for path in letters.iterdir()}
    assert [progress.done for progress in reading] == sorted(progress.done for progress in reading)
    assert reading[-1].done == size and {progress.total for progress in reading} == {size}


def test_the_files_themselves_are_left_as_they_were(letters: Path, tmp_path: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in letters.iterdir()}
    imported([letters], tmp_path / "corpus")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in letters.iterdir()} == before


def test_the_same_text_has_the_same_hash_and_another_split_another(letters: Path, tmp_path: Path) -> None:
    one = imported([letters], tmp_path / "one").sha256
    files = [letters / name for name in ("0.txt", "1.txt", "2.txt", "windows.txt")]
    assert imported(files, tmp_path / "two").sha256 == one
    assert imported([letters], tmp_path / "three", seed=1).sha256 != one
    (letters / "2.txt").write_text("Another letter.")
    assert imported([letters], tmp_path / "four").sha256 != one


def test_nothing_readable_is_refused_with_the_reasons_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "corpus").mkdir()
    with pytest.raises(KnownError) as caught:
        run(read_corpus([tmp_path / "empty.txt", tmp_path / "none.txt"], tmp_path / "corpus"))
    assert caught.value.code == "corpus.nothing_read"
    assert "“empty.txt” is empty." in str(caught.value) and "“none.txt”" in str(caught.value)
    assert not any((tmp_path / "corpus").iterdir())


def test_a_folder_without_files_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    with pytest.raises(KnownError, match="hollow"):
        run(read_corpus([tmp_path / "hollow"], tmp_path))


def test_closing_between_files_writes_nothing(letters: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    job = read_corpus([letters], tmp_path / "corpus")
    next(job)
    job.close()
    assert not any((tmp_path / "corpus").iterdir())


def test_the_name_comes_from_the_file_or_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "my letters"
    folder.mkdir()
    one, two = folder / "to  Ada.txt", folder / "to Grace.txt"
    assert default_name([one]) == "to Ada"
    assert default_name([folder]) == "my letters"
    assert default_name([one, two]) == "to Ada + 1"
    assert default_name([one, tmp_path / "other.txt", folder]) == "to Ada + 2"
    assert default_name([Path("/")]) == default_name([]) == "Text"


@pytest.mark.skipif(not (SHARED / "corpora" / "bench.tar.xz").is_file(), reason="the benchmark corpora are not here")
def test_shakespeare_keeps_every_speech_and_is_split_in_tenths(tmp_path: Path) -> None:
    with tarfile.open(SHARED / "corpora" / "bench.tar.xz") as archive:
        member = archive.extractfile("bench/tinyshakespeare/input.txt")
        assert member is not None
        (tmp_path / "input.txt").write_bytes(member.read())
    contents = imported([tmp_path / "input.txt"], tmp_path / "corpus")
    speeches = clean((tmp_path / "input.txt").read_text())[0].split("\n\n")
    found = [
        speech
        for text in texts(tmp_path / "corpus").values()
        for segment in segments_of(text)
        for speech in segment.split("\n\n")
    ]
    assert sorted(found) == sorted(speeches)
    total = contents.statistics.characters
    for split in (Split.VALIDATION, Split.TEST):
        assert contents.statistics.split_characters[split] / total == pytest.approx(0.1, abs=0.01)
    assert contents.statistics.words > 200_000


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=12))
def test_exporting_and_importing_a_corpus_gives_the_same_text(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    (folder / "a.txt").write_text("\n\n".join(paragraphs), encoding="utf-8", errors="replace")
    (folder / "b.txt").write_text("There is always some text, and then some more.")
    first = imported([folder], folder / "first")
    exported = [split_file(folder / "first", split) for split in Split]
    again = imported(exported, folder / "again")
    assert texts(folder / "again") == texts(folder / "first") and again.sha256 == first.sha256
    assert again.split_by is SplitBy.GIVEN


def test_a_file_that_breaks_off_leaves_nothing_of_itself(tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text('{"text": "A line that is fine."}\n' * 3 + "garbage\n" * 40)
    (tmp_path / "good.txt").write_text("A good text that stays alone.")
    (tmp_path / "corpus").mkdir()
    contents = imported([tmp_path / "broken.jsonl", tmp_path / "good.txt"], tmp_path / "corpus")
    assert [file.code for file in contents.skipped] == ["file.damaged"]
    assert "fine" not in "".join(texts(tmp_path / "corpus").values())


def test_many_files_are_split_as_wholes(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"Letter {number}. " + "It goes on and on. " * 20)
    contents = imported([folder], tmp_path / "corpus")
    assert contents.split_by is SplitBy.DOCUMENTS
    segments = [part for text in texts(tmp_path / "corpus").values() for part in segments_of(text)]
    assert sorted(part.split(".")[0] for part in segments) == sorted(f"Letter {number}" for number in range(30))


def test_a_text_that_cleaning_emptied_is_not_called_empty(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Das ist ein Satz in einer Sprache, die niemand haben will, und noch einer dazu.\n" * 20)
    folder = tmp_path / "corpus"
    folder.mkdir()
    with pytest.raises(KnownError) as caught:
        run(read_corpus([file], folder, ImportOptions(parsed_steps({"language": "en"}))))
    assert "language" in str(caught.value) and "is empty" not in str(caught.value)


@pytest.mark.parametrize(("module", "name"), [(languages, "load"), (importing, "divide")])
def test_an_import_can_be_cancelled_while_it_does_what_has_no_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> None:
    (tmp_path / "a.txt").write_text("One word.\n\nAnother one.\n\nA third.", encoding="utf-8")
    done, begun, is_heard = getattr(module, name), threading.Event(), threading.Event()

    def waits(*arguments: object) -> object:
        begun.set()
        assert is_heard.wait(60)
        return done(*arguments)

    monkeypatch.setattr(module, name, waits)
    (tmp_path / "corpus").mkdir()
    reading = read_corpus([tmp_path / "a.txt"], tmp_path / "corpus")
    while not begun.is_set():
        next(reading)
    assert next(reading) is not None, "it is heard of while that lasts"
    reading.close()
    is_heard.set()
    list(until_none_is_left())
    assert not list((tmp_path / "corpus").iterdir())
