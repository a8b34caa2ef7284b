"""What is done with the program, and what of its answers goes into the ledger."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from tests.soak.checking import Found, finished_run, timeless
from tests.soak.disk import Disk
from tests.soak.ledger import KeptAnswer, KeptNote, KeptStep, KeptText, Ledger
from tests.soak.program import Outcome, Programs, faults
from tests.soak.reading import UNFINISHED, records, text_sha256
from tests.soak.setups import TEXT, Setup
from tests.soak.troubles import Met, Trouble, Troublemaker
from tests.tiny_models import tale

LOOKED = re.compile(r"^step (\d+): perplexity")
STARTED = 4.0  # times what an import takes, until a command has loaded TensorFlow
PROMPTS = ("Anna lit", "Bertil cleaned the", "Clara watched")


class Kind(StrEnum):
    TRAIN = "train"
    RESUME = "resume"
    IMPORT = "import"
    PREDICT = "predict"
    EVALUATE = "evaluate"
    NOTE = "note"
    WINDOW = "window"


WEIGHTS = {
    Kind.TRAIN: 6, Kind.RESUME: 5, Kind.IMPORT: 3, Kind.PREDICT: 2, Kind.EVALUATE: 1, Kind.NOTE: 1, Kind.WINDOW: 5,
}  # fmt: skip


@dataclass
class Stage:
    """The project that all acts are about, and what is known of it."""

    programs: Programs
    disk: Disk
    project: Path
    inputs: Path  # files to import
    ledger: Ledger
    found: Found
    setups: Sequence[Setup]
    seconds: float = 2.5  # that an import takes here
    numbers: count[int] = field(default_factory=lambda: count(1))

    @property
    def troublemaker(self) -> Troublemaker:
        return Troublemaker(self.programs, self.disk, self.project)


def act(stage: Stage, kind: Kind, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    """Do it; returns how the process ended, and that in words. Faults are in `stage.found`."""
    made = {
        Kind.TRAIN: _train, Kind.RESUME: _resume, Kind.IMPORT: _import, Kind.PREDICT: _predict,
        Kind.EVALUATE: _evaluate, Kind.NOTE: _note, Kind.WINDOW: _window,
    }[kind](stage, trouble, chosen)  # fmt: skip
    met, words = made
    stage.found.faults += [f"{kind}, {trouble}: {fault}" for fault in faults(met.outcome)]
    return met, f"{words}{f' ({met.words})' if met.words else ''}"


# Training


def _train(stage: Stage, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    setup = _setup(stage, chosen)
    name = f"{setup.name} #{next(stage.numbers)}"
    program = stage.programs.command("train", stage.project, *setup.arguments, "--name", name, "--json")
    met = stage.troublemaker.meet(trouble, program, chosen, _is_look, 1.5 * STARTED * stage.seconds)
    return met, f"{name}: {settle_training(stage, name, met)}"


def _resume(stage: Stage, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    unfinished = unfinished_runs(stage)
    if not unfinished:
        return _train(stage, trouble, chosen)
    name = chosen.choice(unfinished)
    program = stage.programs.command("resume", stage.project, name, "--json")
    met = stage.troublemaker.meet(trouble, program, chosen, _is_look, 1.5 * STARTED * stage.seconds)
    return met, f"{name}: {settle_training(stage, name, met)}"


def unfinished_runs(stage: Stage) -> list[str]:
    with records(stage.project) as read:
        return [name for name, run in read.runs().items() if run["status"] in UNFINISHED]


def settle_training(stage: Stage, name: str, met: Met) -> str:
    """Enter what was told of a run; returns how it ended, in words."""
    outcome = met.outcome
    looked = [int(found[1]) for line in outcome.err.splitlines() if (found := LOOKED.match(line))]
    if len(looked) > 1:  # the checkpoint of a look is recorded before the run goes on to the next one
        stage.ledger.step(KeptStep(name, looked[-2]))
    if outcome.status in (0, 130) and outcome.out.strip():
        return _settle_told(stage, name, json.loads(outcome.out), outcome.status)
    if outcome.ours or (outcome.status == 130 and met.trouble is Trouble.INTERRUPT):
        return "killed" if outcome.ours else "interrupted"
    allowed = met.may_refuse and outcome.refused
    stage.found.check(allowed, f"training “{name}” ended with {outcome.status}, {met.trouble}: {outcome.last_line}")
    return f"refused: {outcome.last_line}"


def _settle_told(stage: Stage, name: str, told: dict[str, Any], status: int) -> str:
    if told["status"] == "finished":
        keep_finished(stage, name)
    else:
        stage.ledger.step(KeptStep(name, told["steps"]))
        stage.found.check(status == 130 and told["status"] == "stopped", f"“{name}” ended as {told['status']}")
    return f"{told['status']} after {told['steps']} steps"


def keep_finished(stage: Stage, name: str) -> None:
    """Enter a run that was said to be finished, as it lies on the disk."""
    with records(stage.project) as read:
        run = read.runs().get(name)
        is_finished = run is not None and run["status"] == "finished"
        stage.found.check(is_finished, f"“{name}” was said to be finished, and is not in the records")
        if run is not None and is_finished:
            stage.ledger.run(finished_run(read, run))


def _setup(stage: Stage, chosen: random.Random) -> Setup:
    """Tiny ones mostly, and no larger than the disk has room for."""
    setup = chosen.choices(stage.setups, [1 if each.model == "starter-en" else 3 for each in stage.setups])[0]
    return setup if stage.disk.free() > 2 * setup.bytes_needed else stage.setups[0]


def _is_saved(line: str) -> bool:
    return '"saved"' in line


def _is_look(line: str) -> bool:
    return LOOKED.match(line) is not None


# Texts


def _import(stage: Stage, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    file = make_text(stage, chosen)
    program = stage.programs.command("import", stage.project, file, "--name", file.stem, "--json")
    met = stage.troublemaker.meet(trouble, program, chosen, None, stage.seconds)
    if met.outcome.status == 0:
        keep_text(stage, json.loads(met.outcome.out)["corpus"])
        return met, f"{file.stem}: imported"
    with records(stage.project) as read:
        is_there = file.stem in read.corpora()
    if is_there and met.outcome.ours:  # it was killed between the record and the answer
        keep_text(stage, file.stem)
    elif not met.outcome.ours:
        drafts = list((stage.project / "corpora").glob(".*"))
        stage.found.check(not is_there and not drafts, f"an import was refused and left something: {drafts or file}")
    return met, f"{file.stem}: {_settle_refusal(stage, met)}"


def make_text(stage: Stage, chosen: random.Random) -> Path:
    number, paragraphs = next(stage.numbers), round(10 ** chosen.uniform(2, 4))
    file = stage.inputs / f"text {number}.txt"
    file.write_text(tale(paragraphs, seed=number), encoding="utf-8")
    return file


def keep_text(stage: Stage, name: str) -> None:
    with records(stage.project) as read:
        folder = read.corpora().get(name)
    stage.found.check(folder is not None, f"the text “{name}” was said to be imported, and is not in the records")
    if folder is not None:
        stage.ledger.text(KeptText(name, text_sha256(folder)))


# Questions and notes


def _predict(stage: Stage, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    model, text = _model(stage, chosen), chosen.choice(PROMPTS)
    return _ask(stage, trouble, chosen, ("predict", str(stage.project), "--model", model, "--text", text, "--json"))


def _evaluate(stage: Stage, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    model = _model(stage, chosen)
    return _ask(stage, trouble, chosen, ("evaluate", str(stage.project), "--model", model, "--corpus", TEXT, "--json"))


def _ask(stage: Stage, trouble: Trouble, chosen: random.Random, question: tuple[str, ...]) -> tuple[Met, str]:
    """An answer that was given before has to be given again."""
    met = stage.troublemaker.meet(trouble, stage.programs.command(*question), chosen, None, STARTED * stage.seconds)
    if met.outcome.status != 0:
        return met, f"{question[3]}: {_settle_refusal(stage, met)}"
    answer = timeless(json.loads(met.outcome.out))
    known = next((kept.answer for kept in stage.ledger.answers if kept.arguments == question), None)
    if known is None:
        stage.ledger.answer(KeptAnswer(question, answer))
    stage.found.check(known in (None, answer), f"another answer than before: {' '.join(question)}")
    return met, f"{question[3]}: answered"


def _model(stage: Stage, chosen: random.Random) -> str:
    finished = sorted(stage.ledger.runs)
    return chosen.choice(finished) if finished else stage.setups[0].model


def _note(stage: Stage, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    with records(stage.project) as read:
        runs = list(read.runs())
    if not runs:
        return _import(stage, trouble, chosen)
    run, note = chosen.choice(runs), f"a note, number {next(stage.numbers)}"
    program = stage.programs.command("file", stage.project, run, "--note", note, "--json")
    met = stage.troublemaker.meet(trouble, program, chosen, None, stage.seconds)
    if met.outcome.ours:
        with records(stage.project) as read:
            is_kept = read.runs()[run]["note"] == note
    else:
        is_kept = met.outcome.status == 0
    if is_kept:
        stage.ledger.note(KeptNote(run, note))
        return met, f"{run}: noted"
    return met, f"{run}: {_settle_refusal(stage, met)}"


def _settle_refusal(stage: Stage, met: Met) -> str:
    """Only what was disturbed may say no, and in a sentence."""
    outcome = met.outcome
    if outcome.ours or (outcome.status == 130 and met.trouble is Trouble.INTERRUPT):
        return "killed" if outcome.ours else "interrupted"
    allowed = met.may_refuse and outcome.refused
    stage.found.check(allowed, f"“{outcome.command}” ended with {outcome.status}, {met.trouble}: {outcome.last_line}")
    return f"refused: {outcome.last_line}"


# The window


def _window(stage: Stage, trouble: Trouble, chosen: random.Random) -> tuple[Met, str]:
    orders = _orders(stage, chosen)
    program = stage.programs.module("window", stage.project, json.dumps(orders))
    met = stage.troublemaker.meet(trouble, program, chosen, _is_saved, 1.5 * STARTED * stage.seconds)
    said = told_by_window(met.outcome)
    enter_window(stage, said, met.trouble)
    _enter_untold_notes(stage, [order["text"] for order in orders if order["do"] == "note"])
    if not met.outcome.ours:
        closed = said[-1]["said"] == "closed" if said else False
        stage.found.check(
            met.outcome.status == 0 and (closed or _refused(said)),
            f"the window ended with {met.outcome.status}, {trouble}: {met.outcome.last_line}",
        )
        _check_refusals(stage, met, said)
    return met, f"{' · '.join(order['do'] for order in orders)}: {_last_words(said)}"


def _orders(stage: Stage, chosen: random.Random) -> list[dict[str, Any]]:
    setup = _setup(stage, chosen)
    until = chosen.choice([None, 0, setup.settings.validate_every * chosen.randint(1, 5)])
    training = train_order(setup, until)
    if chosen.random() < 0.3:
        training = {"do": "go on", "until": until}
    predict = {"do": "predict", "text": chosen.choice(PROMPTS)}
    note = {"do": "note", "text": f"typed, number {next(stage.numbers)}"}
    orders = [training]
    if chosen.random() < 0.4:
        orders.insert(0, {"do": "import", "file": str(make_text(stage, chosen))})
    orders += [each for each in (predict, note) if chosen.random() < 0.5]
    return [*orders, {"do": "close"}]


def train_order(setup: Setup, until: int | None = None) -> dict[str, Any]:
    return {
        "do": "train", "model": setup.model, "corpus": TEXT, "settings": setup.settings.to_json(), "until": until,
    }  # fmt: skip


def told_by_window(outcome: Outcome) -> list[dict[str, Any]]:
    """A line that a kill cut off says nothing."""
    lines = outcome.out.splitlines()
    return [json.loads(line) for line in lines if line.startswith('{"said"') and line.endswith("}")]


def enter_window(stage: Stage, said: Sequence[dict[str, Any]], trouble: Trouble) -> None:
    """A checkpoint is told of when it is written; it is recorded, if it must wait for that, before the next one."""
    saved: dict[str, list[int]] = {}
    for line in said:
        match line["said"]:
            case "imported":
                keep_text(stage, line["text"])
            case "saved" if line["run"]:
                steps = saved.setdefault(line["run"], [])
                steps.append(line["step"])
                if len(steps) > 1:
                    stage.ledger.step(KeptStep(line["run"], steps[-2]))
            case "noted":
                stage.ledger.note(KeptNote(line["run"], line["note"]))
            case "ended" if line["status"] == "finished":
                keep_finished(stage, line["run"])
            case "ended" if trouble is Trouble.NONE and saved.get(line["run"]):
                stage.ledger.step(KeptStep(line["run"], saved[line["run"]][-1]))


def _enter_untold_notes(stage: Stage, typed: Sequence[str]) -> None:
    """Those that were written after all: a kill came before that could be told, or a lock went away."""
    with records(stage.project) as read:
        for name, run in read.runs().items():
            if run["note"] in typed:
                stage.ledger.note(KeptNote(name, run["note"]))


def _check_refusals(stage: Stage, met: Met, said: Sequence[dict[str, Any]]) -> None:
    """A training that had begun does not fail; anything else may be refused while the database or disk is."""
    for line in said:
        if line["said"] == "failed" or (line["said"] == "refused" and met.trouble is Trouble.NONE):
            allowed = line["said"] == "failed" and met.may_refuse
            stage.found.check(allowed, f"in the window, {met.trouble}: {line['text']}")


def _refused(said: Sequence[dict[str, Any]]) -> bool:
    return bool(said) and said[-1]["said"] == "refused"


def _last_words(said: Sequence[dict[str, Any]]) -> str:
    told = [line for line in said if line["said"] in ("failed", "refused", "ended", "closed")]
    return ", ".join(f"{line['said']} {line.get('text') or line.get('status') or ''}".strip() for line in told[-3:])
