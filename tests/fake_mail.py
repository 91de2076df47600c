"""A mail server on loopback that takes, refuses, hangs or breaks off, as told."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class FakeMail:
    """`mood`: takes, hangs (says no word), busy (450), refuses (550), cuts (after the letter), strict (bad sender)."""

    mood: str = "takes"
    letters: list[EmailMessage] = field(default_factory=list)
    callers: int = 0
    port: int = 0
    leave: threading.Event = field(default_factory=threading.Event)


@contextmanager
def fake_mail():
    mail = FakeMail()

    class Handler(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(line.encode() + b"\r\n")

        def handle(self) -> None:
            mail.callers += 1
            if mail.mood == "hangs":
                mail.leave.wait(10)
                return
            self.say("220 fake")
            while line := self.rfile.readline():
                word = line[:4].upper()
                if word == b"QUIT":
                    self.say("221 bye")
                    return
                if word == b"DATA":
                    self.say("354 go on")
                    if not self.letter():
                        return
                    continue
                self.say(self.to(word))

        def to(self, word: bytes) -> str:
            refusals = {(b"RCPT", "busy"): "450 later", (b"RCPT", "refuses"): "550 no", (b"MAIL", "strict"): "553 who"}
            return refusals.get((word, mail.mood), "250 ok")

        def letter(self) -> bool:
            body = b""
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                body += line.removeprefix(b".") if line.startswith(b"..") else line
            mail.letters.append(message_from_bytes(body, policy=policy.default))
            if mail.mood == "cuts":
                return False
            self.say("250 taken")
            return True

    socketserver.ThreadingTCPServer.allow_reuse_address = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        mail.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield mail
        finally:
            mail.leave.set()
            server.shutdown()
            thread.join()
