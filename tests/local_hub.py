"""A server on this computer that speaks the part of the Hub's HTTP API that is used, well or badly as a test wishes."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import numpy as np
import pytest
from safetensors.numpy import save as safetensors

from workbench.models.hub.connection import Connection

WEIGHTS = (".safetensors", ".h5", ".gguf")
GATE = "hf_secret"  # the token that opens gated models


@dataclass
class Repository:
    files: dict[str, bytes]
    downloads: int = 0
    card: dict[str, Any] = field(default_factory=dict)
    is_gated: bool = False
    parameters: dict[str, int] | None = None  # by kind, where the Hub has read the header of its safetensors
    gguf: dict[str, Any] | None = None  # what the Hub has read in the header of a GGUF file of it
    commit: str = "c" * 40

    @classmethod
    def of_folder(cls, folder: Path, **known: Any) -> Repository:
        return cls({file.name: file.read_bytes() for file in folder.iterdir()}, **known)

    def described(self, name: str, *, in_full: bool) -> dict[str, Any]:
        try:
            config = json.loads(self.files.get("config.json", b"{}"))
        except (ValueError, RecursionError):  # of which a Hub tells nothing
            config = {}
        described: dict[str, Any] = {
            "id": name,
            "sha": self.commit,
            "downloads": self.downloads,
            "gated": "manual" if self.is_gated else False,
            "cardData": self.card,
            "config": {
                key: config[key] for key in ("model_type", "architectures", "quantization_config") if key in config
            },
            "tags": [f"license:{self.card['license']}"] if "license" in self.card else [],
            "siblings": [_sibling(file, content, in_full) for file, content in self.files.items()],
        }
        if self.gguf is not None:
            described["gguf"] = self.gguf
        if self.parameters is not None:
            described["safetensors"] = {"parameters": self.parameters, "total": sum(self.parameters.values())}
        return described

    @property
    def labels(self) -> set[str]:
        """What a search may ask for: languages, and GGUF."""
        has_gguf = any(file.endswith(".gguf") for file in self.files)
        return {*self.card.get("language", ()), *(["gguf"] if has_gguf else [])}


def _sibling(name: str, content: bytes, in_full: bool) -> dict[str, Any]:
    if not in_full:
        return {"rfilename": name}
    sibling = {"rfilename": name, "size": len(content), "blobId": git_hash(content)}
    if name.endswith((*WEIGHTS, ".bin")):
        digest = hashlib.sha256(content).hexdigest()
        sibling["lfs"] = {"size": len(content), "sha256": digest, "pointerSize": 130}
    return sibling


def git_hash(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


class LocalHub(ThreadingHTTPServer):
    """Serves `repositories`; `drops` and the like say what goes wrong, `asked` what was asked for."""

    daemon_threads = False  # closing waits for them

    def __init__(self) -> None:
        self._connections: list[socket.socket] = []
        super().__init__(("127.0.0.1", 0), _Handler)
        self.repositories: dict[str, Repository] = {}
        self.asked: list[tuple[str, str | None, str | None]] = []  # path, Range, Authorization
        self.drops: deque[int] = deque()  # after so many bytes of weights the connection is lost, once for each
        self.piece_bytes = 1 << 20
        self.before_piece = threading.Event()  # where it is cleared, weights wait for it
        self.before_piece.set()
        self.first_piece_sent = threading.Event()
        self.status: int | None = None  # of every answer
        self.is_silent = False
        self.can_skip = True
        self.spoils = False  # one bit of the weights
        self.released = threading.Event()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def ranges(self) -> list[str | None]:
        """What was asked of the weights, request after request."""
        return [wanted for path, wanted, _ in self.asked if path.endswith(WEIGHTS)]

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self._connections.append(connection)
        return connection, address

    def hang_up(self) -> None:
        """A client keeps its connections for more questions, and their threads wait for them as long."""
        for connection in self._connections:
            with suppress(OSError):  # it was closed before
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None: ...  # who cancels closes the connection


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: LocalHub

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path)
        self.server.asked.append((self.path, self.headers.get("Range"), self.headers.get("Authorization")))
        if self.server.is_silent:
            self.server.released.wait()
            return
        if self.server.status is not None:
            self._answer(self.server.status, b"{}")
        elif self.headers.get("Authorization") not in (None, f"Bearer {GATE}"):
            self._answer(401, b"{}", {"X-Error-Message": "Invalid credentials in Authorization header"})
        elif path == "/api/models":
            self._list(parse_qs(address.query))
        elif path.startswith("/api/models/"):
            name = path.removeprefix("/api/models/").partition("/revision/")[0]
            if (repository := self._repository(name)) is not None:
                self._answer(200, json.dumps(repository.described(name, in_full=True)).encode())
        elif "/resolve/" in path:
            name, _, place = path[1:].partition("/resolve/")
            repository = self._repository(name)
            if repository is not None and self._is_open(repository):
                self._file(repository, place.partition("/")[2])
        else:
            self._answer(404, b"<html>Nothing here</html>")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _list(self, wanted: dict[str, list[str]]) -> None:
        words = wanted.get("search", [""])[0].lower().split()
        labels = set(wanted.get("filter", []))
        found = [
            (name, repository)
            for name, repository in self.server.repositories.items()
            if all(word in name.lower() for word in words) and labels <= repository.labels
        ]
        found.sort(key=lambda each: -each[1].downloads)
        rows = [repository.described(name, in_full=False) for name, repository in found]
        self._answer(200, json.dumps(rows[: int(wanted["limit"][0])]).encode())

    def _repository(self, name: str) -> Repository | None:
        repository = self.server.repositories.get(name)
        if repository is None:
            self._answer(404, b"{}", {"X-Error-Code": "RepoNotFound"})
        return repository

    def _is_open(self, repository: Repository) -> bool:
        if repository.is_gated and self.headers.get("Authorization") != f"Bearer {GATE}":
            self._answer(401, b"{}", {"X-Error-Code": "GatedRepo"})
            return False
        return True

    def _file(self, repository: Repository, file: str) -> None:
        content = repository.files.get(file)
        if content is None:
            self._answer(404, b"{}", {"X-Error-Code": "EntryNotFound"})
            return
        is_weights = file.endswith(WEIGHTS)
        if is_weights and self.server.spoils:
            content = content[:-1] + bytes([content[-1] ^ 1])
        start = 0
        if self.headers.get("Range") and self.server.can_skip:
            start = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.send_header("ETag", f'"{git_hash(content)}"')
        self.send_header("X-Repo-Commit", repository.commit)
        self.send_header("X-Linked-Size", str(len(content)))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        if self.command == "HEAD":
            return
        if is_weights:
            self._send_weights(content[start:])
        else:
            self.wfile.write(content)

    def _send_weights(self, content: bytes) -> None:
        end = self.server.drops.popleft() if self.server.drops else len(content)
        for place in range(0, min(end, len(content)), self.server.piece_bytes):
            if self.server.first_piece_sent.is_set():
                self.server.before_piece.wait()
            self.wfile.write(content[place : min(place + self.server.piece_bytes, end)])
            self.wfile.flush()
            self.server.first_piece_sent.set()
        if end < len(content):
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@contextmanager
def serving() -> Iterator[LocalHub]:
    server = LocalHub()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        for waited_for in (server.before_piece, server.released):
            waited_for.set()
        server.shutdown()
        server.hang_up()
        server.server_close()
        thread.join()


@pytest.fixture
def hub(tiny_gpt2: Path) -> Iterator[LocalHub]:
    """Has one model that can be opened, tiny/gpt2, and some that cannot."""
    with serving() as server:
        card = {"license": "mit", "language": ["en"], "datasets": ["tales"]}
        readme = b"---\nlicense: mit\nlanguage:\n- en\ndatasets: [tales]\n---\n# Tiny\n"
        ready = Repository.of_folder(tiny_gpt2, card=card, downloads=500, parameters={"F32": 40_000})
        ready.files |= {"README.md": readme, "pytorch_model.bin": b"pickle", "train.py": b"import os"}
        config, tokenizer = ready.files["config.json"], ready.files["tokenizer.json"]
        pickle = {"config.json": config, "tokenizer.json": tokenizer, "pytorch_model.bin": b"pickle"}
        neox = {
            "config.json": b'{"model_type": "gpt_neox"}', "tokenizer.json": tokenizer,
            "model.safetensors": ready.files["model.safetensors"],
        }  # fmt: skip
        server.repositories = {
            "tiny/gpt2": ready,
            "tiny/pickle-gpt2": Repository(pickle, downloads=900),
            "tiny/neox": Repository(neox, card={"language": ["de"]}, downloads=50),
            "tiny/gated-gpt2": Repository.of_folder(tiny_gpt2, is_gated=True, downloads=5),
        }
        yield server


@pytest.fixture
def connection(hub: LocalHub, tmp_path: Path) -> Connection:
    return Connection(hub.endpoint, tmp_path / "cache", pause_seconds=0.0)


@pytest.fixture
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hub: LocalHub) -> None:
    """A person whose Hub is the local one, with a cache and settings that are empty."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NEXTWORD_CONFIG_HOME", str(tmp_path / "hub settings"))
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)


def large_weights() -> bytes:
    """Eight megabytes that are a safetensors file."""
    return safetensors({"wte.weight": np.arange(2_000_000, dtype=np.float32)})


def keras_preset(backbone: str = "GPT2Backbone") -> dict[str, bytes]:
    """The files of a preset as keras_hub lays them out; its weights are none."""
    settings = {
        "vocabulary_size": 300, "num_layers": 2, "num_heads": 2, "hidden_dim": 16, "intermediate_dim": 64,
        "max_sequence_length": 32, "dropout": 0.1,
    }  # fmt: skip
    config = {"class_name": backbone, "registered_name": f"keras_hub>{backbone}", "config": settings}
    return {
        "config.json": json.dumps(config).encode(), "metadata.json": b"{}", "tokenizer.json": b"{}",
        "model.weights.h5": b"arrays" * 4000, "assets/tokenizer/vocabulary.json": b"{}",
        "assets/tokenizer/merges.txt": b"",
    }  # fmt: skip
