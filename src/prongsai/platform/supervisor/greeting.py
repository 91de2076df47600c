"""What an installation with demo data says when it is ready: how to log in."""

from __future__ import annotations

import subprocess
import tempfile
import time

from prongsai.platform.supervisor.child import Child, Program
from prongsai.platform.supervisor.plan import Tell

LONGEST_TEXT = 4_000


class Greeting:
    """A program that prints the greeting once, while everything else goes on. One that fails greets nobody."""

    def __init__(self, program: Program) -> None:
        self._child = Child(program)
        self._text = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`

    def begin(self) -> None:
        """Start the program."""
        self._child.start(time.monotonic(), self._text, subprocess.DEVNULL)

    def look(self, tell: Tell) -> None:
        """Tell the text when the program has ended well."""
        if self._child.ended() == 0:
            self._text.seek(0)
            text = self._text.read(LONGEST_TEXT).decode("utf-8", errors="replace")
            if text:
                tell("greeting", {"text": text})

    def end(self) -> None:
        """End the program where it still runs."""
        self._child.kill()
        self._text.close()
