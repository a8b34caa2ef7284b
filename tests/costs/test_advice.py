"""What is said before a run that could begin but would hardly come to what was meant; and nothing where all is well."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from workbench.costs.advice import LabelledTexts, advise
from workbench.messages.rendering import render
from workbench.models.card import Fit, FitEstimate, Origin, PretrainedModel
from workbench.values.corpus import Split, Statistics
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.network_kind import NetworkKind
from workbench.values.presets import PRESETS

ENGLISH = PretrainedModel(
    "m", "English", Origin.BUNDLED, Path("m"), NetworkKind.TRANSFORMER, 8_400_000, 256, 8192, ("en",), "MIT", "", 1,
    False,
)  # fmt: skip
SUITED = 5e-4
BALANCED = PRESETS["balanced"]


def text(words: int, language: str = "en") -> Statistics:
    characters = 5 * words
    splits = {Split.TRAIN: characters * 8 // 10, Split.VALIDATION: characters // 10, Split.TEST: characters // 10}
    return Statistics(characters, characters, words, 1000, 10, 80, 0, (), splits, languages=((language, 1.0),))


def codes(
    read: Statistics, chosen: FineTuning = BALANCED, *, seconds: float = 60.0, continued: bool = False,
    model: PretrainedModel = ENGLISH,
) -> list[str]:  # fmt: skip
    settled = dataclasses.replace(chosen, learning_rate=chosen.learning_rate or SUITED)
    steps = int(settled.budget[1])
    estimate = FitEstimate(Fit.FITS, 1, seconds, 1, steps)
    found = advise(read, model, chosen, settled, estimate, SUITED, continued)
    return [each.said.code.removeprefix("advice.") for each in found]


@pytest.mark.parametrize("preset", ["quick", "balanced"])
def test_there_is_nothing_to_say_of_a_preset_on_a_text_of_some_size(preset: str) -> None:
    assert codes(text(30_000), PRESETS[preset]) == []


def test_a_text_in_a_language_that_the_model_does_not_know_is_told_first() -> None:
    assert codes(text(445, "zh")) == ["language", "epochs", "validation"]
    assert codes(text(30_000, "zh"), continued=True) == [], "a run may have learnt it"
    assert codes(text(30_000, "zh"), model=dataclasses.replace(ENGLISH, from_scratch=True)) == []
    assert codes(text(30_000, "zh"), model=dataclasses.replace(ENGLISH, languages=())) == [], "nothing is known"


@pytest.mark.parametrize("code", ["zh", "wuu", "zh-CN"])
def test_what_is_written_as_chinese_is_no_foreign_language_to_a_chinese_model(code: str) -> None:
    chinese = dataclasses.replace(ENGLISH, languages=("zh",))
    assert codes(text(30_000, code), model=chinese) == []
    assert codes(text(30_000, code)) == ["language"]


def test_a_short_text_would_be_read_hundreds_of_times() -> None:
    settings = FineTuning(learning_rate=SUITED)
    epochs, _ = advise(text(445), ENGLISH, settings, settings, FitEstimate(Fit.FITS, 1, 60.0, 1, 150), SUITED, False)
    assert epochs.said.code == "advice.epochs" and "about 639 times" in render(epochs.said)
    assert epochs.mended is not None and epochs.mended.budget == ("epochs", 10)


@pytest.mark.parametrize(
    ("rate", "said"), [(6e-3, ["rate_high"]), (4e-5, ["rate_low"]), (5e-3, []), (5e-5, []), (5e-4, [])]
)
def test_a_rate_more_than_ten_times_off_is_told(rate: float, said: list[str]) -> None:
    assert codes(text(30_000), FineTuning(learning_rate=rate)) == said


def test_millions_of_steps_are_too_many_and_too_long() -> None:
    assert codes(text(30_000), FineTuning(steps=9_999_999), seconds=4e7) == ["epochs", "time"]


def test_a_passage_or_a_step_longer_than_the_text_is_told() -> None:
    assert codes(text(200), FineTuning(steps=1)) == ["short_for_context", "short_for_step", "validation"]
    assert codes(text(1200), FineTuning(steps=1)) == ["short_for_step", "validation"]


def test_labelled_texts_are_counted_each_and_not_by_their_tokens() -> None:
    settings = FineTuning(learning_rate=SUITED, batch_size=32, context_length=128, method=Method.LAST_LAYERS)
    estimate, few, many = FitEstimate(Fit.FITS, 1, 60.0, 1, 200), LabelledTexts(96, 12), LabelledTexts(800, 100)
    of_few = advise(text(445), ENGLISH, settings, settings, estimate, SUITED, False, few)
    assert [render(each.said) for each in of_few] == [
        "The text would be read about 67 times, and be learnt by heart rather than from.",
        "Only 12 labelled examples are held out, so the numbers will say little about new ones.",
    ]
    assert advise(text(445), ENGLISH, settings, settings, estimate, SUITED, False, many) == ()


@pytest.mark.parametrize(
    ("changed", "learnt", "continued", "from_scratch", "said"),
    [
        ({}, 100, False, False, ["few_labels"]),
        ({"text_share": 0.1}, 100, True, True, ["few_labels"]),
        ({}, 3000, False, False, []),
        ({}, 100, False, True, []),  # random weights say nothing of a text
        ({"method": "head"}, 100, False, False, []),
        ({"method": "head"}, 10, False, False, []),  # however often they are seen
    ],
)
def test_with_few_labels_a_head_alone_is_offered(
    changed: dict[str, object], learnt: int, continued: bool, from_scratch: bool, said: list[str]
) -> None:
    settings = FineTuning(learning_rate=SUITED, batch_size=32).with_settings(changed)
    model, estimate = dataclasses.replace(ENGLISH, from_scratch=from_scratch), FitEstimate(Fit.FITS, 1, 60.0, 1, 150)
    labelled = LabelledTexts(learnt, 100)
    found = advise(text(445), model, settings, settings, estimate, SUITED, continued, labelled)
    assert [each.said.code.removeprefix("advice.") for each in found] == said
    for each in found:
        assert each.mended == settings.with_settings({"method": "head", "pooling": "concat"})
    words_told = dataclasses.replace(labelled, are_texts=False)
    assert advise(text(445), model, settings, settings, estimate, SUITED, continued, words_told) == ()


def test_every_sentence_can_be_said() -> None:
    read = text(445, "zh")
    settings = FineTuning(steps=9_999_999, learning_rate=1.0, context_length=1024)
    said = advise(read, ENGLISH, settings, settings, FitEstimate(Fit.FITS, 1, 4e7, 1, 9_999_999), 5e-4, False)
    assert [render(each.said) for each in said][:2] == [
        "The text is in zh, and the model knows en: it would have to learn the language first.",
        "The learning rate 1 is 2,000 times what suits this model (0.0005): it may forget what it knows.",
    ]
    assert "It would take 116 to 1,852 days." in [render(each.said) for each in said]
