"""A run that learns from a teacher: what is to become small, of what each row is asked, and that it goes on exactly."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.labelled_runs import SETTINGS as LABELLED
from tests.tiny_models import make_tiny_gpt2
from workbench.experiments.repeating import repeat
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services import teaching
from workbench.services.workbench import Workbench
from workbench.tasks.next_word.task import NextWord
from workbench.tasks.taught import MOST_KEPT, divergence
from workbench.tasks.teacher import NetworkTeacher, Whose
from workbench.training.events import Command, StepMeasured
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled, Folder, OfRun, Scratch
from workbench.values.run import Input, Run, RunStatus

SETTINGS = FineTuning(
    steps=8, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=4, precision="float32",
    temperature=2.0, teacher_share=0.7,
)  # fmt: skip


def test_all_that_is_kept_is_the_divergence_itself() -> None:
    """Of five answers all are kept, so that it is Hinton's loss, computed here in float64."""
    draw, temperature = np.random.default_rng(0), 3.0
    student, teacher = draw.normal(size=(2, 4, 5)) * 2, draw.normal(size=(2, 4, 5)) * 2
    p, q = (_softmax(each / temperature) for each in (teacher, student))
    wanted = temperature**2 * (p * np.log(p / q)).sum(-1)
    order = np.argsort(-p, -1)
    kept = np.log(np.take_along_axis(p, order, -1)).astype(np.float32)
    found = divergence(student.astype(np.float32), _tensor(order), kept, temperature)
    assert float(found) == pytest.approx(wanted.mean(), rel=1e-4)
    mask = np.array([[True, False, True, True], [False] * 4])
    masked = divergence(student.astype(np.float32), _tensor(order), kept, temperature, mask)
    assert float(masked) == pytest.approx(wanted[mask].mean(), rel=1e-4)


def test_what_is_left_counts_as_one_answer() -> None:
    p, q = np.array([0.5, 0.2, 0.2, 0.1]), np.array([0.1, 0.4, 0.3, 0.2])
    wanted = 0.5 * np.log(0.5 / 0.1) + 0.5 * np.log(0.5 / 0.9)
    found = divergence(np.log(q)[None].astype(np.float32), _tensor([[0]]), np.log(p)[None, :1].astype(np.float32), 1.0)
    assert float(found) == pytest.approx(wanted, rel=1e-4)


def test_each_row_is_asked_once_and_said_the_same_ever_after(tmp_path: Path, two_layers: Path) -> None:
    from workbench.models.catalogue import find_model
    from workbench.models.language_model import load

    model = load(find_model(str(two_layers)))
    network, whose = model.network, Whose(model, model.network)
    rows = np.random.default_rng(1).integers(0, 300, (4, 8)).astype(np.int32)
    teacher = NetworkTeacher(whose, NextWord(), MOST_KEPT, 2.0, tmp_path / "said")
    answers, chances = teacher.told(rows)
    assert answers.shape == chances.shape == (4, 8, MOST_KEPT)
    logits = np.asarray(network({"token_ids": rows, "padding_mask": np.ones_like(rows)}), np.float64)
    likely = np.log(_softmax(logits / 2.0))
    assert np.allclose(np.take_along_axis(likely, answers, -1), chances, atol=5e-3)
    assert np.array_equal(answers[..., 0], likely.argmax(-1))

    # In another process, which does not see the run's folder, it says the same.
    away = pickle.loads(
        pickle.dumps(NetworkTeacher(whose, NextWord(), MOST_KEPT, 2.0, tmp_path / "no" / "such" / "run"))
    )
    for here, there in zip((answers, chances), away.told(rows), strict=True):
        assert np.array_equal(here, there)
    assert not (tmp_path / "no").exists()

    # Another network is never asked of rows that are known, also not after the program has ended in mid-write.
    (file,) = (tmp_path / "said").glob("*.rows")
    with file.open("ab") as stream:
        stream.write(b"half a record")
    for variable in network.weights:
        variable.assign(np.zeros(variable.shape))
    again = NetworkTeacher(whose, NextWord(), MOST_KEPT, 2.0, tmp_path / "said")
    for first, second in zip(again.told(rows[::-1]), (answers[::-1], chances[::-1]), strict=True):
        assert np.array_equal(first, second)
    others = again.told(rows + 1)[1]
    assert np.allclose(others, -np.log(300), atol=1e-2)
    assert np.array_equal(again.told(rows)[0], answers)


