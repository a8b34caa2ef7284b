"""A newer version is looked for when a person asks, of one address, which learns nothing of who asks."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workbench import __version__
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services.updates import ADDRESS, Release, is_off, newer_release


class Server(ThreadingHTTPServer):
    daemon_threads = True
    answer = b""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.heard: list[tuple[str, dict[str, str]]] = []


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.heard.append((self.path, dict(self.headers)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    monkeypatch.setenv(ADDRESS, f"http://127.0.0.1:{made.server_port}/newest.json")
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def told(**fields: object) -> bytes:
    return json.dumps(
        {"version": "99.1", "date": "2027-01-01", "notes": "Faster.", "page": "https://a.b/c"} | fields
    ).encode()


def test_a_newer_version_is_told_with_its_notes_and_its_page(server: Server) -> None:
    server.answer = told()
    assert last(newer_release()) == Release("99.1", "2027-01-01", "Faster.", "https://a.b/c")


def test_the_request_says_nothing_of_who_asks(server: Server) -> None:
    server.answer = told()
    last(newer_release())
    ((path, headers),) = server.heard
    assert path == "/newest.json"
    assert {name.casefold() for name in headers} <= {"host", "user-agent", "connection", "accept-encoding"}
    assert headers["User-Agent"] == "nextword-workbench" and __version__ not in str(headers)


def test_this_version_and_an_older_one_are_no_news(server: Server) -> None:
    for version in (__version__, "0.0.1"):
        server.answer = told(version=version)
        assert last(newer_release()) is None
    server.answer = told(version="0.10.0")
    assert last(newer_release("0.9.0")) is not None


@pytest.mark.parametrize("answer", [b"<html>", b"[]", told(version="soon")])
def test_an_answer_that_is_no_such_document_is_said_to_be_that(server: Server, answer: bytes) -> None:
    server.answer = answer
    with pytest.raises(KnownError) as caught:
        last(newer_release("8"))
    assert caught.value.code == "update.not_understood"


def test_a_page_that_is_no_address_of_the_web_is_not_opened(server: Server) -> None:
    server.answer = told(page="file:///etc/passwd")
    found = last(newer_release())
    assert found is not None and found.page == ""


def test_switched_off_nobody_is_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, "off")
    with pytest.raises(KnownError) as caught:
        last(newer_release())
    assert is_off() and caught.value.code == "update.nowhere" and server.heard == []
