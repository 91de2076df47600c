"""LINE's Messaging API on loopback: remembers what it was asked, answers as told, keeps each retry key once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class FakeLine:
    """`answers` are the next statuses, then 200; `hangs`: it takes a request and says nothing."""

    answers: list[int] = field(default_factory=list)
    asked: list[dict] = field(default_factory=list)
    hangs: bool = False
    address: str = ""
    keys: set[str] = field(default_factory=set)
    leave: threading.Event = field(default_factory=threading.Event)

    @property
    def texts(self) -> list[str]:
        """What people really see: a key that came before shows nothing again."""
        return [told["body"]["messages"][0]["text"] for told in self.asked if told["status"] == 200]

    def answer(self, key: str | None) -> int:
        status = self.answers.pop(0) if self.answers else 200
        if status == 200 and key and key in self.keys:
            return 409
        if status in (200, 599) and key:  # 599: taken, and the answer is lost
            self.keys.add(key)
        return status


@contextmanager
def fake_line():
    line = FakeLine()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if line.hangs:
                line.leave.wait(10)
                return
            status = line.answer(self.headers.get("X-Line-Retry-Key"))
            line.asked.append({"path": self.path, "headers": dict(self.headers), "body": body, "status": status})
            if status == 599:
                return
            self.send_response(status)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    line.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield line
    finally:
        line.leave.set()
        server.shutdown()
        thread.join()
        server.server_close()


def sign(secret: str, body: bytes) -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
