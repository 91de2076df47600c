"""Papers are sent and read; what they print waits to be looked through."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.office.results.models import ReadPaper, ResultSheet, ScoreLine
from prongsai.office.results.services import confirm
from prongsai.office.rounds.models import Round
from years_of_an_office import kept, shipped


def sends(client, *names: str, year: str = "", **files: bytes):
    sent = [SimpleUploadedFile(name, shipped(name)) for name in names]
    sent += [SimpleUploadedFile(name.replace("_", "."), data) for name, data in files.items()]
    return client.post(reverse("read-papers-send"), {"papers": sent, "year": year})


def test_a_paper_becomes_a_version_of_its_year_which_opens_by_itself(here, asks):
    answer = sends(asks(), "P4.pdf")
    with here.speaks():
        sheet = ResultSheet.objects.get()
        assert answer.headers["Location"] == sheet.get_absolute_url()
        assert (sheet.number, sheet.state, Round.objects.get().fiscal_year) == (1, "review", 2567)
        assert {line.code: line.value for line in sheet.lines.filter(kind="eit_part")} == {
            "EIT1": Decimal("90.02"),
            "EIT2": Decimal("84.58"),
        }
        lost = sheet.lines.get(code="O33")
    assert (lost.value, lost.remark) == (0, "ไม่พบรายละเอียดข้อมูลในหัวข้อข้อเสนอแนะ")


def test_the_page_shows_the_text_of_the_paper_beside_each_value(asks):
    client = asks()
    page = client.get(sends(client, "P4.pdf").headers["Location"]).content.decode()
    assert "๔ | การใช้ทรัพย์สินของราชการ | ๗๘.๑๖" in page
    assert "78.16" in page


def test_the_same_file_while_it_waits_gives_the_same_version_again(here, asks):
    client = asks()
    first, second = sends(client, "P4.pdf"), sends(client, "P4.pdf")
    assert first.headers["Location"] == second.headers["Location"]
    with here.speaks():
        assert (ReadPaper.objects.count(), ResultSheet.objects.count()) == (1, 1)


def test_a_second_import_is_a_new_version_and_overwrites_nothing(here, asks, acting):
    client = asks()
    sends(client, "P4.pdf")
    with here.speaks():
        first = ResultSheet.objects.get()
        confirm(acting=acting(), sheet=first)
    sends(client, "P4.pdf")
    with here.speaks():
        assert list(ResultSheet.objects.values_list("number", "state")) == [(2, "review"), (1, "confirmed")]


def test_a_report_that_repeats_results_begins_no_version_of_years_that_have_one(here, asks):
    client = asks()
    sends(client, "P1.xlsx")
    sends(client, "P4.pdf")
    answer = sends(client, "P5.docx")
    with here.speaks():
        report = ReadPaper.objects.get(file_name="P5.docx")
    assert answer.headers["Location"] == report.get_absolute_url()
    with here.speaks():
        assert ResultSheet.objects.count() == 2
        assert ReadPaper.objects.count() == 3


def test_a_report_alone_gives_the_years_that_nobody_has(here, asks):
    sends(asks(), "P5.docx")
    with here.speaks():
        assert sorted(sheet.round.fiscal_year for sheet in ResultSheet.objects.all()) == [2566, 2567]


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("ผล.pdf", b"", 422),
        ("ผล.pdf", b"PK\x03\x04 not a paper", 422),
        ("ผล.exe", b"MZ\x90\x00", 415),
        ("ผล.xlsx", b"%PDF-1.7 cut off", 415),
    ],
)
def test_a_file_that_is_none_is_refused_by_its_name_and_nothing_is_written(here, asks, name, data, status):
    answer = asks().post(reverse("read-papers-send"), {"papers": [SimpleUploadedFile(name, data)]})
    assert answer.status_code == status
    assert name in answer.content.decode()
    with here.speaks():
        assert not ReadPaper.objects.exists()
        assert not Round.objects.exists()


def test_one_bad_paper_keeps_all_out(here, asks):
    answer = sends(asks(), "P4.pdf", bad_pdf=b"nothing")
    assert answer.status_code == 415
    with here.speaks():
        assert not ReadPaper.objects.exists()


YEARLESS = "ตัวชี้วัดที่\tชื่อตัวชี้วัด\tคะแนน\n" + "".join(f"{n}\tตัวชี้วัด\t8{n % 10}.50\n" for n in range(1, 11))


def test_scores_without_a_year_ask_for_it(here, asks):
    client = asks()
    data = YEARLESS.encode()
    answer = client.post(reverse("read-papers-send"), {"papers": [SimpleUploadedFile("คะแนน.txt", data)]})
    assert answer.status_code == 400
    assert "คะแนน.txt" in answer.content.decode()
    told = {"papers": [SimpleUploadedFile("คะแนน.txt", data)], "year": "๒๕๖๗"}
    assert client.post(reverse("read-papers-send"), told).status_code == 302
    with here.speaks():
        assert ResultSheet.objects.get().round.fiscal_year == 2567


def test_what_is_impossible_is_kept_as_printed_and_counts_for_nothing(here, asks):
    data = ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\n\n" + YEARLESS.replace("84.50", "845.00")).encode()
    asks().post(reverse("read-papers-send"), {"papers": [SimpleUploadedFile("คะแนน.txt", data)]})
    with here.speaks():
        line = ScoreLine.objects.get(kind="indicator", code="4")
    assert (line.printed, line.value, line.is_open) == ("845.00", None, True)


def test_sending_stands_in_the_log(here):
    with here.speaks():
        kept(here, "P4.pdf")
    deeds = [line.action for line in lines_of(here)]
    assert "results.paper_read" in deeds
    assert "results.sheet_begun" in deeds


def test_the_papers_of_another_office_are_not_there(here, there, asks):
    with there.speaks():
        paper = kept(there, "P4.pdf").paper
    assert asks().get(reverse("read-paper", args=[paper.pk])).status_code == 404
    assert "P4.pdf" not in asks().get(reverse("read-papers")).content.decode()


def test_after_the_first_year_the_paper_leads_on_to_its_other_year_and_its_measures(here, asks):
    client = asks()
    sent = sends(client, "P5.docx")
    with here.speaks():
        paper = ReadPaper.objects.get()
        first, second = paper.sheets.order_by("round__fiscal_year")
    assert sent.url == paper.get_absolute_url()
    done = client.post(reverse("result-sheet-confirm", args=[first.pk]), follow=True).content.decode()
    assert second.get_absolute_url() in done
    assert reverse("measures-of-paper", args=[paper.pk]) in done
