"""Who says what: conversations in records and tables, each an example with its turns.

Read are `messages` of roles and contents (OpenAI, Hugging Face), `conversations` of from and value (ShareGPT), an
instruction with its output (Alpaca), a table with questions and answers, and messages that name the ones they answer
(ChatGPT's export), of which the branch is read that was seen last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from workbench.corpora.labelled import conversation, written
from workbench.corpora.reading.formats.base import Facts, FileToRead, Pieces
from workbench.corpora.reading.formats.columns import counting_others
from workbench.messages.message import message
from workbench.values.import_report import Guessed, Sureness, Unit
from workbench.values.importing import LabelsIn, Reading
from workbench.values.labels import ASSISTANT, SYSTEM, USER, LabelKind

Turn = tuple[str, str]  # (who, what)
_DAY = re.compile(r"\d{4}-\d\d-\d\dT")
_LISTS = ("messages", "conversations", "conversation", "dialogue", "dialog", "turns")
_WHO, _WHAT = ("role", "from", "speaker", "author", "name"), ("content", "value", "text", "message")
_ROLES = {
    **dict.fromkeys(("user", "human", "prompter", "customer", "question"), USER),
    **dict.fromkeys(("assistant", "gpt", "chatgpt", "bot", "model", "ai", "bing", "chatbot", "answer"), ASSISTANT),
    **dict.fromkeys(("system", "developer"), SYSTEM),
    **dict.fromkeys(("tool", "function", "observation", "ipython"), "tool"),
}
_QUESTIONS = ("instruction", "prompt", "question", "query", "user", "human", "问题", "提问", "指令")
_MORE = ("input", "context", "输入")  # beside a question
_ANSWERS = (
    "output",
    "response",
    "answer",
    "completion",
    "assistant",
    "reply",
    "chosen",
    "回答",
    "答案",
    "回复",
    "输出",
)
_SYSTEMS = ("system", "system_prompt")
_ENOUGH, _FEWEST = 0.9, 1  # share of the records that must be conversations, and how many
_MOST_TURNS, _ROLES_SHOWN = 100_000, 12


def wants_turns(reading: Reading) -> bool:
    """Whether who says what is to be kept: nobody has said that something else labels the texts."""
    is_open = reading.labels is LabelsIn.AUTO and not (reading.column or reading.label)
    return is_open or reading.labels is LabelsIn.TURNS


def are_conversations(records: Sequence[Any]) -> bool:
    found = sum(bool(turns_of(record)) for record in records)
    return found >= _FEWEST and found >= _ENOUGH * len(records)


def question_and_answer(columns: Sequence[str]) -> tuple[str, ...] | None:
    """The columns of a table in which one side asks and the other answers, as (system, question, more, answer).

    An empty name stands for a column that there is not.
    """
    names = {column.casefold().strip(): column for column in reversed(columns)}

    def named(known: Sequence[str]) -> str:
        return next((names[name] for name in known if name in names), "")

    question, answer, more = named(_QUESTIONS), named(_ANSWERS), named(_MORE)
    if not question and more:
        question, more = more, ""
    return (named(_SYSTEMS), question, more, answer) if question and answer else None


def read_turns(records: Iterable[Any], file: FileToRead, reading: Reading, facts: Facts) -> Pieces:
    """Each conversation as an example; a record that is none is passed over."""
    found = (turns for record in records for turns in (_days_of(record) or [turns_of(record)]))
    return (yield from read_conversations(found, file, lambda: facts))


def read_asked(
    rows: Iterable[Mapping[str, str]], columns: tuple[str, ...], found: tuple[str, ...], file: FileToRead, facts: Facts
) -> Pieces:
    """The same of a table with questions and answers, whose columns `question_and_answer` has `found`."""
    asked = " + ".join(filter(None, found))
    file.notes.guess(Guessed.COLUMN, asked, Sureness.LIKELY)
    known = Facts(facts.encoding, facts.replaced, columns, asked)
    rows = counting_others(rows, found, file.notes)
    return (yield from read_conversations((_of_row(row, found) for row in rows), file, lambda: known))


def turns_of(record: Any) -> list[Turn]:
    """What is said in a record, in its order; nothing where it is no conversation."""
    if isinstance(record, list):
        return _of_messages(record)
    if not isinstance(record, Mapping):
        return []
    if isinstance(record.get("mapping"), Mapping):
        return _of_branch(record)
    for name in _LISTS:
        if isinstance(record.get(name), list) and (found := _of_messages(record[name])):
            system = record.get("system")
            before = [(SYSTEM, system)] if isinstance(system, str) and system.strip() and found[0][0] != SYSTEM else []
            return before + found
    return []


def role_of(said: str) -> str:
    """What everybody calls it: “human” asks as “user” does; a person's name stays what it is."""
    return _ROLES.get(said.strip().casefold(), " ".join(said.split()))


