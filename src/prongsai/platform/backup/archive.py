"""The file of a back-up: a tar archive that ends with a signed manifest; half of one is never taken for whole."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.signing import Signer
from prongsai.platform.backup.manifest import Manifest

MANIFEST, SEAL = "manifest.json", "manifest.signature"
_PIECE = 1024 * 1024


class ArchiveWriter:
    """Writes under a temporary name beside the target; `seal` ends it, fsyncs it and gives it its name.

    Left without `seal` (an error, a full disk) it leaves nothing.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self.half = target.with_name(f".{target.name}.half")
        self._stream = private_file(self.half)
        self._tar = tarfile.open(fileobj=self._stream, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115
        self.members: dict[str, tuple[int, str]] = {}

    def __enter__(self) -> ArchiveWriter:
        return self

    def add_file(self, name: str, source: Path) -> None:
        """Add a file; its hash is of what was really written."""
        with source.open("rb") as stream:
            self.add_stream(name, stream, os.fstat(stream.fileno()).st_size)

    def add_stream(self, name: str, stream: IO[bytes], size: int) -> None:
        """Add a stream of a known size."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        hashing = _Hashing(stream)
        self._tar.addfile(member, hashing)
        self.members[name] = (size, hashing.digest())

    def seal(self, manifest: Manifest, signer: Signer) -> None:
        """Add the manifest, wait for the disk."""
        manifest.members = self.members
        content, signature = manifest.to_json(signer)
        for name, text in ((MANIFEST, content), (SEAL, signature)):
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(text), 0o600
            self._tar.addfile(member, io.BytesIO(text))
        self._tar.close()
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()

    def name(self) -> None:
        """Give a sealed archive its name, and wait for the folder."""
        self.half.replace(self._target)
        folder = os.open(self._target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()
        self.half.unlink(missing_ok=True)


class Archive:
    """A finished archive. Refuses ARCHIVE, naming the file, where it is cut off, empty, changed or none at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held = ExitStack()
        try:
            self._tar = self._held.enter_context(tarfile.open(path, "r:"))  # noqa: SIM115 - it is held
            self.manifest, self.signed_by = Manifest.from_json(self._bytes(MANIFEST), self._bytes(SEAL))
        except (tarfile.TarError, KeyError, ValueError, TypeError, EOFError) as error:
            self._held.close()
            raise Refused("ARCHIVE", f"{path.name} ไม่ใช่ไฟล์สำรองที่สมบูรณ์: อาจถูกตัดขาด ว่างเปล่า หรือถูกแก้ไข") from error

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def open(self, name: str) -> IO[bytes]:
        """Open a member for reading."""
        stream = self._tar.extractfile(name)
        if stream is None:
            raise KeyError(name)
        return stream

    def names(self, folder: str) -> list[str]:
        """Give the members inside a folder."""
        return [name for name in self.manifest.members if name.startswith(f"{folder}/")]

    def check(self) -> None:
        """Read all and compare with the manifest. Refuses ARCHIVE, naming the first member that is not as it was."""
        there = set(self._tar.getnames()) - {MANIFEST, SEAL}
        wrong = next(iter(sorted(there ^ self.manifest.members.keys())), None) or next(self._changed(), None)
        if wrong:
            raise Refused("ARCHIVE", f"ไฟล์สำรอง {self.path.name} เสียหาย: {wrong} ไม่ตรงกับที่บันทึกไว้ตอนสำรอง", value=wrong)

    def extract(self, name: str, target: Path) -> None:
        """Write a member to a file, waiting for the disk; refuses ARCHIVE where its content is not what was kept."""
        with self.open(name) as stream, private_file(target) as out:
            hashing = _Hashing(stream)
            while piece := hashing.read(_PIECE):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        if hashing.digest() != self.manifest.members[name][1]:
            raise Refused("ARCHIVE", f"ไฟล์สำรอง {self.path.name} เสียหาย: {name}", value=name)

    def _changed(self) -> Iterator[str]:
        for name, (size, digest) in self.manifest.members.items():
            with self.open(name) as stream:
                hashing = _Hashing(stream)
                while hashing.read(_PIECE):
                    pass
            if (hashing.size, hashing.digest()) != (size, digest):
                yield name

    def _bytes(self, name: str) -> bytes:
        with self.open(name) as stream:
            return stream.read()


def private_file(path: Path) -> BinaryIO:
    """Open a file for writing that its owner alone can read."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


class _Hashing:
    """A stream that hashes what is read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._hash, self.size = stream, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._hash.update(piece)
        self.size += len(piece)
        return piece

    def digest(self) -> str:
        return self._hash.hexdigest()
