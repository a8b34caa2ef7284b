"""How many bytes the tokens of a run's validation text write, which makes its losses comparable with any other's."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from workbench.corpora.chunks import chunks
from workbench.corpora.encoding import encode
from workbench.messages.errors import KnownError
from workbench.models.language_model import read_tokenizer
from workbench.project.project import Project
from workbench.tasks.registry import shown_of, task_of
from workbench.tasks.task import Headline, Text
from workbench.values.corpus import Corpus, Split
from workbench.values.progress import Progress
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.models.tokenizers.tokenizer import Tokenizer


def count_bytes(project: Project, runs: Sequence[Run]) -> Generator[Progress, None, None]:
    """Note of runs of an older version how many bytes their tokens write, so that their bits per byte are known.

    What is gone or was changed meanwhile is passed over: such a run has its losses alone.
    """
    for run in runs:
        if is_uncounted(run):
            with suppress(KnownError, OSError):
                corpus = project.corpora.named(run.corpus)
                tokenizer = read_tokenizer(run.folder / "model")
                encoded = yield from encode(corpus, tokenizer)
                note_text_written(project, run, corpus, tokenizer, encoded)


def note_text_written(project: Project, run: Run, corpus: Corpus, tokenizer: Tokenizer, encoded: Text) -> None:
    """Note it of a run, unless that was done."""
    if run.bytes_per_token is not None:
        return
    part = partial(chunks, corpus, Split.VALIDATION)
    written = task_of(run).written(encoded, tokenizer, run.fine_tuning, part)
    if written is not None:
        project.runs.note_text_written(run, tokenizer.sha256, written.bytes_per_token, written.spelled_share)


def is_uncounted(run: Run) -> bool:
    """Whether it was measured without counting the bytes of its tokens, as older versions did."""
    is_of_tokens = shown_of(run).headline is Headline.PERPLEXITY
    return is_of_tokens and run.bytes_per_token is None and run.base_validation_loss is not None
