"""The one kind of error that reaches a person: a code, its fields, and a sentence with a remedy.

Libraries' errors are translated into a KnownError once, at the edge that called the library. The command
line prints the English sentence; the window translates the same sentence (context "errors").
"""

from __future__ import annotations

import errno


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation (under the name that lupdate looks for); returns it unchanged."""
    return text


class KnownError(Exception):
    """Something a person can understand and act on; anything else that is raised is a bug.

    `code` is a key of SENTENCES, `fields` fill the sentence's placeholders. `by_caller` tells a mistake of
    the caller's (exit status 2 on the command line) from a failure (exit status 1).
    """

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(SENTENCES[code].format(**fields))

    @property
    def by_caller(self) -> bool:
        return self.code not in FAILURES

    @property
    def passes(self) -> bool:
        """Whether it may be over without anybody doing anything here, so that what runs can wait for it."""
        return self.code in PASSING


SENTENCES: dict[str, str] = {
    # Projects
    "project.missing": QT_TRANSLATE_NOOP("errors", "There is no project in “{folder}”. Create one first."),
    "project.exists": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” already holds a project or other files. Choose an empty or a new folder."
    ),
    "project.path_too_long": QT_TRANSLATE_NOOP(
        "errors", "The path “{folder}” is {bytes} bytes long, and a database can lie in one of {most} at most. Choose a shorter one."
    ),
    "project.in_use": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is open in another window or command. Close it there, then try again."
    ),
    "project.newer": QT_TRANSLATE_NOOP(
        "errors",
        "“{folder}” was made by a newer version of this program. It was left as it is; update the program to open it.",
    ),
    "project.read_only": QT_TRANSLATE_NOOP(
        "errors", "The folder “{folder}” cannot be written to. Copy the project to a folder of yours, then open it there."
    ),
    "project.view_only": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” can only be looked at: it cannot be written to, or it is open in another window or command. Copy it to a folder of yours, or close it there, to change it."
    ),
    "project.busy": QT_TRANSLATE_NOOP(
        "errors", "Another program holds the project file in “{folder}” just now, so nothing was changed. Try again in a moment."
    ),
    "project.waits_to_write": QT_TRANSLATE_NOOP(
        "errors", "The project file in “{folder}” is held by another program, or its disk is full. What you changed is remembered, and written as soon as it can be."
    ),
    "project.unsound": QT_TRANSLATE_NOOP(
        "errors", "The project file in “{folder}” is damaged in places ({detail}). What can still be read is shown. Copy the folder before you go on, or restore project.sqlite from a copy."
    ),
    "project.damaged": QT_TRANSLATE_NOOP(
        "errors", "The project file in “{folder}” cannot be read ({detail}). Nothing was changed; restore it from a copy."
    ),
    "disk.full": QT_TRANSLATE_NOOP(
        "errors", "There is no room left on the disk of “{path}”. What was saved before is kept; free some space and go on."
    ),
    "disk.failed": QT_TRANSLATE_NOOP("errors", "“{path}” could not be written ({detail}). What was saved before is kept."),
    # The window
    "display.none": QT_TRANSLATE_NOOP(
        "errors", "There is no display for the window. “demo” runs in the terminal; “--help” lists the commands."
    ),
    "display.silent": QT_TRANSLATE_NOOP(
        "errors", "The display “{display}” does not answer, so no window can be opened. Check DISPLAY; “demo” runs in the terminal, “--help” lists the commands."
    ),
    "display.without_library": QT_TRANSLATE_NOOP(
        "errors", "A library that the window needs is not installed: {package}. Install the package of that name (“apt install {package}”, or what it is called on your system), then start again."
    ),
    "argument.not_utf8": QT_TRANSLATE_NOOP("errors", "An argument has bytes that are no UTF-8: {argument}. Write it in UTF-8, or rename the file."),
    # Text
    "corpus.missing": QT_TRANSLATE_NOOP("errors", "There is no corpus named “{name}” in this project. It has: {known}."),
    "corpus.exists": QT_TRANSLATE_NOOP("errors", "There is already a corpus named “{name}”. Choose another name."),
    "corpus.nothing_read": QT_TRANSLATE_NOOP("errors", "No text could be read, so nothing was imported. {reasons}"),
    "corpus.too_short": QT_TRANSLATE_NOOP(
        "errors",
        "“{name}” is too short to train on: it needs at least {needed} tokens of training text and has {tokens}. Add more text, or lower the context length.",
    ),
    "corpus.changed": QT_TRANSLATE_NOOP(
        "errors", "The files of “{name}” were changed outside of this program, so it is no longer the text that was imported and measured. Put them back, or import the changed text as another one."
    ),
    "stray.no_text": QT_TRANSLATE_NOOP(
        "errors", "“{name}” is the folder of a run whose record is gone, so its settings are not known. Put back the project.sqlite that named it, or throw it away."
    ),
    "corpus.in_use": QT_TRANSLATE_NOOP("errors", "“{name}” is used by {count} runs. Delete those first."),
    "folder.taken": QT_TRANSLATE_NOOP("errors", "“{folder}” already holds files. Choose an empty or a new folder."),
    "folder.empty": QT_TRANSLATE_NOOP("errors", "There are no files in “{folder}”."),
    "file.missing": QT_TRANSLATE_NOOP("errors", "There is no file “{file}”."),
    "file.empty": QT_TRANSLATE_NOOP("errors", "“{file}” is empty."),
    "file.binary": QT_TRANSLATE_NOOP("errors", "“{file}” is not a text file."),
    "file.not_utf8": QT_TRANSLATE_NOOP("errors", "“{file}” is not UTF-8 text (first unreadable byte at {offset})."),
    "file.unsupported": QT_TRANSLATE_NOOP("errors", "“{file}” is of a kind that cannot be read. Save it as plain text (.txt) or PDF."),
    "file.damaged": QT_TRANSLATE_NOOP("errors", "“{file}” is damaged or incomplete ({detail}). Try to get the whole file again."),
    "file.needs_password": QT_TRANSLATE_NOOP("errors", "“{file}” is protected with a password. Import it again and give the password."),
    "file.wrong_password": QT_TRANSLATE_NOOP("errors", "The password does not open “{file}”."),
    "file.protected": QT_TRANSLATE_NOOP("errors", "“{file}” is encrypted or copy-protected, so its text cannot be read."),
    "file.pdf_without_text": QT_TRANSLATE_NOOP(
        "errors", "“{file}” has no text in it, only pictures: it is probably a scan. Let a text recognition (OCR) program read it first."
    ),
    "file.too_large": QT_TRANSLATE_NOOP("errors", "“{file}” is too large to be read as a whole. Save it as .jsonl or .csv."),
    "file.no_encoding": QT_TRANSLATE_NOOP("errors", "There is no text encoding called “{encoding}”. Try utf-8, gb18030, shift_jis or windows-1252."),
    "file.no_column": QT_TRANSLATE_NOOP("errors", "“{file}” has no column “{column}”. It has: {known}."),
    "file.no_text_column": QT_TRANSLATE_NOOP("errors", "No column of “{file}” holds text."),
    "file.outside": QT_TRANSLATE_NOOP("errors", "“{file}” in an archive has a name that leads out of its folder, so it was left where it is."),
    "file.unpacks_too_large": QT_TRANSLATE_NOOP(
        "errors", "“{file}” unpacks to far more than an honest archive of its size would, so it was not read any further."
    ),
    "file.too_deep": QT_TRANSLATE_NOOP("errors", "“{file}” is an archive in an archive in an archive. Unpack the outer ones first."),
    "file.not_fetched": QT_TRANSLATE_NOOP("errors", "“{file}” could not be fetched ({detail}). Check the address and the connection."),
    "recipe.invalid": QT_TRANSLATE_NOOP("errors", "The cleaning step {name} cannot be {value}: {reason}."),
    "file.unreadable": QT_TRANSLATE_NOOP("errors", "“{file}” could not be read ({detail})."),
    # Models
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
    "model.damaged": QT_TRANSLATE_NOOP("errors", "The model in “{folder}” cannot be read ({detail})."),
    "model.needs_training": QT_TRANSLATE_NOOP("errors", "“{name}” has not learnt anything yet. Train it on a text first."),
    # The Hugging Face Hub
    "hub.unreachable": QT_TRANSLATE_NOOP(
        "errors", "“{endpoint}” could not be reached ({detail}). Check the connection; models that were downloaded before need none."
    ),
    "hub.slow": QT_TRANSLATE_NOOP(
        "errors", "“{endpoint}” said nothing for {seconds} seconds, so it was given up. Try again later; what was downloaded so far is kept."
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
    "hub.without_weights": QT_TRANSLATE_NOOP("errors", "“{model}” has no weights in safetensors or of Keras, the formats that can be opened."),
    "hub.without_tokenizer": QT_TRANSLATE_NOOP("errors", "“{model}” has no tokenizer.json, without which its words are not known."),
    "hub.without_config": QT_TRANSLATE_NOOP("errors", "“{model}” has no config.json, so it is not known what kind of model it is."),
    "token.invalid": QT_TRANSLATE_NOOP("errors", "That is no token. It is one word such as hf_…, made in the settings of your account at the Hub."),
    "token.no_keyring": QT_TRANSLATE_NOOP(
        "errors", "This computer has no keyring to keep a token in ({detail}), and it is kept nowhere else. Set the environment variable HF_TOKEN instead."
    ),
    # Runs
    "run.missing": QT_TRANSLATE_NOOP("errors", "There is no run named “{name}”. Known are: {known}."),
    "run.exists": QT_TRANSLATE_NOOP("errors", "There is already a run named “{name}”. Choose another name."),
    "run.name": QT_TRANSLATE_NOOP(
        "errors", "A run cannot be called “{name}”: it needs a name that is no number and no model's. Choose another."
    ),
    "run.not_waiting": QT_TRANSLATE_NOOP("errors", "“{name}” does not wait in the queue any more, so it was not started."),
    "run.prompts": QT_TRANSLATE_NOOP(
        "errors", "{count} prompts are too many for a run, so it was not started. Pin {most} at most."
    ),
    "run.no_checkpoint": QT_TRANSLATE_NOOP("errors", "“{name}” has no saved checkpoint to use. Start it again."),
    "run.base_gone": QT_TRANSLATE_NOOP(
        "errors", "“{name}” began from the run “{base}”, which was deleted, so nothing can be said of what it was before. Begin a new run from a model that is there."
    ),
    "run.base_changed": QT_TRANSLATE_NOOP(
        "errors", "“{base}” is no longer what “{name}” began from: its weights, its tokenizer or its configuration were changed since. Put them back to compare with it, or name another model as the base."
    ),
    "run.waits_for_database": QT_TRANSLATE_NOOP(
        "errors", "Another program holds the project file in “{folder}”. The run waits, and goes on by itself as soon as it is free."
    ),
    "run.waits_for_room": QT_TRANSLATE_NOOP(
        "errors", "There is no room left on the disk of “{folder}”. The run waits, and goes on by itself as soon as there is."
    ),
    "run.waits_for_bytes": QT_TRANSLATE_NOOP(
        "errors", "There is no room left on the disk of “{folder}”: {missing} are missing. The run waits, and goes on by itself as soon as there is room."
    ),
    "run.cannot_extend": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has not come to its end yet, so it cannot go beyond it. Continue it first."
    ),
    "run.no_last_checkpoint": QT_TRANSLATE_NOOP(
        "errors", "The last checkpoint of “{name}” is gone or damaged, and its optimizer with it, so it cannot go on. Begin a new run from it instead."
    ),
    "run.unreadable": QT_TRANSLATE_NOOP(
        "errors", "What is written of “{name}” is damaged, or was written by a newer program, so it cannot be read. The others are not touched by it."
    ),
    "run.nothing_to_repeat": QT_TRANSLATE_NOOP("errors", "“{name}” made no step that could be compared. Continue it first."),
    "run.cannot_resume": QT_TRANSLATE_NOOP("errors", "“{name}” has already finished; there is nothing to resume."),
    "run.diverged": QT_TRANSLATE_NOOP(
        "errors", "The loss exploded at step {step}, so the run stopped; its last good checkpoint is kept. Try a lower learning rate."
    ),
    "run.too_large": QT_TRANSLATE_NOOP(
        "errors", "One step needs more memory than the {free} that are free, so nothing was trained. {remedy}, or close other programs."
    ),
    "run.out_of_memory": QT_TRANSLATE_NOOP(
        "errors", "The computer was running out of memory, so the run was stopped and kept. Close other programs, then continue it."
    ),
    "checkpoint.damaged": QT_TRANSLATE_NOOP("errors", "The checkpoint “{folder}” is incomplete or was changed, so it was not used."),
    "checkpoint.passed_over": QT_TRANSLATE_NOOP(
        "errors", "The checkpoint of step {step} is damaged, so the run goes on from step {used} and makes the steps since then again."
    ),
    "method.unsupported": QT_TRANSLATE_NOOP(
        "errors", "{method} does not work with {name}. Choose another method or model."
    ),
    "method.outdated": QT_TRANSLATE_NOOP(
        "errors",
        "This run learns with LoRA as an older version had it, a pair for each head, and cannot be trained further or"
        " again; what it learnt can still be asked and exported. Start a new run with LoRA as it is now.",
    ),
    "sweep.settings": QT_TRANSLATE_NOOP("errors", "A sweep varies one setting or two different ones. Choose which."),
    "sweep.too_many": QT_TRANSLATE_NOOP(
        "errors", "That makes {count} runs, and a sweep has {most} at most. List fewer values, or draw some at random."
    ),
    "sweep.budget": QT_TRANSLATE_NOOP(
        "errors", "A budget of {amount} {unit} for {count} runs together leaves nothing for each. Give more, or make fewer runs."
    ),
    "sweep.does_not_fit": QT_TRANSLATE_NOOP(
        "errors", "Runs with {name} need more memory than this computer has, so nothing was queued. Leave those values out."
    ),
    "task.unknown": QT_TRANSLATE_NOOP("errors", "This version of the program knows no task “{name}”; a newer one may."),
    "setting.unknown": QT_TRANSLATE_NOOP("errors", "There is no setting “{name}”. Settings are: {known}."),
    "setting.invalid": QT_TRANSLATE_NOOP("errors", "{name} cannot be {value}: {reason}."),
    "evaluation.no_base": QT_TRANSLATE_NOOP(
        "errors", "“{name}” is no run, so there is nothing that it started from. Say what to compare it with."
    ),
    "dividend.no_pretrained": QT_TRANSLATE_NOOP(
        "errors", "“{name}” has no pretrained weights, so there is nothing to compare random ones with. Choose a pretrained model."
    ),
    "dividend.missing": QT_TRANSLATE_NOOP("errors", "There is no comparison named “{name}”. Known are: {known}."),
    "dividend.exists": QT_TRANSLATE_NOOP(
        "errors", "“{name}” compares other models, texts or settings. Choose another name."
    ),
    # Exporting
    "report.too_many": QT_TRANSLATE_NOOP("errors", "A report shows one run or compares up to {most}, not {count}. Choose fewer."),
    "archive.inside": QT_TRANSLATE_NOOP(
        "errors", "“{file}” would lie inside the project that it is to hold. Choose a place outside of its folder."
    ),
    "archive.no_project": QT_TRANSLATE_NOOP("errors", "“{file}” holds no project of this program, so nothing was unpacked."),
    "export.other_task": QT_TRANSLATE_NOOP("errors", "“{name}” has learnt something that cannot be written as {format}."),
    "export.too_large": QT_TRANSLATE_NOOP(
        "errors", "The model has weights of up to {largest}, which float16 cannot hold, so nothing was written. Choose bfloat16 or float32."
    ),
    "export.disagrees": QT_TRANSLATE_NOOP(
        "errors", "What was written as {format} does not predict what the model does (they differ by {difference}), so it was not kept."
    ),
    "export.not_converted": QT_TRANSLATE_NOOP(
        "errors", "The model could not be turned into {format} ({detail}), so nothing was written. Choose another format."
    ),
    "export.tokenizer": QT_TRANSLATE_NOOP(
        "errors", "The tokenizer of this model ({kind}) cannot be put into a SavedModel that takes text, so nothing was written. Choose another format."
    ),
    "file.taken": QT_TRANSLATE_NOOP("errors", "There is already a file “{file}”. Choose another name."),
    "text.empty": QT_TRANSLATE_NOOP("errors", "Type some text first."),
}  # fmt: skip

FAILURES = frozenset(
    {
        "project.busy",
        "project.damaged",
        "project.unsound",
        "disk.full",
        "disk.failed",
        "run.diverged",
        "run.too_large",
        "run.out_of_memory",
        "checkpoint.damaged",
        "model.damaged",
        "hub.unreachable",
        "hub.slow",
        "hub.interrupted",
        "hub.busy",
        "hub.failed",
        "hub.damaged",
        "hub.no_room",
        "export.disagrees",
        "export.not_converted",
    }
)

PASSING = frozenset({"project.busy", "disk.full"})


def failed_write(error: Exception, path: object) -> KnownError:
    """The KnownError for a failed write of a library that hides the system's error in its text."""
    if any(told in str(error) for told in ("No space left", "File too large", "quota exceeded")):
        return KnownError("disk.full", path=path)
    return KnownError("disk.failed", path=path, detail=str(error).strip().split("\n")[0][:200])


def disk_error(error: OSError, path: object) -> KnownError:
    """The KnownError for a failed write: no room (full disk, quota, size limit), read-only, or anything else."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return KnownError("disk.full", path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return KnownError("project.read_only", folder=path)
    return KnownError("disk.failed", path=path, detail=error.strerror or str(error))
