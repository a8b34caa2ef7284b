"""The labelled samples have the form that they are offered in: classes in a table, tags in columns."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from workbench.ground.generators import last
from workbench.ground.resources import resource
from workbench.ground.speech import ZH_HANS
from workbench.models.catalogue import catalogue
from workbench.project.project import Project
from workbench.services.sample_project import SAMPLES, make_sample_project
from workbench.values.labels import LabelKind


def tagged() -> list[list[tuple[str, str]]]:
    content = resource("samples/harbour-book.conll").read_text(encoding="utf-8")
    return [[_columns(line) for line in block.splitlines()] for block in content.strip().split("\n\n")]


def _columns(line: str) -> tuple[str, str]:
    word, tag = line.split("\t")
    return word, tag


@pytest.mark.parametrize(
    ("name", "least", "classes", "shortest", "longest"),  # of a text, in words; of Chinese in characters
    [
        ("visitors-book.csv", 630, {"praise", "complaint", "question"}, 3, 40),
        ("visitors-book-zh.csv", 200, {"表扬", "投诉", "询问"}, 8, 60),
    ],
)
def test_a_visitors_book_has_three_classes_of_short_texts_none_twice(
    name: str, least: int, classes: set[str], shortest: int, longest: int
) -> None:
    with resource(f"samples/{name}").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["text", "label"] and all(len(row) == 2 for row in rows)
    texts, labels = zip(*rows[1:], strict=True)
    assert len(texts) >= least and len({text.casefold() for text in texts}) == len(texts)
    lengths = [len(text) if text[0] > "\u3000" else len(text.split()) for text in texts]
    assert shortest <= min(lengths) and max(lengths) <= longest
    assert all(text == text.strip() for text in texts)
    counts = Counter(labels)
    assert set(counts) == classes
    assert min(counts.values()) > len(texts) / 4


def test_the_harbour_book_has_spans_that_begin_before_they_go_on_and_no_sentence_twice() -> None:
    sentences = tagged()
    assert len(sentences) >= 300
    assert len({tuple(word for word, _ in sentence) for sentence in sentences}) == len(sentences)
    for sentence in sentences:
        assert all(word and not word.isspace() for word, _ in sentence)
        tags = ["O", *(tag for _, tag in sentence)]
        assert all(not tag.startswith("I-") or before[2:] == tag[2:] for before, tag in pairwise(tags)), sentence


def test_each_kind_of_name_in_the_harbour_book_is_met_often() -> None:
    kinds = Counter(tag[2:] for sentence in tagged() for _, tag in sentence if tag.startswith("B-"))
    assert set(kinds) == {"PERSON", "PLACE", "TIME", "SHIP"}
    assert min(kinds.values()) >= 80
    assert {tag[:2] for sentence in tagged() for _, tag in sentence} == {"B-", "I-", "O"}


def test_the_chinese_sample_is_a_project_ready_to_train(tmp_path: Path) -> None:
    sample = SAMPLES[ZH_HANS]
    with Project.open(last(make_sample_project(tmp_path / "sample", sample))) as project:
        log, book = project.corpora.named(sample.corpus), project.corpora.named("游客留言簿")
        assert log.contents.statistics.languages[0][0] == "zh" and log.contents.statistics.words > 3000
        assert book.contents.labels is not None and book.contents.labels.kind is LabelKind.CLASSES
        assert project.preferences.get("model") == sample.model
    assert sample.model in {str(model.ref) for model in catalogue()}
    entries = resource("samples/keepers-log-zh.txt").read_text(encoding="utf-8").strip().split("\n\n")
    assert len(entries) > 90 and len(set(entries)) == len(entries)
