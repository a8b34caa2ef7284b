"""A blind test in the terminal: two texts a round, and a letter as the answer to each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

from workbench.cli.words import say
from workbench.messages.message import Count
from workbench.prediction.blind import Round, Verdict, chance, verdict
from workbench.services.blind_test import Pair

LETTERS = {True: "A", False: "B"}  # by whether it is the left one
_VERDICTS = {
    Verdict.TOLD_APART: "told.blind_told_apart",
    Verdict.PERHAPS_LUCK: "told.blind_perhaps_luck",
    Verdict.GUESSED: "told.blind_guessed",
}


def ask_side(pair: Pair, number: int, rounds: int, show: Callable[[str], None]) -> Round | None:
    """The round as it was answered on standard input; None where nothing more comes from there."""
    show(say("told.blind_round", number=number, rounds=Count(rounds), prompt=pair.prompt))
    for letter, text in zip(LETTERS.values(), (pair.a, pair.b), strict=True):
        show(f"{letter}: {' '.join(text.split())}")
    while True:
        print(say("told.blind_question"), end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        chosen = line.strip().upper()
        if chosen in LETTERS.values():
            found = Round(pair.prompt, pair.a, pair.b, pair.a_is_tuned, chosen == LETTERS[True])
            code = "told.blind_right" if found.is_right else "told.blind_wrong"
            show(say(code, letter=LETTERS[found.a_is_tuned]))
            return found
        if not line:
            return None


def score(rounds: Sequence[Round]) -> str:
    right = sum(each.is_right for each in rounds)
    told = say(_VERDICTS[verdict(right, len(rounds))])
    share = f"{100 * chance(right, len(rounds)):.1f}"
    return say("told.blind_score", right=Count(right), rounds=Count(len(rounds)), share=share, verdict=told)


def blind_json(model: str, against: str, seed: int, rounds: Sequence[Round]) -> dict[str, Any]:
    """ "chance" is how probable it is that who only guesses does as well."""
    right = sum(each.is_right for each in rounds)
    return {
        "model": model,
        "against": against,
        "seed": seed,
        "rounds": [
            {
                "text": each.prompt,
                "a": each.a,
                "b": each.b,
                "fine_tuned": LETTERS[each.a_is_tuned],
                "chosen": LETTERS[each.chosen_a],
                "right": each.is_right,
            }
            for each in rounds
        ],
        "right": right,
        "chance": chance(right, len(rounds)) if rounds else None,
        "verdict": verdict(right, len(rounds)).value if rounds else None,
    }
