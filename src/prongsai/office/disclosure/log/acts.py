"""An act of publication, and the one form in which it is hashed: canonical JSON that never changes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.platform.audit.chain import canonical

FORM = "prongsai.publication-act/1"


class ActKind(StrEnum):
    """What an office does with a page of an item."""

    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    FREEZE = "freeze"
    """Closes a set for the assessment: the address and the files do not change any more."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file at its address, with the SHA-256 of its bytes in hexadecimal."""

    address: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `item` is scheme, year and code as one word (`ita/2568/O26`); `post` names the post, never the person.

    Three days: when it happened, when the office received the content, when it was published; the first two may be
    unknown.
    Refuses ValueError what cannot be hashed for ever: a file hash that is none, an address twice, no post.
    """

    kind: ActKind
    item: str
    address: str
    files: tuple[PublishedFile, ...]
    published: date
    post: str
    received: date | None = None
    happened: date | None = None

    def __post_init__(self) -> None:
        if not (self.item and self.address and self.post.strip()):
            raise ValueError("an act names its item, its address and a post")
        if any(re.fullmatch("[0-9a-f]{64}", file.sha256) is None for file in self.files):
            raise ValueError("a file is known by its SHA-256 in hexadecimal")
        if len({file.address for file in self.files}) != len(self.files):
            raise ValueError("a file stands twice in an act")


def leaf_of(act: Act) -> bytes:
    """Give the bytes of an act that are hashed: ASCII, keys in alphabetical order, files by address, no blanks."""
    told = {
        "address": act.address,
        "files": [[file.address, file.sha256] for file in sorted(act.files, key=lambda file: file.address)],
        "form": FORM,
        "happened": act.happened.isoformat() if act.happened else None,
        "item": act.item,
        "kind": act.kind.value,
        "post": act.post,
        "published": act.published.isoformat(),
        "received": act.received.isoformat() if act.received else None,
    }
    return canonical(told).encode("ascii")


def read_leaf(leaf: bytes) -> Act:
    """Give the act of a leaf. Refuses ValueError bytes that are not the canonical form of one."""
    try:
        told = json.loads(leaf)
        act = Act(
            kind=ActKind(told["kind"]),
            item=told["item"],
            address=told["address"],
            files=tuple(PublishedFile(*entry) for entry in told["files"]),
            published=date.fromisoformat(told["published"]),
            post=told["post"],
            received=_day(told["received"]),
            happened=_day(told["happened"]),
        )
        same = leaf_of(act) == leaf
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise ValueError("no act of publication") from fault
    if not same:
        raise ValueError("an act that is not in its canonical form")
    return act


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
