"""Downloading from a Hub that is slow, loses the connection, says no, or sends something else than it promised."""

from __future__ import annotations

import json
import resource
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters import write_case
from tests.local_hub import GATE, LocalHub, Repository, keras_preset, large_weights
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.rendering import written
from workbench.models.hub import download as downloading
from workbench.models.hub.cache import cached_models, unfinished, unreadable_models
from workbench.models.hub.connection import Connection
from workbench.models.hub.download import download
from workbench.models.hub.progress import Downloading
from workbench.models.hub.search import search

MODEL = "tiny/gpt2"


@pytest.fixture
def large(hub: LocalHub) -> bytes:
    """The model's weights are eight megabytes, sent in pieces of one."""
    weights = hub.repositories[MODEL].files["model.safetensors"] = large_weights()
    return weights


def refused(connection: Connection, model: str = MODEL) -> KnownError:
    with pytest.raises(KnownError) as raised:
        last(download(connection, model))
    return raised.value


def part_bytes(connection: Connection) -> int:
    return sum(each.present_bytes for each in unfinished(connection.cache))


def test_only_what_is_needed_is_fetched_and_the_model_is_there_without_a_network(
    hub: LocalHub, connection: Connection
) -> None:
    folder = last(download(connection, MODEL))
    assert {file.name for file in folder.iterdir()} == {
        "README.md", "config.json", "tokenizer.json", "model.safetensors"
    }  # fmt: skip
    (card,) = cached_models(connection.cache)
    assert (str(card.ref), card.folder, card.licence, card.languages) == (MODEL, folder, "mit", ("en",))
    assert "tales" in written(card.trained_on)
    assert not unfinished(connection.cache)


def test_huggingface_hub_itself_finds_it_in_its_cache(hub: LocalHub, connection: Connection) -> None:
    from huggingface_hub import hf_hub_download, scan_cache_dir

    folder = last(download(connection, MODEL))
    found = hf_hub_download(
        MODEL, "config.json", cache_dir=connection.cache, local_files_only=True, endpoint=hub.endpoint
    )  # fmt: skip
    assert Path(found) == folder / "config.json"
    scanned = scan_cache_dir(connection.cache)
    assert not scanned.warnings and [repository.repo_id for repository in scanned.repos] == [MODEL]


def test_progress_tells_bytes_speed_and_time_left(hub: LocalHub, connection: Connection, large: bytes) -> None:
    hub.piece_bytes = 1 << 18
    hub.before_piece.clear()
    told: list[Downloading] = []
    for each in download(connection, MODEL):
        told.append(each)
        if each.bytes_per_second:
            hub.before_piece.set()
    moving = [each for each in told if each.bytes_per_second]
    assert moving and moving[-1].total > len(large) and "MB/s" in written(moving[-1].what)
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert all(each.seconds_left is not None for each in moving)


def test_a_lost_connection_is_taken_up_again_where_it_was(hub: LocalHub, connection: Connection, large: bytes) -> None:
    hub.drops.extend([3_000_000, 2_000_000])
    folder = last(download(connection, MODEL))
    assert (folder / "model.safetensors").read_bytes() == large
    first, second, third = hub.ranges()
    assert first is None and second == "bytes=3000000-" and third == "bytes=5000000-"


def test_a_connection_that_is_lost_for_good_keeps_what_came_and_the_next_download_goes_on(
    hub: LocalHub, connection: Connection, large: bytes
) -> None:
    hub.drops.extend([3_000_000, *[0] * downloading.ATTEMPTS])
    error = refused(connection)
    assert error.code == "hub.interrupted" and not error.by_caller
    assert "3.0 MB of 8.0 MB" in str(error)
    assert part_bytes(connection) == 3_000_000 and not cached_models(connection.cache)
    hub.asked.clear()
    hub.drops.clear()
    folder = last(download(connection, MODEL))
    assert hub.ranges() == ["bytes=3000000-"]
    assert (folder / "model.safetensors").read_bytes() == large and not unfinished(connection.cache)


def test_cancelling_returns_at_once_while_the_server_is_silent_and_keeps_what_came(
    hub: LocalHub, connection: Connection, large: bytes
) -> None:
    hub.before_piece.clear()
    coming = download(connection, MODEL)
    while not hub.first_piece_sent.is_set() or part_bytes(connection) < hub.piece_bytes:
        next(coming)
    coming.close()  # the server sends nothing more; waiting for it would end with the test's time
    kept = part_bytes(connection)
    assert kept == hub.piece_bytes
    hub.before_piece.set()
    folder = last(download(connection, MODEL))
    assert (folder / "model.safetensors").read_bytes() == large
    assert hub.ranges() == [None, f"bytes={kept}-"]


