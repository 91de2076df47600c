"""Files come in without a name, and no more of them than is kept."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser

from prongsai.ita.reading.sizes import LARGEST_FILE
from prongsai.platform.files import arriving
from prongsai.platform.files.arriving import WithoutName


def parse(body, *, length: int | None = None, logged_in: bool = True):
    stream, real_length, border = body
    told = {
        "CONTENT_TYPE": f"multipart/form-data; boundary={border}",
        "CONTENT_LENGTH": str(real_length if length is None else length),
    }
    request = HttpRequest()
    request.user = SimpleNamespace(is_authenticated=True) if logged_in else AnonymousUser()
    handlers = [WithoutName(request)]
    _, files = MultiPartParser(told, stream, handlers, "utf-8").parse()
    return files.getlist("files")


def test_files_arrive_whole_and_leave_no_name(body, folder):
    files = parse(body(("a.txt", b"first"), ("b.txt", b"x" * 3_000_000)))
    assert [(file.name, file.size, file.read()[:5]) for file in files] == [
        ("a.txt", 5, b"first"),
        ("b.txt", 3_000_000, b"xxxxx"),
    ]
    assert list((folder / "arriving").iterdir()) == []
    for file in files:
        file.close()


def test_of_a_file_that_is_too_large_only_the_size_is_known(body):
    (file,) = parse(body(("a.txt", b"x" * (LARGEST_FILE + 100_000))))
    assert file.size == LARGEST_FILE + 100_000
    file.seek(0, os.SEEK_END)
    assert file.tell() <= LARGEST_FILE
    file.close()


def test_a_request_that_says_it_is_huge_is_refused_before_it_is_read(body):
    stream, _, border = body(("a.txt", b"x"))
    with pytest.raises(RequestDataTooBig):
        parse((stream, 0, border), length=10_000_000_000)
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("length", "logged_in"),
    [
        (arriving.LARGEST_OF_STRANGERS, False),
        (arriving.LARGEST_OF_STRANGERS + 1, True),
        (arriving.LARGEST_REQUEST, True),
    ],
)
def test_as_much_as_one_may_send_is_taken(body, length, logged_in):
    stream, _, border = body(("a.txt", b"x"))
    (file,) = parse((stream, 0, border), length=length, logged_in=logged_in)
    assert file.size == 1
    file.close()


def test_who_is_not_logged_in_sends_less(body):
    stream, _, border = body(("a.txt", b"x"))
    with pytest.raises(RequestDataTooBig):
        parse((stream, 0, border), length=arriving.LARGEST_OF_STRANGERS + 1, logged_in=False)
    assert stream.tell() == 0


def test_a_request_that_grows_beyond_the_limit_is_cut(body, monkeypatch):
    monkeypatch.setattr(arriving, "LARGEST_REQUEST", 200_000)
    stream, _, border = body(("a.txt", b"x" * 150_000), ("b.txt", b"x" * 150_000))
    with pytest.raises(RequestDataTooBig):
        parse((stream, 0, border), length=100)


def test_a_full_disk_is_told_by_the_file(body, monkeypatch):
    class Full:
        def write(self, _data: bytes) -> None:
            raise OSError(errno.ENOSPC, "full")

        def close(self) -> None:
            pass

    monkeypatch.setattr(arriving.tempfile, "TemporaryFile", lambda **_: Full())
    (file,) = parse(body(("a.txt", b"x" * 100)))
    assert file.fault.errno == errno.ENOSPC


MIDWAY = """
import sys, time, pathlib
import django
from django.conf import settings
settings.configure(FILES_ARRIVING=pathlib.Path(sys.argv[1]), FILE_UPLOAD_MAX_MEMORY_SIZE=0)
from prongsai.platform.files.arriving import WithoutName
handler = WithoutName()
handler.new_file("files", "a.pdf", "application/pdf", 0)
for _ in range(20):
    handler.receive_data_chunk(b"x" * 65536, 0)
print("midway", flush=True)
time.sleep(60)
"""


@pytest.mark.faults
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_an_upload_that_is_killed_midway_leaves_nothing(tmp_path, how):
    ran = subprocess.Popen([sys.executable, "-c", MIDWAY, str(tmp_path / "arriving")], stdout=subprocess.PIPE)
    try:
        assert ran.stdout.readline() == b"midway\n"
        taken = list(Path(f"/proc/{ran.pid}/fd").iterdir()) if sys.platform == "linux" else ["unknown"]
        ran.send_signal(how)
        ran.wait(10)
    finally:
        ran.kill()
        ran.wait()
        ran.stdout.close()
    assert taken
    time.sleep(0.05)
    assert list((tmp_path / "arriving").iterdir()) == []
