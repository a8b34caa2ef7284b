"""Searching a Hub: what the results say, and what is said when there are none to be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.local_hub import LocalHub, Repository, keras_preset
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.hub.connection import Connection
from workbench.models.hub.search import HubModel, read_answer, search


def found(connection: Connection, words: str, language: str | None = None) -> dict[str, HubModel]:
    return {model.id: model for model in last(search(connection, words, language))}


def test_a_result_says_what_the_model_is_before_anything_is_downloaded(hub: LocalHub, connection: Connection) -> None:
    model = found(connection, "tiny gpt2")["tiny/gpt2"]
    assert (model.parameters, model.size_bytes, model.downloads) == (40_000, 160_000, 500)
    assert (model.licence, model.languages, model.is_gated, model.problem) == ("mit", ("en",), False, None)
    assert not connection.cache.exists()


def test_those_that_can_be_opened_come_first_and_the_others_say_why_they_cannot(connection: Connection) -> None:
    models = found(connection, "tiny")
    assert list(models)[:2] == ["tiny/gpt2", "tiny/gated-gpt2"]
    assert models["tiny/gated-gpt2"].is_gated
    pickle, neox = models["tiny/pickle-gpt2"].problem, models["tiny/neox"].problem
    assert pickle is not None and "pytorch_model.bin" in str(pickle) and "save_pretrained" in str(pickle)
    assert neox is not None and "gpt_neox" in str(neox)


def test_a_search_by_language_finds_only_models_of_that_language(connection: Connection) -> None:
    assert list(found(connection, "tiny", "de")) == ["tiny/neox"]
    assert list(found(connection, "", "en")) == ["tiny/gpt2"]
    assert found(connection, "nothing like this") == {}


def test_a_size_that_the_list_does_not_tell_is_read_from_the_models_files(
    hub: LocalHub, connection: Connection
) -> None:
    hub.repositories["tiny/gpt2"].parameters = None
    size = len(hub.repositories["tiny/gpt2"].files["model.safetensors"])
    assert found(connection, "tiny/gpt2")["tiny/gpt2"].size_bytes == size


def test_a_keras_preset_is_known_by_its_own_configuration(hub: LocalHub, connection: Connection) -> None:
    hub.repositories["keras/one"] = Repository(keras_preset())
    hub.repositories["keras/two"] = Repository(keras_preset("BertBackbone"))
    models = found(connection, "keras")
    assert models["keras/one"].problem is None and models["keras/one"].size_bytes == 24_000
    problem = models["keras/two"].problem
    assert problem is not None and "Bert" in str(problem)


@pytest.mark.parametrize(
    ("status", "code"), [(401, "hub.token_refused"), (404, "hub.no_hub"), (429, "hub.busy"), (503, "hub.failed")]
)
def test_a_refusal_is_one_sentence(hub: LocalHub, tmp_path: Path, status: int, code: str) -> None:
    hub.status = status
    with pytest.raises(KnownError) as raised:
        found(Connection(hub.endpoint, tmp_path, token="hf_other"), "tiny")
    assert raised.value.code == code


def test_a_server_that_says_nothing_is_given_up(hub: LocalHub, tmp_path: Path) -> None:
    hub.is_silent = True
    with pytest.raises(KnownError) as raised:
        found(Connection(hub.endpoint, tmp_path, silence_seconds=0.2), "tiny")
    assert raised.value.code == "hub.slow" and "0.2 seconds" in str(raised.value)


def test_a_search_can_be_cancelled_while_the_server_says_nothing(hub: LocalHub, connection: Connection) -> None:
    hub.is_silent = True
    searching = search(connection, "tiny")
    assert next(searching).total == 0
    searching.close()


def test_without_a_network_the_sentence_says_what_can_still_be_done(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as raised:
        found(Connection("http://127.0.0.1:9", tmp_path), "tiny")
    assert raised.value.code == "hub.unreachable" and "set a mirror" in str(raised.value)


def test_where_the_network_is_switched_off_the_sentence_says_by_what(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(KnownError) as raised:
        found(connection, "tiny")
    assert raised.value.code == "hub.offline"


def test_an_address_that_is_no_hub_is_told_from_one_that_is(hub: LocalHub, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as raised:
        found(Connection(f"{hub.endpoint}/elsewhere", tmp_path), "tiny")
    assert raised.value.code == "hub.no_hub"


def test_an_answer_with_strange_fields_is_read_as_far_as_it_goes() -> None:
    model = read_answer(
        {"id": "a/b", "downloads": "many", "cardData": {"license": ["mit", 3], "language": None}, "config": [],
         "safetensors": {"parameters": None}, "tags": ["fr", "text-generation"], "siblings": None}
    )  # fmt: skip
    assert (model.downloads, model.licence, model.languages, model.size_bytes) == (0, "mit", ("fr",), 0)
