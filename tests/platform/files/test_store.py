"""A content lies under its own hash, whole or not at all, apart for each agency."""

from __future__ import annotations

import errno
import hashlib
import os
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.platform.files import store as stores
from prongsai.platform.files.store import DamagedError, Store


@pytest.fixture
def kept(tmp_path) -> Store:
    return Store(tmp_path / "files")


def everything(store: Store) -> list:
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


@given(st.lists(st.tuples(st.integers(1, 3), st.binary(max_size=200)), max_size=10))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_put_in_comes_out_for_its_agency(tmp_path_factory, contents):
    store = Store(tmp_path_factory.mktemp("store"))
    names = [(agency, store.put(agency, data), data) for agency, data in contents]
    assert all(store.read(agency, name) == data for agency, name, data in names)
    assert len(everything(store)) == len(set(contents))


def test_the_name_is_the_sha256_of_the_content(kept):
    assert kept.put(7, b"paper") == hashlib.sha256(b"paper").hexdigest()


def test_what_one_agency_keeps_another_cannot_reach(kept):
    name = kept.put(1, b"paper")
    with pytest.raises(DamagedError):
        kept.read(2, name)
    assert not kept.holds(2, name, 5)


def test_only_the_own_account_may_read_contents(kept):
    name = kept.put(1, b"paper")
    path = kept.path(1, name)
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent, path.parent.parent, kept.folder)]
    assert modes == [0o600, 0o700, 0o700, 0o700]


def test_it_is_flushed_before_it_has_its_name_and_its_folder_after(kept, monkeypatch):
    """The order without which a pulled plug loses what was acknowledged."""
    steps = []
    fsync, replace = os.fsync, stores.Path.replace

    def told_fsync(descriptor: int) -> None:
        steps.append("flush folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "flush file")
        fsync(descriptor)

    def told_replace(path, target):
        steps.append("name")
        return replace(path, target)

    kept.put(1, b"earlier")
    monkeypatch.setattr(stores.os, "fsync", told_fsync)
    monkeypatch.setattr(stores.Path, "replace", told_replace)
    kept.put(1, b"paper")
    assert [step for step in steps if step != "flush folder"] == ["flush file", "name"]
    assert steps[-1] == "flush folder"


def test_a_full_disk_leaves_nothing(kept, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(stores.os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        kept.put(1, b"paper")
    assert everything(kept) == []


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"papeR"), lambda path: path.unlink()])
def test_a_flipped_bit_and_a_missing_content_are_noticed_and_mended_by_the_same_content(kept, spoil):
    name = kept.put(1, b"paper")
    spoil(kept.path(1, name))
    with pytest.raises(DamagedError):
        kept.read(1, name)
    kept.put(1, b"paper")
    assert kept.read(1, name) == b"paper"


def test_the_same_content_put_in_again_is_young_again(kept):
    name = kept.put(1, b"paper")
    os.utime(kept.path(1, name), (0, 0))
    kept.put(1, b"paper")
    (found,) = kept.kept(1)
    assert (found.sha256, found.age < 60) == (name, True)
