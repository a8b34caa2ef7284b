"""What each page is for, in a paragraph, for whoever asks there."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from workbench.messages.marking import QT_TRANSLATE_NOOP

PARAGRAPHS = {  # of each place, and of the window while no project is open
    "welcome": (
        QT_TRANSLATE_NOOP("Pages", "Nextword Workbench"),
        QT_TRANSLATE_NOOP(
            "Pages",
            "A project holds your texts, a model, and what the model has learnt. The sample project has all that one"
            " needs for a first try; nothing is downloaded, and nothing leaves this computer.",
        ),
    ),
    "text": (
        QT_TRANSLATE_NOOP("Pages", "Text: what is learnt from"),
        QT_TRANSLATE_NOOP(
            "Pages",
            "Drop files here, and they become one long text that is tidied up and divided: most of it to learn from, a"
            " part that is never learnt from, to see whether the model really gets better. Your files stay as they"
            " are. Below the list stands what was read, what was left out, and what the text is like.",
        ),
    ),
    "model": (
        QT_TRANSLATE_NOOP("Pages", "Model: what you begin with"),
        QT_TRANSLATE_NOOP(
            "Pages",
            "Each card is a model that has already read very much. Choose one that knows the language of your text; a"
            " small one learns in a minute, a large one knows more and takes longer. The card says whether it fits"
            " this computer.",
        ),
    ),
    "train": (
        QT_TRANSLATE_NOOP("Pages", "Train: where it learns"),
        QT_TRANSLATE_NOOP(
            "Pages",
            "Balanced is right for a first try: press Start, and watch the curve fall. It shows how surprised the model"
            " is by your text, and by the part that it never learns from. You can stop at any time and keep what it"
            " has learnt.",
        ),
    ),
    "predict": (
        QT_TRANSLATE_NOOP("Pages", "Predict: what it expects"),
        QT_TRANSLATE_NOOP(
            "Pages",
            "Type the beginning of a sentence, and see which words the model holds to be likely next: on one side"
            " before it learnt from your text, on the other after. The tabs show the same in other ways: how surprising"
            " each word was, whole texts that it writes, or a game against it.",
        ),
    ),
    "history": (
        QT_TRANSLATE_NOOP("Pages", "History: all that was tried"),
        QT_TRANSLATE_NOOP(
            "Pages",
            "Every run is kept with its settings, curves and words. Select one to see how it went, or several to"
            " compare them: which settings differ, and which came out best. From here a run is exported or reported.",
        ),
    ),
    "results": (
        QT_TRANSLATE_NOOP("Pages", "Results: how well it does"),
        QT_TRANSLATE_NOOP(
            "Pages",
            "Better or worse than what it began from, on which text, and how sure that is; what it has learnt, what it"
            " forgot, and what it knows by heart. Each figure says how it was measured.",
        ),
    ),
}


def about_page(place: str) -> str:
    """As rich text."""
    title, text = (QCoreApplication.translate("Pages", each) for each in PARAGRAPHS[place])
    return f"<p><b>{escape(title)}</b></p><p>{escape(text)}</p>"
