"""A model is called by the name on its card, wherever it is spoken of."""

from __future__ import annotations

from pathlib import Path

from workbench.messages.rendering import written
from workbench.models.naming import called, short_name


def test_a_bundled_model_is_called_as_on_its_card() -> None:
    assert called("gpt-en") == "English"
    assert written(called("scratch:gpt-en")) == "English, from scratch"
    assert short_name("scratch:gpt-en") == "English (scratch)"


def test_a_folder_is_called_as_its_card_says_or_as_itself(tmp_path: Path) -> None:
    named, plain = tmp_path / "named", tmp_path / "plain"
    named.mkdir()
    (named / "card.json").write_text('{"name": "Letters"}', encoding="utf-8")
    assert called(str(named)) == "Letters"
    assert called(str(plain)) == "plain"


def test_the_hubs_and_runs_have_their_names_already() -> None:
    assert called("openai-community/gpt2") == "openai-community/gpt2"
    assert called("Log · English") == "Log · English"
