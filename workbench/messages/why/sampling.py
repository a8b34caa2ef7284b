"""Why the way in which a text is written would be changed."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.why.why import Why

SAMPLING = {
    "temperature": Why(
        QT_TRANSLATE_NOOP("Why", "Bolder and stranger: unlikely words come as well."),
        QT_TRANSLATE_NOOP("Why", "Safer and duller; 0 always takes the likeliest word."),
        QT_TRANSLATE_NOOP("Why", "0.7 to 1 for stories, 0 to 0.3 for one sure answer."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Ackley et al., A Learning Algorithm for Boltzmann Machines, 1985",
    ),
    "top_p": Why(
        QT_TRANSLATE_NOOP("Why", "More unlikely words are let in."),
        QT_TRANSLATE_NOOP("Why", "Only the likeliest few are left."),
        QT_TRANSLATE_NOOP("Why", "0.9 to 0.95 keeps nonsense out, and leaves a choice."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Holtzman et al., The Curious Case of Neural Text Degeneration, 2020",
    ),
    "top_k": Why(
        QT_TRANSLATE_NOOP("Why", "More words may be drawn."),
        QT_TRANSLATE_NOOP("Why", "Fewer; 1 always takes the first."),
        QT_TRANSLATE_NOOP("Why", "Leave it at all where top-p is set; 40 is the usual number."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Fan et al., Hierarchical Neural Story Generation, 2018",
    ),
    "repetition_penalty": Why(
        QT_TRANSLATE_NOOP("Why", "What was written comes again less often."),
        QT_TRANSLATE_NOOP("Why", "1 leaves the probabilities as they are."),
        QT_TRANSLATE_NOOP("Why", "1.1 to 1.3 where a small model repeats itself."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Keskar et al., CTRL, 2019",
    ),
    "samples": Why(
        QT_TRANSLATE_NOOP("Why", "More texts side by side: one sees how much chance there is in them."),
        QT_TRANSLATE_NOOP("Why", "One text is quicker."),
        QT_TRANSLATE_NOOP("Why", "Two or more when you show somebody that the same beginning goes on differently."),
        QT_TRANSLATE_NOOP("Why", "Time in proportion."),
    ),
    "words": Why(
        QT_TRANSLATE_NOOP("Why", "It writes on longer, and strays further from the beginning."),
        QT_TRANSLATE_NOOP("Why", "A short piece stays closer to it."),
        QT_TRANSLATE_NOOP("Why", "30 to 60 do to hear the style."),
        QT_TRANSLATE_NOOP("Why", "Time in proportion."),
    ),
    "sentence": Why(
        QT_TRANSLATE_NOOP("Why", "It stops where the first sentence ends."),
        QT_TRANSLATE_NOOP("Why", "It writes as many words as you say, and may break off within a sentence."),
        QT_TRANSLATE_NOOP("Why", "On to compare what two models make of the same beginning."),
        QT_TRANSLATE_NOOP("Why", "On, mostly less time."),
    ),
    "seed": Why(
        QT_TRANSLATE_NOOP("Why", "Another number gives another text."),
        QT_TRANSLATE_NOOP("Why", "The same number gives the same text again."),
        QT_TRANSLATE_NOOP("Why", "Change it to see another; keep it to compare two models or two temperatures."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
    ),
}
