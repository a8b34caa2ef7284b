"""What a run learnt, forgot and knows by heart."""

from __future__ import annotations

import numpy as np
import pytest

from tests.experiments.test_against_base import document
from workbench.cli_results import _learnt_lines
from workbench.experiments.bootstrap import Drawn, Interval, Kind
from workbench.experiments.forgetting import Forgetting, Forgot, probe_language, probe_text
from workbench.experiments.learnt import Learnt, learnt
from workbench.experiments.memorising import Memorisation, Memory, Recital, memorisation
from workbench.experiments.words_changed import changed_words, shortened
from workbench.generators import last
from workbench.prediction.asking import Answer, Place, places
from workbench.project import Project
from workbench.records import LeakReport, Prediction, Progress, Split
from workbench.services import Services

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

    def start(self, tokens: list[int]) -> np.ndarray:
        self._said = list(tokens)
        return self._logits()

    def append(self, token: int) -> np.ndarray:
        return self.start([*self._said, token])

    def _logits(self) -> np.ndarray:
        tail = self._said[-16:]
        following = (n + len(tail) for n in range(len(self._text)) if self._text[n : n + len(tail)] == tail)
        logits = np.zeros(self._vocabulary)
        place = next(following, len(self._text))
        logits[self._text[place] if place < len(self._text) else 5] = 1
        return logits


def test_a_model_that_recites_is_told_from_one_that_does_not(learnt_tale: Services) -> None:
    tokenizer = learnt_tale.loaded("first").model.tokenizer
    random = np.random.default_rng(1)
    words = ["".join(chr(97 + letter) for letter in random.integers(0, 26, 5)) for _ in range(300)]
    text = np.asarray(tokenizer.encode(" ".join(words)))
    by_heart = last(memorisation(Parrot(text, 300), tokenizer, text, LeakReport()))
    assert by_heart.asked == 12 and all(recital.text in " ".join(words) for recital in by_heart.recitals)
    assert by_heart.longest >= 8 and by_heart.verdict is not Memory.LITTLE
    other = last(memorisation(Parrot(text[::-1], 300), tokenizer, text, LeakReport()))
    assert other.verdict is Memory.LITTLE


def test_the_verdict_goes_by_the_longest_passage() -> None:
    def verdict(words: int) -> Memory:
        return Memorisation(12, (Recital("", "", words),), LeakReport()).verdict

    assert [verdict(words) for words in (3, 8, 19, 20)] == [
        Memory.LITTLE, Memory.PHRASES, Memory.PHRASES, Memory.RECITES,
    ]  # fmt: skip
    assert Memorisation(12, (), LeakReport()).longest == 0


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


def test_every_part_reports_how_far_it_is_and_can_be_cancelled(learnt_tale: Services) -> None:
    work = learnt(learnt_tale, "first")
    assert isinstance(next(work), Progress)
    work.close()


def test_the_command_tells_it_in_words_and_as_a_document(
    learnt_tale: Services, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
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
    assert told["forgetting"]["verdict"] in list(Forgot) and told["memorisation"]["verdict"] in list(Memory)
    assert {"improved", "worsened", "lost"} <= set(told)


def test_what_it_learnt_is_told_in_words(learnt_found: Learnt) -> None:
    lines = list(_learnt_lines(learnt_found))
    assert lines[0].startswith("Words it now expects more") and learnt_found.gained[0].word in lines[1]
    assert any(line.startswith("Forgetting:") for line in lines) and any("By heart:" in line for line in lines)
