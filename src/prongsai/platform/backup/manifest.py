"""What an archive says of itself: signed, and compared with what is found."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from prongsai.platform.audit.chain import canonical
from prongsai.platform.audit.signing import Signer, name_of, signed_by

FORMAT = 1


class Scope(StrEnum):
    """What an archive holds."""

    INSTALLATION = "installation"
    AGENCY = "agency"


@dataclass(slots=True)
class Manifest:
    """Everything a restore has to know before it touches anything.

    `tables` are counts of rows, `chains` the last line of each chain of the log and its hash (hexadecimal), `members`
    size and SHA-256 of each file in the archive, all of one moment. `made` is UTC.
    """

    scope: Scope
    made: str
    version: str
    postgresql: int
    migrations: dict[str, list[str]]
    tables: dict[str, int] = field(default_factory=dict)
    chains: dict[int, tuple[int, str]] = field(default_factory=dict)
    members: dict[str, tuple[int, str]] = field(default_factory=dict)
    keys: bool = False
    agency: dict[str, Any] = field(default_factory=dict)
    format: int = FORMAT

    def to_json(self, signer: Signer) -> tuple[bytes, bytes]:
        """Give the manifest and, apart, its signature with the public key that checks it."""
        content = canonical(asdict(self)).encode()
        return content, _seal(signer.public, signer.sign(content.decode()))

    @classmethod
    def from_json(cls, content: bytes, signature: bytes) -> tuple[Manifest, str]:
        """Read a manifest, and the name of the key that signed it. Raises ValueError where it was changed."""
        seal = json.loads(signature)
        key = bytes.fromhex(seal["key"])
        genuine = signed_by(key, content.decode(), seal["signature"])
        if not genuine or signature != _seal(key, bytes.fromhex(seal["signature"]).hex()):
            raise ValueError("the manifest is not what was signed")
        told = json.loads(content)
        if told["format"] != FORMAT:
            raise ValueError(f"format {told['format']} is not known")
        told["scope"] = Scope(told["scope"])
        told["chains"] = {int(chain): (last, line_hash) for chain, (last, line_hash) in told["chains"].items()}
        told["members"] = {name: (size, digest) for name, (size, digest) in told["members"].items()}
        return cls(**told), name_of(key)


def _seal(key: bytes, signature: str) -> bytes:
    return canonical({"key": key.hex(), "signature": signature}).encode()
