"""What was changed in a project, as whoever changed it says: a page reads again only what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.values.run import Run


@dataclass(frozen=True)
class Changes:
    """What is another now, or new, or gone."""

    runs: frozenset[int] = frozenset()  # by id: anything that is said of them
    queue: frozenset[int] = frozenset()  # runs that came into the queue, left it, or changed places in it
    corpora: frozenset[str] = frozenset()  # by name
    models: frozenset[str] = frozenset()  # folders that are known to the project
    preferences: frozenset[str] = frozenset()  # by key

    @classmethod
    def of(cls, *runs: Run) -> Changes:
        return cls(runs=frozenset(run.id for run in runs))

    @classmethod
    def of_waiting(cls, *runs: Run) -> Changes:
        """Runs that wait now, or did until now."""
        ids = frozenset(run.id for run in runs)
        return cls(runs=ids, queue=ids)

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.runs | other.runs,
            self.queue | other.queue,
            self.corpora | other.corpora,
            self.models | other.models,
            self.preferences | other.preferences,
        )

    def __bool__(self) -> bool:
        return self != Changes()
