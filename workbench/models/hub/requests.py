"""Questions to a Hub, each with a limit to how long it may be silent. They block: see `waiting`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench import __version__
from workbench.models.hub.connection import Connection

_MOST_CONFIG_BYTES = 1 << 20


def listed(connection: Connection, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """The models that a search finds, as the Hub describes them."""
    from huggingface_hub import get_session
    from huggingface_hub.utils import hf_raise_for_status

    # Not HfApi.list_models: it has no limit to its waiting, and asks again for a minute where a Hub is away.
    answer = get_session().get(
        f"{connection.endpoint}/api/models",
        params=parameters,
        headers=headers(connection),
        timeout=connection.silence_seconds,
    )
    hf_raise_for_status(answer)
    found = answer.json()
    if not isinstance(found, list) or not all(isinstance(model, dict) for model in found):
        raise ValueError("a list of models was expected")
    return found


def described(connection: Connection, model: str) -> Any:
    """Everything about one model, its files with sizes and hashes: huggingface_hub's ModelInfo."""
    from huggingface_hub import HfApi

    return HfApi(endpoint=connection.endpoint).model_info(
        model, files_metadata=True, timeout=connection.silence_seconds, token=connection.token or False
    )


def configuration(connection: Connection, model: str, commit: str, file: str = "config.json") -> bytes:
    """A small file as it was at `commit`."""
    content = b""
    for _, piece in pieces(connection, model, commit, file):
        content += piece
        if len(content) > _MOST_CONFIG_BYTES:
            raise ValueError("too long for a configuration")
    return content


def pieces(connection: Connection, model: str, commit: str, file: str, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """A file's bytes from `start` on, as they come, each piece with its place; from 0 where the server cannot skip."""
    from huggingface_hub import get_session, hf_hub_url
    from huggingface_hub.utils import hf_raise_for_status

    wanted = headers(connection) | {"Accept-Encoding": "identity"}  # sizes and places are those of the file itself
    if start:
        wanted["Range"] = f"bytes={start}-"
    # Xet's own protocol is left alone: plain HTTP is what every mirror speaks, and what can go on where it stopped.
    address = hf_hub_url(model, file, revision=commit, endpoint=connection.endpoint)
    with get_session().stream("GET", address, headers=wanted, timeout=connection.silence_seconds) as answer:
        hf_raise_for_status(answer)
        place = start if answer.status_code == 206 else 0
        for piece in answer.iter_raw():
            yield place, piece
            place += len(piece)


def headers(connection: Connection) -> dict[str, str]:
    from huggingface_hub.utils import build_hf_headers

    made: dict[str, str] = build_hf_headers(
        # False, not None: a token that another program has stored is not ours to send.
        token=connection.token or False, library_name="nextword-workbench", library_version=__version__
    )  # fmt: skip
    return made
