from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.messages.errors import KnownError
from workbench.values.fine_tuning import BUDGETS, KNOBS, FineTuning, is_optional, is_whole
from workbench.values.methods import Method, Optimizer, Schedule
from workbench.values.presets import PRESETS

budgets = st.one_of(
    st.integers(1, 10_000).map(lambda n: {"steps": n}),
    st.floats(0.01, 100).map(lambda n: {"epochs": n}),
    st.floats(0.05, 600).map(lambda n: {"minutes": n}),
    st.integers(1, 10**9).map(lambda n: {"tokens": n}),
)
changes = st.fixed_dictionaries(
    {},
    optional={
        "batch_size": st.integers(1, 64),
        "context_length": st.integers(8, 2048),
        "optimizer": st.sampled_from(Optimizer),
        "schedule": st.sampled_from(Schedule),
        "learning_rate": st.floats(1e-7, 1),
        "warmup": st.floats(0, 0.9),
        "dropout": st.floats(0, 0.9),
        "freeze_embeddings": st.booleans(),
        "seed": st.integers(0, 2**31 - 1),
    },
)


@given(budgets, changes)
def test_settings_come_back_from_json_and_from_text_as_they_were(
    budget: dict[str, Any], change: dict[str, Any]
) -> None:
    settings = FineTuning().with_settings({**budget, **change})
    assert FineTuning.from_json(json.loads(json.dumps(settings.to_json()))) == settings
    typed = {name: str(value) for name, value in settings.to_json().items() if value is not None}
    assert FineTuning().with_settings(typed) == settings


@given(budgets)
def test_exactly_one_budget_is_set(budget: dict[str, Any]) -> None:
    settings = FineTuning().with_settings(budget)
    assert [name for name in BUDGETS if getattr(settings, name) is not None] == list(budget)
    assert settings.budget == next(iter(budget.items()))


@pytest.mark.parametrize(
    "wrong",
    [{"steps": 0}, {"steps": "1.5"}, {"learning_rate": "fast"}, {"learning_rate": float("nan")}, {"dropout": 1},
     {"seed": float("inf")}, {"optimizer": "adamm"}, {"freeze_embeddings": "perhaps"}, {"batch_size": None},
     {"steps": None}],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_a_reason(wrong: dict[str, Any]) -> None:
    with pytest.raises(KnownError) as refused:
        FineTuning().with_settings(wrong)
    assert refused.value.code == "setting.invalid" and refused.value.by_caller


def test_an_unknown_setting_is_answered_with_the_known_ones() -> None:
    with pytest.raises(KnownError, match="learning_rate"):
        FineTuning().with_settings({"learning_speed": 1})


def test_an_older_project_without_a_setting_gets_its_default() -> None:
    values = FineTuning(seed=5).to_json()
    del values["label_smoothing"]
    assert FineTuning.from_json(values) == FineTuning(seed=5)


def test_every_knob_explains_itself_within_its_range() -> None:
    import dataclasses

    for spec in dataclasses.fields(FineTuning):
        assert spec.metadata["label"] and spec.metadata["explanation"]
    assert PRESETS["quick"].steps < PRESETS["balanced"].steps < PRESETS["thorough"].steps  # type: ignore[operator]


def test_lora_as_an_older_version_stored_it_is_told_from_todays() -> None:
    stored = FineTuning(method=Method.LORA).to_json()
    assert FineTuning.from_json(stored).method is Method.LORA
    older = {name: value for name, value in stored.items() if name not in ("lora_targets", "lora_biases")}
    found = FineTuning.from_json(older)
    assert found.method is Method.LORA_BY_HEAD and found.renewed == FineTuning(method=Method.LORA)
    assert FineTuning.from_json(found.to_json()) == found
    assert FineTuning().with_settings({"method": "lora"}).method is Method.LORA, "typed, it is today's"


def test_a_passage_is_no_longer_than_the_model_can_see() -> None:
    settings = FineTuning(context_length=256)
    assert settings.within(64).context_length == 64
    assert settings.within(1024) == settings


def test_which_settings_are_whole_numbers_and_which_may_be_absent() -> None:
    whole = {name for name, spec in KNOBS.items() if is_whole(spec)}
    assert {"layers", "steps", "tokens", "seed"} <= whole
    assert not whole & {"epochs", "minutes", "learning_rate", "lora_biases", "method"}
    assert {name for name, spec in KNOBS.items() if is_optional(spec)} == set(BUDGETS)
