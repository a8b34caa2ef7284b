"""Why a step of the cleaning recipe would be switched on or off."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.why.why import Why

CLEANING = {
    "controls": Why(
        QT_TRANSLATE_NOOP("Why", "Signs that steer machines are gone."),
        QT_TRANSLATE_NOOP("Why", "The model may learn to write them."),
        QT_TRANSLATE_NOOP("Why", "Always on."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "invisible": Why(
        QT_TRANSLATE_NOOP("Why", "A word with a hidden hyphen in it becomes the same word again."),
        QT_TRANSLATE_NOOP("Why", "The model takes it for another word."),
        QT_TRANSLATE_NOOP("Why", "Always on; “all” for texts from the web."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "unicode": Why(
        QT_TRANSLATE_NOOP("Why", "The same letter is written in the same way everywhere."),
        QT_TRANSLATE_NOOP("Why", "“é” may be two different things to the model."),
        QT_TRANSLATE_NOOP("Why", "Always on."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "headers": Why(
        QT_TRANSLATE_NOOP("Why", "Titles that stand on every page no longer interrupt sentences."),
        QT_TRANSLATE_NOOP("Why", "The model learns to break off in the middle and write the title."),
        QT_TRANSLATE_NOOP("Why", "On for PDF and scanned books."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "page_numbers": Why(
        QT_TRANSLATE_NOOP("Why", "Lone numbers between pages are gone."),
        QT_TRANSLATE_NOOP("Why", "Numbers that stand alone are kept, as in tables."),
        QT_TRANSLATE_NOOP("Why", "On for books, off for tables and lists."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "html": Why(
        QT_TRANSLATE_NOOP("Why", "Tags and signs such as &amp; become plain text."),
        QT_TRANSLATE_NOOP("Why", "They stay, as a text about web pages needs."),
        QT_TRANSLATE_NOOP("Why", "On where “<br>” stands in your text."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "hyphens": Why(
        QT_TRANSLATE_NOOP("Why", "Words broken at line ends are whole again."),
        QT_TRANSLATE_NOOP("Why", "The model learns halves of words."),
        QT_TRANSLATE_NOOP("Why", "On for books in lines; off for verse and code."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "unwrap": Why(
        QT_TRANSLATE_NOOP("Why", "A paragraph is one line, as the model was trained on."),
        QT_TRANSLATE_NOOP("Why", "It learns to break lines as your text does."),
        QT_TRANSLATE_NOOP("Why", "On for old text files; off for verse."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "boilerplate": Why(
        QT_TRANSLATE_NOOP("Why", "Notices that stand in thousands of files are left out."),
        QT_TRANSLATE_NOOP("Why", "The model learns them best of all."),
        QT_TRANSLATE_NOOP("Why", "On for texts from the web or Project Gutenberg."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "addresses": Why(
        QT_TRANSLATE_NOOP("Why", "Nobody's address is learnt."),
        QT_TRANSLATE_NOOP("Why", "Addresses are kept and may be written again."),
        QT_TRANSLATE_NOOP("Why", "On wherever other people's mail is read."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "language": Why(
        QT_TRANSLATE_NOOP("Why", "Only these languages are learnt from."),
        QT_TRANSLATE_NOOP("Why", "Quotations in other languages stay."),
        QT_TRANSLATE_NOOP("Why", "On where many languages are mixed."),
        QT_TRANSLATE_NOOP("Why", "Some time where texts are long."),
    ),
    "minimum": Why(
        QT_TRANSLATE_NOOP("Why", "Headings and scraps are left out."),
        QT_TRANSLATE_NOOP("Why", "Short lines, such as dialogue, stay."),
        QT_TRANSLATE_NOOP("Why", "On for web pages; off for plays and verse."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "duplicates": Why(
        QT_TRANSLATE_NOOP("Why", "What stands there twice is learnt once."),
        QT_TRANSLATE_NOOP("Why", "What is repeated is learnt by heart."),
        QT_TRANSLATE_NOOP("Why", "On nearly always."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
        "Lee et al., Deduplicating Training Data, 2022",
    ),
    "near_duplicates": Why(
        QT_TRANSLATE_NOOP("Why", "Versions of the same passage are left out as well."),
        QT_TRANSLATE_NOOP("Why", "Each version is learnt."),
        QT_TRANSLATE_NOOP("Why", "On for news and web pages, which copy from each other."),
        QT_TRANSLATE_NOOP("Why", "More time than the other steps take."),
        "Broder, On the resemblance and containment of documents, 1997",
    ),
    "spaces": Why(
        QT_TRANSLATE_NOOP("Why", "Columns of spaces no longer look like something to learn."),
        QT_TRANSLATE_NOOP("Why", "Spacing stays as it is."),
        QT_TRANSLATE_NOOP("Why", "On for PDF; off for code and tables."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
    "whitespace": Why(
        QT_TRANSLATE_NOOP("Why", "Spaces that nobody sees are gone."),
        QT_TRANSLATE_NOOP("Why", "They stay."),
        QT_TRANSLATE_NOOP("Why", "Always on."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
    ),
}
