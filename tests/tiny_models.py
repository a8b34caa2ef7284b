"""Real models of a size that trains in a second: folders in the Hugging Face layout, with their tokenizers."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from weakref import WeakSet

import numpy as np
import pytest
import tokenizers
from safetensors.numpy import save_file

from tests.made_once import MadeOnce
from tests.shared_networks import give_back
from workbench.experiments import learnt, memorising
from workbench.ground.generators import last
from workbench.measuring import evaluation
from workbench.project.project import Project
from workbench.services import training
from workbench.services.learners import Learners
from workbench.services.workbench import Workbench
from workbench.tasks.next_word import samples
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.tasks.task import Task
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import Input, Run

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel
    from workbench.training.learner import Learner

WIDTH, LAYERS, HEADS, CONTEXT, VOCABULARY = 16, 1, 2, 32, 300


def tale(paragraphs: int, seed: int = 0) -> str:
    """A text with a grammar small enough to be learnt in a few steps."""
    choose = random.Random(seed).choice
    keepers, acts, things = ("Anna", "Bertil", "Clara"), ("lit", "cleaned", "watched"), ("lamp", "glass", "sea")

    def sentence() -> str:
        return f"{choose(keepers)} {choose(acts)} the {choose(things)}."

    return "\n\n".join(" ".join(sentence() for _ in range(5)) for _ in range(paragraphs)) + "\n"


@pytest.fixture(scope="session")
def tiny_gpt2(made_once: MadeOnce) -> Path:
    """Of one layer: opening and compiling it takes most of the time of the tests, and a second layer half as much."""
    return made_once("tiny", lambda folder: make_tiny_gpt2(folder / "tiny-gpt2")) / "tiny-gpt2"


@pytest.fixture(scope="session")
def two_layers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For what is done layer by layer."""
    return make_tiny_gpt2(tmp_path_factory.mktemp("models") / "two-layers", layers=2)


def make_tiny_gpt2(folder: Path, layers: int = LAYERS) -> Path:
    """A GPT-2 folder: layers of width 16, byte-level BPE of 300 tokens, context 32, weights drawn from a fixed seed."""
    folder.mkdir()
    tokenizer = tokenizers.Tokenizer(tokenizers.models.BPE())
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = tokenizers.decoders.ByteLevel()
    trainer = tokenizers.trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=["<|endoftext|>"],
        initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([tale(200)], trainer)
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {
        "architectures": ["GPT2LMHeadModel"],
        "model_type": "gpt2",
        "vocab_size": VOCABULARY,
        "n_positions": CONTEXT,
        "n_embd": WIDTH,
        "n_layer": layers,
        "n_head": HEADS,
        "resid_pdrop": 0.1,
    }
    (folder / "config.json").write_text(json.dumps(config))
    draw = np.random.default_rng(0)
    weights = {name: draw.normal(0, 0.2, shape).astype(np.float32) for name, shape in _shapes(layers).items()}
    for name in weights:
        if "ln_" in name and name.endswith("weight"):
            weights[name] += 1
    save_file(weights, folder / "model.safetensors")
    return folder


def _shapes(layers: int) -> dict[str, tuple[int, ...]]:
    return {
        "wte.weight": (VOCABULARY, WIDTH),
        "wpe.weight": (CONTEXT, WIDTH),
        "ln_f.weight": (WIDTH,),
        "ln_f.bias": (WIDTH,),
    } | {
        f"h.{layer}.{name}": shape
        for layer in range(layers)
        for name, shape in {
            "ln_1.weight": (WIDTH,),
            "ln_1.bias": (WIDTH,),
            "attn.c_attn.weight": (WIDTH, 3 * WIDTH),
            "attn.c_attn.bias": (3 * WIDTH,),
            "attn.c_proj.weight": (WIDTH, WIDTH),
            "attn.c_proj.bias": (WIDTH,),
            "ln_2.weight": (WIDTH,),
            "ln_2.bias": (WIDTH,),
            "mlp.c_fc.weight": (WIDTH, 4 * WIDTH),
            "mlp.c_fc.bias": (4 * WIDTH,),
            "mlp.c_proj.weight": (4 * WIDTH, WIDTH),
            "mlp.c_proj.bias": (WIDTH,),
        }.items()
    }


class SharedLearners(Learners):
    """Those that were compiled in this process, for whoever makes a run of the same shape.

    The program keeps one, since a person's networks are large; the tests' are small, and compiling one takes a hundred
    times as long as the few steps it is then asked for. What one has learnt is forgotten before it serves again: that
    the results are the same bits is tested in tests/services/test_workbench.py, with learners of their own.
    """

    MOST = 16
    _kept: ClassVar[list[Learner]] = []  # what was used last is the last
    _used: ClassVar[WeakSet[SharedLearners]] = WeakSet()  # those whose last learner's run is not over

    def take(self, model: LanguageModel, fine_tuning: FineTuning, task: Task) -> Learner:
        """One with the weights of `model`. No other user gets the one of a run that is not over."""
        found = self.with_weights_of(model, fine_tuning, task)
        if found.network is found.model.network is not model.network:
            give_back(model)
        return found

    def with_weights_of(self, model: LanguageModel, fine_tuning: FineTuning, task: Task) -> Learner:
        """`take`, where `model` is used on."""
        from workbench.training.learner import Learner

        others = [user.last for user in self._used if user is not self]
        free = (each for each in self._kept if each not in others and each.serves(model, fine_tuning, task))
        found = next(free, None)
        if found is None:
            found = Learner(model, fine_tuning, task)
        else:
            self._kept.remove(found)
            found.take(model, fine_tuning)
        self._kept[:] = [*self._kept[1 - self.MOST :], found]
        self._used.add(self)
        self.last = found
        return found

    def give_back(self, learner: Learner) -> None:
        self._used.discard(self)


