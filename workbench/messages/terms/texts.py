"""Texts: what is learnt from, and how it is prepared."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.terms.term import Term

TERMS = (
    Term(
        "corpus",
        QT_TRANSLATE_NOOP("Glossary", "Corpus"),
        QT_TRANSLATE_NOOP("Glossary", "corpora"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A collection of texts to learn from or to measure on. In this window it is simply called a text.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "All letters of a person, or a hundred recipes."),
        see=("training_text",),
    ),
    Term(
        "training_text",
        QT_TRANSLATE_NOOP("Glossary", "Training text"),
        QT_TRANSLATE_NOOP("Glossary", "training part"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The part of a text from which the model learns, mostly nine tenths of it. The more varied it is, the more of what is learnt there holds elsewhere.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Of 100 letters, some 80 to 90."),
        see=(
            "validation_text",
            "split",
        ),
    ),
    Term(
        "validation_text",
        QT_TRANSLATE_NOOP("Glossary", "Validation text"),
        QT_TRANSLATE_NOOP(
            "Glossary", "unseen text|not seen|had not seen|never trained on|never learns from|validation part"
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The part of a text that is never learnt from. By it one sees while learning whether the model also does better on new text.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "10 of 100 letters are laid aside before anything begins."),
        see=(
            "validation",
            "test_text",
        ),
    ),
    Term(
        "test_text",
        QT_TRANSLATE_NOOP("Glossary", "Test text"),
        QT_TRANSLATE_NOOP("Glossary", "test part|held-out passage|held-out|held out"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A part that is looked at only at the very end. Since nothing was chosen by it, its figure is the most honest one.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "The last exam, whose questions nobody has seen."),
        see=("validation_text",),
    ),
    Term(
        "split",
        QT_TRANSLATE_NOOP("Glossary", "Split"),
        QT_TRANSLATE_NOOP("Glossary", "splits|leak|leaks|blocks of paragraphs"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How a text is cut into training, validation and test parts. Where the same passage lies in two of them (a leak), the figures look better than they are.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "80 % to learn, 10 % to check on the way, 10 % for the end."),
        picture="split",
        see=(
            "training_text",
            "validation_text",
        ),
    ),
    Term(
        "cleaning_recipe",
        QT_TRANSLATE_NOOP("Glossary", "Cleaning recipe"),
        QT_TRANSLATE_NOOP("Glossary", "recipe|cleaning steps|cleaning"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The steps by which a text is tidied up before it is learnt from: page numbers, broken lines, repeated paragraphs. Your files themselves are never changed.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A book from a PDF loses the line “Page 17” on every page."),
        see=(
            "near_duplicate",
            "boilerplate",
        ),
    ),
    Term(
        "near_duplicate",
        QT_TRANSLATE_NOOP("Glossary", "Nearly repeated passage"),
        QT_TRANSLATE_NOOP(
            "Glossary", "near-duplicate|near duplicates|nearly repeated|nearly the same as|MinHash|duplicates"
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Passages that share most of their word groups, such as two versions of one letter. What is read often is learnt by heart, and in two parts of a text it makes the figures look too good.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A poem that stands in three anthologies."),
        see=(
            "split",
            "overfitting",
        ),
    ),
    Term(
        "boilerplate",
        QT_TRANSLATE_NOOP("Glossary", "Boilerplate"),
        QT_TRANSLATE_NOOP("Glossary", "copyright notices"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Lines that stand in thousands of files and belong to no text: copyright notices, “share this”. A model would learn them best of all.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“All rights reserved.”"),
        see=("cleaning_recipe",),
    ),
    Term(
        "encoding",
        QT_TRANSLATE_NOOP("Glossary", "Encoding"),
        QT_TRANSLATE_NOOP("Glossary", "UTF-8|Unicode|NFC"),
        QT_TRANSLATE_NOOP(
            "Glossary", "How letters are written as numbers in a file. A wrong guess makes “cafÃ©” of “café”."
        ),
        QT_TRANSLATE_NOOP("Glossary", "UTF-8 has all letters of the world; GB 18030 is common in China."),
        see=("corpus",),
    ),
    Term(
        "typical_words",
        QT_TRANSLATE_NOOP("Glossary", "Typical words"),
        QT_TRANSLATE_NOOP("Glossary", "type-token|typical word|vocabulary of a text"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Words that stand in this text far more often than in others. They show at a glance what it is about and what a model can learn from it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“lamp”, “fog”, “wick” in a lighthouse keeper's log."),
        see=("corpus",),
    ),
    Term(
        "regular_expression",
        QT_TRANSLATE_NOOP("Glossary", "Regular expression"),
        QT_TRANSLATE_NOOP("Glossary", "regular expressions"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A pattern of letters and signs that stands for many words at once. A dot is any letter, “+” says once or more often, and “[0-9]” is any figure.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“lamps?” finds “lamp” and “lamps”."),
        see=("concordance",),
    ),
    Term(
        "concordance",
        QT_TRANSLATE_NOOP("Glossary", "Concordance"),
        QT_TRANSLATE_NOOP("Glossary", "lines in which it stands|by what follows|by what precedes"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "All places where a word stands, one below the other, with what is to the left and right of it. Sorted by what follows, it shows at a glance how a word is used.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "… lit the | lamp | at dusk …"),
        see=(
            "next_word",
            "regular_expression",
        ),
    ),
)
