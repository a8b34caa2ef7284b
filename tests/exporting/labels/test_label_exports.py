"""A run of labels in every format: opened by those who have not this program, it tells the same labels."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import tokenizers
from safetensors.numpy import load_file

from tests.models.test_network import gpt2_states
from workbench.corpora.encoded_examples import parts_of
from workbench.corpora.labelled import joined
from workbench.exporting import agreement
from workbench.exporting.card import ExportCard
from workbench.exporting.formats import Format, export_run
from workbench.exporting.labels.hugging_face import write_hugging_face
from workbench.exporting.labels.label_model import LabelModel
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.services.workbench import Workbench
from workbench.tasks.label_reader import LabelReader
from workbench.values.labels import Example, LabelKind
from workbench.values.model_ref import OfRun

# Of NumPy, where Keras reads a variable of TensorFlow's; and of TensorFlow's own interpreter, which is what runs here.
pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation"),
    pytest.mark.filterwarnings(r"ignore:\s*Warning. tf.lite.Interpreter is deprecated"),
]

RUNS = ("classes", "last", "several", "tags", "roles")
TEXTS = ["The day was warm", "It was cruel, and  dark – 你好。", "No"]
WORDS = ("day", "day", "你", "好")  # the second is the predicate


@cache
def expected(services: Workbench, name: str) -> np.ndarray:
    """What the program says: of each of TEXTS the probability of each label, or of each of WORDS."""
    run = services.project.runs.named(name)
    labels = services.labelling.labels_of(OfRun(run.id))
    if labels.kind is LabelKind.CLASSES:
        found = last(services.labelling.classify(OfRun(run.id), TEXTS))
        told = [{chance.label: chance.probability for chance in each.labels} for each in found]
        return np.array([[each[name] for name in labels.names] for each in told])
    predicate = 1 if labels.kind is LabelKind.ROLES else None
    example = Example(joined(WORDS), words=WORDS, predicate=predicate)
    opened, network, _ = services.models.open_with_head(OfRun(run.id))
    reader = LabelReader(network, opened.tokenizer, labels, opened.context_length)
    return reader.tags([example])[0]


def read(folder: Path, name: str, text: str = "") -> tuple[list[int], list[int]]:
    """Tokens of a text, or of WORDS with the places at which they are told, as the folder's files make them."""
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    if text:
        return tokenizer.encode(text).ids, []
    found: tuple[list[int], list[int]] = twice(folder).read_twice(tokenizer, WORDS, 1 if name == "roles" else None)
    return found


