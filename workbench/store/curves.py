"""Reading curves quickly: rows as the driver gives them, and of a very long curve only what can be seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection

from workbench.values.measurement import Curve

# A row passes through Python in about a microsecond, and a screen is a few thousand pixels wide.
BUCKETS = 4_000

# Leaps from one name to the next in the table's key; DISTINCT would walk through all of the run's rows.
_NAMES = """
    WITH RECURSIVE names(name) AS (
        SELECT min(name) FROM measurements WHERE run_id = ?1
        UNION ALL
        SELECT (SELECT min(name) FROM measurements WHERE run_id = ?1 AND name > names.name)
            FROM names WHERE names.name IS NOT NULL
    )
    SELECT name FROM names WHERE name IS NOT NULL
"""
_EXTENT = "SELECT min(step), max(step), count(*) FROM measurements WHERE run_id = ? AND name = ?"
_ALL = "SELECT step, value, seconds FROM measurements WHERE run_id = ? AND name = ? ORDER BY step"
# SQLite takes the other columns of a row with min() or max() from the row that has it (“bare columns”).
_THINNED = """
    SELECT step, value, seconds FROM (
        SELECT step, min(value) AS value, seconds FROM measurements WHERE run_id = ?1 AND name = ?2
            GROUP BY (step - ?3) * ?5 / (?4 - ?3 + 1)
        UNION
        SELECT step, max(value) AS value, seconds FROM measurements WHERE run_id = ?1 AND name = ?2
            GROUP BY (step - ?3) * ?5 / (?4 - ?3 + 1)
    ) ORDER BY step
"""


def measured_names(connection: Connection, run_id: int) -> tuple[str, ...]:
    return tuple(row[0] for row in connection.exec_driver_sql(_NAMES, (run_id,)))


def read_curves(connection: Connection, run_id: int, names: Sequence[str] | None = None) -> dict[str, Curve]:
    """The curves of a run, or those of `names` that it has.

    Of a curve of more than twice BUCKETS points, the lowest and the highest of each of BUCKETS stretches are kept:
    drawn, it looks the same.
    """
    if names is None:
        names = measured_names(connection, run_id)
    found: dict[str, Curve] = {}
    for name in names:
        first, last, count = connection.exec_driver_sql(_EXTENT, (run_id, name)).one()
        if count > 2 * BUCKETS:
            rows = connection.exec_driver_sql(_THINNED, (run_id, name, first, last, BUCKETS)).all()
        elif count:
            rows = connection.exec_driver_sql(_ALL, (run_id, name)).all()
        else:
            continue
        found[name] = Curve(*np.array([tuple(row) for row in rows], dtype=np.float64).T)
    return found
