"""“What is a language model?”: a lesson of five short chapters, each with one thing to do and one to notice."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.messages.marking import QT_TRANSLATE_NOOP

CONTEXT = "Lesson"  # under which a translation is looked for


@dataclass(frozen=True)
class Chapter:
    """English, to be translated."""

    place: str  # the page where it is done
    view: str  # of Predict; empty elsewhere
    title: str
    what: str  # some sentences to read, on paper
    do: str
    notice: str
    ask: str  # to be talked about


TITLE = QT_TRANSLATE_NOOP("Lesson", "What is a language model?")
ABOUT = QT_TRANSLATE_NOOP(
    "Lesson",
    "Five short chapters with Nextword Workbench: ten minutes, no knowledge needed, and everything stays on your computer.",
)
LAST = QT_TRANSLATE_NOOP(
    "Lesson",
    "In one sentence: a language model says which word is likely next, because it has read very much; it knows nothing of what is true.",
)

CHAPTERS = (
    Chapter(
        "predict",
        "game",
        QT_TRANSLATE_NOOP("Lesson", "Guess the next word yourself"),
        QT_TRANSLATE_NOOP("Lesson", "You have been guessing words all your life: you often know how a sentence ends before it has ended. A language model does this and nothing else, and is scored as you are: few points for a word that was expected, many for a surprise."),
        QT_TRANSLATE_NOOP("Lesson", "Press “New game”. Type the word that you think comes next, say how sure you are, and press “Reveal”: five times."),
        QT_TRANSLATE_NOOP("Lesson", "Little words are easy, names are hard. Nobody gets all of them; it also counts whether you knew how sure to be."),
        QT_TRANSLATE_NOOP("Lesson", "What did you know that helped you to guess?"),
    ),
    Chapter(
        "predict",
        "next_words",
        QT_TRANSLATE_NOOP("Lesson", "The model before it reads"),
        QT_TRANSLATE_NOOP("Lesson", "This model has read very many books, but never this log. For every word that it knows it has a probability, and the bars show the ten most probable ones."),
        QT_TRANSLATE_NOOP("Lesson", "Look at the bars for the beginning above them. Then type another one of your own, and see how they change."),
        QT_TRANSLATE_NOOP("Lesson", "Nearly all are words that could stand there. But nothing in them is of this lighthouse: it has not read of it yet."),
        QT_TRANSLATE_NOOP("Lesson", "Which of these words would you have expected yourself?"),
    ),
    Chapter(
        "train",
        "",
        QT_TRANSLATE_NOOP("Lesson", "It reads"),
        QT_TRANSLATE_NOOP("Lesson", "Now the model reads the log. At each word it is a little surprised, and millions of numbers in it are turned a little, so that it would have been less so. A part of the text is kept from it: only on that can one see whether it has learnt something or merely memorised it."),
        QT_TRANSLATE_NOOP("Lesson", "Press “Start fine-tuning”, and wait for a minute or so. The first seconds are preparation."),
        QT_TRANSLATE_NOOP("Lesson", "The curve falls fast at first, then ever more slowly. The dots are text that it never learns from: they have to fall, too."),
        QT_TRANSLATE_NOOP("Lesson", "Why is it tested on text that it has not read?"),
    ),
    Chapter(
        "predict",
        "next_words",
        QT_TRANSLATE_NOOP("Lesson", "The model after it has read"),
        QT_TRANSLATE_NOOP("Lesson", "It is the same model with slightly different numbers. It has learnt how this keeper writes: his hours, his words, his weather. What it knew before is mostly still there."),
        QT_TRANSLATE_NOOP("Lesson", "Compare the bars on both sides. Click the likeliest word on the right, then the next one, until there is a sentence."),
        QT_TRANSLATE_NOOP("Lesson", "Words of the log have risen, others have fallen. The sentence sounds like the keeper, though he never wrote it."),
        QT_TRANSLATE_NOOP("Lesson", "Did it learn facts, or a way of speaking?"),
    ),
    Chapter(
        "predict",
        "writing",
        QT_TRANSLATE_NOOP("Lesson", "What it must not be trusted with"),
        QT_TRANSLATE_NOOP("Lesson", "A probability says how usual a word is at a place, not whether the sentence is true. Larger models are right more often, because they have read more; but they work in the same way, and sound as sure when they are wrong."),
        QT_TRANSLATE_NOOP("Lesson", "Type “The first man on the moon was”, and press “Write on”. Try something that you know well, too."),
        QT_TRANSLATE_NOOP("Lesson", "It writes calmly on, true or not. Never rely on it for facts, sums, health, law or what is said of people: look them up."),
        QT_TRANSLATE_NOOP("Lesson", "How would you notice that it is wrong about something you do not know?"),
    ),
)  # fmt: skip
TERMS = ("language_model", "next_word", "probability", "token", "training", "validation_text", "perplexity", "weights")
"""Of the glossary, those that the hand-out ends with."""
