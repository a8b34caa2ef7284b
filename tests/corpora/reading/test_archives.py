"""Archives: what lies in them is read, and nothing they hold can do harm."""

from __future__ import annotations

import bz2
import gzip
import io
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpora.driving import run
from workbench.corpora.importing import read_corpus, split_file
from workbench.corpora.reading import archives
from workbench.corpora.reading.readers import file_on_disk, kind_of
from workbench.messages.errors import KnownError
from workbench.values.corpus import CorpusContents, Split


def imported(file: Path, tmp_path: Path) -> tuple[CorpusContents, str]:
    """The contents and the text of the file and of a good one beside it."""
    (tmp_path / "good.txt").write_text("A good text beside it.")
    (tmp_path / "corpus").mkdir()
    _, contents = run(read_corpus([file, tmp_path / "good.txt"], tmp_path / "corpus"))
    assert sorted(path.name for path in (tmp_path / "corpus").iterdir()) == ["test.txt", "train.txt", "validation.txt"]
    return contents, " ".join(split_file(tmp_path / "corpus", split).read_text() for split in Split)


def zipped(file: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file


def tarred(file: Path, members: dict[str, bytes]) -> Path:
    with tarfile.open(file, "w:gz") as package:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            package.addfile(entry, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        package.addfile(link)
    return file


@pytest.mark.parametrize(("make", "name"), [(zipped, "a.zip"), (tarred, "a.tar.gz"), (tarred, "a.tgz")])
def test_every_file_of_an_archive_is_read_and_named_by_its_place(
    make: Callable[[Path, dict[str, bytes]], Path], name: str, tmp_path: Path
) -> None:
    members = {"letters/one.txt": b"The first letter.", "two.html": b"<p>The second letter.</p>", ".hidden.txt": b"no"}
    contents, text = imported(make(tmp_path / name, members), tmp_path)
    assert [source.member for source in contents.sources] == ["letters/one.txt", "two.html", ""]
    assert "first" in text and "second" in text and "root:" not in text and not contents.skipped


@pytest.mark.parametrize(("make", "name"), [(zipped, "a.zip"), (tarred, "a.tar.gz")])
def test_hidden_files_and_links_of_an_archive_are_counted_as_meant_to_be_left_out(
    make: Callable[[Path, dict[str, bytes]], Path], name: str, tmp_path: Path
) -> None:
    members = {"__MACOSX/._one.txt": b"no", "one.txt": b"The first letter.", ".two.txt": b"no", "a/.b/three.txt": b"no"}
    file = make(tmp_path / name, members)
    if make is zipped:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        with zipfile.ZipFile(file, "a") as package:
            package.writestr(link, "/etc/passwd")
    contents, text = imported(file, tmp_path)
    of_archive, beside = (source.report for source in contents.sources)
    assert sorted((passed.reason.code, passed.count, passed.places) for passed in of_archive.passed_over) == [
        ("passed.hidden_in_archive", 3, ("__MACOSX/._one.txt", ".two.txt", "a/.b/three.txt")),
        ("passed.links_in_archive", 1, ("link.txt",)),
    ]
    assert not of_archive.gaps and not beside.passed_over and "passwd" not in text and not contents.skipped


@pytest.mark.parametrize(("compress", "ending"), [(gzip.compress, "gz"), (bz2.compress, "bz2")])
def test_a_compressed_file_alone_is_read(compress: Callable[[bytes], bytes], ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"letter.txt.{ending}"
    file.write_bytes(compress(b"Only a letter."))
    contents, text = imported(file, tmp_path)
    assert "Only" in text and contents.sources[0].member == "letter.txt"


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "a/../../out.txt", "C:\\out.txt", "..\\out.txt"])
def test_a_name_that_leads_out_of_the_folder_is_passed_over(name: str, tmp_path: Path) -> None:
    for make, file in ((zipped, "a.zip"), (tarred, "a.tar.gz")):
        folder = tmp_path / file
        folder.mkdir()
        contents, _ = imported(make(folder / file, {name: b"evil", "fine.txt": b"fine"}), folder)
        assert [skipped.code for skipped in contents.skipped] == ["file.outside"]
    assert not list(tmp_path.rglob("out.txt"))


def test_a_bomb_stops_at_the_limit_and_the_rest_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "FREE_BYTES", 1 << 20)
    bomb = zipped(tmp_path / "bomb.zip", {"zeros.txt": b"0" * (8 << 20)})
    contents, text = imported(bomb, tmp_path)
    assert [skipped.code for skipped in contents.skipped] == ["file.unpacks_too_large"] and "good" in text


