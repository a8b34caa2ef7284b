"""What pretraining was worth: from made-up curves by hand, and from real runs that are interrupted and go on."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from tests.labelled_runs import reviews
from tests.tiny_models import tale
from workbench.cli.findings import saving_line
from workbench.cli.main import main
from workbench.experiments import trials
from workbench.experiments.dividend import Dividend, Trial
from workbench.experiments.text_worth import Bound, Worth, text_worth
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.dividend import Plan, labels_in, share_of_labels, shares_of_labels
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import RunStatus

SCRATCH = ((0.1, 5.0), (0.3, 4.0), (1.0, 3.0))
SETTINGS = FineTuning(
    steps=4, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=2, precision="float32"
)


def test_text_is_worth_what_scratch_needs_for_the_same_loss() -> None:
    assert text_worth(4.0, 0.1, SCRATCH) == Worth(pytest.approx(3.0), Bound.EXACT)
    between = text_worth(3.5, 0.1, SCRATCH)
    assert between.bound is Bound.EXACT and between.factor == pytest.approx(math.sqrt(0.3 * 1.0) / 0.1)
    assert text_worth(3.0, 1.0, SCRATCH) == Worth(1.0, Bound.EXACT)


def test_beyond_what_was_measured_nothing_is_guessed() -> None:
    assert text_worth(2.9, 0.1, SCRATCH) == Worth(10.0, Bound.MORE_THAN)
    assert text_worth(2.9, 1.0, SCRATCH) == Worth(1.0, Bound.MORE_THAN)
    assert text_worth(5.1, 1.0, SCRATCH) == Worth(0.1, Bound.LESS_THAN)


def test_more_text_that_did_not_help_is_not_held_against_it() -> None:
    assert text_worth(4.0, 0.1, ((1.0, 4.5), (0.3, 4.0), (0.1, 5.0))) == Worth(pytest.approx(3.0), Bound.EXACT)


def dividend(*measured: Trial) -> Dividend:
    return Dividend("d", Plan("c", from_text("m"), FineTuning(), (0.1, 1.0)), measured)


def trial(pretrained: bool, share: float, *losses: float, finished: bool = True) -> Trial:
    return Trial(pretrained, share, "run", tuple(range(0, 10 * len(losses), 10)), losses, finished)


def test_steps_are_saved_from_where_the_other_was_best() -> None:
    found = dividend(
        trial(True, 0.1, 6.0, 4.5, 4.2, 4.3), trial(False, 0.1, 9.0, 6.0, 5.0, 4.4),
        trial(True, 1.0, 6.0, 4.0, 3.5, 3.2), trial(False, 1.0, 9.0, 6.0, 4.9, 4.2),
    )  # fmt: skip
    few, all_of_it = found.savings
    assert (few.reached_at, few.steps_saved) == (20, 10)
    assert (few.pretrained_loss, few.scratch_loss) == (4.2, 4.4)
    assert few.worth == Worth(pytest.approx(10.0), Bound.EXACT)
    assert (all_of_it.reached_at, all_of_it.steps_saved) == (10, 20)
    assert all_of_it.worth == Worth(1.0, Bound.MORE_THAN)
    assert found.headline == few and found.is_finished


def test_a_pretrained_model_that_never_gets_there_saves_nothing() -> None:
    found = dividend(trial(True, 1.0, 6.0, 5.5), trial(False, 1.0, 9.0, 5.0))
    (saving,) = found.savings
    assert saving.reached_at is None and saving.steps_saved is None
    assert saving.worth == Worth(1.0, Bound.LESS_THAN)


def test_a_share_counts_when_both_its_runs_have_finished() -> None:
    found = dividend(trial(True, 0.1, 6.0, 4.0), trial(False, 0.1, 9.0, 8.0, finished=False))
    assert found.savings == () and found.headline is None and not found.is_finished


def test_no_more_labels_are_named_than_there_were() -> None:
    few, examples = share_of_labels(30, 48), 48
    trials_of_few = (
        Trial(True, few, "run", (0, 10), (0.7, 0.2), True, (0.3, 0.9)),
        Trial(False, few, "run", (0, 10), (0.7, 0.4), True, (0.3, 0.6)),
        Trial(True, 1.0, "run", (0, 10), (0.7, 0.2), True, (0.3, 0.9)),
        Trial(False, 1.0, "run", (0, 10), (0.7, 0.4), True, (0.3, 0.7)),
    )
    plan = Plan("c", from_text("m"), FineTuning(), (few, 1.0), "labels")
    first, second = Dividend("d", plan, trials_of_few, examples).savings
    assert first.worth.bound is second.worth.bound is Bound.MORE_THAN
    assert (first.labels_worth, second.labels_worth) == (48, 48)


def test_labels_are_compared_by_what_the_kept_weights_tell() -> None:
    def told(pretrained: bool, share: float, losses: tuple[float, ...], figures: tuple[float, ...]) -> Trial:
        return Trial(pretrained, share, "run", (0, 10, 20), losses, True, figures)

    few, every = share_of_labels(100, 1000), 1.0
    found = Dividend(
        "d", Plan("c", from_text("m"), FineTuning(), (few, every), "labels"),
        (
            told(True, few, (0.7, 0.5, 0.6), (0.5, 0.8, 0.9)), told(False, few, (0.7, 0.6, 0.65), (0.5, 0.6, 0.7)),
            told(True, every, (0.7, 0.3, 0.2), (0.5, 0.85, 0.95)), told(False, every, (0.7, 0.4, 0.3), (0.5, 0.7, 0.8)),
        ),
        1000,
    )  # fmt: skip
    first, last_ = found.savings
    # The figure of the best loss, though another one was higher: those are the weights that are kept.
    assert (first.pretrained_figure, first.scratch_figure, first.labels) == (0.8, 0.6, 100)
    assert first.worth.bound is Bound.EXACT and first.labels_worth == 1000
    assert (first.reached_at, first.steps_saved) == (10, 0)
    assert (last_.labels, last_.worth) == (1000, Worth(1.0, Bound.MORE_THAN))
    assert saving_line(first) == (
        "100 labels: F1 80.0% pretrained, 60.0% from scratch; steps saved: 0;"
        f" 100 labels do what {first.labels_worth:,} do without pretraining"
    )


@pytest.mark.parametrize(
    ("examples", "counts"),
    [(20, [20]), (44, [44]), (45, [30, 45]), (700, [30, 100, 300, 700]), (1000, [30, 100, 300, 1000])],
)
def test_the_shares_of_labels_are_those_that_people_have(examples: int, counts: list[int]) -> None:
    assert [labels_in(share, examples) for share in shares_of_labels(examples)] == counts


def test_every_count_of_labels_is_a_share_that_means_it() -> None:
    for examples in (77, 1000, 56_497):
        for count in (1, 30, 76, examples):
            assert labels_in(share_of_labels(count, examples), examples) == count


def test_what_pretraining_was_worth_is_counted_in_labels(tmp_path: Path, tiny_gpt2: Path) -> None:
    with Project.create(tmp_path / "project") as project:
        services = Workbench(project)
        services.models.add_folder(tiny_gpt2)
        last(services.texts.import_corpus([reviews(tmp_path / "reviews.csv")], "reviews"))
        examples = trials.labelled_examples(project, "reviews", "labels")
        assert examples is not None and 90 <= examples < 120
        plan = trials.plan_of(services, "reviews", Folder(tiny_gpt2), SETTINGS, "labels")
        assert [labels_in(share, examples) for share in plan.shares] == [30, examples]
        found = last(trials.start_dividend(services, plan))
        assert [each.run for each in found.trials] == [
            "dividend 1 · pretrained · 30 labels", "dividend 1 · from scratch · 30 labels",
            f"dividend 1 · pretrained · {examples} labels", f"dividend 1 · from scratch · {examples} labels",
        ]  # fmt: skip
        assert {run.task for run in project.runs.every()} == {"labels"}
        assert all(len(each.figures) == len(each.losses) == 5 for each in found.trials)
        assert [saving.labels for saving in found.savings] == [30, examples]
        assert trials.find(project, plan) == found.group and trials.read(project, found.group) == found


def test_all_runs_are_trained_on_their_share_and_go_on_where_they_were_closed(
    tale_project: Project, tiny_gpt2: Path
) -> None:
    services = Workbench(tale_project)
    services.models.add_folder(tiny_gpt2)
    plan = Plan("tale", Folder(tiny_gpt2), SETTINGS, (0.3, 1.0))
    work = trials.start_dividend(services, plan)
    for event in work:
        if isinstance(event, Dividend) and event.trials[1].losses:
            break
    work.close()
    (group,) = trials.groups(tale_project)
    statuses = [run.status for run in tale_project.runs.every()]
    assert statuses == [RunStatus.INTERRUPTED, RunStatus.FINISHED]
    tale_project.runs.rename(tale_project.runs.every()[1], "called otherwise")

    found = last(trials.start_dividend(services, plan))
    assert found.group == group and found.is_finished and trials.groups(tale_project) == (group,)
    runs = {run.name: run for run in tale_project.runs.every()}
    assert len(runs) == 4 and found.trials[0].run == "called otherwise"
    assert [each.run for each in found.trials[1:]] == [
        "dividend 1 · from scratch · 30%", "dividend 1 · pretrained · 100%", "dividend 1 · from scratch · 100%",
    ]  # fmt: skip
    made = [runs[each.run].fine_tuning for each in found.trials]
    assert [each.text_share for each in made] == [0.3, 0.3, 1.0, 1.0]
    assert {(each.steps, each.patience, each.validate_every) for each in made} == {(4, 0, 1)}
    assert [runs[each.run].model.startswith("scratch:") for each in found.trials] == [False, True] * 2
    assert [each.steps for each in found.trials] == [(0, 1, 2, 3, 4)] * 4
    # The same start on other text: the same before the first step, and not after it.
    assert found.trials[0].losses[0] == found.trials[2].losses[0]
    assert found.trials[0].losses[1:] != found.trials[2].losses[1:]
    assert len(found.savings) == 2 and trials.read(tale_project, group) == found
    assert trials.plan_like(services, runs["called otherwise"]).model == Folder(tiny_gpt2)


def test_random_weights_have_no_dividend(tale_project: Project) -> None:
    services = Workbench(tale_project)
    with pytest.raises(KnownError, match="no pretrained weights"):
        last(trials.start_dividend(services, Plan("tale", from_text("scratch:lstm-words"), SETTINGS)))
    assert tale_project.runs.every() == () and trials.groups(tale_project) == ()


def test_the_command_tells_what_pretraining_was_worth(
    tale_project: Project, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tale_project.folder
    tale_project.close()
    arguments = ["dividend", str(folder), "--corpus", "tale", "--model", str(tiny_gpt2), "--share", "1"]
    for name, value in {"steps": 3, "batch_size": 4, "context_length": 16, "validate_every": 1}.items():
        arguments += ["--set", f"{name}={value}"]
    assert main([*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [trial["pretrained"] for trial in found["trials"]] == [True, False]
    (saving,) = found["savings"]
    assert saving["share"] == 1 and saving["worth"]["bound"] in ("more_than", "less_than", "exact")
    assert saving["pretrained_perplexity"] > 1 and {"steps_saved", "reached_at"} <= set(saving)
    assert main([*arguments, "--name", found["dividend"]]) == 0  # finished: told again, not trained again
    assert "100%" in capsys.readouterr().out
    with Project.open(folder) as project:
        assert len(project.runs.every()) == 2


def test_a_share_is_the_beginning_of_the_training_text(tale_project: Project, tiny_gpt2: Path) -> None:
    from workbench.corpora.encoding import encode
    from workbench.models.tokenizers.tokenizer import Tokenizer

    encoded = last(encode(tale_project.corpora.named("tale"), Tokenizer.from_file(tiny_gpt2 / "tokenizer.json")))
    part = encoded.with_share(0.1)
    assert len(part.train) == math.ceil(len(encoded.train) / 10)
    assert (part.train == encoded.train[: len(part.train)]).all()
    assert part.validation is encoded.validation and tale(1)
