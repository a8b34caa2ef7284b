"""How fast this computer is: found out in spite of what else it does, remembered, and what runs took believed first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.services.test_workbench import SETTINGS, to_end
from workbench.costs import speed
from workbench.costs.computer import memory_file, note_pace, remember_speed, remembered_speed, seen_pace
from workbench.costs.fit import Speed
from workbench.costs.speed import known_speed, measure_again, measured_speed
from workbench.gui.words import quantities
from workbench.messages.message import Message, Span
from workbench.messages.rendering import render
from workbench.models.card import Basis
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.presets import PRESETS

SPEED = Speed(1e11, 3e11, 1e9)
NEXT_START = """
import json, sys
from pathlib import Path
from tests.costs.test_speed import shown
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning

with Project.open(Path(sys.argv[1])) as project:
    epoch = Workbench(project).planning.fit("gpt-en", "tale", FineTuning(epochs=1, steps=None, batch_size=2)).steps
    print(json.dumps([*shown(project), epoch, "tensorflow" in sys.modules]))
"""


def shown(project: Project) -> tuple[bool, float, str]:
    """Whether this computer was measured, and what is said of how long a run will take."""
    estimate = Workbench(project).planning.fit(from_text("starter-en"), "tale", PRESETS["balanced"])
    return estimate.is_measured, estimate.seconds, quantities.expected_duration([estimate])


@pytest.fixture(autouse=True)
def another_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of which nothing is known."""
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.engine
def test_what_is_shown_stays_while_the_program_runs_and_is_there_before_it_is_measured_the_next_time(
    tale_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"SECONDS": 0, "MOST_ROUNDS": 1, "SIDE": 64, "NUMBERS": 2**12}.items():
        monkeypatch.setattr(speed, name, value)  # how near it comes to the truth is the benchmark's
    Workbench(tale_project).models.warm_up()
    first = [shown(tale_project)]
    measured_speed()
    first.append(shown(tale_project))
    measure_again()
    remember_speed(Speed(1e15, 1e15, 1e15))  # one that differs from what was measured, however alike two are
    first.append(shown(tale_project))
    assert [measured for measured, _, _ in first] == [False, True, True]
    assert "measured" in first[0][2] and not any(character.isdigit() for character in first[0][2])
    # Not the times themselves: that what is shown in one start stays as it is, when the next measurement says another.
    assert first[1] == first[2]
    remembered = remembered_speed()
    assert remembered is not None and remembered[1] == 3
    folder = tale_project.folder
    tale_project.close()
    command = [sys.executable, "-c", NEXT_START, str(folder)]
    told = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    is_measured, seconds, _, epoch, loaded = told
    assert is_measured and seconds != first[2][1] and epoch > 5
    assert not loaded, "what was remembered is there before TensorFlow is, and what a text has of tokens"


def test_the_fastest_measurement_is_kept_and_shown_from_the_next_start_on() -> None:
    assert known_speed() is None and remembered_speed() is None
    remember_speed(SPEED)
    assert known_speed() == SPEED and remembered_speed() == (SPEED, 1)
    remember_speed(Speed(2e11, 1e11, 2e9))
    assert remembered_speed() == (Speed(2e11, 3e11, 2e9), 2)
    assert known_speed() == SPEED, "what is shown stays while the program runs"


NONSENSE = (
    "", "no json", "[]", "{}", '{"COMPUTER": 3}', '{"COMPUTER": {"speed": {"float32": "fast"}, "runs": 2}}',
    '{"COMPUTER": {"speed": {"float32": 0, "bfloat16": 0, "elements": NaN, "times": 1}, "runs": {"a": ["b"]}}}',
)  # fmt: skip


@pytest.mark.parametrize("content", NONSENSE)
def test_nonsense_in_the_file_is_as_good_as_nothing_and_written_over(content: str) -> None:
    from workbench.costs.computer import computer

    memory_file().parent.mkdir(parents=True)
    memory_file().write_text(content.replace("COMPUTER", computer()), encoding="utf-8")
    assert remembered_speed() is None and seen_pace("a") is None
    remember_speed(SPEED)
    note_pace("a", 0.25)
    assert remembered_speed() == (SPEED, 1) and seen_pace("a") == 0.25


def test_where_nothing_can_be_written_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(Path(os.devnull) / "cache"))
    remember_speed(SPEED)
    note_pace("a", 0.25)
    assert remembered_speed() is None and seen_pace("a") is None


def test_the_middle_of_the_last_runs_counts() -> None:
    for pace in (9.0, 9.0, 1.0, 5.0, 2.0, 3.0, 4.0):
        note_pace("a", pace)
    assert seen_pace("a") == 3.0 and seen_pace("b") is None


def test_what_a_run_took_is_believed_of_the_next_one_of_its_shape(tale_project: Project, tiny_gpt2: Path) -> None:
    services, model = Workbench(tale_project), str(tiny_gpt2)
    before = services.planning.fit(services.models.named(model), "tale", SETTINGS)
    run = to_end(services.training.train("tale", services.models.named(model), SETTINGS))
    assert run.tokens_per_second is not None
    alike = SETTINGS.with_settings({"steps": 30, "seed": 5, "learning_rate": 0.1})
    after = services.planning.fit(services.models.named(model), "tale", alike)
    assert before.basis is Basis.ASSUMED and after.basis is Basis.SEEN
    assert after.seconds_per_1000_tokens == pytest.approx(1000 / run.tokens_per_second)
    assert (
        services.planning.fit(services.models.named(model), "tale", SETTINGS.with_settings({"batch_size": 8})).basis
        is not Basis.SEEN
    )
    assert (
        Workbench(tale_project)
        .planning.fit(Workbench(tale_project).models.named(f"scratch:{model}"), "tale", alike)
        .basis
        is Basis.SEEN
    ), "weights take no time"


def test_a_guess_is_a_wide_range_and_says_that_it_is_one(tale_project: Project) -> None:
    from workbench.cli.learning import expected_duration

    guess = Workbench(tale_project).planning.fit(from_text("starter-en"), "tale", FineTuning())
    assert guess.basis is Basis.ASSUMED and guess.between[1] > 10 * guess.between[0]
    said = expected_duration([guess])
    assert isinstance(said, Message) and "a guess until this computer has been measured" in render(said)
    remember_speed(SPEED)
    measured = Workbench(tale_project).planning.fit(from_text("starter-en"), "tale", PRESETS["thorough"])
    assert isinstance(expected_duration([measured]), Span)
