"""From a file to the pieces of its text: the reader is chosen by what the file holds, then by how it is called."""

from __future__ import annotations

import errno
import stat
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from workbench.corpora.reading import archives, kinds, labelled_kinds
from workbench.corpora.reading.files import shown, shown_name
from workbench.corpora.reading.formats import (
    chats,
    epub,
    fasttext,
    html,
    lyrics,
    mail,
    markdown,
    mobipocket,
    notebook,
    open_document,
    package,
    pdf,
    plain,
    rich_text,
    slides,
    split_roles,
    spreadsheets,
    subtitle_scripts,
    subtitles,
    tables,
    tagged_words,
    web_archives,
    word,
    xml,
)
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces, Read
from workbench.messages.errors import KnownError, reason_of
from workbench.messages.message import Message, message
from workbench.values.import_report import Guessed, Sureness
from workbench.values.importing import WHOLE_ROWS, LabelsIn, Reading

# A new format is a line here.
READERS: dict[str, Read] = {
    **dict.fromkeys((".txt", ".text", ".rst", ".log", ".tex", ".org", ".adoc", ""), plain.read_text),
    **dict.fromkeys((".md", ".markdown", ".mdx"), markdown.read_markdown),
    ".rtf": rich_text.read_rtf,
    **dict.fromkeys((".srt", ".vtt", ".sbv"), subtitles.read_subtitles),
    **dict.fromkeys((".ass", ".ssa"), subtitle_scripts.read_script),
    ".lrc": lyrics.read_lyrics,
    ".ipynb": notebook.read_notebook,
    **dict.fromkeys((".html", ".htm", ".xhtml"), html.read_html),
    **dict.fromkeys((".xml", ".rss", ".atom", ".fb2", ".tei"), xml.read_xml),
    **dict.fromkeys((".docx", ".docm", ".dotx"), word.read_docx),
    **dict.fromkeys((".pptx", ".pptm", ".ppsx"), slides.read_pptx),
    **dict.fromkeys((".odt", ".ott"), open_document.read_odt),
    ".epub": epub.read_epub,
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".prc"), mobipocket.read_mobipocket),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), mail.read_mail),
    ".mbox": mail.read_mailbox,
    ".webarchive": web_archives.read_web_archive,
    ".pdf": pdf.read_pdf,
    **dict.fromkeys((".csv", ".tsv", ".tab"), tables.read_csv),
    **dict.fromkeys((labelled_kinds.COLUMNS, ".conllu", ".iob", ".bio"), tagged_words.read_columns),
    split_roles.ROLES: split_roles.read_roles,
    split_roles.WORDS: split_roles.read_words,
    labelled_kinds.FASTTEXT: fasttext.read_fasttext,
    labelled_kinds.CHAT: chats.read_chat,
    **dict.fromkeys((".jsonl", ".ndjson"), tables.read_jsonl),
    ".json": tables.read_json,
    **dict.fromkeys(spreadsheets.SUFFIXES, spreadsheets.read_spreadsheet),
    spreadsheets.PAGE: spreadsheets.read_page,
    spreadsheets.FLAT: spreadsheets.read_flat,
    **dict.fromkeys((".parquet", ".pq"), tables.read_parquet),
}
PAGED = frozenset({".pdf"})
_MAY_BE_LABELLED = frozenset((".txt", ".text", ".log", "", ".tsv", ".tab"))
NO_TEXT = "\ufeff\f \t\r\n"  # a file that holds nothing else is empty
PLAIN = frozenset(suffix for suffix, read in READERS.items() if read in (plain.read_text, markdown.read_markdown))
TABLES = frozenset(
    suffix for suffix, read in READERS.items() if read.__module__ in (tables.__name__, spreadsheets.__name__)
)
SUFFIXES = (*(suffix for suffix in READERS if suffix and suffix.count(".") == 1), *archives.SUFFIXES)


