"""Each of a collection of awkward files becomes the right text, or is passed over for the right reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora.driving import run
from tests.places import SHARED
from workbench.corpora.importing import read_corpus, split_file
from workbench.values.corpus import CorpusContents, Split
from workbench.values.importing import ImportOptions, Reading

MESSY = SHARED / "messy"
pytestmark = pytest.mark.skipif(not MESSY.is_dir(), reason="the collection of messy files is not here")

# file -> what must be in its text, and after "≠" what must not; or the reason why it is passed over
EXPECTED = {
    "docx/paper-headings-table-image.docx": "AutoGen: Enabling Next-Gen LLM Applications via Multi-Agent Conversation",
    "docx/equations.docx": "sin",
    "docx/headers-footers.docx": "section without header of its own.",
    "docx/tables-only.docx": "file.empty",  # its tables have no text
    "docx/blank.docx": "file.empty",
    "broken/truncated.docx": "file.damaged",
    "broken/zero-bytes.docx": "file.empty",
    "pdf/crazyones.pdf": "the round pegs in the square holes",
    "pdf/latex-paper-outline.pdf": "you will get no information. Really?",  # lines joined, ligatures undone
    "pdf/image-only.pdf": "A PDF with a JPEG image.",  # it does have a caption
    "pdf/encrypted-needs-password.pdf": "file.needs_password",
    "pdf/git-slides.pdf": "file.pdf_without_text",
    "pdf/example-report.pdf": "Beautiful is better than ugly.",
    "pdf/plain-language-guidelines-118p.pdf": "addressing separate audiences separately. Many documents"
    "≠Federal Plain Language Guidelines, March 2011, \n",
    "broken/truncated.pdf": "file.damaged",
    "broken/issue-297.pdf": "test example",
    "broken/text-renamed.pdf": "This is only text, not a PDF.",
    "epub/testbook1.epub": "Welcome to Chapter 2 of the epublib book1 test book.",
    "epub/tiny-epub3.epub": "This is a test paragraph with some formatting.",
    "broken/zero-length.epub": "file.empty",
    "html/blog.html": "Just by tuning the inference parameters≠<div",
    "html/search-results.html": "Microsoft Corporation is an American multinational≠function(",
    "html/gbk-no-charset.html": "上网魔力宝贝免费玩",
    "html/latin1-no-charset.html": "Leading the Web to Its Full Potential",
    "html/gb2312-blog.xml": "各国《十面埋伏》海报欣赏≠&nbsp;",
    "txt/latin1-french.txt": "acha-se tão bem",
    "txt/win1250-polish.txt": "ma wpływ na nasze zdrowie – mówi autor badania",
    "txt/big5.txt": "典肇乎庚辰",
    "txt/euc-kr.txt": "북조선 사람들은 흔히 자국을 조선(朝鮮)이나",
    "txt/utf16be-nobom.txt": "DateTime,Bid,Ask",
    "txt/utf8-russian.txt": "В гимназии он не был в числе первых учеников",
    "txt/luxun-utf16le-bom.txt": "据解说，则绑着的是替俄国做了军事上的侦探",
    "txt/english-win1252-smartquotes.txt": "a Jezail bullet, which shattered the bone",
    "txt/one-very-long-line.txt": "a Jezail bullet, which shattered the bone",
    "txt/nul-bytes.txt": "a Jezail bullet, which shattered the bone≠\0",
    "txt/whitespace-only.txt": "file.empty",
    "srt/bom-utf-16-le.srt": "About 2 months ago I found myself on≠-->",
    "srt/no-indexes.srt": "About 2 months ago I found myself on≠-->",
    "srt/empty.srt": "And I was commenting,≠-->",
    "csv/sms-spam-latin1-style.csv": "Go until jurong point, crazy..≠spam,",
    "csv/waimai-zh.csv": "很快，好吃，味道足，量大",
    "csv/waimai-utf16-tab.tsv": "没有送水没有送水没有送水",
    "jsonl/alpaca-seed-tasks.jsonl": "oatmeal banana protein shake≠seed_task",
    "ipynb/2_Pre-processing.ipynb": "Punctuations removal≠image/png",
    "ipynb/tiny.ipynb": "Test Notebook",
    "md-tree/guidelines/audience/address-separate-audiences-separately.md": "separate audiences≠permalink",
    "zip/inaugural-txts.zip": "Fellow-Citizens of the Senate",
    "zip/mixed-office-files.zip": "AutoGen",
    "zip/zip-slip.zip": "fine",
    "broken/truncated.zip": "file.damaged",
    "other/slides.pptx": "AutoGen: Enabling Next-Gen LLM Applications",
    "other/email.msg": "file.unsupported",
    "other/image.jpg": "file.picture",
}
ENCODINGS = {
    "txt/latin1-french.txt": "cp1252",
    "txt/win1250-polish.txt": "cp1250",
    "txt/big5.txt": "big5hkscs",
    "txt/euc-kr.txt": "cp949",
    "txt/utf16be-nobom.txt": "utf-16-be",
    "txt/luxun-utf16le-bom.txt": "utf-16-le",
    "txt/english-win1252-smartquotes.txt": "cp1252",
    "csv/sms-spam-latin1-style.csv": "cp1252",
    "csv/waimai-utf16-tab.tsv": "utf-16-le",
    "html/gbk-no-charset.html": "gb18030",
    "html/gb2312-blog.xml": "gb18030",
}


def imported(file: Path, folder: Path, options: ImportOptions | None = None) -> tuple[CorpusContents, str]:
    folder.mkdir(exist_ok=True)
    _, contents = run(read_corpus([file], folder, options))
    return contents, "\n".join(split_file(folder, split).read_text(encoding="utf-8") for split in Split)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_messy_file_becomes_the_right_text_or_is_passed_over(name: str, tmp_path: Path) -> None:
    expected = EXPECTED[name]
    (tmp_path / "good.txt").write_text("Some text of another file.", encoding="utf-8")
    _, contents = run(read_corpus([MESSY / name, tmp_path / "good.txt"], tmp_path))
    codes = [skipped.code for skipped in contents.skipped if skipped.path == MESSY / name]
    if expected.startswith("file."):
        assert codes == [expected]
        return
    wanted, _, unwanted = expected.partition("≠")
    text = "\n".join(split_file(tmp_path, split).read_text(encoding="utf-8") for split in Split)
    # A short text is cut in three, so its words are looked for one by one where the phrase was cut.
    assert wanted.casefold() in text.casefold() or set(wanted.split()) <= set(text.split())
    assert not unwanted or unwanted not in text
    assert codes == {"zip/zip-slip.zip": ["file.outside"], "zip/mixed-office-files.zip": ["file.picture"]}.get(name, [])
    if name in ENCODINGS:  # which is recognised, and nothing is lost
        read = [(source.encoding, source.replaced) for source in contents.sources if source.path == MESSY / name]
        assert read == [(ENCODINGS[name], 0)]


def test_every_file_of_the_collection_is_in_the_table() -> None:
    files = {path.relative_to(MESSY).as_posix() for path in MESSY.rglob("*") if path.is_file()}
    assert {name for name in files if not name.startswith("md-tree/")} - {"manifest.tsv"} <= set(EXPECTED)


def test_the_whole_collection_is_one_import_and_nothing_is_written_outside(tmp_path: Path) -> None:
    contents, _ = imported(MESSY, tmp_path / "corpus")
    skipped = {file.path.name for file in contents.skipped}
    assert len(contents.sources) > 110 and len(skipped) == 14
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["corpus", "test.txt", "train.txt", "validation.txt"]
    labels = {source.path.name: source.label for source in contents.sources if source.label}
    assert labels["sms-spam-latin1-style.csv"] == "v1" and labels["waimai-zh.csv"] == "label"


def test_a_password_opens_a_pdf_and_is_not_kept(tmp_path: Path) -> None:
    file = MESSY / "pdf" / "encrypted-needs-password.pdf"
    right = ImportOptions(readings={file: Reading(password="asdfzxcv")})
    contents, _ = imported(file, tmp_path / "corpus", right)
    assert contents.sources[0].reading == Reading()
    wrong = ImportOptions(reading=Reading(password="guess"))
    (tmp_path / "good.txt").write_text("Some text.", encoding="utf-8")
    _, contents = run(read_corpus([file, tmp_path / "good.txt"], tmp_path, wrong))
    assert [skipped.code for skipped in contents.skipped] == ["file.wrong_password"]
