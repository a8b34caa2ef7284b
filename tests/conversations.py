"""Small conversations, in each of the forms that people have them in."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

_NAMES, _THINGS = (
    ("Anna", "Bertil", "Clara", "David", "Eva", "Frida", "Gustav"),
    ("lamp", "glass", "sea", "boat", "oar"),
)

Turns = Sequence[tuple[str, str]]


def turns(number: int) -> Turns:
    """A short conversation, each another one."""
    name, thing = _NAMES[number % 7], _THINGS[number % 5]
    return (
        ("user", f"Who watched the {thing} on day {number}?"),
        ("assistant", f"{name} watched the {thing}, for {number * 7 + 1} hours."),
        ("user", f"And who lit lamp {number * 13}?"),
        ("assistant", f"{_NAMES[(number + 3) % 7]} lit it."),
    )


def _messages(number: int) -> dict[str, Any]:
    return {"messages": [{"role": role, "content": content} for role, content in turns(number)]}


def _sharegpt(number: int) -> dict[str, Any]:
    names = {"user": "human", "assistant": "gpt"}
    return {"id": str(number), "conversations": [{"from": names[role], "value": said} for role, said in turns(number)]}


def _chatgpt(number: int) -> dict[str, Any]:
    """With a branch that was left, and a message that nobody saw."""
    nodes: dict[str, Any] = {"root": {"message": None, "parent": None}}
    last = "root"
    for place, (role, content) in enumerate(turns(number)):
        said = {"author": {"role": role}, "content": {"content_type": "text", "parts": [content]}}
        nodes[f"n{place}"], last = {"message": said, "parent": last}, f"n{place}"
    left = {"author": {"role": "assistant"}, "content": {"parts": ["Never seen."]}}
    nodes["left"] = {"message": left, "parent": "n0"}
    return {"title": "A talk", "mapping": nodes, "current_node": last}


def _lines(record: Callable[[int], Any]) -> Callable[[int], str]:
    return lambda count: "".join(f"{json.dumps(record(number))}\n" for number in range(count))


def _array(record: Callable[[int], Any]) -> Callable[[int], str]:
    return lambda count: json.dumps([record(number) for number in range(count)])


def _alpaca(number: int) -> dict[str, str]:
    (_, asked), (_, answer), *_ = turns(number)
    return {"instruction": asked, "input": "" if number % 2 else "Be brief.", "output": answer}


def _table(count: int) -> str:
    rows = (_alpaca(number) for number in range(count))
    return "Question,Answer\n" + "".join(f'"{row["instruction"]}","{row["output"]}"\n' for row in rows)


FORMS: dict[str, Callable[[int], str]] = {
    "messages.jsonl": _lines(_messages), "sharegpt.json": _array(_sharegpt), "alpaca.json": _array(_alpaca),
    "questions.csv": _table, "conversations.json": _array(_chatgpt),
}  # fmt: skip


def write_conversations(file: Path, count: int = 40) -> Path:
    """A file of one of FORMS, by its name."""
    file.write_text(FORMS[file.name](count), encoding="utf-8")
    return file
