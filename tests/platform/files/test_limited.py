"""Cleaning happens in a child process with limits: bad files are refused there by name, and harm nothing."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bad_inputs.makers import MAKERS
from bad_inputs.planted import heic, saved
from prongsai.ita.reading import child_process
from prongsai.ita.thai import Refused
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE, Kind
from prongsai.platform.files.limited import clean_limited

LINES = yaml.safe_load((Path(__file__).parents[2] / "bad_inputs/lines_054_080.yaml").read_text(encoding="utf-8"))
NO_HARM = {"bomb-of-text", "xxe-properties"}
"""What only a reader minds: a long text; a part that is never kept."""
ARCHIVES = [
    case
    for case in LINES
    if case.get("file") not in {None, *NO_HARM}
    and case["line"] <= 61
    and "refused" in case
    and case["name"].endswith((".docx", ".xlsx", ".pdf"))
]


def big_picture(kind: str, width: int, height: int) -> bytes:
    written = io.BytesIO()
    Image.new("L", (width, height)).save(written, kind)
    return written.getvalue()


def png_header(width: int, height: int) -> bytes:
    """The beginning of a picture that says how large it is, and a little of its rows."""
    chunks = [(b"IHDR", struct.pack(">LL5B", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(1000)))]
    told = [struct.pack(">L", len(c)) + k + c + struct.pack(">L", zlib.crc32(k + c)) for k, c in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def moving_picture(kind: str) -> bytes:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "green")]
    written = io.BytesIO()
    frames[0].save(written, kind, save_all=True, append_images=frames[1:])
    return written.getvalue()


def refused(data: bytes, name: str) -> Refused:
    with pytest.raises(Refused) as told:
        clean_limited(data, name, EVIDENCE)
    return told.value


@pytest.mark.parametrize("case", ARCHIVES, ids=lambda case: f"{case['line']}-{case['file']}")
def test_what_the_reader_refuses_is_not_kept_either(case):
    answer = refused(MAKERS[case["file"]](), case["name"])
    allowed = {case["refused"]} if isinstance(case["refused"], str) else set(case["refused"])
    assert answer.rule in allowed | {"TRUNCATED"}
    assert answer.place.file == case["name"]


@pytest.mark.parametrize("name", ["dde", "dde-field"])
def test_a_call_of_another_program_is_refused(name):
    assert refused(MAKERS[name](), "a.xlsx" if name == "dde" else "a.docx").rule == "DDE"


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (png_header(30_000, 30_000), "a.png", "PIXELS"),
        (big_picture("PNG", 12_000, 12_000), "a.png", "PIXELS"),
        (big_picture("JPEG", 6_000, 6_000), "a.jpg", "PIXELS"),
        (moving_picture("PNG"), "a.png", "ANIMATED"),
        (moving_picture("WEBP"), "a.webp", "ANIMATED"),
        (saved("JPEG")[:300], "a.jpg", "TRUNCATED"),
        (saved("PNG")[:60], "a.png", "TRUNCATED"),
        (saved("WEBP")[:30], "a.webp", "TRUNCATED"),
        (heic()[:200], "a.heic", "TRUNCATED"),
        (MAKERS["pdf-10000-pages"](), "a.pdf", "PAGES"),
        (MAKERS["locked-pdf"](), "a.pdf", "ENCRYPTED"),
        (b"\xff\xfe\x00\xd8", "a.txt", "ENCODING"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_pictures_and_papers_are_refused(data, name, rule):
    begun = time.perf_counter()
    assert refused(data, name).rule == rule
    assert time.perf_counter() - begun < 20


def test_the_clean_file_comes_back_whole():
    data = saved("JPEG")
    file = clean_limited(data, "../ภาพ.jpeg", EVIDENCE)
    assert (file.name, file.kind, file.sent_size) == ("ภาพ.jpeg", Kind.JPEG, len(data))
    assert Image.open(io.BytesIO(file.data)).size == (64, 48)


def test_a_photograph_of_a_phone_becomes_a_jpeg():
    file = clean_limited(heic(), "IMG_0042.HEIC", EVIDENCE)
    assert (file.name, file.kind) == ("IMG_0042.jpg", Kind.JPEG)


def test_a_file_over_twenty_megabytes_starts_no_child(monkeypatch):
    monkeypatch.setattr(child_process, "_start", lambda _: pytest.fail("a child was started"))
    assert refused(bytes(20_000_001), "a.pdf").rule == "SIZE"


def test_the_largest_picture_fits_into_the_limits():
    noise = Image.effect_noise((5_700, 4_300), 30).convert("RGB")
    written = io.BytesIO()
    noise.save(written, "JPEG", quality=70)
    assert clean_limited(written.getvalue(), "a.jpg", EVIDENCE).kind is Kind.JPEG


@pytest.mark.parametrize("maker", ["remote-parts", "page", "xxe-web"])
def test_nothing_is_fetched(maker, monkeypatch):
    """The child may call nobody: a picture on another machine stays there."""
    name = "a.html" if maker == "page" else "a.docx"
    try:
        file = clean_limited(MAKERS[maker](), name, EVIDENCE)
    except Refused as told:
        assert told.rule == "XML"
    else:
        assert b"127.0.0.1" not in file.data


def test_the_child_loads_no_django_and_writes_nothing(tmp_path):
    code = (
        "import sys\nfrom prongsai.platform.files import child\nfrom prongsai.platform.files.cleaning import clean\n"
        "clean(b'ok', 'txt')\nprint([name for name in sys.modules if name.startswith('django')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ran.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs another account")
def test_an_ordinary_account_can_have_photographs_of_phones_cleaned(tmp_path):
    """Its limit on processes would keep the decoder from the thread that it always starts."""
    (tmp_path / "a.heic").write_bytes(heic())
    code = (
        "import os, sys\n"
        "from prongsai.platform.files.kinds import EVIDENCE\n"
        "from prongsai.platform.files.limited import clean_limited\n"
        "print(os.geteuid(), clean_limited(open(sys.argv[1], 'rb').read(), 'a.heic', EVIDENCE).kind)"
    )
    keep = "+dac_read_search"
    account = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--inh-caps", f"-all,{keep}"]
    account += ["--ambient-caps", keep, "--bounding-set", f"-all,{keep}", "--"]
    ran = subprocess.run(
        [*account, sys.executable, "-c", code, str(tmp_path / "a.heic")], capture_output=True, text=True, check=False
    )
    if "setpriv" in ran.stderr:
        pytest.skip("setpriv may not change accounts here")
    assert ran.stdout.split() == ["65534", "jpeg"]


def test_a_part_with_entities_that_is_never_kept_is_gone():
    file = clean_limited(MAKERS["xxe-properties"](), "a.xlsx", EVIDENCE)
    assert b"docProps" not in file.data


def test_a_file_can_be_looked_through_again_when_the_page_is_tried_again():
    field, sent = FilesField(), SimpleUploadedFile("รายชื่อ.txt", "ก ข ค".encode())
    assert field.clean([sent]) == field.clean([sent])