def test_a_bomb_in_an_archive_counts_with_the_archive_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "FREE_BYTES", 1 << 20)
    inner = zipped(tmp_path / "inner", {"zeros.txt": b"0" * (8 << 20)}).read_bytes()
    contents, _ = imported(zipped(tmp_path / "outer.zip", {f"{n}.zip": inner for n in range(3)}), tmp_path)
    assert {skipped.code for skipped in contents.skipped} == {"file.unpacks_too_large"}


def test_archives_are_opened_in_archives_but_not_for_ever(tmp_path: Path) -> None:
    content = b"Deep inside."
    for depth in range(3):
        content = zipped(tmp_path / "layer", {f"{depth}.zip" if depth else "text.txt": content}).read_bytes()
    file = tmp_path / "deep.zip"
    file.write_bytes(content)
    contents, _ = imported(file, tmp_path)
    assert [skipped.code for skipped in contents.skipped] == ["file.too_deep"]
    assert contents.skipped[0].fields["file"] == "deep.zip › 2.zip/1.zip"


def test_a_cut_archive_gives_what_can_be_had_and_says_so(tmp_path: Path) -> None:
    whole = tarred(tmp_path / "a.tar.gz", {f"{n}.txt": bytes(f"Letter {n}. ", "ascii") * 9000 for n in range(9)})
    whole.write_bytes(whole.read_bytes()[:-900])
    contents, _ = imported(whole, tmp_path)
    assert [skipped.code for skipped in contents.skipped] == ["file.damaged"]
    assert len(contents.sources) > 3


def test_a_name_in_another_encoding_is_shown_right(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"XXXX.txt": "你好，世界".encode()})
    file.write_bytes(file.read_bytes().replace(b"XXXX", "日记".encode("gb18030")))
    assert imported(file, tmp_path)[0].sources[0].member == "日记.txt"


def test_a_damaged_file_of_an_archive_costs_itself_alone(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {f"{n}.txt": f"The letter with the number {n}.".encode() * 20 for n in range(9)})
    content = bytearray(file.read_bytes())
    place = content.index(b"3.txt") + len("3.txt") + 6
    content[place : place + 4] = b"\xff\xff\xff\xff"
    file.write_bytes(content)
    contents, _ = imported(file, tmp_path)
    assert [(skipped.code, skipped.fields["file"]) for skipped in contents.skipped] == [
        ("file.damaged", "a.zip › 3.txt")
    ]
    assert len(contents.sources) == 9  # eight of them, and the good one beside the archive


def test_what_is_packed_otherwise_is_said_with_a_way_out(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"one.txt": b"The first letter.", "two.txt": b"The second letter."})
    content = bytearray(file.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 10 : entry + 12] = (9).to_bytes(2, "little")  # Deflate64
    file.write_bytes(content)
    (tmp_path / "b.7z").write_bytes(b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(40)))
    contents, text = imported(file, tmp_path)
    assert [(skipped.code, skipped.fields["kind"]) for skipped in contents.skipped] == [
        ("file.packed_otherwise", "Deflate64")
    ]
    assert "second" in text
    with pytest.raises(KnownError) as caught:
        kind_of(file_on_disk(tmp_path / "b.7z"))
    assert caught.value.code == "file.packed_otherwise" and "7-Zip" in str(caught.value)


def test_a_long_name_of_a_tar_is_not_read_in_one_gulp(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("././@LongLink")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, 8 << 30
    file = tmp_path / "a.tar.gz"
    file.write_bytes(gzip.compress(entry.tobuf(tarfile.GNU_FORMAT) + bytes(1 << 20)))
    contents, _ = imported(file, tmp_path)
    assert [skipped.code for skipped in contents.skipped] == ["file.damaged"]
