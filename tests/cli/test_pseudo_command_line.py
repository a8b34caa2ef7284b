"""In a language of other letters, every letter that a command prints has come from a catalogue, or from the person."""

from __future__ import annotations

import ast
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import click
import pytest

from tests.exporting.test_pseudo_report import runs_of
from tests.findings import comparisons, everything_learnt, savings
from tests.places import ROOT
from tests.pseudo import PseudoLanguage
from workbench.cli.findings import FORGOT, RECALL, SPLITS, before_after_lines, learnt_lines, saving_line
from workbench.cli.kinds import OneOf
from workbench.cli.learning import STAGES, STATUSES, ShownTraining
from workbench.cli.main import main
from workbench.cli.program import NAME, Program, program
from workbench.cli.queueing import FITS
from workbench.cli.terminal import show_download, show_progress
from workbench.cli.to_type import TO_TYPE
from workbench.cli.words import said, speaking
from workbench.corpora.cleaning.recipe import default_recipe
from workbench.messages.message import message
from workbench.messages.rendering import written
from workbench.models.catalogue import catalogue
from workbench.models.hub.progress import Downloading
from workbench.project.details import ALSO
from workbench.project.project import Project
from workbench.tasks.task import Headline
from workbench.training import events
from workbench.training.surroundings import LIBRARIES, hardware, versions
from workbench.values.fine_tuning import FineTuning
from workbench.values.progress import Progress

_WORD = re.compile(r"[^\s,;|=\[\]{}()“”:…/]+")
_LETTER = re.compile("[A-Za-z]")
# Of the program and its files; keys and values as they are typed.
NAMES = {
    NAME, *NAME.split("-"), "nextword-", "train", "--help", "project.sqlite", "starter-en", "utf-8", "cp1252", "csv",
    *FineTuning().to_json(), *(word for step in default_recipe() for word in (step.name, step.value)),
    "on", "off", "pages", "en", "auto", "resume", "--more",
    *(word for typed in TO_TYPE.values() for each in typed for word in _WORD.findall(each)),
}  # fmt: skip
ALL = program()
COMMANDS = ALL.by_name


def foreign(text: str, known: Sequence[str] = ()) -> list[str]:
    """The words of `text` that no catalogue gave."""
    for name in sorted(known, key=len, reverse=True):
        text = text.replace(name, " ")
    return [word for word in _WORD.findall(text) if _LETTER.search(word) and word.strip(".") not in NAMES]


def inner(command: click.Command) -> Mapping[str, click.Command]:
    if isinstance(command, Program):
        return command.by_name
    return command.commands if isinstance(command, click.Group) else {}


