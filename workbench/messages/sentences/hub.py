"""What can go wrong at the Hugging Face Hub."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "hub.unreachable": QT_TRANSLATE_NOOP(
        "errors", "“{endpoint}” could not be reached ({detail}). Check the connection, or set a mirror (Address and token; `hub --endpoint` on the command line); models that are here need none."
    ),
    "hub.slow": QT_TRANSLATE_NOOP(
        "errors", "“{endpoint}” said nothing for {seconds:# second|# seconds}, so it was given up. Try again later, or set a mirror (Address and token; `hub --endpoint` on the command line); what was downloaded so far is kept."
    ),
    "hub.interrupted": QT_TRANSLATE_NOOP(
        "errors", "The connection was lost after {done} of {total} of “{model}” ({detail}). They are kept: download it again to go on from there."
    ),
    "hub.missing": QT_TRANSLATE_NOOP(
        "errors", "There is no model “{model}” on {endpoint}, or it is private. Check how it is written; a private one needs a token."
    ),
    "hub.model_name": QT_TRANSLATE_NOOP("errors", "“{model}” cannot be the name of a model on the Hub. Names are written AUTHOR/NAME."),
    "hub.gated": QT_TRANSLATE_NOOP(
        "errors", "The authors of “{model}” ask you to accept their conditions first. Do so at {address}, then set a token of yours."
    ),
    "hub.no_access": QT_TRANSLATE_NOOP(
        "errors", "Your token does not open “{model}”. Accept its conditions at {address}, and check that the token may read gated models."
    ),
    "hub.token_refused": QT_TRANSLATE_NOOP("errors", "{endpoint} did not accept your token. Set another one, or forget it."),
    "hub.file_gone": QT_TRANSLATE_NOOP("errors", "A file of “{model}” has gone from the Hub meanwhile. Search for the model again."),
    "hub.busy": QT_TRANSLATE_NOOP("errors", "{endpoint} was asked too often and wants a pause. Try again in some minutes."),
    "hub.failed": QT_TRANSLATE_NOOP("errors", "{endpoint} has a problem of its own (status {status}). Try again later; what was downloaded so far is kept."),
    "hub.offline": QT_TRANSLATE_NOOP("errors", "The network is switched off by HF_HUB_OFFLINE. Unset it to search and download."),
    "hub.no_hub": QT_TRANSLATE_NOOP("errors", "“{endpoint}” does not answer as a Hugging Face Hub does. Check the address."),
    "hub.endpoint": QT_TRANSLATE_NOOP("errors", "“{endpoint}” is not the address of a Hub. It begins with https://, such as https://huggingface.co."),
    "hub.damaged": QT_TRANSLATE_NOOP(
        "errors", "“{file}” of “{model}” is not what the Hub says it should be, so it was thrown away. Download it again."
    ),
    "hub.token_in_clear": QT_TRANSLATE_NOOP(
        "errors", "“{endpoint}” is not encrypted, so your token was not sent there: everybody on the way could read it. Use its https address, or forget the token for it."
    ),
    "hub.no_room": QT_TRANSLATE_NOOP(
        "errors", "“{model}” needs {needed} more, and the disk of “{folder}” has {free} free. Nothing was downloaded; free some space and try again."
    ),
    "hub.in_progress": QT_TRANSLATE_NOOP("errors", "“{model}” is being downloaded by another window or command. Wait for it, or cancel it there."),
    "hub.only_pickles": QT_TRANSLATE_NOOP(
        "errors",
        "“{model}” has its weights only as a pickle ({file}), which can run any program when it is opened, so it is refused. Look for a copy with safetensors, or convert it where you trust it: load it with transformers and call save_pretrained.",
    ),
    "hub.only_adapter": QT_TRANSLATE_NOOP(
        "errors", "“{model}” is only an addition (an adapter) to another model, so it cannot be opened alone. Look for one that the two were merged into."
    ),
    "hub.other_format": QT_TRANSLATE_NOOP(
        "errors", "“{model}” has its weights only in the format of {kind} ({file}), which cannot be opened. Look for the same model with safetensors."
    ),
    "hub.choose_file": QT_TRANSLATE_NOOP(
        "errors", "“{model}” has several GGUF files, each a model by itself: {files}. Choose the one to fetch."
    ),
    "hub.no_such_file": QT_TRANSLATE_NOOP("errors", "“{model}” has no GGUF file “{file}”. What it has: {files}."),
    "hub.old_tokenizer": QT_TRANSLATE_NOOP(
        "errors", "The tokenizer of “{model}” is in an older form ({file}) that cannot be read here. Look for a copy with a tokenizer.json."
    ),
    "hub.without_weights": QT_TRANSLATE_NOOP("errors", "“{model}” has no weights in safetensors or of Keras, the formats that can be opened."),
    "hub.without_tokenizer": QT_TRANSLATE_NOOP("errors", "“{model}” has no tokenizer.json, without which its words are not known."),
    "hub.without_config": QT_TRANSLATE_NOOP("errors", "“{model}” has no config.json, so it is not known what kind of model it is."),
    "token.invalid": QT_TRANSLATE_NOOP("errors", "That is no token. It is one word such as hf_…, made in the settings of your account at the Hub."),
    "token.no_keyring": QT_TRANSLATE_NOOP(
        "errors", "This computer has no keyring to keep a token in ({detail}), and it is kept nowhere else. Set the environment variable HF_TOKEN instead."
    ),
}  # fmt: skip
