"""A message is a code and fields until a language makes words of it."""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.places import ROOT
from workbench.messages.catalogue import ERRORS, SENTENCES
from workbench.messages.errors import KnownError, ReasonError, message_of, reason_of
from workbench.messages.message import (
    Count,
    Duration,
    LanguageCode,
    Memory,
    Message,
    Size,
    Span,
    from_json,
    in_turn,
    message,
    to_json,
)
from workbench.messages.rendering import English, render
from workbench.values.corpus import Split


class Backwards(English):
    """A language that is read from its end, with numbers in brackets."""

    def translate(self, context: str, text: str) -> str:
        words = [f"{{{field}}}" if field else plain[::-1] for plain, field in parts(text)]
        return "".join(reversed(words))

    def number(self, value: float) -> str:
        return f"[{value}]"

    def size(self, size_bytes: float) -> str:
        return f"<{size_bytes}>"

    def listing(self, items: Sequence[str]) -> str:
        return "|".join(items)


def parts(text: str) -> Iterator[tuple[str, str | None]]:
    for plain, field, _, _ in string.Formatter().parse(text):
        yield plain, None
        if field:
            yield "", field


def test_a_field_that_is_a_message_is_said_in_the_same_language() -> None:
    said = message("setting.invalid", name="seed", value=7, reason=message("value.between", low=1.0, high=5.0))
    assert render(said) == "seed cannot be 7: it is between 1 and 5."
    assert render(said, Backwards()) == ".[5.0] dna [1.0] neewteb si ti :[7] eb tonnac seed"


def test_sizes_lists_and_numbers_are_written_by_the_language() -> None:
    said = message("hub.no_room", model="m", needed=Size(3e6), folder=Path("f"), free=Size(25e6))
    assert "needs 3.0 MB more" in render(said) and "25 MB free" in render(said)
    assert "<3000000.0>" in render(said, Backwards())
    known = message("setting.unknown", name="x", known=("a", "b"))
    assert "a, b" in render(known) and "a|b" in render(known, Backwards())


def test_a_small_number_is_written_as_people_write_it() -> None:
    english = English()
    assert [english.number(value) for value in (1e-5, 0.25, -2e-7, 3, 1e-20)] == [
        "0.00001", "0.25", "-0.0000002", "3", "1e-20",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (3, 80, "3 to 80 s"),
        (60, 600, "1 to 10 min"),
        (230, 250, "4 min"),
        (3600, 90_000, "1.0 to 25.0 h"),
        (1e7, 1.6e8, "116 to 1,852 days"),
    ],
)
def test_how_long_something_takes_is_a_range_in_a_unit_of_its_size(low: float, high: float, said: str) -> None:
    assert English().span(low, high) == said


def test_several_are_said_in_turn() -> None:
    empty = [message("file.empty", file=name) for name in "abc"]
    assert render(in_turn(empty)) == "“a” is empty. “b” is empty. “c” is empty."


def test_what_the_system_says_stays_as_it_says_it() -> None:
    assert reason_of(OSError("no such thing\nat all")) == "no such thing"
    lacking = message("damage.tensor_lacks", tensor="wte")
    assert reason_of(ReasonError(lacking)) == lacking and str(ReasonError(lacking)) == "the weights lack wte"


def test_an_error_that_nobody_foresaw_has_its_kind_and_its_words() -> None:
    assert render(message_of(ZeroDivisionError("by nothing"))) == "ZeroDivisionError: by nothing"
    assert message_of(KnownError("text.empty")) == message("text.empty")


def test_what_a_newer_program_has_stored_is_said_to_be_that() -> None:
    assert "newer version" in render(message("run.struck_by_lightning")) and "struck" in render(message("run.struck"))
    assert render(Message("file.empty")) == SENTENCES["file.empty"].text


fields = st.recursive(
    st.text() | st.integers() | st.floats(allow_nan=False) | st.builds(Size, st.integers(0))
    | st.builds(Count, st.integers()) | st.builds(Memory, st.integers(0)) | st.builds(Duration, st.integers(0))
    | st.builds(Span, st.integers(0), st.integers(0)) | st.builds(LanguageCode, st.text()),
    lambda inner: st.builds(Message, st.text(), st.dictionaries(st.text(), inner, max_size=3))
    | st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)  # fmt: skip


@given(st.builds(Message, st.text(), st.dictionaries(st.text(), fields, max_size=3)))
def test_what_is_stored_is_read_again(said: Message) -> None:
    assert from_json(json.loads(json.dumps(to_json(said)))) == said


@pytest.mark.parametrize(
    "stored", [None, 3, "text", [], {}, {"code": 3, "fields": {}}, {"code": "a"}, {"code": "a", "fields": {"b": None}}]
)
def test_what_is_no_message_is_refused(stored: object) -> None:
    with pytest.raises(ValueError):
        from_json(stored)


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Each place in the program that makes an error or a message of a code that is written there."""
    return tuple(_calls())


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    for file in sorted((ROOT / "workbench").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.id if isinstance(node.func, ast.Name) else ""
                if name in ("KnownError", "message", "say", "tell", "note") and isinstance(node.args[0].value, str):
                    yield f"{file.name}:{node.lineno}", node.args[0].value, node


def test_each_code_that_is_used_has_a_sentence_with_its_fields_and_each_sentence_is_used() -> None:
    used = set()
    for place, code, call in calls():
        used.add(code)
        assert code in (ERRORS if ast.unparse(call.func) == "KnownError" else SENTENCES), place
        if all(keyword.arg for keyword in call.keywords):
            assert {str(keyword.arg) for keyword in call.keywords} == placeholders(SENTENCES[code].text), place
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "workbench").rglob("*.py")
                     if "sentences" not in path.parts)  # fmt: skip
    source += "".join(path.read_text(encoding="utf-8") for path in (ROOT / "workbench").rglob("*.html"))
    of_splits = {f"report.{split}" for split in Split}  # put together in a template
    quoted = set(re.findall(r"""["']([a-z_0-9.]+)["']""", source))
    assert sorted(set(SENTENCES) - quoted - of_splits) == []


def literals(value: ast.expr) -> list[object]:
    """What is written in an expression, without how its numbers are formatted."""
    specs = [part.format_spec for part in ast.walk(value) if isinstance(part, ast.FormattedValue) and part.format_spec]
    formats = {id(part) for spec in specs for part in ast.walk(spec)}
    return [part.value for part in ast.walk(value) if isinstance(part, ast.Constant) and id(part) not in formats]


def test_no_words_of_ours_ride_in_a_field_as_a_string() -> None:
    """What a person reads is in the catalogue; a field that is a string is a name or what somebody else said."""
    riding = []
    for place, _, call in calls():
        for keyword in call.keywords:
            value = keyword.value
            said = literals(value) if isinstance(value, (ast.Constant, ast.JoinedStr, ast.BinOp)) else []
            riding += [(place, text) for text in said if isinstance(text, str) and any(map(str.isalpha, text))]
    riding = [each for each in riding if not each[1].startswith("--")]  # an option is typed as it is
    names = {"language", "LoRA", "LiteRT", "libxcb-cursor0", "budget", "layer_types", "rope_parameters"}
    assert [each for each in riding if each[1] not in names] == []
