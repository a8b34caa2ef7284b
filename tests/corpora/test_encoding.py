from __future__ import annotations

import json
import signal
import tarfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import tokenizers
from hypothesis import given
from hypothesis import strategies as st

from tests.corpora.segments import segments_of
from tests.places import ROOT, SHARED
from workbench.corpora import chunks as chunking
from workbench.corpora.encoding import EncodedCorpus, Encoder, encode, token_folder
from workbench.corpora.importing import read_corpus, split_file
from workbench.corpora.splitting.blocks import SEGMENT_SEPARATOR
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.rendering import written
from workbench.values.corpus import Corpus, Split
from workbench.values.progress import Progress

REPOSITORY = ROOT
BENCH = SHARED / "corpora" / "bench.tar.xz"
STARTER = tokenizers.Tokenizer.from_file(str(REPOSITORY / "resources" / "models" / "starter-en" / "tokenizer.json"))


class Starter:
    """The starter model's tokenizer; counts what it is asked to encode."""

    sha256 = "5" * 64
    vocabulary = 8192
    between: Sequence[int] = (0,)

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, text: str) -> Sequence[int]:
        self.texts.append(text)
        ids: list[int] = STARTER.encode(text, add_special_tokens=False).ids
        return ids


class Letters:
    """A token for each character, in a vocabulary that needs more than 16 bits; no end-of-text token."""

    sha256 = "6" * 64
    vocabulary = 0x110000
    between = ()

    def encode(self, text: str) -> np.ndarray:
        return np.array([ord(character) for character in text], dtype=np.int32)


MakeCorpus = Callable[[str], Corpus]


@pytest.fixture
def make_corpus(tmp_path: Path) -> MakeCorpus:
    def make(text: str) -> Corpus:
        source = tmp_path / "source.txt"
        source.write_text(text, encoding="utf-8")
        folder = tmp_path / "corpus"
        folder.mkdir(exist_ok=True)
        _, contents = drive(read_corpus([source], folder))
        return Corpus(1, "a corpus", folder, contents, datetime.now(UTC))

    return make


@pytest.fixture
def corpus(make_corpus: MakeCorpus) -> Corpus:
    return make_corpus(story(600))


def story(paragraphs: int) -> str:
    return "\n\n".join(f"On day {day} the keeper wrote: " + "grey sea, grey sky. " * 6 for day in range(paragraphs))


def drive(job):  # type: ignore[no-untyped-def]
    seen = []
    while True:
        try:
            seen.append(next(job))
        except StopIteration as stop:
            return seen, stop.value


def encoded(corpus: Corpus, tokenizer: Encoder) -> EncodedCorpus:
    result: EncodedCorpus = drive(encode(corpus, tokenizer))[1]
    return result


def segments(corpus: Corpus, split: Split) -> list[str]:
    return segments_of(split_file(corpus.folder, split).read_text(encoding="utf-8"))


def test_the_tokens_say_the_text_again_with_an_end_of_text_before_each_segment(corpus: Corpus) -> None:
    result = encoded(corpus, Starter())
    for split in Split:
        tokens = result[split]
        assert tokens.dtype == np.uint16
        starts = np.flatnonzero(tokens == 0)
        passages = [part[1:].tolist() for part in np.split(tokens, starts)[1:]]
        assert starts[0] == 0
        assert [STARTER.decode(passage) for passage in passages] == segments(corpus, split)


def test_a_large_vocabulary_takes_wider_numbers_and_needs_no_end_of_text(make_corpus: MakeCorpus) -> None:
    corpus = make_corpus("日记😀。" * 4_000)
    result = encoded(corpus, Letters())
    assert result.train.dtype == np.uint32
    for split in Split:
        assert "".join(map(chr, result[split])) == "".join(segments(corpus, split))


