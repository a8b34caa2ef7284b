"""What a curve does, between its first point and its last."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "curve.of": QT_TRANSLATE_NOOP("curves", "{name}: {shape}."),
    "curve.named": QT_TRANSLATE_NOOP("curves", "{name}."),
    "curve.plot": QT_TRANSLATE_NOOP("curves", "{up} over {across}. {lines}"),
    "curve.only": QT_TRANSLATE_NOOP("curves", "It {shape}."),
    "curve.point": QT_TRANSLATE_NOOP("curves", "is {value} at {at}"),
    "curve.stays": QT_TRANSLATE_NOOP("curves", "stays near {value} from {start} to {end}"),
    "curve.falls": QT_TRANSLATE_NOOP("curves", "falls from {first} at {start} to {last} at {end}"),
    "curve.rises": QT_TRANSLATE_NOOP("curves", "rises from {first} at {start} to {last} at {end}"),
    "curve.returns": QT_TRANSLATE_NOOP("curves", "ends as it began, {first} at {start} and {last} at {end}"),
    # Where it has turned
    "curve.lowest": QT_TRANSLATE_NOOP("curves", "lowest {value} at {at}, and has risen since"),
    "curve.highest": QT_TRANSLATE_NOOP("curves", "highest {value} at {at}, and has fallen since"),
}
