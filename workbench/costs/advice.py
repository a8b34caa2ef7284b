"""What a person should know before a run begins, though it could begin: pure rules over what is known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from workbench.messages.message import Count, LanguageCode, Message, Span, message
from workbench.models.card import FitEstimate, PretrainedModel
from workbench.values.corpus import Split, Statistics
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Pooling
from workbench.values.presets import PRESETS

BYTES_PER_TOKEN = 3.7  # of UTF-8: about as much in English as in Chinese, whose characters have three
OWN_SHARE = 0.2  # of the text at least, in a language of the model's
WRITTEN_ALIKE = {"wuu": "zh", "yue": "zh", "nb": "no", "nn": "no"}
FOREIGN_SHARE = 0.5  # of the text in one language; where it is mixed, little can be said
MANY_TIMES = 50  # that the text is read
LONG_SECONDS = 86_400
FAR = 10  # times the suited rate, or as many times less
FEW_VALIDATION_TOKENS = 500
FEW_HELD_OUT = 50  # labelled texts
FEW_LABELS = 300  # below which a head that learns alone told more of them right, see the README
READ_SOON = 10  # times a text may be read by the budget that is offered instead


class Severity(IntEnum):
    NOTE = 1  # the numbers will say less than they seem to
    WARNING = 2  # it will hardly come to what was meant
    GRAVE = 3  # it will not


@dataclass(frozen=True)
class Advice:
    """`said` is what there is to say; `mended` are settings with which there is nothing to say."""

    severity: Severity
    said: Message
    mended: FineTuning | None = None


@dataclass(frozen=True)
class LabelledTexts:
    """Of a run that learns labels: how many examples it learns from, and is measured on."""

    learnt: int
    held_out: int
    are_texts: bool = True  # whose classes are told, rather than the tags of their words


def advise(
    text: Statistics, model: PretrainedModel, chosen: FineTuning, settled: FineTuning, estimate: FitEstimate,
    suited_rate: float, continued: bool, labelled: LabelledTexts | None = None,
) -> tuple[Advice, ...]:  # fmt: skip
    """What there is to say of a run of `model` on `text`, the gravest first; nothing where all is well.

    `settled` is what `chosen` becomes with this model. `continued`: the model is a run, which may know the language of
    the text that it learnt.
    """
    tokens = round(settled.text_share * tokens_of(text, Split.TRAIN))
    found = [
        *advise_on_languages(text, model, continued),
        *_of_rate(chosen, settled.learning_rate, suited_rate),
        *_of_few_labels(chosen, model, continued, labelled),
        *_of_length(tokens, chosen, settled, estimate, labelled),
        *_of_validation(tokens_of(text, Split.VALIDATION), labelled),
    ]
    return tuple(sorted(found, key=lambda advice: -advice.severity))


def advise_on_languages(text: Statistics, model: PretrainedModel, continued: bool) -> tuple[Advice, ...]:
    """What there is to say of the languages of a text."""
    return () if continued or model.from_scratch else tuple(_of_languages(text, model))


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
    codes = tuple(map(LanguageCode, model.languages))
    said = message("advice.language", text_language=LanguageCode(language), model_languages=codes)
    return [Advice(Severity.GRAVE, said)]


def _written_as(code: str) -> str:
    """The language of a code such as en-GB; short texts are easily taken for a neighbour that is written alike."""
    language = code.partition("-")[0].lower()
    return WRITTEN_ALIKE.get(language, language)


def _of_rate(chosen: FineTuning, rate: float, suited: float) -> list[Advice]:
    mended = chosen.with_settings({"learning_rate": 0.0})
    rates = {"rate": _tidy(rate), "suited": _tidy(suited)}
    if rate > 1.01 * FAR * suited:
        said = message("advice.rate_high", times=Count(round(rate / suited)), **rates)
        return [Advice(Severity.GRAVE, said, mended)]
    if 1.01 * rate * FAR < suited:
        said = message("advice.rate_low", times=Count(round(suited / rate)), **rates)
        return [Advice(Severity.WARNING, said, mended)]
    return []


def _tidy(rate: float) -> float:
    """Three digits are all that matters of it."""
    return float(f"{rate:.3g}")


def _of_length(
    tokens: int, chosen: FineTuning, settled: FineTuning, estimate: FitEstimate, labelled: LabelledTexts | None
) -> list[Advice]:
    """One sentence about each: a passage, the whole run, its time. A step is told of where the run says nothing.

    Labelled texts are read each by itself, however long it is.
    """
    found, about = [], Count(tokens)
    if labelled is None and tokens <= settled.context_length:
        said = message("advice.short_for_context", tokens=about, context=Count(settled.context_length))
        found.append(Advice(Severity.GRAVE, said))
    if labelled is None:
        times = estimate.steps * settled.tokens_per_step / max(1, tokens)
    else:
        times = estimate.steps * settled.batch_size * settled.accumulate / max(1, labelled.learnt)
    if times > MANY_TIMES and settled.method is not Method.HEAD:  # which cannot learn a text by heart
        said = message("advice.epochs", times=Count(round(times)))
        found.append(Advice(Severity.WARNING, said, chosen.with_settings({"epochs": READ_SOON})))
    elif labelled is None and settled.tokens_per_step > tokens:
        said = message("advice.short_for_step", step_tokens=Count(settled.tokens_per_step), tokens=about)
        found.append(Advice(Severity.WARNING, said))
    if estimate.seconds > LONG_SECONDS:
        mended = chosen.with_settings(dict([PRESETS["balanced"].budget]))
        said = message("advice.time", duration=Span(*estimate.between))
        found.append(Advice(Severity.WARNING, said, None if mended == chosen else mended))
    return found


def _of_validation(tokens: int, labelled: LabelledTexts | None) -> list[Advice]:
    if labelled is not None:
        if labelled.held_out >= FEW_HELD_OUT:
            return []
        return [Advice(Severity.NOTE, message("advice.held_out", count=Count(labelled.held_out)))]
    if tokens >= FEW_VALIDATION_TOKENS:
        return []
    return [Advice(Severity.NOTE, message("advice.validation", tokens=Count(tokens)))]


def _of_few_labels(
    chosen: FineTuning, model: PretrainedModel, continued: bool, labelled: LabelledTexts | None
) -> list[Advice]:
    """What a network of random weights says of a text is nothing to learn a head on."""
    knows = continued or not model.from_scratch
    if labelled is None or not labelled.are_texts or not knows or chosen.method is not Method.FULL:
        return []
    if labelled.learnt > FEW_LABELS:
        return []
    said = message("advice.few_labels", count=Count(labelled.learnt))
    # With a weight for each token as well, the strong model told 68.3 % right with a hundred, instead of 73.0.
    alone = {"method": Method.HEAD, "pooling": Pooling.CONCAT}
    return [Advice(Severity.WARNING, said, chosen.with_settings(alone))]
