"""Another program that holds the database: python -m tests.soak.locking FILE IMMEDIATE|EXCLUSIVE SECONDS."""

from __future__ import annotations

import sqlite3
import sys
import time


def hold(file: str, mode: str, seconds: float) -> None:
    connection = sqlite3.connect(file, timeout=60, isolation_level=None)
    connection.execute(f"BEGIN {mode}")
    print("locked", flush=True)
    time.sleep(seconds)
    connection.execute("ROLLBACK")
    connection.close()


if __name__ == "__main__":
    hold(sys.argv[1], sys.argv[2], float(sys.argv[3]))
