"""The cleaning recipe: what each step does, alone and in an order of the person's, in one piece or in many."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpora.driving import run
from workbench.corpora.cleaning import cleaner as cleaning
from workbench.corpora.cleaning.cleaner import Cleaner, clean
from workbench.corpora.cleaning.recipe import STEPS, default_recipe, full_recipe, parsed_steps
from workbench.corpora.trial import Trial, try_import
from workbench.messages.errors import KnownError
from workbench.values.importing import ImportOptions, Scope, StepSetting

BODIES = [[f"{a}{b}" for b in "abcdefgh"] for a in "klmnopqr"]
HEADERS = "\f".join(
    "\n".join(
        [f"The Book of Tests, page {number}", *(f"{word} on page {number} of it" for word in words), f"{number}\n"]
    )
    for number, words in enumerate(BODIES, start=1)
)
PROSE = (
    "The keeper went up the stairs at dusk and lit the lamp, as he had done\n"
    "every evening for twenty years, and nobody had ever thanked him for his\n"
    "trou-\nble. He did not mind.\n\nA short line\nof verse\nis left alone."
)


def only(name: str, value: str | None = None, when: Scope = Scope.ALWAYS) -> tuple[StepSetting, ...]:
    return (StepSetting(name, when, STEPS[name].value if value is None else value),)


def after(name: str, text: str, value: str | None = None, *, paged: bool = False) -> str:
    return clean(text, only(name, value), paged=paged)[0]


def test_every_step_can_be_set_and_says_what_it_is_for() -> None:
    for step in STEPS.values():
        assert step.title and step.explanation and callable(step.make(step.value))
        assert bool(step.value) == bool(step.value_title)
    assert {setting.name for setting in default_recipe()} == set(STEPS)


def test_headers_and_page_numbers_go_and_the_pages_stay() -> None:
    text = after("headers", HEADERS, paged=True)
    assert "The Book of Tests" not in text
    assert [text.count(f"on page {number} of it") for number in range(1, 9)] == [8] * 8
    assert after("page_numbers", "one\n7\n\ftwo\n- 8 -\n\fthree\nPage 9 of 12", paged=True) == "one\n\ntwo\n\nthree"


def test_lines_cut_at_a_width_are_joined_and_verse_is_not() -> None:
    assert after("unwrap", PROSE).startswith(
        "The keeper went up the stairs at dusk and lit the lamp, as he had done every"
    )
    assert after("unwrap", PROSE).endswith("A short line\nof verse\nis left alone.")
    assert "trouble. He" in after("hyphens", PROSE)
    assert after("hyphens", "a well-\nknown man, well-known") == "a well-known man, well-known"
    assert after("hyphens", "the Anglo-\nSaxon") == "the Anglo-\nSaxon"
    chinese = "晚上，很好的月光。我不见他，已是三十多年；今天见了，精神分外爽快。才知道以前\n的三十多年，全是发昏。"
    assert "\n" not in after("unwrap", chinese)


def test_addresses_are_masked_markup_goes_and_comparisons_stay() -> None:
    assert after("addresses", "See https://a.org/x?y=1. Mail me@b.de, now") == "See [link]. Mail [mail], now"
    assert after("html", "<p class='x'>Fish &amp; chips<br/> if a < b &nbsp;&#12;</p>") == "Fish & chips if a < b   "
    assert "book" in after(
        "boilerplate", "*** START OF THE PROJECT GUTENBERG EBOOK X ***\nThe book\nAll rights reserved."
    )
    assert "reserved" not in after("boilerplate", "The book\nAll rights reserved.")


def test_paragraphs_are_dropped_by_length_language_and_repetition() -> None:
    english, german = (
        "The night was dark and the sea was cold and grey.",
        "Die Nacht war dunkel, und das Meer war kalt.",
    )
    assert after("language", f"{english}\n\n{german}", "en") == english
    assert after("language", f"{english}\n\n{german}", "de en") == f"{english}\n\n{german}"
    assert after("minimum", f"{english}\n\nYes.", "20") == english
    assert after("duplicates", f"{english}\n\nYes.\n\n{english.upper()}\n\nYes.") == f"{english}\n\nYes.\n\nYes."
    near = english + " " + german + " And so on it went for a while and a day."
    assert after("near_duplicates", f"{near}\n\n{near} Indeed.") == near


@pytest.mark.parametrize(
    ("name", "value"), [("minimum", "few"), ("near_duplicates", "20"), ("language", "english"), ("nothing", "1")]
)
def test_a_setting_that_makes_no_sense_is_refused(name: str, value: str) -> None:
    with pytest.raises(KnownError) as caught:
        full_recipe((StepSetting(name, Scope.ALWAYS, value),))
    assert caught.value.code == "recipe.invalid" and value.removesuffix("1") in str(caught.value)


def test_the_order_is_the_persons() -> None:
    minimum = StepSetting("minimum", Scope.ALWAYS, "12")
    masked = StepSetting("addresses", Scope.ALWAYS)
    text = "https://example.org/long/address\n\nA sentence that is long enough."
    assert clean(text, (minimum, masked))[0].startswith("[link]")
    assert clean(text, (masked, minimum))[0] == "A sentence that is long enough."


def test_changes_from_a_command_line_begin_with_the_default() -> None:
    recipe = {setting.name: setting for setting in parsed_steps({"html": "on", "unwrap": "off", "minimum": "50"})}
    assert recipe["html"].when is Scope.ALWAYS and recipe["unwrap"].when is Scope.NEVER
    assert (recipe["minimum"].when, recipe["minimum"].value) == (Scope.ALWAYS, "50")
    assert recipe["controls"].when is Scope.ALWAYS


@given(st.lists(st.sampled_from(["word ", "\n", "\n\n", "\r\n", " \n", "\u2028", "\x07", "日", ". "]), max_size=80),
       st.integers(1, 9), st.integers(5, 30))  # fmt: skip
def test_a_text_in_pieces_is_cleaned_like_the_whole(parts: list[str], pieces: int, block: int) -> None:
    text = "".join(parts)
    size = max(1, len(text) // pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "BLOCK", block)
        cleaned = "".join(map("".join, Cleaner().clean(text[at : at + size] for at in range(0, len(text), size))))
    assert cleaned == clean(text)[0]


def test_a_trial_shows_lines_before_and_after_and_stores_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("See https://a.org now.\n\nAnd an empty  \nline end.\n")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff")
    before = sorted(tmp_path.iterdir())
    result: Trial = run(try_import([tmp_path], ImportOptions(parsed_steps({"addresses": "on"}))))[1]
    effects = {effect.step: effect for effect in result.effects if effect.changes}
    assert [(e.before, e.after) for e in effects["addresses"].examples] == [
        ("See https://a.org now.", "See [link] now.")
    ]
    assert effects["whitespace"].removed == 2
    assert result.files[0].cleaned.startswith("See [link]")
    error = result.files[1].error
    assert error is not None and error.code == "file.picture"
    assert sorted(tmp_path.iterdir()) == before


def test_a_trial_says_what_left_nothing_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A short one.\n\nAnother.")
    result: Trial = run(try_import([tmp_path], ImportOptions(parsed_steps({"minimum": "500"}))))[1]
    error = result.files[0].error
    assert error is not None and (error.code, error.fields["step"]) == ("file.cleaned_away", "minimum")
