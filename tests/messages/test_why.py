"""Every setting says what comes of more and of less, when one would turn it, and what it costs."""

from __future__ import annotations

import dataclasses
import json

import pytest

from workbench.corpora.cleaning.recipe import STEPS
from workbench.ground.speech import EN, ZH_HANS, spoken_by
from workbench.messages.why.cleaning import CLEANING
from workbench.messages.why.fine_tuning import FINE_TUNING
from workbench.messages.why.learning import LEARNING
from workbench.messages.why.sampling import SAMPLING
from workbench.messages.why.sweeping import SWEEPING
from workbench.messages.why.why import CONTEXT
from workbench.values.fine_tuning import KNOBS
from workbench.values.prediction import Shaping


def test_every_setting_is_explained_and_nothing_else() -> None:
    assert FINE_TUNING.keys() == KNOBS.keys()
    assert SAMPLING.keys() == {
        *(spec.name for spec in dataclasses.fields(Shaping)),
        "samples",
        "words",
        "sentence",
        "seed",
    }
    assert LEARNING.keys() == {"place", "task", "teacher", "weight", "cores", "workers", "disk"}
    assert CLEANING.keys() == STEPS.keys()


@pytest.mark.parametrize("code", [EN, ZH_HANS])
def test_each_has_four_answers_in_both_languages(code: str) -> None:
    language, poor = spoken_by(code), []
    for group in (FINE_TUNING, SAMPLING, LEARNING, CLEANING, SWEEPING):
        for name, why in group.items():
            answers = [language.translate(CONTEXT, text) for text in (why.raised, why.lowered, why.when, why.cost)]
            if not all(answers) or any((answer == text) != (code == EN) for answer, text in zip(
                answers, (why.raised, why.lowered, why.when, why.cost), strict=True
            )):  # fmt: skip
                poor.append(name)
    assert poor == []


def test_a_paper_is_named_with_its_year_or_none_is() -> None:
    papers = [why.paper for group in (FINE_TUNING, SAMPLING, LEARNING, CLEANING, SWEEPING) for why in group.values()]
    assert sum(map(bool, papers)) > 20
    assert [
        paper for paper in papers if paper and not all(part.strip()[-4:].isdigit() for part in paper.split(";"))
    ] == []


def test_the_command_line_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    from workbench.cli.main import main

    assert main(["why", "dropout", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["setting"] == "dropout" and "by heart" in told["raised"] and "2014" in told["paper"]
    assert main(["why", "writing_temperature"]) == 0 and "Bolder" in capsys.readouterr().out
    assert main(["why", "zeppelin"]) == 2
