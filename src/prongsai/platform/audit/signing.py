"""The key that signs heads: made once, kept in the state folder and never in the database."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY, PUBLIC = "signing-key", "public-keys"


class Signer:
    """Signs with the newest key and knows every public key that this installation ever had.

    The private key (32 bytes, hexadecimal) is readable by its owner alone; without it a new one is made, and what the
    lost one signed still counts.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        kept = folder / KEY
        if not kept.exists():
            _write_once(kept, Ed25519PrivateKey.generate().private_bytes_raw().hex())
        self._key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept.read_text("ascii").strip()))
        self.public = self._key.public_key().public_bytes_raw()
        self.name = name_of(self.public)
        self._known = {name_of(key): key for key in self.public_keys()}
        if self.name not in self._known:
            self.trust(self.public)

    def public_keys(self) -> list[bytes]:
        """Give the public keys, oldest first."""
        path = self._folder / PUBLIC
        return [bytes.fromhex(line) for line in path.read_text("ascii").split()] if path.exists() else []

    def trust(self, public: bytes) -> None:
        """Let what another key signed count here too: the one of an installation from which an agency came."""
        if name_of(public) not in self._known:
            with (self._folder / PUBLIC).open("a", encoding="ascii") as stream:
                stream.write(public.hex() + "\n")
            self._known[name_of(public)] = public

    def sign(self, text: str) -> str:
        """Give the signature of a text, in hexadecimal."""
        return self._key.sign(text.encode()).hex()

    def signed(self, text: str, signature: str, key: str) -> bool:
        """Tell whether a key of this installation signed a text."""
        return key in self._known and signed_by(self._known[key], text, signature)

    def knows(self, name: str) -> bool:
        """Tell whether a key, by its name, is one of this installation's."""
        return name in self._known


def signed_by(public: bytes, text: str, signature: str) -> bool:
    """Tell whether a public key's owner signed a text; the signature is hexadecimal."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(bytes.fromhex(signature), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def name_of(public: bytes) -> str:
    """Give the short name of a public key, as papers print it."""
    return hashlib.sha256(public).hexdigest()[:16]


def _write_once(kept: Path, text: str) -> None:
    """Write through a temporary name: whoever comes second takes the first one's key."""
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(text + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    try:
        os.link(fresh, kept)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
