"""What is counted of a text again, in the background, after documents were left out of it or taken back."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace

from workbench.corpora.documents import documents_in, mapped
from workbench.corpora.encoding import check_unchanged
from workbench.corpora.importing import split_file
from workbench.corpora.splitting.leaks import Leaks
from workbench.corpora.splitting.pieces import stretches
from workbench.corpora.statistics.description import Counting
from workbench.messages.message import message
from workbench.values.corpus import Corpus, CorpusContents, Split, Statistics
from workbench.values.progress import Progress

_COUNTING = message("progress.counting")
_COMPARING = message("progress.comparing")


def counted_anew(corpus: Corpus) -> Generator[Progress, None, CorpusContents]:
    """With all statistics, and the passages that are in two parts. Raises KnownError: corpus.changed, file.…."""
    check_unchanged(corpus)
    files = {split: split_file(corpus.folder, split) for split in Split}
    done, total = 0, sum(path.stat().st_size for path in files.values())
    counting = Counting(total)
    for split, path in files.items():
        with mapped(path) as text, path.open("rb") as file:
            for place in documents_in(text):
                for start, stretch in stretches(file, place.start, place.stop, counting.stretch_bytes):
                    counting.add(split, stretch.decode(), ends=start + len(stretch) >= place.stop)
                    done += len(stretch)
                    yield Progress(min(done, total), total, _COUNTING)
    labels = corpus.contents.labels
    leaks = Leaks(labels.kind if labels else None)
    for _ in leaks.search(corpus.folder):
        yield Progress(0, 0, _COMPARING)
    return replace(corpus.contents, statistics=counting.statistics(), leaks=leaks.report(), is_counted=True)


def what_adds_up(whole: Statistics, gone: Iterable[tuple[Split, str]], back: Iterable[tuple[Split, str]]) -> Statistics:
    """Of a text without these documents and with those, what follows from the figures of the whole; no more than that.

    How many different words there are, say, nobody knows before all of them are counted.
    """
    less, more = _sums(whole, gone), _sums(whole, back)
    return replace(
        more,
        characters=whole.characters - less.characters + more.characters,
        size_bytes=whole.size_bytes - less.size_bytes + more.size_bytes,
        words=whole.words - less.words + more.words,
        paragraphs=whole.paragraphs - less.paragraphs + more.paragraphs,
        split_characters={
            split: whole.split_characters.get(split, 0) - less.split_characters[split] + more.split_characters[split]
            for split in Split
        },
    )


def _sums(whole: Statistics, documents: Iterable[tuple[Split, str]]) -> Statistics:
    counting = Counting(whole.size_bytes, closely=False)
    for split, text in documents:
        counting.add(split, text)
    return counting.sums()
