"""What comes before the first step of a run: work that a command ends, and what the loop is given."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, TypeVar

from workbench.corpora.encoding import EncodedCorpus, encode
from workbench.ground.alongside import alongside
from workbench.training.events import Command, Event, Preparing, Stage
from workbench.values.corpus import Corpus

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel
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


def loaded_alongside(load: Callable[[], LanguageModel]) -> Generator[Event, None, LanguageModel]:
    """Reading a large model, and TensorFlow before the first, cannot be interrupted: who leaves need not wait."""
    work = alongside(load)
    try:
        while True:
            next(work)
            yield Preparing(Stage.LOADING_MODEL)
    except StopIteration as stop:
        model: LanguageModel = stop.value
        return model
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