def test_a_student_is_taught_stops_and_goes_on_with_the_same_bits(
    tiny_services: Workbench, two_layers: Path, tiny_gpt2: Path
) -> None:
    services, project = tiny_services, tiny_services.project
    train = services.training.train
    whole = last(train("tale", Folder(tiny_gpt2), SETTINGS, "whole", teacher=Folder(two_layers)))
    assert whole.status is RunStatus.FINISHED and whole.teacher is not None
    assert whole.teacher.ref == Folder(two_layers) and whole.teacher.sha256
    assert "taught" in whole.tasks and not (whole.folder / "teacher").exists()
    alone = last(train("tale", Folder(tiny_gpt2), SETTINGS, "alone"))
    assert alone.teacher is None and alone.best_validation_loss != whole.best_validation_loss
    assert alone.base_validation_loss == whole.base_validation_loss  # what is shown is the text's own loss

    training, command = train("tale", Folder(tiny_gpt2), SETTINGS, "left", teacher=Folder(two_layers)), None
    with pytest.raises(StopIteration) as stopped:
        while True:
            event = training.send(command)
            command = Command.LEAVE if isinstance(event, StepMeasured) and event.step == 3 else None
    left: Run = stopped.value.value
    assert left.steps == 3 and list((left.folder / "teacher").iterdir())
    again = last(services.training.resume("left"))
    for name in ("loss", "validation_loss"):
        assert project.runs.curves(again)[name].values.tolist() == project.runs.curves(whole)[name].values.tolist()


def test_a_teacher_that_is_gone_or_another_is_said_before_a_run_goes_on(
    tiny_services: Workbench, two_layers: Path, tiny_gpt2: Path, tmp_path: Path
) -> None:
    services = tiny_services
    teacher = Path(shutil.copytree(two_layers, tmp_path / "teacher"))
    training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "left", teacher=Folder(teacher))
    while not isinstance(next(training), StepMeasured):
        pass
    training.close()
    moved = teacher.rename(tmp_path / "elsewhere")
    assert _refusal(lambda: last(services.training.resume("left"))) == "teacher.gone"
    shutil.copytree(make_tiny_gpt2(tmp_path / "other", layers=3), teacher)
    assert _refusal(lambda: last(services.training.resume("left"))) == "teacher.changed"
    shutil.rmtree(teacher)
    moved.rename(teacher)
    assert last(services.training.resume("left")).status is RunStatus.FINISHED
    teacher.rename(moved)
    assert _refusal(lambda: last(repeat(services, "left"))) == "teacher.gone"


def test_who_cannot_teach_is_refused_before_there_is_a_run(labelled: Project, tiny_gpt2: Path, tmp_path: Path) -> None:
    services, tiny = Workbench(labelled), Folder(tiny_gpt2)
    runs = {run.name: OfRun(run.id) for run in labelled.runs.every()}

    def refused(teacher: object, *, task: str = "next_word", beside: tuple[Input, ...] = ()) -> str:
        work = services.training.train(
            "reviews", Scratch(tiny), SETTINGS, "wrong", task=task, beside=beside, teacher=teacher
        )
        return _refusal(lambda: last(work))

    assert refused(Scratch(tiny)) == "teacher.itself"
    assert refused(runs["classes"]) == "teacher.other_task"
    assert refused(tiny, task="labels") == "teacher.other_task"
    assert refused(from_other_tokens(tmp_path)) == "teacher.other_tokens"
    assert refused(tiny, beside=(Input("chunks", "tags"),)) == "teacher.other_task"
    assert len(labelled.runs.every()) == 2


def test_only_tokenizers_of_as_many_tokens_are_opened_to_see_whether_they_are_the_same(
    project: Project, tiny_gpt2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening one of fifty thousand takes half a second, and all that there are might teach."""
    copied = Path(shutil.copytree(tiny_gpt2, tmp_path / "copied"))
    opened: list[Path] = []
    monkeypatch.setattr(teaching, "read_tokenizer", opened.append)
    has_same_tokens = Workbench(project).teaching.has_same_tokens
    assert not has_same_tokens(Bundled("starter-en"), Folder(tiny_gpt2))
    assert has_same_tokens(Folder(copied), Folder(tiny_gpt2)) and not opened


def test_labels_are_taught_by_a_run_that_tells_them(labelled: Project, tiny_gpt2: Path) -> None:
    services = Workbench(labelled)
    teacher = OfRun(labelled.runs.named("classes").id)
    run = last(
        services.training.train(
            "reviews", Scratch(Folder(tiny_gpt2)), LABELLED, "student", task="labels", teacher=teacher
        )
    )
    assert run.status is RunStatus.FINISHED and run.teacher is not None and run.teacher.name == "classes"
    labelled.runs.rename(labelled.runs.named("classes"), "the teacher")
    assert labelled.runs.named("student").teacher.name == "the teacher"  # type: ignore[union-attr]
    labelled.runs.delete(labelled.runs.named("the teacher"))
    left = labelled.runs.named("student").teacher
    assert left is not None and left.ref == OfRun(None, left.ref.step) and left.name  # type: ignore[union-attr]


def from_other_tokens(folder: Path) -> Folder:
    other = make_tiny_gpt2(folder / "other tokens")
    file = other / "tokenizer.json"
    tokenizer = json.loads(file.read_text(encoding="utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    vocabulary["!"], vocabulary["?"] = vocabulary["?"], vocabulary["!"]
    file.write_text(json.dumps(tokenizer), encoding="utf-8")
    return Folder(other)


def _refusal(work: object) -> str:
    with pytest.raises(KnownError) as refused:
        work()  # type: ignore[operator]
    return refused.value.code


def _softmax(values: np.ndarray) -> np.ndarray:
    raised = np.exp(values - values.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _tensor(values: object) -> object:
    import tensorflow as tf

    return tf.constant(np.asarray(values), tf.int32)
