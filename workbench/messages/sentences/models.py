"""What can be wrong with a model."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "model.from_scratch": QT_TRANSLATE_NOOP("errors", "{name}, from scratch"),
    "model.missing": QT_TRANSLATE_NOOP("errors", "There is no model or run named “{name}”. Known are: {known}."),
    "model.not_here": QT_TRANSLATE_NOOP(
        "errors", "There is no model or folder “{name}” on this computer. If it is one of the Hugging Face Hub, download it first."
    ),
    "model.not_a_folder": QT_TRANSLATE_NOOP("errors", "“{folder}” is not a model folder: it has no {file}."),
    "model.pointer": QT_TRANSLATE_NOOP(
        "errors", "{file} in “{folder}” is only a note of where the file lies, as Git LFS leaves it. Fetch the file itself with “git lfs pull” there, and try again."
    ),
    "model.adapter": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is only an addition (an adapter) to “{base}”, which is not on this computer. Download that model from the Hugging Face Hub, or put its folder beside this one under that name, and try again."
    ),
    "model.adapter_alone": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is only an addition (an adapter) to another model, and does not say which. Write its folder or its name on the Hub into adapter_config.json (base_model_name_or_path), and try again."
    ),
    "model.adapter_revision": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is an addition (an adapter) to “{base}” as it was at {revision}; on this computer is what it was at {here}. Download that revision, or put its folder beside this one under that name, and try again."
    ),
    "model.adapter_other": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is an addition (an adapter) to another model, but it {setting}, which cannot be added here. Merge the two where it was made (merge_and_unload of peft), and open what comes of it."
    ),
    "model.adapter_other_base": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is an addition (an adapter) to other weights than those in “{base}”, which were changed or are another model of that name. Put the folder of its own base beside it, and try again."
    ),
    "model.other_format": QT_TRANSLATE_NOOP(
        "errors", "The weights in “{folder}” are in the format of {kind} ({file}), which cannot be opened. Look for model.safetensors where it came from."
    ),
    "model.gguf_inside": QT_TRANSLATE_NOOP("errors", "The weights in “{folder}” are in a GGUF file ({file}). Open that file itself."),
    "model.folders_inside": QT_TRANSLATE_NOOP("errors", "“{folder}” is no model folder, but it has such folders in it: {folders}. Open one of these."),
    "model.ggufs_inside": QT_TRANSLATE_NOOP(
        "errors", "The weights in “{folder}” are in GGUF files, each a model by itself: {files}. Open one of these, not the folder."
    ),
    "model.gguf_adapter": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is only an addition (a LoRA adapter) to another model, as llama.cpp has it. Open the folder that it was made from (adapter_config.json), or a file that the two were merged into."
    ),
    "model.not_a_model_file": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is no model by itself; of single files, GGUF ones are. If it is a part of a model's folder, open that folder."
    ),
    "model.gguf_pictures": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is the part of a model that sees pictures or hears sounds, not the one that writes. Open the file beside it."
    ),
    "model.without_tokenizer": QT_TRANSLATE_NOOP(
        "errors", "The model folder “{folder}” has no {file}, without which its words are not known. Copy the whole folder and try again."
    ),
    "model.old_tokenizer": QT_TRANSLATE_NOOP(
        "errors", "The tokenizer in “{folder}” is in an older form ({file}) that cannot be read here. Load it with transformers, call save_pretrained, and open what that writes."
    ),
    "model.wild_tokenizer": QT_TRANSLATE_NOOP(
        "errors", "The tokenizer of this model gave up on a text ({detail}), so nothing came of it. Choose another model, or leave out the text that it cannot cut."
    ),
    "model.without_weights": QT_TRANSLATE_NOOP(
        "errors", "The model folder “{folder}” has no weights ({file}). Copy the whole folder and try again."
    ),
    "model.pickle": QT_TRANSLATE_NOOP(
        "errors",
        "The weights in “{folder}” are a Python pickle ({file}), which may run any program when it is opened, so it was not. Look for model.safetensors where it came from, or convert it where you trust it: load it with transformers and call save_pretrained.",
    ),
    "model.unsupported": QT_TRANSLATE_NOOP("errors", "“{folder}” is a {family} model, which is not supported; these are: {known}."),
    "model.unsupported_pictures": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is a {family} model, which sees pictures or hears sounds besides reading, and is not supported; these are: {known}."
    ),
    "model.unsupported_experts": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is a {family} model, a mixture of experts, which is not supported; these are: {known}."
    ),
    "model.other_settings": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is a {family} model, but it has {setting}, which is not supported. Choose another model of its family."
    ),
    "model.quantised": QT_TRANSLATE_NOOP(
        "errors", "The weights of “{folder}” were quantised ({kind}), which cannot be computed with here. Take the model as it was before that, in 16 or 32 bits."
    ),
    "model.does_not_fit": QT_TRANSLATE_NOOP(
        "errors", "“{name}” needs {needed} of memory for its weights alone, and {free} are free, so it was not opened. Close other programs, or choose a smaller model."
    ),
    "model.has_no_blocks": QT_TRANSLATE_NOOP("errors", "its layers do not do without each other"),
    "model.too_few_layers": QT_TRANSLATE_NOOP("errors", "“{name}” has {layers:# layer|# layers}. Choose fewer than these, and at least one."),
    "model.not_smaller": QT_TRANSLATE_NOOP("errors", "“{name}” cannot be made smaller: {reason}."),
    "model.damaged": QT_TRANSLATE_NOOP("errors", "The model in “{folder}” cannot be read ({detail})."),
    "chat.template": QT_TRANSLATE_NOOP("errors", "The chat template of this model does not take the conversation ({reason}). Let those who speak take turns, beginning with “user”, or choose another model."),
    "chat.too_much": QT_TRANSLATE_NOOP("errors", "The chat template of this model makes far more of a conversation than any could be, so it was stopped. Choose another model, or put another template beside it (chat_template.jinja)."),
    "model.tells_labels": QT_TRANSLATE_NOOP("errors", "“{name}” has learnt to tell labels, not next words. Ask it for labels, or train it on a text."),
    "model.needs_training": QT_TRANSLATE_NOOP("errors", "“{name}” has not learnt anything yet. Train it on a text first."),
}  # fmt: skip
