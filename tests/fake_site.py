"""A web site on loopback: pages by path, that can be changed, made slow or broken while a test runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prongsai.office.disclosure.reaching import Reach

NAME = "nongkrachang.example"
BY_NAME = Reach(resolver=lambda host, _port: ["127.0.0.1"] if host == NAME else [], loopback=True)
"""Finds the site by the name that it would have in the world, and nothing else."""


@dataclass
class FakeSite:
    """`pages`: bodies by path; `leads`: redirects; `status`: what every page answers; `drips`: seconds a letter."""

    pages: dict[str, str | bytes] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    drips: float = 0.0
    asked: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def named(self) -> str:
        """The address under the name that it would have in the world."""
        return f"http://{NAME}:{self.port}"

    def puts(self, path: str, title: str, body: str) -> str:
        """Put a page up and give its address."""
        head = f'<meta charset="utf-8"><title>{title}</title>'
        self.pages[path] = (
            f'<!doctype html><html lang="th"><head>{head}</head><body><h1>{title}</h1>{body}</body></html>'
        )
        return self.address + path


@contextmanager
def fake_site() -> Iterator[FakeSite]:
    site = FakeSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            if self.path in site.leads:
                self.send_response(302)
                self.send_header("Location", site.leads[self.path])
                self.end_headers()
                return
            body = site.pages.get(self.path)
            status = site.status if body is not None or site.status >= 400 else 404
            data = body.encode() if isinstance(body, str) else body or b""
            self.send_response(status)
            kinds = {"pdf": "application/pdf", "txt": "text/plain"}
            self.send_header("Content-Type", kinds.get(self.path.rpartition(".")[2], "text/html; charset=utf-8"))
            for name, value in site.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.gives(data)

        def gives(self, data: bytes) -> None:
            try:
                if site.drips:
                    for letter in data:
                        self.wfile.write(bytes([letter]))
                        time.sleep(site.drips)
                else:
                    self.wfile.write(data)
            except OSError:
                return  # whoever asked has hung up

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    site.port = server.server_port
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
