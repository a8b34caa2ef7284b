"""What becomes of a sweep's runs as they end: the best so far is the winner, and only it keeps its checkpoints."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.experiments.comparing import comparable
from workbench.project.project import Project
from workbench.values.changes import Changes
from workbench.values.model_ref import OfRun
from workbench.values.run import Run, RunStatus


@dataclass(frozen=True)
class Conclusion:
    freed_bytes: int = 0
    changes: Changes = Changes()


def conclude_sweep(project: Project, sweep_id: int) -> Conclusion:
    """Mark the winner of a sweep so far and prune the checkpoints of those that lost.

    Only a run that has ended by itself is pruned: what was stopped, interrupted or failed may go on from its
    checkpoint, and what a waiting run will start from is left alone. Measurements, samples and notes all stay.
    """
    sweep = project.sweeps.get(sweep_id)
    runs = project.runs.every()
    made = [run for run in runs if run.sweep_id == sweep_id]
    winner = winner_of(made)
    changes = project.sweeps.mark_winner(sweep, winner)
    if sweep.keeps_all or winner is None:
        return Conclusion(0, changes)
    needed = {run.base.run for run in runs if run.status is RunStatus.QUEUED and isinstance(run.base, OfRun)}
    losers = [run for run in made if run.status is RunStatus.FINISHED and run.id != winner.id and run.id not in needed]
    return Conclusion(sum(map(project.checkpoints.prune, losers)), changes | Changes.of(*losers))


def winner_of(runs: list[Run]) -> Run | None:
    """The lowest loss on the validation text; of two equal ones, the earlier. None where no run got better than what
    it began from: then each of them keeps just that, and what any of them came to is worse; nor where they were not
    measured in one way, which a sweep over the context length does not do."""
    learnt = [run for run in runs if run.status in (RunStatus.FINISHED, RunStatus.STOPPED)]
    ranking = comparable(learnt)
    # Also while those of another context still wait: what is pruned now could be the best then.
    if ranking.measure is None or len({run.fine_tuning.context_length for run in runs}) > 1:
        return None
    return min((run for run in learnt if run.got_better), key=lambda run: (ranking.value(run), run.id), default=None)
