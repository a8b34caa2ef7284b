"""A file may end, fill or block the process that reads it, and costs itself and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from tests.corpora.driving import run
from tests.corpora.reading import failing_readers
from tests.places import ROOT
from workbench.corpora.importing import read_corpus, split_file
from workbench.corpora.reading import process, readers
from workbench.corpora.reading.formats.base import Read
from workbench.corpora.reading.process import Wanted, end_idle, read_apart
from workbench.corpora.reading.readers import READERS, file_on_disk
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.message import Message
from workbench.values.corpus import Split
from workbench.values.importing import ImportOptions, Limits, Reading

LIMITS = Limits(memory_bytes=200 << 20, seconds=60.0)


@pytest.fixture(autouse=True)
def none_is_left() -> Iterator[None]:
    yield
    end_idle()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.odd"
    path.write_text("what the file holds")
    return path


def text_of(path: Path, read: Read, monkeypatch: pytest.MonkeyPatch, limits: Limits = LIMITS) -> str:
    monkeypatch.setitem(READERS, ".odd", read)
    with closing(last(read_apart(Wanted(file_on_disk(path), ".odd", Reading()), limits))) as kept:
        return "".join(kept.pieces())


def refusal(path: Path, read: Read, monkeypatch: pytest.MonkeyPatch, limits: Limits = LIMITS) -> KnownError:
    with pytest.raises(KnownError) as caught:
        text_of(path, read, monkeypatch, limits)
    return caught.value


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children() if "resource_tracker" not in " ".join(child.cmdline())}


def test_one_process_reads_one_file_after_the_other(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = text_of(file, failing_readers.tell_who, monkeypatch)
    assert first == text_of(file, failing_readers.tell_who, monkeypatch) != f"read by {os.getpid()}"


@pytest.mark.parametrize(
    ("read", "code"),
    [
        (failing_readers.abort, "file.ends_reader"),
        (failing_readers.panic, "file.damaged"),
        (failing_readers.grow, "file.takes_memory"),
        (failing_readers.grow_at_once, "file.takes_memory"),
    ],
)
def test_what_goes_wrong_costs_that_file(
    read: Read, code: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(READERS, ".odd", read)
    good = tmp_path / "good.txt"
    good.write_text("A good text beside it.")
    (tmp_path / "corpus").mkdir()
    options = ImportOptions(limits=LIMITS)
    contents = run(read_corpus([file, good], tmp_path / "corpus", options))[1]
    assert [skipped.code for skipped in contents.skipped] == [code]
    text = " ".join(split_file(tmp_path / "corpus", split).read_text() for split in Split)
    assert text.split() == good.read_text().split()


def test_a_reader_that_comes_to_no_end_is_ended(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(file, failing_readers.stand_still, monkeypatch, Limits(seconds=0.3)).code == "file.takes_time"


def test_closing_ends_the_process(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, ".odd", failing_readers.go_on_for_ever)
    before = children()
    reading = read_apart(Wanted(file_on_disk(file), ".odd", Reading()), LIMITS)
    while not next(reading):
        pass
    assert children() - before
    reading.close()
    assert children() == before


def test_a_process_that_ended_while_it_waited_is_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = text_of(file, failing_readers.tell_who, monkeypatch)
    psutil.Process(int(first.split()[-1])).kill()
    assert text_of(file, failing_readers.tell_who, monkeypatch) != first


@pytest.mark.timeout(60)
def test_where_no_process_starts_it_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end_idle()
    monkeypatch.setattr(process, "serve", failing_readers.do_not_start)
    assert refusal(file, failing_readers.tell_who, monkeypatch).code == "file.reader_lost"


def test_a_long_text_comes_whole_although_it_waits_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "IN_MEMORY", 1_000)
    path = tmp_path / "long.txt"
    path.write_text("".join(f"line {number} ü 漢\n" for number in range(200_000)))
    with closing(last(read_apart(Wanted(file_on_disk(path), ".txt", Reading()), LIMITS, tmp_path))) as kept:
        assert "".join(kept.pieces()) == path.read_text()


def test_a_killed_program_leaves_no_process_that_reads(file: Path) -> None:
    program = f"""
from pathlib import Path
from tests.corpora.reading import failing_readers
from workbench.corpora.reading.process import Wanted, read_apart
from workbench.corpora.reading.readers import READERS, file_on_disk
from workbench.values.importing import Limits, Reading
READERS[".odd"] = failing_readers.go_on_for_ever
for _ in read_apart(Wanted(file_on_disk(Path({str(file)!r})), ".odd", Reading()), Limits()):
    pass
"""
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
    told = file.parent / "reader.pid"
    while not (told.exists() and told.read_text()):
        assert parent.poll() is None
        time.sleep(0.02)
    reader = psutil.Process(int(told.read_text()))
    parent.kill()
    parent.wait()
    reader.wait(timeout=30)


def test_whatever_a_library_raises_the_file_is_damaged(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, ".txt", failing_readers.panic)
    with pytest.raises(KnownError) as caught:
        list(readers.read_pieces(file_on_disk(file), ".txt", Reading()))
    assert caught.value.code == "file.damaged" and "index out of range" not in str(caught.value)
    said = {"kind": "PanicException", "text": "index out of range"}  # which is kept for whoever mends the reader
    assert caught.value.fields["detail"] == Message("damage.unforeseen", said)


def test_files_that_were_read_ahead_of_one_that_fails_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(READERS, ".odd", failing_readers.abort)
    for number in range(30):
        name = f"{number:02}.odd" if number % 7 == 3 else f"{number:02}.txt"
        (tmp_path / name).write_text(f"The letter with the number {number}.")
    (tmp_path / "corpus").mkdir()
    files = sorted(path for path in tmp_path.iterdir() if path.is_file())
    contents = run(read_corpus(files, tmp_path / "corpus", ImportOptions(limits=LIMITS)))[1]
    assert [source.path for source in contents.sources] == [path for path in files if path.suffix == ".txt"]
    assert {skipped.code for skipped in contents.skipped} == {"file.ends_reader"} and len(contents.skipped) == 4
