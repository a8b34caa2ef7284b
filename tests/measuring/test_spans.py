"""Spans are those of conlleval, also in tags that no person would have given."""

from __future__ import annotations

import pytest

from workbench.measuring.label_counts import of_spans
from workbench.measuring.spans import kinds_of, parted, spans

# On the 2,012 test sentences of CoNLL-2000, with 2 to 100 % of their tags replaced by random ones, in BIO and in BIOES,
# precision, recall and F1 of each kind and of all are those of seqeval 1.2.2 to the last digit; these are such cases.
CASES = {
    "two that touch": ("B-NP I-NP B-NP O", [(0, 2, "NP"), (2, 3, "NP")]),
    "one that begins with I": ("O I-NP I-NP", [(1, 3, "NP")]),
    "another kind without B": ("B-NP I-VP I-VP", [(0, 1, "NP"), (1, 3, "VP")]),
    "one to the end": ("O B-PP", [(1, 2, "PP")]),
    "none": ("O O", []),
    "no words": ("", []),
    "BIOES": ("B-NP I-NP E-NP S-VP S-VP O", [(0, 3, "NP"), (3, 4, "VP"), (4, 5, "VP")]),
    "what goes on behind an end": ("B-NP E-NP I-NP O E-NP", [(0, 2, "NP"), (2, 3, "NP"), (4, 5, "NP")]),
    "two ends": ("E-NP E-NP", [(0, 1, "NP"), (1, 2, "NP")]),
    "a kind with a hyphen": ("B-AM-TMP I-AM-TMP B-AM", [(0, 2, "AM-TMP"), (2, 3, "AM")]),
    "parts of speech": ("NOUN NOUN O X-RAY B-", [(0, 1, "NOUN"), (1, 2, "NOUN"), (3, 4, "X-RAY"), (4, 5, "B-")]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_spans_are_found_as_conlleval_finds_them(case: str) -> None:
    tags, expected = CASES[case]
    assert spans(tags.split()) == expected


def test_a_tag_says_how_a_word_stands_in_its_span() -> None:
    assert [parted(tag) for tag in ("O", "B-NP", "E-NP", "DT")] == [("O", ""), ("B", "NP"), ("E", "NP"), ("S", "DT")]
    assert kinds_of(("O", "B-NP", "I-NP", "B-VP")) == ("NP", "VP")


def test_a_span_counts_where_both_its_ends_and_its_kind_are_right() -> None:
    true = [["B-NP", "I-NP", "O", "B-VP", "O", "B-NP"], ["B-PP"]]
    said = [["B-NP", "I-NP", "O", "B-NP", "O", "I-NP"], ["O"]]
    counts = of_spans(said, true, ("NP", "VP", "PP"))
    assert counts.hits.tolist() == [[2, 0, 0], [0, 0, 0]]
    assert counts.said.tolist() == [[3, 0, 0], [0, 0, 0]] and counts.true.tolist() == [[2, 1, 0], [0, 0, 1]]
    assert counts.accuracy == 4 / 7
    noun, verb, place = counts.figures(("NP", "VP", "PP"))
    assert (noun.precision, noun.recall, noun.f1, noun.support) == (2 / 3, 1, 0.8, 2)
    assert (verb.precision, verb.recall, verb.f1, place.support) == (0, 0, 0, 1)
    assert counts.micro_f1 == pytest.approx(2 * 2 / (3 + 4)) and counts.macro_f1 == pytest.approx(0.8 / 3)
