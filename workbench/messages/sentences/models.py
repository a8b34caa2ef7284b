"""What can be wrong with a model."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "model.missing": QT_TRANSLATE_NOOP("errors", "There is no model or run named “{name}”. Known are: {known}."),
    "model.not_here": QT_TRANSLATE_NOOP(
        "errors", "There is no model or folder “{name}” on this computer. If it is one of the Hugging Face Hub, download it first."
    ),
    "model.not_a_folder": QT_TRANSLATE_NOOP("errors", "“{folder}” is not a model folder: it has no {file}."),
    "model.without_weights": QT_TRANSLATE_NOOP(
        "errors", "The model folder “{folder}” has no weights ({file}). Copy the whole folder and try again."
    ),
    "model.pickle": QT_TRANSLATE_NOOP(
        "errors",
        "The weights in “{folder}” are a Python pickle ({file}), which may run any program when it is opened, so it was not. Look for model.safetensors where it came from, or convert it where you trust it: load it with transformers and call save_pretrained.",
    ),
    "model.unsupported": QT_TRANSLATE_NOOP("errors", "“{folder}” is a {family} model, which is not supported; these are: {known}."),
    "model.other_settings": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is a {family} model, but it has {setting}, which is not supported. Choose another model of its family."
    ),
    "model.does_not_fit": QT_TRANSLATE_NOOP(
        "errors", "“{name}” needs {needed} of memory for its weights alone, and {free} are free, so it was not opened. Close other programs, or choose a smaller model."
    ),
    "model.has_no_blocks": QT_TRANSLATE_NOOP("errors", "its layers do not do without each other"),
    "model.too_few_layers": QT_TRANSLATE_NOOP("errors", "“{name}” has {layers} layers. Choose fewer than these, and at least one."),
    "model.not_smaller": QT_TRANSLATE_NOOP("errors", "“{name}” cannot be made smaller: {reason}."),
    "model.damaged": QT_TRANSLATE_NOOP("errors", "The model in “{folder}” cannot be read ({detail})."),
    "model.tells_labels": QT_TRANSLATE_NOOP("errors", "“{name}” has learnt to tell labels, not next words. Ask it for labels, or train it on a text."),
    "model.needs_training": QT_TRANSLATE_NOOP("errors", "“{name}” has not learnt anything yet. Train it on a text first."),
}  # fmt: skip
