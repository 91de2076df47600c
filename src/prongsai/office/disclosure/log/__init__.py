"""The log of publication: acts as leaves of a Merkle tree, signed heads, proofs that an outsider can check."""

from prongsai.office.disclosure.log.acts import Act, ActKind, PublishedFile, leaf_of, read_leaf
from prongsai.office.disclosure.log.export import exported_log, proof_of_acts, write_log
from prongsai.office.disclosure.log.frontier import Frontier
from prongsai.office.disclosure.log.hashing import EMPTY, leaf_hash, node_hash
from prongsai.office.disclosure.log.heads import SignedHead, TreeHead, sign_head
from prongsai.office.disclosure.log.proofs import verify_consistency, verify_inclusion
from prongsai.office.disclosure.log.tree import HashTree

__all__ = [
    "EMPTY",
    "Act",
    "ActKind",
    "Frontier",
    "HashTree",
    "PublishedFile",
    "SignedHead",
    "TreeHead",
    "exported_log",
    "leaf_hash",
    "leaf_of",
    "node_hash",
    "proof_of_acts",
    "read_leaf",
    "sign_head",
    "verify_consistency",
    "verify_inclusion",
    "write_log",
]
