"""What an exported model says of itself."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "card.tuned": QT_TRANSLATE_NOOP("card", "{base}, fine-tuned on “{corpus}”"),
    "card.tuned_after": QT_TRANSLATE_NOOP("card", "{base} ({before}), fine-tuned on “{corpus}”"),
    "card.from_scratch": QT_TRANSLATE_NOOP("card", "“{corpus}” alone, from random weights"),
    "card.labels": QT_TRANSLATE_NOOP("card", "Labels ({count})"),
    "card.figure": QT_TRANSLATE_NOOP("card", "{after} (before: {before})"),
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
    "card.plain_loss": QT_TRANSLATE_NOOP("card", "{loss} nats"),
    "card.bits": QT_TRANSLATE_NOOP("card", ", {bits} bits per byte"),
    "card.no_licence": QT_TRANSLATE_NOOP("card", "No licence is stated: it is for whoever trained the model to say what may be done with it."),
    "card.opening": QT_TRANSLATE_NOOP("card", "Opening it"),
    "card.open_here": QT_TRANSLATE_NOOP("card", "In Nextword Workbench: Model, then “Open a folder”; or `--model FOLDER` on the command line."),
    "card.open_labels_here": QT_TRANSLATE_NOOP("card", "In Nextword Workbench: Model, then “Open a folder”, to go on from it; `classify` and `tag` with `--model FOLDER` on the command line ask it for labels."),
    "card.open_with_transformers": QT_TRANSLATE_NOOP("card", "With the library `transformers`:"),
    "card.open_saved_model": QT_TRANSLATE_NOOP("card", "It takes text and returns the likeliest next tokens; nothing but TensorFlow is needed."),
    "card.of_saved_model": QT_TRANSLATE_NOOP("card", "A token is a word or a piece of one, with the space before it. The signature “probabilities” returns those of the whole vocabulary. The folder can be served as it is, by TensorFlow Serving for instance."),
    "card.own_class": QT_TRANSLATE_NOOP("card", "That library has no class for this head, so the folder has one in “{file}”, some forty lines that are run as they stand (`trust_remote_code`); without them opening it fails."),
    "card.reads_twice": QT_TRANSLATE_NOOP("card", "A language model sees only what stands before a word, so it reads each sentence twice, and a word is told at its last token of the second time; “{file}” makes these tokens."),
    "card.saved_model_of_texts": QT_TRANSLATE_NOOP("card", "It takes texts and returns the labels of each, the likeliest first; nothing but TensorFlow is needed. Of a text the first {most} tokens are read."),
    "card.saved_model_of_words": QT_TRANSLATE_NOOP("card", "It takes the words of a sentence and returns the tag of each; nothing but TensorFlow is needed. A sentence is read twice and may have {most} tokens in all, and a longer one is an error: divide it."),
    "card.of_saved_labels": QT_TRANSLATE_NOOP("card", "The signature “probabilities” returns those of all labels, in the order of labels.json. The folder can be served as it is, by TensorFlow Serving for instance."),
    "card.of_litert": QT_TRANSLATE_NOOP("card", "It was run once and compared with the model it was made from: no logit differed by more than rounding explains."),
}  # fmt: skip
