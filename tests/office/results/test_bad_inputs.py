"""What must not come in at these forms: each is refused in plain words, and nothing is written."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prongsai.office.results.models import ReadPaper, ResultSheet
from prongsai.office.rounds import services as rounds


@pytest.fixture
def paste(here, acting) -> str:
    with here.speaks():
        cycle = rounds.ensure_round(acting=acting(), agency=here.agency, fiscal_year=2567)
    return reverse("results-paste", args=[cycle.pk])


@pytest.fixture
def untouched(here):
    """Nothing was written, whatever was sent."""
    yield
    with here.speaks():
        assert not ResultSheet.objects.exists()
        assert not ReadPaper.objects.exists()


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("1\t1e2", "NUMBER"),
        ("1\tNaN", "NUMBER"),
        ("1\t๘๕,๕๐", "COMMA"),
        ("1\t-5", "RANGE"),
        ("1\t85.123", "SCALE"),
        ("i99\t80", "QUESTION"),
        ("o99\t100", "ITEM"),
        ("93.40", "INDICATOR"),
    ],
)
def test_a_row_is_refused_by_its_rule(asks, paste, untouched, table, rule):
    answer = asks().post(paste, {"table": table})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "บรรทัด 1" in page
    assert f"[{rule}]" in page


@pytest.mark.parametrize("table", ["", "   ", "1\t80\n" * 20_000, "1\t8\x000"])
def test_a_text_that_is_no_table_is_refused(asks, paste, untouched, table):
    assert asks().post(paste, {"table": table}).status_code == 400


def test_a_field_that_comes_twice_is_refused(asks, paste, untouched):
    assert asks().post(paste, {"table": ["1\t80", "1\t90"]}).status_code == 400


def test_markup_in_a_table_is_shown_as_text(asks, paste, untouched):
    page = asks().post(paste, {"table": "<script>alert(1)</script>\t80"}).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


def test_more_than_ten_papers_at_once_are_refused(asks, untouched):
    papers = [SimpleUploadedFile(f"{n}.txt", b"1") for n in range(11)]
    assert asks().post(reverse("read-papers-send"), {"papers": papers}).status_code == 400


def test_no_paper_at_all_is_refused(asks, untouched):
    assert asks().post(reverse("read-papers-send"), {}).status_code == 400


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "ผล\u202efdp.exe", "ผล.pdf.exe", ".htaccess"])
def test_a_name_that_leads_elsewhere_leads_nowhere(asks, untouched, name):
    answer = asks().post(reverse("read-papers-send"), {"papers": [SimpleUploadedFile(name, b"%PDF-1.7")]})
    assert answer.status_code in (400, 415, 422)
    assert "\u202e" not in answer.content.decode()


def test_a_text_without_scores_is_kept_and_begins_no_version(here, asks):
    told = SimpleUploadedFile("ประชุม.txt", "รายงานการประชุม\nเรื่องทั่วไป".encode())
    assert asks().post(reverse("read-papers-send"), {"papers": [told]}).status_code == 302
    with here.speaks():
        assert not ResultSheet.objects.exists()
        assert ReadPaper.objects.get().reading.score_sheets == ()
