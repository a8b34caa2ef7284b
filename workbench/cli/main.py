"""The command line: the window's services for scripts, servers and machines without a display.

Results go to standard output (one JSON document with --json), everything else to standard error. Exit status: 0 on
success, 2 for a mistake of the caller's, 1 for a failure, 130 when interrupted from the keyboard.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench import __version__
from workbench.cli import details as cli_details
from workbench.cli import experiments as cli_experiments
from workbench.cli import export as cli_export
from workbench.cli import hub as cli_hub
from workbench.cli import import_options, terminal
from workbench.cli import results as cli_results
from workbench.cli.display import check_display
from workbench.ground.alongside import is_any_left
from workbench.messages.errors import KnownError
from workbench.models.catalogue import catalogue
from workbench.models.hub.cache import cached_models
from workbench.models.hub.connection import cache_folder
from workbench.project.project import Project
from workbench.services.asking import WRITING
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.values.prediction import Shaping, Unit
from workbench.values.run import Run

if TYPE_CHECKING:
    from workbench.training.rate_finder import TriedRate


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    spoilt = next((argument for argument in arguments if not _is_text(argument)), None)
    if spoilt is not None:
        written = KnownError("argument.not_utf8", argument=ascii(spoilt))
        print(f"{parser.prog}: {written}", file=sys.stderr)
        return 2
    # A first word that is no command is the project for the window.
    if not arguments or (arguments[0] not in COMMANDS and not arguments[0].startswith("-")):
        arguments = ["window", *arguments]
    options, more = parser.parse_known_args(arguments)
    if more and hasattr(options, "files") and not any(word.startswith("-") for word in more):
        options.files += more  # files behind an option, which argparse does not look for there
    elif more:
        parser.error(f"unrecognized arguments: {' '.join(more)}")
    try:
        result: int | None = options.action(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KnownError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2 if error.by_caller else 1
    except KeyboardInterrupt:
        print("Interrupted; what was saved is kept.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever read the answer, such as “head”, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python tries again when it ends
        return 0
    return result or 0


def program() -> int:
    """`main`, as the whole of a process: its end does not wait for what cannot be interrupted and nobody waits for."""
    status = main()
    if is_any_left():
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(status)
    return status


def _is_text(argument: str) -> bool:
    """Python puts bytes that it cannot read into an argument as half characters, which nothing can write again."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return False
    return True


def _window(options: argparse.Namespace) -> int:
    check_display()
    from workbench.gui.shell.app import run

    return run(options.project)


def _demo(options: argparse.Namespace) -> int:
    try:
        check_display()
    except KnownError:
        terminal.demo(options.project)
        return 0
    from workbench.gui.shell.app import run

    return run(options.project, demo=True)


def _new(options: argparse.Namespace) -> None:
    with Project.create(options.project) as project:
        print(f"Created {project.folder}")


def _import(options: argparse.Namespace) -> None:
    if options.only_try:
        with Project.look(options.project) as project:
            trying = import_options.trial(Workbench(project), options)
            import_options.show_trial(terminal.follow(trying, terminal.show_progress))
        return
    with Project.open(options.project) as project:
        services = Workbench(project)
        corpus = terminal.follow(import_options.requested(services, options), terminal.show_progress)
    for line in import_options.remarks(corpus):
        print(line, file=sys.stderr)
    row = terminal.corpus_json(corpus)
    terminal.show(options, row, "Imported “{corpus}”: {words:,} words, {vocabulary:,} different ones.")


