"""The token that opens gated models, kept in the system's keyring and nowhere else."""

from __future__ import annotations

from workbench.messages.errors import KnownError
from workbench.messages.message import message

SERVICE = "Nextword Workbench"


def kept_token(endpoint: str) -> str | None:
    """The token for the Hub at `endpoint`; each Hub has its own, so that a mirror never gets the Hub's."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, endpoint)
    except KeyringError:
        # One that is missing or locked must not hold up a model that needs no token; one that does will say so.
        return None


def keep_token(endpoint: str, token: str) -> None:
    """Raises KnownError("token.…") where it is no token, or where there is no keyring."""
    import keyring
    from keyring.errors import KeyringError

    token = token.strip()
    if not token.isascii() or not token.isprintable() or " " in token or not token:
        raise KnownError("token.invalid")  # the sentence must not repeat what may be a secret
    try:
        keyring.set_password(SERVICE, endpoint, token)
    except KeyringError as error:
        raise KnownError("token.no_keyring", detail=_reason(error)) from error
    if kept_token(endpoint) != token:  # a keyring that is switched off takes everything and keeps nothing
        raise KnownError("token.no_keyring", detail=message("damage.keeps_nothing"))


def forget_token(endpoint: str) -> None:
    """Also where none is kept."""
    import keyring
    from keyring.errors import KeyringError

    if kept_token(endpoint) is None:
        return
    try:
        keyring.delete_password(SERVICE, endpoint)
    except KeyringError as error:
        raise KnownError("token.no_keyring", detail=_reason(error)) from error


def _reason(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0].split(". ")[0].rstrip(".") if lines else type(error).__name__
