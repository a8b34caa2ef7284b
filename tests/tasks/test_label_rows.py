"""Labelled examples as numbers and rows: nothing is lost, nothing is read twice, and all follows from seed and step."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tiny_families import byte_tokenizer
from workbench.corpora.encoded_examples import NOTHING, Encoded, EncodedExamples, parts_of
from workbench.corpora.labelled import joined, word_spans
from workbench.messages.errors import KnownError
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.tasks.answers.task import TASK as ANSWERS
from workbench.tasks.mixture import Mixture, Turns
from workbench.tasks.rows import PADDING, Rows, length_of, next_tokens, padded
from workbench.tasks.task import Share
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import Example, LabelKind, LabelSet

TAGS = LabelSet(LabelKind.TAGS, ("O", "B-X"), (), 1)
ROLES = LabelSet(LabelKind.ROLES, ("O", "B-X"), (), 1)
CLASSES = LabelSet(LabelKind.CLASSES, ("a", "b"), (1, 1), 2)
WORDS = st.lists(st.text("abcxyz我们。.é", min_size=1, max_size=7), min_size=1, max_size=20)


@pytest.fixture(scope="module", params=["gpt2", "llama"])
def tokenizer(request: pytest.FixtureRequest) -> Tokenizer:
    return Tokenizer(byte_tokenizer(request.param).to_str())


def example(number: int, length: int = 3) -> Encoded:
    return Encoded(np.full(length, number, np.int32), np.array(number % 2, np.int32), np.empty(0, np.int32))


@given(WORDS)
def test_words_lie_where_they_are_said_to(words: list[str]) -> None:
    text = joined(words)
    assert [text[start:end] for start, end in word_spans(words)] == words


@given(words=WORDS, most=st.integers(8, 80), predicate=st.booleans())
def test_each_word_of_a_sentence_is_told_once_by_a_token_of_its_own(
    tokenizer: Tokenizer, words: list[str], most: int, predicate: bool
) -> None:
    asked = Example(joined(words), words=tuple(words), predicate=0 if predicate else None)
    parts = list(parts_of(asked, tokenizer, ROLES if predicate else TAGS, most))
    told = [part.first_word + number for part in parts for number in range(len(part.words))]
    assert told == list(range(len(words)))
    for part in parts:
        assert len(part.tokens) <= most and list(part.words) == sorted(part.words)
        if not part.is_cut:  # what a word is told by ends with it
            for word, place in zip(words[part.first_word :], part.words, strict=False):
                assert tokenizer.decode(part.tokens[: place + 1]).endswith(word)


def test_of_two_words_that_are_alike_it_is_read_which_is_the_predicate(tokenizer: Tokenizer) -> None:
    words = ("sat", "the", "cat", "that", "sat")
    first, second = (
        next(parts_of(Example(joined(words), words=words, predicate=place), tokenizer, ROLES, 100)) for place in (0, 4)
    )
    assert tokenizer.decode(first.tokens).splitlines()[1:] == ["sat", joined(words)]
    assert tokenizer.decode(second.tokens).splitlines()[1:] == ["sat sat", joined(words)]


def test_of_a_long_text_the_beginning_is_read_and_that_is_said(tokenizer: Tokenizer) -> None:
    text = "the small cat sat " * 20
    (part,) = parts_of(Example(text), tokenizer, CLASSES, 10)
    (whole,) = parts_of(Example(text), tokenizer, CLASSES, 10_000)
    assert part.is_cut and not whole.is_cut and list(part.tokens) == list(whole.tokens[:10])


def test_rows_are_as_long_as_the_longest_example_and_no_longer() -> None:
    text = EncodedExamples((example(1, 20), example(2, 3)), (example(0),), ())
    rows = Rows.of(text, FineTuning(batch_size=2, context_length=256), lambda chosen, rows: rows)
    inputs = rows.batch(0, 1).inputs
    assert inputs.shape == (2, length_of(20)) and length_of(20) == 24
    assert sorted((inputs != PADDING).sum(1)) == [3, 20]


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_read_rows_of_their_own_as_long_as_those_of_the_others(workers: int) -> None:
    lengths = [3, 60, 7, 3, 25, 3, 9, 3, 40, 3, 8, 3]
    every = tuple(example(number, length) for number, length in enumerate(lengths))
    rows = Rows.of(
        EncodedExamples(every, every[:1], ()), FineTuning(batch_size=4, context_length=64), lambda _, rows: rows
    )
    shares = [Share(rank, workers) for rank in range(workers)]
    turns = Turns({"one": 1.0, "two": 0.5})
    for dataset in (rows, Mixture({"one": rows, "two": rows.repeating()}, turns)):
        for step in range(1, 9):
            whole = dataset.batch(5, step)
            for share in shares:
                own = dataset.shared(share).batch(5, step)
                (expected,), (found,) = (_arrays(batch.inputs) for batch in (whole, own))
                assert np.array_equal(found, share.of(expected))


def _arrays(held: Any) -> list[np.ndarray]:
    return list(held.values()) if isinstance(held, dict) else [held]


def test_a_language_model_predicts_what_comes_next_and_nothing_after_the_end() -> None:
    rows = padded([np.array([5, 6, 7]), np.array([8])], 4)
    assert next_tokens(rows).tolist() == [[6, 7, NOTHING, NOTHING], [NOTHING] * 4]


@given(st.lists(st.integers(0, 3), min_size=4, max_size=80), st.floats(0.05, 1))
def test_a_share_of_the_examples_has_its_share_of_each_class_and_more_has_all_of_less(
    classes: list[int], share: float
) -> None:
    every = tuple(
        Encoded(np.array([number], np.int32), np.array(one, np.int32), np.empty(0, np.int32))
        for number, one in enumerate(classes)
    )
    whole = EncodedExamples(every, every[:1], ())
    kept, more = (whole.with_share(each).train for each in (share, min(1.0, share * 1.5)))
    assert {int(each.tokens[0]) for each in kept} <= {int(each.tokens[0]) for each in more}
    for one in set(classes):
        wanted = classes.count(one) * len(kept) / len(classes)
        assert abs(sum(int(each.targets) == one for each in kept) - wanted) < 2


def test_a_text_without_examples_on_one_side_is_refused() -> None:
    with pytest.raises(KnownError) as refused:
        Rows.of(EncodedExamples((example(1),), (), (), "empty"), FineTuning(), lambda chosen, rows: rows)
    assert refused.value.code == "corpus.no_examples"


def test_conversations_that_answer_too_late_are_told_how_much_is_read() -> None:
    with pytest.raises(KnownError) as refused:
        ANSWERS.dataset(EncodedExamples((), (), (), "talk"), None, FineTuning(context_length=16))  # type: ignore[arg-type]
    assert refused.value.code == "turns.too_few" and "first 16 tokens" in str(refused.value)
