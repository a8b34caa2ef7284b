"""From files to the three text files of a corpus; the files themselves are only read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Generator, Sequence
from pathlib import Path

from workbench.corpora.cleaning import clean
from workbench.corpora.readers import find_files, read_document, shown_name
from workbench.corpora.splitting import join_segments, split_documents
from workbench.corpora.statistics import statistics
from workbench.errors import KnownError
from workbench.files import write_atomically
from workbench.records import CorpusContents, Progress, SkippedFile, SourceFile, Split


def read_corpus(files: Sequence[Path], folder: Path, split_seed: int = 0) -> Generator[Progress, None, CorpusContents]:
    """Read, clean and split `files` (and folders of them) into train.txt, validation.txt and test.txt in `folder`.

    Yields after each file. A file that cannot be read is listed in the contents and passed over; if none can be,
    nothing is written and KnownError("corpus.nothing_read") says why.
    """
    paths = find_files(files)
    sources: list[SourceFile] = []
    skipped: list[SkippedFile] = []
    texts: list[str] = []
    removed: Counter[str] = Counter()
    for done, path in enumerate(paths, start=1):
        try:
            source, text, removed_here = _read_clean(path)
        except KnownError as error:
            skipped.append(SkippedFile(path.absolute(), error.code, error.fields))
        else:
            sources.append(source)
            texts.append(text)
            removed.update(removed_here)
        yield Progress(done, len(paths), shown_name(path))
    if not texts:
        raise KnownError("corpus.nothing_read", reasons=_reasons(files, skipped))

    segments = split_documents(texts, split_seed)
    del texts  # a long text is not held twice
    yield Progress(len(paths), len(paths))
    content_hash = hashlib.sha256()
    for split in Split:
        content = join_segments(segments[split]).encode()
        content_hash.update(f"{split} {len(content)}\n".encode())
        content_hash.update(content)
        write_atomically(split_file(folder, split), content)
    yield Progress(len(paths), len(paths))
    return CorpusContents(
        sources=tuple(sources),
        skipped=tuple(skipped),
        cleaning=dict(removed),
        split_seed=split_seed,
        statistics=statistics(segments),
        sha256=content_hash.hexdigest(),
    )


def split_file(folder: Path, split: Split) -> Path:
    """The file in a corpus's folder that holds the text of one split."""
    return folder / f"{split}.txt"


def default_name(files: Sequence[Path]) -> str:
    """A name for the corpus made of `files`: that of the one file or folder, or of the folder they share."""
    paths = [file.resolve() for file in files]
    folders = {path.parent for path in paths}
    if len(paths) > 1 and len(folders) == 1:
        return _as_name(folders.pop().name)
    return _as_name(paths[0].name if paths[0].is_dir() else paths[0].stem) if paths else _as_name("")


_REASONS_SHOWN = 3


def _read_clean(path: Path) -> tuple[SourceFile, str, dict[str, int]]:
    document = read_document(path)
    text, removed = clean(document.text)
    if not text:
        raise KnownError("file.empty", file=shown_name(path))
    return document.source, text, removed


def _as_name(file_name: str) -> str:
    return " ".join(shown_name(Path(file_name)).split()) if file_name else "Text"


def _reasons(files: Sequence[Path], skipped: Sequence[SkippedFile]) -> str:
    if not skipped:
        return str(KnownError("folder.empty", folder=", ".join(shown_name(path) for path in files)))
    return " ".join(str(KnownError(file.code, **file.fields)) for file in skipped[:_REASONS_SHOWN])
