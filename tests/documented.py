"""Blocks of the documentation's pages that a reader types, gets shown, or saves as a file; run as the reader runs them.

A fence marked `sh` holds commands, `text` what the last of them shows, `csv NAME` (or `tsv NAME`) a file to be saved.
A line `…` of what is shown stands for lines left out. `sh refused` marks commands that are refused.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from prongsai.cli import main

FENCE = re.compile(
    r"^(?P<indent> {0,6})```(?P<kind>\w*) *(?P<info>[^\n]*)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL
)
PROGRAM = ".venv/bin/prongsai"
LEFT_OUT = "…"
DONE, REFUSED = (0, 1), (2, 3)


@dataclass(frozen=True)
class Block:
    kind: str
    info: str
    lines: tuple[str, ...]
    number: int
    """Line of the page on which the block begins."""


def blocks(page: str) -> Iterator[Block]:
    for found in FENCE.finditer(page):
        lines = dedent(found["body"]).splitlines()
        yield Block(found["kind"], found["info"].strip(), tuple(lines), page[: found.start()].count("\n") + 1)


def commands(page: str) -> list[str]:
    return [line for block in blocks(page) if block.kind == "sh" for line in block.lines if _is_command(line)]


def _is_command(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


class Reader:
    """Somebody who does what a page says, in a folder where `made` was left by `make papers`."""

    def __init__(self, folder: Path, made: Path, printed_by_make: str, environment) -> None:
        self.folder, self.made, self.printed_by_make = folder, made, printed_by_make
        self.environment = environment
        self.seen = ""
        environment.chdir(folder)
        environment.setattr(sys, "argv", [PROGRAM])

    def follow(self, page: str) -> None:
        for block in blocks(page):
            if block.kind == "sh":
                for line in filter(_is_command, block.lines):
                    self.type(line, allowed=REFUSED if block.info == "refused" else DONE)
            elif block.kind == "text":
                assert_shown(block, self.seen)
            elif block.kind in ("csv", "tsv"):
                (self.folder / block.info).write_text("\n".join([*block.lines, ""]), encoding="utf-8")
            else:
                raise AssertionError(f"line {block.number}: a fence of unknown kind {block.kind!r}")

    def type(self, line: str, *, allowed: tuple[int, ...]) -> None:
        program, *words = shlex.split(line, comments=True)
        if program == PROGRAM:
            code = self.run(words)
        elif (program, words) == ("make", ["papers"]):
            shutil.copytree(self.made, self.folder / "out", dirs_exist_ok=True)
            self.seen, code = self.printed_by_make, 0
        elif program == "export":
            name, value = words[0].split("=", 1)
            self.environment.setenv(name, value)
            return
        elif program in ("cp", "mkdir", "ls"):
            done = subprocess.run([program, *words], cwd=self.folder, capture_output=True, text=True, check=False)
            self.seen, code = done.stdout + done.stderr, done.returncode
        else:
            raise AssertionError(f"nobody knows how to run {line!r}")
        assert code in allowed, (line, code, self.seen)

    def run(self, words: list[str]) -> int:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                main(words)
            except SystemExit as left:
                code = int(left.code or 0)
        self.seen = printed.getvalue()
        return code


def assert_shown(block: Block, seen: str) -> None:
    """Hold what a page shows against what was seen: all of it, in order, with gaps only where the page says so."""
    actual = [line.rstrip() for line in seen.strip("\n").splitlines()]
    shown = [line.rstrip() for line in block.lines]
    at = 0
    for n, piece in enumerate(_pieces(shown)):
        places = [place for place in range(at, len(actual) + 1) if actual[place : place + len(piece)] == piece]
        anchored = [place for place in places if place == at] if n == 0 else places
        assert anchored, f"line {block.number}: not seen:\n" + "\n".join(piece) + "\nbut:\n" + seen
        at = anchored[0] + len(piece)
    assert at == len(actual) or shown[-1] == LEFT_OUT, f"line {block.number}: more was seen after:\n{seen}"


def _pieces(shown: list[str]) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == LEFT_OUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces
