"""Which Hub is asked and as whom: settings that stay, tokens that only their own Hub gets to see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest

from tests.local_hub import LocalHub
from workbench.messages.errors import KnownError
from workbench.models.hub.connection import (
    DEFAULT_ENDPOINT,
    cache_folder,
    connect,
    current_endpoint,
    save_endpoint,
    saved_endpoint,
)
from workbench.models.hub.token import forget_token, keep_token, kept_token

MIRROR = "https://mirror.example"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("NEXTWORD_CONFIG_HOME", str(tmp_path / "settings"))
    for name in ("HF_ENDPOINT", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "settings"


def test_a_mirror_that_was_set_is_asked_until_it_is_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    assert current_endpoint() == DEFAULT_ENDPOINT
    assert save_endpoint(f" {MIRROR}/ ") == MIRROR == connect().endpoint
    assert connect("http://localhost:1").endpoint == "http://localhost:1"
    monkeypatch.setenv("HF_ENDPOINT", "https://another.example/")
    assert connect().endpoint == MIRROR
    assert save_endpoint("") == "https://another.example" and saved_endpoint() is None


@pytest.mark.parametrize("address", ["mirror", "ftp://mirror.example", "https://", "https://a b", "https://u@h"])
def test_what_is_no_address_is_refused_and_nothing_changes(address: str) -> None:
    save_endpoint(MIRROR)
    with pytest.raises(KnownError) as raised:
        save_endpoint(address)
    assert raised.value.code == "hub.endpoint" and current_endpoint() == MIRROR


@pytest.mark.parametrize("content", ["", "[]", '{"endpoint": 3}', '{"endpoint": "nowhere"}'])
def test_settings_that_were_spoilt_by_hand_count_as_unset(settings: Path, content: str) -> None:
    settings.mkdir()
    (settings / "hub.json").write_text(content)
    assert current_endpoint() == DEFAULT_ENDPOINT


def test_a_token_is_kept_in_the_keyring_and_can_be_forgotten(system_keyring: None, settings: Path) -> None:
    keep_token(DEFAULT_ENDPOINT, " hf_abc\n")
    assert connect().token == "hf_abc" and not settings.exists()
    forget_token(DEFAULT_ENDPOINT)
    forget_token(DEFAULT_ENDPOINT)
    assert connect().token is None


def test_a_mirror_never_gets_the_hubs_token(system_keyring: None, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_token(DEFAULT_ENDPOINT, "hf_abc")
    monkeypatch.setenv("HF_TOKEN", "hf_environment")
    assert connect(MIRROR).token is None
    forget_token(DEFAULT_ENDPOINT)
    assert connect().token == "hf_environment"
    monkeypatch.setenv("HF_ENDPOINT", MIRROR)
    assert connect().token == "hf_environment"


@pytest.mark.parametrize("text", ["", "two words", "hf_ümlaut", "hf_a\nb"])
def test_what_is_no_token_is_refused_without_repeating_it(system_keyring: None, text: str) -> None:
    with pytest.raises(KnownError) as raised:
        keep_token(DEFAULT_ENDPOINT, text)
    assert raised.value.code == "token.invalid" and not raised.value.fields


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
def test_without_a_keyring_a_sentence_says_what_to_do_instead(
    backend: type[keyring.backend.KeyringBackend], system_keyring: None
) -> None:  # fmt: skip
    keyring.set_keyring(backend())
    assert kept_token(DEFAULT_ENDPOINT) is None
    with pytest.raises(KnownError) as raised:
        keep_token(DEFAULT_ENDPOINT, "hf_abc")
    assert raised.value.code == "token.no_keyring" and "HF_TOKEN" in str(raised.value)
    assert "hf_abc" not in str(raised.value)


def test_the_cache_is_where_huggingface_hub_has_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert cache_folder() == Path.home() / ".cache" / "huggingface" / "hub"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert cache_folder() == tmp_path / "x" / "huggingface" / "hub"
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    assert cache_folder() == tmp_path / "home" / "hub"
    monkeypatch.setenv("HF_HUB_CACHE", "~/models")
    assert cache_folder() == Path.home() / "models"


def test_a_token_of_another_program_is_not_sent(
    hub: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    from huggingface_hub import constants

    from workbench.ground.generators import last
    from workbench.models.hub.search import search

    (tmp_path / "token").write_text("hf_stored_by_another")
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "token"))
    last(search(connect(hub.endpoint), "tiny"))
    assert {authorization for _, _, authorization in hub.asked} == {None}


def test_a_token_is_not_sent_where_everybody_can_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://mirror.example")
    assert connect().token is None  # without a token nothing is at stake
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    with pytest.raises(KnownError) as refused:
        connect()
    assert refused.value.code == "hub.token_in_clear" and "hf_secret" not in str(refused.value)
    for safe in ("https://mirror.example", "http://localhost:4711", "http://127.0.0.1:4711"):
        monkeypatch.setenv("HF_ENDPOINT", safe)
        assert connect().token == "hf_secret"
