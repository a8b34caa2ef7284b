"""A page from the web: only over http and https, wherever it leads, and nobody's password is shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workbench.corpora.reading.web import fetch
from workbench.ground.generators import last
from workbench.messages.errors import KnownError


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        leads_to = {"/ftp": "ftp://127.0.0.1/x.txt", "/file": "file:///etc/passwd", "/there": "/page"}
        if self.path in leads_to:
            self.send_response(302)
            self.send_header("Location", leads_to[self.path])
            self.end_headers()
            return
        if self.path != "/page":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"Anna lit the lamp.")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/ftp", "/file"])
def test_a_page_that_leads_away_from_the_web_is_not_followed(server: str, path: str) -> None:
    with pytest.raises(KnownError) as refused:
        last(fetch(f"http://{server}{path}"))
    assert refused.value.code == "file.not_fetched"


def test_a_page_that_leads_to_another_is_read(server: str) -> None:
    name, content = last(fetch(f"http://{server}/there"))
    assert (name, content) == ("there.txt", b"Anna lit the lamp.")


@pytest.mark.parametrize("address", ["http://anna:secret@{}/none", "ftp://anna:secret@h/x"])
def test_no_error_shows_a_password(server: str, address: str) -> None:
    with pytest.raises(KnownError) as refused:
        last(fetch(address.format(server)))
    assert "secret" not in str(refused.value) and "anna" not in str(refused.value)
