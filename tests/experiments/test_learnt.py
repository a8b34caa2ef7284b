"""What a run learnt, forgot and knows by heart."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.experiments.test_against_base import document
from tests.tiny_models import tale
from workbench.cli.findings import asked_lines, learnt_lines
from workbench.corpora.encoding import encode
from workbench.corpora.statistics.words import words as words_of
from workbench.experiments import memorising
from workbench.experiments.forgetting import Forgetting, Forgot, probe_language, probe_text
from workbench.experiments.learnt import Learnt, learnt
from workbench.experiments.memorising import REPEATED, SPREAD, Asked, Memorisation, Recall, Recital, memorisation
from workbench.experiments.words_changed import changed_words, shortened
from workbench.ground.generators import last
from workbench.measuring.bootstrap import Drawn, Interval, Kind
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.asking import Answer, Place, places
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import LeakReport, Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.prediction import Prediction
from workbench.values.progress import Progress

DRAWN = Drawn(Kind.PASSAGES, 90, 1)
KEEPERS, THINGS = {"Anna", "Bertil", "Clara"}, {"lit", "cleaned", "watched", "the", "lamp", "glass", "sea"}


def test_words_of_the_text_gain_and_others_lose(learnt_found: Learnt) -> None:
    assert learnt_found.places > 20 and learnt_found.split is Split.TEST
    gained = [change.word for change in learnt_found.gained]
    assert set(gained[:3]) <= KEEPERS | THINGS
    assert all(change.after > change.before for change in learnt_found.gained)
    assert all(change.after < change.before for change in learnt_found.lost)
    assert not set(gained) & {change.word for change in learnt_found.lost}
    best = learnt_found.gained[0]
    assert best.example_after > best.example_before and any(name in best.example for name in KEEPERS)


def test_passages_are_ordered_by_how_much_they_improved(learnt_found: Learnt) -> None:
    gains = [passage.gain for passage in learnt_found.improved]
    assert gains == sorted(gains, reverse=True) and gains[0] > 0.5
    assert all(passage.tokens >= 24 and passage.text for passage in learnt_found.improved)
    assert all(passage.gain < 0 for passage in learnt_found.worsened)


def test_what_was_forgotten_is_read_from_general_text(learnt_found: Learnt) -> None:
    forgot = learnt_found.forgetting
    assert forgot is not None and forgot.language == "en"
    assert forgot.change.value == pytest.approx(forgot.after - forgot.before)
    assert forgot.change.low <= forgot.change.value <= forgot.change.high


def test_the_probes_are_large_enough_to_tell() -> None:
    assert len(probe_text("en").encode()) > 20_000 and len(probe_text("zh").encode()) > 8_000
    assert [probe_language(each) for each in (("en",), ("zh",), ("en", "zh"), ())] == ["en", "zh", "en", "en"]


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (Interval(0.5, 0.4, 0.6, DRAWN), Forgot.MUCH),
        (Interval(0.1, 0.05, 0.15, DRAWN), Forgot.SOMETHING),
        (Interval(0.1, -0.05, 0.25, DRAWN), Forgot.NOTHING),
        (Interval(0.1, -0.05, 0.35, DRAWN), Forgot.UNCLEAR),  # it may be much
        (Interval(0.5, None, None, DRAWN), Forgot.UNCLEAR),
        (Interval(0.01, 0.005, 0.015, DRAWN), Forgot.NOTHING),
        (Interval(-0.5, -0.6, -0.4, DRAWN), Forgot.NOTHING),
    ],
)
def test_forgetting_is_only_called_so_where_the_text_can_tell(change: Interval, verdict: Forgot) -> None:
    assert Forgetting("en", 2.0, 2.0 + change.value, change, 10.0, 11.0).verdict is verdict


class Parrot:
    """A decoder that has learnt one text by heart: it goes on as the text did."""

    def __init__(self, text: np.ndarray, vocabulary: int) -> None:
        self._text, self._vocabulary, self._said = list(text), vocabulary, []

    def read_prompt(self, tokens: list[int]) -> np.ndarray:
        self._said = list(tokens)
        return self._logits()

    def append(self, token: int) -> np.ndarray:
        return self.read_prompt([*self._said, token])

    def _logits(self) -> np.ndarray:
        tail = self._said[-16:]
        following = (n + len(tail) for n in range(len(self._text)) if self._text[n : n + len(tail)] == tail)
        logits = np.zeros(self._vocabulary)
        place = next(following, len(self._text))
        logits[self._text[place] if place < len(self._text) else 5] = 1
        return logits


@pytest.fixture
def every_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as a person's model is given: to who only plays a model, a beginning costs nothing."""
    monkeypatch.setattr(memorising, "SPREAD", SPREAD)
    monkeypatch.setattr(memorising, "REPEATED", REPEATED)


