"""The head of the log on a day: its size and root, signed by the key of the installation as the audit's heads are."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from prongsai.platform.audit.chain import canonical
from prongsai.platform.audit.signing import Signer, name_of, signed_by

FORM = "prongsai.publication-head/1"


@dataclass(frozen=True, slots=True)
class TreeHead:
    """The log `log` (a word that names the agency for good) had `size` acts at `at` (UTC, `2026-11-20T07:52:13Z`)."""

    log: str
    size: int
    root: str
    at: str

    def __post_init__(self) -> None:
        if self.size < 0 or re.fullmatch("[0-9a-f]{64}", self.root) is None:
            raise ValueError("a head has a size and a root in hexadecimal")
        if re.fullmatch("[!-~]{1,200}", self.log) is None:
            raise ValueError("a log is named by one word of Latin letters")

    def body(self) -> str:
        """Give what is signed: canonical JSON."""
        return canonical({**asdict(self), "form": FORM})


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A head with the name of the key (as papers print it) and the Ed25519 signature in hexadecimal."""

    head: TreeHead
    key: str
    signature: str

    def genuine(self, public: bytes) -> bool:
        """Whether the owner of this public key signed the head."""
        return name_of(public) == self.key and signed_by(public, self.head.body(), self.signature)

    def told(self) -> dict[str, Any]:
        """Give the head as it stands in an export."""
        return {**asdict(self.head), "key": self.key, "signature": self.signature}


def sign_head(head: TreeHead, signer: Signer) -> SignedHead:
    """Sign a head with the newest key of the installation."""
    return SignedHead(head, signer.name, signer.sign(head.body()))
