"""A project's records, by what they are about; every method opens its own short session, so any thread may call."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from workbench.store import moving
from workbench.store.corpora import CorpusStore
from workbench.store.costs import CostStore
from workbench.store.database import Database
from workbench.store.dividends import DividendStore
from workbench.store.findings import FindingStore
from workbench.store.measurements import MeasurementStore
from workbench.store.models import ModelStore
from workbench.store.preferences import PreferenceStore
from workbench.store.queue import QueueStore
from workbench.store.runs import RunStore
from workbench.store.schema import sqlite_error
from workbench.store.sweeps import SweepStore


class Store:
    def __init__(self, folder: Path, *, to_look: bool = False) -> None:
        """`to_look`: nothing is ever written, and whoever writes is told so."""
        self._folder = folder
        self.database = Database(folder, to_look=to_look)
        self.corpora = CorpusStore(self.database)
        self.runs = RunStore(self.database)
        self.measurements = MeasurementStore(self.database)
        self.queue = QueueStore(self.database)
        self.sweeps = SweepStore(self.database)
        self.models = ModelStore(self.database)
        self.dividends = DividendStore(self.database)
        self.findings = FindingStore(self.database)
        self.costs = CostStore(self.database)
        self.preferences = PreferenceStore(self.database)
        try:
            if self.preferences.get(moving.ON_THE_WAY, False):
                moving.arrive(self.database.file, folder)
        except BaseException:
            self.database.close()
            raise

    def close(self) -> None:
        for written_later in (self.preferences, self.findings, self.costs):
            written_later.close()
        self.database.close()

    def copy_for_elsewhere(self, target: Path, models: Mapping[str, str]) -> None:
        """See `moving.copy_for_elsewhere`."""
        try:
            moving.copy_for_elsewhere(self.database.file, self._folder, target, models)
        except sqlite3.Error as error:
            raise sqlite_error(error, target.parent) from error
