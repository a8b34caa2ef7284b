"""Gives a model other tokens, so that what it has learnt goes on in a vocabulary that is made for other texts.

    uv run python packaging/models/new_tokens.py NAME TEXTS FOLDER

NAME and TEXTS are as for `make.py`, which learns on with `--begin FOLDER` from what is written here: the weights of the
bundled model NAME, and as many tokens as it had, made anew from TEXTS. A token that is new begins as the mean of the
old ones that wrote it (Gee et al., Fast Vocabulary Transfer for Language Model Compression, EMNLP 2022).
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

sys.path.insert(0, str(Path(__file__).parents[2]))

from make import MADE, texts_of

from workbench.ground.resources import resource

EMBEDDING = "transformer.wte.weight"
END = "<|endoftext|>"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("name", choices=MADE)
    parser.add_argument("texts", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    model = resource("models") / options.name
    old = Tokenizer.from_file(str(model / "tokenizer.json"))
    new = learnt_from(lines_of(options.texts, options.name), old.get_vocab_size())
    tensors = load_file(model / "model.safetensors")
    embedding = tensors[EMBEDDING].astype(np.float32)
    tensors[EMBEDDING] = carried_over(embedding, old, new).astype(tensors[EMBEDDING].dtype)
    shutil.copytree(model, options.folder)
    new.save(str(options.folder / "tokenizer.json"), pretty=False)
    new.model.save(str(options.folder))  # vocab.json and merges.txt
    save_file(tensors, options.folder / "model.safetensors", metadata={"format": "pt"})
    kept = len(set(old.get_vocab()) & set(new.get_vocab()))
    print(json.dumps({"tokens": new.get_vocab_size(), "kept": kept}))


def lines_of(texts: Path, name: str) -> Iterator[str]:
    """Of what is trained on, each as often as it is read."""
    for path in texts_of(texts, MADE[name])[0]:
        yield from path.read_text(encoding="utf-8").split("\n")


def learnt_from(lines: Iterator[str], size: int) -> Tokenizer:
    """Byte-pair encoding of bytes, as of GPT-2. Long pieces, whole phrases of laws, are left to the model."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=[END], initial_alphabet=alphabet, max_token_length=24, show_progress=False
    )
    tokenizer.train_from_iterator(lines, trainer)
    return tokenizer


def carried_over(embedding: np.ndarray, old: Tokenizer, new: Tokenizer) -> np.ndarray:
    """(tokens, width) of the old vocabulary → the same of the new one."""
    known = old.get_vocab()
    rows = np.empty((new.get_vocab_size(), embedding.shape[1]), np.float32)
    for piece, number in new.get_vocab().items():
        wrote = [known[piece]] if piece in known else [token.id for token in old.model.tokenize(piece)]
        rows[number] = embedding[wrote].mean(axis=0)
    return rows


if __name__ == "__main__":
    main()
