"""A model as a GGUF file, alone or in a folder with a README and what starts it in Ollama."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.corpora.chunks import segments
from workbench.exporting.card import README, ExportCard, readme
from workbench.exporting.gguf.checking import Loss, check_file
from workbench.exporting.gguf.ollama import MODELFILE, how_to_open, modelfile
from workbench.exporting.gguf.quantisations import Quantisation
from workbench.exporting.gguf.vocabulary import CutOtherwise, cut_otherwise
from workbench.exporting.gguf.writing import all_settings, template_of, write_file
from workbench.ground.names import slug
from workbench.messages.message import Count, message
from workbench.messages.rendering import render
from workbench.values.corpus import Corpus, Split
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

_MOST_PASSAGES = 400


@dataclass(frozen=True)
class Written:
    """What came of it."""

    loss: Loss
    cut: CutOtherwise


def write_gguf(
    model: LanguageModel, file: Path, card: ExportCard, wanted: Quantisation, passages: Sequence[str]
) -> Generator[Progress, None, Written]:
    """Raises KnownError("export.…") where GGUF has no place for the model, or the file is not the model."""
    settings = all_settings(model, card.name, card.licence, wanted)
    cut = cut_otherwise(model.tokenizer, settings, passages)
    yield from write_file(model, file, settings, wanted)
    loss = yield from check_file(model, file, "\n\n".join(passages), wanted)
    return Written(loss, cut)


def write_gguf_folder(
    model: LanguageModel, folder: Path, card: ExportCard, wanted: Quantisation, passages: Sequence[str]
) -> Generator[Progress, None, None]:
    """The file with its Modelfile and README, in a folder that exists and is empty."""
    name = slug(card.name)
    file = folder / f"{name}-{wanted.name}.gguf"
    written = yield from write_gguf(model, file, card, wanted, passages)
    (folder / MODELFILE).write_text(modelfile(model, file.name, template_of(model)), encoding="utf-8")
    facts = (*card.facts, *_facts(written, wanted))
    (folder / README).write_text(readme(replace(card, facts=facts), how_to_open(name, file.name)), encoding="utf-8")


def passages_of(corpus: Corpus) -> tuple[str, ...]:
    """Some of a person's own text, on which the file is tried."""
    found = (each for segment in segments(corpus, Split.VALIDATION) for each in segment.split("\n\n") if each.strip())
    return tuple(islice(found, _MOST_PASSAGES))


def _facts(written: Written, wanted: Quantisation) -> list[tuple[str, str]]:
    loss = written.loss
    distance = render(message("card.of_distance", share=f"{100 * loss.distance:.2g}"))
    bits = {"file": f"{loss.bits:.4f}", "model": f"{loss.bits_of_model:.4f}"} if loss.bits is not None else {}
    measured = [(render(message("card.bits_of_kind")), render(message("card.of_bits_of_kind", **bits)))] if bits else []
    is_whole = wanted in (Quantisation.F32, Quantisation.F16, Quantisation.BF16)
    rounded = (render(message("card.on_the_way")), render(message("card.of_on_the_way")))
    on_the_way = [] if is_whole else [rounded]
    count, of = Count(written.cut.count), Count(written.cut.of)
    return [
        (render(message("card.quantisation")), wanted.name),
        (render(message("card.distance")), distance),
        *measured,
        *on_the_way,
        (render(message("card.cut")), render(message("card.of_cut", count=count, of=of))),
    ]
