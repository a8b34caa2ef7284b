"""The colours of the window in each of its looks: light, dark, and both in high contrast.

Of text on any of its grounds 4.5:1, of what is drawn 3:1, in high contrast 7:1 and 4.5:1 (WCAG 2.2, 1.4.3, 1.4.6 and
1.4.11).
"""

from __future__ import annotations

# Okabe and Ito's palette (Color Universal Design, 2008) told apart by every kind of colour vision; the first of each
# pair on light ground, the second, lighter, on dark.
SERIES = (
    ("#0072b2", "#56b4e9"),  # blue
    ("#d55e00", "#f0943d"),  # vermilion
    ("#00805c", "#2fc79a"),  # green
    ("#a6458c", "#e08fc4"),  # purple
    ("#8a6d00", "#e8c547"),  # yellow
    ("#555555", "#b0b0b0"),  # grey
)

# Grounds behind words, from expected to surprising, and from better to worse; light and dark. Text stays legible on
# them (at least 7:1), and each comes with a line of its own under the word.
BANDS = (("#e4f1fb", "#1c3345"), ("#fdf1c7", "#463d14"), ("#fbdcc2", "#583417"), ("#efcfe6", "#532b47"))
CHANGES = (
    ("#a9d6f5", "#14507a"), ("#dceefa", "#1c3345"), ("#ffffff", "#1f232b"), ("#fbe6d3", "#46301d"),
    ("#f6bd90", "#77421a"),
)  # fmt: skip

# “line” divides and only decorates; “edge” is around what is typed into, ticked or drawn.
LIGHT = {
    "window": "#f5f6f8", "base": "#ffffff", "alternate": "#f7f8fa", "text": "#1c2230", "quiet": "#5b6475",
    "button": "#ffffff", "line": "#d8dce4", "track": "#d8dce4", "edge": "#7f8898", "accent": "#1259c9",
    "on_accent": "#ffffff", "hover": "#eef2f8", "selected": "#e3edfd", "good": "#15703f", "warn": "#8a5a00",
    "bad": "#b42318", "bad_ground": "#fdecea", "info_ground": "#e8f1fe",
}  # fmt: skip
DARK = {
    "window": "#171a20", "base": "#1f232b", "alternate": "#242932", "text": "#e6e9ef", "quiet": "#a8b1c1",
    "button": "#2a303a", "line": "#384050", "track": "#384050", "edge": "#7d889e", "accent": "#74abff",
    "on_accent": "#0b1420", "hover": "#2c3340", "selected": "#263b5c", "good": "#5fd39a", "warn": "#f0c060",
    "bad": "#ff8f85", "bad_ground": "#46241f", "info_ground": "#1d3047",
}  # fmt: skip

# Grounds that no other look has: a palette says by its own which look it is of.
CONTRAST_LIGHT = {
    "window": "#ffffff", "base": "#ffffff", "alternate": "#f2f2f2", "text": "#000000", "quiet": "#333333",
    "button": "#ffffff", "line": "#000000", "track": "#d0d0d0", "edge": "#000000", "accent": "#0037a6",
    "on_accent": "#ffffff", "hover": "#e6e6e6", "selected": "#cfe2ff", "good": "#004d26", "warn": "#5c3a00",
    "bad": "#8a0000", "bad_ground": "#ffffff", "info_ground": "#ffffff",
}  # fmt: skip
CONTRAST_DARK = {
    "window": "#000000", "base": "#000000", "alternate": "#141414", "text": "#ffffff", "quiet": "#e6e6e6",
    "button": "#000000", "line": "#ffffff", "track": "#4d4d4d", "edge": "#ffffff", "accent": "#ffd60a",
    "on_accent": "#000000", "hover": "#262626", "selected": "#00356b", "good": "#6ff0a8", "warn": "#ffd166",
    "bad": "#ffb3ab", "bad_ground": "#000000", "info_ground": "#000000",
}  # fmt: skip
LOOKS = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
