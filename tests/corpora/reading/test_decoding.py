from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.corpora.driving import run
from tests.places import ROOT
from workbench.corpora.reading.decoding import ENCODINGS, decode, decoded, find_encoding, survey
from workbench.corpora.reading.readers import file_on_disk, read_document, read_pieces
from workbench.messages.errors import KnownError
from workbench.values.import_report import Sureness
from workbench.values.importing import Reading

RUSSIAN = "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. " * 4
CHINESE = "晚上，很好的月光。我不见他，已是三十多年；今天见了，精神分外爽快。" * 4
TRADITIONAL = "晚上，很好的月光。我不見他，已是三十多年；今天見了，精神分外爽快。" * 4
JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。" * 4
KOREAN = "모든 국민은 법 앞에 평등하다. 누구든지 성별 종교 또는 사회적 신분에 의하여 차별을 받지 아니한다. " * 4
FRENCH = "Voix ambiguë d’un cœur qui, au zéphyr, préfère les jattes de kiwis. Déjà l’été, où naît l’espérance. " * 4
POLISH = "Zażółć gęślą jaźń. Pchnąć w tę łódź jeża lub ośm skrzyń fig. " * 4
GREEK = "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. " * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, name) for name in ("cp1251", "koi8-r", "iso8859-5", "cp866", "utf-16-le", "utf-16-be", "utf-8")),
        *((CHINESE, name) for name in ("gb18030", "gb2312", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")),
        *((TRADITIONAL, name) for name in ("big5", "utf-16-le")),
        *((JAPANESE, name) for name in ("shift_jis", "cp932", "euc_jp", "iso2022_jp", "utf-16-be")),
        *((KOREAN, name) for name in ("euc_kr", "cp949")),
        *((FRENCH, name) for name in ("cp1252", "utf-16-le")),
        *((POLISH, name) for name in ("cp1250", "iso8859-2")),
        (FRENCH.replace("’", "'").replace("œ", "oe"), "latin-1"),
        (GREEK, "cp1253"),
        ("It’s “smart” – isn’t it? " * 9, "cp1252"),
        ("It’s “smart” — isn’t it? " * 9, "big5"),
        ("It’s “smart” – isn’t it? " * 9, "mac-roman"),
    ],
)
def test_a_text_is_read_right_whatever_its_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    pieces, lost = run(decoded(file, find_encoding(survey(file))))
    assert "".join(pieces) == text and lost == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_it_and_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Grüße".encode(encoding))
    assert run(decoded(file, find_encoding(survey(file))))[0] == ["Grüße"]


def test_a_mixed_or_cut_text_is_read_as_far_as_it_goes_and_what_was_lost_is_counted() -> None:
    mixed = (
        (RUSSIAN + "É".encode("cp1252").decode("latin-1")).encode()
        + b"\xc9 caf\xe9"
        + RUSSIAN.strip(" .").encode()[:-1]
    )
    text, encoding, lost = decode(mixed)
    assert (encoding, lost) == ("utf-8", 3) and text.startswith(RUSSIAN)


def test_the_person_knows_better_and_an_unknown_name_is_refused() -> None:
    assert decode("Жили".encode("koi8-r"), asked="cp866")[1] == "cp866"
    for wrong in ("klingon", "hex", "rot13"):
        with pytest.raises(KnownError) as caught:
            decode(b"text", asked=wrong)
        assert caught.value.code == "file.no_encoding"


def test_every_encoding_that_is_offered_is_one() -> None:
    for name in ENCODINGS:
        assert decode("abc".encode(name), asked=name)[0] == "abc"


@given(st.binary(max_size=400))
@example(codecs.BOM_UTF16_LE + b"\xd8")
def test_any_bytes_are_decoded_somehow(content: bytes) -> None:
    text, encoding, _ = decode(content)
    assert isinstance(text, str) and codecs.lookup(encoding)


# The first article of the Universal Declaration of Human Rights, or the beginning of it.
LINES = (ROOT / "tests" / "corpora" / "human_rights.tsv").read_text(encoding="utf-8").splitlines()
ARTICLE = dict(line.split("\t") for line in LINES)
WRITTEN_IN = {
    "he": "cp1255 iso8859-8",
    "ar": "cp1256 iso8859-6",
    "th": "tis-620 cp874",
    "tr": "cp1254 iso8859-9",
    "uk": "cp1251 koi8-u",
    "bg": "cp1251 iso8859-5",
    "ru": "cp1251 koi8-r iso8859-5 cp866 mac-cyrillic cp855",
    "el": "cp1253 iso8859-7",
    "cs": "cp1250 iso8859-2",
    "hu": "cp1250 iso8859-2",
    "ro": "cp1250 iso8859-2",
    "de": "cp1252 latin-1 cp850 mac-roman",
    "es": "cp1252 latin-1",
    "fr": "cp1252 latin-1 cp850",
    "lt": "cp1257",
    "da": "cp1252 latin-1",
    "pl": "cp1250 iso8859-2",
    "ja": "cp932 euc_jp iso2022_jp utf-16-le utf-16-be",
    "zh": "gb18030 utf-16-le utf-16-be hz",
    "zt": "big5 utf-16-be",
    "ko": "euc_kr utf-16-le",
    "vi": "utf-16-le",
}


@pytest.mark.parametrize("language", WRITTEN_IN)
def test_one_sentence_is_enough(language: str) -> None:
    for encoding in WRITTEN_IN[language].split():
        content = ARTICLE[language].encode(encoding)
        assert decode(content)[0] == content.decode(encoding), encoding


def test_lines_in_another_encoding_are_read_in_theirs_and_said(tmp_path: Path) -> None:
    russian = [f"Все счастливые семьи похожи друг на друга, и это семья номер {number}." for number in range(30)]
    for first, second in (("utf-8", "cp1251"), ("cp1251", "utf-8")):
        lines = [text.encode(second if number % 9 == 4 else first) for number, text in enumerate(russian)]
        (tmp_path / "a.txt").write_bytes(b"\n".join(lines))
        file = file_on_disk(tmp_path / "a.txt")
        assert "".join(read_pieces(file, ".txt", Reading())) == "\n".join(russian)
        (guess,) = file.notes.report().guesses
        assert guess.sure is Sureness.UNSURE and {first, second} <= set(guess.value.replace("_", "-").split(" + "))


def test_a_spoilt_place_is_no_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode() + b"\none \xff place\n" + RUSSIAN.encode()[:-3])
    text, facts = read_document(tmp_path / "a.txt")
    assert "one \ufffd place" in text and (facts.encoding, facts.replaced) == ("utf-8", 2)


def test_an_endless_line_is_cut_at_no_character(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(("日" * 6_000_000).encode())
    assert read_document(tmp_path / "a.txt")[0] == "日" * 6_000_000


def page(head: str, body: str = FRENCH) -> bytes:
    return f"<html><head>{head}</head><body><p>{body}</p></body></html>".encode("cp1252")


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="utf-16">',
        "<!-- <meta charset=koi8-r> --><meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
        '<script>var x = "<meta charset=koi8-r>";</script><meta charset=windows-1252>',
        "<title>What charset=koi8-r means</title>",
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_has_and_not_in_one_that_it_speaks_of(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.html").write_bytes(page(head, FRENCH + " charset=koi8-r"))
    assert FRENCH.split(".")[0] in read_document(tmp_path / "a.html")[0]


def test_a_few_zeros_in_a_short_text_do_not_make_it_utf_16() -> None:
    text = "<p>It was dark.\0</p>\n<p>The rain\0 fell.</p>"
    assert decode(text.encode())[:2] == (text, "utf-8")