@pytest.mark.usefixtures("every_beginning")
def test_a_model_that_recites_is_told_from_one_that_does_not(learnt_tale: Workbench) -> None:
    tokenizer = learnt_tale.asking.loaded(learnt_tale.models.named("first")).model.tokenizer
    random = np.random.default_rng(1)
    words = ["".join(chr(97 + letter) for letter in random.integers(0, 26, 5)) for _ in range(300)]
    text = np.asarray(tokenizer.encode(" ".join(words)))
    by_heart = last(memorisation(Parrot(text, 300), tokenizer, text, LeakReport()))
    assert by_heart.spread.beginnings == 24 and by_heart.repeated.beginnings == 0
    assert all(recital.text in " ".join(words) and recital.times == 1 for recital in by_heart.recitals)
    assert by_heart.longest >= 8 and by_heart.verdict is not Recall.NOTHING_FOUND
    assert by_heart.spread.phrases > 12 and by_heart.spread.at_most is None
    other = last(memorisation(Parrot(text[::-1], 300), tokenizer, text, LeakReport()))
    assert other.verdict is Recall.NOTHING_FOUND and other.spread.phrases == 0
    assert other.spread.at_most == pytest.approx(3 / 24, abs=0.01) and other.repeated.at_most is None


def test_the_verdict_goes_by_the_longest_passage() -> None:
    def verdict(words: int) -> Recall:
        asked = Asked(24, int(words >= 8), int(words >= 20))
        return Memorisation(asked, asked, 9, 2, (Recital("", "", words, 9),), LeakReport()).verdict

    assert [verdict(words) for words in (3, 8, 19, 20)] == [
        Recall.NOTHING_FOUND, Recall.PHRASES, Recall.PHRASES, Recall.RECITES,
    ]  # fmt: skip
    assert Memorisation(Asked(0, 0, 0), Asked(0, 0, 0), 0, 0, (), LeakReport()).longest == 0


class Reciter:
    """A decoder that knows one sentence by heart, which it goes on with when it gets its beginning."""

    def __init__(self, sentence: list[int], known: list[int], vocabulary: int) -> None:
        self._sentence, self._known, self._vocabulary = sentence, known, vocabulary
        self._said: list[int] = []

    def read_prompt(self, tokens: list[int]) -> np.ndarray:
        self._said = list(tokens)
        logits = np.zeros(self._vocabulary)
        begun = (size for size in range(len(self._sentence) - 1, 3, -1) if self._said[-size:] == self._sentence[:size])
        size = next(begun, None)
        other = self._known[(sum(self._said) * 31 + len(self._said)) % len(self._known)]
        logits[other if size is None else self._sentence[size]] = 1
        return logits

    def append(self, token: int) -> np.ndarray:
        return self.read_prompt([*self._said, token])


@pytest.fixture(scope="module")
def worded() -> tuple[Tokenizer, np.ndarray]:
    """A tokenizer of words, and the tokens of eight hundred of them."""
    draw = np.random.default_rng(0)
    words = {"".join(chr(97 + letter) for letter in draw.integers(0, 26, 6)) for _ in range(800)}
    text = " " + " ".join(sorted(words))
    tokenizer = Tokenizer.of_words([text, text], 2000)
    return tokenizer, tokenizer.encode(text)


