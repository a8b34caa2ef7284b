"""Answers are learnt from conversations: from what the assistant says alone, in the model's own template."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.conversations import turns, write_conversations
from tests.driving import send_at
from tests.gui.predicting import PATIENCE
from tests.tiny_families import write
from workbench.cli.learning import show_event
from workbench.cli.main import main
from workbench.corpora.labelled import conversation, examples
from workbench.costs.finding import Act, Rule
from workbench.experiments.against_base import BeforeAfter
from workbench.experiments.kept import EVALUATION, kept, name_of
from workbench.experiments.what_now import what_now
from workbench.exporting.formats import Format, export_run
from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.exporting.report_findings import evaluations
from workbench.ground.generators import last
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.tasks.next_word.evaluation_view import EvaluationView
from workbench.messages.errors import KnownError
from workbench.messages.message import Count
from workbench.messages.rendering import English
from workbench.models.tokenizers.chat_template import PLAIN, TEMPLATE, chat_of
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.answers.conversations import encode_conversations, encoded_of
from workbench.tasks.registry import find_task, tasks_for, usual_task
from workbench.training.events import Command, TextRemarked
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.run import Input, RunStatus

SETTINGS = FineTuning(
    steps=6, batch_size=4, context_length=128, learning_rate=3e-3, validate_every=3, precision="float32"
)


@pytest.fixture(scope="module")
def talking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """A project with the conversations “talk”, and the run “answers” that has learnt them."""
    place = tmp_path_factory.mktemp("talking")
    base = write(place / "base", "smollm2", blocks=1)
    with Project.create(place / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([write_conversations(place / "messages.jsonl")], "talk"))
        named = services.models.named(str(base))
        last(services.training.train("talk", named, SETTINGS, "answers", prompts=("Who lit it?",), task="answers"))
        yield services


def test_only_what_answers_and_its_end_is_to_be_told(talking: Workbench) -> None:
    run = talking.project.runs.named("answers")
    tokenizer = Tokenizer.from_file(run.folder / "model" / "tokenizer.json")
    example = conversation([role for role, _ in turns(3)], [content for _, content in turns(3)])
    encoded, is_cut = encoded_of(example, tokenizer, 10_000)
    told = encoded.targets[encoded.targets >= 0]
    end = tokenizer.end_of_text
    assert not is_cut and list(told).count(end) == 2
    said = "".join(tokenizer.decode(part) for part in np.split(told, np.flatnonzero(told == end)))
    assert said == "".join(content for role, content in turns(3) if role == "assistant")
    short, is_cut = encoded_of(example, tokenizer, 20)
    assert is_cut and len(short.tokens) == 20


def test_what_is_not_learnt_from_is_counted_and_told(talking: Workbench, capsys: pytest.CaptureFixture[str]) -> None:
    run, talk = talking.project.runs.named("answers"), talking.project.corpora.named("talk")
    of = sum(talk.contents.labels.examples.values())  # type: ignore[union-attr]

    def remarks(template: str, most: int) -> dict[str, object]:
        tokenizer = Tokenizer.from_file(run.folder / "model" / "tokenizer.json")
        tokenizer.chat = chat_of({TEMPLATE: template}, "<|endoftext|>")
        found = last(encode_conversations(talk, tokenizer, most)).remarks
        assert all(remark.fields["of"] == Count(of) for remark in found)
        return {remark.code: remark.fields["count"] for remark in found}

    assert remarks(PLAIN, 10_000) == {}
    assert remarks(PLAIN, 3) == {"examples.cut": Count(of), "turns.unanswered": Count(of)}
    refuses = "{% if '7' in messages[0].content %}{{ raise_exception('unlucky') }}{% endif %}" + PLAIN
    unlucky = sum("7" in each.turns[0] for split in Split for each in examples(talk, split))
    assert remarks(refuses, 10_000) == {"turns.refused": Count(unlucky)} and 0 < unlucky < of
    events = talking.training.train(
        "talk", run.base, SETTINGS.with_settings({"context_length": 16}), "short", task="answers"
    )
    told = next(event for event in events if isinstance(event, TextRemarked))
    events.close()
    assert told.remark.code == "examples.cut"
    show_event(told)
    assert f"of the {of} examples of “talk” no more than the first 16 tokens" in capsys.readouterr().err


def test_it_is_what_conversations_are_learnt_as(talking: Workbench, tale_project: Project) -> None:
    talk, tale = talking.project.corpora.named("talk"), tale_project.corpora.named("tale")
    assert usual_task(talk) == "answers" and "answers" in tasks_for(talk) and "labels" not in tasks_for(talk)
    assert "answers" not in tasks_for(tale) and "answers" not in tasks_for(None)
    with pytest.raises(KnownError, match="has no conversations"):
        find_task("answers").of(tale)


def test_it_gets_better_and_says_what_it_would_answer(talking: Workbench) -> None:
    run = talking.project.runs.named("answers")
    assert run.status is RunStatus.FINISHED and run.task == "answers"
    assert run.best_validation_loss is not None and run.base_validation_loss is not None
    assert run.best_validation_loss < run.base_validation_loss
    assert "answers/accuracy" in talking.project.runs.curves(run, ["answers/accuracy"])
    assert {sample.prompt for sample in talking.project.runs.samples(run)} == {"Who lit it?"}
    assert len(talking.asking.predict(talking.models.named("answers"), "Assistant:")) == 10
    few = what_now(talking.project, run)[-1]
    assert (few.rule, few.act) == (Rule.FEW_CONVERSATIONS, Act.ADD_TEXT)


def test_its_export_carries_the_template_it_learnt_with(talking: Workbench, tmp_path: Path) -> None:
    folder = last(export_run(talking, "answers", tmp_path / "out", Format.HUGGING_FACE))
    template = (folder / "chat_template.jinja").read_text()
    assert "Assistant:" in template
    opened = talking.models.open(Folder(folder))
    assert opened.tokenizer.chat.template == template and opened.tokenizer.chat.names["eos_token"] == "<|endoftext|>"
    assert json.loads((folder / "tokenizer_config.json").read_text())["eos_token"] == "<|endoftext|>"


def test_stopped_and_gone_on_with_it_ends_the_same(talking: Workbench) -> None:
    whole, base = talking.project.runs.named("answers"), talking.project.runs.named("answers").base
    training = talking.training.train("talk", base, SETTINGS, "stopped", task="answers")
    stopped = send_at(training, Command.STOP, 2)
    assert stopped.status is RunStatus.STOPPED and what_now(talking.project, stopped)[0].act is Act.CONTINUE
    last(talking.training.resume("stopped"))
    again = talking.project.runs.named("stopped")
    assert again.final_validation_loss == whole.final_validation_loss


def test_it_is_talked_to_on_the_command_line(
    talking: Workbench, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command = ["chat", str(talking.project.folder), "--model", "answers", "--words", "4"]
    assert main([*command, "--system", "Be kind.", "--text", "Who lit it?", "--text", "Why?", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [turn["role"] for turn in told["messages"]] == ["system", "user", "assistant", "user", "assistant"]
    assert told["messages"][3]["content"] == "Why?"
    assert main([*command, "--text", "Who lit it?"]) == 0
    assert capsys.readouterr().out.startswith("user: Who lit it?\nassistant:")
    base = str(talking.project.runs.named("answers").base)
    assert main([*command, "--model", base, "--text", "Who lit it?", "--json"]) == 0
    assert [each["model"] for each in json.loads(capsys.readouterr().out)] == ["answers", base]


def test_how_an_answer_surprises_depends_on_what_was_said_before(talking: Workbench) -> None:
    run = talking.models.named("answers")
    (_, asked), (_, answer), *_ = turns(2)
    found = [last(talking.conversing.surprise(run, [("user", said)], answer)) for said in (asked, "Nothing.")]
    assert all(len(each.words) > 5 and each.words[0].counted for each in found)
    assert found[0].perplexity != found[1].perplexity
    words = last(talking.conversing.watch_words(run, [("user", asked)], ""))
    assert len(words) == 10


def test_answers_are_measured_alone_beside_what_was_before(
    talking: Workbench, capsys: pytest.CaptureFixture[str]
) -> None:
    run = talking.project.runs.named("answers")
    assert main(["evaluate", str(talking.project.folder), "--model", "answers", "--base", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    before, after = document["answers"]
    assert "tells what is answered" in document["answer"] and "nats per token of the answers" in document["answer"]
    assert run.base_validation_loss is not None and run.best_validation_loss is not None
    assert before["loss"] == pytest.approx(run.base_validation_loss, rel=1e-4)
    assert after["loss"] == pytest.approx(run.best_validation_loss, rel=1e-4) and after["conversations"] == 4
    assert main(["evaluate", str(talking.project.folder), "--model", "answers", "--split", "test"]) == 0
    assert "Answers alone, answers: perplexity" in capsys.readouterr().out


def test_answers_are_learnt_beside_the_text_itself_and_not_from_a_teacher(talking: Workbench) -> None:
    base = talking.project.runs.named("answers").base
    settings = replace(SETTINGS, steps=4)
    beside = (Input("talk", "next_word", 0.5),)
    run = last(talking.training.train("talk", base, settings, "both", task="answers", beside=beside))
    assert run.status is RunStatus.FINISHED
    assert len(talking.asking.predict(talking.models.named("both"), "Anna")) == 10
    with pytest.raises(KnownError) as refused:
        last(talking.training.train("talk", base, settings, task="answers", teacher=talking.models.named("answers")))
    assert refused.value.code == "teacher.other_task"


def test_its_text_goes_out_of_the_program_and_in_again_with_its_roles(talking: Workbench, tmp_path: Path) -> None:
    talk = talking.project.corpora.named("talk")
    folder = talking.texts.export_text("talk", tmp_path / "out")
    with Project.create(tmp_path / "other") as project:
        services = Workbench(project)
        again = last(services.texts.import_corpus([folder], "again"))
        assert again.contents.labels == talk.contents.labels and again.contents.sha256 == talk.contents.sha256
        assert usual_task(again) == "answers"
        services.texts.relabel("again", {"assistant": "Anna"})
        assert "answers" not in tasks_for(services.project.corpora.named("again"))
        with pytest.raises(KnownError, match="would be said by nobody"):
            services.texts.relabel("again", {"Anna": ""})


def test_an_archive_has_the_conversations_and_the_run(talking: Workbench, tmp_path: Path) -> None:
    last(pack_project(talking.project, tmp_path / "all.zip"))
    last(unpack_project(tmp_path / "all.zip", tmp_path / "elsewhere"))
    with Project.open(tmp_path / "elsewhere") as project:
        services = Workbench(project)
        there, here = (each.project.corpora.named("talk").contents for each in (services, talking))
        assert there.labels == here.labels
        turns_so_far = [("user", "Who lit it?")]
        both = (talking, services)
        said = [last(each.conversing.answer(each.models.named("answers"), turns_so_far, 5, seed=3)) for each in both]
        assert said[0] == said[1] and said[0]


def test_results_judge_it_by_the_answers_alone_and_say_so(talking: Workbench, qtbot: QtBot) -> None:
    jobs, run = Jobs(), talking.project.runs.named("answers")
    view = EvaluationView(Context(talking.project, jobs))
    qtbot.addWidget(view)
    view.show_run(run)
    view.begin()
    qtbot.waitUntil(lambda: not view.is_busy and bool(view.verdict.text()), timeout=PATIENCE)
    verdict, alone, *_ = view.verdict.text().splitlines()
    assert "nats per token of the answers" in verdict and alone.startswith("The answers alone, in 4 conversations")
    found = kept(talking.project, run, name_of(EVALUATION, Split.VALIDATION, ""), BeforeAfter)
    assert found is not None and found.answers is not None
    assert run.base_validation_loss is not None and run.best_validation_loss is not None
    assert found.answers.before.loss == pytest.approx(run.base_validation_loss, rel=1e-4)
    assert found.answers.after.loss == pytest.approx(run.best_validation_loss, rel=1e-4)
    assert found.answers.loss.value == pytest.approx(found.answers.after.loss - found.answers.before.loss)
    assert found.is_better is (found.answers.loss.value < 0 if found.answers.loss.is_clear else None)
    (said,) = evaluations(talking.project, run, English())
    assert said.verdict.startswith(("It tells what", "Whether it tells")) and said.figures[0][0].startswith("Answers")
    jobs.shutdown()