def test_tokens_are_mapped_and_cannot_be_changed(corpus: Corpus) -> None:
    result = encoded(corpus, Starter())
    assert isinstance(result.train, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        result.train[0] = 1


def test_a_second_time_nothing_is_encoded(corpus: Corpus) -> None:
    first = encoded(corpus, Starter())
    again = Starter()
    seen, second = drive(encode(corpus, again))
    assert not again.texts and not seen
    assert all(np.array_equal(first[split], second[split]) for split in Split)


def test_each_tokenizer_has_tokens_of_its_own(corpus: Corpus) -> None:
    encoded(corpus, Starter())
    encoded(corpus, Letters())
    again = Starter()
    encoded(corpus, again)
    assert not again.texts
    assert len([path for path in (corpus.folder / "tokens").iterdir() if path.is_dir()]) == 2


def truncate(folder: Path) -> None:
    with (folder / "train.bin").open("r+b") as file:
        file.truncate(100)


def tamper(folder: Path) -> None:
    data = bytearray((folder / "test.bin").read_bytes())
    data[7] ^= 1
    (folder / "test.bin").write_bytes(data)


def lose_a_file(folder: Path) -> None:
    (folder / "validation.bin").unlink()


def lose_the_description(folder: Path) -> None:
    (folder / "meta.json").unlink()


def spoil_the_description(folder: Path) -> None:
    (folder / "meta.json").write_text("[")


def come_from_another_text(folder: Path) -> None:
    meta = json.loads((folder / "meta.json").read_text())
    (folder / "meta.json").write_text(json.dumps({**meta, "corpus_sha256": "0" * 64}))


@pytest.mark.parametrize(
    "damage", [truncate, tamper, lose_a_file, lose_the_description, spoil_the_description, come_from_another_text]
)
def test_damaged_or_stale_tokens_are_made_again(corpus: Corpus, damage: Callable[[Path], None]) -> None:
    first = encoded(corpus, Starter())
    before = {split: first[split].copy() for split in Split}
    damage(token_folder(corpus, Starter()))
    tokenizer = Starter()
    after = encoded(corpus, tokenizer)
    assert tokenizer.texts
    assert all(np.array_equal(before[split], after[split]) for split in Split)
    again = Starter()
    encoded(corpus, again)
    assert not again.texts


def test_tokens_of_a_changed_corpus_are_made_again(corpus: Corpus, make_corpus: MakeCorpus) -> None:
    encoded(corpus, Starter())
    changed = make_corpus(story(300))
    assert changed.folder == corpus.folder
    result = encoded(changed, Starter())
    assert STARTER.decode(result.test.tolist()) == "".join(segments(changed, Split.TEST))


def test_progress_counts_the_characters(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunking, "CHUNK", 5_000)
    seen, _ = drive(encode(corpus, Starter()))
    done = [progress.done for progress in seen]
    assert len(done) > 15 and done == sorted(set(done))
    assert done[-1] == corpus.contents.statistics.characters
    assert {written(progress.what) for progress in seen} == set(Split)
    assert all(progress.done <= progress.total for progress in seen)


def test_closing_it_leaves_nothing_half_made(corpus: Corpus) -> None:
    job: Iterator[Progress] = encode(corpus, Starter())
    next(job)
    assert [path for path in (corpus.folder / "tokens").iterdir() if path.is_dir()]
    job.close()  # type: ignore[attr-defined]
    assert not [path for path in (corpus.folder / "tokens").iterdir() if path.is_dir()]


def test_closing_it_while_stale_tokens_are_replaced_loses_no_file_of_the_corpus(corpus: Corpus) -> None:
    encoded(corpus, Starter())
    text = split_file(corpus.folder, Split.TRAIN).read_bytes()
    tamper(token_folder(corpus, Starter()))
    job = encode(corpus, Starter())
    next(job)
    job.close()
    assert split_file(corpus.folder, Split.TRAIN).read_bytes() == text
    made = [path.name for path in (corpus.folder / "tokens").iterdir() if path.is_dir()]
    assert made == [token_folder(corpus, Starter()).name]


def test_a_full_disk_is_a_known_error_and_leaves_nothing_half_made(corpus: Corpus) -> None:
    resource = pytest.importorskip("resource", reason="this system cannot limit the size of a file")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that the write fails as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, limits[1]))
    try:
        with pytest.raises(KnownError) as caught:
            encoded(corpus, Starter())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert caught.value.code == "disk.full"
    assert not [path for path in (corpus.folder / "tokens").iterdir() if path.is_dir()]


def test_what_one_is_encoding_another_waits_for(corpus: Corpus) -> None:
    one, other = encode(corpus, Starter()), encode(corpus, Starter())
    began = next(one)
    assert next(other).done == 0 and next(other).done == 0
    assert len([path for path in (corpus.folder / "tokens").iterdir() if path.is_dir()]) == 1
    first = last(one)
    second = last(other)
    assert began.total and np.array_equal(first.train, second.train)


def test_the_segments_are_read_one_at_a_time_as_they_were_written(make_corpus: MakeCorpus) -> None:
    passages = ["One. " * 40_000, "Two, and no more.", "Three. " * 9_000]
    made = make_corpus(f"\n{SEGMENT_SEPARATOR}\n".join(passages))
    assert list(chunking.segments(made, Split.TRAIN)) == segments_of(
        split_file(made.folder, Split.TRAIN).read_text("utf-8")
    )


def test_a_missing_text_is_a_known_error(corpus: Corpus) -> None:
    split_file(corpus.folder, Split.TEST).unlink()
    with pytest.raises(KnownError) as caught:
        encoded(corpus, Starter())
    assert caught.value.code == "file.missing"


def test_a_split_without_text_has_no_tokens(make_corpus: MakeCorpus) -> None:
    result = encoded(make_corpus("two words"), Starter())
    assert (len(result.test), result.test.dtype) == (0, np.uint16)
    assert len(result.train) and len(result.validation)


def test_a_token_outside_the_vocabulary_is_never_wrapped_around(corpus: Corpus) -> None:
    class Wrong(Letters):
        vocabulary = 100

    with pytest.raises(ValueError, match="outside its vocabulary"):
        encoded(corpus, Wrong())


@given(st.text(alphabet="ab .,'\n\u4e00\u00e9", max_size=400), st.integers(1, 40))
def test_chunks_put_together_are_the_text(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunking, "CHUNK", size)
        chunks = list(chunking.chunks_of(text))
    assert "".join(chunks) == text
    assert all(chunks)


def test_encoding_in_chunks_gives_the_tokens_of_the_whole(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunking, "CHUNK", 300)
    result = encoded(corpus, Starter())
    whole = [token for segment in segments(corpus, Split.TRAIN) for token in [0, *Starter().encode(segment)]]
    assert result.train.tolist() == whole


@pytest.mark.skipif(not BENCH.is_file(), reason="the benchmark corpora are not here")
def test_shakespeare_comes_back_from_its_tokens(make_corpus: MakeCorpus) -> None:
    with tarfile.open(BENCH) as archive:
        member = archive.extractfile("bench/tinyshakespeare/input.txt")
        assert member is not None
        corpus = make_corpus(member.read().decode())
    result = encoded(corpus, Starter())
    for split in Split:
        assert STARTER.decode(result[split].tolist()) == "".join(segments(corpus, split))
    assert sum(len(result[split]) for split in Split) > 250_000