def test_a_slow_server_is_waited_for_as_long_as_something_comes(
    hub: LocalHub, connection: Connection, large: bytes
) -> None:
    hub.before_piece.clear()
    tick = threading.Timer(0.3, hub.before_piece.set)
    coming = download(replace(connection, silence_seconds=30), MODEL)
    tick.start()
    told = list(coming)
    tick.join()
    assert len({each.done for each in told}) > 1 and cached_models(connection.cache)


def test_a_server_that_falls_silent_is_given_up_and_what_came_is_kept(
    hub: LocalHub, connection: Connection, large: bytes
) -> None:
    hub.before_piece.clear()
    error = refused(replace(connection, silence_seconds=0.2))
    assert error.code == "hub.interrupted" and part_bytes(connection) == hub.piece_bytes


def test_a_server_that_cannot_skip_begins_anew(hub: LocalHub, connection: Connection, large: bytes) -> None:
    hub.can_skip = False
    hub.drops.append(3_000_000)
    folder = last(download(connection, MODEL))
    assert (folder / "model.safetensors").read_bytes() == large


def test_what_is_not_what_the_hub_promised_is_thrown_away(hub: LocalHub, connection: Connection) -> None:
    hub.spoils = True
    error = refused(connection)
    assert error.code == "hub.damaged" and "model.safetensors" in str(error)
    assert not unfinished(connection.cache) and not cached_models(connection.cache)
    hub.spoils = False
    last(download(connection, MODEL))
    assert cached_models(connection.cache)


def test_a_full_disk_keeps_what_there_was_room_for(hub: LocalHub, connection: Connection, large: bytes) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_500_000, limits[1]))
    try:
        error = refused(connection)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert error.code == "disk.full" and not error.by_caller
    assert part_bytes(connection) == 2_500_000
    folder = last(download(connection, MODEL))
    assert hub.ranges()[-1] == "bytes=2500000-"
    assert (folder / "model.safetensors").read_bytes() == large


def test_what_the_disk_has_no_room_for_is_not_begun(
    hub: LocalHub, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloading, "SPARED_BYTES", 10**18)
    error = refused(connection)
    assert error.code == "hub.no_room" and "MB free" in str(error)
    assert hub.ranges() == [] and not unfinished(connection.cache)


def test_a_gated_model_asks_for_a_token_and_opens_with_it(hub: LocalHub, connection: Connection) -> None:
    error = refused(connection, "tiny/gated-gpt2")
    assert error.code == "hub.gated" and f"{hub.endpoint}/tiny/gated-gpt2" in str(error)
    last(download(replace(connection, token=GATE), "tiny/gated-gpt2"))
    assert [str(card.ref) for card in cached_models(connection.cache)] == ["tiny/gated-gpt2"]
    assert GATE not in repr(replace(connection, token=GATE))


@pytest.mark.parametrize(
    ("model", "code"),
    [
        ("tiny/nothing", "hub.missing"),
        ("no such name", "hub.model_name"),
        ("tiny/pickle-gpt2", "hub.only_pickles"),
        ("tiny/neox", "model.unsupported"),
    ],
)
def test_what_cannot_be_had_is_refused_before_anything_is_downloaded(
    hub: LocalHub, connection: Connection, model: str, code: str
) -> None:
    error = refused(connection, model)
    assert error.code == code and error.by_caller
    assert hub.ranges() == [] and not connection.cache.exists()


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"model.safetensors": b"", "tokenizer.json": b""}, "hub.without_config"),
        ({"config.json": b"{}", "model.onnx": b"", "tokenizer.json": b""}, "hub.other_format"),
        ({"model.Q4_K_M.gguf": b""}, "model.damaged"),
        ({"config.json": b"{}", "notes.txt": b"", "tokenizer.json": b""}, "hub.without_weights"),
        ({"config.json": b"{}", "model.safetensors": b""}, "hub.without_tokenizer"),
        ({"config.json": b"{}", "model.safetensors": b"", "vocab.txt": b""}, "hub.old_tokenizer"),
        ({"adapter_config.json": b"{}", "adapter_model.safetensors": b""}, "model.adapter_other"),
        ({"adapter_config.json": b"{}", "adapter_model.bin": b""}, "hub.only_adapter"),
        ({"config.json": b"{}", "adapter_config.json": b"{}", "tokenizer.json": b""}, "hub.only_adapter"),
    ],
)
def test_what_is_missing_is_named(hub: LocalHub, connection: Connection, files: dict[str, bytes], code: str) -> None:
    hub.repositories["tiny/partial"] = Repository(files)
    assert refused(connection, "tiny/partial").code == code


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        (b'{"model_type": ' + 100_000 * b"[" + 100_000 * b"]" + b"}", "config.json"),
        (b"\xff\xfe", "config.json"),
        (b'{"model_type": "gpt2", "n_head": 0}', "“n_head” cannot be 0 in config.json"),
        (b'{"model_type": "mixtral", "num_local_experts": 8}', "a mixture of experts"),
    ],
)
def test_an_odd_configuration_is_refused_with_its_reason(
    hub: LocalHub, connection: Connection, config: bytes, reason: str
) -> None:
    hub.repositories["tiny/odd"] = Repository({**hub.repositories[MODEL].files, "config.json": config})
    error = refused(connection, "tiny/odd")
    assert error.code.startswith("model.") and reason in str(error) and "“tiny/odd”" in str(error)


