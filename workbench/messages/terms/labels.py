"""Labels: telling what kind of text something is."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.terms.term import Term

TERMS = (
    Term(
        "label",
        QT_TRANSLATE_NOOP("Glossary", "Label"),
        QT_TRANSLATE_NOOP("Glossary", "labels|labelled|labelling"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What somebody has written beside a text to say what it is. A model can learn to tell it of new texts.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“good” or “bad” beside each entry of a visitors' book."),
        see=(
            "class",
            "tag",
        ),
    ),
    Term(
        "class",
        QT_TRANSLATE_NOOP("Glossary", "Class"),
        QT_TRANSLATE_NOOP("Glossary", "classes|classify|classification"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One of the kinds that texts are told apart by. Where one class is rare, the model sees little of it, and accuracy says little about it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Praise, complaint, question."),
        see=(
            "label",
            "macro_f1",
            "class_balance",
        ),
    ),
    Term(
        "class_balance",
        QT_TRANSLATE_NOOP("Glossary", "Balanced classes"),
        QT_TRANSLATE_NOOP("Glossary", "balance classes|balanced classes"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A text counts the more, the rarer its class is, so that all classes together count alike. A model can then no longer do well by always giving the most frequent answer.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "With 90 to 10, each of the ten counts nine times as much."),
        see=(
            "class",
            "macro_f1",
        ),
    ),
    Term(
        "tag",
        QT_TRANSLATE_NOOP("Glossary", "Tag of a word"),
        QT_TRANSLATE_NOOP("Glossary", "tags|tagged|tagging|BIO|BIO2"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What one word is within its sentence: a person, a place, the beginning of a date. Words that belong together make a span.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Anna (person) sailed to Kiel (place).”"),
        see=(
            "label",
            "span",
        ),
    ),
    Term(
        "span",
        QT_TRANSLATE_NOOP("Glossary", "Span"),
        QT_TRANSLATE_NOOP("Glossary", "spans"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Words that stand together and are one thing. A span counts as found only where both its ends are right.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“the old lighthouse of Kiel” is one place."),
        see=("tag",),
    ),
    Term(
        "role",
        QT_TRANSLATE_NOOP("Glossary", "Role and predicate"),
        QT_TRANSLATE_NOOP("Glossary", "role|roles|predicate|predicates"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Who does what to whom: around a verb (the predicate), other words play roles. A model can learn to tell them.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Anna lit the lamp”: Anna does it, the lamp has it done."),
        see=(
            "tag",
            "span",
        ),
    ),
    Term(
        "baseline",
        QT_TRANSLATE_NOOP("Glossary", "Words alone"),
        QT_TRANSLATE_NOOP("Glossary", "bag of words|most frequent label|baseline"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A simple way to tell labels, which only counts which words occur, without a network. A model is worth its trouble only if it does better.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Words alone are right of 84 %, the model of 91 %."),
        see=(
            "class",
            "accuracy",
        ),
    ),
    Term(
        "leave_one_out",
        QT_TRANSLATE_NOOP("Glossary", "Leave-one-out"),
        QT_TRANSLATE_NOOP("Glossary", "left out in turn"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The text is read again and again, each time without one of its words, to see how the answer changes. The words without which it would change most spoke for it most.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Without “wonderful” the probability of “good” falls from 93 % to 60 %."),
        see=(
            "probability",
            "class",
        ),
    ),
)
