"""What goes wrong between here and a Hub, as sentences: the one place that knows the libraries' errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.messages.errors import KnownError
from workbench.models.hub.connection import Connection

_WITHOUT = ("hub.only_", "hub.without_", "hub.other_format", "hub.old_tokenizer")  # how their codes begin


def is_about_the_model(error: KnownError) -> bool:
    """Whether it says that a model cannot be opened here, rather than that it cannot be had now."""
    return error.code.startswith((*_WITHOUT, "model."))


@contextmanager
def translated(connection: Connection, model: str = "") -> Iterator[None]:
    """Raise a KnownError("hub.…") for whatever a request in the block met; `model` is the one that was asked for."""
    import httpx2  # a fifth of a second: not before somebody asks the network for something
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, OfflineModeIsEnabled

    endpoint = connection.endpoint
    try:
        yield
    except HfHubHTTPError as error:
        raise _refusal(error, connection, model) from error
    except HFValidationError as error:
        raise KnownError("hub.model_name", model=model) from error
    except OfflineModeIsEnabled as error:
        raise KnownError("hub.offline") from error
    except httpx2.TimeoutException as error:
        raise KnownError("hub.slow", endpoint=endpoint, seconds=float(connection.silence_seconds)) from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
        raise KnownError("hub.endpoint", endpoint=endpoint) from error
    except (httpx2.HTTPError, OSError) as error:
        raise KnownError("hub.unreachable", endpoint=endpoint, detail=reason(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:  # an answer that is no Hub's
        raise KnownError("hub.no_hub", endpoint=endpoint) from error


def reason(error: BaseException) -> str:
    """The first line of what a library says, or else what kind of error it is."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__


def _refusal(error: Exception, connection: Connection, model: str) -> KnownError:
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RemoteEntryNotFoundError

    assert isinstance(error, HfHubHTTPError)
    endpoint, status = connection.endpoint, error.response.status_code
    address = f"{endpoint}/{model}"
    if isinstance(error, RemoteEntryNotFoundError):
        return KnownError("hub.file_gone", model=model)
    if isinstance(error, GatedRepoError) or (status == 403 and model):
        return KnownError("hub.no_access" if connection.token else "hub.gated", model=model, address=address)
    if status == 401 and connection.token:
        return KnownError("hub.token_refused", endpoint=endpoint)
    if status in (401, 404) and model:  # a Hub answers 401 also for a model that it has not, lest names leak
        return KnownError("hub.missing", model=model, endpoint=endpoint)
    if status == 429:
        return KnownError("hub.busy", endpoint=endpoint)
    if status == 404:
        return KnownError("hub.no_hub", endpoint=endpoint)
    return KnownError("hub.failed", endpoint=endpoint, status=status)
