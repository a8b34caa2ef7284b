"""Whatever keys are taken out of a configuration or changed: the numbers that `transformers` means, or a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.models.drawn_configs import REAL, changed, kind_of, meant, taken
from tests.tiny_families import CONFIGS
from workbench.messages.errors import KnownError
from workbench.models.catalogue import read_config

STARTS = [*REAL.values(), *CONFIGS.values()]


def read(folder: Path, config: dict[str, Any]) -> dict[str, Any]:
    (folder / "config.json").write_text(json.dumps(config))
    return read_config(folder)


@pytest.mark.parametrize("name", REAL)
def test_a_real_configuration_is_read_as_it_is_meant(name: str, tmp_path: Path) -> None:
    assert taken(read(tmp_path, REAL[name])) == meant(REAL[name])


@given(st.sampled_from(STARTS).flatmap(changed))
@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_configuration_is_read_as_it_is_meant_or_refused_in_a_sentence(
    tmp_path: Path, config: dict[str, Any]
) -> None:
    try:
        found = read(tmp_path, config)
    except KnownError:
        return
    assert taken(found) == meant(config)
    assert read(tmp_path, found) == found  # as a run keeps it
    assert kind_of(found) == kind_of(config)
