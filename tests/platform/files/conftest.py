"""Two offices, their files in a folder of the test, and a way to send files like a browser."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bad_inputs.makers import MAKERS
from bad_inputs.planted import saved
from cast import Office, make_twins
from papers_of_units import UNIT_PAPERS
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import StoredFile
from prongsai.platform.files.room import store
from prongsai.platform.files.services import attach_files, made_here


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Contents and arriving files lie in a folder of the test."""
    settings.FILES_FOLDER = tmp_path / "files"
    settings.FILES_ARRIVING = tmp_path / "arriving"
    settings.FILES_KEEP_FREE = 0
    store.cache_clear()
    yield tmp_path
    store.cache_clear()


@pytest.fixture
def twins(db):
    return make_twins()


@pytest.fixture
def here(twins) -> Office:
    return twins[0]


@pytest.fixture
def unit(here) -> int:
    return here.units["กองคลัง"].pk


@pytest.fixture
def client_of():
    def sign_in(office: Office, role: Role = Role.OFFICER, **options: object) -> Client:
        client = Client(**options)
        office.enters(client, role)
        return client

    return sign_in


@pytest.fixture
def officer(here, client_of):
    return client_of(here)


@pytest.fixture
def attached():
    """Attach a file to the second unit of an office, as the program itself would."""

    def attach(
        office: Office, data: bytes = b"paper", name: str = "a.txt", *, holder: str = UNIT_PAPERS.key, kind=Kind.TXT
    ) -> StoredFile:
        with office.speaks():
            told = {"agency": office.agency.pk, "holder": holder, "thing": office.units["กองคลัง"].pk}
            (stored,) = attach_files(acting="test", files=[made_here(data, name, kind)], **told)
            return StoredFile.objects.prefetch_related("versions", "attachments").get(pk=stored.pk)

    return attach


@pytest.fixture
def address(unit):
    return reverse("file-attach", args=[UNIT_PAPERS.key, unit])


def docx() -> SimpleUploadedFile:
    return SimpleUploadedFile("รายงาน.docx", MAKERS["docx"]())


def photo(name: str = "IMG_0001.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, saved("JPEG"))


@pytest.fixture
def papers():
    """Makers of files as a browser sends them."""

    def make(name: str, data: bytes | None = None) -> SimpleUploadedFile:
        if data is None:
            return docx() if name == "รายงาน.docx" else photo(name)
        return SimpleUploadedFile(name, data)

    return make


@pytest.fixture
def files_of():
    """Give the files of an office, oldest first."""

    def look(office: Office) -> list[StoredFile]:
        with office.speaks():
            return list(StoredFile.objects.order_by("pk").prefetch_related("versions", "attachments"))

    return look


@pytest.fixture
def contents(folder):
    """Give all that lies in the folder of contents."""
    return lambda: sorted(path for path in (folder / "files").rglob("*") if path.is_file())


def stream_of(*files: tuple[str, bytes]) -> tuple[io.BytesIO, int, str]:
    """Give a request's body with files, its length and its border."""
    border = "border-of-the-test"
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        f"Content-Type: text/plain\r\n\r\n".encode()
        + data
        + b"\r\n"
        for name, data in files
    ]
    body = b"".join(parts) + f"--{border}--\r\n".encode()
    return io.BytesIO(body), len(body), border


@pytest.fixture
def body():
    return stream_of
