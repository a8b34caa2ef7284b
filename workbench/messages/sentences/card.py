"""What an exported model says of itself."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "card.tuned": QT_TRANSLATE_NOOP("card", "{base}, fine-tuned on “{corpus}”"),
    "card.tuned_after": QT_TRANSLATE_NOOP("card", "{base} ({before}), fine-tuned on “{corpus}”"),
    "card.from_scratch": QT_TRANSLATE_NOOP("card", "“{corpus}” alone, from random weights"),
    "card.text": QT_TRANSLATE_NOOP("card", "Text"),
    "card.of_text": QT_TRANSLATE_NOOP("card", "{name}: {words} words, sha256 {hash}"),
    "card.left_out": QT_TRANSLATE_NOOP("card", "Left out of the text"),
    "card.steps": QT_TRANSLATE_NOOP("card", "Steps"),
    "card.of_steps": QT_TRANSLATE_NOOP("card", "{steps} of {total} in {seconds} s"),
    "card.settings": QT_TRANSLATE_NOOP("card", "Settings"),
    "card.base": QT_TRANSLATE_NOOP("card", "Started from"),
    "card.of_base": QT_TRANSLATE_NOOP("card", "{name}, sha256 {hash}"),
    "card.versions": QT_TRANSLATE_NOOP("card", "Versions"),
    "card.protocol": QT_TRANSLATE_NOOP("card", "How that was measured"),
    "card.weights": QT_TRANSLATE_NOOP("card", "These weights"),
    "card.of_step": QT_TRANSLATE_NOOP("card", "of step {step}"),
    "card.of_beginning": QT_TRANSLATE_NOOP("card", "those that it began from"),
    "card.before": QT_TRANSLATE_NOOP("card", "On the validation text, before"),
    "card.after": QT_TRANSLATE_NOOP("card", "On the validation text, of these weights"),
    "card.loss": QT_TRANSLATE_NOOP("card", "{loss} nats per token, perplexity {perplexity} a token"),
    "card.bits": QT_TRANSLATE_NOOP("card", ", {bits} bits per byte"),
    "card.no_licence": QT_TRANSLATE_NOOP("card", "No licence is stated: it is for whoever trained the model to say what may be done with it."),
    "card.opening": QT_TRANSLATE_NOOP("card", "Opening it"),
}  # fmt: skip