def file_on_disk(path: Path) -> FileToRead:
    """Raises KnownError("file.…") for what is missing, closed or no regular file."""
    name = shown_name(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode) and path.is_symlink():
            raise KnownError("file.linked_folder", file=name)
        if stat.S_ISDIR(mode):
            raise KnownError("file.unreadable", file=name, detail=message("damage.folder_closed"))
        if not stat.S_ISREG(mode):  # reading a pipe or a device might never end
            raise KnownError("file.unreadable", file=name, detail=message("damage.not_regular"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KnownError("file.missing", file=name) from error
    except OSError as error:
        raise KnownError("file.unreadable", file=name, detail=error.strerror or str(error)) from error
    return FileToRead(path, name, path.absolute())


def kind_of(file: FileToRead, labels: LabelsIn = LabelsIn.NONE) -> str:
    """The suffix of the reader for a file: by how it begins, where that is certain, else by its name.

    A text may be one with `labels`. Raises KnownError("file.…").
    """
    try:
        kind = _kind(file)
        return _labelled(file, kind, labels) or kind
    except (KnownError, MemoryError):
        raise
    except Exception as error:
        raise damaged(file.name, error) from error


def _labelled(file: FileToRead, kind: str, labels: LabelsIn) -> str | None:
    if labels is not LabelsIn.NONE and (apart := _apart(file)):
        return apart
    is_asked = labels is not LabelsIn.AUTO and kind in PLAIN | {".csv"}
    if labels is LabelsIn.NONE or not (is_asked or kind in _MAY_BE_LABELLED):
        return None
    with file.path.open("rb") as stream:
        return labelled_kinds.labelled_kind(stream.read(kinds.START_BYTES), labels)


def _apart(file: FileToRead) -> str | None:
    """The kind of a file of roles without words, or of the words of one."""
    suffix = _suffix(file.name)
    if suffix == split_roles.WORDS:
        return suffix if file.path.with_suffix(split_roles.ROLES).is_file() else None
    if suffix != split_roles.ROLES:
        return None
    with file.path.open("rb") as stream:
        lines = stream.read(kinds.START_BYTES).decode("utf-8", "replace").splitlines()[:-1]  # the last one may be cut
    return suffix if split_roles.has_roles(lines) else None


def _kind(file: FileToRead) -> str:
    named = _suffix(file.name)
    try:
        with file.path.open("rb") as stream:
            start = stream.read(kinds.START_BYTES)
    except OSError as error:
        raise KnownError("file.unreadable", file=file.name, detail=error.strerror or str(error)) from error
    if not start:
        raise KnownError("file.empty", file=file.name) if named in READERS else kinds.unsupported(file.name)
    if start.startswith(b"PK\x03\x04"):
        kind = package.kind_of_zip(file.path)
        if kinds.is_of_other_program(file.name, kind):
            raise kinds.unsupported(file.name)
        # A ZIP file that cannot be opened is what it is called: a damaged document, not a damaged archive.
        return named if kind == ".zip" and named in _ZIPPED else kind
    if kinds.is_pdf(start) or (named == ".pdf" and start.startswith(b"%PDF-")):
        return ".pdf"
    if kinds.is_rich_text(start):
        return ".rtf"
    if kinds.is_mobipocket(start):
        return ".mobi"
    if kinds.is_older_office(start) and named != ".xls":
        raise KnownError("file.protected", file=file.name) if named in _ZIPPED else kinds.unsupported(file.name)
    if kinds.is_older_sheet(start):
        raise KnownError("file.older_sheet", file=file.name)
    return _kind_by_name(file, named, start)


def _kind_by_name(file: FileToRead, named: str, start: bytes) -> str:
    """What a file is called, unless it is a text under the name of something else, or under any name."""
    if (named not in READERS or named in (".xml", *spreadsheets.SUFFIXES)) and kinds.is_flat_workbook(start):
        return spreadsheets.FLAT
    if named in READERS and named not in _TELLING:
        return named
    if kinds.is_text(start):
        kind = kinds.kind_of_text(start)
        return spreadsheets.kind_of_sheet(kind, start) if named in spreadsheets.SUFFIXES else kind
    if start.startswith(b"PAR1"):
        return ".parquet"
    if archives.is_archive(file.name):
        return ".zip"
    if named in archives.UNSUPPORTED:
        raise KnownError("file.packed_otherwise", file=file.name, kind=archives.UNSUPPORTED[named])
    if named not in READERS:
        raise kinds.unsupported(file.name)
    return named


def read_pieces(file: FileToRead, kind: str, reading: Reading) -> Pieces:
    """The text of one file, read in this process. Raises KnownError("file.…"), also while it is being read."""
    return (yield from pieces_of(READERS[kind], file, kind, reading))


def pieces_of(read: Read, file: FileToRead, kind: str, reading: Reading) -> Pieces:
    """The text as a reader gives it; whatever a library raises about a file, the file is damaged."""
    try:
        facts = yield from read(file, reading)
        _note_guesses(file, read, kind, reading, facts)
        return facts
    except (KnownError, MemoryError, GeneratorExit, KeyboardInterrupt):
        raise
    except (FileNotFoundError, NotADirectoryError) as error:
        raise KnownError("file.missing", file=file.name) from error
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # of no disk: a place before the beginning, or a library's own words
            raise damaged(file.name, error) from error
        raise KnownError("file.unreadable", file=file.name, detail=error.strerror or str(error)) from error
    except BaseException as error:  # a panic of a library in Rust is no Exception
        raise damaged(file.name, error) from error


def damaged(name: str, error: BaseException) -> KnownError:
    """The error for a file about which a library raised something that nobody foresaw.

    Its sentence says nothing of the library's words; they are kept in the fields, for whoever mends the reader.
    """
    said = {"kind": type(error).__name__, "text": shown(str(reason_of(error)))[:_DETAIL]}
    return KnownError("file.damaged", file=name, detail=Message("damage.unforeseen", said))


def read_document(path: Path, reading: Reading | None = None) -> tuple[str, Facts]:
    """All of one file's text, without labels and not cleaned yet. Raises KnownError("file.…") if there is none."""
    file = file_on_disk(path)
    kind = kind_of(file)
    if kind not in READERS:
        raise KnownError("file.unsupported", file=file.name)
    facts: list[Facts] = []
    as_text = replace(reading or Reading(), labels=LabelsIn.NONE)

    def noting() -> Generator[str, None, None]:
        facts.append((yield from read_pieces(file, kind, as_text)))

    text = "".join(noting())
    if not text.strip(NO_TEXT):
        raise KnownError("file.empty", file=file.name)
    return text, facts[0]


def _note_guesses(file: FileToRead, read: Read, kind: str, reading: Reading, facts: Facts) -> None:
    """What a reader guessed and did not say how surely."""
    notes = file.notes
    if facts.encoding and not reading.encoding and not facts.encoding.startswith("utf"):
        telling = _letters_beyond_ascii(file)
        if telling < _ENOUGH_TO_TELL or facts.replaced:
            notes.guess_unless_known(Guessed.ENCODING, facts.encoding, Sureness.UNSURE)
        notes.guess_unless_known(Guessed.ENCODING, facts.encoding)
    if facts.column not in ("", WHOLE_ROWS) and not reading.column:
        notes.guess_unless_known(Guessed.COLUMN, facts.column)
    named = _suffix(file.name)
    if READERS.get(named) not in (read, None) and not kind.endswith(named):
        notes.guess_unless_known(Guessed.FORMAT, _suffix(f"file{kind}"))


def _letters_beyond_ascii(file: FileToRead) -> int:
    """Of the beginning of a file, in bytes: with few of them an encoding is told from chance."""
    with file.path.open("rb") as stream:
        return sum(byte > 0x7F for byte in stream.read(_BEGINNING))


_BEGINNING = 1 << 16
_ENOUGH_TO_TELL = 40
_DETAIL = 200  # characters
_ZIPPED = frozenset(
    (".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".odt", ".ott", ".epub", ".xlsx", ".xlsm", ".ods")
)
# Names that say less than how a file begins.
_TELLING = _ZIPPED | {
    "",
    split_roles.ROLES,
    split_roles.WORDS,
    ".pdf",
    ".rtf",
    ".parquet",
    ".pq",
    ".xls",
    ".mobi",
    ".azw",
    ".azw3",
    ".prc",
}


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
