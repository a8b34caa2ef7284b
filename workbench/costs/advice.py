"""What a person should know before a run begins, though it could begin: pure rules over what is known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.models.card import FitEstimate, PretrainedModel
from workbench.values.corpus import Split, Statistics
from workbench.values.fine_tuning import PRESETS, FineTuning

BYTES_PER_TOKEN = 3.7  # of UTF-8: about as much in English as in Chinese, whose characters have three
OWN_SHARE = 0.2  # of the text at least, in a language of the model's
WRITTEN_ALIKE = {"wuu": "zh", "yue": "zh", "nb": "no", "nn": "no"}
FOREIGN_SHARE = 0.5  # of the text in one language; where it is mixed, little can be said
MANY_TIMES = 50  # that the text is read
LONG_SECONDS = 86_400
FAR = 10  # times the suited rate, or as many times less
FEW_VALIDATION_TOKENS = 500
READ_SOON = 10  # times a text may be read by the budget that is offered instead


class Severity(IntEnum):
    NOTE = 1  # the numbers will say less than they seem to
    WARNING = 2  # it will hardly come to what was meant
    GRAVE = 3  # it will not


@dataclass(frozen=True)
class Advice:
    """A sentence is in SENTENCES under `code`; `mended` are settings with which there is nothing to say."""

    severity: Severity
    code: str
    fields: Mapping[str, object] = field(default_factory=dict)
    mended: FineTuning | None = None

    def __str__(self) -> str:
        """In English, as the command line says it."""
        return SENTENCES[self.code].format(**{name: WRITE[name](value) for name, value in self.fields.items()})


SENTENCES = {
    "language": QT_TRANSLATE_NOOP(
        "advice", "The text is in {text_language}, and the model knows {model_languages}: it would have to learn the language first."
    ),
    "rate.high": QT_TRANSLATE_NOOP(
        "advice", "The learning rate {rate} is {times} times what suits this model ({suited}): it may forget what it knows."
    ),
    "rate.low": QT_TRANSLATE_NOOP(
        "advice", "The learning rate {rate} is {times} times less than what suits this model ({suited}): it will hardly learn."
    ),
    "text.short_for_context": QT_TRANSLATE_NOOP(
        "advice", "The training text has about {tokens} tokens, fewer than one passage of {context}: lower the context length."
    ),
    "text.short_for_step": QT_TRANSLATE_NOOP(
        "advice", "One step reads {step_tokens} tokens, more than the whole training text has (about {tokens})."
    ),
    "epochs": QT_TRANSLATE_NOOP(
        "advice", "The text would be read about {times} times, and be learnt by heart rather than from."
    ),
    "time": QT_TRANSLATE_NOOP("advice", "It would take {duration}."),
    "validation": QT_TRANSLATE_NOOP(
        "advice", "The validation text has only about {tokens} tokens, so the numbers will say little about new text."
    ),
}  # fmt: skip

WRITE: dict[str, Callable[[object], str]] = {
    "text_language": str,
    "model_languages": lambda codes: ", ".join(codes),  # type: ignore[arg-type]
    "rate": lambda rate: f"{rate:.9f}".rstrip("0").removesuffix("."),
    "suited": lambda rate: f"{rate:.9f}".rstrip("0").removesuffix("."),
    "times": lambda value: f"{value:,.0f}",
    "tokens": lambda value: f"{value:,}",
    "context": lambda value: f"{value:,}",
    "step_tokens": lambda value: f"{value:,}",
    "duration": lambda span: " to ".join(f"{seconds / LONG_SECONDS:,.0f}" for seconds in span) + " days",  # type: ignore[attr-defined]
}


def advise(
    text: Statistics, model: PretrainedModel, chosen: FineTuning, settled: FineTuning, estimate: FitEstimate,
    suited_rate: float, continued: bool,
) -> tuple[Advice, ...]:  # fmt: skip
    """What there is to say of a run of `model` on `text`, the gravest first; nothing where all is well.

    `settled` is what `chosen` becomes with this model. `continued`: the model is a run, which may know the language of the text that it learnt.
    """
    tokens = round(settled.text_share * tokens_of(text, Split.TRAIN))
    found = [
        *([] if continued or model.from_scratch else _of_languages(text, model)),
        *_of_rate(chosen, settled.learning_rate, suited_rate),
        *_of_length(tokens, chosen, settled, estimate),
        *_of_validation(tokens_of(text, Split.VALIDATION)),
    ]
    return tuple(sorted(found, key=lambda advice: -advice.severity))


def tokens_of(text: Statistics, split: Split) -> int:
    """About how many tokens a part of a text has, whatever the tokenizer."""
    share = text.split_characters.get(split, 0) / max(1, text.characters)
    return round(share * text.size_bytes / BYTES_PER_TOKEN)


def _of_languages(text: Statistics, model: PretrainedModel) -> list[Advice]:
    known = set(map(_written_as, model.languages))
    shares: dict[str, float] = {}
    for code, share in text.languages:
        shares[_written_as(code)] = shares.get(_written_as(code), 0.0) + share
    if not known or not shares or sum(share for code, share in shares.items() if code in known) >= OWN_SHARE:
        return []
    language = max(shares, key=lambda code: shares[code])
    if shares[language] < FOREIGN_SHARE:
        return []
    return [Advice(Severity.GRAVE, "language", {"text_language": language, "model_languages": model.languages})]


def _written_as(code: str) -> str:
    """The language of a code such as en-GB; short texts are easily taken for a neighbour that is written alike."""
    language = code.partition("-")[0].lower()
    return WRITTEN_ALIKE.get(language, language)


def _of_rate(chosen: FineTuning, rate: float, suited: float) -> list[Advice]:
    mended = chosen.with_settings({"learning_rate": 0.0})
    if rate > 1.01 * FAR * suited:
        fields = {"rate": rate, "suited": suited, "times": rate / suited}
        return [Advice(Severity.GRAVE, "rate.high", fields, mended)]
    if 1.01 * rate * FAR < suited:
        fields = {"rate": rate, "suited": suited, "times": suited / rate}
        return [Advice(Severity.WARNING, "rate.low", fields, mended)]
    return []


def _of_length(tokens: int, chosen: FineTuning, settled: FineTuning, estimate: FitEstimate) -> list[Advice]:
    """One sentence about each: a passage, the whole run, its time. A step is told of where the run says nothing."""
    found = []
    if tokens <= settled.context_length:
        found.append(
            Advice(Severity.GRAVE, "text.short_for_context", {"tokens": tokens, "context": settled.context_length})
        )
    times = estimate.steps * settled.tokens_per_step / max(1, tokens)
    if times > MANY_TIMES:
        found.append(Advice(Severity.WARNING, "epochs", {"times": times}, chosen.with_settings({"epochs": READ_SOON})))
    elif settled.tokens_per_step > tokens:
        fields = {"step_tokens": settled.tokens_per_step, "tokens": tokens}
        found.append(Advice(Severity.WARNING, "text.short_for_step", fields))
    if estimate.seconds > LONG_SECONDS:
        mended = chosen.with_settings(dict([PRESETS["balanced"].budget]))
        found.append(
            Advice(Severity.WARNING, "time", {"duration": estimate.between}, None if mended == chosen else mended)
        )
    return found


def _of_validation(tokens: int) -> list[Advice]:
    if tokens >= FEW_VALIDATION_TOKENS:
        return []
    return [Advice(Severity.NOTE, "validation", {"tokens": tokens})]
