"""A full disk refuses in plain words, keeps no half file, and goes on giving what is there."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from prongsai.platform.files.consistency import compare
from prongsai.platform.files.room import store

pytestmark = pytest.mark.faults
SIZE = 2_000_000


@pytest.fixture
def small_disk(tmp_path, settings) -> Iterator[Path]:
    """A disk of two megabytes for the contents."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    settings.FILES_FOLDER = disk / "files"
    store.cache_clear()
    yield disk
    subprocess.run(["umount", disk], check=True)


def fill(disk: Path) -> Path:
    """Leave room for nothing."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler


def test_a_full_disk_of_contents(small_disk, here, officer, attached, address, papers, files_of):
    before = attached(here, b"kept before")
    filler = fill(small_disk)
    answer = officer.post(address, {"files": papers("IMG_0001.jpg")})
    assert answer.status_code == 507
    assert "พื้นที่จัดเก็บเต็ม" in answer.content.decode()
    assert len(files_of(here)) == 1
    assert not list(small_disk.rglob("*.part"))
    assert officer.get(before.newest.get_absolute_url()).content == b"kept before"
    filler.unlink()
    assert officer.post(address, {"files": papers("IMG_0001.jpg")}).status_code == 302
    with here.speaks():
        assert compare(here.agency.pk, reading=True).is_sound


def test_a_full_disk_where_files_arrive(small_disk, settings, here, officer, address, papers, files_of):
    settings.FILES_ARRIVING = small_disk / "arriving"
    settings.FILES_ARRIVING.mkdir()
    fill(small_disk)
    answer = officer.post(address, {"files": papers("a.txt", b"x" * 100_000)})
    assert answer.status_code == 507
    assert files_of(here) == []
