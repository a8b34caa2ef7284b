"""What a person should know of an import, in sentences: what was read, what was left out, what was guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.corpora.label_remarks import label_remarks
from workbench.corpora.reading.files import shown_name, shown_place
from workbench.messages.message import Count, Message, first_names, message
from workbench.values.corpus import CorpusContents, SkippedFile, SourceFile, Split
from workbench.values.import_report import Guess, Guessed, PassedOver, Sureness
from workbench.values.importing import WHOLE_ROWS, SplitBy

_FEWEST_TRAINED_ON = 0.7  # of the text, where eight tenths are meant
_FEWEST_HELD_OUT = 0.03  # where one tenth is
_PASSAGE = 80  # characters of one that is quoted
_PARTS = {
    Split.TRAIN: message("progress.train"),
    Split.VALIDATION: message("progress.validation"),
    Split.TEST: message("progress.test"),
}
SHOWN = 3  # of each kind; more of them are counted
_NAMED = 5  # of those that are counted


class Kind(StrEnum):
    SUMMARY = "summary"
    PASSED_OVER = "passed_over"  # a whole file
    LEFT_OUT = "left_out"  # something of a file that was read
    GUESS = "guess"  # one that a person should confirm
    TABLE = "table"
    LABELS = "labels"  # what the texts are labelled with
    SPLIT = "split"  # what is wrong with the parts


LEFT_OUT = frozenset({Kind.PASSED_OVER, Kind.LEFT_OUT})


@dataclass(frozen=True)
class Remark:
    kind: Kind
    said: Message


def remarks(contents: CorpusContents) -> Iterator[Remark]:
    """The summary first."""
    if contents.sources or contents.skipped:
        yield Remark(Kind.SUMMARY, summary(contents))
    if contents.written_by:
        yield Remark(Kind.SUMMARY, message("remark.written_by", model=contents.written_by))
    if contents.left_out:
        yield Remark(Kind.LEFT_OUT, message("remark.documents_left_out", count=Count(contents.left_out)))
    if not contents.is_counted:
        yield Remark(Kind.LEFT_OUT, message("remark.not_counted_yet"))
    yield from (Remark(Kind.PASSED_OVER, said) for said in _passed_over(contents.skipped))
    yield from (Remark(Kind.LEFT_OUT, said) for said in _left_out(contents.sources))
    yield from (Remark(Kind.GUESS, said) for said in _to_confirm(contents.sources))
    yield from (Remark(Kind.TABLE, _columns(source)) for source in contents.sources if source.column)
    yield from (Remark(Kind.LABELS, said) for said in label_remarks(contents))
    yield from (Remark(Kind.SPLIT, said) for said in _of_parts(contents))


def leaks(contents: CorpusContents) -> Message | None:
    """That passages to check with are also trained on, which makes a model look better than it is."""
    found = contents.leaks
    if not found.found:
        return None
    passage = " ".join(found.examples[0].passage[:_PASSAGE].split()) if found.examples else ""
    code = "remark.leaks_spoken" if found.of_conversations else "remark.leaks"
    return message(code, found=Count(found.found), checked=Count(found.checked), passage=passage)


def summary(contents: CorpusContents) -> Message:
    """How many of the files were read, and whether anything was left out of these."""
    read, passed = len(contents.sources), len(contents.skipped)
    gaps = sum(bool(source.report.gaps or source.replaced) for source in contents.sources)
    counts = {"read": Count(read), "count": Count(read + passed), "passed": Count(passed)}
    if not all(source.report.is_known for source in contents.sources):
        return message("remark.not_counted", read=counts["read"], count=counts["count"])
    if passed and gaps:
        return message("remark.some_read_with_gaps", gaps=Count(gaps), **counts)
    if passed:
        return message("remark.some_read", **counts)
    if gaps and read == 1:
        return message("remark.one_with_gaps")
    if gaps:
        return message("remark.read_with_gaps", count=Count(read), gaps=Count(gaps))
    return message("remark.one_read") if read == 1 else message("remark.all_read", count=Count(read))


def source_name(source: SourceFile) -> str:
    return shown_place(source.path, source.member)


def left_out_of(source: SourceFile) -> Iterator[Message]:
    """A sentence for each reason for which something of a file is not in the text, also where that is meant."""
    yield from gaps_of(source)
    meant = (passed for passed in source.report.passed_over if passed.is_meant)
    yield from (_left_out_sentence(source_name(source), passed) for passed in meant)


def gaps_of(source: SourceFile) -> Iterator[Message]:
    """The same for what is text."""
    name = source_name(source)
    yield from (_left_out_sentence(name, passed) for passed in source.report.gaps)
    if source.replaced:
        yield message("remark.replaced", file=name, count=Count(source.replaced), encoding=source.encoding)


def guess_sentence(names: Sequence[str], guess: Guess) -> Message:
    """What was guessed of files, and what to do where it is wrong."""
    file = _several(names)
    match guess.what:
        case Guessed.ENCODING:
            return message("remark.guess_encoding", file=file, value=guess.value)
        case Guessed.SEPARATOR:
            return message("remark.guess_separator", file=file, value=guess.value)
        case Guessed.COLUMN:
            return message("remark.guess_column", file=file, value=guess.value)
        case Guessed.WHOLE_ROWS:
            return message("remark.guess_whole_rows", file=file)
        case Guessed.LABEL:
            return message("remark.guess_label", file=file, value=guess.value)
        case Guessed.TAGS:
            return message("remark.guess_tags", file=file, value=guess.value)
        case Guessed.SPLIT:
            return message("remark.guess_split", file=file, value=guess.value)
        case Guessed.FORMAT:
            return message("remark.guess_format", file=file, value=guess.value)
        case Guessed.OPEN_QUOTES:
            return message("remark.guess_open_quotes", file=file, count=Count(int(guess.value)))
        case Guessed.SURPLUS_CELLS:
            return message("remark.guess_surplus_cells", file=file, count=Count(int(guess.value)))


def _passed_over(skipped: Sequence[SkippedFile]) -> Iterator[Message]:
    by_code: dict[str, list[SkippedFile]] = {}
    for file in skipped:
        by_code.setdefault(file.code, []).append(file)
    for files in by_code.values():
        yield from (file.reason for file in files[:SHOWN])
        if len(files) > SHOWN:
            names = tuple(str(file.fields.get("file") or shown_name(file.path)) for file in files[SHOWN:][:_NAMED])
            yield message("remark.more_passed_over", count=Count(len(files) - SHOWN), names=names)


def _left_out(sources: Sequence[SourceFile]) -> Iterator[Message]:
    with_gaps = [source for source in sources if source.report.gaps or source.replaced]
    for source in with_gaps[:SHOWN]:
        yield from gaps_of(source)
    if len(with_gaps) > SHOWN:
        yield message("remark.more_with_gaps", count=Count(len(with_gaps) - SHOWN))


def _left_out_sentence(name: str, passed: PassedOver) -> Message:
    count = Count(passed.count)
    if passed.places:
        return message("remark.left_out_at", file=name, count=count, reason=passed.reason, places=passed.places)
    return message("remark.left_out", file=name, count=count, reason=passed.reason)


def _to_confirm(sources: Sequence[SourceFile]) -> Iterator[Message]:
    """One sentence for all files of which the same was guessed."""
    files: dict[Guess, list[str]] = {}
    for source in sources:
        for guess in source.report.guesses:
            if guess.sure is Sureness.UNSURE:
                files.setdefault(guess, []).append(source_name(source))
    yield from (guess_sentence(names, guess) for guess, names in files.items())


def _several(names: Sequence[str]) -> str | Message | tuple[str, ...]:
    return names[0] if len(names) == 1 else first_names(names, SHOWN)


def _of_parts(contents: CorpusContents) -> Iterator[Message]:
    sizes = contents.statistics.split_characters
    total = sum(sizes.values())
    shares = {split: sizes.get(split, 0) / max(1, total) for split in Split}
    is_given = contents.split_by is SplitBy.GIVEN
    for split in Split:
        if total and not sizes.get(split, 0) and not (is_given and split is Split.TEST):
            code = "remark.part_empty" if contents.labels is None else "remark.part_without_texts"
            yield message(code, part=_PARTS[split])
    is_uneven = shares[Split.TRAIN] < _FEWEST_TRAINED_ON or 0 < min(shares.values()) < _FEWEST_HELD_OUT
    if contents.split_by is SplitBy.DOCUMENTS and is_uneven:
        percent = {str(split): round(100 * share, 0 if share >= 0.01 else 1) for split, share in shares.items()}
        yield message("remark.uneven_documents", **percent)
    found = leaks(contents)
    if found is not None:
        yield found


def _columns(source: SourceFile) -> Message:
    name = source_name(source)
    if source.column == WHOLE_ROWS:
        return message("remark.whole_rows", file=name, columns=source.columns)
    if not source.label or not source.is_labelled:
        return message("remark.columns", file=name, column=source.column, columns=source.columns)
    return message(
        "remark.columns_labelled", file=name, column=source.column, label=source.label, columns=source.columns
    )
