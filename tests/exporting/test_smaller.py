"""A smaller model made of a larger one's layers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import make_tiny_gpt2
from workbench.cli.main import main
from workbench.exporting.smaller import make_smaller, spread
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.language_model import load
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder


def test_layers_are_spread_from_the_lowest_to_the_topmost() -> None:
    assert spread(3, 6) == (0, 2, 5) and spread(2, 4) == (0, 3) and spread(1, 4) == (0,) and spread(5, 6)[-1] == 5


def test_a_smaller_model_has_the_chosen_layers_and_is_opened_like_any(tmp_path: Path) -> None:
    large = Folder(make_tiny_gpt2(tmp_path / "large", layers=3))
    with Project.create(tmp_path / "project") as project:
        services = Workbench(project)
        with pytest.raises(KnownError) as refused:
            last(make_smaller(services, large, 3))
        assert refused.value.code == "model.too_few_layers"
        made = last(make_smaller(services, large, 2, "half of it"))
        unnamed = [last(make_smaller(services, large, 2)).ref for _ in range(2)]
        assert unnamed == [made.ref, made.ref]  # what is there is not made again
        assert made.ref in {model.ref for model in services.models.every()}
        teacher, student = services.models.open(large), load(made)
        before, after = ({v.path: np.asarray(v) for v in each.network.weights} for each in (teacher, student))
        assert {path.replace("transformer_layer_1/", "transformer_layer_2/") for path in after} <= set(before)
        for path, value in after.items():
            assert np.array_equal(value, before[path.replace("transformer_layer_1/", "transformer_layer_2/")])
        assert student.tokenizer.sha256 == teacher.tokenizer.sha256
    assert main(["smaller", str(tmp_path / "project"), "--model", str(large), "--layers", "1", "--json"]) == 0


def test_a_recurrent_network_is_not_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Project.create(tmp_path / "project").close()
    assert main(["smaller", str(tmp_path / "project"), "--model", "scratch:lstm-words"]) == 2
    assert capsys.readouterr().err.strip()
