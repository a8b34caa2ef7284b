"""A run as a SavedModel that takes text: it makes the program's tokens of it, and gives the program's probabilities."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import tale
from workbench.exporting import agreement
from workbench.exporting.formats import Format, export_run
from workbench.exporting.graph_tokenizer import GraphTokenizer
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import import_libraries
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoders import make_decoder
from workbench.prediction.words import prompt_tokens
from workbench.services.workbench import Workbench

SENTENCES = [
    "Anna lit the lamp.", "  two  spaces \n\n\tand tabs  ", "it's we'll I'M they've 's", "Don’t stop—re-use co-op's",
    "naïve café — “quotes”", "e\u0301 combined", "你好，世界 ありがとう กขค", "A-界 x’界", "a\u00a0b\u3000c \u2009d",
    "1,234.5 ½ ²",
    "a\U00010d4a \U0002ebf0\U0002ee5d \U00013460b 1\U00010d40 e\u0897",  # of Unicode 15.1 and 16
    "हिन्दी भाषा", "العربية", "👩\u200d👩\u200d👧 🇩🇪", "ﬃ İ ς", "aaaaaaaaaaaa banana", "x" * 300,
    "\r\n\r\n a\n b", " ", "\n", "",
    "<|endoftext|>Anna<|endoftext|> lit", "!<|endoftext|>?", "<|endoftext", "\x00 \x85 \u2028",
]  # fmt: skip


def strange_texts(count: int) -> list[str]:
    """Drawn from all scripts, and more often from where the cutting of words has its corners."""
    draw = random.Random(7)
    corners = [*"abc  \n\t'.,!-’09éß你世りข\u0301\u200d½\u00a0\u3000", "'s", "'ll", " the", "<|endoftext|>"]

    def character() -> str:
        if draw.random() < 0.7:
            return draw.choice(corners)
        found = chr(draw.randrange(sys.maxunicode))
        return found if found.isprintable() else " "

    return ["".join(character() for _ in range(draw.randrange(1, 40))) for _ in range(count)]


@pytest.mark.parametrize("kind", ["pieces", "words"])
def test_the_graph_cuts_text_as_the_program_does(kind: str) -> None:
    import_libraries()
    import tensorflow as tf

    if kind == "pieces":
        folder = find_model("starter-en").folder
        assert folder is not None
        tokenizer = Tokenizer.from_file(folder / "tokenizer.json")
    else:
        tokenizer = Tokenizer.of_words([tale(20), *2 * SENTENCES, *2 * strange_texts(100)], 5000)
    cut = tf.function(GraphTokenizer(tokenizer), input_signature=[tf.TensorSpec([], tf.string)], autograph=False)
    for text in (*SENTENCES, *strange_texts(600), tale(20)):
        assert cut(tf.constant(text)).numpy().tolist() == tokenizer.encode(text).tolist(), repr(text)


@pytest.mark.parametrize("run", ["subwords", "words"])
def test_a_saved_model_takes_text_and_gives_the_programs_probabilities(
    learnt: Workbench, tmp_path: Path, run: str
) -> None:
    written = last(export_run(learnt, run, tmp_path / "[a] 50 %?" / "served*", Format.SAVED_MODEL))
    import tensorflow as tf

    folder = written.rename(tmp_path / "served")  # TensorFlow reads patterns in a path, also when it opens
    opened = tf.saved_model.load(str(folder))
    texts = [*SENTENCES, tale(3), "Anna lit the lamp. " * 1200]
    answer = opened.signatures["serving_default"](text=tf.constant(texts))
    every = opened.signatures["probabilities"](text=tf.constant(texts))["probability"].numpy()
    model = learnt.models.open(learnt.models.named(run))
    decoder = make_decoder(model)
    for text, tokens, likeliest, row in zip(
        texts, answer["token"].numpy(), answer["probability"].numpy(), every, strict=True
    ):
        expected = agreement.probabilities(decoder.read_prompt(prompt_tokens(model.tokenizer, text)))
        np.testing.assert_allclose(row, expected, atol=1e-5)
        np.testing.assert_allclose(likeliest, np.sort(expected)[::-1][: len(likeliest)], atol=1e-5)
        nearly = {
            model.tokenizer.pieces[token] or model.tokenizer.name(token).encode() for token in np.argsort(expected)[-3:]
        }
        assert tokens[0] in nearly


def test_an_export_that_disagrees_with_the_program_is_not_kept(
    learnt: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement, "TOLERANCE", -1.0)
    with pytest.raises(KnownError) as refused:
        last(export_run(learnt, "words", tmp_path / "refused", Format.LITERT))
    assert refused.value.code == "export.disagrees" and not refused.value.by_caller
    assert list(tmp_path.iterdir()) == []


def test_a_tokenizer_that_cannot_be_imitated_is_refused() -> None:
    bent = Tokenizer.of_pieces([tale(5)], 300).definition.replace('"ignore_merges":false', '"ignore_merges":true')
    with pytest.raises(KnownError) as refused:
        GraphTokenizer(Tokenizer(bent))
    assert refused.value.code == "export.tokenizer"
