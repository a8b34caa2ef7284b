"""Private names of libraries that are used all the same: a new release that drops one is told here."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

from tests.tiny_families import CONFIGS
from workbench.models.keras_hub_internals import (
    FUSED,
    gpt2_block,
    llama_block,
    modules_asking_for_fused_attention,
    qwen3_attention_norms,
)
from workbench.models.keras_internals import backend_functions, layers_within, rename, set_attention_dropout
from workbench.models.language_model import import_libraries
from workbench.models.networks import random_network
from workbench.models.tensorflow_internals import as_it_stands, name_programs_by_content, numbered_from

GPT2 = {"model_type": "gpt2", "vocab_size": 32, "n_positions": 16, "n_embd": 8, "n_layer": 1, "n_head": 2}


@contextmanager
def internals_of(library: str) -> Iterator[None]:
    import importlib.metadata

    try:
        yield
    except (AttributeError, ImportError) as gone:
        release = importlib.metadata.version(library)
        module = f"workbench/models/{library.replace('-', '_')}_internals.py"
        pytest.fail(f"{library} {release} has no longer what {module} takes from it: {gone}")


@pytest.fixture(scope="module")
def gpt2() -> Any:
    import_libraries()
    return random_network(GPT2, seed=0)


def test_keras_lists_the_layers_inside_layers(gpt2: Any) -> None:
    import keras

    with internals_of("keras"):
        layers = list(layers_within(gpt2))
    attention = [layer for layer in layers if isinstance(layer, keras.layers.MultiHeadAttention)]
    assert len(attention) == GPT2["n_layer"] and attention[0] not in gpt2.layers


def test_keras_asks_an_attention_for_its_dropout(gpt2: Any) -> None:
    import keras

    (attention,) = (layer for layer in layers_within(gpt2) if isinstance(layer, keras.layers.MultiHeadAttention))
    was = attention.get_config()["dropout"]
    with internals_of("keras"):
        assert attention._dropout == was  # setting it would succeed without it, too
    set_attention_dropout(attention, 0.25)
    assert attention.get_config()["dropout"] == 0.25
    set_attention_dropout(attention, was)


def test_keras_lets_a_variable_be_renamed(gpt2: Any) -> None:
    variable = gpt2.weights[0]
    was = variable.path
    rename(variable, "elsewhere/kernel")
    assert variable.path == "elsewhere/kernel", "keras keeps the path of a variable elsewhere than in _path"
    rename(variable, was)


def test_keras_looks_products_up_in_its_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    import keras
    import numpy as np

    with internals_of("keras"):
        numpy, nn = backend_functions()
        assert callable(numpy.matmul) and callable(numpy.einsum) and callable(nn.dot_product_attention)
    monkeypatch.setattr(numpy, "matmul", lambda *_: "mine")
    assert keras.ops.matmul(np.ones((2, 2)), np.ones((2, 2))) == "mine"


def test_attentions_ask_whether_keras_does_theirs() -> None:
    import_libraries()
    with internals_of("keras-hub"):
        modules = modules_asking_for_fused_attention()
        assert not any(getattr(module, FUSED)() for module in modules), "as it is with TensorFlow"


def test_a_network_has_the_same_names_however_many_were_built_before(gpt2: Any) -> None:
    with internals_of("keras"):
        another = random_network(GPT2, seed=1)
    names = [[layer.name for layer in layers_within(network)] for network in (gpt2, another)]
    assert names[0] == names[1] and another.name == gpt2.name
    assert [variable.path for variable in another.weights] == [variable.path for variable in gpt2.weights]


def test_what_is_built_on_a_network_has_none_of_its_names(gpt2: Any) -> None:
    import keras

    more = keras.layers.Dropout(0.5)(keras.layers.Dense(2)(gpt2.output))
    assert keras.Model(gpt2.input, more).count_params() > gpt2.count_params()


def test_tensorflow_numbers_the_functions_of_a_thread(gpt2: Any) -> None:
    import tensorflow as tf

    def number() -> int:
        name = tf.function(lambda x: x + 1).get_concrete_function(tf.TensorSpec([])).name.decode()
        return int(name.rpartition("_")[2])

    with internals_of("tensorflow"), numbered_from(1 << 60):
        first = number()
        with ThreadPoolExecutor(1) as another_thread:
            assert another_thread.submit(number).result() < 1 << 60
    with numbered_from(1 << 61):
        second = number()
    assert first - (1 << 60) == second - (1 << 61) >= 0
    assert number() < 1 << 60


@pytest.mark.parametrize(
    "name", ["_should_use_adamw", "_muon_update_step", "_get_variable_index", "zeropower_via_newtonschulz5"]
)
def test_muon_has_the_methods_that_ours_overrides(name: str) -> None:
    import keras

    assert hasattr(keras.optimizers.Muon, name), f"keras {keras.__version__} calls Muon.{name} by another name"


@pytest.mark.parametrize("kind", ["Adam", "AdamW"])
def test_adam_has_what_ours_overrides_and_reads(kind: str) -> None:
    import keras

    optimizer = getattr(keras.optimizers, kind)()
    optimizer.build([keras.Variable([0.0])])
    names = (
        "_backend_update_step", "_apply_weight_decay", "_use_weight_decay", "update_step", "_get_variable_index",
        "_momentums", "_velocities",
    )  # fmt: skip
    for name in names:
        assert hasattr(optimizer, name), f"keras {keras.__version__} calls {kind}.{name} by another name"


def test_keras_hub_has_the_layers_of_a_gpt2(gpt2: Any) -> None:
    with internals_of("keras-hub"):
        block = gpt2_block(gpt2.backbone.transformer_layers[0])
    assert all(callable(layer) for layer in block)


def test_keras_hub_has_the_layers_of_a_llama() -> None:
    import_libraries()
    config = next(config for config in CONFIGS.values() if config["model_type"] == "llama")
    with internals_of("keras-hub"):
        block = llama_block(random_network(config, seed=0).backbone.transformer_layers[0])
    assert all(callable(layer) for layer in block)


def test_keras_hub_has_the_norms_of_a_qwen3() -> None:
    import_libraries()
    config = next(config for config in CONFIGS.values() if config["model_type"] == "qwen3")
    with internals_of("keras-hub"):
        norms = qwen3_attention_norms(random_network(config, seed=0).backbone.transformer_layers[0])
    assert [norm.epsilon for norm in norms] == 2 * [config["rms_norm_eps"]]


def test_networks_that_are_alike_share_what_is_compiled_and_each_has_its_own_weights() -> None:
    """XLA knows it again by its name, whatever was built and traced in between."""
    import numpy as np
    import tensorflow as tf

    import_libraries()
    rows = {"token_ids": tf.constant([[1, 2, 3]]), "padding_mask": tf.ones([1, 3], tf.int32)}

    def compiled(network: Any, turned: bool = False) -> Any:
        @tf.function(jit_compile=True, autograph=False)
        def answers(rows: Any) -> Any:
            outputs = network(rows), 2 * network(rows)
            return outputs[::-1] if turned else outputs

        return answers

    def name(answers: Any) -> str:
        return str(answers.get_concrete_function(rows).name)

    networks = [random_network(config, seed) for seed, config in enumerate((GPT2, GPT2, GPT2 | {"n_inner": 16}))]
    one, alike, wider = map(compiled, networks)
    with internals_of("tensorflow"):
        assert name(one) == name(alike)
    assert len({name(one), name(wider), name(compiled(networks[0], turned=True))}) == 3
    for answers, network in zip((one, alike), networks, strict=False):
        assert np.allclose(answers(rows)[0], network(rows), atol=1e-5)
    assert not np.allclose(one(rows)[0], alike(rows)[0], atol=1e-2)


def test_a_function_that_says_nothing_of_itself_is_made_as_before() -> None:
    import_libraries()
    import tensorflow as tf

    name_programs_by_content()
    assert int(tf.compat.v1.wrap_function(lambda: tf.constant(3), [])()) == 3


def test_xla_multiplies_in_bfloat16_what_is_turned_and_made_as_it_stands() -> None:
    import numpy as np
    import tensorflow as tf

    @tf.function(jit_compile=True, autograph=False)
    def product(left: Any, right: Any) -> Any:
        turned = tf.transpose(tf.cast(tf.exp(left), tf.bfloat16))
        with internals_of("tensorflow"):
            turned = as_it_stands(turned)
        return tf.raw_ops.BatchMatMulV3(x=turned, y=tf.cast(right, tf.bfloat16), Tout=tf.float32)

    left, right = tf.ones([64, 33]), tf.ones([64, 32])
    assert np.allclose(product(left, right), 64 * np.e, rtol=1e-2)
