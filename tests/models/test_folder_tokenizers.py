"""Tokenizers as folders have them: in forms from before there was a tokenizer.json, too large, or wild."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tokenizers import Regex, pre_tokenizers

from tests.tiny_families import NETWORK_VOCABULARY, byte_tokenizer, write, write_any
from tests.tiny_models import tale
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import read_card
from workbench.models.language_model import read_tokenizer
from workbench.services.token_counting import TokenizerSource

TEXTS = (
    "Anna lit the lamp.", " two  spaces\n\nand 12345 numbers", "it's Café e\u0301 naïve", "日本語 🙂\ttab", "",
    "  lead", "We'LL don't", "a\r\nb", 50 * "x",
)  # fmt: skip
# What transformers 5.24 makes of TEXTS[1] and TEXTS[2] with this vocabulary and the class Qwen2Tokenizer.
QWEN2 = {
    1: [
        222, 85, 88, 80, 222, 222, 84, 81, 66, 68, 70, 84, 200, 200, 66, 79, 69, 222, 18, 19, 20, 21, 22, 222, 79, 86,
        78, 67, 70, 83, 84,
    ],
    2: [263, 8, 84, 222, 36, 66, 71, 129, 104, 222, 129, 104, 222, 272, 129, 109, 87, 70],
}  # fmt: skip
MARKS = {"eos_token": {"content": "<|endoftext|>"}, "additional_special_tokens": ["<|im_start|>"]}


def older(folder: Path, settings: dict[str, Any] | None = None) -> Path:
    """With the two files that were there before tokenizer.json, in place of it."""
    pieces = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    (folder / "vocab.json").write_text(json.dumps(pieces["vocab"]), encoding="utf-8")
    merges = "".join(" ".join(pair) + "\r\n" for pair in pieces["merges"])
    (folder / "merges.txt").write_text("#version: 0.2\r\n" + merges, encoding="utf-8", newline="")
    (folder / "tokenizer.json").unlink()
    if settings is not None:
        (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("family", "settings"), [("gpt2", None), ("smollm2", {"tokenizer_class": "GPT2TokenizerFast", **MARKS})]
)
def test_a_vocabulary_and_its_merges_cut_as_the_whole_file_does(
    tmp_path: Path, family: str, settings: dict[str, Any] | None
) -> None:
    folder = write_any(tmp_path / family, family)
    whole = read_tokenizer(folder)
    found = read_tokenizer(older(folder, settings))
    assert [found.encode(text).tolist() for text in TEXTS] == [whole.encode(text).tolist() for text in TEXTS]
    assert (found.end_of_text, found.begin, found.pieces) == (whole.end_of_text, whole.begin, whole.pieces)
    assert read_card(folder, Origin.FOLDER).vocabulary == found.vocabulary
    assert TokenizerSource.of(read_card(folder, Origin.FOLDER)).sha256 == found.sha256


def test_the_words_of_qwen_are_told_apart_as_its_own_class_does(tmp_path: Path) -> None:
    token = {"content": "<|im_end|>", "special": True, "normalized": False}
    settings = {"tokenizer_class": "Qwen2Tokenizer", "added_tokens_decoder": {"300": token}}
    found = read_tokenizer(older(write(tmp_path / "qwen2", "qwen2"), settings))
    assert {number: found.encode(TEXTS[number]).tolist() for number in QWEN2} == QWEN2
    assert found.name(300) == "<|im_end|>" and found.pieces[300] == b""


def test_a_token_that_would_get_another_number_is_refused(tmp_path: Path) -> None:
    settings = {"added_tokens_decoder": {"310": {"content": "<|im_end|>", "special": True}}}
    folder = older(write(tmp_path / "qwen2", "qwen2"), settings)
    with pytest.raises(KnownError, match=r"“<\|im_end\|>” cannot have the number 310"):
        read_tokenizer(folder)


def sentencepiece(folder: Path, kind: str, **settings: object) -> None:
    from sentencepiece import SentencePieceTrainer

    (folder / "tokenizer.json").unlink()
    with (folder / "tokenizer.model").open("wb") as written:
        SentencePieceTrainer.train(
            sentence_iterator=iter(tale(200).split("\n")), model_writer=written, vocab_size=NETWORK_VOCABULARY,
            model_type=kind, byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False,
            hard_vocab_limit=False, minloglevel=2, **settings,
        )  # fmt: skip


@pytest.mark.parametrize("prefixed", [True, False])
def test_the_model_of_sentencepiece_cuts_as_its_own_library_does(tmp_path: Path, prefixed: bool) -> None:
    from sentencepiece import SentencePieceProcessor

    folder = write(tmp_path / "mistral", "mistral")
    sentencepiece(folder, "bpe", add_dummy_prefix=prefixed)
    own = SentencePieceProcessor(model_file=str(folder / "tokenizer.model"))
    found = read_tokenizer(folder)
    assert [found.encode(text).tolist() for text in TEXTS] == [own.encode(text) for text in TEXTS]
    assert found.begin == own.bos_id() and found.end_of_text == own.eos_id()
    assert read_card(folder, Origin.FOLDER).vocabulary == NETWORK_VOCABULARY


@pytest.mark.parametrize("content", ["unigram", "IQ== 0\nIg== 1\n"])
def test_another_kind_is_said_to_be_an_older_form(tmp_path: Path, content: str) -> None:
    folder = write(tmp_path / "llama", "smollm2")
    if content == "unigram":
        sentencepiece(folder, content)
    else:  # as Llama 3 has it, beside its tokenizer.json
        (folder / "tokenizer.json").rename(folder / "tokenizer.model")
        (folder / "tokenizer.model").write_text(content)
    with pytest.raises(KnownError, match=r"is in an older form \(tokenizer.model\)"):
        read_tokenizer(folder)


def test_a_tokenizer_larger_than_its_network_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    folder = write(tmp_path / "smollm2", "smollm2")
    made = byte_tokenizer("smollm2")
    made.add_tokens([f"<word {number}>" for number in range(22)])
    made.save(str(folder / "tokenizer.json"))
    with pytest.raises(KnownError, match="the tokenizer knows 2 words more than the network"):
        read_tokenizer(folder)


def test_what_a_folder_says_of_batches_cuts_no_text(tmp_path: Path) -> None:
    folder = write(tmp_path / "smollm2", "smollm2")
    whole = read_tokenizer(folder).encode(TEXTS[0]).tolist()
    made = byte_tokenizer("smollm2")
    made.enable_truncation(2)
    made.enable_padding(length=1000)
    made.save(str(folder / "tokenizer.json"))
    assert read_tokenizer(folder).encode(TEXTS[0]).tolist() == whole


def wild_folder(place: Path) -> Path:
    folder = write(place / "smollm2", "smollm2")
    made = byte_tokenizer("smollm2")
    wild = pre_tokenizers.Split(Regex(r"(?:x+x+)+y"), "isolated")
    made.pre_tokenizer = pre_tokenizers.Sequence([wild, pre_tokenizers.ByteLevel(add_prefix_space=False)])
    made.save(str(folder / "tokenizer.json"))
    return folder


def test_an_expression_that_runs_wild_is_a_sentence(tmp_path: Path) -> None:
    found = read_tokenizer(wild_folder(tmp_path))
    assert len(found.encode(TEXTS[0])) > 3
    for ask in (found.encode, found.spans):
        with pytest.raises(KnownError, match=r"gave up on a text .*retry-limit-in-match"):
            ask(60 * "x")


WILD = """
import os, sys, threading, time
from workbench.messages.errors import KnownError
from workbench.models.tokenizers.tokenizer import Tokenizer

tokenizer = Tokenizer(open(sys.argv[1], encoding="utf-8").read())
others = 0
done = threading.Event()

def speak():
    global others
    while not done.is_set():
        others += 1
        os.write(2, b"another thread\\n")
        time.sleep(0.0002)

speaker = threading.Thread(target=speak)
speaker.start()
for _ in range(5):
    try:
        tokenizer.encode(60 * "x")
    except KnownError as error:
        print(error, file=sys.stderr)
done.set()
speaker.join()
print(others)
"""


@pytest.mark.parametrize("backtrace", ["0", "1", "full"])
def test_of_a_panic_the_terminal_shows_the_sentence_alone_and_all_that_others_write(
    tmp_path: Path, backtrace: str
) -> None:
    command = [sys.executable, "-c", WILD, str(wild_folder(tmp_path) / "tokenizer.json")]
    told = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "RUST_BACKTRACE": backtrace}
    )
    assert told.stderr.count("another thread") == int(told.stdout) > 0
    assert told.stderr.count("gave up on a text") == 5
    assert not any(word in told.stderr for word in ("panicked", "BACKTRACE", "backtrace"))
