"""A small site in a folder, and the same served on this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import contractor_site
from prongsai.ita.catalogue import load_framework
from prongsai.office.site.audit import Audit, FolderSite, audit_site

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Served:
    """A site on this machine: what each path answers, and what was asked for."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def page(self, path: str, body: str) -> None:
        self.answers[path] = (200, {"Content-Type": "text/html; charset=utf-8"}, body.encode())


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    return contractor_site.build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def found(folder) -> Audit:
    return audit_site(FolderSite(folder), load_framework(2566), agency_name="หนองกระจ่าง")


@pytest.fixture
def served() -> Iterator[Served]:
    told = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(self.path)
            status, headers, body = told.answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_told: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    told.address = f"http://127.0.0.1:{server.server_port}/"
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def no_pause() -> Callable[[float], None]:
    return lambda _seconds: None
