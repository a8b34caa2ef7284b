"""Places of a text are found with what stands around them, and single documents are left out and taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.cli.main import main
from workbench.corpora.expressions import coarse, exact
from workbench.corpora.importing import content_hash, split_file
from workbench.corpora.leaving_out import left_out
from workbench.corpora.searching import document_of, in_order, search
from workbench.corpora.statistics.words import words
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Corpus, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.importing import ImportOptions, SplitBy
from workbench.values.model_ref import from_text
from workbench.values.search import Line, Order, Query, Way

TEXT = (
    "The lamp was lit. A lampshade hung there.\nLAMP oil was low; the Lamp burned.\n\n"
    "Élan and lampé stood by the lamp\n\n我们点灯。灯塔上有灯。\n"
)


@pytest.fixture
def corpus(project: Project, tmp_path: Path) -> Corpus:
    """Thirty documents, the last of which is the one that is searched."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(30):
        content = TEXT if number == 29 else f"Document {number} tells of the sea and of the birds that cried there.\n"
        (folder / f"{number:02}.txt").write_text(content, encoding="utf-8")
    options = ImportOptions(split_by=SplitBy.DOCUMENTS)
    return last(Workbench(project).texts.import_corpus([folder], "log", options))


def found(corpus: Corpus, text: str, way: Way = Way.PLAIN, *, case: bool = False) -> list[str]:
    return [line.found for line in last(search(corpus, Query(text, way, case))).lines]


def test_letters_are_found_wherever_they_stand_and_words_only_by_themselves(corpus: Corpus) -> None:
    assert found(corpus, "lamp") == ["lamp", "lamp", "LAMP", "Lamp", "lamp", "lamp"]
    assert found(corpus, "lamp", case=True) == ["lamp", "lamp", "lamp", "lamp"]
    assert found(corpus, "lamp", Way.WORD) == ["lamp", "LAMP", "Lamp", "lamp"], "neither “lampshade” nor “lampé”"
    assert found(corpus, "élan") == ["Élan"]
    assert found(corpus, "a.p") == []
    assert found(corpus, "a.p", Way.EXPRESSION) == ["amp", "amp", "AMP", "amp", "amp", "amp"]


def test_a_word_of_chinese_is_what_the_text_is_divided_into(corpus: Corpus) -> None:
    assert found(corpus, "灯") == ["灯", "灯", "灯"]
    assert len(found(corpus, "灯", Way.WORD)) < 3, "that of 灯塔 is a part of a word"
    assert found(corpus, "灯塔", Way.WORD) == ["灯塔"]


def test_what_was_found_is_there_in_the_file_and_in_its_document(corpus: Corpus) -> None:
    for line in last(search(corpus, Query("灯塔"))).lines + last(search(corpus, Query("lampé"))).lines:
        content = split_file(corpus.folder, line.place.split).read_bytes()
        assert content[line.place.start : line.place.end].decode() == line.found
        text, start, end, is_whole = document_of(corpus, line.place)
        assert (text.strip(), text[start:end], is_whole) == (TEXT.strip(), line.found, True)
        parts = content.decode().rstrip("\n").split("\n\f\n")
        assert parts[line.place.document - 1] == TEXT.strip()


def test_lines_are_sorted_by_what_follows_or_precedes(corpus: Corpus) -> None:
    lines = last(search(corpus, Query("lamp", Way.WORD))).lines
    assert [line.after.split()[:1] for line in in_order(lines, Order.FOLLOWING)] == [[], ["burned."], ["oil"], ["was"]]
    preceded = in_order(lines, Order.PRECEDING)
    assert [line.before.split()[-2:] for line in preceded] == [[], ["The"], ["by", "the"], ["low;", "the"]]
    assert in_order(lines, Order.TEXT) == lines


def test_more_than_can_be_listed_is_said(corpus: Corpus) -> None:
    few = last(search(corpus, Query("the"), most=5))
    assert len(few.lines) == 5 and not few.is_whole and few.share < 1
    assert last(search(corpus, Query("the"))).is_whole


@pytest.mark.parametrize(("text", "code"), [("", "search.nothing"), ("(", "search.expression")])
def test_what_cannot_be_looked_for_is_said_in_a_sentence(corpus: Corpus, text: str, code: str) -> None:
    with pytest.raises(KnownError) as told:
        last(search(corpus, Query(text, Way.EXPRESSION)))
    assert told.value.code == code


@given(
    st.sampled_from(
        [
            r"\w+ing", r"\bla\w", r"[^a-c]x", r"\d{2,}", r"a\sb", r"[\w-]+", r"\W\w", r"a|é", r"^la", r"p$", r"(la)+",
            r"\.", r"[]x]", r"a{,2}b", r"(?<=a)b", r"\p{Han}", r"[^\w]a", r"x(?:y|z)?",
            r"x(?!b(?:y|z))\w", r"(?<![a-c(])m[(]?", r"(?=a)*b", r"\((?=a)b",
        ]
    ),
    st.lists(st.text("abclmpxyz éß12-_.灯\u00a0²ि", max_size=8), min_size=1, max_size=6),
    st.booleans(),
)  # fmt: skip
def test_the_fast_search_passes_over_nothing(expression: str, lines: list[str], case: bool) -> None:
    """Whatever line has it by the exact expression is looked at."""
    import pyarrow
    from pyarrow import compute

    query = Query(expression, Way.EXPRESSION, case)
    quick = coarse(query)
    if quick is None:
        return
    hits = compute.match_substring_regex(pyarrow.array(lines), f"(?m){quick}", ignore_case=not case).to_pylist()
    for line, is_hit in zip(lines, hits, strict=True):
        assert is_hit or not any(match.end() > match.start() for match in exact(query).finditer(line)), line


