"""What comes before the first step of a run: work that a command ends, and what the loop is given."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, TypeVar

from workbench.corpora.encoding import EncodedCorpus, encode
from workbench.training.events import (
    Command,
    Event,
    Preparing,
    Stage,
)
from workbench.values.corpus import Corpus

if TYPE_CHECKING:
    from workbench.models.tokenizers.tokenizer import Tokenizer


T = TypeVar("T")


def heard(work: Generator[Event, None, T], told: list[Command]) -> Generator[Event, Command | None, T | None]:
    """Work that takes no commands: the first that the driver gives ends it, and is written down in `told`."""
    try:
        while True:
            command = yield next(work)
            if command is not None:
                told.append(command)
                return None
    except StopIteration as stop:
        result: T = stop.value
        return result
    finally:
        work.close()


def encoded_with_progress(corpus: Corpus, tokenizer: Tokenizer) -> Generator[Event, None, EncodedCorpus]:
    work = encode(corpus, tokenizer)
    try:
        while True:
            yield Preparing(Stage.ENCODING_TEXT, next(work))
    except StopIteration as stop:
        encoded: EncodedCorpus = stop.value
        return encoded
    finally:
        work.close()
