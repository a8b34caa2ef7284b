from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.corpora.readers import READERS, find_files, read_document
from workbench.errors import KnownError

MESSY = Path(__file__).parents[3] / "shared" / "messy"
needs_messy = pytest.mark.skipif(not MESSY.is_dir(), reason="the collection of messy files is not here")


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read_document(path)
    return caught.value


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_plain_text_is_read_with_its_title_and_source(tmp_path: Path) -> None:
    content = "Grüße,\r\nWelt".encode()
    document = read_document(written(tmp_path / "a letter.txt", content))
    assert (document.title, document.text) == ("a letter", "Grüße,\r\nWelt")
    assert document.source.path == tmp_path / "a letter.txt"
    assert document.source.size_bytes == len(content)
    assert document.source.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "a.md"])
def test_every_kind_of_plain_text_is_read(tmp_path: Path, name: str) -> None:
    assert read_document(written(tmp_path / name, b"text")).text == "text"


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "a.txt", b"\xef\xbb\xbftext")).text == "text"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_a_file_without_text_is_empty(tmp_path: Path, content: bytes) -> None:
    error = refusal(written(tmp_path / "a.txt", content))
    assert (error.code, error.fields["file"]) == ("file.empty", "a.txt")


@pytest.mark.parametrize(
    "content",
    [
        b"text\0text",
        b"%PDF-1.7\nnothing but letters",
        b"{\\rtf1 hello}",
        b"PK\x03\x04abc",
        b"\x89PNG\r\n\x1a\n",
        b"\x01\x02\x03 letters",
    ],
)
def test_a_file_that_is_no_text_is_binary_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path / "a.txt", content)).code == "file.binary"


def test_a_stray_control_character_does_not_make_a_text_binary(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "a.txt", b"page one\f" + b"words " * 40 + b"\x07")).text.startswith("page")


@pytest.mark.parametrize(
    ("content", "offset"),
    [(b"caf\xe9 noir", 3), (b"\xef\xbb\xbfcaf\xe9", 6), ("text".encode("utf-16"), 0)],
)
def test_text_in_another_encoding_is_refused_with_the_place(tmp_path: Path, content: bytes, offset: int) -> None:
    error = refusal(written(tmp_path / "a.txt", content))
    assert (error.code, error.fields["offset"]) == ("file.not_utf8", offset)


def test_an_unsupported_kind_is_refused_without_being_read(tmp_path: Path) -> None:
    assert refusal(written(tmp_path / "film.mkv", b"text")).code == "file.unsupported"
    assert refusal(written(tmp_path / "README", b"text")).code == "file.unsupported"


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
    assert read_document(written(path, b"text")).title == "caf\ufffd"
    assert "caf\ufffd" in str(refusal(written(path, b"")))


@given(st.binary(max_size=300), st.sampled_from(sorted(READERS[0].suffixes)))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = written(tmp_path_factory.getbasetemp() / f"any{suffix}", content)
    try:
        document = read_document(path)
    except KnownError as error:
        assert error.code in {"file.empty", "file.binary", "file.not_utf8"}
    else:
        assert document.text.encode() == content.removeprefix(b"\xef\xbb\xbf")


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


@needs_messy
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("txt/big5.txt", "file.not_utf8"),
        ("txt/english-win1252-smartquotes.txt", "file.not_utf8"),
        ("txt/latin1-french.txt", "file.not_utf8"),
        ("txt/luxun-utf16le-bom.txt", "file.not_utf8"),
        ("txt/nul-bytes.txt", "file.binary"),
        ("txt/utf16be-nobom.txt", "file.binary"),
        ("other/image.jpg", "file.unsupported"),
        ("broken/zero-bytes.docx", "file.unsupported"),
    ],
)
def test_messy_files_are_refused_for_the_right_reason(name: str, code: str) -> None:
    assert refusal(MESSY / name).code == code


@needs_messy
def test_every_messy_file_is_read_or_refused() -> None:
    refused = set()
    for path in find_files([MESSY]):
        try:
            assert read_document(path).text
        except KnownError as error:
            refused.add(path.name)
            assert error.code.startswith("file.")
    assert "one-very-long-line.txt" not in refused and "utf8-russian.txt" not in refused