def twice(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("read_twice", folder / "read_twice.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(services: Workbench, folder: Path, name: str, ask: Any) -> np.ndarray:
    """The probabilities that a format gives, which is asked for logits by tokens."""
    model = LabelModel.of_run(services, services.project.runs.named(name))
    if model.tells_words:
        tokens, ends = read(folder, name)
        return model.probabilities(np.asarray(ask(tokens))[ends])
    texts = [read(folder, name, text)[0][: model.most] for text in TEXTS]
    return np.stack([model.probabilities(np.asarray(ask(tokens))) for tokens in texts])


@pytest.mark.parametrize("name", ["classes", "roles"])
def test_a_keras_file_opens_in_keras_and_tells_the_same(telling: Workbench, tmp_path: Path, name: str) -> None:
    folder = last(export_run(telling, name, tmp_path / "out", Format.KERAS))
    import keras

    network = keras.models.load_model(folder / "model.keras")

    def ask(tokens: list[int]) -> Any:
        row = np.array([[*tokens, *[0] * (32 - len(tokens))]], np.int32)
        mask = np.array([[1] * len(tokens) + [0] * (32 - len(tokens))], np.int32)
        return np.asarray(network({"token_ids": row, "padding_mask": mask}, training=False))[0]

    np.testing.assert_allclose(told(telling, folder, name, ask), expected(telling, name), atol=1e-5)
    names = telling.labelling.labels_of(OfRun(telling.project.runs.named(name).id)).names
    assert tuple(json.loads((folder / "labels.json").read_text())["names"]) == names


@pytest.mark.parametrize("name", ["last", "several", "tags"])
def test_a_litert_file_runs_and_tells_the_same(telling: Workbench, tmp_path: Path, name: str) -> None:
    folder = last(export_run(telling, name, tmp_path / "out", Format.LITERT))
    import tensorflow as tf

    run = tf.lite.Interpreter(str(folder / "model.tflite")).get_signature_runner("serving_default")
    width = run.get_input_details()["token_ids"]["shape"][1]

    def ask(tokens: list[int]) -> Any:
        row = np.zeros((1, width), np.int32)
        row[0, : len(tokens)] = tokens
        return run(token_ids=row, length=np.array([len(tokens)], np.int32))["logits"][0]

    np.testing.assert_allclose(told(telling, folder, name, ask), expected(telling, name), atol=1e-4)


@pytest.mark.parametrize("name", ["classes", "several", "tags", "roles"])  # “last” differs by its network alone
def test_a_saved_model_takes_texts_or_words_and_answers_labels(telling: Workbench, tmp_path: Path, name: str) -> None:
    folder = last(export_run(telling, name, tmp_path / "out", Format.SAVED_MODEL))
    import tensorflow as tf

    opened = tf.saved_model.load(str(folder)).signatures
    names = telling.labelling.labels_of(OfRun(telling.project.runs.named(name).id)).names
    if name in ("tags", "roles"):
        inputs = {"words": tf.constant(WORDS)} | ({"predicate": tf.constant(1)} if name == "roles" else {})
        every = opened["probabilities"](**inputs)["probability"].numpy()
        labels = [label.decode() for label in opened["serving_default"](**inputs)["label"].numpy()]
        assert labels == [names[number] for number in every.argmax(-1)]
        with pytest.raises(tf.errors.InvalidArgumentError, match="too many tokens"):
            opened["serving_default"](**(inputs | {"words": tf.constant(WORDS * 100)}))
    else:
        every = opened["probabilities"](text=tf.constant(TEXTS))["probability"].numpy()
        answer = opened["serving_default"](text=tf.constant(TEXTS))
        assert [label.decode() for label in answer["label"][1].numpy()] == [names[n] for n in (-every[1]).argsort()]
        np.testing.assert_allclose(answer["probability"], -np.sort(-every), atol=1e-6)
    np.testing.assert_allclose(every, expected(telling, name), atol=1e-5)


@pytest.mark.parametrize("name", ["classes", "last", "tags"])
def test_the_weights_of_a_folder_tell_the_same_by_the_formulas(telling: Workbench, tmp_path: Path, name: str) -> None:
    folder = last(export_run(telling, name, tmp_path / "out", Format.HUGGING_FACE))
    found = load_file(folder / "model.safetensors")
    weights = {key.removeprefix("transformer."): value for key, value in found.items()}
    head = "classifier" if name == "tags" else "score"

    def ask(tokens: list[int]) -> Any:
        states = gpt2_states(weights, np.array(tokens))
        if name == "classes":
            states = np.concatenate([states[-1], states.mean(0), states.max(0)])
        elif name == "last":
            states = states[-1]
        beside = weights["of_tokens.weight"][tokens].sum(0) if name == "classes" else 0
        return states @ weights[f"{head}.weight"].T + weights.get(f"{head}.bias", 0) + beside

    np.testing.assert_allclose(told(telling, folder, name, ask), expected(telling, name), atol=1e-5)


@pytest.mark.parametrize("name", RUNS)
def test_a_folder_says_what_its_numbers_mean_and_whether_it_brings_its_own_class(
    telling: Workbench, tmp_path: Path, name: str
) -> None:
    folder = last(export_run(telling, name, tmp_path / "out", Format.HUGGING_FACE))
    config = json.loads((folder / "config.json").read_text())
    names = telling.labelling.labels_of(OfRun(telling.project.runs.named(name).id)).names
    assert config["id2label"] == {str(number): label for number, label in enumerate(names)}
    assert config["label2id"] == {label: number for number, label in enumerate(names)}
    assert config["pad_token_id"] == 0 and json.loads((folder / "tokenizer_config.json").read_text())["pad_token"]
    own = {"classes": "WorkbenchForSequenceClassification", "several": "WordLstmForSequenceClassification"}
    own |= {"roles": "WordLstmForTokenClassification"}
    plain = {"last": "GPT2ForSequenceClassification", "tags": "GPT2ForTokenClassification"}
    assert config["architectures"] == [(own | plain)[name]]
    assert ("auto_map" in config) is (folder / "modeling_labels.py").is_file() is (name in own)
    if name in own:
        source = (folder / "modeling_labels.py").read_text()
        compile(source, "modeling_labels.py", "exec")
        assert f"class {own[name]}(" in source
    assert ("problem_type" in config) is (name in ("classes", "last", "several"))


def test_its_readme_tells_labels_and_no_figure_of_next_words(telling: Workbench, tmp_path: Path) -> None:
    for name, task in (("classes", "text-classification"), ("tags", "token-classification")):
        readme = (last(export_run(telling, name, tmp_path / name, Format.HUGGING_FACE)) / "README.md").read_text()
        assert f"pipeline_tag: {task}" in readme and "next-word" not in readme
        assert "perplexity" not in readme.lower() and "bits per byte" not in readme
        assert "87.5%" in readme and "40.0%" in readme
        assert ("good" if name == "classes" else "B-NP") in readme
        assert "validation part" in readme


def test_read_twice_makes_the_programs_tokens(telling: Workbench, tmp_path: Path) -> None:
    folder = last(export_run(telling, "tags", tmp_path / "out", Format.HUGGING_FACE))
    model = LabelModel.of_run(telling, telling.project.runs.named("tags"))
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    module = twice(folder)
    for words in (WORDS, ("It's", "“naïve”", "1834"), ("世", "界", "a", "界"), ("ก", "ข"), ("々", "・", "カ")):
        part = next(parts_of(Example(joined(words), words=words), model.model.tokenizer, model.labels, 500))
        tokens, ends = module.read_twice(tokenizer, words)
        assert (tokens, ends) == (part.tokens.tolist(), part.words.tolist()), words


def test_a_file_that_disagrees_is_not_kept(telling: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "TOLERANCE", -1.0)
    for wanted in (Format.KERAS, Format.SAVED_MODEL):
        with pytest.raises(KnownError) as refused:
            last(export_run(telling, "several", tmp_path / "refused", wanted))
        assert refused.value.code == "export.disagrees"
    assert list(tmp_path.iterdir()) == []


def test_a_tokenizer_that_reads_on_behind_a_text_is_refused(telling: Workbench, tmp_path: Path) -> None:
    found = LabelModel.of_run(telling, telling.project.runs.named("several"))
    definition = json.loads(found.model.tokenizer.definition)
    end = {"SpecialToken": {"id": "<|endoftext|>", "type_id": 0}}
    ids = {"<|endoftext|>": {"id": "<|endoftext|>", "ids": [0], "tokens": ["<|endoftext|>"]}}
    single = [{"Sequence": {"id": "A", "type_id": 0}}, end]
    definition["post_processor"] = {
        "type": "TemplateProcessing", "single": single, "pair": single, "special_tokens": ids,
    }  # fmt: skip
    bent = replace(found.model, tokenizer=Tokenizer(json.dumps(definition)))
    (tmp_path / "out").mkdir()
    with pytest.raises(KnownError) as refused:
        last(write_hugging_face(replace(found, model=bent), tmp_path / "out", ExportCard("bent", (), "", "")))
    assert refused.value.code == "export.other_tokens"
