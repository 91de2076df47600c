"""The tree is that of RFC 9162: its reference values, and a plain reading of the definition for every small size."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.office.disclosure.log import (
    EMPTY,
    Frontier,
    HashTree,
    frontier,
    leaf_hash,
    node_hash,
    verify_consistency,
    verify_inclusion,
)

# The eight leaves and the roots of the first n of them with which implementations of RFC 6962 and 9162 are compared.
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
# Known audit paths (leaf from 0, size) and consistency proofs (first, second size) over the same leaves.
PATHS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONTINUED = {
    (1, 8): PATHS[0, 8],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
HASHES = [leaf_hash(f"leaf {n}".encode()) for n in range(64)]


def plain_root(hashes):
    """Follow the definition (2.1.1) word by word."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    part = 1
    while part * 2 < len(hashes):
        part *= 2
    return hashlib.sha256(b"\x01" + plain_root(hashes[:part]) + plain_root(hashes[part:])).digest()


def plain_path(index, hashes):
    """Follow the definition of an audit path (2.1.3.1) word by word."""
    if len(hashes) == 1:
        return []
    part = 1
    while part * 2 < len(hashes):
        part *= 2
    if index < part:
        return [*plain_path(index, hashes[:part]), plain_root(hashes[part:])]
    return [*plain_path(index - part, hashes[part:]), plain_root(hashes[:part])]


def frontier_of(hashes):
    edge = Frontier()
    for hashed in hashes:
        edge = edge.append(hashed)
    return edge


@pytest.mark.parametrize("size", range(1, 9))
def test_the_reference_roots_come_out(size):
    hashes = [leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES[:size]]
    assert HashTree(hashes).root().hex() == ROOTS[size - 1]
    assert frontier_of(hashes).root().hex() == ROOTS[size - 1]


@pytest.mark.parametrize(("index", "size"), PATHS)
def test_the_reference_paths_come_out(index, size):
    tree = HashTree(leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES)
    assert [entry.hex() for entry in tree.inclusion(index, size)] == PATHS[index, size]


@pytest.mark.parametrize(("first", "second"), CONTINUED)
def test_the_reference_proofs_of_consistency_come_out(first, second):
    tree = HashTree(leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES)
    assert [entry.hex() for entry in tree.consistency(first, second)] == CONTINUED[first, second]


def test_the_tree_without_leaves_has_the_hash_of_nothing():
    assert HashTree().root() == Frontier().root() == EMPTY == hashlib.sha256(b"").digest()


def test_a_leaf_is_never_taken_for_a_node():
    left, right = HASHES[:2]
    assert leaf_hash(left + right) != node_hash(left, right)


@pytest.mark.parametrize("size", range(65))
def test_tree_and_frontier_agree_with_the_definition_at_every_size(size):
    tree = HashTree(HASHES[:size])
    assert tree.root() == frontier_of(HASHES[:size]).root() == plain_root(HASHES[:size])
    assert HashTree(HASHES).root(size) == tree.root()


@pytest.mark.parametrize("size", range(1, 65))
def test_every_leaf_of_every_size_is_proven_as_the_definition_says(size):
    tree = HashTree(HASHES)
    root = tree.root(size)
    for index in range(size):
        path = tree.inclusion(index, size)
        assert path == plain_path(index, HASHES[:size])
        assert verify_inclusion(HASHES[index], index, size, path, root)


@pytest.mark.parametrize("second", range(1, 65))
def test_every_earlier_size_is_proven_to_be_its_beginning(second):
    tree = HashTree(HASHES)
    for first in range(1, second + 1):
        proof = tree.consistency(first, second)
        assert verify_consistency(first, second, proof, tree.root(first), tree.root(second))
        assert not verify_consistency(first, second, proof, tree.root(first - 1), tree.root(second))
        if first < second:
            assert not verify_consistency(first, second, proof, tree.root(first), tree.root(first))
            assert not verify_consistency(first, second, proof[:-1], tree.root(first), tree.root(second))
        assert not verify_consistency(first, second, [*proof, HASHES[0]], tree.root(first), tree.root(second))


@given(st.data())
def test_a_proof_holds_for_no_other_leaf_place_size_or_root(data):
    size = data.draw(st.integers(2, 64))
    index = data.draw(st.integers(0, size - 1))
    tree = HashTree(HASHES)
    path, root = tree.inclusion(index, size), tree.root(size)
    other = data.draw(st.integers(0, size - 1).filter(lambda n: n != index))
    assert not verify_inclusion(HASHES[other], index, size, path, root)
    assert not verify_inclusion(HASHES[index], other, size, path, root)
    assert not verify_inclusion(HASHES[index], index, size, path, tree.root(size - 1))
    assert not verify_inclusion(HASHES[index], index, size, path[1:], root)
    assert not verify_inclusion(HASHES[index], index, size, [*path, root], root)
    place = data.draw(st.integers(0, len(path) - 1))
    bent = [*path[:place], bytes(byte ^ 1 for byte in path[place]), *path[place + 1 :]]
    assert not verify_inclusion(HASHES[index], index, size, bent, root)


@pytest.mark.parametrize("index", [-1, 5, 64])
def test_a_leaf_outside_the_tree_has_no_proof(index):
    assert not verify_inclusion(HASHES[0], index, 5, [], HASHES[0])
    assert not verify_inclusion(HASHES[0], index, 1, [], HASHES[0])
    assert verify_inclusion(HASHES[0], 0, 1, [], HASHES[0])
    with pytest.raises(ValueError, match="not in a tree"):
        HashTree(HASHES[:5]).inclusion(index)


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3), (1, 9)])
def test_sizes_the_tree_never_had_have_no_proof(first, second):
    tree = HashTree(HASHES[:5])
    with pytest.raises(ValueError, match=r"no proof|never had"):
        tree.consistency(first, second)
    assert not verify_consistency(first, second, [], EMPTY, tree.root())


def test_appending_hashes_no_more_than_the_size_has_bits(monkeypatch):
    counted = []
    monkeypatch.setattr(frontier, "node_hash", lambda left, right: counted.append(1) or node_hash(left, right))
    edge = Frontier()
    for number in range(5_000):
        counted.clear()
        edge = edge.append(HASHES[number % 64])
        assert len(counted) <= edge.size.bit_length()
        assert len(edge.peaks) <= edge.size.bit_length()


def test_a_proof_from_a_large_tree_takes_few_hashes():
    tree = HashTree(HASHES[n % 64] for n in range(10_001))
    assert len(tree.inclusion(5_000)) == 14
    assert len(tree.inclusion(10_000)) < 14
    assert len(tree.consistency(4_097)) <= 15


@pytest.mark.parametrize(("size", "peaks"), [(1, ()), (3, (HASHES[0],)), (-1, ()), (4, (HASHES[0], HASHES[1]))])
def test_a_frontier_that_cannot_be_is_refused(size, peaks):
    with pytest.raises(ValueError, match="binary"):
        Frontier(size, peaks)


@given(st.lists(st.sampled_from(HASHES), max_size=40))
def test_each_size_continues_the_one_before(hashes):
    tree = HashTree(hashes)
    for older, newer in pairwise(range(1, len(hashes) + 1)):
        assert verify_consistency(older, newer, tree.consistency(older, newer), tree.root(older), tree.root(newer))
