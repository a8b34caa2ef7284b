"""How many tokens a project's texts are for each model: encoded before, counted once, or foretold from a sample.

What was found out is remembered in the project, so that opening a large tokenizer is paid for once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.corpora.encoding import EncodedCorpus, encode
from workbench.corpora.token_counts import TokenCounts, counted, expected, sample
from workbench.models.card import PretrainedModel
from workbench.models.language_model import read_tokenizer
from workbench.models.small_files import MOST_VOCABULARY_BYTES, read_text
from workbench.models.sources.registry import tokenizer_files
from workbench.models.sources.source import TOKENIZER
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.project.project import Project
from workbench.values.corpus import Corpus
from workbench.values.network_kind import NetworkKind
from workbench.values.progress import Progress


@dataclass(frozen=True)
class TokenizerSource:
    """Where the tokenizer of a model is, or what will be learnt from the text where there is none."""

    folder: Path
    kind: NetworkKind
    vocabulary: int

    @classmethod
    def of(cls, model: PretrainedModel, folder: Path | None = None) -> TokenizerSource:
        """Of a model; `folder` is that of a run, which has a tokenizer of its own once it has begun."""
        if folder is None or not tokenizer_files(folder):
            folder = model.folder or Path()
        return cls(folder, model.kind, model.vocabulary)

    @property
    def is_learnt(self) -> bool:
        return not tokenizer_files(self.folder)

    @property
    def sha256(self) -> str:
        """Of everything that decides which tokens a text becomes; nothing is opened for it."""
        files = tokenizer_files(self.folder)
        if not files:
            return hashlib.sha256(f"{self.kind} {self.vocabulary}".encode()).hexdigest()
        state = _state(files)
        if state not in _known:
            _known[state] = _sha256(self.folder, files)
        return _known[state]

    @property
    def is_at_hand(self) -> bool:
        """Whether `sha256` takes no time, since it was asked for before or one small file says it."""
        files = tokenizer_files(self.folder)
        return not files or _says_itself(files) or _state(files) in _known

    def open(self, corpus: Corpus) -> Tokenizer:
        """One that cuts the text as the model's will; a tokenizer yet to be learnt is learnt from a sample."""
        if not self.is_learnt:
            return read_tokenizer(self.folder)
        # Whether it knows a word or not, a word is one token.
        if self.kind is NetworkKind.LSTM:
            return Tokenizer.of_words([], self.vocabulary)
        return Tokenizer.of_pieces(sample(corpus), self.vocabulary)


class TokenCounting:
    def __init__(self, project: Project) -> None:
        self._project = project

    def is_at_hand(self, model: PretrainedModel) -> bool:
        """Whether `known` takes no time for that model."""
        return TokenizerSource.of(model).is_at_hand

    def get_at_hand(self, model: PretrainedModel) -> None:
        """Raises KnownError("model.damaged")."""
        _ = TokenizerSource.of(model).sha256

    def known(self, corpus: Corpus, source: TokenizerSource) -> TokenCounts | None:
        """As far as it takes no time: the text was encoded with that tokenizer, or counted before."""
        found = counted(corpus, source.sha256)
        if found is None and (kept := self._project.costs.tokens(*_names(corpus, source))):
            found = TokenCounts(*kept)
        return found

    def of(self, corpus: Corpus, source: TokenizerSource) -> TokenCounts:
        """What is known, else what a sample of the text says."""
        return self.known(corpus, source) or self._note(corpus, source, expected(corpus, source.open(corpus)))

    def exactly(self, corpus: Corpus, source: TokenizerSource) -> Generator[Progress, None, TokenCounts]:
        """By encoding the text, as the model's first run would have to; what is yet to be learnt is foretold."""
        if source.is_learnt:
            return self.of(corpus, source)
        return self.note(corpus, source, (yield from encode(corpus, source.open(corpus))))

    def note(self, corpus: Corpus, source: TokenizerSource, encoded: EncodedCorpus) -> TokenCounts:
        """Remember what a text became, which is the only way to know where the tokenizer was learnt from it."""
        return self._note(corpus, source, TokenCounts(len(encoded.train), len(encoded.validation)))

    def _note(self, corpus: Corpus, source: TokenizerSource, counts: TokenCounts) -> TokenCounts:
        self._project.costs.note_tokens(*_names(corpus, source), counts.train, counts.validation)
        return counts


def _names(corpus: Corpus, source: TokenizerSource) -> tuple[str, str]:
    return corpus.contents.sha256[:16], source.sha256[:16]


_known: dict[tuple[object, ...], str] = {}  # by the state of the files, so that one that was changed is read again


def _state(files: Sequence[Path]) -> tuple[object, ...]:
    return tuple((file, file.stat().st_mtime_ns) for file in files)


def _says_itself(files: Sequence[Path]) -> bool:
    """Others become a tokenizer only when they are opened."""
    return len(files) == 1 and files[0].name == TOKENIZER


def _sha256(folder: Path, files: Sequence[Path]) -> str:
    """As `Tokenizer.sha256`."""
    if not _says_itself(files):
        return read_tokenizer(folder).sha256
    return hashlib.sha256(read_text(files[0], MOST_VOCABULARY_BYTES).encode()).hexdigest()