def learner(model: LanguageModel, settings: FineTuning, task: Task = NEXT_WORD) -> Learner:
    """A learner with the weights of `model`; those that were compiled before are used again.

    What it learns is in its own model.
    """
    shared = SharedLearners()
    found = shared.with_weights_of(model, settings, task)
    shared.give_back(found)
    return found


@pytest.fixture(autouse=True, scope="session")
def shared_learners() -> Iterator[None]:
    """What one test has compiled serves the next one, whoever opens a project: a test, a command or a window."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "Learners", SharedLearners)
        yield


@pytest.fixture(autouse=True, scope="session")
def short_samples() -> Iterator[None]:
    """At each look a run writes on for a few words, each of several tokens of the tiny vocabulary: asking for 25 takes
    longer than all of its steps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(samples, "WORDS", 3)
        yield


@pytest.fixture(autouse=True, scope="session")
def few_questions() -> Iterator[None]:
    """An evaluation asks for whole words at a few places, and so does what a run has learnt: each is a search of many
    questions, and sixty are as good as six where nobody reads the answer. So are twelve beginnings of passages that it
    may know by heart, each of which it goes on with for twenty words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evaluation, "ASKED", 8)
        patch.setattr(learnt, "PLACES", 6)
        patch.setattr(memorising, "SPREAD", 6)
        patch.setattr(memorising, "REPEATED", 6)
        yield


@pytest.fixture
def own_learners(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each Trainer has the one learner that the program gives it."""
    monkeypatch.setattr(training, "Learners", Learners)


@pytest.fixture(scope="session")
def empty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new project, to be copied: making one goes through all migrations."""
    with Project.create(tmp_path_factory.mktemp("empty") / "project") as created:
        return created.folder


@pytest.fixture(scope="session")
def full_project(tmp_path_factory: pytest.TempPathFactory, empty_project: Path) -> Path:
    """The folder of a project with one corpus, “tale”, to be copied; what it was read from lies beside it."""
    place = tmp_path_factory.mktemp("full")
    (place / "tale.txt").write_text(tale(120), encoding="utf-8")
    with Project.open(shutil.copytree(empty_project, place / "project")) as opened:
        services = Workbench(opened)
        last(services.texts.import_corpus([place / "tale.txt"], "tale"))
        # Its tokens for the model that windows are shown with are counted: else each of them would open the tokenizer.
        services.planning.check_inputs([Input("tale")], from_text("starter-en"), FineTuning())
    return place / "project"


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Project]:
    """A new one, or for who asks for `tale_project` as well that one."""
    made: Path = request.getfixturevalue("full_project" if "tale_project" in request.fixturenames else "empty_project")
    with Project.open(shutil.copytree(made, tmp_path / "project")) as opened:
        yield opened


@pytest.fixture
def tale_project(project: Project, full_project: Path, tmp_path: Path) -> Project:
    """A project with one corpus, “tale”."""
    shutil.copyfile(full_project.with_name("tale.txt"), tmp_path / "tale.txt")
    return project


@pytest.fixture
def tiny_services(tale_project: Project, tiny_gpt2: Path) -> Workbench:
    """Workbench on the tale, with the tiny GPT-2 among its models."""
    made = Workbench(tale_project)
    made.models.add_folder(tiny_gpt2)
    return made


def forget_bytes(project: Project, run: Run) -> None:
    """As a run of an older version is stored, whose text was never counted in bytes."""
    with closing(sqlite3.connect(project.folder / "project.sqlite")) as database:
        uncounted = "bytes_per_token = NULL, spelled_share = 0, tokenizer_sha256 = ''"
        database.execute(f"UPDATE runs SET {uncounted} WHERE id = ?", (run.id,))
        database.commit()


_BIRDS = ("gannet", "gull", "fulmar", "puffin", "skua", "tern", "guillemot", "razorbill", "kittiwake", "cormorant")


@pytest.fixture(scope="session")
def birds_project(made_once: MadeOnce, tiny_gpt2: Path) -> Path:
    """The folder of a project in which a GPT-2 (“pieces”) and a word LSTM (“words”) have learnt one text, to be copied.

    Every paragraph of it has a word that no other has, and that the LSTM therefore has to spell.
    """
    told = [
        f"{text} A {_BIRDS[number % 10]}{'aeiouy'[number // 10 % 6] * (1 + number // 60)} cried."
        for number, text in enumerate(tale(120).strip().split("\n\n"))
    ]
    settings = FineTuning(
        steps=6, batch_size=4, context_length=16, learning_rate=1e-2, validate_every=3, precision="float32"
    )

    def fill(folder: Path) -> None:
        (folder / "birds.txt").write_text("\n\n".join(told), encoding="utf-8")
        with Project.create(folder / "project") as project:
            services = Workbench(project)
            last(services.texts.import_corpus([folder / "birds.txt"], "birds"))
            for name, model in (("pieces", str(tiny_gpt2)), ("words", "scratch:lstm-words")):
                last(services.training.train("birds", services.models.named(model), settings, name))

    return made_once("birds", fill) / "project"


@pytest.fixture(scope="session")
def birds(tmp_path_factory: pytest.TempPathFactory, birds_project: Path) -> Iterator[Workbench]:
    """That project, in which nothing is changed."""
    with Project.open(shutil.copytree(birds_project, tmp_path_factory.mktemp("birds") / "project")) as project:
        services = Workbench(project)
        yield services
        services.project.close()  # a command that was tried has had it closed and opened again
