"""Markdown, without the settings at its head and the instructions of a site generator."""

from __future__ import annotations

import re
import tomllib

from workbench.corpora.reading.formats.base import FileToRead, Pieces
from workbench.corpora.reading.formats.plain import whole_text
from workbench.messages.message import message
from workbench.values.importing import Reading

_HEAD = re.compile(
    r"\A\ufeff?---[ \t]*\n((?:(?!---[ \t]*$|\.\.\.[ \t]*$).*\n)*)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE
)
# The same in TOML, as Hugo has it.
_TOML_HEAD = re.compile(r"\A\ufeff?\+\+\+[ \t]*\n((?:(?!\+\+\+[ \t]*$).*\n)*)\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_SETTING = re.compile(r"[A-Za-z_][\w.-]{0,60}[ \t]*:(?:[ \t].*)?$")
_REST_OF_SETTING = re.compile(r"(?:[ \t]+|-[ \t]|#|[\]})],?[ \t]*$).*$")
_TAG = re.compile(r"\{%-?[ \t]*[A-Za-z_][^%\n]*%\}")
# “{{ page.title }}” is filled in by a site generator; the braces of “\frac{{a}}{{b}}” are not its.
_FILLED_IN = re.compile(
    r"(?<![\\\w}^_{$])\{\{-?[ \t]*[A-Za-z_]\w*(?:\.\w+|\[[^\]{}\n]*\])*(?:[ \t]*\|[^{}\n]*)?[ \t]*-?\}\}(?!\})"
)


def read_markdown(file: FileToRead, reading: Reading) -> Pieces:
    text, facts = whole_text(file, reading)
    text = text.replace("\r\n", "\n")
    head = _HEAD.match(text) or _TOML_HEAD.match(text)
    if head and (are_settings(head.group(1)) or _is_toml(head.group(1))):
        file.notes.leave_out(message("passed.settings"), head.group(1).partition("\n")[0][:40])
        text = text[head.end() :]
    text, tags = _TAG.subn("", text)
    filled_in = 0
    if head or tags:  # of what is no page of a generator every brace is the author's
        text, filled_in = _FILLED_IN.subn("", text)
    if tags + filled_in:
        file.notes.leave_out(message("passed.templates"), count=tags + filled_in)
    yield text
    return facts


def _is_toml(text: str) -> bool:
    try:
        return bool(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return False


def are_settings(lines: str) -> bool:
    """Whether what stands between two rules is “name: value” all over, and no text that an author set apart."""
    found = [line for line in lines.split("\n") if line.strip()]
    is_setting = [_SETTING.match(line) is not None for line in found]
    return any(is_setting) and all(
        named or _REST_OF_SETTING.match(line) for named, line in zip(is_setting, found, strict=True)
    )
