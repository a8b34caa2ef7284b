"""The cleaning recipe: which steps there are, in which order they begin, and what each of them may be set to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.corpora.cleaning import steps
from workbench.corpora.cleaning.boilerplate import Boilerplate
from workbench.corpora.cleaning.remembering import Remembering
from workbench.corpora.cleaning.steps import Apply
from workbench.corpora.duplicates import NearDuplicates, SeenParagraphs
from workbench.corpora.statistics.languages import RECOGNISED, known_codes, language_of
from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.message import Count, message
from workbench.values.importing import Scope, StepSetting


@dataclass(frozen=True)
class Step:
    """A kind of cleaning. `make` gives what it does; one that remembers what it saw is made anew for each corpus."""

    name: str
    title: str
    explanation: str
    make: Callable[[str], Apply]
    when: Scope = Scope.NEVER  # in the default recipe
    by_pages: bool = False  # whether it can be for documents in pages alone
    value: str = ""  # what it is set to in the default recipe; empty for a step without a setting
    value_title: str = ""


def default_recipe() -> tuple[StepSetting, ...]:
    return tuple(StepSetting(step.name, step.when, step.value) for step in STEPS.values())


def full_recipe(recipe: Sequence[StepSetting]) -> tuple[StepSetting, ...]:
    """The recipe with the steps that it does not name at its end, switched off. Raises KnownError("recipe.invalid")."""
    for setting in recipe:
        check_setting(setting)
    named = {setting.name for setting in recipe}
    rest = (StepSetting(step.name, Scope.NEVER, step.value) for step in STEPS.values() if step.name not in named)
    return (*recipe, *rest) if recipe else default_recipe()


def check_setting(setting: StepSetting) -> None:
    """Raises KnownError("recipe.invalid") for a step that there is not or a value that it does not take."""
    step = STEPS.get(setting.name)
    if step is None:
        reason = message("step.known", known=tuple(STEPS))
        raise KnownError("recipe.invalid", name=setting.name, value=setting.when, reason=reason)
    if setting.when is Scope.PAGES and not step.by_pages:
        reason = message("step.on_or_off")
        raise KnownError("recipe.invalid", name=setting.name, value=setting.when, reason=reason)
    step.make(setting.value)


def parsed_steps(changes: Mapping[str, str]) -> tuple[StepSetting, ...]:
    """The default recipe with changes as a command line gives them: on, off, pages, or the step's value.

    Raises KnownError("recipe.invalid").
    """
    switches = {"on": Scope.ALWAYS, "off": Scope.NEVER, "pages": Scope.PAGES}
    recipe = {setting.name: setting for setting in default_recipe()}
    for name, text in changes.items():
        value = STEPS[name].value if name in STEPS else ""
        when = switches.get(text.casefold())
        setting = StepSetting(name, when, value) if when else StepSetting(name, Scope.ALWAYS, text)
        check_setting(setting)
        recipe[name] = setting
    return tuple(recipe.values())


def _simply(apply: Apply) -> Callable[[str], Apply]:
    return lambda _value: apply


def _languages(value: str) -> Apply:
    asked = value.replace(",", " ").split()
    if not all(code.split("-")[0].isalpha() and len(code.split("-")[0]) in (2, 3) for code in asked):
        raise KnownError("recipe.invalid", name="language", value=value, reason=message("step.languages"))
    for code in asked:
        if not known_codes(code):
            known = tuple(RECOGNISED)
            reason = message("step.no_language", language=code, known=known)
            raise KnownError("recipe.invalid", name="language", value=value, reason=reason)
    if not asked:
        return lambda text: text
    wanted = {"", *(name for code in asked for name in known_codes(code))}
    return lambda text: steps.keeping_paragraphs(text, lambda paragraph: language_of(paragraph) in wanted)


def _invisible(value: str) -> Apply:
    kinds = {"soft": steps.without_soft_hyphens, "all": steps.without_invisible}
    if value.strip().casefold() not in kinds:
        raise KnownError("recipe.invalid", name=STEPS["invisible"].name, value=value, reason=message("step.invisible"))
    return kinds[value.strip().casefold()]


def _minimum(value: str) -> Apply:
    shortest = _number("minimum", value, 1, 100_000)
    return lambda text: steps.keeping_paragraphs(text, lambda paragraph: len(paragraph.strip()) >= shortest)


class _Duplicates(Remembering):
    def __init__(self, value: str) -> None:
        self._shortest, self._seen = _number("duplicates", value, 1, 100_000), SeenParagraphs()

    def __call__(self, text: str) -> str:
        return steps.keeping_paragraphs(
            text, lambda paragraph: len(paragraph) < self._shortest or self._seen.is_new(paragraph)
        )

    def begin_document(self) -> None:
        self._seen.mark()

    def take_back(self) -> None:
        self._seen.take_back()


class _NearDuplicates(Remembering):
    def __init__(self, value: str) -> None:
        self._seen = NearDuplicates(_number("near_duplicates", value, 50, 100) / 100)

    def __call__(self, text: str) -> str:
        return steps.keeping_paragraphs(text, lambda paragraph: self._seen.find(paragraph, remember=True) is None)

    def begin_document(self) -> None:
        self._seen.mark()

    def take_back(self) -> None:
        self._seen.take_back()


def _number(name: str, value: str, least: int, most: int) -> int:
    if not value.strip().isdecimal() or not least <= int(value) <= most:
        reason = message("step.number", least=least, most=Count(most))
        raise KnownError("recipe.invalid", name=name, value=value, reason=reason)
    return int(value)


# The order matters: what a later step removes must not make work for an earlier one.
STEPS: dict[str, Step] = {
    step.name: step
    for step in (
        Step("controls", QT_TRANSLATE_NOOP("steps", "Control characters"),
             QT_TRANSLATE_NOOP("steps", "Bytes that steer terminals and printers, such as a bell or an escape, and byte order marks amid a text. No text means them: keep this on."),
             _simply(steps.without_controls), Scope.ALWAYS),
        Step("invisible", QT_TRANSLATE_NOOP("steps", "Invisible characters"),
             QT_TRANSLATE_NOOP("steps", "Soft hyphens, which say where a word may be divided; “all” takes zero-width spaces and marks of direction too. Choose “all” for texts from the web; keep “soft” where Arabic or Hebrew stands among other letters."),
             _invisible, Scope.ALWAYS, value="soft", value_title=QT_TRANSLATE_NOOP("steps", "soft (hyphens alone) or all")),
        Step("unicode", QT_TRANSLATE_NOOP("steps", "Unicode composition (NFC)"),
             QT_TRANSLATE_NOOP("steps", "“é” written as two characters becomes one, so that a word is the same word everywhere."),
             _simply(steps.composed), Scope.ALWAYS),
        Step("headers", QT_TRANSLATE_NOOP("steps", "Repeated headers and footers"),
             QT_TRANSLATE_NOOP("steps", "Lines at the top or bottom of pages that come again on other pages."),
             _simply(steps.without_headers), Scope.PAGES, by_pages=True),
        Step("page_numbers", QT_TRANSLATE_NOOP("steps", "Page numbers"),
             QT_TRANSLATE_NOOP("steps", "Lines that are nothing but a number, at the edge of a page or alone between blank lines."),
             _simply(steps.without_page_numbers), Scope.PAGES, by_pages=True),
        Step("html", QT_TRANSLATE_NOOP("steps", "Remains of HTML"),
             QT_TRANSLATE_NOOP("steps", "Tags such as <br> and entities such as &amp; that were left in a text."),
             _simply(steps.without_markup)),
        Step("hyphens", QT_TRANSLATE_NOOP("steps", "Words broken at line ends"),
             QT_TRANSLATE_NOOP("steps", "“trans-” and “fer” on the next line become “transfer”."),
             _simply(steps.with_joined_hyphens), Scope.PAGES, by_pages=True),
        Step("unwrap", QT_TRANSLATE_NOOP("steps", "Lines cut at a fixed width"),
             QT_TRANSLATE_NOOP("steps", "Lines of a paragraph that were cut to fit a page become one line; verse is left alone."),
             _simply(steps.unwrapped), Scope.PAGES, by_pages=True),
        Step("boilerplate", QT_TRANSLATE_NOOP("steps", "Boilerplate lines"),
             QT_TRANSLATE_NOOP("steps", "Copyright notices, “share this”, cookie notices, the licence of Project Gutenberg."),
             lambda _value: Boilerplate()),
        Step("addresses", QT_TRANSLATE_NOOP("steps", "Web and mail addresses"),
             QT_TRANSLATE_NOOP("steps", "Each becomes [link] or [mail], so that nobody's address is learnt."),
             _simply(steps.with_masked_addresses)),
        Step("language", QT_TRANSLATE_NOOP("steps", "Other languages"),
             QT_TRANSLATE_NOOP("steps", "Paragraphs that are recognised as another language than these."),
             _languages, value="en", value_title=QT_TRANSLATE_NOOP("steps", "languages to keep, such as: en de")),
        Step("minimum", QT_TRANSLATE_NOOP("steps", "Short paragraphs"),
             QT_TRANSLATE_NOOP("steps", "Paragraphs shorter than this."),
             _minimum, value="20", value_title=QT_TRANSLATE_NOOP("steps", "fewest characters")),
        Step("duplicates", QT_TRANSLATE_NOOP("steps", "Repeated paragraphs"),
             QT_TRANSLATE_NOOP("steps", "Paragraphs that repeat an earlier one, whatever their spaces and capitals; the first stays."),
             _Duplicates, value="40", value_title=QT_TRANSLATE_NOOP("steps", "only of so many characters or more")),
        Step("near_duplicates", QT_TRANSLATE_NOOP("steps", "Nearly repeated paragraphs"),
             QT_TRANSLATE_NOOP("steps", "Paragraphs that share so much of their word groups with an earlier one (MinHash)."),
             _NearDuplicates, value="80", value_title=QT_TRANSLATE_NOOP("steps", "per cent in common")),
        Step("spaces", QT_TRANSLATE_NOOP("steps", "Spaces inside lines"),
             QT_TRANSLATE_NOOP("steps", "Several spaces in a row become one; indentation is kept."),
             _simply(steps.with_single_spaces), Scope.PAGES, by_pages=True),
        Step("whitespace", QT_TRANSLATE_NOOP("steps", "Spaces at line ends"),
             QT_TRANSLATE_NOOP("steps", "Spaces that cannot be seen, at the ends of lines."),
             _simply(steps.without_trailing_spaces), Scope.ALWAYS),
    )
}  # fmt: skip
