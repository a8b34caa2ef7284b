"""How a conversation is put down for a model: by its own template, or by a plain one where it has none.

Templates are Jinja, as `transformers` has them: sandboxed and within bounds (see `bounded_jinja`), with `trim_blocks`
and `lstrip_blocks`, and with `raise_exception` and `strftime_now`. What a turn says is told from what the template puts
around it by marks that are laid around it while the template is written out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.ext import Extension, loopcontrols

from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.models.tokenizers.bounded_jinja import BoundedEnvironment, TooMuchError, check_formatted, write
from workbench.models.tokenizers.ends import SETTINGS, SPECIAL
from workbench.values.labels import ASSISTANT

TEMPLATE, OLDER = "chat_template.jinja", "chat_template.json"  # in a model's folder
# A line's end before what is said is a token of its own, so that an answer begins with one that is to be learnt.
PLAIN = (
    "{% for message in messages %}{{ message.role | capitalize + ':\\n' + message.content }}"
    "{% if message.role == 'assistant' %}{{ eos_token }}{% endif %}{{ '\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'Assistant:\\n' }}{% endif %}"
)
_NAMED = ("bos_token", "eos_token", "unk_token", "pad_token", "sep_token", "cls_token", "mask_token")
# Characters of nobody's: around what others say, around what the model says, and around what a template calls its own.
_BEGIN, _OWN, _END, _TAGGED, _TAGGED_END = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_MARKS = re.compile(f"[{_BEGIN}-{_TAGGED_END}]")
_LONGEST_TEMPLATE, _SHOWN = 200_000, 200  # characters

Turn = tuple[str, str]  # (who, what)
Span = tuple[int, int]  # in characters


@dataclass(frozen=True)
class Chat:
    """A template, and what it calls the model's special tokens."""

    template: str
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_plain(self) -> bool:
        return self.template == PLAIN


@dataclass(frozen=True)
class PutDown:
    """A conversation as a model reads it."""

    text: str
    said: tuple[tuple[int, int], ...]  # where what somebody says stands, in characters
    answers: tuple[tuple[int, int], ...]  # where what the model is to learn stands: answers, each with its end


def chat_of(beside: Mapping[str, str], end: str = "") -> Chat:
    """By the small files of a model's folder; the plain one where they have no template. `end` is the name of the token
    that ends a text, if there is one."""
    settings, special = _object(beside.get(SETTINGS)), _object(beside.get(SPECIAL))
    names = {}
    for name in _NAMED:
        said = settings.get(name) or special.get(name)
        said = said.get("content") if isinstance(said, Mapping) else said
        if isinstance(said, str):
            names[name] = said
    if end:
        names.setdefault("eos_token", end)
    template = beside.get(TEMPLATE) or _chosen(_object(beside.get(OLDER)).get("chat_template"))
    return Chat(template or _chosen(settings.get("chat_template")) or PLAIN, names)


def put_down(chat: Chat, turns: Sequence[Turn], *, asks: bool = False) -> PutDown:
    """The conversation as text; `asks` lets it end where the model's answer begins.

    Raises KnownError: chat.template where the template does not take it, whatever went wrong; chat.too_much.
    """
    cleaned = [(role, _MARKS.sub("", content)) for role, content in turns]
    plain = _MARKS.sub("", _written(chat, cleaned, asks=asks))
    text, said, own, tagged = _apart(_written(chat, _marked(cleaned), asks=asks))
    if text != plain:  # many templates leave out the space around what is said, which the marks keep from them
        bare = [(role, content.strip()) for role, content in cleaned]
        text, said, own, tagged = _apart(_written(chat, _marked(bare), asks=asks))
    if text != plain:
        raise KnownError("chat.template", reason=message("chat.looks_into"))
    if asks and text and not said and any(content for _, content in cleaned):
        raise KnownError("chat.template", reason=message("chat.leaves_out"))
    answers = tagged or [_to_end(text, each, chat) for each in own]
    return PutDown(text, (*said, *own), tuple(answers))


def _marked(turns: Sequence[Turn]) -> list[Turn]:
    return [(role, f"{_OWN if role == ASSISTANT else _BEGIN}{content}{_END}") for role, content in turns]


def _written(chat: Chat, turns: Sequence[Turn], *, asks: bool) -> str:
    messages = [{"role": role, "content": content} for role, content in turns]
    try:
        template = _compiled(chat.template)
        text = write(template, messages=messages, add_generation_prompt=asks, tools=None, documents=None, **chat.names)
    except TooMuchError as error:
        raise KnownError("chat.too_much") from error
    except Exception as error:  # a template is a stranger's program: whatever it does wrong costs this conversation
        reason = str(error).strip().split("\n")[0][:_SHOWN] or type(error).__name__
        raise KnownError("chat.template", reason=_MARKS.sub("", reason)) from error
    return text


class Generation(Extension):
    """{% generation %}: what stands in it is the model's."""

    tags = {"generation"}  # noqa: RUF012 - read by Jinja

    def parse(self, parser: Any) -> nodes.Node:
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endgeneration",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_marked"), [], [], body).set_lineno(line)

    def _marked(self, caller: Any) -> str:
        return f"{_TAGGED}{caller()}{_TAGGED_END}"


@lru_cache(maxsize=16)
def _compiled(template: str) -> jinja2.Template:
    if len(template) > _LONGEST_TEMPLATE:
        raise ValueError("too long")
    environment = BoundedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, loopcontrols])
    environment.filters["tojson"] = _to_json
    environment.globals["raise_exception"] = _raise
    environment.globals["strftime_now"] = _now
    return environment.bounded(template)


def _now(form: str) -> str:
    check_formatted(form)
    return datetime.now().strftime(form)


def _raise(reason: object) -> None:
    raise jinja2.TemplateError(str(reason))


def _to_json(value: Any, indent: int | None = None, **_: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _apart(whole: str) -> tuple[str, list[Span], list[Span], list[Span]]:
    """The text without its marks, and what stood between them: what others say, what the model says, what a template
    calls the model's."""
    parts: list[str] = []
    found: dict[str, list[Span]] = {_BEGIN: [], _OWN: [], _TAGGED: []}
    begun: list[tuple[str, int]] = []
    length = 0
    for part in re.split(f"({_MARKS.pattern})", whole):
        if part in found:
            begun.append((part, length))
        elif part in (_END, _TAGGED_END):
            if begun:
                mark, begin = begun.pop()
                found[mark].append((begin, length))
        else:
            parts.append(part)
            length += len(part)
    return "".join(parts), found[_BEGIN], found[_OWN], found[_TAGGED]


def _to_end(text: str, answer: Span, chat: Chat) -> Span:
    """With the token that ends it, or the line's end where it is followed by none."""
    rest = text[answer[1] :]
    end = re.match(r"\s*(<[^<>\s]{1,40}>|\[/?[A-Z]{2,20}\])", rest)
    eos = chat.names.get("eos_token", "")
    if eos and rest.lstrip().startswith(eos):
        return answer[0], answer[1] + rest.index(eos) + len(eos)
    if end is not None:
        return answer[0], answer[1] + end.end()
    return answer[0], answer[1] + (1 if rest.startswith("\n") else 0)


def _chosen(said: Any) -> str:
    """Of several templates the usual one."""
    if isinstance(said, str):
        return said
    if isinstance(said, list):
        known = {each.get("name"): each.get("template") for each in said if isinstance(each, Mapping)}
        found = known.get("default", next(iter(known.values()), ""))
        return found if isinstance(found, str) else ""
    return ""


def _object(content: str | None) -> dict[str, Any]:
    try:
        found = json.loads(content) if content else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