def _export_text(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        print(f"Wrote {Workbench(project).texts.export_text(options.corpus, options.destination)}")


def _corpora(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        rows = [terminal.corpus_json(corpus) for corpus in project.corpora.every()]
    terminal.show(options, rows, "{corpus}  {words:,} words  {bytes:,} bytes")


def _strays(options: argparse.Namespace) -> None:
    changes = options.take_up or options.throw_away
    with (Project.open if changes else Project.look)(options.project) as project:
        services, rows = Workbench(project), []
        for stray in project.strays():
            row = {"stray": stray.relative_to(project.folder).as_posix(), "corpus": None}
            if options.take_up:
                try:
                    row["corpus"] = terminal.follow(services.texts.take_up(stray), terminal.show_progress).name
                except KnownError as error:
                    print(error, file=sys.stderr)
            rows.append(row)
        if options.throw_away:
            project.throw_away(project.strays())
    terminal.show(options, rows, "{stray}")


def _models(options: argparse.Namespace) -> None:
    if options.project is None:
        rows = [terminal.model_json(model) for model in catalogue(cached=cached_models(cache_folder()))]
    else:
        with Project.look(options.project) as project:
            rows = [terminal.model_json(model) for model in Workbench(project).models.every()]
    terminal.show(options, rows, "{model}  {family}, {parameters:,} parameters, context {context_length}: {trained_on}")


def _train(options: argparse.Namespace) -> int:
    fine_tuning = terminal.fine_tuning(options)
    with Project.open(options.project) as project:
        services = Workbench(project)
        model = services.models.named(options.model)
        advice = services.planning.advice(options.corpus, model, fine_tuning)
        training = services.training.train(options.corpus, model, fine_tuning, options.name, prompts=options.prompt)
        return _train_to_end(options, training, notes=[f"note: {each}" for each in advice])


def _find_rate(options: argparse.Namespace) -> None:
    fine_tuning = terminal.fine_tuning(options)
    tried: list[dict[str, float]] = []

    def show(each: TriedRate) -> None:
        tried.append({"learning_rate": each.learning_rate, "loss": each.loss})
        terminal.show_tried_rate(each)

    with Project.look(options.project) as project:
        services = Workbench(project)
        model = services.models.named(options.model)
        ramp = services.training.find_learning_rate(options.corpus, model, fine_tuning)
        row = {"suggestion": terminal.follow(ramp, show), "tried": tried}
    terminal.show(options, row, "{suggestion:g}")


def _resume(options: argparse.Namespace) -> int:
    with Project.open(options.project) as project:
        services = Workbench(project)
        base = project.runs.named(options.run).base_validation_loss
        more = options.more
        training = (
            services.training.resume(options.run) if more is None else services.training.extend(options.run, more)
        )
        return _train_to_end(options, training, base)


def _predict(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        row = terminal.predict(
            Workbench(project), options.model, options.text, options.top, _shaping(options), Unit(options.unit)
        )
    if options.json:
        terminal.show(options, row, "")
    else:
        for prediction in row["predictions"]:
            print(terminal.bar(prediction["word"], prediction["probability"]))


def _surprise(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        services = Workbench(project)
        reading = services.asking.surprise(services.models.named(options.model), options.text)
        found = terminal.follow(reading, terminal.show_progress)
    if options.json:
        terminal.show(options, terminal.surprise_json(options.model, found), "")
        return
    for word in found.words:
        print(terminal.surprise_line(found.text, word))
    print(f"perplexity {found.perplexity:.2f} a token, {found.word_perplexity:.1f} a word; {found.bits:.1f} bits")


def _shaping(options: argparse.Namespace) -> Shaping:
    return Shaping(options.temperature, options.top_k, options.top_p, options.repetition_penalty)


def _generate(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        services = Workbench(project)
        writing = services.asking.generate(
            services.models.named(options.model),
            options.text,
            options.words,
            _shaping(options),
            options.seed,
            to_sentence_end=options.sentence,
        )  # fmt: skip
        text = terminal.follow(writing, lambda piece: None)
    row = {"model": options.model, "text": options.text, "continuation": text, "seed": options.seed}
    terminal.show(options, row, "{text}{continuation}")


def _runs(options: argparse.Namespace) -> None:
    with Project.look(options.project) as project:
        runs = project.runs.every()
    if options.json:
        terminal.show(options, [terminal.run_json(run) for run in runs], "")
        return
    for run in runs:
        print(f"{run.name}  {run.status}  {run.corpus} ← {run.model}  {terminal.result_in_words(run)}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nextword-workbench", description="Transfer learning of language models; without a command, the window."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, action: Callable[[argparse.Namespace], Any], help_text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=help_text)
        made.set_defaults(action=action)
        return made

    def on_project(name: str, action: Callable[[argparse.Namespace], Any], help_text: str) -> argparse.ArgumentParser:
        made = command(name, action, help_text)
        made.add_argument("project", type=Path, help="the project's folder")
        return made

    window = command("window", _window, "open the window (the default)")
    window.add_argument("project", type=Path, nargs="?")
    demo = command("demo", _demo, "the sample project, from text to predictions")
    demo.add_argument("--project", type=Path, help="where to make it; default: a new folder in your documents")
    on_project("new", _new, "make an empty project")

    import_options.add_import_options(on_project("import", _import, "read files, folders or a page into a corpus"))
    exporting = on_project("export-text", _export_text, "write a corpus's texts to a folder")
    exporting.add_argument("corpus")
    exporting.add_argument("destination", type=Path)

    corpora = on_project("corpora", _corpora, "list the corpora")
    strays = on_project("strays", _strays, "list what lies in the project and its records do not name")
    strays_act = strays.add_mutually_exclusive_group()
    strays_act.add_argument("--take-up", action="store_true", help="make texts of the project out of the texts")
    strays_act.add_argument("--throw-away", action="store_true", help="delete them")
    models = command("models", _models, "list the models to start from")
    models.add_argument("project", type=Path, nargs="?")

    train = on_project("train", _train, "fine-tune a model on a corpus")
    find_rate = on_project("find-rate", _find_rate, "try learning rates on a copy of a model and suggest one")
    for made in (train, find_rate):
        terminal.add_training_options(made)
    train.add_argument("--name", help="the run's name")
    terminal.add_prompt_option(train)
    resume = on_project("resume", _resume, "continue a run from its last checkpoint")
    resume.add_argument("run")
    resume.add_argument("--more", type=_steps, metavar="STEPS", help="let a finished run learn for so many more steps")

    cli_results.add_commands(on_project)

    predict = on_project("predict", _predict, "show the most probable next words")
    generate = on_project("generate", _generate, "continue a text")
    surprise = on_project("surprise", _surprise, "tell how surprising each word of a text is")
    for made in (predict, generate, surprise):
        made.add_argument("--model", required=True)
        made.add_argument("--text", required=True)
    predict.add_argument("--top", type=int, default=10)
    predict.add_argument(
        "--unit", choices=[unit.value for unit in Unit], default=Unit.WORD.value,
        help="what counts as a word in scripts without spaces",
    )  # fmt: skip
    generate.add_argument("--words", type=int, default=50)
    generate.add_argument("--seed", type=int, default=0)
    generate.add_argument("--sentence", action="store_true", help="stop at the end of the sentence")
    for made, plain in ((predict, Shaping()), (generate, WRITING)):
        made.add_argument("--temperature", type=float, default=plain.temperature)
        made.add_argument("--top-k", type=int, default=plain.top_k, help="0 for all tokens")
        made.add_argument("--top-p", type=float, default=plain.top_p)
        made.add_argument("--repetition-penalty", type=float, default=plain.repetition_penalty)
    runs = on_project("runs", _runs, "list the runs")
    cli_export.add_commands(command, on_project)
    cli_experiments.add_commands(on_project)
    for made in (corpora, strays, models, train, find_rate, resume, predict, generate, surprise, runs):
        made.add_argument("--json", action="store_true", help="print one JSON document")
    cli_hub.add_commands(commands)
    cli_details.add_commands(command)
    return parser


COMMANDS = (
    "window", "demo", "new", "import", "export-text", "corpora", "strays", "models",
    "train", "find-rate", "resume", "predict", "generate", "surprise", "runs",
    *cli_hub.COMMANDS,
    *cli_experiments.COMMANDS,
    *cli_results.COMMANDS,
    *cli_export.COMMANDS,
    *cli_details.COMMANDS,
)  # fmt: skip


def _train_to_end(
    options: argparse.Namespace, training: Training, base: float | None = None, notes: Sequence[str] = ()
) -> int:
    run, interrupted = terminal.follow_learning(training, terminal.ShownTraining(base, notes))
    _report_run(options, run)
    return 130 if interrupted else 0


def _steps(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of steps")
    return int(text)


def _report_run(options: argparse.Namespace, run: Run) -> None:
    if options.json:
        terminal.show(options, terminal.run_json(run), "")
        return
    print(f"{run.name}: {run.status} after {run.steps} steps; {terminal.result_in_words(run)}")
