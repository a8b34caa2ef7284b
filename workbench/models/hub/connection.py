"""Which Hub is asked, as whom, and where its models are kept on this computer."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from workbench.ground.files import write_atomically
from workbench.ground.places import settings_folder
from workbench.messages.errors import KnownError
from workbench.models.hub.token import kept_token
from workbench.models.hub_folders import cache_folder as cache_folder

DEFAULT_ENDPOINT = "https://huggingface.co"

_ENDPOINT = re.compile(r"https?://[^/\s?#@]+(/[^\s?#@]*)?")


@dataclass(frozen=True)
class Connection:
    endpoint: str  # an address without a slash at its end
    cache: Path  # in the layout of huggingface_hub, which other programs use as well
    token: str | None = field(default=None, repr=False)
    silence_seconds: float = 15.0  # that the server may say nothing, at any point
    pause_seconds: float = 1.0  # before a lost connection is tried again


def connect(endpoint: str | None = None) -> Connection:
    """To `endpoint`, or to the one that is set; with the token that is kept for it, if any. Asks the keyring.

    Raises KnownError("hub.token_in_clear") rather than send a token where everybody on the way can read it.
    """
    chosen = checked_endpoint(endpoint) if endpoint else current_endpoint()
    token = kept_token(chosen)
    # Like huggingface_hub itself, HF_TOKEN goes to the Hub of the environment; a mirror that was named here never
    # gets to see it.
    if token is None and chosen == _endpoint_of_environment():
        token = os.environ.get("HF_TOKEN", "").strip() or None
    if token is not None and not _is_safe(chosen):
        raise KnownError("hub.token_in_clear", endpoint=chosen)
    return Connection(chosen, cache_folder(), token)


def _is_safe(endpoint: str) -> bool:
    """Encrypted, or on this computer."""
    parts = urlsplit(endpoint)
    return parts.scheme == "https" or parts.hostname in ("localhost", "127.0.0.1", "::1")


def current_endpoint() -> str:
    """What was set here, or HF_ENDPOINT, or the Hub itself."""
    return saved_endpoint() or _endpoint_of_environment()


def saved_endpoint() -> str | None:
    try:
        saved = json.loads(_settings_file().read_text(encoding="utf-8"))
        return checked_endpoint(str(saved["endpoint"]))
    except (OSError, ValueError, KeyError, TypeError, KnownError):
        return None  # never set, or edited by hand into something that is no setting


def save_endpoint(endpoint: str) -> str:
    """Ask another Hub from now on; an empty text goes back to the usual one. Raises KnownError("hub.endpoint")."""
    file = _settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    wanted = checked_endpoint(endpoint) if endpoint.strip() else None
    write_atomically(file, json.dumps({"endpoint": wanted} if wanted else {}).encode())
    return current_endpoint()


def checked_endpoint(text: str) -> str:
    endpoint = text.strip().rstrip("/")
    if not _ENDPOINT.fullmatch(endpoint):
        raise KnownError("hub.endpoint", endpoint=text)
    return endpoint


def _endpoint_of_environment() -> str:
    return os.environ.get("HF_ENDPOINT", "").strip().rstrip("/") or DEFAULT_ENDPOINT


def _settings_file() -> Path:
    return settings_folder() / "hub.json"
