import errno

import pytest
from invented import results_text

from prongsai.cli.file_troubles import refusal_of


@pytest.fixture
def in_the_way(tmp_path):
    """Give a place for a folder where a file stands in the way."""
    file = tmp_path / "แฟ้ม"
    file.write_text("x", encoding="utf-8")
    return file / "ผล"


def told(ran, place):
    assert ran.code == 3
    assert "Traceback" not in ran.err
    assert f"{place}: " in ran.err
    assert "[FILE]" in ran.err


def test_a_report_tells_where_it_could_not_be_written(run, paper, in_the_way):
    source = paper(results_text(2567))
    told(run("report", source, "--year", 2568, "--format", "html", "--out", in_the_way), in_the_way)


def test_a_template_tells_where_it_could_not_be_written(run, in_the_way):
    told(run("report", "--write-template", in_the_way / "แม่แบบ.docx"), in_the_way)


def test_a_catalogue_tells_where_it_could_not_be_written(run, tmp_path):
    place = tmp_path / "ไม่มี" / "2567.yaml"
    told(run("catalogue", "export", 2567, place), place)


@pytest.mark.parametrize(
    ("number", "word"),
    [(errno.EACCES, "สิทธิ์"), (errno.ENOSPC, "เต็ม"), (errno.EROFS, "อ่านได้อย่างเดียว"), (errno.EIO, "เปิดหรือเขียนแฟ้มไม่ได้")],
)
def test_what_the_system_says_is_said_in_thai(number, word):
    refused = refusal_of(OSError(number, "in English", "ผล.pdf"))
    assert word in str(refused)
    assert str(refused).startswith("ผล.pdf: ")
    assert "in English" not in str(refused)
