"""What a run that has learnt labels is asked: classes, tags, which words spoke for them, and how well it tells them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.labelled_runs import BAD, GOOD, SETTINGS, reviews
from workbench.experiments.label_comparison import Other, compare_labels
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.prediction.label_words import without, word_places
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import StepMeasured
from workbench.values.corpus import Split
from workbench.values.model_ref import Folder, OfRun, from_text


@pytest.fixture(scope="module")
def services(labelled_project: Path) -> Iterator[Workbench]:
    """A project with a run of classes and one of tags; nothing is changed in it."""
    with Project.open(labelled_project) as project:
        yield Workbench(project)


def of(services: Workbench, name: str) -> OfRun:
    return OfRun(services.project.runs.named(name).id)


def test_texts_get_every_class_the_likeliest_first(services: Workbench) -> None:
    texts = [f"it was {word}" for word in (*GOOD, *BAD)] * 8  # more than are read at once
    work = services.labelling.classify(of(services, "classes"), texts)
    assert (next(work).total, next(work).done) == (48, 32)
    found = last(services.labelling.classify(of(services, "classes"), texts))
    assert [each.text for each in found] == texts
    for each in found:
        chances = [chance.probability for chance in each.labels]
        assert sorted(chance.label for chance in each.labels) == ["bad", "good"]
        assert sum(chances) == pytest.approx(1) and chances == sorted(chances, reverse=True)
    assert found[0] == found[6]  # the same text, among others


def test_a_word_weighs_what_the_class_loses_without_it(services: Workbench) -> None:
    model, text = of(services, "classes"), "The day was warm, and all is well"
    weights = last(services.labelling.word_weights(model, text, "good"))
    expected = ["The", "day", "was", "warm", ",", "and", "all", "is", "well"]
    assert [text[each.start : each.end] for each in weights] == expected
    texts = [text, *(without(text, place) for place in word_places(text))]
    chances = [
        {chance.label: chance.probability for chance in each.labels}["good"]
        for each in last(services.labelling.classify(model, texts))
    ]
    assert [each.change for each in weights] == pytest.approx([chances[0] - each for each in chances[1:]], abs=1e-6)
    assert last(services.labelling.word_weights(model, "warm", "good")) == ()


def test_words_get_their_tags(services: Workbench) -> None:
    found = services.labelling.tag(of(services, "words"), "The dog sleeps.")
    assert [each.word for each in found] == ["The", "dog", "sleeps", "."]
    assert {each.tag for each in found} <= {"O", "B-NP", "I-NP", "B-VP"}
    assert all(0.25 <= each.probability <= 1 for each in found)
    assert services.labelling.tag(of(services, "words"), "  ") == ()


@pytest.mark.parametrize(
    ("verb", "code"),
    [
        (lambda it, run: last(it.classify(run("words"), ["a"])), "labels.of_words"),
        (lambda it, run: it.tag(run("classes"), "a"), "labels.of_texts"),
        (lambda it, run: last(it.word_weights(run("classes"), "a b", "so-so")), "labels.no_such"),
        (lambda it, run: last(it.classify(run("classes"), ["a", " "])), "labels.no_text"),
        (lambda it, run: last(it.measure(run("classes"), "chunks")), "corpus.no_labels"),
        (lambda it, run: last(it.measure(run("words"), "reviews")), "corpus.no_tags"),
        (lambda it, run: it.labels_of(from_text("starter-en")), "labels.not_learnt"),
    ],
)  # fmt: skip
def test_what_was_not_learnt_is_told_in_a_sentence(services: Workbench, verb: object, code: str) -> None:
    with pytest.raises(KnownError) as raised:
        verb(services.labelling, lambda name: of(services, name))  # type: ignore[operator]
    assert raised.value.code == code


def test_a_run_answers_with_the_weights_that_it_has_just_then(tmp_path: Path, tiny_gpt2: Path) -> None:
    with Project.create(tmp_path / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([reviews(tmp_path / "reviews.csv")], "reviews"))
        found = []
        for event in services.training.train("reviews", Folder(tiny_gpt2), SETTINGS, "live", task="labels"):
            if isinstance(event, StepMeasured) and event.step in (1, 12):
                model = of(services, "live")
                assert services.labelling.learning() == {model.run: event.step} and not services.asking.learning()
                found.append(last(services.labelling.classify(model, ["The day was warm"]))[0])
        assert services.labelling.learning() == {} and found[0].labels != found[1].labels
        (kept,) = last(services.labelling.classify(OfRun(model.run, 12), ["The day was warm"]))
        assert [chance.label for chance in kept.labels] == [chance.label for chance in found[1].labels]
        assert kept.labels[0].probability == pytest.approx(found[1].labels[0].probability, abs=1e-5)


def test_an_evaluation_reads_all_that_is_labelled_and_says_what_words_alone_tell(services: Workbench) -> None:
    found = last(compare_labels(services, of(services, "classes"), "reviews", Split.TRAIN))
    evaluation, labels = found.evaluation, services.project.corpora.named("reviews").contents.labels
    assert evaluation.examples == labels.examples[Split.TRAIN] == sum(each.support for each in evaluation.classes)
    run = services.project.runs.named("classes")
    assert evaluation.model == run.name and evaluation.interval[0] <= evaluation.accuracy <= evaluation.interval[1]
    assert found.words.evaluation.accuracy == 1 and found.words.other is Other.WORDS
    assert found.words.accuracy.value == pytest.approx(evaluation.accuracy - 1)
    before = found.before
    if before.other is Other.MOST_FREQUENT:
        assert before.evaluation.accuracy == pytest.approx(0.5, abs=0.02) and before.evaluation.macro_f1 < 0.4
    assert before.accuracy.value == pytest.approx(evaluation.accuracy - before.evaluation.accuracy)


def test_tags_are_measured_by_spans_beside_the_most_frequent_ones(services: Workbench) -> None:
    found = last(compare_labels(services, of(services, "words"), "chunks"))
    assert {each.label for each in found.evaluation.classes} == {"NP", "VP"}
    assert found.words.evaluation.micro_f1 == 1
    assert len(found.evaluation.confusion) == 3 and sum(map(sum, found.evaluation.confusion)) % 4 == 0


def test_another_run_on_the_same_examples_differs_by_nothing_from_itself(services: Workbench) -> None:
    model = of(services, "classes")
    found = last(compare_labels(services, model, "reviews", base=model))
    assert found.before.other is Other.RUN and not found.before.accuracy.is_clear
    assert (found.before.macro_f1.value, found.before.macro_f1.low, found.before.macro_f1.high) == (0, 0, 0)


def test_what_words_alone_tell_is_remembered(services: Workbench) -> None:
    run = services.project.runs.named("classes")
    first = last(services.baselines.words(run, "reviews"))
    assert (
        list(services.baselines.words(run, "reviews")) == [] and last(services.baselines.words(run, "reviews")) is first
    )
