"""Why something else would be learnt, or from somebody else."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.why.why import Why

LEARNING = {
    "task": Why(
        QT_TRANSLATE_NOOP("Why", "Labels: the model learns to tell what kind of text, or of word, something is."),
        QT_TRANSLATE_NOOP("Why", "Next words: it learns how the text goes on, and can write."),
        QT_TRANSLATE_NOOP("Why", "Labels where your texts have them and you want new ones labelled; else next words."),
        QT_TRANSLATE_NOOP("Why", "A label for each text is learnt faster than its words: texts are short."),
        "Howard & Ruder, ULMFiT, 2018",
    ),
    "teacher": Why(
        QT_TRANSLATE_NOOP("Why", "With a teacher, a small model also learns what a larger one holds to be likely."),
        QT_TRANSLATE_NOOP("Why", "Without one, it learns from the text alone."),
        QT_TRANSLATE_NOOP(
            "Why", "Where the model has to be small or quick, and a larger one that knows such texts is at hand."
        ),
        QT_TRANSLATE_NOOP("Why", "The teacher reads the text once, too: more memory, and some of the time."),
        "Hinton et al., Distilling the Knowledge in a Neural Network, 2015",
    ),
    "place": Why(
        QT_TRANSLATE_NOOP(
            "Why", "In this program, what has been learnt answers at once, and nothing has to be started first."
        ),
        QT_TRANSLATE_NOOP(
            "Why",
            "In a process of its own, a run that takes too much memory, or that a library ends, takes nothing else along;"
            " on a cluster, other computers do the work, and several workers can make the steps of one run.",
        ),
        QT_TRANSLATE_NOOP("Why", "A process of its own for a run of hours; a cluster for many runs, or large ones."),
        QT_TRANSLATE_NOOP("Why", "Elsewhere, some seconds to begin, and memory for TensorFlow a second time."),
        "Moritz et al., Ray: A Distributed Framework for Emerging AI Applications, 2018",
    ),
    "cores": Why(
        QT_TRANSLATE_NOOP("Why", "Each run learns faster."),
        QT_TRANSLATE_NOOP("Why", "More runs have room at the same time; together they are mostly done sooner."),
        QT_TRANSLATE_NOOP("Why", "Few for a sweep of many runs, many for a single large one."),
        QT_TRANSLATE_NOOP("Why", "Twice the cores save less than half of the time; memory stays as it is."),
    ),
    "workers": Why(
        QT_TRANSLATE_NOOP("Why", "Several computers make the steps of one run, each with its share of the batch."),
        QT_TRANSLATE_NOOP("Why", "One worker has nobody to wait for."),
        QT_TRANSLATE_NOOP("Why", "Raise it for one large run with a large batch; leave it at 1 for a sweep."),
        QT_TRANSLATE_NOOP("Why", "Each worker holds the whole model, and after each step all send what they found."),
        "Goyal et al., Accurate, Large Minibatch SGD, 2017",
    ),
    "disk": Why(
        QT_TRANSLATE_NOOP("Why", "Of a large text more stays with each worker, and less has to be sent again."),
        QT_TRANSLATE_NOOP("Why", "A worker with a small disk has room for it; what is learnt is the same."),
        QT_TRANSLATE_NOOP(
            "Why", "As much as the text has in tokens, two bytes each for most models, or what is free there."
        ),
        QT_TRANSLATE_NOOP("Why", "That much of the disk of each computer, while the run learns."),
    ),
    "weight": Why(
        QT_TRANSLATE_NOOP("Why", "It gets more of the steps and is learnt better."),
        QT_TRANSLATE_NOOP("Why", "The others get more."),
        QT_TRANSLATE_NOOP("Why", "Raise it for what matters most, or for what is harder to learn."),
        QT_TRANSLATE_NOOP("Why", "Nothing: the steps are shared out otherwise."),
        "Caruana, Multitask Learning, 1997",
    ),
}