def tree(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    for name, each in inner(command).items():
        yield from tree(each, (*path, name))


def typed(command: click.Command, path: tuple[str, ...]) -> set[str]:
    """The names and values of a command that are the same in every language."""
    found = {*path, *inner(command)}
    for each in command.get_params(click.Context(command)):
        found |= {*each.opts} if isinstance(each, click.Option) else set()
        found |= {*each.type.typed} if isinstance(each.type, OneOf) else set()
        found |= {str(each.default)} if isinstance(each.default, str) else set()
    return found


@pytest.mark.parametrize("path", [path for path, _ in tree(ALL)], ids=" ".join)
def test_every_letter_of_a_help_is_from_a_catalogue(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    (command,) = (each for place, each in tree(ALL) if place == path)
    words = [*path, "--help"] if path[:1] != ("queue",) or len(path) == 1 else ["queue", "проект", path[1], "--help"]
    assert main(words, language=PseudoLanguage()) == 0
    told = capsys.readouterr().out
    names = typed(command, path)
    assert len(told) > 100 and [word for word in foreign(told) if word.rstrip("…") not in names] == []


OUTPUTS = [
    ["corpora", "{project}"],
    ["models", "{project}"],
    ["runs", "{project}"],
    ["compare", "{project}"],
    ["compare", "{project}", "первый"],
    ["file", "{project}", "первый", "--tag", "метка", "--group", "группа"],
    ["strays", "{project}"],
    ["queue", "{project}", "add", "--corpus", "сказка", "--model", "starter-en", "--name", "жду"],
    ["queue", "{project}"],
    ["queue", "{project}", "clear"],
    ["queue", "{project}", "run"],
    ["sweep", "{project}", "--corpus", "сказка", "--model", "starter-en", "--vary", "seed=1,2", "--costs"],
    ["sweep", "{project}", "--corpus", "сказка", "--model", "starter-en", "--vary", "seed=1,2", "--later"],
    ["sweep", "{project}", "--corpus", "сказка", "--model", "starter-en", "--vary", "context_length=8,16", "--later"],
    ["export", "{project}", "первый", "{beside}/1.csv", "--format", "csv"],
    ["export-text", "{project}", "сказка", "{beside}/2"],
    ["report", "{project}", "первый", "--to", "{beside}/3.html"],
    ["archive", "{project}", "{beside}/4.zip"],
    ["import", "{project}", "{beside}/ряды.csv", "{beside}/кодировка.txt", "--label", "метка", "--name", "смесь"],
    ["import", "{project}", "{beside}/сказка.txt", "--name", "ещё", "--try", "--clean", "minimum=3"],
    ["new", "{beside}/5"],
    ["hub", "--endpoint", ""],
    ["token", "show"],
    ["details", "{project}"],
    ["details"],
    # Mistakes
    ["predict", "{project}", "--model", "starter-en"],
    ["predict", "{project}", "--model", "starter-en", "--text", "а", "--top", "б"],
    ["predict", "{project}", "--model", "starter-en", "--text", "а", "--unit", "б"],
    ["predict", "{project}", "--model", "scratch:starter-en", "--text", "а"],
    ["resume", "{project}", "первый", "--more", "0"],
    ["file", "{project}", "первый", "--archive", "--bring-back"],
    ["corpora", "{project}", "лишнее"],
    ["corpora", "{project}", "--лишнее"],
    ["queue", "{project}", "лишнее"],
    ["train", "{project}", "--corpus", "нет", "--model", "starter-en", "--task", "нет"],
    ["train", "{project}", "--corpus"],
    ["import", "{project}"],
    ["corpora", "{beside}/нет"],
]


def test_every_letter_that_a_command_prints_is_from_a_catalogue(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One project for all of them: what one changes does not matter to the next."""
    monkeypatch.setenv("NEXTWORD_CONFIG_HOME", str(tmp_path / "settings"))
    beside = tmp_path / "рядом"
    beside.mkdir()
    runs_of(project, beside / "сказка.txt")
    project.close()
    (beside / "ряды.csv").write_text("метка,текст\n" + "".join(f"{n % 2},Строка {n}, здесь\n" for n in range(9)))
    (beside / "кодировка.txt").write_bytes("Привет, мир. ".encode() * 30 + b"\xff\xfe\x81")
    cards = [(str(each.ref), each.name, written(each.trained_on), each.quantisation) for each in catalogue()]
    of_models = [text for card in cards for text in card if text]
    computer = [
        platform.system(),
        platform.release(),
        platform.machine(),
        *hardware("").values(),
        *versions(LIBRARIES + ALSO),
        *versions(LIBRARIES + ALSO).values(),
    ]
    known = [
        str(project.folder), str(beside), "https://huggingface.co", "HF_TOKEN", "SQLite", "XLA flags", "oneDNN",
        *filter(None, computer), *of_models, "ряды.csv", "кодировка.txt", "сказка.txt",
    ]  # fmt: skip
    found = {}
    for words in OUTPUTS:
        capsys.readouterr()
        command = [word.format(project=project.folder, beside=beside) for word in words]
        status = main(command, language=PseudoLanguage())
        told = capsys.readouterr()
        lines = (told.out + told.err).splitlines()
        assert status in (0, 1, 2) and (lines or words[0] in ("strays", "queue")), words
        names = typed(COMMANDS[words[0]], ())
        typed_words = set(chain(*(word.split("=") for word in words)))
        known_here = {*names, *typed_words, *COMMANDS, "train", "run", "add", "remove", "move", "clear"}
        paths = [word for word in command if "/" in word]
        left = [
            word for line in lines for word in foreign(line, [*known, *paths]) if word.strip("'\".") not in known_here
        ]
        if left:
            found[" ".join(words)] = (left, lines)
    assert found == {}


class Terminal:
    """Writes down what is shown on a changing line, too."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text.replace("\r\x1b[K", "\n")
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return True


def every_event() -> Iterator[events.Event]:
    for stage in events.Stage:
        yield events.Preparing(stage)
    yield events.MemoryMeasured(10**9, 10**9)
    for step in range(1, 4):
        yield events.StepMeasured(step, 9, 3.0, 0.1, 1.0, 99.0, 1.0, 5.0 if step > 1 else None)
        yield events.Validated(step, 2.0 + step, step == 1, 1.0)
    yield events.Waiting(events.Obstacle.DATABASE, Path("папка"))
    yield events.CheckpointPassedOver(3, 2)
    yield events.Arrived({}, {}, message("place.other_processor", before="1", after="2"))
    for step in (0, 3):
        yield events.WentOn(message("place.killed", signal=9), step)
    for reason in (events.StopReason.BUDGET, events.StopReason.MEMORY):
        yield events.Finished(9, reason, 3.0, 2.0, 9, 2.0, 9.0)


@pytest.mark.parametrize("headline", list(Headline))
def test_every_letter_that_is_told_while_it_learns_is_from_a_catalogue(
    headline: Headline, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with speaking(PseudoLanguage()):
        show = ShownTraining(notes=[message("advice.validation", tokens=3)], headline=headline)
        for event in every_event():
            show(event)
        for total in (0, 9):
            show_progress(Progress(3, total, message("progress.held")))
            show_download(Downloading(3, total, message("progress.held"), 4.0, 1.0))
    assert len(terminal.text.splitlines()) > 15 and foreign(terminal.text) == []
    assert ("ｐｅｒｐｌｅｘｉｔｙ" in terminal.text) == (headline is Headline.PERPLEXITY)


def findings() -> Iterator[str]:
    for comparison in comparisons():
        yield from before_after_lines(comparison)
    for saving in savings():
        yield saving_line(saving)
    for found in everything_learnt():
        yield from learnt_lines(found)
    for table in (STAGES, STATUSES, FITS, FORGOT, RECALL, SPLITS):
        yield from map(said, table.values())


def test_every_letter_of_a_finding_is_from_a_catalogue() -> None:
    with speaking(PseudoLanguage()):
        lines = list(findings())
    assert len(lines) > 60 and [line for line in lines if foreign(line)] == []


PRINTING = {"print", "keep", "rewrite"}


def test_nothing_is_printed_as_it_is_written_in_the_program() -> None:
    """Also what no test runs, since it needs the engine; a line that is to be typed stays as it is."""
    found = []
    for file in sorted((ROOT / "workbench" / "cli").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PRINTING:
                parts = chain.from_iterable(given.values for given in node.args if isinstance(given, ast.JoinedStr))
                written = [part.value for part in (*node.args, *parts) if isinstance(part, ast.Constant)]
                found += [text for text in written if isinstance(text, str) and _LETTER.search(text)]
    assert [text for text in found if not re.search(r"uv run main.py|--model|--text", text)] == []
