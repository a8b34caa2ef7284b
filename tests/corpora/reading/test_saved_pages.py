"""Pages that a browser saved with all they need, lyrics, and what else has the words among other things."""

from __future__ import annotations

import plistlib
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from workbench.corpora.reading.readers import file_on_disk, kind_of, read_pieces
from workbench.messages.errors import KnownError
from workbench.values.importing import Reading

SAID = "The rain fell all night, and nobody said a word."
PAGE = f"<html><body><h1>Rain</h1><p>{SAID}</p></body></html>"


def read(path: Path) -> tuple[str, dict[str, int]]:
    file = file_on_disk(path)
    text = "".join(read_pieces(file, kind_of(file), Reading()))
    return text, {passed.reason.code: passed.count for passed in file.notes.report().passed_over}


def test_the_styles_of_a_saved_page_are_none_of_its_words(tmp_path: Path) -> None:
    page = EmailMessage()
    page.set_content(PAGE, subtype="html")
    for subtype in ("css", "css", "javascript"):
        page.add_related("p { color: red }", subtype=subtype)
    (tmp_path / "a.mhtml").write_bytes(bytes(page))
    assert read(tmp_path / "a.mhtml") == (f"Rain\n\n{SAID}", {"passed.attachment": 3})


def test_what_an_invitation_says_to_a_calendar_is_none_of_its_words(tmp_path: Path) -> None:
    letter = EmailMessage()
    letter.set_content("Come at ten.")
    letter.add_alternative("BEGIN:VCALENDAR\n" + "ATTENDEE:x@example.org\n" * 40, subtype="calendar")
    (tmp_path / "a.eml").write_bytes(bytes(letter))
    assert read(tmp_path / "a.eml") == ("Come at ten.", {"passed.attachment": 1})


def resource(content: bytes, kind: str = "text/html", encoding: str = "UTF-8") -> dict[str, Any]:
    return {"WebResourceData": content, "WebResourceMIMEType": kind, "WebResourceTextEncodingName": encoding}


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_of_a_web_archive_is_read_with_its_frames(form: plistlib.PlistFormat, tmp_path: Path) -> None:
    frame = {"WebMainResource": resource("<p>Größe</p>".encode("latin-1"), encoding="ISO-8859-1")}
    archive = {
        "WebMainResource": resource(PAGE.encode()),
        "WebSubresources": [resource(b"\x89PNG", "image/png"), resource(b"p{}", "text/css")],
        "WebSubframeArchives": [frame],
    }
    (tmp_path / "a.webarchive").write_bytes(plistlib.dumps(archive, fmt=form))
    assert read(tmp_path / "a.webarchive") == (f"Rain\n\n{SAID}\n\nGröße", {"passed.attachment": 2})


@pytest.mark.parametrize("content", [b"bplist00", b"<plist><dict/></plist>", b"words", plistlib.dumps([1])])
def test_a_web_archive_without_a_page_is_damaged(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.webarchive").write_bytes(content)
    with pytest.raises(KnownError) as error:
        read(tmp_path / "a.webarchive")
    assert error.value.code == "file.damaged"


def test_lyrics_are_what_is_sung_as_often_as_it_is(tmp_path: Path) -> None:
    song = (
        "[ti:月]\n[ar:Anna]\n[00:01.00]First line\n[00:05.5][00:20:10]<00:05.5>Over <00:06>again\n[00:09]\n[00:12]Last"
    )
    (tmp_path / "a.lrc").write_text(song, encoding="utf-8")
    assert read(tmp_path / "a.lrc") == ("First line\nOver again\n\nLast\nOver again\n", {"passed.about_song": 2})
    (tmp_path / "b.lrc").write_text("No times in it\n[ti:x]\n", encoding="utf-8")
    assert read(tmp_path / "b.lrc") == ("No times in it\n[ti:x]\n", {})


def test_captions_of_youtube_lose_their_times(tmp_path: Path) -> None:
    (tmp_path / "a.sbv").write_text(
        "0:00:01.000,0:00:02.500\nHello there\n\n0:00:03.000,0:00:04.000\nAt 10:30,11:45 or so\n"
    )
    assert read(tmp_path / "a.sbv") == ("Hello there\nAt 10:30,11:45 or so\n", {})


def test_what_stands_in_for_frames_is_read_as_a_page(tmp_path: Path) -> None:
    frames = "<frameset cols='1,2'><frame src=a.html><noframes><body><p>Words <b>of it</b></p></body></noframes>"
    (tmp_path / "a.html").write_text(f"<html>{frames}</frameset></html>")
    assert read(tmp_path / "a.html")[0] == "Words of it"


@pytest.mark.parametrize("lines", [1, 60_000])
def test_recognised_pages_are_their_words_and_a_word_that_a_line_parts_is_whole(lines: int, tmp_path: Path) -> None:
    words = (
        '<String CONTENT="The"/><SP/><String CONTENT="ri" SUBS_TYPE="HypPart1" SUBS_CONTENT="river"/><HYP CONTENT="-"/>'
    )
    second = '<String CONTENT="ver" SUBS_TYPE="HypPart2" SUBS_CONTENT="river"/><String CONTENT="rose."/>'
    block = f"<TextBlock><TextLine>{words}</TextLine><TextLine>{second}</TextLine></TextBlock>"
    about = "<Description><sourceImageInformation><fileName>1.tif</fileName></sourceImageInformation></Description>"
    page = f"<Layout><Page><PrintSpace>{block * (lines // 3 + 1)}</PrintSpace></Page></Layout>"
    (tmp_path / "a.xml").write_text(f'<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">{about}{page}</alto>')
    text, left_out = read(tmp_path / "a.xml")
    assert text.split("\n\n") == ["The river rose."] * (lines // 3 + 1) and left_out == {"passed.elements": 1}