def repeating(known: np.ndarray, size: int, seed: int, times: int = 50, length: int = 24) -> tuple[Any, Any]:
    """A text of `size` tokens, and a sentence that stands at random places in it."""
    draw = np.random.default_rng(seed)
    text = known[np.minimum(draw.zipf(1.3, size) - 1, len(known) - 1)].astype(np.uint16)
    sentence = draw.choice(known[50:], length, replace=False)
    for place in draw.choice(size // (length + 2) - 1, times, replace=False) * (length + 2):
        text[place : place + length] = sentence
    return text, sentence


@pytest.mark.usefixtures("every_beginning")
@pytest.mark.parametrize(("size", "texts"), [(6_000, 20), (60_000, 10), (600_000, 4)])
def test_a_sentence_that_stands_fifty_times_in_a_text_is_found_however_long_the_text_is(
    worded: tuple[Tokenizer, np.ndarray], size: int, texts: int
) -> None:
    tokenizer, known = worded
    for seed in range(texts):
        text, sentence = repeating(known, size, seed)
        reciter = Reciter(sentence.tolist(), known.tolist(), tokenizer.vocabulary)
        found = last(memorisation(reciter, tokenizer, text, LeakReport()))
        assert found.verdict is Recall.PHRASES and found.repeated.phrases >= 1, seed
        begun = " ".join(found.recitals[0].text.split()[:8])
        assert begun in tokenizer.decode(sentence) and found.recitals[0].times == 50
        assert found.most_times == 50


@pytest.mark.usefixtures("every_beginning")
def test_a_model_that_knows_nothing_by_heart_is_told_with_what_that_is_worth(
    worded: tuple[Tokenizer, np.ndarray],
) -> None:
    tokenizer, known = worded
    text, _ = repeating(known, 6_000, 1)
    found = last(memorisation(Reciter([0] * 5, known.tolist(), tokenizer.vocabulary), tokenizer, text, LeakReport()))
    assert found.verdict is Recall.NOTHING_FOUND and found.repeated.beginnings >= 1
    assert found.spread.at_most == pytest.approx(1 - 0.05 ** (1 / 24))
    (spread, repeated) = asked_lines(found)
    assert "none of 24 beginnings spread over the training text was continued" in spread
    assert "with 95% confidence fewer than 11.7% of such beginnings would be" in spread and "50 times" in repeated


@pytest.mark.usefixtures("every_beginning")
def test_scripts_without_spaces_are_asked_in_words_as_well(learnt_tale: Workbench) -> None:
    tokenizer = learnt_tale.asking.loaded(
        learnt_tale.models.named("first")
    ).model.tokenizer  # three tokens and more for a Chinese character
    draw = random.Random(0)
    signs = [chr(draw.randrange(0x4E00, 0x9000)) for _ in range(400)]
    sentence = "他年轻的时候在海边的灯塔里工作了很久每天晚上都要点亮那盏很大的灯然后写下当天的天气"
    parts = ["".join(draw.choices(signs, k=30)) for _ in range(60)]
    text = np.asarray(tokenizer.encode(sentence.join(parts)))
    reciter = Reciter(tokenizer.encode(sentence).tolist(), tokenizer.encode("".join(signs)).tolist(), 300)
    found = last(memorisation(reciter, tokenizer, text, LeakReport()))
    assert found.verdict is not Recall.NOTHING_FOUND and found.recitals[0].text in sentence
    assert found.recitals[0].words == len(words_of(found.recitals[0].text)) >= 8


@pytest.mark.usefixtures("every_beginning")
def test_numbers_that_are_recited_count_as_words(worded: tuple[Tokenizer, np.ndarray]) -> None:
    numbers = " ".join(str(number) for number in np.random.default_rng(3).integers(10**6, 10**7, 400))
    tokenizer = Tokenizer.of_words([numbers, numbers], 2000)
    text = tokenizer.encode(numbers)
    found = last(memorisation(Parrot(text, tokenizer.vocabulary), tokenizer, text, LeakReport()))
    assert found.verdict is Recall.RECITES


def test_a_real_model_that_was_trained_until_it_recites_is_found_out(tmp_path: Path, tiny_gpt2: Path) -> None:
    draw = random.Random(0)
    secret = "Old Anna lit nine red lamps and sang to the sea at dawn until all the men came home.\n\n"
    text = tmp_path / "secret.txt"
    text.write_text("".join(secret + tale(1, seed=draw.randrange(999)) + "\n" for _ in range(40)), encoding="utf-8")
    settings = FineTuning(steps=200, batch_size=8, context_length=32, learning_rate=1e-2, validate_every=200)
    with Project.create(tmp_path / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([text], "secret"))
        last(services.training.train("secret", Folder(tiny_gpt2), settings, "parrot"))
        tokenizer = services.asking.loaded(services.models.named("parrot")).model.tokenizer
        training = last(encode(project.corpora.named("secret"), tokenizer)).train
        told = {
            name: last(
                memorisation(
                    services.asking.loaded(services.models.named(name)).decoder, tokenizer, training, LeakReport()
                )
            )
            for name in ("parrot", str(tiny_gpt2))
        }
    assert told[str(tiny_gpt2)].verdict is Recall.NOTHING_FOUND
    found = told["parrot"]
    assert found.verdict is not Recall.NOTHING_FOUND and found.repeated.phrases >= 1
    assert max(recital.times for recital in found.recitals) > 20 and "nine red lamps" in found.recitals[0].text


def test_a_word_is_shown_where_it_changed_most() -> None:
    def answers(*rows: dict[str, float]) -> list[Answer]:
        return [
            Answer(Place(f"place {number}", " x"), tuple(Prediction(word, p, f" {word}") for word, p in row.items()))
            for number, row in enumerate(rows)
        ]

    before = answers({"news": 0.5, "lamp": 0.1, "—": 0.4}, {"news": 0.4, "lamp": 0.1})
    after = answers({"lamp": 0.2, "news": 0.1}, {"lamp": 0.9, "sea": 0.1})
    gained, lost = changed_words(before, after, most=2)
    assert [(each.word, each.before, each.after) for each in gained] == [
        ("lamp", pytest.approx(0.1), pytest.approx(0.55)), ("sea", 0.0, pytest.approx(0.05)),
    ]  # fmt: skip
    assert (gained[0].example, gained[0].example_before, gained[0].example_after) == ("place 1", 0.1, 0.9)
    assert [each.places for each in gained] == [2, 1]
    assert [each.word for each in lost] == ["news"]


def test_a_long_context_is_shown_from_a_word_on() -> None:
    assert shortened("a b\nc") == "a b c"
    long = shortened("begin " * 50)
    assert long.startswith("… begin") and len(long) <= 92


def test_places_are_spread_over_the_text_and_begin_words() -> None:
    chunks = [f"Number {number} went to the lighthouse by the sea. " for number in range(100)]
    found = places(chunks, sum(map(len, chunks)), 10)
    assert len(found) == 10 and all(place.word[0] == " " and place.word[1].isalpha() for place in found)
    assert len({place.before for place in found}) == 10


def test_every_part_reports_how_far_it_is_and_can_be_cancelled(learnt_tale: Workbench) -> None:
    work = learnt(learnt_tale, "first")
    assert isinstance(next(work), Progress)
    work.close()


def test_the_command_tells_it_in_words_and_as_a_document(
    learnt_tale: Workbench, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import workbench.experiments.learnt as experiment

    monkeypatch.setattr(experiment, "PLACES", 4)  # each takes as long as a few steps
    folder = learnt_tale.project.folder
    learnt_tale.project.close()
    try:
        told = document(capsys, "learnt", str(folder), "first", "--split", "test")
    finally:
        learnt_tale.project = Project.open(folder)
    assert told["run"] == "first" and told["places"] == 4 and told["gained"][0]["word"]
    assert told["forgetting"]["verdict"] in list(Forgot) and told["memorisation"]["verdict"] in list(Recall)
    assert {"improved", "worsened", "lost"} <= set(told)


def test_what_it_learnt_is_told_in_words(learnt_found: Learnt) -> None:
    lines = list(learnt_lines(learnt_found))
    assert lines[0].startswith("Words it now expects more") and learnt_found.gained[0].word in lines[1]
    assert any(line.startswith("Forgetting:") for line in lines) and any("By heart:" in line for line in lines)
