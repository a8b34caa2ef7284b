"""What is checked, without the window's own part: that is in gui/shell/qt_checks.py."""

from __future__ import annotations

import sqlite3
from importlib import import_module
from pathlib import Path

from workbench.corpora.reading.files import shown_name
from workbench.corpora.reading.formats.base import FileToRead
from workbench.corpora.reading.process import Wanted, end_idle, read_apart
from workbench.ground.generators import last
from workbench.ground.installed import version_of
from workbench.ground.processor import refuse_without_avx
from workbench.installation import documents, numbers, process
from workbench.installation.check import Check, Surroundings
from workbench.messages.errors import KnownError, ReasonError
from workbench.messages.message import message
from workbench.models.language_model import LanguageModel, import_libraries
from workbench.project.project import Project
from workbench.values.importing import Limits, Reading

# What is installed, and what of it is imported.
LIBRARIES = {
    "PySide6-Essentials": "PySide6.QtWidgets",
    "pyqtgraph": "pyqtgraph",
    "tensorflow": "tensorflow",
    "keras": "keras",
    "keras-hub": "keras_hub",
    "tokenizers": "tokenizers",
    "safetensors": "safetensors.numpy",
    "gguf": "gguf",
    "numpy": "numpy",
    "SQLAlchemy": "sqlalchemy",
    "alembic": "alembic",
    "filelock": "filelock",
    "platformdirs": "platformdirs",
    "psutil": "psutil",
    "chardet": "chardet",
    "lxml": "lxml.etree",
    "trafilatura": "trafilatura",
    "pypdfium2": "pypdfium2",
    "python-calamine": "python_calamine",
    "pyarrow": "pyarrow.parquet",
    "py3langid": "py3langid",
    "regex": "regex",
    "rjieba": "rjieba",
    "budoux": "budoux",
    "huggingface-hub": "huggingface_hub",
    "httpx2": "httpx2",
    "keyring": "keyring",
    "PyYAML": "yaml",
    "jinja2": "jinja2",
    "cattrs": "cattrs",
    "click": "click",
}


def look_at_processor(where: Surroundings) -> str:
    return refuse_without_avx()


def look_at_libraries(where: Surroundings) -> str:
    import_libraries()  # in the order, and as quietly, as the program does
    for distribution, module in LIBRARIES.items():
        try:
            import_module(module)
            version_of(distribution)
        except Exception as error:
            raise ReasonError(message("damage.library", library=distribution, reason=str(error)[:200])) from error
    return f"tensorflow {version_of('tensorflow')}, keras {version_of('keras')}, {len(LIBRARIES)} in all"


def look_at_model_files(where: Surroundings) -> str:
    found, wanted = numbers.hashes(where.resources / "models"), numbers.expected(where.resources)["files"]
    other = [name for name, digest in wanted.items() if found.get(name) != digest]
    if other:
        gone = [name for name in other if name not in found]
        raise ReasonError(message("damage.files_differ", files=tuple(gone or other)))
    return f"{len(wanted)} files"


def look_at_models(where: Surroundings) -> str:
    wanted = numbers.expected(where.resources)["models"]
    for folder in numbers.folders(where.resources / "models"):
        model = numbers.opened(folder)
        if folder.name == numbers.TASKED:
            where.opened[folder.name] = model
        if folder.name not in wanted:
            continue  # it has no weights yet, and nothing to say
        if not numbers.is_near(answer := numbers.answer(folder, model), wanted[folder.name]):
            raise ReasonError(message("damage.answer", name=folder.name, answer=answer, wanted=wanted[folder.name]))
    return ", ".join(folder.name for folder in numbers.folders(where.resources / "models"))


def look_at_prediction(where: Surroundings) -> str:
    wanted = numbers.expected(where.resources)
    word, probability = numbers.predicted(_tasked(where))
    if word != wanted["word"] or not numbers.is_near(probability, wanted["probability"]):
        raise ReasonError(message("damage.answer", name=word, answer=probability, wanted=wanted["probability"]))
    return f"{numbers.PROMPT} {word} ({probability:.4f})"


def look_at_learning(where: Surroundings) -> str:
    model = _tasked(where)
    where.opened.clear()  # nobody asks what has learnt
    loss = numbers.stepped(model)
    wanted = numbers.expected(where.resources)["loss"]
    if not numbers.is_near(loss, wanted):
        raise ReasonError(message("damage.answer", name=numbers.TASKED, answer=loss, wanted=wanted))
    return f"{loss:.4f}"


def look_at_database(where: Surroundings) -> str:
    with Project.create(where.scratch / "project") as project:
        project.preferences.set("check", [1, "灯"])
        schema = project.schema()
    with Project.open(where.scratch / "project") as project:
        if project.preferences.get("check") != [1, "灯"] or (detail := project.unsound()):
            raise KnownError("project.unsound", folder=project.folder, detail=detail)
    return f"SQLite {sqlite3.sqlite_version}, schema {schema}"


def look_at_processes(where: Surroundings) -> str:
    if process.twice(21) != 42:
        raise process.NoAnswerError("it computes otherwise")
    return "spawn"


def look_at_documents(where: Surroundings) -> str:
    made = {".pdf": documents.pdf(), ".docx": documents.docx(), ".rtf": documents.rtf()}
    try:
        for kind, content in made.items():
            file = where.scratch / f"document{kind}"
            file.write_bytes(content)
            if documents.WORDS not in _read(file, kind):
                raise ReasonError(message("damage.reads_otherwise", kind=kind))
    finally:
        end_idle()
    return " ".join(made)


def look_at_keyring(where: Surroundings) -> str:
    """A computer without one is no fault of the installation: a token is not kept there."""
    import keyring

    return type(keyring.get_keyring()).__module__


def _tasked(where: Surroundings) -> LanguageModel:
    """The model that predicts and makes a step, opened once for whoever checks something of it."""
    if numbers.TASKED not in where.opened:
        where.opened[numbers.TASKED] = numbers.opened(where.resources / "models" / numbers.TASKED)
    return where.opened[numbers.TASKED]


def _read(file: Path, kind: str) -> str:
    wanted = Wanted(FileToRead(file, shown_name(file), file), kind, Reading())
    text = last(read_apart(wanted, Limits()))
    try:
        return "".join(text.pieces())
    finally:
        text.close()


# Those first that need the engine least: what is wrong is said early.
CHECKS = (
    Check("processor", "check.processor", look_at_processor),
    Check("database", "check.database", look_at_database),
    Check("process", "check.process", look_at_processes),
    Check("documents", "check.documents", look_at_documents),
    Check("keyring", "check.keyring", look_at_keyring),
    Check("model files", "check.model_files", look_at_model_files),
    Check("libraries", "check.libraries", look_at_libraries),
    Check("models", "check.models", look_at_models),
    Check("prediction", "check.prediction", look_at_prediction),
    Check("learning", "check.learning", look_at_learning),
)
