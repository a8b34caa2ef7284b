"""What SQLAlchemy has made of a statement for one project serves the next one.

It keeps that with each connection's dialect, of which the program has one for each project, and a person opens one or
two; the tests open thousands, and making a hundred statements anew takes longer than all that most of them ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
import sqlalchemy
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

MOST = 1000  # statements


@pytest.fixture(autouse=True, scope="session")
def statements_made_once() -> Iterator[None]:
    options = {"compiled_cache": LRUCache(MOST)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLiteDialect_pysqlite, "__eq__", lambda this, other: type(this) is type(other))
        patch.setattr(SQLiteDialect_pysqlite, "__hash__", lambda this: hash(type(this)))
        patch.setattr(sqlalchemy, "create_engine", partial(sqlalchemy.create_engine, execution_options=options))
        yield
