"""Why a sweep would be set up otherwise."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.why.why import Why

SWEEPING = {
    "range": Why(
        QT_TRANSLATE_NOOP("Why", "A wider range has the best value in it, even where nobody can guess it."),
        QT_TRANSLATE_NOOP("Why", "A narrower one tells values apart that lie close together."),
        QT_TRANSLATE_NOOP("Why", "Begin wide, then narrow it around the run that did best."),
        QT_TRANSLATE_NOOP("Why", "Nothing by itself."),
    ),
    "count": Why(
        QT_TRANSLATE_NOOP("Why", "More values in between: the best one is met more closely."),
        QT_TRANSLATE_NOOP("Why", "Fewer runs, and an answer sooner."),
        QT_TRANSLATE_NOOP("Why", "3 to 5 do for a first look."),
        QT_TRANSLATE_NOOP("Why", "Time in proportion: each value is a run."),
    ),
    "scale": Why(
        QT_TRANSLATE_NOOP("Why", "Log: each value is so many times the one before, as 0.001, 0.01, 0.1."),
        QT_TRANSLATE_NOOP("Why", "Linear: each value is so much more than the one before, as 0.1, 0.2, 0.3."),
        QT_TRANSLATE_NOOP("Why", "Log for learning rates and whatever may differ tenfold; else linear."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
    ),
    "combinations": Why(
        QT_TRANSLATE_NOOP("Why", "Every combination: nothing between the values is missed."),
        QT_TRANSLATE_NOOP("Why", "Random draws: as many runs as you say, and often as good a find."),
        QT_TRANSLATE_NOOP("Why", "Draws where two settings have many values; else every combination."),
        QT_TRANSLATE_NOOP("Why", "Every combination takes as many runs as both numbers of values multiplied."),
        "Bergstra & Bengio, Random Search for Hyper-Parameter Optimization, 2012",
    ),
    "draws": Why(
        QT_TRANSLATE_NOOP("Why", "More of what is possible is tried."),
        QT_TRANSLATE_NOOP("Why", "Fewer runs, and an answer sooner."),
        QT_TRANSLATE_NOOP("Why", "8 to 20 for two settings."),
        QT_TRANSLATE_NOOP("Why", "Time in proportion: each draw is a run."),
        "Bergstra & Bengio, Random Search for Hyper-Parameter Optimization, 2012",
    ),
    "seed": Why(
        QT_TRANSLATE_NOOP("Why", "Another number draws other values."),
        QT_TRANSLATE_NOOP("Why", "The same number draws the same values again."),
        QT_TRANSLATE_NOOP("Why", "Change it to try further values where the first ones are done."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
    ),
    "budget": Why(
        QT_TRANSLATE_NOOP("Why", "Each: every run learns as long as one would alone."),
        QT_TRANSLATE_NOOP("Why", "In all: the runs share the time of one."),
        QT_TRANSLATE_NOOP("Why", "In all to find a direction quickly; each for a result that counts."),
        QT_TRANSLATE_NOOP("Why", "Each takes as many times longer as there are runs."),
    ),
    "keeps_all": Why(
        QT_TRANSLATE_NOOP("Why", "Each of the runs can be asked, and gone on with."),
        QT_TRANSLATE_NOOP("Why", "Only the best one keeps its weights; of the others there are the figures."),
        QT_TRANSLATE_NOOP("Why", "On where you want to see what the others write as well."),
        QT_TRANSLATE_NOOP("Why", "Disk space for the weights of each run."),
    ),
}
