"""What XLA has compiled is found again by the next process, and what was damaged is compiled anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench.models import compiled
from workbench.models.compiled import CPU_ALONE, FLAGS, OPTION, OURS, compiled_folder, keep_compiled

# Two programs; in a second process others were traced and built before them, in the first there was no room at first.
TWO_PROGRAMS = """
import sys
from tests.full_disk import files_of_at_most
from workbench.messages.errors import KnownError
from workbench.models.language_model import import_libraries

def refuse_without_room(triple):
    try:
        with files_of_at_most(0):
            triple(1.0)
    except KnownError as error:
        assert error.code == "disk.full", error.code
        assert float(triple(1.0)) == 3
    else:
        raise AssertionError("it was kept nowhere")

if __name__ == "__main__":
    import_libraries()
    import keras
    import tensorflow as tf
    from workbench.models.compiled import compiled
    from workbench.models.networks import random_network
    config = {"model_type": "gpt2", "vocab_size": 8, "n_positions": 4, "n_embd": 4, "n_layer": 1, "n_head": 1}
    if "later" in sys.argv:
        tf.function(lambda x: x + 1)(1.0)
        keras.layers.Dense(1)(random_network(config, seed=1).output)
    network = random_network(config, seed=0)
    rows = {"token_ids": tf.constant([[1, 2, 3]]), "padding_mask": tf.ones([1, 3], tf.int32)}

    @compiled(network)
    def answers(rows):
        return network(rows)

    @compiled(network)
    def double(tensor):
        return tf.while_loop(lambda n, _: n < 2, lambda n, x: (n + 1, x + x), (0, tensor))[1]

    if "later" not in sys.argv:
        refuse_without_room(compiled(network)(lambda x: 3 * x))

    print(float(tf.reduce_sum(answers(rows))), float(double(tf.constant(3.0))))
"""


def test_a_second_process_finds_what_the_first_has_compiled_and_makes_anew_what_was_damaged(tmp_path: Path) -> None:
    script = tmp_path / "two_programs.py"
    script.write_text(TWO_PROGRAMS, encoding="utf-8")
    cache = tmp_path / "cache"

    def told(*arguments: str) -> str:
        path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))  # where the tests' tools may lie
        environment = {**os.environ, "PYTHONPATH": path, "NEXTWORD_CACHE_HOME": str(cache), FLAGS: "", OURS: ""}
        done = subprocess.run(
            [sys.executable, str(script), *arguments], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        return done.stdout

    def programs() -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in cache.rglob("*.pb")}

    first = told()
    made = programs()
    assert len(made) == 3, "one of them since there was room again"
    damaged, sound = sorted(cache.rglob("*.pb"), key=lambda file: file.stat().st_mtime_ns)[1:]
    damaged.write_bytes(made[damaged.name][:-100] + 100 * b"?")
    sound_since = sound.stat().st_mtime_ns
    assert told("later") == first
    assert programs().keys() == made.keys()
    assert sound.stat().st_mtime_ns == sound_since
    assert 100 * b"?" not in damaged.read_bytes()


@pytest.fixture
def nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv(FLAGS, "--tf_xla_clustering_debug")
    monkeypatch.setenv(OURS, "")
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_persons_own_flags_stay_and_their_own_folder_is_used(
    nothing_is_said: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_compiled()
    assert os.environ[FLAGS] == f"--tf_xla_clustering_debug {OPTION}={compiled_folder()} {CPU_ALONE}"
    monkeypatch.setenv("XLA_FLAGS", "--xla_cpu_max_isa=AVX2")
    keep_compiled()  # as a process does that was started by the first
    assert os.environ[FLAGS] == f"--tf_xla_clustering_debug {OPTION}={compiled_folder()} {CPU_ALONE}"
    theirs = f"{CPU_ALONE} {OPTION}=/elsewhere"
    monkeypatch.setenv(FLAGS, theirs)
    monkeypatch.delenv(OURS)
    keep_compiled()
    assert os.environ[FLAGS] == theirs


def test_where_nothing_can_be_written_nothing_is_kept(nothing_is_said: Path) -> None:
    nothing_is_said.write_text("a file where a folder should be")
    keep_compiled()
    assert os.environ[FLAGS] == "--tf_xla_clustering_debug"


def test_other_flags_make_other_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    before = compiled_folder()
    monkeypatch.setenv("XLA_FLAGS", "--xla_cpu_max_isa=AVX2")
    assert compiled_folder() != before


def test_the_oldest_go_first(nothing_is_said: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "MOST_BYTES", 250)
    elsewhere = compiled_folder().parent / "another computer"
    elsewhere.mkdir(parents=True)
    for age, name in enumerate(("newest", "middle", "oldest")):
        (elsewhere / f"{name}.pb").write_bytes(bytes(100))
        (elsewhere / f"{name}.sha256").write_text("")
        os.utime(elsewhere / f"{name}.pb", (1e9 - age, 1e9 - age))
    drafts = [compiled_folder() / f"{name}.tmp" for name in ("left behind", "being written")]
    drafts[0].parent.mkdir()
    for draft in drafts:
        draft.touch()
    os.utime(drafts[0], (1e9, 1e9))
    keep_compiled()
    assert [draft.exists() for draft in drafts] == [False, True]
    assert {file.name for file in elsewhere.iterdir()} == {
        f"{name}.{end}" for name in ("newest", "middle") for end in ("pb", "sha256")
    }
