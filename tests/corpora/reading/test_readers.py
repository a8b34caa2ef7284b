from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.corpora.reading.files import find_files, shown
from workbench.corpora.reading.readers import READERS, read_document
from workbench.messages.errors import KnownError


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read_document(path)
    return caught.value


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "a.md", "a.log", "a.rst", "README"])
def test_every_kind_of_plain_text_is_read(tmp_path: Path, name: str) -> None:
    assert read_document(written(tmp_path / name, "Grüße,\nWelt".encode()))[0] == "Grüße,\nWelt"


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "a.txt", b"\xef\xbb\xbftext"))[0] == "text"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_a_file_without_text_is_empty(tmp_path: Path, content: bytes) -> None:
    error = refusal(written(tmp_path / "a.txt", content))
    assert (error.code, error.fields["file"]) == ("file.empty", "a.txt")


@pytest.mark.parametrize(
    "content",
    [
        b"text\0text",
        b"\x89PNG\r\n\x1a\n",
        b"\x01\x02\x03 letters",
    ],
)
def test_a_file_that_is_no_text_is_binary_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path / "a.txt", content)).code == "file.binary"


def test_a_stray_control_character_does_not_make_a_text_binary(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "a.txt", b"page one\f" + b"words " * 40 + b"\x07"))[0].startswith("page")


def test_an_unsupported_kind_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path / "film.mkv", b"\x1a\x45\xdf\xa3\x01\x00\x00")).code == "file.recording"


def test_what_a_file_holds_matters_more_than_how_it_is_called(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "letter.pdf", b"only text"))[0] == "only text"
    assert read_document(written(tmp_path / "letter.txt", b"{\\rtf1 hello}"))[0] == "hello"
    assert refusal(written(tmp_path / "b.pdf", b"%PDF-1.7\nnothing but letters")).code == "file.damaged"
    assert refusal(written(tmp_path / "b.txt", b"%PDF-1.7\n1 0 obj")).code == "file.damaged"
    assert refusal(written(tmp_path / "b.docx", b"PK\x03\x04abc")).code == "file.damaged"
    assert refusal(written(tmp_path / "b.docx", b"\xd0\xcf\x11\xe0 with a password")).code == "file.protected"


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").code == "file.missing"
    assert refusal(written(tmp_path / "a.txt", b"text") / "b.txt").code == "file.missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_not_a_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")  # reading it would wait for ever
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for path in (tmp_path, tmp_path / "pipe.txt", tmp_path / "loop.txt", tmp_path / ("long" * 100 + ".txt")):
        assert refusal(path).code == "file.unreadable"


def test_a_file_name_that_is_no_valid_text_can_still_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    assert read_document(written(path, b"text"))[0] == "text"
    assert "caf\ufffd" in str(refusal(written(path, b"")))


def test_a_name_with_line_breaks_or_turning_marks_is_shown_on_one_line_as_it_is_written() -> None:
    assert shown("in\nvoice\u202etxt.exe\u2028\x1b[31m") == "in\ufffdvoice\ufffdtxt.exe\ufffd\ufffd[31m"
    assert shown("Überall 日记.txt") == "Überall 日记.txt"


MAGIC = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"{\\rtf1 ",
    b"PAR1",
    b"<html>",
    b"<?xml version='1.0'?>",
    b'{"text": "',
    b"\xff\xfe",
]


@settings(max_examples=250)
@given(st.sampled_from(MAGIC), st.binary(max_size=300), st.sampled_from(sorted(READERS)))
def test_no_bytes_crash_a_reader(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, content: bytes, suffix: str
) -> None:
    path = written(tmp_path_factory.getbasetemp() / f"any{suffix}", start + content)
    try:
        assert isinstance(read_document(path)[0], str)
    except KnownError as error:
        assert error.code.startswith("file.")


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/z.txt", "c.txt", ".hidden/x.txt", "b/.hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["c.txt", "a/z.txt", "b/1.txt", "b/2.txt"]


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    file = written(tmp_path / "a.txt", b"text")
    (tmp_path / "same.txt").symlink_to(file)
    assert find_files([file, tmp_path, tmp_path / ".." / tmp_path.name / "a.txt"]) == [file]


def test_a_loop_of_links_does_not_trap_the_walk(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    file = written(tmp_path / "folder" / "a.txt", b"text")
    assert find_files([tmp_path]) == [tmp_path / "self", file]


def test_a_missing_path_stays_in_the_list_so_that_it_is_reported(tmp_path: Path) -> None:
    assert find_files([tmp_path / "none.txt"]) == [tmp_path / "none.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_what_may_not_be_opened_is_reported(tmp_path: Path) -> None:
    file = written(tmp_path / "a.txt", b"text")
    closed = tmp_path / "closed"
    closed.mkdir()
    file.chmod(0)
    closed.chmod(0)
    assert find_files([tmp_path]) == [file, closed]
    assert refusal(file).code == refusal(closed).code == "file.unreadable"
    closed.chmod(0o700)


def test_a_link_to_a_folder_elsewhere_is_said(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here").mkdir()
    link = tmp_path / "here" / "link"
    link.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert find_files([tmp_path / "here"]) == [link] and refusal(link).code == "file.linked_folder"
    assert not find_files([tmp_path])
