"""Conversations keep who says what: through the import, in the text's folder, and out of the program and in again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.conversations import FORMS, turns, write_conversations
from workbench.corpora.importing import read_corpus
from workbench.corpora.label_remarks import label_remarks
from workbench.corpora.labelled import conversation, parsed, written
from workbench.corpora.remarks import remarks
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.values.corpus import CorpusContents, Split
from workbench.values.importing import ImportOptions, LabelsIn, Reading, SplitBy
from workbench.values.labels import LabelKind


def imported(
    file: Path, labels: LabelsIn = LabelsIn.AUTO
) -> tuple[CorpusContents, list[dict[str, list[dict[str, str]]]]]:
    folder = file.parent / f"corpus-{file.name}"
    folder.mkdir()
    contents = last(read_corpus([file], folder, ImportOptions(reading=Reading(labels=labels))))
    lines = [line for split in Split for line in (folder / "labels" / f"{split}.jsonl").read_text().splitlines()]
    return contents, [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", FORMS)
def test_each_form_keeps_its_roles(tmp_path: Path, name: str) -> None:
    contents, found = imported(write_conversations(tmp_path / name))
    assert contents.labels is not None and contents.labels.kind is LabelKind.TURNS
    assert sum(contents.labels.examples.values()) == len(found) == 40
    assert contents.labels.examples[Split.VALIDATION] >= 3 and contents.labels.examples[Split.TEST] >= 3
    said = [[(turn["role"], turn["content"]) for turn in each["turns"]] for each in found]
    whole = name not in ("alpaca.json", "questions.csv")
    expected = [list(turns(number))[: 4 if whole else 2] for number in range(40)]
    if name == "alpaca.json":
        expected = [[(a, q if n % 2 else f"{q}\nBe brief."), b] for n, ((a, q), b) in enumerate(expected)]
    assert sorted(said) == sorted(expected)
    told = [render(remark) for remark in label_remarks(contents)]
    count = 160 if whole else 80
    assert told == [
        f"40 conversations of {count} turns, {count / 40:.1f} each: assistant ({count // 2}), user ({count // 2})."
    ]


def test_what_is_the_same_is_on_one_side_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text(FORMS[file.name](30) * 2)
    contents, _ = imported(file)
    assert contents.labels is not None
    assert contents.leaks.found == 0 and sum(contents.labels.examples.values()) + contents.labels.repeated in (60, 90)


def test_roles_of_other_names_stay_and_what_is_wanted_as_text_is_text(tmp_path: Path) -> None:
    file = tmp_path / "chat.jsonl"
    talk = {
        "messages": [{"from": "Anna", "text": "Hello."}, {"from": "Bertil", "text": [{"type": "text", "text": "Hi."}]}]
    }
    file.write_text("\n".join(json.dumps(talk | {"id": number}) for number in range(20)))
    contents, _ = imported(file)
    assert contents.labels is not None and set(contents.labels.classes) == {"Anna", "Bertil"}
    assert "Nobody in them is called “assistant”" in [render(each) for each in label_remarks(contents)][-1]
    both = tmp_path / "messages.jsonl"
    both.write_text(FORMS[both.name](20) + file.read_text())
    said = [render(each) for each in label_remarks(imported(both)[0])][-1]
    assert said.startswith("Answers are the turns of “assistant”, so these are not learnt: Anna, Bertil.")
    folder = tmp_path / "text"
    folder.mkdir()
    options = ImportOptions(reading=Reading(labels=LabelsIn.NONE))
    assert last(read_corpus([file], folder, options)).labels is None


def test_a_file_without_conversations_says_so_where_they_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("word,count\nlamp,3\nsea,4\n")
    with pytest.raises(KnownError, match="has no conversations"):
        imported(file, LabelsIn.TURNS)


def test_a_line_is_read_as_it_was_written() -> None:
    example = conversation(["user", "assistant"], ["Is it\f\nlate?", "“No.”"])
    assert parsed(written(example)) == example and example.text == "Is it\n\nlate?\n“No.”"


def test_links_and_names_in_the_middle_of_what_is_said_do_not_break_it(tmp_path: Path) -> None:
    said = [
        {"from": "Anna", "text": ["See ", {"type": "link", "text": "http://x.example"}, " now."]},
        {"from": "Bo", "text": "Yes."},
    ]
    file = tmp_path / "result.json"
    file.write_text(json.dumps({"name": "A chat", "messages": said}))
    _, found = imported(file)
    assert [turn["content"] for turn in found[0]["turns"]] == ["See http://x.example now.", "Yes."]


def test_what_everybody_is_told_first_is_no_leak(tmp_path: Path) -> None:
    told = "You are the keeper of a lighthouse on an island in the north, who answers kindly, briefly and in order."
    file = tmp_path / "messages.jsonl"
    rows = [{"messages": [{"role": "system", "content": told}, *_messages(number)]} for number in range(40)]
    file.write_text("\n".join(map(json.dumps, rows)))
    contents, _ = imported(file)
    assert contents.labels is not None and contents.leaks.of_conversations
    held_out = contents.labels.examples[Split.VALIDATION] + contents.labels.examples[Split.TEST]
    assert (contents.leaks.found, contents.leaks.checked) == (0, held_out)


def test_a_conversation_that_is_learnt_from_and_held_out_is_one_leak(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    for name, numbers in (("train", range(30)), ("validation", (3, 31)), ("test", (4, 5, 32))):
        rows = [json.dumps({"messages": _messages(number)}) for number in numbers]
        (folder / f"{name}.jsonl").write_text("\n".join(rows))
    (tmp_path / "corpus").mkdir()
    contents = last(read_corpus([folder], tmp_path / "corpus", ImportOptions()))
    assert contents.split_by is SplitBy.GIVEN and contents.labels is not None
    assert (contents.leaks.found, contents.leaks.checked) == (3, 5)
    (said,) = [render(remark.said) for remark in remarks(contents) if remark.said.code == "remark.leaks_spoken"]
    assert said.startswith("3 of 5 held-out conversations are nearly among those to learn from")


def _messages(number: int) -> list[dict[str, str]]:
    """A conversation of several lines in which no other has a part."""
    first, second = (hashlib.sha256(f"{number} {turn}".encode()).hexdigest() for turn in "ab")
    asked = " ".join(first[place : place + 4] for place in range(0, 60, 4))
    answered = "\n\n".join(second[place : place + 4] + f" {first[place : place + 5]}" * 9 for place in range(0, 12, 4))
    return [{"role": "user", "content": f"{asked}?"}, {"role": "assistant", "content": answered}]


ANDROID = "12/{day}/2024, 09:{minute:02} - {who}: {what}"
IPHONE = "\u200e[{day:02}.12.24, 9:{minute:02}:11\u202fAM] ~\u00a0{who}: {what}"


@pytest.mark.parametrize("form", [ANDROID, IPHONE])
def test_a_telephones_chat_is_a_conversation_a_day_with_who_says_what(tmp_path: Path, form: str) -> None:
    lines = [form.format(day=1, minute=0, who="x", what="y").replace("~\u00a0", "").replace("x: y", "Anna joined")]
    for day in range(1, 21):
        said = (("Anna", f"Is lamp {day} lit?"), ("Bertil", "Yes: it is."), ("Bertil", f"Since {day}."), ("Anna", ""))
        lines += [form.format(day=day, minute=m, who=who, what=what) for m, (who, what) in enumerate(said)]
        lines += ["and the second line of it"] if day == 3 else []
    (tmp_path / "chat.txt").write_text("\n".join(lines))
    contents, found = imported(tmp_path / "chat.txt")
    assert contents.labels is not None and contents.labels.kind is LabelKind.TURNS and len(found) == 20
    days = sorted(found, key=lambda each: int("".join(filter(str.isdigit, each["turns"][0]["content"]))))
    assert [(turn["role"], turn["content"]) for turn in days[0]["turns"]] == [
        ("Anna", "Is lamp 1 lit?"), ("Bertil", "Yes: it is.\nSince 1.")
    ]  # fmt: skip
    assert days[2]["turns"][-1]["content"] == "and the second line of it"
    assert contents.labels.examples[Split.TEST] >= 1 and contents.labels.examples[Split.VALIDATION] >= 1
    (passed,) = contents.sources[0].report.passed_over
    assert passed.is_meant and passed.count == 1
    assert as_text(tmp_path / "chat.txt", LabelsIn.NONE).labels is None


def test_telegrams_chat_is_a_conversation_a_day(tmp_path: Path) -> None:
    messages = [
        {
            "type": "message",
            "date": f"2024-03-{day:02}T0{hour}:00:00",
            "from": who,
            "text": [f"Day {day}", {"text": "!"}],
        }
        for day in range(1, 21)
        for hour, who in enumerate(("Anna", "Anna", "Bertil"))
    ]
    (tmp_path / "result.json").write_text(json.dumps({"name": "Anna", "type": "personal_chat", "messages": messages}))
    contents, found = imported(tmp_path / "result.json")
    assert contents.labels is not None and len(found) == 20
    assert [turn["role"] for turn in found[0]["turns"]] == ["Anna", "Bertil"]


def test_a_text_with_times_in_it_is_no_chat(tmp_path: Path) -> None:
    log = [f"{day}.3.2024, 09:00 - The lamp was lit: all was well." for day in range(1, 20)]
    (tmp_path / "log.txt").write_text("\n".join(log))
    assert as_text(tmp_path / "log.txt", LabelsIn.AUTO).labels is None, "one who speaks is no chat"


def as_text(file: Path, labels: LabelsIn) -> CorpusContents:
    folder = file.parent / f"text-{labels}"
    folder.mkdir()
    return last(read_corpus([file], folder, ImportOptions(reading=Reading(labels=labels))))


@pytest.mark.parametrize(
    "head",
    ["{day} 10:0{n}:21 {who}", "{day} 10:0{n}:21 {who}(123456)", "{who}  {day} 10:0{n}", "{day} 星期三 10:0{n} {who}"],
)
def test_a_chat_in_which_what_is_said_stands_below_time_and_name(head: str, tmp_path: Path) -> None:
    lines = ["消息记录", "================", ""]
    for day in ("2024-05-01", "2024-05-02"):
        for n, who in enumerate(("张三", "李四", "张三", "李四")):
            lines += [
                head.format(day=day, n=n, who=who),
                f"今天是{day}，第{n}句",
                *(["还有一行"] if n == 1 else []),
                "",
            ]
    (tmp_path / "chat.txt").write_text("\n".join(lines), encoding="utf-8")
    contents, found = imported(tmp_path / "chat.txt")
    assert contents.labels is not None and contents.labels.kind is LabelKind.TURNS
    said = [turn["content"] for each in found for turn in each["turns"]]
    assert len(found) == 2 and sorted(said)[1] == "今天是2024-05-01，第1句\n还有一行" and len(said) == 8
    (passed,) = contents.sources[0].report.passed_over
    assert (passed.reason.code, passed.count) == ("passed.chat_notice", 2)


def test_a_log_is_no_chat(tmp_path: Path) -> None:
    lines = [f"2024-05-01 10:00:{n:02} {('INFO', 'ERROR')[n % 2]} started" for n in range(40)]
    (tmp_path / "log.txt").write_text("\n".join(lines), encoding="utf-8")
    assert as_text(tmp_path / "log.txt", LabelsIn.AUTO).labels is None


def test_a_diary_is_no_chat(tmp_path: Path) -> None:
    lines = [f"2024-05-{n + 1:02} 10:00 {('晴', '雨')[n % 2]}\n今天是第{n}天。\n" for n in range(9)]
    (tmp_path / "diary.txt").write_text("\n".join(lines), encoding="utf-8")
    assert as_text(tmp_path / "diary.txt", LabelsIn.AUTO).labels is None


def test_questions_and_answers_are_known_by_their_names_in_chinese(tmp_path: Path) -> None:
    lines = ["问题,回答", *(f"第{n}题怎么做？,先看第{n}页。" for n in range(4))]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    contents, found = imported(tmp_path / "a.csv")
    assert contents.labels is not None and contents.labels.kind is LabelKind.TURNS
    assert {turn["role"] for each in found for turn in each["turns"]} == {"user", "assistant"}
