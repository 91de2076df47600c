"""Measures from a paper or a workbook: doubtful ones first, all or none."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from plans_of_an_office import add, plan_for
from prongsai.ita.papers.reading import DocumentHead, MeasureRow, Reading
from prongsai.ita.thai import Period, Recurrence
from prongsai.office.measures import services
from prongsai.office.measures.models import ImportedMeasures, Measure, MeasurePlan, Step
from prongsai.office.measures.papers_to_take import papers_to_take
from prongsai.office.measures.services import StepTold
from prongsai.office.measures.services.taking_over import remove_old_rows
from prongsai.office.measures.taking import PlanRow
from prongsai.office.measures.unit_names import is_like_a_known_one, named_units
from prongsai.office.measures.years import plan_year_of
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.agency.models import Unit
from years_of_an_office import kept


@pytest.fixture
def cycle(here, acting):
    with here.speaks():
        return ensure_round(acting=acting(), agency=here.agency, fiscal_year=2567)


def workbook(*rows, heads=("มาตรการ", "ประเด็น", "ขั้นตอน", "ผู้รับผิดชอบหลัก", "ระยะเวลา")):
    book, target = Workbook(), BytesIO()
    for row in (heads, *rows):
        book.active.append(row)
    book.save(target)
    return SimpleUploadedFile("มาตรการ.xlsx", target.getvalue())


def send(client, cycle, file):
    return client.post(reverse("measures-import", args=[cycle.pk]), {"file": file})


def test_the_measures_of_a_paper_are_taken_over_in_its_words(here, cycle, asks):
    with here.speaks():
        paper = kept(here, "P2.docx").paper
    client = asks()
    assert "P2.docx" in client.get(reverse("measures", args=[cycle.pk])).content.decode()
    review = client.post(reverse("measures-take-paper", args=[cycle.pk, paper.pk])).url
    shown = client.get(review).content.decode()
    assert "ไม่มีส่วนราชการชื่อนี้: กองช่าง" in shown
    assert shown.count("ระยะเวลาเริ่มก่อนวันที่เห็นชอบแผน (8 กุมภาพันธ์ 2567)") == 8
    with here.speaks():
        assert not MeasurePlan.objects.exists()
    assert client.post(review, {}).status_code == 400
    assert client.post(review, {"looked": "on"}).url == reverse("measures", args=[cycle.pk])
    with here.speaks():
        plan = MeasurePlan.objects.get()
        measures = services.measures_of(plan)
        assert len(measures) == 8
        assert measures[0].further_titles == ["จัดระบบบัตรคิว ณ จุดบริการ"]
        assert measures[1].units_as_printed == "กองช่าง"
        assert measures[1].lead_unit.name == "สำนักปลัด"
        assert measures[3].lead_unit.name == "กองคลัง"
        assert plan.limitation_lines[0].startswith("ผู้รับผิดชอบงาน ITA มีเพียงหนึ่งคน")
        assert not ImportedMeasures.objects.exists()


def test_a_paper_without_measures_gives_none(here, cycle, asks):
    with here.speaks():
        paper = kept(here, "P4.pdf").paper
    assert asks().post(reverse("measures-take-paper", args=[cycle.pk, paper.pk])).status_code == 409


def test_a_paper_with_measures_leads_to_them_and_opens_their_year(here, asks):
    with here.speaks():
        paper = kept(here, "P2.docx").paper
    client = asks()
    address = reverse("measures-of-paper", args=[paper.pk])
    assert address in client.get(paper.get_absolute_url()).content.decode()
    assert client.get(address).context["form"].initial["fiscal_year"] == 2567
    assert client.post(address, {"fiscal_year": "สอง"}).status_code == 400
    review = client.post(address, {"fiscal_year": "๒๕๖๗"}).url
    with here.speaks():
        waiting = ImportedMeasures.objects.select_related("round").get()
    assert review == waiting.get_absolute_url()
    assert (waiting.round.fiscal_year, len(waiting.found["rows"])) == (2567, 8)


def test_the_workbook_of_a_plan_reads_back_to_the_same_measures(here, cycle, asks):
    with here.speaks():
        plan = plan_for(here, 2567)
        steps = (
            StepTold("เริ่ม", unit=here.units["กองคลัง"], due=date(2023, 11, 30)),
            StepTold("ทำซ้ำ", every_months=3, each_unit=True),
        )
        add(here, plan, steps=steps, supporting=(here.units["กองคลัง"],), finding="บางราย", follow_up="ทุกเดือน")
        before = told(plan)
    client = asks()
    content = client.get(reverse("measures-workbook", args=[cycle.pk])).content
    answer = send(client, cycle, SimpleUploadedFile("มาตรการ.xlsx", content))
    client.post(answer.url, {"looked": "on"})
    with here.speaks():
        Measure.objects.order_by("pk").first().delete()
        assert told(plan) == before


def told(plan):
    """Give the measures of a plan without their numbers."""
    return [
        (
            row.title, row.codes, row.finding, row.lead_unit, row.since, row.until, row.follow_up, row.expected_proof,
            [entry.unit for entry in row.supporting.all()],
            [(s.text, s.due, s.every_months, s.each_unit, s.unit) for s in row.steps.all()],
        )
        for row in services.measures_of(plan)
    ]  # fmt: skip


def test_a_workbook_to_fill_in_has_one_invented_line(cycle, asks):
    content = asks().get(reverse("measures-workbook", args=[cycle.pk])).content
    page = load_workbook(BytesIO(content)).worksheets[0]
    assert page["A1"].value == "มาตรการ"
    assert page["A2"].value.startswith("ตัวอย่าง")


def test_faults_come_first_and_keep_the_whole_list_out(here, cycle, asks):
    good = ("จัดทำคู่มือ", 1, "เริ่ม | 30 พ.ย. 2566 | สำนักปลัด", "สำนักปลัด", "1 ต.ค. 2566 – 30 ก.ย. 2567")
    bad = ("ปรับปรุงเว็บไซต์", "สอง", "เริ่ม | 31 ก.พ. 2567", "กองผี", "ปลายปี")
    client = asks()
    review = send(client, cycle, workbook(good, bad)).url
    shown = client.get(review).content.decode()
    assert shown.index("ปรับปรุงเว็บไซต์") < shown.index("จัดทำคู่มือ")
    for words in ("ไม่ใช่ระยะเวลาที่อ่านได้", "ไม่ใช่วันที่และไม่ใช่ชื่อส่วนราชการ", "ไม่มีส่วนราชการชื่อนี้: กองผี"):
        assert words in shown
    assert client.post(review, {"looked": "on"}).status_code == 409
    with here.speaks():
        assert not Measure.objects.exists()
    client.post(review, {"drop": "1"})
    with here.speaks():
        assert not ImportedMeasures.objects.exists()


@pytest.mark.parametrize(
    ("file", "said", "status"),
    [
        (workbook(heads=("อื่น", "ๆ")), "ไม่พบแถวหัวตาราง", 422),
        (workbook(), "ไม่พบรายการใต้หัวตาราง", 422),
        (workbook(*[("มาตรการ", 1, "", "", "")] * 100), "เกิน 99 แถว", 413),
        (SimpleUploadedFile("มาตรการ.xlsx", b"no workbook"), "มาตรการ.xlsx", 415),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_rule(here, cycle, asks, file, said, status):
    file.seek(0)
    answer = send(asks(), cycle, file)
    assert answer.status_code == status
    assert said in answer.content.decode()


def test_a_formula_and_a_line_without_its_measure_are_faults(cycle, asks):
    client = asks()
    review = send(client, cycle, workbook(("", 1, "ขั้นตอนลอย", "สำนักปลัด", ""), ("=1+1", 1, "", "", ""))).url
    assert client.get(review).content.decode().count("อ่านไม่ได้") >= 2


def test_a_list_is_taken_in_once(here, cycle, asks):
    client = asks()
    review = send(client, cycle, workbook(("จัดทำคู่มือ", 1, "", "สำนักปลัด", "1 ต.ค. 2566 – 30 ก.ย. 2567"))).url
    assert client.post(review, {}).status_code == 302
    assert client.post(review, {}).status_code == 404
    with here.speaks():
        assert Measure.objects.count() == 1


def test_a_decided_plan_takes_nothing_over(here, cycle, asks, acting):
    client = asks()
    review = send(client, cycle, workbook(("จัดทำคู่มือ", 1, "", "สำนักปลัด", "1 ต.ค. 2566 – 30 ก.ย. 2567"))).url
    with here.speaks():
        plan = plan_for(here, 2567)
        add(here, plan)
        services.decide(acting=acting(), plan=plan, day=date(2024, 2, 8), decided_in="ประชุม")
    assert client.post(review, {"looked": "on"}).status_code == 409
    with here.speaks():
        assert Step.objects.count() == 1


def test_what_nobody_looked_through_goes_after_a_week(here, cycle, acting):
    with here.speaks():
        ImportedMeasures.objects.create(agency=here.agency, round=cycle, file_name="x", found=[], made_by="test")
        assert remove_old_rows(timezone.now()) == 0
        assert remove_old_rows(timezone.now() + timedelta(days=8)) == 1


def test_a_row_is_kept_as_plain_data_and_comes_back_the_same():
    row = PlanRow(
        "แถว 2", ("ก", "ข"), 1, None, ("E2",), "พบ", ("สำนักปลัด",), date(2024, 1, 1), None, 6, doubts=(("A", "B", "C"),)
    )
    assert PlanRow.of_json(row.as_json()) == row


def test_units_that_only_the_paper_has_are_made_where_it_is_looked_through(here, cycle, asks):
    with here.speaks():
        paper = kept(here, "P2.docx").paper
    client = asks()
    review = client.post(reverse("measures-take-paper", args=[cycle.pk, paper.pk])).url
    assert ("กองช่าง", True) in client.get(review).context["missing"]
    client.post(f"{review}units/", {"unit": ["กองช่าง", "กองที่เอกสารไม่มี"]})
    assert "ไม่มีส่วนราชการชื่อนี้: กองช่าง" not in client.get(review).content.decode()
    client.post(review, {"looked": "on"})
    with here.speaks():
        assert not Unit.objects.filter(name="กองที่เอกสารไม่มี").exists()
        assert "กองช่าง" in {
            entry.unit.name for row in services.measures_of(plan_of_year(2567)) for entry in row.supporting.all()
        }


def plan_of_year(year):
    return MeasurePlan.objects.get(round__fiscal_year=year)


def test_nobody_leads_in_the_place_of_a_unit_that_is_not_there():
    office = {"สำนักปลัด": Unit(name="สำนักปลัด", pk=1)}
    assert named_units(["กองช่าง", "สำนักปลัด"], office).lead is None
    assert named_units(["ทุกส่วนราชการ", "สำนักปลัด"], office).lead.name == "สำนักปลัด"
    school = {**office, "กองการศึกษาศาสนา": Unit(name="กองการศึกษา ศาสนา", pk=2), "กองช่าง": Unit(pk=3)}
    assert named_units(["กองการศึกษาฯ"], school).lead.pk == 2
    assert named_units(["กองฯ"], school).lead is None
    assert named_units(["สำนักปลัดเทศบาล"], office).lead.name == "สำนักปลัด"
    assert named_units(["กองช่าง", "สำนักปลัด"], office, anyone_leads=True).lead.name == "สำนักปลัด"
    assert is_like_a_known_one("กองช่างสุขาภิบาล", school)
    assert not is_like_a_known_one("กองช่าง", office)


def test_a_paper_names_the_units_that_are_none_of_the_office_too(here, cycle):
    with here.speaks():
        plan = plan_for(here, 2567)
        add(here, plan, units_as_printed="กองช่าง, สำนักปลัด")
        (row,) = services.plan_as_draft(plan).measures
    assert row.lead_unit == "สำนักปลัด"
    assert row.supporting_units == ("กองช่าง",)


@pytest.mark.parametrize(
    ("said", "periods", "assessed", "year"),
    [
        (2568, [Period(date(2023, 10, 1), date(2024, 9, 30))], 2566, 2568),
        (None, [Period(date(2023, 10, 1), date(2024, 9, 30)), Recurrence(6)], 2566, 2567),
        (None, [Period(None, date(2024, 9, 30)), Period(None, date(2024, 10, 1))], None, None),
        (None, [], None, None),
    ],
)
def test_the_year_of_the_measures_is_what_the_paper_or_all_its_periods_say(said, periods, assessed, year):
    head = DocumentHead(kind="measures", title="มาตรการ", plan_year=said, assessed_year=assessed)
    rows = tuple(MeasureRow(measures=("ทำ",), period=period) for period in periods)
    assert plan_year_of(Reading(document=head, measures=rows)) == year


def test_measures_of_another_year_are_not_offered_to_this_one(here, asks, acting):
    with here.speaks():
        paper = kept(here, "P2.docx").paper
        assert paper.reading.document.assessed_year == 2566
        earlier = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2566)
        assert papers_to_take(earlier, 2565) == []
    assert "P2.docx" not in asks().get(reverse("measures", args=[earlier.pk])).content.decode()
