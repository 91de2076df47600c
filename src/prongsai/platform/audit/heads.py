"""A signed head: how far a chain went at a moment, and with which hash. All earlier lines hang on it."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any, NamedTuple

from prongsai.platform.audit.chain import canonical
from prongsai.platform.audit.signing import Signer


class Kind(StrEnum):
    """How a head came about."""

    SEEN = "seen"
    """Signed by the process that had just written the lines."""
    LATE = "late"
    """Signed afterwards: that process was stopped between its commit and its signature."""
    RESTORED = "restored"
    """Set anew by a restore: the chain goes on from here, whatever earlier heads say."""


class Head(NamedTuple):
    """Lines `first` to `last` of a chain stood in the database; `hash` (hexadecimal) is the last one's."""

    chain: int
    first: int
    last: int
    hash: str
    at: str
    kind: Kind = Kind.SEEN
    genuine: bool = True
    """Whether its signature is one of ours."""


def write_head(head: Head, signer: Signer) -> str:
    """Write a head as one line of JSON with its signature."""
    told = {**head._asdict(), "key": signer.name}
    del told["genuine"]
    return canonical({**told, "signature": signer.sign(canonical(told))})


def read_head(line: str, signer: Signer) -> Head | None:
    """Read a line of the journal; None for the torn rest of one, a head not `genuine` for a wrong signature."""
    try:
        told: dict[str, Any] = json.loads(line)
        signature, key = told.pop("signature"), told["key"]
        genuine = signer.signed(canonical(told), signature, key)
        del told["key"]
        return Head(**{**told, "kind": Kind(told["kind"])}, genuine=genuine)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
