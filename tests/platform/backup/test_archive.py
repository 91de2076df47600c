"""Half an archive, an empty one or a changed one is never taken for whole."""

import io
import os
import stat
import tarfile
from random import Random

import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.signing import Signer
from prongsai.platform.backup.archive import MANIFEST, SEAL, Archive, ArchiveWriter
from prongsai.platform.backup.manifest import Manifest, Scope

FLIPS = 150


def manifest():
    return Manifest(Scope.INSTALLATION, "2026-11-20T01:00:00+00:00", "0.5", 18, {"agency": ["0001_initial"]})


@pytest.fixture
def signer(tmp_path):
    return Signer(tmp_path / "keys")


@pytest.fixture
def path(tmp_path, signer):
    """A small good archive."""
    target = tmp_path / "good.backup"
    with ArchiveWriter(target) as archive:
        archive.add_stream("database.dump", io.BytesIO(b"rows" * 400), 1600)
        archive.add_stream("files/1/ab/paper", io.BytesIO("เอกสาร".encode()), 18)
        archive.seal(manifest(), signer)
        archive.name()
    return target


def test_what_is_put_in_comes_out(path, signer, tmp_path):
    with Archive(path) as archive:
        archive.check()
        archive.extract("files/1/ab/paper", tmp_path / "out")
        assert archive.names("files") == ["files/1/ab/paper"]
        assert (archive.signed_by, archive.manifest.migrations) == (signer.name, {"agency": ["0001_initial"]})
    assert (tmp_path / "out").read_text() == "เอกสาร"


def test_nobody_else_may_read_it(path, tmp_path):
    with Archive(path) as archive:
        archive.extract("database.dump", tmp_path / "out")
    assert [stat.S_IMODE(file.stat().st_mode) for file in (path, tmp_path / "out")] == [0o600, 0o600]


def test_a_writer_that_fails_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), ArchiveWriter(tmp_path / "new.backup") as archive:
        archive.add_stream("a", io.BytesIO(b"1"), 1)
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_an_archive_cut_anywhere_is_refused(path):
    content = path.read_bytes()
    with tarfile.open(path) as tar:
        seal = tar.getmember(SEAL)
    for part in (0, 1, 511, 512, 2000, seal.offset, seal.offset_data, seal.offset_data + seal.size - 1):
        path.write_bytes(content[:part])
        with pytest.raises(Refused) as refused, Archive(path) as archive:
            archive.check()
        assert refused.value.rule == "ARCHIVE"


def test_a_flipped_bit_is_found_and_its_file_is_named(path):
    content, chance = path.read_bytes(), Random(22)
    with tarfile.open(path) as tar:
        spans = {name: (tar.getmember(name).offset_data, tar.getmember(name).size) for name in tar.getnames()}
    for _ in range(FLIPS):
        name = chance.choice(sorted(spans))
        begin, size = spans[name]
        place = begin + chance.randrange(size)
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        with pytest.raises(Refused) as refused, Archive(path) as archive:
            archive.check()
        assert refused.value.rule == "ARCHIVE"
        assert refused.value.value == ("" if name in (MANIFEST, SEAL) else name)


def test_a_member_more_or_less_is_found(path):
    with tarfile.open(path, "a") as tar:
        tar.addfile(tarfile.TarInfo("files/1/more"), io.BytesIO())
    with pytest.raises(Refused) as refused, Archive(path) as archive:
        archive.check()
    assert refused.value.value == "files/1/more"


def test_a_manifest_that_another_key_signed_names_that_key(path, tmp_path):
    stranger = Signer(tmp_path / "stranger")
    with ArchiveWriter(tmp_path / "theirs") as archive:
        archive.add_stream("database.dump", io.BytesIO(b"x"), 1)
        archive.seal(manifest(), stranger)
        archive.name()
    with Archive(tmp_path / "theirs") as archive:
        assert archive.signed_by == stranger.name


@pytest.mark.parametrize("content", [b"", b"\0" * 20480, b"PK\x03\x04", os.urandom(3000)])
def test_what_is_no_archive_is_refused(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(Refused, match="ไม่ใช่ไฟล์สำรองที่สมบูรณ์"):
        Archive(tmp_path / "x")
