"""Settings to begin with: the same ones by name, whatever is learnt."""

from __future__ import annotations

from workbench.values.fine_tuning import FineTuning
from workbench.values.presets import PRESETS, as_of, presets


def test_a_preset_stays_what_it_is_when_another_task_is_learnt_and_a_persons_own_settings_too() -> None:
    for name in PRESETS:
        labels = as_of("labels", PRESETS[name], "next_word")
        assert labels == presets("labels")[name] and labels.batch_size > PRESETS[name].batch_size
        assert as_of("next_word", labels, "labels") == PRESETS[name]
    own = FineTuning(batch_size=5)
    assert as_of("labels", own, "next_word") == own
