"""What a run learnt, forgot and knows by heart, in words and tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.experiments.forgetting import Forgetting, Forgot
from workbench.experiments.kept import LEARNT, keep, kept, name_of
from workbench.experiments.learnt import Learnt, learnt
from workbench.experiments.memorising import PHRASE, RECITAL, Asked, Memorisation, Recall, Recital
from workbench.experiments.passages_changed import PassageChange
from workbench.experiments.words_changed import WordChange
from workbench.gui.context import Context
from workbench.gui.parts.figure_table import FigureTable
from workbench.gui.parts.finding_view import SplitBox, heading, set_tone, words
from workbench.gui.parts.word_bars import percent
from workbench.gui.tasks.view import ResultView
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import bounds
from workbench.values.corpus import Split
from workbench.values.run import Run

_WORDS = 8  # of each table
_SHOWN = 260  # characters of a passage


class LearntView(ResultView):
    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._run: Run | None = None
        self.about.setText(
            self.tr(
                "Asks the model before and after at many places, reads general text, and tries what it knows by heart."
            )
        )
        self.start.setText(self.tr("Find out"))
        self.split = SplitBox((Split.VALIDATION, Split.TEST))
        self.split.currentIndexChanged.connect(lambda: self._show_kept())
        columns = [
            self.tr("Word"), self.tr("Before"), self.tr("After"), self.tr("Places"), self.tr("For example after"),
        ]  # fmt: skip
        self.gained = FigureTable(self.tr("Words it now expects more"), columns, 4)
        self.lost = FigureTable(self.tr("Words it now expects less"), columns, 4)
        self.asked = words("")
        self.asked.setProperty("quiet", True)
        columns = [self.tr("Passage"), self.tr("Before"), self.tr("After")]
        self.improved = FigureTable(self.tr("Passages that improved most"), columns, 0)
        self.worsened = FigureTable(self.tr("Passages that worsened most"), columns, 0)
        self.forgot = words("")
        self.by_heart = words("")
        self.recitals = words("")
        self.leaks = words("")
        self._lay_out()

    def show_run(self, run: Run) -> None:
        self._run = run
        self._show_kept()

    def begin(self) -> None:
        run = self._run
        if run is None or self.is_busy:
            return
        work = partial(learnt, self._context.services, run.name, self.split.split)
        title = self.tr("Finding out what {name} learnt").format(name=run.name)
        self.drive(title, work, partial(self._take, run))

    def _take(self, run: Run, result: Learnt) -> None:
        with self._context.telling():
            keep(self._context.project, run, name_of(LEARNT, result.split), result)
        self._show_kept()

    def _show_kept(self) -> None:
        if self._run is None:
            return
        found = kept(self._context.project, self._run, name_of(LEARNT, self.split.split), Learnt)
        if found is not None:
            self._show(found)
            return
        self.found.hide()
        if not self.is_busy:
            self.say(self.tr("Not looked at yet. It asks both models at places all over the text, and can be stopped."))

    def _show(self, found: Learnt) -> None:
        self.say("")
        self.found.show()
        asked = self.tr(
            "Means over {count} places; a word that was among the likeliest at one of them alone says little."
        )
        self.asked.setText(asked.format(count=QLocale().toString(found.places)))
        self.gained.show_rows(_word_rows(found.gained))
        self.lost.show_rows(_word_rows(found.lost))
        self.improved.show_rows(_passage_rows(found.improved))
        self.worsened.show_rows(_passage_rows(found.worsened))
        self._show_forgetting(found.forgetting)
        self._show_memory(found.memorisation)

    def _show_forgetting(self, found: Forgetting | None) -> None:
        if found is None:
            self.forgot.setText(self.tr("It started from random weights, which know nothing that could be forgotten."))
            set_tone(self.forgot, "")
            return
        verdicts = {
            Forgot.NOTHING: self.tr("✓ It forgot nothing that can be measured."),
            Forgot.UNCLEAR: self.tr("≈ Whether it forgot cannot be told: the general text is too short for that."),
            Forgot.SOMETHING: self.tr("! It forgot a little of the general language."),
            Forgot.MUCH: self.tr(
                "✗ It forgot much of the general language. A lower learning rate, fewer steps, a pull to the start or"
                " LoRA keep more of it."
            ),
        }
        figures = self.tr(
            "General text that no model has read: {before} → {after} bits per byte (perplexity {perplexity} a token);"
            " the change: {bounds}."
        ).format(
            before=quantities.loss(found.before),
            after=quantities.loss(found.after),
            perplexity=quantities.change(
                quantities.perplexity(math.log(found.perplexity_before)),
                quantities.perplexity(math.log(found.perplexity_after)),
            ),
            bounds=bounds(found.change),
        )
        self.forgot.setText(f"{verdicts[found.verdict]}\n{figures}")
        tones = {Forgot.NOTHING: "good", Forgot.UNCLEAR: "", Forgot.SOMETHING: "warn", Forgot.MUCH: "bad"}
        set_tone(self.forgot, tones[found.verdict])

    def _show_memory(self, found: Memorisation) -> None:
        verdicts = {
            Recall.NOTHING_FOUND: self.tr("✓ Nothing was found that it knows by heart."),
            Recall.PHRASES: self.tr("! It repeats some phrases of the training text word for word."),
            Recall.RECITES: self.tr(
                "✗ It recites whole passages of the training text. Fewer steps or more text would help."
            ),
        }
        longest = Counts.tr("The longest passage that it reproduced verbatim has %Ln words.", "", found.longest)
        asked = [self._asked(found.spread, self.tr("beginnings spread over the training text"))]
        if found.repeated.beginnings:
            repeated = self.tr("beginnings of the most repeated passages ({fewest} to {most} times in it)").format(
                fewest=QLocale().toString(found.fewest_times), most=QLocale().toString(found.most_times)
            )
            asked.append(self._asked(found.repeated, repeated))
        else:
            asked.append(self.tr("No passage stands in the training text twice."))
        self.by_heart.setText("\n".join([verdicts[found.verdict], longest, *asked]))
        # A few places say nothing about all the others: that is no reason for green.
        tones = {Recall.NOTHING_FOUND: "", Recall.PHRASES: "warn", Recall.RECITES: "bad"}
        set_tone(self.by_heart, tones[found.verdict])
        self.recitals.setText("\n".join(self._recital(recital) for recital in found.recitals if recital.words > 2))
        self.recitals.setVisible(bool(self.recitals.text()))
        checked = QLocale().toString(found.leaks.checked)
        is_spoken = found.leaks.of_conversations
        if found.leaks.found and is_spoken:
            text = self.tr(
                "! {found} of {count} held-out conversations are nearly the same as one that is trained on, so the"
                " figures look better than they are. The nearest: “{passage}”"
            )
        elif found.leaks.found:
            text = self.tr(
                "! {found} of {count} held-out passages are nearly the same as one that is trained on, so the figures"
                " look better than they are. The nearest: “{passage}”"
            )
        elif is_spoken:
            text = self.tr("✓ None of {count} held-out conversations is nearly the same as one that is trained on.")
        else:
            text = self.tr("✓ None of {count} held-out passages is nearly the same as one that is trained on.")
        nearest = _line(found.leaks.examples[0].passage)[:120] if found.leaks.examples else ""
        number = QLocale().toString(found.leaks.found)
        self.leaks.setText(text.format(found=number, count=checked, passage=nearest))

    def _asked(self, asked: Asked, what: str) -> str:
        """How often it went on by heart, or what it is worth that it did not."""
        count = QLocale().toString(asked.beginnings)
        if asked.at_most is None:
            text = self.tr(
                "{found} of {count} {what} were continued word for word for {phrase} words or more, {recitals} for"
                " {recital} or more."
            )
        else:
            text = self.tr(
                "None of {count} {what} was continued word for word for {phrase} words or more: with a confidence of"
                " 95 % fewer than {share} of such beginnings would be."
            )
        return text.format(
            count=count, what=what, found=asked.phrases, recitals=asked.recitals, phrase=PHRASE, recital=RECITAL,
            share=percent(asked.at_most or 0.0),
        )  # fmt: skip

    def _recital(self, recital: Recital) -> str:
        return self.tr("“{text}” ({words} words, up to {times} times in the text)").format(
            text=_line(recital.text), words=recital.words, times=QLocale().toString(recital.times)
        )

    def _lay_out(self) -> None:
        self.top.insertWidget(1, self.split)
        layout = QVBoxLayout(self.found)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(8)
        sections: tuple[tuple[str, Sequence[QWidget]], ...] = (
            (self.tr("Did it forget?"), (self.forgot,)),
            (self.tr("Does it know the text by heart?"), (self.by_heart, self.recitals, self.leaks)),
            (self.tr("Words it now expects more"), (self.asked, self.gained)),
            (self.tr("Words it now expects less"), (self.lost,)),
            (self.tr("Passages that improved most (perplexity a token)"), (self.improved,)),
            (self.tr("Passages that worsened most (perplexity a token)"), (self.worsened,)),
        )
        for title, parts in sections:
            layout.addSpacing(4)
            layout.addWidget(heading(title))
            for part in parts:
                layout.addWidget(part)
        layout.addStretch()


def _word_rows(changes: Sequence[WordChange]) -> list[tuple[str, ...]]:
    return [
        (
            change.word,
            percent(change.before),
            percent(change.after),
            QLocale().toString(change.places),
            f"{change.example} … ({quantities.change(percent(change.example_before), percent(change.example_after))})",
        )
        for change in changes[:_WORDS]
    ]


def _passage_rows(changes: Sequence[PassageChange]) -> list[tuple[str, ...]]:
    return [
        (_line(change.text)[:_SHOWN], quantities.perplexity(change.before), quantities.perplexity(change.after))
        for change in changes
    ]


def _line(text: str) -> str:
    return " ".join(text.split())
