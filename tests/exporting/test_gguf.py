"""A GGUF file of ours is the model for llama.cpp, and what would not be one is not kept."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.llama_cpp import LlamaCpp
from tests.tiny_families import CONFIGS, write_any
from tests.tiny_models import make_tiny_gpt2
from workbench.exporting import agreement
from workbench.exporting.card import ExportCard
from workbench.exporting.formats import Format, export_run
from workbench.exporting.gguf import checking
from workbench.exporting.gguf.folder import write_gguf
from workbench.exporting.gguf.quantisations import Quantisation, sizes
from workbench.exporting.gguf.vocabulary import cut_otherwise, settings_of
from workbench.exporting.gguf.writing import all_settings, write_file
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.card import Origin, PretrainedModel
from workbench.models.catalogue import find_model, read_card, read_config
from workbench.models.language_model import LanguageModel, load
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, OfRun

TEXT = "Anna lit the lamp. Bertil cleaned the glass. Clara watched the sea.\n\n"
SETTINGS = FineTuning(
    steps=4, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=2, precision="float32"
)


def _folder(place: Path, family: str) -> Path:
    """Of a network that llama.cpp has a place for, too: without what is tested in `test_what_has_no_place…`."""
    folder = write_any(place, family)
    changes = {"smollm3": {"no_rope_layers": [1, 1]}, "mistral": {"sliding_window": None}}.get(family, {})
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **changes}))
    return folder


def _is_alike(model: LanguageModel, asked: LlamaCpp, tokens: list[int], places: range) -> int:
    """How many places were compared."""
    compared = 0
    for place in places:
        expected = agreement.probabilities(agreement.logits(model, tokens[:place]))
        found = asked.likeliest(tokens[:place])
        for token, probability in found.items():
            assert probability == pytest.approx(expected[token], abs=2e-4)
        compared += bool(found)
    return compared


@pytest.mark.parametrize("family", ["gpt2", *CONFIGS])
def test_llama_cpp_expects_what_the_model_does(tmp_path: Path, family: str) -> None:
    model = load(find_model(str(_folder(tmp_path / "folder", family))))
    file = tmp_path / "tiny.gguf"
    last(write_file(model, file, all_settings(model, "tiny", "", Quantisation.F32), Quantisation.F32))
    tokens = agreement.prompt(model, 2 * TEXT)
    assert _is_alike(model, LlamaCpp(file), tokens, range(4, 25, 4)) >= 3
    expected = model.family.tensors(model.network)
    found = load(read_card(file, Origin.FOLDER)).family.tensors(model.network)
    assert all(np.array_equal(found[name], value) for name, value in expected.items())


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> LanguageModel:
    return load(find_model(str(make_tiny_gpt2(tmp_path_factory.mktemp("gguf") / "tiny"))))


def test_a_run_is_what_llama_cpp_writes_and_learns_on_from_its_file(tiny_services: Workbench, tmp_path: Path) -> None:
    """Train → GGUF → llama.cpp, and GGUF → train → GGUF."""
    services = tiny_services
    base = next(card.ref for card in services.models.every() if isinstance(card.ref, Folder))
    last(services.training.train("tale", base, SETTINGS, "first"))
    folder = last(export_run(services, "first", tmp_path / "out", Format.GGUF, quantisation=Quantisation.F32))
    (file,) = folder.glob("*.gguf")
    assert file.name == "first-F32.gguf" and {each.name for each in folder.iterdir()} == {
        file.name,
        "Modelfile",
        "README.md",
    }
    said = (folder / "README.md").read_text(encoding="utf-8")
    assert "ollama create first -f Modelfile\nollama run first" in said
    assert re.search(r"\| [\d.]+ bits per byte \(the model: [\d.]+\) \|", said)
    assert "| Passages of the text that llama.cpp cuts into other tokens | 0 of " in said
    assert "FROM ./first-F32.gguf" in (folder / "Modelfile").read_text(encoding="utf-8")
    learnt, asked = services.models.open(OfRun(1)), LlamaCpp(file)
    tokens = agreement.prompt(learnt, 20 * TEXT)
    assert _is_alike(learnt, asked, tokens[:30], range(2, 30)) >= 20
    assert asked.goes_on("Anna lit", 12) == _goes_on(learnt, "Anna lit", 12)

    again = services.models.add_folder(file)
    assert again.name == "first-F32" and again.quantisation == "" and again.context_length == 32
    last(services.training.train("tale", again.ref, SETTINGS, "second"))
    run = services.project.runs.named("second")
    assert run.base_validation_loss == pytest.approx(
        services.project.runs.named("first").best_validation_loss, abs=1e-4
    )
    alone = last(export_run(services, "second", tmp_path / "b.gguf", Format.GGUF, quantisation=Quantisation.Q8_0))
    assert alone == tmp_path / "b.gguf" and read_card(alone, Origin.FOLDER).parameters == again.parameters
    writing = export_run(services, "second", tmp_path / "left", Format.GGUF)
    for _ in range(9):
        next(writing)
    writing.close()
    assert not [*tmp_path.glob("left*"), *tmp_path.glob(".*")]
    shutil.rmtree(folder)
    with pytest.raises(KnownError):
        services.models.open(again.ref)


def _goes_on(model: LanguageModel, text: str, count: int) -> str:
    tokens = agreement.prompt(model, text)
    begun = len(tokens)
    for _ in range(count):
        tokens = [*tokens, int(np.argmax(agreement.logits(model, tokens)))]
    return model.tokenizer.decode(tokens[begun:])


@pytest.mark.parametrize("wanted", [Quantisation.BF16, Quantisation.Q4_1])
def test_each_kind_is_as_large_as_was_said_and_as_near_as_it_can_be(
    tmp_path: Path, wanted: Quantisation, llama: LanguageModel
) -> None:
    file = tmp_path / "tiny.gguf"
    written = last(write_gguf(llama, file, ExportCard("tiny", (), "", ""), wanted, [20 * TEXT]))
    said = sizes(llama.family.completed(llama.config))[wanted]
    assert said <= file.stat().st_size <= said + 12_000  # its settings and its vocabulary
    assert 0 < written.loss.distance < {"BF16": 0.02, "Q8_0": 0.02, "Q4_1": 0.2}[wanted.name]


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> LanguageModel:
    return load(find_model(str(_folder(tmp_path_factory.mktemp("gguf") / "llama", "llama"))))


def test_what_is_not_the_model_is_not_kept(
    tmp_path: Path, tiny: LanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = checking.load

    def another(card: PretrainedModel) -> LanguageModel:
        model = real(card)
        model.network.trainable_variables[0].assign(0 * model.network.trainable_variables[0] + 1)
        return model

    monkeypatch.setattr(checking, "load", another)
    with pytest.raises(KnownError, match="does not predict what the model does"):
        last(write_gguf(tiny, tmp_path / "a.gguf", ExportCard("tiny", (), "", ""), Quantisation.F16, [TEXT]))


def test_what_has_no_place_in_gguf_is_refused_by_what_it_is(tmp_path: Path) -> None:
    for family, sentence in (
        ("word-lstm", "no place for a model of this family"),
        ("smollm3", "its “no_rope_layers” is one that llama.cpp has no place for"),
    ):
        model = load(find_model(str(write_any(tmp_path / family, family))))
        with pytest.raises(KnownError, match=sentence):
            all_settings(model, "tiny", "", Quantisation.F16)
    assert sizes(read_config(tmp_path / "word-lstm")) == {}


def test_passages_that_llama_cpp_cuts_otherwise_are_counted(tiny: LanguageModel) -> None:
    """Its names stand for ways to tell words apart, none of which is to cut at every space alone."""
    definition = json.loads(tiny.tokenizer.definition)
    definition["pre_tokenizer"] = {
        "type": "Sequence",
        "pretokenizers": [
            {"type": "Split", "pattern": {"String": "m"}, "behavior": "Isolated", "invert": False},
            {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
        ],
    }
    other = LanguageModel(tiny.network, Tokenizer(json.dumps(definition)), tiny.config)
    passages = ["Anna lit the lamp.", "Bertil", "The lamp lit."]
    assert cut_otherwise(tiny.tokenizer, settings_of(tiny, 0), passages).count == 0
    found = cut_otherwise(other.tokenizer, settings_of(other, 0), passages)
    assert (found.count, found.of) == (2, 3)
