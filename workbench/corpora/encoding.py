"""A corpus as numbers: encoded once for each tokenizer, kept on disk, and mapped into memory.

The tokens lie in the corpus's folder as tokens/TOKENIZER/{train,validation,test}.bin, little-endian and without a
header, beside a meta.json that says what they were made from. Anything that does not fit is made again.
"""

from __future__ import annotations

import hashlib
import json
import math
import shutil
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from filelock import FileLock, Timeout

from workbench.corpora.chunks import parts_of
from workbench.corpora.importing import content_hash, split_file
from workbench.ground.files import new_folder, write_atomically
from workbench.messages.errors import KnownError, disk_error
from workbench.messages.message import message
from workbench.values.corpus import Corpus, Split
from workbench.values.progress import Progress

Tokens = np.ndarray[Any, np.dtype[np.unsignedinteger[Any]]]


class Encoder(Protocol):
    """What encoding needs of a tokenizer."""

    @property
    def sha256(self) -> str:
        """Of everything that decides which tokens a text becomes."""

    @property
    def vocabulary(self) -> int:
        """One more than the highest token."""

    @property
    def between(self) -> Sequence[int]:
        """The tokens between texts that do not follow on each other: an end-of-text token, for most."""

    def encode(self, text: str) -> Sequence[int] | np.ndarray[Any, Any]: ...


@dataclass(frozen=True, eq=False)
class EncodedCorpus:
    """The tokens of each split: uint16 where the vocabulary allows it, else uint32. Read-only, read as needed.

    Where a run learns on another computer, they are `ShardedTokens`, which are read in the same way.
    """

    train: Tokens
    validation: Tokens
    test: Tokens
    name: str = ""  # of the text, for a person

    def __getitem__(self, split: Split) -> Tokens:
        return {Split.TRAIN: self.train, Split.VALIDATION: self.validation, Split.TEST: self.test}[split]

    def with_share(self, share: float) -> EncodedCorpus:
        """With no more than the beginning of the training text, so much of it; what is held out stays whole."""
        return replace(self, train=self.train[: math.ceil(share * len(self.train))])


def encode(corpus: Corpus, tokenizer: Encoder) -> Generator[Progress, None, EncodedCorpus]:
    """The corpus in the tokenizer's tokens; at once if it was encoded before. Progress counts characters.

    Each segment is encoded by itself and begins with what the tokenizer has between texts. Raises
    KnownError("corpus.changed") where the files are not those that were imported.
    """
    check_unchanged(corpus)
    folder = token_folder(corpus, tokenizer)
    description = _description(corpus, tokenizer)
    if not _is_intact(folder, description):
        yield from _made_once(corpus, tokenizer, folder, description)
    train, validation, test = (_mapped(folder, split, description["dtype"]) for split in Split)
    return EncodedCorpus(train, validation, test, corpus.name)


def _made_once(
    corpus: Corpus, tokenizer: Encoder, folder: Path, description: dict[str, Any]
) -> Generator[Progress, None, None]:
    """Write the tokens, unless somebody else is at it: another lane of the window, or a command. Then wait for that."""
    lock = FileLock(folder.with_name(f".{folder.name}.lock"), thread_local=False)
    while not _taken(lock, folder.parent):
        yield Progress(0, corpus.contents.statistics.characters, _DOING[Split.TRAIN])
        time.sleep(SECONDS_BETWEEN_LOOKS)
    try:
        if _is_intact(folder, description):
            return
        with new_folder(folder) as unfinished:
            yield from _write_tokens(corpus, tokenizer, unfinished, description)
            if folder.exists():
                shutil.rmtree(folder)
    finally:
        lock.release()


