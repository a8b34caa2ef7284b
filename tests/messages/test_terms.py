"""The terms of the field: each is explained in both languages, and found wherever a text has it."""

from __future__ import annotations

import re
import string

import pytest

from tests.field_words import WORD
from tests.messages.test_translations import ALL
from tests.places import ROOT
from workbench.ground.speech import EN, ZH_HANS, spoken_by
from workbench.messages.terms.glossary import TERMS, Glossary

GLOSSARIES = {code: Glossary(spoken_by(code).translate) for code in (EN, ZH_HANS)}
# What a run tells of itself: `exporting.glossary.facts_of`.
FACTS = frozenset(
    re.findall(
        r"\w+",
        "run batch context per_step seed rate steps seconds warmup_steps speed kept nats_before nats_after before after"
        " choices bits_before bits_after",
    )
)


def named(text: str, code: str = EN) -> list[tuple[str, str]]:
    return [(place.name, text[place.start : place.end]) for place in GLOSSARIES[code].places(text)]


@pytest.mark.parametrize("code", GLOSSARIES)
def test_each_term_answers_in_two_sentences_with_an_example(code: str) -> None:
    say, short = GLOSSARIES[code].say, []
    for term in TERMS.values():
        sentences = re.findall(r"[.?!](?= |$|[)”])|[。？！；：]", say(term.meaning))
        if len(sentences) < 2 or not say(term.example):
            short.append(term.name)
    assert short == []


def test_what_is_said_of_a_term_can_be_shown() -> None:
    assert {name for term in TERMS.values() for name in term.see} <= TERMS.keys()
    drawings = {file.stem for file in (ROOT / "resources" / "terms").glob("*.svg")}
    assert {term.picture for term in TERMS.values()} - {""} == drawings
    asked = {name for term in TERMS.values() for _, name, _, _ in string.Formatter().parse(term.of_run)} - {None}
    assert asked <= FACTS


def test_no_two_terms_claim_a_word() -> None:
    for glossary in GLOSSARIES.values():
        words = [word for term in TERMS.values() for word in {each.casefold() for each in glossary.words_of(term)}]
        assert sorted({word for word in words if words.count(word) > 1}) == []


def test_a_term_is_found_whole_in_singular_and_plural_and_not_within_a_word() -> None:
    assert named("Steps of a learning rate, in batches") == [
        ("step", "Steps"), ("learning_rate", "learning rate"), ("batch", "batches"),
    ]  # fmt: skip
    assert named("stepmother, database, LoRAs, GPT-2") == [("lora", "LoRAs"), ("transformer", "GPT-2")]
    assert named("学习率与随机种子，每个词元的困惑度", ZH_HANS) == [
        ("learning_rate", "学习率"), ("seed", "随机种子"), ("token", "词元"), ("perplexity", "困惑度"),
    ]  # fmt: skip


MEANING_SOMETHING_ELSE = {"Tags", "Forget"}  # of runs; of what a keyring keeps
# Of the catalogue: what nobody points at with a mouse, or explains a word by itself.
NOT_IN_THE_WINDOW = {"Glossary", "Why", "Lesson", "commands", "terminal"}


def test_every_word_of_the_field_in_any_sentence_of_the_window_has_an_answer() -> None:
    """Of all tasks, pages and dialogs, whether or not a test opens them."""
    missing, found = set(), set()
    for entry in ALL:
        if entry.context in NOT_IN_THE_WINDOW:
            continue
        plain = entry.source.replace("&", "")
        covered = [(place.start, place.end) for place in GLOSSARIES[EN].places(plain)]
        for word in WORD.finditer(plain):
            found.add(word[1].casefold())
            if not any(start <= word.start() and word.end() <= end for start, end in covered):
                missing.add((word[0], plain[:60]))
    assert sorted(missing) == []
    assert len(found) > 120


def test_what_is_a_term_by_itself_is_one_in_chinese_as_well() -> None:
    """A heading, a choice or a label that is nothing else."""
    missing = {
        (entry.source, entry.translation)
        for entry in ALL
        if entry.context not in NOT_IN_THE_WINDOW and entry.source not in MEANING_SOMETHING_ELSE
        for place in GLOSSARIES[EN].places(entry.source)
        if place.end - place.start == len(entry.source) and not named(entry.translation, ZH_HANS)
    }
    assert missing == set()


# Of the words that the translations agree on, those that everybody knows, or that mean several things.
EVERYDAY = {
    "word", "text", "paragraph", "vary", "sample project", "archive (a file)", "archive (runs)", "keyring", "mirror",
    "licence", "you", "computer", "answer", "token (of the Hub)", "step", "head", "confidence (of an interval)",
    "confidence (of the model)", "tag (of a word)", "tag (of a run)", "sample (written text)",
}  # fmt: skip


def test_the_terms_that_translations_agree_on_are_explained_alike_in_both_languages() -> None:
    lines = (ROOT / "resources" / "translations" / "glossary.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")][2:]
    different = [
        (english, chinese)
        for english, chinese, _ in rows
        if english not in EVERYDAY
        and {name for name, _ in named(english)} != {name for name, _ in named(chinese, ZH_HANS)}
    ]
    assert different == []
    assert len(rows) - len(EVERYDAY) > 55


def test_what_is_called_so_is_found_before_what_says_so() -> None:
    found = [term.name for term in GLOSSARIES[EN].search(" Perplex ")]
    assert found[0] == "perplexity" and "bits_per_byte" in found
    assert GLOSSARIES[ZH_HANS].search("困惑")[0].name == "perplexity"
    assert GLOSSARIES[EN].search("rate")[0].name == "learning_rate", "and not “calibrated” or “separate”"
    assert GLOSSARIES[EN].search("zeppelin") == []
