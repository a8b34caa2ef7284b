"""What a text is taken for where only its words count, in no order."""

from __future__ import annotations

from itertools import pairwise

from workbench.corpora.statistics.words import as_counted
from workbench.ground.scripts import SPACELESS, pattern

_RUNS = rf"[\w--[{SPACELESS}]]+|[{SPACELESS}]+"
_SPACELESS_RUN = rf"[{SPACELESS}]"


def terms(text: str) -> list[str]:
    """Words and numbers in small letters; characters and pairs of them where there are no spaces."""
    found = []
    is_spaceless = pattern(_SPACELESS_RUN).match
    for run in pattern(_RUNS).findall(as_counted(text)):
        if is_spaceless(run):
            found += [*run, *(first + second for first, second in pairwise(run))]
        else:
            found.append(run)
    return found
