"""Takes files in from a browser: onto the disk without a name, and no more of them than will be kept.

A file without a name is gone when the process ends, however it ends. Of a file that is too large only its size is
taken in, so that the form can say so; a disk that is full is said by the form too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from prongsai.ita.reading.sizes import LARGEST_FILE

LARGEST_REQUEST = 200_000_000
LARGEST_OF_STRANGERS = 40_000_000
"""From who is not logged in: some photographs of a telephone. All is read before a page is asked whether it may be."""


class ArrivingFile(UploadedFile):  # type: ignore[type-arg]
    """A file that came in. `size` is what was sent, also where not all of it was kept; `fault` says why not."""

    def __init__(self, file: IO[bytes], *, fault: OSError | None, **told: Any) -> None:
        super().__init__(file, **told)
        self.fault = fault


class WithoutName(FileUploadHandler):
    """Writes each file into a nameless one, in a folder of the installation."""

    file: IO[bytes]
    taken: int
    total = 0
    most = LARGEST_OF_STRANGERS
    fault: OSError | None

    def handle_raw_input(
        self,
        input_data: IO[bytes],  # noqa: ARG002 the signature is Django's
        META: Mapping[str, str],  # noqa: ARG002, N803
        content_length: int,
        boundary: str,  # noqa: ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """Refuse a request that is too large before any of it is read."""
        user = getattr(self.request, "user", None)
        self.most = LARGEST_REQUEST if user is not None and user.is_authenticated else LARGEST_OF_STRANGERS
        if content_length > self.most:
            raise RequestDataTooBig

    def new_file(self, *args: Any, **options: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **options)
        self.taken, self.fault = 0, None
        settings.FILES_ARRIVING.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.file = tempfile.TemporaryFile(dir=settings.FILES_ARRIVING)  # noqa: SIM115 closed with the request

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        """Take the next bytes in, as long as the file is not too large."""
        self.taken += len(raw_data)
        self.total += len(raw_data)
        if self.total > self.most:
            self.file.close()
            raise RequestDataTooBig
        if self.taken <= LARGEST_FILE and self.fault is None:
            try:
                self.file.write(raw_data)
                self.file.flush()
            except OSError as error:
                self.fault = error

    def file_complete(self, file_size: int) -> ArrivingFile:
        """Give the file, ready to be read."""
        if self.fault is None:
            self.file.seek(0)
        return ArrivingFile(
            self.file,
            fault=self.fault,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )

    def upload_interrupted(self) -> None:
        """Close what was begun: it is gone then."""
        if hasattr(self, "file"):
            self.file.close()