def test_a_document_is_left_out_and_comes_back_where_it_was(corpus: Corpus, project: Project) -> None:
    texts, before = Workbench(project).texts, corpus.contents
    (line, *_) = last(search(corpus, Query("lampshade"))).lines
    without = last(texts.leave_out("log", [(line.place.split, line.place.document)]))
    assert found(without, "lampshade") == [] and without.contents.left_out == 1
    assert without.contents.sha256 != before.sha256
    assert without.contents.sha256 == content_hash(without.folder)
    assert without.contents.statistics.words == before.statistics.words - len(words(TEXT))
    again = last(texts.leave_out("log", [(Split.TRAIN, 1)]))
    assert again.contents.left_out == 2
    one = left_out(again)[0]
    assert last(texts.take_back("log", [(one.split, one.number)])).contents.left_out == 1
    back = last(texts.take_back("log"))
    assert (back.contents.sha256, back.contents.left_out) == (before.sha256, 0)
    counted, were = last(texts.count_anew("log")).contents.statistics, before.statistics
    assert replace(counted, growth=were.growth) == were


def test_what_adds_up_is_known_at_once_and_the_rest_when_it_is_counted(corpus: Corpus, project: Project) -> None:
    texts = Workbench(project).texts
    (line, *_) = last(search(corpus, Query("lampshade"))).lines
    soon = last(texts.leave_out("log", [(line.place.split, line.place.document)])).contents
    assert not soon.is_counted and not soon.statistics.frequent_words
    counted = last(texts.count_anew("log")).contents
    for figure in ("characters", "size_bytes", "words", "paragraphs", "split_characters"):
        assert getattr(soon.statistics, figure) == getattr(counted.statistics, figure), figure
    assert counted.is_counted and counted.left_out == 1
    whole = " ".join(split_file(project.corpora.named("log").folder, split).read_text("utf-8") for split in Split)
    assert counted.statistics.vocabulary == len({word.lower() for word in words(whole)})
    assert last(texts.count_anew("log")).contents == counted, "nothing is counted twice"


def test_a_text_that_runs_have_learnt_from_stays_as_it_is(corpus: Corpus, project: Project) -> None:
    texts = Workbench(project).texts
    project.runs.create(corpus="log", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning())
    without = last(texts.leave_out("log", [(Split.TRAIN, 2)]))
    assert without.name == "log 2" and project.corpora.named("log").contents == corpus.contents


def test_the_last_document_of_a_part_stays_and_one_that_is_not_there_is_said(corpus: Corpus, project: Project) -> None:
    texts = Workbench(project).texts
    number = split_file(corpus.folder, Split.VALIDATION).read_text(encoding="utf-8").count("\f") + 1
    for _ in range(number - 1):
        last(texts.leave_out("log", [(Split.VALIDATION, 1)]))
    for document, code in ((1, "left_out.last"), (9, "left_out.missing")):
        with pytest.raises(KnownError) as told:
            last(texts.leave_out("log", [(Split.VALIDATION, document)]))
        assert told.value.code == code


def test_each_line_says_where_it_stands(corpus: Corpus) -> None:
    lines: tuple[Line, ...] = last(search(corpus, Query("Document"))).lines
    assert len(lines) == 29
    assert len({(line.place.split, line.place.document) for line in lines}) == 29


def test_commands_find_places_and_leave_documents_out(
    corpus: Corpus, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(project.folder)
    project.close()
    assert main(["find", folder, "log", "lampshade", "--way", "word", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (line,) = found["lines"]
    assert (found["found"], line["found"], line["before"]) == (1, "lampshade", "The lamp was lit. A ")
    assert main(["find", folder, "log", "lamp", "--sort", "following", "--most", "2"]) == 0
    printed = capsys.readouterr()
    assert "[lamp]" in printed.out and len(printed.out.splitlines()) == 2 and "2 of 6" in printed.err
    place = f"{line['part']}:{line['document']}"
    assert main(["leave-out", folder, "log", place, "--json"]) == 0
    (gone,) = json.loads(capsys.readouterr().out)["left_out"]
    assert gone["beginning"].startswith("The lamp was lit.")
    assert main(["leave-out", folder, "log"]) == 0
    assert "1 document is left out" in capsys.readouterr().out
    assert main(["leave-out", folder, "log", "--take-back", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "corpus": "log", "sha256": corpus.contents.sha256, "left_out": [],
    }  # fmt: skip
    assert main(["leave-out", folder, "log", "somewhere"]) == 2
