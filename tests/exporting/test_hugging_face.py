"""A run as a Hugging Face folder: the same model for other programs, and for this one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import tokenizers
from safetensors.numpy import load_file

from tests.models.test_network import gpt2_logits
from tests.tiny_models import VOCABULARY
from workbench.exporting.formats import Format, export_run
from workbench.exporting.hugging_face import Numbers
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder


@pytest.fixture
def folder(learnt: Workbench, tmp_path: Path) -> Path:
    return last(export_run(learnt, "subwords", tmp_path / "first", Format.HUGGING_FACE))


def test_the_weights_give_the_logits_of_the_run_by_the_formulas_of_gpt2(learnt: Workbench, folder: Path) -> None:
    weights = {name.removeprefix("transformer."): v for name, v in load_file(folder / "model.safetensors").items()}
    tokens = np.random.default_rng(5).integers(0, VOCABULARY, (3, 32)).astype(np.int32)
    network = learnt.models.open(learnt.models.named("subwords")).network
    logits = network({"token_ids": tokens, "padding_mask": np.ones_like(tokens)}, training=False)
    np.testing.assert_allclose(logits, np.stack([gpt2_logits(weights, row) for row in tokens]), atol=1e-5)


def test_other_programs_find_the_end_of_a_text_and_the_same_tokens(learnt: Workbench, folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    assert config["architectures"] == ["GPT2LMHeadModel"] and config["tie_word_embeddings"] is True
    assert config["bos_token_id"] == config["eos_token_id"] == 0  # 50256 would be outside of this vocabulary
    assert json.loads((folder / "generation_config.json").read_text())["eos_token_id"] == 0
    assert json.loads((folder / "tokenizer_config.json").read_text())["eos_token"] == "<|endoftext|>"
    vocabulary = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
    parts = tokenizers.Tokenizer(
        tokenizers.models.BPE.from_file(str(folder / "vocab.json"), str(folder / "merges.txt"))
    )
    parts.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    text = "Anna lit the lamp – 你好"
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    assert tokenizer.encode(text).ids == parts.encode(text).ids
    assert len(vocabulary) == VOCABULARY


def test_the_readme_tells_where_the_model_comes_from(learnt: Workbench, folder: Path) -> None:
    readme = (folder / "README.md").read_text(encoding="utf-8")
    run, corpus = learnt.project.runs.named("subwords"), learnt.project.corpora.named("tale")
    for fact in (run.model_sha256, corpus.contents.sha256, "learning_rate", "tensorflow", "transformers"):
        assert fact in readme
    assert readme.startswith("---\n") and "pipeline_tag: text-generation" in readme


@pytest.mark.parametrize("run", ["subwords", "words"])
def test_the_folder_opens_here_and_says_the_same_words(learnt: Workbench, tmp_path: Path, run: str) -> None:
    folder = last(export_run(learnt, run, tmp_path / "again", Format.HUGGING_FACE))
    for text in ("Anna lit the", "Bertil", "你"):
        expected, found = (
            learnt.asking.predict(learnt.models.named(run), text),
            learnt.asking.predict(Folder(folder), text),
        )
        assert [word.word for word in found] == [word.word for word in expected]
        np.testing.assert_allclose([w.probability for w in found], [w.probability for w in expected], atol=1e-6)


def test_weights_of_half_the_size_open_here_and_say_nearly_the_same(learnt: Workbench, tmp_path: Path) -> None:
    sizes, probabilities = {}, {}
    for numbers in Numbers:
        folder = last(export_run(learnt, "subwords", tmp_path / numbers, Format.HUGGING_FACE, numbers))
        sizes[numbers] = (folder / "model.safetensors").stat().st_size
        assert json.loads((folder / "config.json").read_text())["torch_dtype"] == numbers
        probabilities[numbers] = learnt.asking.predict(Folder(folder), "Anna lit the")[0].probability
    for numbers in (Numbers.BFLOAT16, Numbers.FLOAT16):
        assert sizes[numbers] < 0.7 * sizes[Numbers.FLOAT32]
        assert probabilities[numbers] == pytest.approx(probabilities[Numbers.FLOAT32], rel=0.05)


def test_what_is_in_the_way_is_left_alone_and_a_cancelled_export_leaves_nothing(
    learnt: Workbench, tmp_path: Path
) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")
    with pytest.raises(KnownError) as refused:
        last(export_run(learnt, "subwords", tmp_path / "taken", Format.HUGGING_FACE))
    assert refused.value.code == "folder.taken"
    work = export_run(learnt, "subwords", tmp_path / "new", Format.HUGGING_FACE)
    next(work), next(work)
    work.close()
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
