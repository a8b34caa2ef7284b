"""What can go wrong when something is written out."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "report.too_many": QT_TRANSLATE_NOOP("errors", "A report shows one run or compares up to {most}, not {count}. Choose fewer."),
    "archive.inside": QT_TRANSLATE_NOOP(
        "errors", "“{file}” would lie inside the project that it is to hold. Choose a place outside of its folder."
    ),
    "archive.no_project": QT_TRANSLATE_NOOP("errors", "“{file}” holds no project of this program, so nothing was unpacked."),
    "export.which_part": QT_TRANSLATE_NOOP("errors", "“{name}” has learnt several things, and a file holds one of them. Choose one of {parts}, or a folder for all of them."),
    "export.other_task": QT_TRANSLATE_NOOP("errors", "“{name}” has learnt something that cannot be written as {format}. Choose another format."),
    "export.not_lora": QT_TRANSLATE_NOOP("errors", "“{name}” has changed the weights of its model themselves, so there is no addition to write alone. Choose another format, or train with LoRA."),
    "export.nothing_added": QT_TRANSLATE_NOOP("errors", "“{name}” keeps the weights that it began with, so it has added nothing that could be written."),
    "export.too_large": QT_TRANSLATE_NOOP(
        "errors", "The model has weights of up to {largest}, which float16 cannot hold, so nothing was written. Choose bfloat16 or float32."
    ),
    "export.disagrees": QT_TRANSLATE_NOOP(
        "errors", "What was written as {format} does not predict what the model does (they differ by {difference}), so it was not kept."
    ),
    "export.other_tokens": QT_TRANSLATE_NOOP(
        "errors", "The tokenizer of this model puts something behind a text that the program does not read, so a Hugging Face folder would tell other labels and was not kept. Choose another format."
    ),
    "export.gguf_family": QT_TRANSLATE_NOOP(
        "errors", "GGUF has no place for a model of this family ({family}), so nothing was written. Choose another format."
    ),
    "export.gguf_network": QT_TRANSLATE_NOOP("errors", "The model cannot be a GGUF file, since {reason}, so nothing was written. Choose another format."),
    "export.gguf_tokenizer": QT_TRANSLATE_NOOP(
        "errors", "GGUF has no place for the tokenizer of this model ({kind}), so nothing was written. Choose another format."
    ),
    "export.not_converted": QT_TRANSLATE_NOOP(
        "errors", "The model could not be turned into {format} ({detail}), so nothing was written. Choose another format."
    ),
    "export.tokenizer": QT_TRANSLATE_NOOP(
        "errors", "The tokenizer of this model ({kind}) cannot be put into a SavedModel that takes text, so nothing was written. Choose another format."
    ),
    "text.empty": QT_TRANSLATE_NOOP("errors", "Type some text first."),
}  # fmt: skip
