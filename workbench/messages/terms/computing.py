"""The computer, and programs beside this one."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.terms.term import Term

TERMS = (
    Term(
        "core",
        QT_TRANSLATE_NOOP("Glossary", "Processor core"),
        QT_TRANSLATE_NOOP("Glossary", "core|cores|processor|processors|GPU|GPUs|CPU|threads"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The part of a computer that calculates; most have several, which work at the same time. A GPU is a processor with thousands of very small ones, which can learn much faster, but is not needed here.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "With two cores, a run of two minutes on one takes little more than one."),
        see=(
            "cluster",
            "speed",
        ),
    ),
    Term(
        "process",
        QT_TRANSLATE_NOOP("Glossary", "Process of its own"),
        QT_TRANSLATE_NOOP("Glossary", "process apart|separate process"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A program that runs beside the window and shares no memory with it. If it runs out of memory or breaks down, the window goes on, and the run continues from its last checkpoint.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A run over night is safer in a process of its own."),
        see=(
            "checkpoint",
            "cluster",
        ),
    ),
    Term(
        "cluster",
        QT_TRANSLATE_NOOP("Glossary", "Cluster"),
        QT_TRANSLATE_NOOP("Glossary", "clusters|Ray|node|nodes"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Several computers that work as one, each called a node. Ray is the program that shares the runs out among them and tells when one of them is gone.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Eight runs of a sweep on four computers take the time of two."),
        see=(
            "sweep",
            "process",
        ),
    ),
    Term(
        "tensorflow",
        QT_TRANSLATE_NOOP("Glossary", "TensorFlow"),
        QT_TRANSLATE_NOOP("Glossary", "Keras|SavedModel|LiteRT|tflite"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The library that does the calculating here, with Keras on top, in which a network is written down. SavedModel, a Keras file and LiteRT (for telephones and small devices) are the forms in which it saves a model for other programs.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A programmer opens a Keras file with one line of Python."),
        see=(
            "network",
            "gguf",
            "safetensors",
        ),
    ),
    Term(
        "tensorboard",
        QT_TRANSLATE_NOOP("Glossary", "TensorBoard"),
        QT_TRANSLATE_NOOP("Glossary", "TensorBoard events"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A program of others that draws the curves of runs in a web browser. The measurements of a run can be saved in the form that it reads.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Curves of this program beside those of a colleague's."),
        see=("run",),
    ),
    Term(
        "keyring",
        QT_TRANSLATE_NOOP("Glossary", "Keyring"),
        QT_TRANSLATE_NOOP("Glossary", "system's keyring"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Where the system keeps passwords, locked with your own. What is kept there is in no file of this program, and goes with no project that you hand on.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "The token that opens a gated model is kept there."),
        see=(
            "gated",
            "hub",
        ),
    ),
    Term(
        "reproducible",
        QT_TRANSLATE_NOOP("Glossary", "Repeat and compare"),
        QT_TRANSLATE_NOOP("Glossary", "reproducible|same bits|repetition of a run"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A run is trained once more from the same seed, text and settings, to see whether every number is the same. Where it is, whoever has the project can check what you say.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“All 150 losses are the same” is stronger than “about the same”."),
        see=(
            "seed",
            "run",
        ),
    ),
    Term(
        "worker",
        QT_TRANSLATE_NOOP("Glossary", "Worker"),
        QT_TRANSLATE_NOOP("Glossary", "workers"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One of several programs that make the steps of a run together, each on its own share of the batch. All of them move the weights by the mean of what each has found, so that the run comes out as if one had made it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A batch of 8 passages and 2 workers: each reads 4."),
        see=(
            "cluster",
            "batch",
            "core",
        ),
    ),
)
