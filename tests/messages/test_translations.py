"""The catalogues of translations: whole, in step with the program, and sound."""

from __future__ import annotations

import ast
import re
import shutil
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from tests.places import ROOT
from workbench.ground.speech import EN, ZH_HANS, known_language, spoken_by, system_language
from workbench.messages.catalogue import SENTENCES
from workbench.messages.chinese import in_ten_thousands
from workbench.messages.message import Count, message
from workbench.messages.rendering import ENGLISH, render

_SCRIPT = spec_from_file_location("update_translations", ROOT / "packaging" / "update_translations.py")
assert _SCRIPT is not None and _SCRIPT.loader is not None
tool = module_from_spec(_SCRIPT)
_SCRIPT.loader.exec_module(tool)
FOLDER: Path = tool.FOLDER
CATALOGUES: dict[str, object] = tool.CATALOGUES

CHINESE = FOLDER / "workbench_zh_Hans.ts"
HAN = r"[\u4e00-\u9fff]"
HOW = "run: uv run python packaging/update_translations.py"


class Entry(NamedTuple):
    context: str
    source: str
    translation: str


def entries(file: Path = CHINESE) -> Iterator[Entry]:
    for context in ElementTree.parse(file).getroot().iter("context"):
        for each in context.iter("message"):
            translation = each.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            for form in forms:
                yield Entry(context.findtext("name") or "", each.findtext("source") or "", form)


ALL = list(entries())


def placeholders(text: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return named | set(re.findall(r"%L?n|</?\w+>", text))


def test_the_catalogues_are_what_the_program_says_now(tmp_path: Path) -> None:
    for name in CATALOGUES:
        shutil.copy(FOLDER / name, tmp_path)
    tool.update(tmp_path)
    for name in CATALOGUES:
        before, now = ({(context, source) for context, source, _ in entries(at / name)} for at in (FOLDER, tmp_path))
        assert (now - before, before - now) == (set(), set()), HOW
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), HOW


@pytest.mark.parametrize("name", CATALOGUES)
def test_nothing_is_left_to_be_translated(name: str) -> None:
    left = [f"{context}: {text}" for context, text in tool.missing(FOLDER / name)]
    assert left == [], f"write these translations into resources/translations/{name}"


def test_a_translation_has_the_placeholders_of_its_sentence() -> None:
    assert [each for each in ALL if placeholders(each.source) != placeholders(each.translation)] == []


def test_a_translation_is_written_as_chinese_is() -> None:
    """Half-width marks stand between Han letters only in what is to be typed, which is in capitals in English."""
    faults = [
        each
        for each in ALL
        if (re.search(rf"{HAN}[,;:?!]|[,;:?!]{HAN}", each.translation) and not re.search("[A-Z]{3}", each.source))
        or each.translation.strip(" ") != each.translation.strip()
        or each.source.endswith(" ") != each.translation.endswith(" ")
        or (
            each.source.endswith(".") and each.translation[-1] not in "。）" and not each.translation.endswith("{rest}")
        )
        or (each.source.endswith("…") and not each.translation.endswith("…"))
        or each.source.count("\n") != each.translation.count("\n")
        or each.source.count("\t") != each.translation.count("\t")
    ]
    assert faults == []


def test_menus_keep_their_keys() -> None:
    for each in ALL:
        key = re.search(r"&(\w)", each.source) if each.context in ("Menus", "PromptList") else None
        assert key is None or f"(&{key[1].upper()})" in each.translation, each


def test_every_message_is_said_in_chinese() -> None:
    chinese = spoken_by(ZH_HANS)
    said = {code: chinese.translate(each.context, each.text) for code, each in SENTENCES.items()}
    same = {
        text for code, text in said.items() if text == SENTENCES[code].text and re.search("[A-Za-z]{2}", bare(text))
    }
    assert same == {"Hugging Face Hub", "transformer", "lstm"}


def bare(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "", text)


def test_a_count_has_its_form() -> None:
    one, several = (message("told.labelled_file", count=Count(number), file="f") for number in (1, 2000))
    assert render(one) == "1 text labelled in “f”" and render(several) == "2,000 texts labelled in “f”"
    assert "2,000 篇" in render(several, spoken_by(ZH_HANS))


def test_chinese_counts_in_ten_thousands() -> None:
    assert [in_ten_thousands(number) for number in (999, 12_345, 9_999_500, 99_999_999, 124_400_000)] == [
        "999", "1.2 万", "1,000 万", "1 亿", "1.2 亿",
    ]  # fmt: skip
    chinese, day = spoken_by(ZH_HANS), datetime(2026, 1, 9, 8, 5, tzinfo=UTC)
    assert (chinese.moment(day), chinese.listing(["甲", "乙"])) == ("2026年1月9日 08:05", "甲、乙")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("zh", ZH_HANS), ("zh_CN.UTF-8", ZH_HANS), ("zh-SG", ZH_HANS), ("zh_Hans", ZH_HANS), ("zh_Hans_HK", ZH_HANS),
        ("zh_TW.UTF-8", None), ("zh_HK", None), ("en_GB", EN), ("de_DE", None), ("C", None),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_names(name: str, code: str | None) -> None:
    assert known_language(name) == code


def test_the_system_says_which_language_its_messages_are_in() -> None:
    assert system_language({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}) == EN
    assert system_language({"LANG": "en_GB", "LC_MESSAGES": "zh_SG.UTF-8"}) == ZH_HANS
    assert system_language({"LC_ALL": "C", "LANG": "zh_CN"}) == EN and system_language({"LANG": "zh_TW"}) == EN
    assert spoken_by(EN) is ENGLISH


def asked(file: Path) -> Iterator[tuple[str, str]]:
    """What a module asks Qt to translate, with the context that Qt looks in when it runs."""

    def walk(node: ast.AST, inside: str) -> Iterator[tuple[str, str]]:
        for child in ast.iter_child_nodes(node):
            here = child.name if isinstance(child, ast.ClassDef) else inside
            match child:
                case ast.Call(ast.Attribute(ast.Name(of), "tr"), [ast.Constant(str(text)), *_]):
                    yield here if of == "self" else of, text
                case ast.Call(ast.Attribute(_, "translate"), [ast.Constant(str(context)), ast.Constant(str(text))]):
                    yield context, text
            yield from walk(child, here)

    return walk(ast.parse(file.read_text(encoding="utf-8")), "")


def test_qt_finds_each_sentence_where_lupdate_has_filed_it() -> None:
    """It reads no f-string, and files a `tr` of another object under that one's name."""
    known = {(each.context, each.source) for each in ALL}
    modules = sorted((ROOT / "workbench").rglob("*.py"))
    lost = [(file.name, *each) for file in modules for each in asked(file) if each not in known]
    assert lost == []


def test_the_glossary_is_kept_to() -> None:
    """Each term of the glossary is in use, and the words that it warns of are not."""
    lines = (FOLDER / "glossary.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")][2:]
    every = "\n".join(each.translation for each in ALL)
    assert len(rows) > 60 and [han for _, han, _ in rows if han not in every] == []
    warned = {word for _, _, why in rows for word in re.findall(r"not ([\u4e00-\u9fff]+)", why)}
    assert warned and [word for word in sorted(warned) if word in every] == []
