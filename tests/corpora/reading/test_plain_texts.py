"""Markdown, subtitles and Rich Text: everything that was written or said, and a count of what was not."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.corpora.reading.formats import rich_text
from workbench.corpora.reading.formats.markdown import read_markdown
from workbench.corpora.reading.formats.subtitles import read_subtitles
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_document, read_pieces
from workbench.values.importing import Reading


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path) -> tuple[str, dict[str, int]]:
    """The text, and what was left out, by reason."""
    file = file_on_disk(path)
    text = "".join(read_pieces(file, kind_of(file), Reading()))
    return text, {passed.reason.code: passed.count for passed in file.notes.report().passed_over}


def test_a_text_between_two_rules_is_no_head_of_settings(tmp_path: Path) -> None:
    for text in (
        "---\n\nDear reader, this must not be lost.\n\n---\n\n# Chapter one\n",
        "---\nDear reader, this too.\nNote: it has a colon.\n---\nText.\n",
        "---\nno end of it",
    ):
        assert read(written(tmp_path / "a.md", text)) == (text, {})


def test_a_head_of_settings_is_left_out_and_said(tmp_path: Path) -> None:
    head = "---\ntitle: A title\ntags:\n  - one\n- two\nempty:\n# a remark\ndescription: >\n  folded\n---\n"
    assert read(written(tmp_path / "a.md", head + "Text.\n")) == ("Text.\n", {"passed.settings": 1})


def test_braces_of_formulas_stay_and_those_of_a_site_generator_are_counted(tmp_path: Path) -> None:
    formulas = "So $\\frac{{a}}{{b}}$ and ${{x}}_{{n}}$ and \\textbf{{word}} and {{ word }}.\n"
    assert read(written(tmp_path / "a.md", formulas)) == (formulas, {})
    page = "{% include a %}\nBy {{ site.author }} and {{ page.date | date: '%Y' }}: $\\frac{{a}}{{b}}$\n"
    assert read(written(tmp_path / "b.md", page)) == ("\nBy  and : $\\frac{{a}}{{b}}$\n", {"passed.templates": 3})


@pytest.mark.parametrize("mark", ["{{", "{%", "{{ a", "---\n"])
def test_marks_without_an_end_are_looked_at_once(tmp_path: Path, mark: str) -> None:
    text = mark * 20_000 + "\n{% x %}"
    assert len(read(written(tmp_path / "a.md", text))[0]) == len(text) - len("{% x %}")
    assert read_markdown


def srt(*captions: tuple[str, str, str]) -> str:
    return "\n".join(f"{n}\n{begin} --> {end}\n{said}\n" for n, (begin, end, said) in enumerate(captions, start=1))


def test_every_line_that_is_spoken_is_kept(tmp_path: Path) -> None:
    text = srt(
        ("00:00:01,000", "00:00:02,000", "NOTED, SIR.\nSTYLE IS ALL"),
        ("00:00:03,000", "00:00:04,000", "No!\nNo!"),
        ("00:00:04,000", "00:00:05,000", "No!"),
        ("00:00:05", "00:00:06", "No milliseconds here.\n\nAfter a blank line."),
        ("0:00:07.5", "0:00:08.5", "42"),
    )
    said = ["NOTED, SIR.", "STYLE IS ALL", "No!", "No!", "No!", "No milliseconds here.", "After a blank line.", "42"]
    assert read(written(tmp_path / "a.srt", text)) == ("\n".join(said) + "\n", {})


def test_lines_that_roll_up_are_kept_once_and_notes_are_counted(tmp_path: Path) -> None:
    vtt = (
        "WEBVTT\nKind: captions\n\nNOTE not said\nnor this\n\nSTYLE\n::cue {}\n\nname of it\n"
        "00:01.000 --> 00:02.000 align:start\n<v Anna>Hello <i>there</i>\n\n"
        "00:02.000 --> 00:02.010\nHello there\n\n00:02.010 --> 00:03.000\nHello there\nAnd more\n"
    )
    expected = "Hello there\nAnd more\n", {"passed.subtitle_notes": 2, "passed.staying_lines": 2}
    assert read(written(tmp_path / "a.vtt", vtt)) == expected
    assert read_subtitles


def test_captions_without_blank_lines_or_numbers(tmp_path: Path) -> None:
    close = "1\n00:00:01,0 --> 00:00:02,0\nOne\n2\n00:00:03,0 --> 00:00:04,0\nTwo\n"
    assert read(written(tmp_path / "a.srt", close))[0] == "One\nTwo\n"
    bare = "00:00:01,0 --> 00:00:02,0\nOne\n\n00:00:03,0 --> 00:00:04,0\nTwo\n"
    assert read(written(tmp_path / "b.srt", bare))[0] == "One\nTwo\n"


def test_markup_that_never_closes_is_looked_at_once(tmp_path: Path) -> None:
    text = srt(("00:00:01,0", "00:00:02,0", "<b " * 40_000 + "{\\" * 40_000))
    assert len(read(written(tmp_path / "a.srt", text))[0]) > 100_000


def rtf(path: Path, body: str, head: str = r"\ansi\ansicpg1252") -> tuple[str, dict[str, int]]:
    path.write_bytes(rf"{{\rtf1{head}{body}}}".encode("latin-1"))
    return read(path)


def test_letters_of_rich_text_in_every_code_page_and_beyond(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    assert rtf(path, r" caf\'e9 \u26085?\u-10179?\u-8703? \u8364\'80.")[0] == "café 日😁 €."
    assert rtf(path, r" caf\'8e \'d2quoted\'d3", r"\mac")[0] == "café “quoted”"
    fonts = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 MS;}}"
    assert rtf(path, rf"{fonts}\f1 \'cf\'f0\'e8\'e2\'e5\'f2 {{\f2 \'93\'fa\'96{{\b\'7b}}}}\f0 caf\'e9")[0].startswith(
        "Привет 日"
    )
    assert rtf(path, r"{\uc2 a\u233ab b}{\uc0 \u233 c}")[0] == "aé béc"


def test_footnotes_follow_and_what_is_no_text_is_counted(tmp_path: Path) -> None:
    text, left_out = rtf(
        tmp_path / "a.rtf",
        r"{\fonttbl{\f0 Arial;}}{\stylesheet{\s1 Heading;}}{\info{\title T}}{\header Page head}"
        r"\pard A sentence{\super\chftn{\footnote\pard The {\i note} to it.}} goes on.\par "
        r"{\deleted gone}{\v hidden}kept {\*\unknown words}{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}\par"
        r"{\pict\pngblip 89504e47}{\*\shppict{\pict 00ff}}{\shp{\*\shpinst{\shptxt in a box}}}"
        r"{\*\annotation a remark} end",
    )
    assert text == "A sentence goes on.\nkept a link\nin a box end\n\nThe note to it."
    assert left_out == {"passed.headers": 1, "passed.deleted": 1, "passed.hidden": 1, "passed.comments": 1}


def test_what_only_claims_to_be_rich_text_is_damaged_and_braces_without_a_mate_are_no_harm(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "a.rtf", rb"{\rtf1 one}}} two {{{\b three"))[0] == "one two three"
    assert read_document(written(tmp_path / "b.rtf", rb"{\rtf1 a\bin3 {{{b\bin99 c}"))[0] == "ab"


@pytest.mark.parametrize("size", [70, 71, 150])
def test_rich_text_of_any_size_is_read_a_part_at_a_time(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = r" One\par\par \u-10179?\u-8703? caf\'e9 {\b two}{\footnote a note}\'93three\'94"
    body = rf"{said}\bin100 {'{' * 100}\par "
    whole = rtf(tmp_path / "a.rtf", body * 40)
    monkeypatch.setattr(rich_text, "CHUNK_BYTES", size)
    assert read(tmp_path / "a.rtf") == whole and whole[0].count("\n\n😁 café two“three”\n One") == 39


def test_a_star_within_a_group_hides_nothing_of_it(tmp_path: Path) -> None:
    """StarOffice writes one before the style of the characters."""
    content = rb"{\rtf1 {\*\hidden no}{\loch\i0\*\cs7\cf0 The quick brown fox}{\*\more no}\par }"
    assert read_document(written(tmp_path / "a.rtf", content))[0] == "The quick brown fox"


def test_a_text_under_the_name_of_subtitles_is_read_and_what_stands_before_them_is_counted(tmp_path: Path) -> None:
    assert read(written(tmp_path / "a.srt", "Only a text.\nIt has no times."))[0] == "Only a text.\nIt has no times."
    text = "A title\n\n" + srt(("00:00:01,0", "00:00:02,0", "Said."))
    assert read(written(tmp_path / "b.srt", text)) == ("Said.\n", {"passed.outside_captions": 1})


def test_characters_that_are_written_by_name_are_these_and_a_sign_of_no_name_stays(tmp_path: Path) -> None:
    text = srt(("00:00:01,0", "00:00:02,0", "Tom &amp; Jerry &#8211; AT&T; R&D &c.&nosuch;"))
    assert read(written(tmp_path / "a.srt", text))[0] == "Tom & Jerry – AT&T; R&D &c.&nosuch;\n"


SCRIPT = """[Script Info]
Title: The night
[V4+ Styles]
Format: Name, Fontname
Style: Default,Arial
[Events]
Format: Layer, Start, End, Style, Name, Text
Dialogue: 0,0:00:01.00,0:00:03.00,Default,Anna,Hello, {\\i1}you{\\i0}\\Nthere,\\hall
Comment: 0,0:00:01.00,0:00:03.00,Default,,not said
Dialogue: 0,0:00:03.00,0:00:04.00,Default,,{\\p1}m 0 0 l 100 0 100 100{\\p0}
Dialogue: 0,0:00:04.00,0:00:05.00,Default,,It was night.
"""


def test_of_a_script_of_subtitles_what_is_said_is_read_and_the_rest_is_counted(tmp_path: Path) -> None:
    left_out = {"passed.subtitle_notes": 4, "passed.pictures": 1}
    for name in ("a.ass", "a.ssa"):
        assert read(written(tmp_path / name, SCRIPT)) == ("Hello, you\nthere,\xa0all\nIt was night.\n", left_out)


@pytest.mark.parametrize(
    "said",
    [
        "GIF89a is what pictures begin with, and so on.",
        "{\\rtfx is how nothing begins",
        "{\\rtf is how Rich Text begins, they say",
    ],
)
def test_a_text_may_begin_with_the_words_that_pictures_and_documents_begin_with(said: str, tmp_path: Path) -> None:
    assert read(written(tmp_path / "a.txt", said)) == (said, {})


def test_settings_in_toml_at_the_head_are_left_out_and_said(tmp_path: Path) -> None:
    text, left_out = read(
        written(tmp_path / "a.md", "+++\ntitle = 'x'\n[more]\ntags = ['a',\n  'b']\n+++\nThe text.\n")
    )
    assert (text, left_out) == ("The text.\n", {"passed.settings": 1})
    sums = "+++\nno settings here\n+++\nThe text.\n"
    assert read(written(tmp_path / "b.md", sums)) == (sums, {})


def test_a_text_that_is_called_a_page_keeps_its_lines(tmp_path: Path) -> None:
    assert (
        read(written(tmp_path / "a.htm", "One line\nand another\n\nA paragraph"))[0]
        == "One line\nand another\n\nA paragraph"
    )


def test_subtitles_of_sami_are_what_is_said(tmp_path: Path) -> None:
    head = "<SAMI><HEAD><STYLE>p { color: red }</STYLE></HEAD><BODY>"
    said = "<SYNC Start=100><P Class=KRCC>안녕<br>하세요<SYNC Start=200><P Class=KRCC>&nbsp;<SYNC Start=300><P>그래"
    assert read(written(tmp_path / "a.smi", f"{head}{said}</BODY></SAMI>"))[0].split() == ["안녕", "하세요", "그래"]
