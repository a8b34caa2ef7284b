"""Asking a model: what it expects, and how it writes."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.terms.term import Term

TERMS = (
    Term(
        "probability",
        QT_TRANSLATE_NOOP("Glossary", "Probability"),
        QT_TRANSLATE_NOOP("Glossary", "probabilities|probable|likeliest|likelier|likely"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How strongly the model expects a word, as a share of 100 %. It is an opinion from what the model has read, and not whether something is true.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Paris” with 77 % does not say that the model knows the map."),
        see=(
            "calibration",
            "temperature",
        ),
    ),
    Term(
        "next_word",
        QT_TRANSLATE_NOOP("Glossary", "Next word"),
        QT_TRANSLATE_NOOP("Glossary", "next words|next token"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The only thing a language model does: say what could come next, and how likely. A whole text comes of doing it again and again.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“The lamp was lit at” → “dusk”."),
        see=(
            "language_model",
            "probability",
        ),
    ),
    Term(
        "prompt",
        QT_TRANSLATE_NOOP("Glossary", "Prompt"),
        QT_TRANSLATE_NOOP("Glossary", "prompts|pinned prompt"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The beginning that you give to the model, to go on from. A pinned prompt is asked again and again while the model learns, so that one sees it change.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“The lamp was lit at”."),
        see=("next_word",),
    ),
    Term(
        "sampling",
        QT_TRANSLATE_NOOP("Glossary", "Sampling"),
        QT_TRANSLATE_NOOP("Glossary", "samples|drawn by chance"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To write, a word is drawn by chance, each as often as it is probable: that is why the same beginning goes on differently each time. Always taking the likeliest soon goes round in circles.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "With “lit 60 %, out 40 %”, four of ten texts go on with “out”."),
        see=(
            "temperature",
            "top_p",
            "seed",
        ),
    ),
    Term(
        "temperature",
        QT_TRANSLATE_NOOP("Glossary", "Temperature"),
        QT_TRANSLATE_NOOP("Glossary", "temperatures"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How bold the writing is: low, and the likeliest words come nearly always; high, and unlikely ones come as well. 1 leaves the model's probabilities as they are.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.2 repeats itself, 0.8 reads well, 2 is nonsense."),
        picture="temperature",
        see=(
            "sampling",
            "top_p",
        ),
    ),
    Term(
        "top_p",
        QT_TRANSLATE_NOOP("Glossary", "Top-p"),
        QT_TRANSLATE_NOOP("Glossary", "nucleus"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Only the likeliest words that together reach this probability may be written. It cuts off the thousands of words that hardly fit, few where the model is sure and many where it is not.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "At 0.9, “lit 60 %, out 25 %, still 10 %” leaves these three alone."),
        picture="top_p",
        see=(
            "top_k",
            "temperature",
        ),
    ),
    Term(
        "top_k",
        QT_TRANSLATE_NOOP("Glossary", "Top-k"),
        QT_TRANSLATE_NOOP("Glossary", "top-k"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Only so many of the likeliest tokens may be written, whatever their probability. It is simpler than top-p, and does not ask how sure the model is.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "1 always takes the first; 40 is usual."),
        see=("top_p",),
    ),
    Term(
        "repetition_penalty",
        QT_TRANSLATE_NOOP("Glossary", "Repetition penalty"),
        QT_TRANSLATE_NOOP("Glossary", "repetition penalty"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Makes what stands in the text already less likely. It helps where a small model repeats one sentence for ever; too much of it forbids even “the”.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "1 does nothing, 1.2 is usual."),
        see=("sampling",),
    ),
    Term(
        "continuation",
        QT_TRANSLATE_NOOP("Glossary", "Continuation"),
        QT_TRANSLATE_NOOP("Glossary", "continuations|word tree|write on"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What a model writes after your beginning. The word tree shows several at once, with the probability of each turn.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“The lamp was” → lit → at → dusk."),
        see=(
            "sampling",
            "next_word",
        ),
    ),
    Term(
        "conversation",
        QT_TRANSLATE_NOOP("Glossary", "Conversation"),
        QT_TRANSLATE_NOOP("Glossary", "conversations|chat template|assistant"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A text in which two speak in turn. A chat model has learnt from many of these to go on as the assistant; that is all there is to its answering.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“User: Hello. Assistant: …” goes on with “Hello, how can I help?”"),
        see=(
            "prompt",
            "language_model",
        ),
    ),
    Term(
        "blind_test",
        QT_TRANSLATE_NOOP("Glossary", "Blind test"),
        QT_TRANSLATE_NOOP("Glossary", "A or B"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Two texts whose writers are hidden, one by the model before and one by the model after; you say which is which. If you are right much more often than half the time, the fine-tuning can really be noticed.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "9 of 10 right: who only guesses manages that once in a hundred tests."),
        see=(
            "fine_tuning",
            "continuation",
        ),
    ),
)
