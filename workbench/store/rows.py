"""What the stores share: rows that cannot be read, and moments."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.messages.errors import KnownError

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, KnownError)  # what a row that is no row of ours raises


def check_is_of_a_row(error: Exception) -> None:
    """Raise what is not about one row, but about the whole database."""
    if isinstance(error, KnownError) and not error.code.startswith("setting."):
        raise error


def with_zone(moment: datetime | None) -> datetime | None:
    return moment and moment.replace(tzinfo=UTC)


def now() -> datetime:
    """Universal time; SQLite keeps no zone."""
    return datetime.now(UTC).replace(tzinfo=None)