@pytest.mark.parametrize("counts", [None, {"F32": 40_000}])
def test_weights_that_are_far_fewer_than_the_configuration_describes_are_not_fetched(
    hub: LocalHub, connection: Connection, counts: dict[str, int] | None
) -> None:
    tiny = hub.repositories["tiny/gpt2"]
    config = json.loads(tiny.files["config.json"]) | {"n_layer": 24, "n_embd": 16_384, "n_inner": 65_536}
    tiny.files["config.json"], tiny.parameters = json.dumps(config).encode(), counts
    with pytest.raises(KnownError, match=r"tiny/gpt2.*describe") as refused:
        last(download(connection, "tiny/gpt2"))
    assert refused.value.code == "model.damaged" and hub.ranges() == []


def test_an_older_form_of_tokenizer_comes_with_its_files(hub: LocalHub, connection: Connection) -> None:
    files = dict(hub.repositories[MODEL].files)
    pieces = json.loads(files.pop("tokenizer.json"))["model"]
    files["vocab.json"] = json.dumps(pieces["vocab"]).encode()
    files["merges.txt"] = "\n".join(" ".join(pair) for pair in pieces["merges"]).encode()
    hub.repositories["tiny/older"] = Repository(files)
    last(download(connection, "tiny/older"))
    assert [str(card.ref) for card in cached_models(connection.cache)] == ["tiny/older"]


def test_a_wrong_token_is_told_from_a_missing_one(hub: LocalHub, connection: Connection) -> None:
    assert refused(replace(connection, token="hf_wrong"), MODEL).code == "hub.token_refused"


def test_weights_in_several_files_come_with_their_index(hub: LocalHub, connection: Connection) -> None:
    files = hub.repositories[MODEL].files
    shards = {f"model-0000{number}-of-00002.safetensors": 20_000 * (b"%d" % number) for number in (1, 2)}
    index = {"model.safetensors.index.json": json.dumps({"weight_map": {}}).encode()}
    kept = {name: files[name] for name in ("config.json", "tokenizer.json")}
    hub.repositories["tiny/sharded"] = Repository(kept | shards | index | {"consolidated.safetensors": b"again"})
    folder = last(download(connection, "tiny/sharded"))
    assert {file.name for file in folder.iterdir()} == {*kept, *shards, *index}


def test_a_keras_preset_comes_with_its_vocabulary(hub: LocalHub, connection: Connection) -> None:
    files = keras_preset()
    hub.repositories["keras/tiny"] = Repository(files | {"tf_model.h5": b"whole model", "notes/x.json": b""})
    folder = last(download(connection, "keras/tiny"))
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert found == set(files)


def test_one_model_is_downloaded_once_at_a_time(hub: LocalHub, connection: Connection, large: bytes) -> None:
    hub.before_piece.clear()
    coming = download(connection, MODEL)
    while not hub.first_piece_sent.is_set():
        next(coming)
    assert refused(connection).code == "hub.in_progress"
    coming.close()


def test_a_server_that_names_files_outside_the_cache_is_not_believed(hub: LocalHub, connection: Connection) -> None:
    hub.repositories[MODEL].commit = "../../../outside"
    assert refused(connection).code == "hub.no_hub"
    assert not connection.cache.exists()


def test_an_adapter_is_fetched_and_opens_when_its_base_is_here(
    hub: LocalHub, connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(connection.cache))
    adapter = write_case(tmp_path, "plain")
    said = {**json.loads((adapter / "adapter_config.json").read_text()), "base_model_name_or_path": "anna/tale"}
    (adapter / "adapter_config.json").write_text(json.dumps(said))
    hub.repositories["anna/manner"] = Repository.of_folder(adapter, card={"base_model": "anna/tale"})
    hub.repositories["anna/manner"].files["training_args.bin"] = b"pickle"
    hub.repositories["anna/tale"] = Repository.of_folder(tmp_path / "base")
    (found,) = last(search(connection, "manner"))
    assert (found.problem, found.added_to) == (None, "anna/tale") and found.size_bytes < 100_000
    folder = last(download(connection, "anna/manner"))
    assert not any(file.suffix == ".bin" for file in folder.iterdir())
    (odd,) = unreadable_models(connection.cache)
    assert odd.reason.code == "model.adapter" and "anna/tale" in written(odd.reason)
    last(download(connection, "anna/tale"))
    cards = {str(card.ref): card for card in cached_models(connection.cache)}
    addition = cards["anna/manner"].addition
    assert addition is not None and addition.base == "anna/tale" and cards["anna/tale"].addition is None