def _taken(lock: FileLock, folder: Path) -> bool:
    try:
        folder.mkdir(exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except OSError as error:
        raise disk_error(error, folder) from error
    return True


def check_unchanged(corpus: Corpus) -> None:
    """Raise KnownError("corpus.changed") where what is on disk is not what every figure of the corpus is of."""
    try:
        stats = [split_file(corpus.folder, split).stat() for split in Split]
    except FileNotFoundError as error:
        raise KnownError("file.missing", file=error.filename) from error
    if _content_hash(corpus.folder, tuple((s.st_size, s.st_mtime_ns) for s in stats)) != corpus.contents.sha256:
        raise KnownError("corpus.changed", name=corpus.name)


@lru_cache(maxsize=16)
def _content_hash(folder: Path, _stats: tuple[tuple[int, int], ...]) -> str:
    """Read again only where the files' sizes or times say that they may be others."""
    return content_hash(folder)


def encoded_sizes(corpus: Corpus, tokenizer_sha256: str) -> dict[Split, int] | None:
    """How many tokens each split is, as it was encoded before with that tokenizer; read off the files' sizes."""
    folder = corpus.folder / "tokens" / tokenizer_sha256[:16]
    try:
        meta = json.loads((folder / _META).read_bytes())
        wanted = (_FORMAT, corpus.contents.sha256, tokenizer_sha256)
        if (meta["format"], meta["corpus_sha256"], meta["tokenizer_sha256"]) != wanted:
            return None
        return {split: _token_file(folder, split).stat().st_size // np.dtype(meta["dtype"]).itemsize for split in Split}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def token_folder(corpus: Corpus, tokenizer: Encoder) -> Path:
    """Where the corpus's tokens are kept for this tokenizer."""
    return corpus.folder / "tokens" / tokenizer.sha256[:16]


SECONDS_BETWEEN_LOOKS = 0.2  # at whether somebody else has made the tokens
_META = "meta.json"
_FORMAT = 3  # of 1 and 2, the names of special tokens and of bytes in a text had become such tokens
_DOING = {
    Split.TRAIN: message("progress.train"),
    Split.VALIDATION: message("progress.validation"),
    Split.TEST: message("progress.test"),
}


def _description(corpus: Corpus, tokenizer: Encoder) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "corpus_sha256": corpus.contents.sha256,
        "tokenizer_sha256": tokenizer.sha256,
        "between": list(tokenizer.between),
        "dtype": "<u2" if tokenizer.vocabulary <= 2**16 else "<u4",
    }


def _is_intact(folder: Path, description: dict[str, Any]) -> bool:
    """Whether the folder holds tokens that fit the description and are the ones that were written."""
    try:
        meta = json.loads((folder / _META).read_bytes())
        wanted = {**description, "splits": {split: _fingerprint(_token_file(folder, split)) for split in Split}}
    except (OSError, ValueError):
        return False
    return bool(meta == wanted)


def _write_tokens(
    corpus: Corpus, tokenizer: Encoder, folder: Path, description: dict[str, Any]
) -> Generator[Progress, None, None]:
    done, total = 0, corpus.contents.statistics.characters
    dtype = description["dtype"]
    start = np.array(tokenizer.between, dtype).tobytes()
    for split in Split:
        with _token_file(folder, split).open("wb") as file:
            for begins, chunk in parts_of(corpus, split):
                if begins:
                    file.write(start)
                file.write(_tokens(tokenizer, chunk).astype(dtype).tobytes())
                done += len(chunk)
                yield Progress(done, total, _DOING[split])
    fingerprints = {split: _fingerprint(_token_file(folder, split)) for split in Split}
    write_atomically(folder / _META, json.dumps({**description, "splits": fingerprints}, indent=1).encode())


def _tokens(tokenizer: Encoder, text: str) -> np.ndarray[Any, np.dtype[np.int64]]:
    tokens = np.asarray(tokenizer.encode(text), dtype=np.int64)
    if tokens.size and not 0 <= tokens.min() <= tokens.max() < tokenizer.vocabulary:
        raise ValueError("the tokenizer made a token outside its vocabulary")  # it would wrap around unseen
    return tokens


def _fingerprint(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"size_bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def _mapped(folder: Path, split: Split, dtype: str) -> Tokens:
    path = _token_file(folder, split)
    if not path.stat().st_size:
        return np.empty(0, dtype)  # an empty file cannot be mapped
    return np.memmap(path, dtype, mode="r")


def _token_file(folder: Path, split: Split) -> Path:
    return folder / f"{split}.bin"
