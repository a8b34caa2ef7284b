"""What a person should know before a run begins, though it could begin."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "advice.language": QT_TRANSLATE_NOOP(
        "advice", "The text is in {text_language}, and the model knows {model_languages}: it would have to learn the language first."
    ),
    "advice.rate_high": QT_TRANSLATE_NOOP(
        "advice", "The learning rate {rate} is {times} times what suits this model ({suited}): it may forget what it knows."
    ),
    "advice.rate_low": QT_TRANSLATE_NOOP(
        "advice", "The learning rate {rate} is {times} times less than what suits this model ({suited}): it will hardly learn."
    ),
    "advice.short_for_context": QT_TRANSLATE_NOOP(
        "advice", "The training text has about {tokens} tokens, fewer than one passage of {context}: lower the context length."
    ),
    "advice.short_for_step": QT_TRANSLATE_NOOP(
        "advice", "One step reads {step_tokens} tokens, more than the whole training text has (about {tokens})."
    ),
    "advice.epochs": QT_TRANSLATE_NOOP(
        "advice", "The text would be read about {times} times, and be learnt by heart rather than from."
    ),
    "advice.time": QT_TRANSLATE_NOOP("advice", "It would take {duration}."),
    "advice.few_labels": QT_TRANSLATE_NOOP(
        "advice", "Only {count:# labelled text is|# labelled texts are} learnt from: with so few, a head that learns alone on the model as it is mostly tells as many right or more, and sooner."
    ),
    "advice.held_out": QT_TRANSLATE_NOOP(
        "advice", "Only {count:# labelled example is|# labelled examples are} held out, so the numbers will say little about new ones."
    ),
    "advice.validation": QT_TRANSLATE_NOOP(
        "advice", "The validation text has only about {tokens} tokens, so the numbers will say little about new text."
    ),
}  # fmt: skip
