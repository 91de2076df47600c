"""The log as a file for the public: acts, proofs, heads and the public key, all that the stand-alone script needs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from prongsai.office.disclosure.log.acts import Act, leaf_of
from prongsai.office.disclosure.log.hashing import leaf_hash
from prongsai.office.disclosure.log.heads import SignedHead
from prongsai.office.disclosure.log.tree import HashTree
from prongsai.platform.audit.signing import name_of

FORM = "prongsai.publication-log/1"
LOG, SCRIPT = "publication-log.json", "publication_proof.py"


def exported_log(acts: Sequence[Act], heads: Sequence[SignedHead]) -> dict[str, Any]:
    """Give the whole log: every act with its way to the newest head, and how each head continues the one before.

    Heads are in order of their size. Refuses ValueError acts and heads that do not fit: such a log is not published.
    """
    return _told(acts, range(len(acts)), heads, whole=True)


def proof_of_acts(acts: Sequence[Act], wanted: Iterable[int], heads: Sequence[SignedHead]) -> dict[str, Any]:
    """Give the proof for some acts (numbers from 0) of a log: what goes with a clarification paper."""
    return _told(acts, sorted(set(wanted)), heads, whole=False)


def write_log(folder: Path, log: dict[str, Any], publics: Iterable[bytes]) -> None:
    """Write the log, each public key as a PEM file named after it, and the script that checks them into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LOG).write_text(json.dumps(log, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for public in publics:
        (folder / f"publication-key-{name_of(public)}.pem").write_bytes(pem_of(public))
    shutil.copyfile(Path(__file__).with_name(SCRIPT), folder / SCRIPT)


def pem_of(public: bytes) -> bytes:
    """Give a public key in the form that OpenSSL reads."""
    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _told(acts: Sequence[Act], wanted: Iterable[int], heads: Sequence[SignedHead], *, whole: bool) -> dict[str, Any]:
    leaves = [leaf_of(act) for act in acts]
    tree = HashTree(leaf_hash(leaf) for leaf in leaves)
    _refuse_what_does_not_fit(tree, heads)
    size = heads[-1].head.size
    return {
        "form": FORM,
        "log": heads[-1].head.log,
        "whole": whole,
        "acts": [
            {"index": n, "leaf": leaves[n].decode("ascii"), "path": [entry.hex() for entry in tree.inclusion(n, size)]}
            for n in wanted
            if n < size
        ],
        "heads": [head.told() for head in heads],
        "continued": [
            [entry.hex() for entry in tree.consistency(older.head.size, newer.head.size)] if older.head.size else []
            for older, newer in pairwise(heads)
        ],
    }


def _refuse_what_does_not_fit(tree: HashTree, heads: Sequence[SignedHead]) -> None:
    if not heads:
        raise ValueError("a log without a head proves nothing")
    sizes = [entry.head.size for entry in heads]
    if sizes != sorted(sizes) or sizes[-1] > len(tree):
        raise ValueError("heads are out of order, or tell of acts that are not there")
    if any(tree.root(entry.head.size).hex() != entry.head.root for entry in heads):
        raise ValueError("a head tells of other acts")
    if len({entry.head.log for entry in heads}) != 1:
        raise ValueError("heads of several logs")
