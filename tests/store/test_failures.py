"""Why a run failed is kept as a message; older projects have a sentence, and a stranger's may have anything."""

from __future__ import annotations

import json

import pytest

from workbench.messages.message import Message, Size, message
from workbench.messages.rendering import render
from workbench.store.failures import failure_of, rewritten, text_of


@pytest.mark.parametrize(
    "failure",
    [
        None,
        message("text.empty"),
        message("hub.no_room", model="a/b", needed=Size(5e6), folder="f", free=Size(1e6)),
        message("setting.invalid", name="seed", value="x", reason=message("value.whole_number")),
    ],
)
def test_a_failure_is_read_as_it_was_written(failure: Message | None) -> None:
    assert failure_of(text_of(failure)) == failure


def test_a_sentence_of_an_older_version_is_said_as_it_is() -> None:
    old = failure_of("The loss exploded at step 3, {so} the run stopped.")
    assert old is not None and render(old) == "The loss exploded at step 3, {so} the run stopped."


@pytest.mark.parametrize("stored", ["null", "[]", "3", '{"code": 1}', '{"code": "a", "fields": 3}', "[" * 100_000])
def test_what_is_no_message_is_a_sentence(stored: str) -> None:
    found = failure_of(stored)
    assert found is not None and render(found) == stored


def test_a_code_of_a_newer_version_and_fields_that_lack_are_said_of() -> None:
    newer = failure_of(json.dumps({"code": "run.melted", "fields": {}}))
    lacking = failure_of(json.dumps({"code": "file.empty", "fields": {}}))
    assert newer is not None and "run.melted" in render(newer)
    assert lacking is not None and "is empty" in render(lacking)


def test_paths_are_changed_in_what_a_message_holds_and_codes_are_not() -> None:
    stored = text_of(
        message("file.unreadable", file="/home/anna/a", detail=message("damage.no_part", name="/home/anna/b"))
    )

    def in_fields(fields: object) -> object:
        return json.loads(json.dumps(fields).replace("/home/anna", "~"))

    found = failure_of(rewritten(stored, str.upper, in_fields))
    assert found == message("file.unreadable", file="~/a", detail=message("damage.no_part", name="~/b"))
    assert rewritten("a sentence", str.upper, in_fields) == "A SENTENCE"
