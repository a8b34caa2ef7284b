"""What is taken out of a project: models and measurements for other programs, pages for other people."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.command import Section, argument, option
from workbench.cli.documents import print_document
from workbench.cli.kinds import FILE, LANGUAGE, OneOf
from workbench.cli.options import as_json, of_part, on_project, on_run
from workbench.cli.terminal import follow, note, show_progress, tell
from workbench.cli.words import spoken
from workbench.exporting.adapter import adapter_bytes
from workbench.exporting.formats import Format, export_run, folder_of, parts_to_export
from workbench.exporting.gguf.quantisations import Quantisation, sizes
from workbench.exporting.hugging_face import Numbers
from workbench.exporting.report import write_report
from workbench.ground.speech import spoken_by
from workbench.messages.errors import KnownError
from workbench.messages.message import Size, message
from workbench.models.catalogue import read_config
from workbench.project.project import Project
from workbench.services.workbench import Workbench

SECTION = Section(message("section.exporting"), place=11)


@SECTION.command("export", message("command.export"))
@on_project
@on_run
@argument("destination", called=message("word.place_of_export"), says=message("argument.destination"), type=FILE)
@option("--format", "wanted", says=message("option.format"), type=OneOf(Format), default=Format.HUGGING_FACE)
@of_part
@option("--numbers", says=message("option.numbers"), type=OneOf(Numbers), default=Numbers.FLOAT32)
@option("--quantisation", says=message("option.quantisation"), type=OneOf(Quantisation), default=Quantisation.F16)
@as_json
def export(
    project: Path,
    run: str,
    destination: Path,
    wanted: Format,
    part: str,
    numbers: Numbers,
    quantisation: Quantisation,
    as_json: bool,
) -> None:
    with Project.look(project) as opened:
        found = opened.runs.named(run)
        parts = parts_to_export(found, wanted, part)
        if wanted is Format.ADAPTER and not as_json and (size := adapter_bytes(found)) is not None:
            note("told.adapter_size", size=Size(size))
        writing = export_run(Workbench(opened), run, destination, wanted, numbers, part, quantisation)
        written = follow(writing, show_progress)
    places = {each: written / folder_of(each) if len(parts) > 1 else written for each in parts if each}
    if as_json:
        document = {"run": run, "format": wanted.value, "written": str(written)}
        print_document(document | {"parts": {each: str(place) for each, place in places.items()}})
        return
    for each, place in places.items():
        tell("told.wrote_part", part=each, place=place)
    if not places:
        tell("told.wrote", place=written)


@SECTION.command("quantisations", message("command.quantisations"))
@on_project
@on_run
@as_json
def quantisations(project: Path, run: str, as_json: bool) -> None:
    with Project.look(project) as opened:
        found = sizes(read_config(opened.runs.named(run).folder / "model"))
    if as_json:
        print_document({"run": run, "bytes": {wanted.value: size for wanted, size in found.items()}})
        return
    for wanted, size in found.items():
        tell("told.quantisation", name=wanted.value, size=Size(size))


@SECTION.command("report", message("command.report"))
@on_project
@argument("runs", called=message("word.run"), says=message("argument.runs"), nargs=-1, required=True)
@option("--to", called=message("word.file"), says=message("option.report_to"), type=FILE, required=True)
@option("--language", "code", says=message("option.report_language"), type=LANGUAGE)
@as_json
def report(project: Path, runs: tuple[str, ...], to: Path, code: str | None, as_json: bool) -> None:
    if to.suffix.lower() not in (".html", ".htm", ".pdf"):
        reason = message("value.one_of", known=("*.html", "*.pdf"))
        raise KnownError("setting.invalid", name="--to", value=to.name, reason=reason)
    with Project.look(project) as opened:
        if to.suffix.lower() == ".pdf":
            # Only the window's library can write it; without a display it needs none either.
            from workbench.gui.report_pdf import write_report_pdf as write
        else:
            write = write_report
        written = follow(write(opened, list(runs), to, spoken() if code is None else spoken_by(code)), show_progress)
    if as_json:
        print_document({"runs": list(runs), "written": str(written)})
    else:
        tell("told.wrote", place=written)
