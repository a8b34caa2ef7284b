"""Tables and records as they really are: no row, line or message is lost, and what is left out is counted and named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from workbench.corpora.reading.formats.lines import lines_of
from workbench.corpora.reading.formats.separated import Dialect, Rows
from workbench.corpora.reading.readers import file_on_disk, kind_of, read_document, read_pieces
from workbench.messages.errors import KnownError
from workbench.values.import_report import FileReport, Guessed
from workbench.values.importing import LabelsIn, Reading


def rows(path: Path) -> list[str]:
    return read_document(path)[0].strip().split("\n\n")


def report(path: Path, reading: Reading | None = None) -> FileReport:
    file = file_on_disk(path)
    for _ in read_pieces(file, kind_of(file), reading or Reading()):
        pass
    return file.notes.report()


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8", newline="")
    return path


def left_out(path: Path) -> dict[str, int]:
    """Of what is text."""
    return {passed.reason.code: passed.count for passed in report(path).gaps}


def test_where_quotes_are_characters_every_line_is_a_row_and_keeps_them(tmp_path: Path) -> None:
    said = [
        "Plain and simple words",
        '"Hello, he said to me',
        'And "this" is inside',
        '"Bye", she said',
        "The last one",
    ]
    table = "text\tlabel\n" + "".join(f"{text}\t{number % 2}\n" for number, text in enumerate(said * 4))
    assert rows(written(tmp_path / "a.tsv", table)) == said * 4
    assert rows(written(tmp_path / "a.csv", table.replace(",", "").replace("\t", ","))) == [
        text.replace(",", "") for text in said * 4
    ]


def test_where_quotes_hold_a_cell_goes_on_over_lines_and_a_broken_row_costs_its_line_alone(tmp_path: Path) -> None:
    good = 'One, two and three lines\nof a "cell" that goes on,\nwithout end'
    table = "text,label\n" + f'"{good.replace(chr(34), chr(34) * 2)}",1\n' * 5
    table += (
        '"this one is never closed,0\nand an ordinary line after it,1\n' + f'"{good.replace(chr(34), chr(34) * 2)}",1\n'
    )
    found = rows(written(tmp_path / "a.csv", table))
    assert found[:5] == [good] * 5 and found[-1] == good
    assert found[5:7] == ['"this one is never closed', "and an ordinary line after it"]


def test_a_quote_in_a_cell_may_be_written_with_a_backslash(tmp_path: Path) -> None:
    table = "text,label\n" + '"He said \\"hello, you\\" and left the room",1\n"A plain one, with commas in it",0\n' * 3
    assert rows(written(tmp_path / "a.csv", table))[:2] == [
        'He said "hello, you" and left the room', "A plain one, with commas in it",
    ]  # fmt: skip


def test_the_separator_that_the_first_line_names_is_taken(tmp_path: Path) -> None:
    table = "sep=;\ntext;label\n" + "Well, so it is, I think;1\nOne, two, three, four;0\n" * 3
    assert rows(written(tmp_path / "a.csv", table))[:2] == ["Well, so it is, I think", "One, two, three, four"]


def test_a_guessed_separator_is_said(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "text|label\n" + "Some words are here|1\nAnd other ones there|0\n" * 3)
    assert Guessed.SEPARATOR in {guess.what for guess in report(path).guesses}


@pytest.mark.parametrize("head", ["text,label", "sentence,sentiment", "what he said,how it was"])
def test_a_header_over_short_rows_is_no_row(tmp_path: Path, head: str) -> None:
    table = f"{head}\n" + "good food,pos\nbad soup,neg\nnice bread,pos\nold tea,neg\n" * 3
    assert rows(written(tmp_path / "a.csv", table))[:2] == ["good food", "bad soup"]


def test_a_first_cell_that_is_an_address_hides_no_column_and_is_no_name(tmp_path: Path) -> None:
    said = ["https://example.org look at this page", *(f"Here is something else to read {n}" for n in range(6))]
    assert (
        rows(written(tmp_path / "a.csv", "text,n\n" + "".join(f"{text},{n}\n" for n, text in enumerate(said)))) == said
    )
    bare = "".join(f"http://a.org/{n},Words about the page number {n}\n" for n in range(6))
    assert len(rows(written(tmp_path / "b.csv", bare))) == 6


def test_a_column_of_emoji_or_numbers_is_text_where_there_is_no_other(tmp_path: Path) -> None:
    assert rows(written(tmp_path / "a.csv", "text,label\n" + "😀😀 👍,1\n🎉🎉🎉,0\n" * 4))[:2] == ["😀😀 👍", "🎉🎉🎉"]
    assert rows(written(tmp_path / "b.csv", "12 17\n3 4 5\n6 7\n")) == ["12 17", "3 4 5", "6 7"]
    assert rows(written(tmp_path / "c.jsonl", '{"id": 7, "text": "12"}\n{"id": 8, "text": "17 4"}\n')) == ["12", "17 4"]


def test_records_without_text_and_lines_that_are_no_record_are_counted(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Record number {number} has some words"}) for number in range(30)]
    lines[3], lines[7] = '{"text": "cut o', json.dumps({"text": "  "})
    path = written(tmp_path / "a.jsonl", "\n".join(lines))
    assert left_out(path) == {"passed.not_a_json_line": 1, "passed.record_without_text": 1}
    assert report(path).read == 28
    table = "id,text\n" + "1,Some words are here\n2,Other words are there\n" * 5 + "3,\n"
    assert left_out(written(tmp_path / "a.csv", table)) == {"passed.record_without_text": 1}


def guessed(path: Path) -> dict[Guessed, str]:
    return {guess.what: guess.value for guess in report(path).guesses}


@pytest.mark.parametrize("count", [2, 4, 8, 40, 400])
def test_one_quote_that_is_never_closed_costs_its_row_alone_however_short_the_table_is(
    tmp_path: Path, count: int
) -> None:
    said = [f"Sentence number {number}, which is quoted, has commas" for number in range(count)]
    lines = [f'"{text}",{number % 2}' for number, text in enumerate(said)]
    broken = count // 2
    lines[broken] = f'"{said[broken]},1'
    path = written(tmp_path / "a.csv", "text,label\n" + "\n".join(lines) + "\n")
    said[broken] = f'"{said[broken]}'
    assert rows(path) == said
    assert guessed(path)[Guessed.OPEN_QUOTES] == "1" and not left_out(path)


@pytest.mark.parametrize("count", [1, 4, 40])
def test_separators_in_a_text_without_quotes_stay_in_it_and_are_said(tmp_path: Path, count: int) -> None:
    said = [f"Sentence {number} is here{', yes, it is' if number % 3 == 0 else ''}" for number in range(count)]
    table = "id,text,label\n" + "".join(f"{number},{text},{number % 2}\n" for number, text in enumerate(said))
    path = written(tmp_path / "a.csv", table)
    assert rows(path) == said
    assert guessed(path)[Guessed.SURPLUS_CELLS] == str((count + 2) // 3) and not left_out(path)


def test_a_table_of_one_named_column_is_one_whatever_separators_are_in_its_text(tmp_path: Path) -> None:
    said = ["Hello, you are here", "Well, so it is", "Good, yes, me too", "Plain"]
    assert rows(written(tmp_path / "a.csv", "text\n" + "\n".join(said))) == said


def test_a_column_without_a_name_that_all_rows_have_is_a_column(tmp_path: Path) -> None:
    table = "text,label\n" + "".join(f"{number},Hello you are here {number},x\n" for number in range(9))
    path = written(tmp_path / "a.csv", table)
    assert rows(path)[0] == "Hello you are here 0" and Guessed.SURPLUS_CELLS not in guessed(path)


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\f", "\x1e"])
@pytest.mark.parametrize("place", range(4))
def test_a_sign_that_ends_lines_elsewhere_stays_in_its_record_wherever_a_piece_ends(
    tmp_path: Path, sign: str, place: int
) -> None:
    record = json.dumps({"text": f"Before it {sign} and after it"}, ensure_ascii=False).encode()
    record = record.replace(b"\\f", b"\f").replace(b"\\u001e", b"\x1e")
    if sign in "\f\x1e":
        return  # JSON has them escaped alone
    filler = json.dumps({"text": "x" * ((1 << 20) - len(record) - 16 + place)}).encode()
    (tmp_path / "a.jsonl").write_bytes(filler[:10] + filler[10:] + b"\n" + record + b"\n" + record + b"\n")
    assert len(rows(tmp_path / "a.jsonl")) == 3


def chat(mapping: dict[str, Any]) -> dict[str, Any]:
    return {"title": "A talk", "mapping": mapping, "create_time": 1.5}


def said(parts: list[Any], parent: str | None) -> dict[str, Any]:
    content = {"content_type": "text", "parts": parts}
    return {"message": {"author": {"role": "user"}, "content": content}, "parent": parent, "children": []}


def test_every_message_of_an_exported_chat_is_read_in_its_order(tmp_path: Path) -> None:
    chats = []
    for talk in range(3):
        ids = [f"aaaaaaaa-bbbb-4ccc-8ddd-{talk:06d}{number:06d}" for number in range(40)]
        mapping = {
            ids[n]: said([f"Message {n} of talk {talk}, with a few words."], ids[n - 1] if n else None)
            for n in range(40)
        }
        chats.append(chat(dict(reversed(mapping.items()))))
    found = rows(written(tmp_path / "conversations.json", json.dumps(chats)))
    assert [talk.split("\n") for talk in found] == [
        [f"Message {number} of talk {talk}, with a few words." for number in range(40)] for talk in range(3)
    ]


def test_a_message_in_parts_is_one_sentence(tmp_path: Path) -> None:
    messages: list[dict[str, Any]] = [{"id": n, "text": f"A plain message that has number {n}."} for n in range(5)]
    messages.append({"id": 9, "text": ["So my ", {"type": "bold", "text": "dear"}, " friend, it is."]})
    messages.append({"id": 10, "text": [{"type": "link", "text": "all of it is a link"}]})
    path = written(tmp_path / "result.json", json.dumps({"name": "T", "type": "personal", "messages": messages}))
    assert rows(path)[-2:] == ["So my dear friend, it is.", "all of it is a link"]
    parts = [{"type": "text", "text": "What is on the picture?"}, {"type": "image_url", "image_url": {"url": "data:x"}}]
    lines = [
        json.dumps(
            {"messages": [{"role": "user", "content": parts}, {"role": "assistant", "content": "A cat, I think."}]}
        )
    ]
    assert rows(written(tmp_path / "b.jsonl", "\n".join(lines * 3)))[0] == "What is on the picture?\nA cat, I think."


def test_a_mistyped_name_of_one_record_is_not_the_column_of_all(tmp_path: Path) -> None:
    records = ['{"text":"one two"}', '{"text":"three four"}', '{"txet":"five"}', '{"text":"six"}']
    (tmp_path / "a.jsonl").write_text("\n".join(records), encoding="utf-8")
    assert read_document(tmp_path / "a.jsonl")[0].split() == ["one", "two", "three", "four", "five", "six"]


def test_records_that_differ_in_which_column_has_the_text_are_all_read(tmp_path: Path) -> None:
    records: list[dict[str, str]] = [
        {"kind": "post", "body": f"This is the body of post number {n}."} for n in range(20)
    ]
    records += [{"kind": "comment", "comment": f"And a comment on number {n} is here."} for n in range(10)]
    path = written(tmp_path / "a.json", json.dumps(records))
    assert len(rows(path)) == 30 and not report(path).passed_over


def test_every_chat_of_a_whole_export_is_read(tmp_path: Path) -> None:
    chats = [
        {"name": f"T{chat}", "messages": [{"text": f"Message {n} of chat {chat} is here."} for n in range(20)]}
        for chat in range(3)
    ]
    document = {"about": "An export", "chats": {"about": "All of them", "list": chats}}
    text = "\n".join(rows(written(tmp_path / "result.json", json.dumps(document))))
    assert text.split("\n") == [message["text"] for chat in chats for message in chat["messages"]]


def test_records_of_another_list_are_counted(tmp_path: Path) -> None:
    lists = {name: [{"text": f"A sentence of {name} with number {n}."} for n in range(count)] for name, count in
             (("train", 20), ("test", 5))}  # fmt: skip
    path = written(tmp_path / "a.json", json.dumps(lists))
    assert len(rows(path)) == 20
    (passed,) = report(path).passed_over
    assert (passed.reason.code, passed.count, passed.places) == ("passed.other_records", 5, ("test",))


def test_what_is_written_beside_a_list_of_records_is_counted(tmp_path: Path) -> None:
    records = [{"text": f"A sentence with the number {n}."} for n in range(9)]
    document = {"meta": {"name": "Sea"}, "data": {"rows": records}, "about": ["nine", "more"], "year": 1999}
    (passed,) = report(written(tmp_path / "a.json", json.dumps(document))).passed_over
    assert (passed.reason.code, passed.count) == ("passed.beside_records", len("Sea" + "nine" + "more"))


def test_records_under_their_ids_are_records(tmp_path: Path) -> None:
    records = {str(n): {"title": f"T{n}", "story": f"This is the story with the number {n}."} for n in range(9)}
    assert len(rows(written(tmp_path / "a.json", json.dumps(records)))) == 9


def test_bytes_of_a_table_are_text_or_left_out_and_counted(tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
    made = [{"caption": f"un café numéro {n}, bien noir".encode(), "picture": {"bytes": picture}} for n in range(20)]
    parquet.write_table(pyarrow.Table.from_pylist(made), tmp_path / "a.parquet")
    assert rows(tmp_path / "a.parquet")[3] == "un café numéro 3, bien noir"
    assert left_out(tmp_path / "a.parquet") == {"passed.bytes": 20}


def test_texts_of_a_table_that_are_not_the_utf_8_they_say_are_read(tmp_path: Path) -> None:
    said = ["据解说，则绑着的是替俄国做了军事上的侦探。", "这一学年没有完毕，我已经到了东京了。"]
    column = pyarrow.array([text.encode("gb18030") for text in said], pyarrow.binary()).view(pyarrow.string())
    parquet.write_table(pyarrow.table({"text": column}), tmp_path / "a.parquet")
    assert rows(tmp_path / "a.parquet") == said


def looked_at(lines: list[str]) -> int:
    reader = Rows(Dialect(",", 2))
    assert sum(1 for _ in reader.read(lines)) == len(lines)
    return reader.looked_at


@pytest.mark.parametrize("line", ['1,"never closed ""', '1,"a" b,"', '"x ""y"" z'])
def test_the_work_for_cells_that_are_never_closed_grows_with_the_table_and_not_with_its_square(line: str) -> None:
    assert looked_at([line] * 4_000) <= 2.1 * looked_at([line] * 2_000) + 100


def test_lines_are_joined_once_however_many_pieces_they_come_in() -> None:
    pieces = ["a\r", "\nb", "c", "d\n", "\r", "e"]
    assert list(lines_of(pieces)) == ["a", "bcd", "", "e"]
    assert list(lines_of(["x" * 9] * 1_000)) == ["x" * 9_000]
    assert all(
        list(lines_of([text[:cut], text[cut:]])) == ["a", "", "b", "c"] for text in ["a\r\n\nb\rc"] for cut in range(8)
    )


def test_a_cell_of_spaces_is_looked_at_once(tmp_path: Path) -> None:
    table = "text,label\n" + f"Some words are here,{' ' * 200_000}\n{' ' * 200_000},b\n" * 4
    assert rows(written(tmp_path / "a.csv", table)) == ["Some words are here"] * 4


@pytest.mark.parametrize(
    ("reading", "counted"),
    [(Reading(), 9 + 8 + 60), (Reading(column="url"), 9 + 8 + 148), (Reading(label="id"), 9 + 60)],
)
def test_what_stands_in_other_columns_is_counted_as_left_out(reading: Reading, counted: int, tmp_path: Path) -> None:
    reading = replace(reading, labels=LabelsIn.COLUMN if reading.label else LabelsIn.NONE)
    table = "".join(f"{n}{n},The river was calm and wide on day {n}.,https://a.org/{n}\n" for n in range(4))
    (passed,) = report(written(tmp_path / "a.csv", f"id,text,url\n{table}"), reading).passed_over
    assert passed.reason.code == "passed.other_columns" and passed.is_meant
    assert passed.count == counted and set(passed.places) <= {"id", "text", "url"}


@pytest.mark.parametrize("indent", [None, 1])
def test_records_one_after_the_other_are_read_however_they_are_set(indent: int | None, tmp_path: Path) -> None:
    said = [f"A sentence with the number {n}." for n in range(4)]
    documents = [json.dumps({"text": each, "n": [1, 2]}, indent=indent) for each in said]
    assert rows(written(tmp_path / "a.jsonl", "".join(documents))) == said
    assert rows(written(tmp_path / "a.json", "\n".join(documents))) == said


def test_in_a_table_with_tabs_commas_part_nothing_however_many_rows_are_short(tmp_path: Path) -> None:
    said = [f"The river, calm and wide, was {n} feet deep" for n in range(9)]
    lines = (each + "\tx" * (n % 3 > 0) for n, each in enumerate(said))
    assert rows(written(tmp_path / "a.tsv", "text\tnote\n" + "\n".join(lines))) == said


def test_a_tab_that_stands_bare_in_a_text_of_json_is_no_damage(tmp_path: Path) -> None:
    assert rows(written(tmp_path / "a.json", '[{"text": "It was\tdark."}]')) == ["It was\tdark."]
    assert rows(written(tmp_path / "a.jsonl", '{"text": "It was\tdark."}\n')) == ["It was\tdark."]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_remarks_before_a_table_are_none_of_its_rows_and_are_counted(delimiter: str, tmp_path: Path) -> None:
    said = ["It was a dark night", "The rain fell", "Nobody said a word until the morning came"]
    table = f"id{delimiter}text\n" + "".join(f"{number}{delimiter}{text}\n" for number, text in enumerate(said))
    path = written(tmp_path / "a.csv", f"# made by a tool on Monday\n#\n{table}")
    assert rows(path) == said
    remarks = next(each for each in report(path).passed_over if each.reason.code == "passed.comment_lines")
    assert remarks.count == 2 and [place.fields["number"] for place in remarks.places] == [1, 2]  # type: ignore[union-attr]


@pytest.mark.parametrize("head", ["text,label", "#text,label", ""])
def test_rows_that_begin_with_a_hash_are_rows(head: str, tmp_path: Path) -> None:
    said = [f"#happy to be here today, day {number}" for number in range(4)]
    table = "".join(f'"{text}",{"pos" if number % 2 else "neg"}\n' for number, text in enumerate(said))
    assert rows(written(tmp_path / "a.csv", f"{head}\n{table}" if head else table)) == said
    plain = "".join(f"{text.replace(',', '')},x{number % 2}\n" for number, text in enumerate(said))
    assert rows(written(tmp_path / "b.csv", plain)) == [text.replace(",", "") for text in said]
    alone = "# one\n# two\nthree\n"
    assert "# one" in rows(written(tmp_path / "c.csv", alone))


def test_what_x_hands_out_as_a_script_is_the_records_in_it(tmp_path: Path) -> None:
    posts = [{"tweet": {"full_text": f"This is the post number {n}.", "id_str": str(n)}} for n in range(3)]
    path = written(tmp_path / "tweets.js", f"window.YTD.tweets.part0 = {json.dumps(posts, indent=1)}")
    assert rows(path) == [post["tweet"]["full_text"] for post in posts]
    assert guessed(path)[Guessed.COLUMN] == "tweet.full_text"


@pytest.mark.parametrize("document", [{"a": 1, "b": [1, 2]}, [1, 2], {}, {"a": " "}])
def test_a_document_without_a_text_is_not_said_to_be_empty(document: Any, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as error:
        rows(written(tmp_path / "a.json", json.dumps(document)))
    assert error.value.code == "file.no_text_column"


def test_lines_of_which_some_have_a_comma_are_one_column(tmp_path: Path) -> None:
    said = ["The first line of text", "The second one, which has a comma", "Third line", "Fourth, then, and last"]
    path = written(tmp_path / "a.csv", "\n".join(said))
    assert rows(path) == said and guessed(path)[Guessed.SURPLUS_CELLS] == "2" and not report(path).passed_over
