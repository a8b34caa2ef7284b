"""A text's conversations in a model's tokens, put down as its template does, with what of them is to be learnt."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np

from workbench.corpora.encoded_examples import NOTHING, Encoded, EncodedExamples, remarks_on_cut
from workbench.corpora.encoding import check_unchanged
from workbench.corpora.labelled import examples
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, message
from workbench.models.tokenizers.chat import tokens_of
from workbench.models.tokenizers.chat_template import put_down
from workbench.values.corpus import Corpus, Split
from workbench.values.labels import Example
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.tokenizers.tokenizer import Tokenizer

_AT_ONCE = 100  # conversations between two reports
NOBODY = np.empty(0, np.int32)


def encode_conversations(corpus: Corpus, tokenizer: Tokenizer, most: int) -> Generator[Progress, None, EncodedExamples]:
    """Of each conversation no more than `most` tokens are read; one without an answer in these is not learnt from.

    A conversation that the model's template does not take is passed over; how many of either is a remark. Progress
    counts conversations.
    Raises KnownError: corpus.changed, and "chat.no_conversation" where none is left.
    """
    check_unchanged(corpus)
    assert corpus.contents.labels is not None
    total, done, cut, refused, unanswered = sum(corpus.contents.labels.examples.values()), 0, 0, 0, 0
    found: dict[Split, list[Encoded]] = {split: [] for split in Split}
    refusal: KnownError | None = None
    for split in Split:
        for example in examples(corpus, split):
            if done % _AT_ONCE == 0:
                yield Progress(done, total, message(f"progress.{split}"))
            done += 1
            try:
                encoded, is_cut = encoded_of(example, tokenizer, most)
            except KnownError as error:
                if error.code == "chat.too_much":
                    raise  # so it would say of each of them, and take long for that
                refusal, refused = refusal or error, refused + 1
                continue
            cut += is_cut
            if np.any(encoded.targets >= 0):
                found[split].append(encoded)
            else:
                unanswered += 1
    if refusal is not None and not found[Split.TRAIN]:
        raise refusal
    remarks = [*remarks_on_cut(corpus, cut, total, most)]
    if unanswered:
        remarks.append(message("turns.unanswered", corpus=corpus.name, count=Count(unanswered), of=Count(total)))
    if refusal is not None:
        said = {"corpus": corpus.name, "count": Count(refused), "of": Count(total)}
        remarks.append(message("turns.refused", reason=refusal.message, **said))
    train, validation, test = (tuple(found[split]) for split in Split)
    return EncodedExamples(train, validation, test, corpus.name, tuple(remarks))


def encoded_of(example: Example, tokenizer: Tokenizer, most: int) -> tuple[Encoded, bool]:
    """A conversation, and whether its end is left out. Raises KnownError("chat.template")."""
    tokens, learnt = tokens_of(tokenizer, put_down(tokenizer.chat, turns_of(example)))
    following = np.full(len(tokens), NOTHING, np.int32)
    following[:-1] = np.where(learnt[1:], tokens[1:], NOTHING)
    return Encoded(tokens[:most], following[:most], NOBODY), len(tokens) > most


def turns_of(example: Example) -> list[tuple[str, str]]:
    return list(zip(example.labels, example.turns, strict=True))