def joined_turns(turns: Iterable[Turn]) -> list[Turn]:
    """What one says in several messages after each other is one turn: templates let those who speak take turns."""
    by = ((who, [what for _, what in said if what.strip()]) for who, said in groupby(turns, key=lambda turn: turn[0]))
    return [(role_of(who), "\n".join(said)) for who, said in by if said]


def read_conversations(found: Iterable[list[Turn]], file: FileToRead, known: Callable[[], Facts]) -> Pieces:
    """Each of `found` as an example; `known` gives, in the end, what is known of the file."""
    roles: Counter[str] = Counter()
    for number, turns in enumerate(found, start=1):
        if not turns:
            file.notes.pass_over(message("passed.no_conversation"), message("place.record", number=number))
            continue
        file.notes.count(Unit.RECORDS)
        roles.update(role for role, _ in turns)
        yield written(conversation([role for role, _ in turns], [content for _, content in turns])) + "\n"
    facts, shown = known(), tuple(roles.most_common(_ROLES_SHOWN))
    return Facts(facts.encoding, facts.replaced, facts.columns, facts.column, "", shown, LabelKind.TURNS)


def _of_row(row: Mapping[str, str], columns: tuple[str, ...]) -> list[Turn]:
    system, question, more, answer = (row.get(name, "").strip() if name else "" for name in columns)
    asked = "\n".join(filter(None, (question, more)))
    return [turn for turn in ((SYSTEM, system), (USER, asked), (ASSISTANT, answer)) if turn[1]] if asked else []


def _of_messages(messages: Sequence[Any]) -> list[Turn]:
    """Nothing where any of them does not say who and what: then they are records of another kind."""
    found = []
    for each in messages[:_MOST_TURNS]:
        if not isinstance(each, Mapping):
            return []
        who = next((each[name] for name in _WHO if isinstance(each.get(name), str)), None)
        what = next((each[name] for name in _WHAT if name in each), None)
        if who is None or not who.strip():
            return []
        if (text := _text(what)).strip():
            found.append((role_of(who), text.strip()))
    return found


def _days_of(record: Any) -> list[list[Turn]]:
    """Of a chat whose messages each have a day (Telegram's export), those of each day: it goes on for years. Nothing of
    any other conversation."""
    messages = record.get("messages") if isinstance(record, Mapping) else None
    if not isinstance(messages, list) or not all(isinstance(each, Mapping) for each in messages):
        return []
    said = [each for each in messages if isinstance(each.get("from"), str)]
    if not said or not all(_DAY.match(str(each.get("date"))) for each in said):
        return []
    days = groupby(said, key=lambda each: str(each["date"])[:10])
    return [turns for _, day in days if (turns := joined_turns(_of_messages([*day])))]


def _of_branch(record: Mapping[str, Any]) -> list[Turn]:
    """From the message that was seen last up to the first one."""
    nodes, place = record["mapping"], record.get("current_node")
    if place not in nodes:
        answered = {each.get("parent") for each in nodes.values() if isinstance(each, Mapping)}
        place = next((key for key in reversed(list(nodes)) if key not in answered), None)
    found: list[Turn] = []
    seen: set[Any] = set()
    while isinstance(place, str) and place in nodes and place not in seen:
        seen.add(place)
        node = nodes[place] if isinstance(nodes[place], Mapping) else {}
        said = node.get("message")
        if isinstance(said, Mapping) and not _is_hidden(said):
            who = said.get("author", {}).get("role") if isinstance(said.get("author"), Mapping) else None
            if isinstance(who, str) and (text := _text(said.get("content")).strip()):
                found.append((role_of(who), text))
        place = node.get("parent")
    return found[::-1]


def _is_hidden(said: Mapping[str, Any]) -> bool:
    about = said.get("metadata")
    return isinstance(about, Mapping) and bool(about.get("is_visually_hidden_from_conversation"))


def _text(content: Any) -> str:
    """Of a message: a text, or the texts of its parts."""
    if isinstance(content, str):
        return content
    if isinstance(content, Mapping):
        return _text(content.get("parts", content.get("text", "")))
    if isinstance(content, list):
        is_marked_up = any(isinstance(part, str) for part in content) and any(
            isinstance(part, Mapping) for part in content
        )  # in Telegram's export, where links and names stand in the middle of a sentence
        return ("" if is_marked_up else "\n").join(filter(None, map(_text, content)))
    return ""
