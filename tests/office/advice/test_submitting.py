"""An agency sees exactly what it would submit, submits it, and withdraws it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from advised_agencies import YEAR, late_work, reckon, short_survey, told_of
from log_of_deeds import lines_of
from prongsai.office.advice import crossing, services
from prongsai.office.advice.content import RollUpContent
from prongsai.office.advice.models import RollUp, SentRollUp
from prongsai.office.advice.rolling_up import rolled_up
from prongsai.office.rounds import services as rounds
from prongsai.office.rounds.models.surveys import Survey
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import Module, Registry, Standing
from prongsai.platform.ui.refusals import Conflict
from years_of_an_office import confirmed, kept

DAY = date(2025, 3, 17)


@pytest.fixture
def year(here):
    with here.speaks():
        return confirmed(here, "P4.pdf").round


def page_of(year) -> str:
    return f"/office/advice/years/{year.pk}/"


def sent_form(client, advised, year, **more) -> dict[str, str]:
    form = client.get(page_of(year)).context["form"]
    return {"adviser": advised.adviser.pk, "wishes": "", "seen": form["seen"].value()} | more


def only_copy(advised) -> RollUp | None:
    with advised.there.speaks():
        return RollUp.objects.first()


def test_what_is_previewed_is_what_arrives(asks, advised, year):
    client = asks()
    page = client.get(page_of(year))
    response = client.post(page_of(year), sent_form(client, advised, year, wishes="ขอคำแนะนำข้อ o33"))
    assert response.status_code == 302
    arrived = only_copy(advised).told
    assert arrived.model_copy(update={"wishes": ""}) == page.context["content"]
    assert arrived.wishes == "ขอคำแนะนำข้อ o33"


def test_the_record_holds_the_confirmed_scores_and_the_post_of_who_submits(advised, year):
    with advised.here.speaks():
        told = rolled_up(year, advised.acting(), DAY)
    assert (told.overall, told.published, told.level) == (Decimal("88.75"), True, "ผ่าน")
    assert {entry.number: entry.score for entry in told.scores}[4] == Decimal("78.16")
    assert told.sent_by == "นักวิเคราะห์นโยบายและแผน"
    assert "ตัวอย่างดี" not in told.model_dump_json()


def test_a_result_that_nobody_confirmed_does_not_cross(advised, here):
    with here.speaks():
        cycle = kept(here, "P4.pdf").sheets[0].round
        told = rolled_up(cycle, advised.acting(), DAY)
    assert (told.overall, told.scores, told.level) == (None, (), None)


def test_survey_counts_cross_without_the_address_of_the_survey(advised, year):
    window = {"link": "https://survey.example/secret", "closes": date(2025, 4, 1), "least": 30}
    with advised.here.speaks():
        made = rounds.set_survey(acting=advised.acting(), found=year, survey=Survey.IIT, told=window)
        rounds.count_answers(acting=advised.acting(), window=made, day=date(2025, 3, 3), answers=13)
        rounds.count_answers(acting=advised.acting(), window=made, day=DAY, answers=22)
        told = rolled_up(year, advised.acting(), DAY)
    assert [(each.survey, each.answers, each.least) for each in told.surveys] == [("IIT", 22, 30)]
    assert "survey.example" not in told.model_dump_json()


@pytest.mark.parametrize(
    ("answers", "least", "closes", "is_short"),
    [
        (22, 30, date(2025, 4, 16), True),
        (None, 30, date(2025, 4, 16), True),
        (22, 30, date(2025, 3, 1), True),  # closed, and still under its least number
        (22, 30, date(2025, 4, 17), False),  # more than thirty days left: nobody is behind yet
        (30, 30, date(2025, 4, 16), False),
        (22, None, date(2025, 4, 16), False),
        (22, 30, None, False),
    ],
)
def test_a_survey_is_short_only_when_its_end_is_near(answers, least, closes, is_short):
    (survey,) = told_of(surveys=({"survey": "IIT", "answers": answers, "least": least, "closes": closes},)).surveys
    assert survey.is_short(DAY) is is_short


def test_counts_of_other_rooms_cross_as_they_give_them(advised, year):
    class Measures:
        key = "measures"

        def standing(self, fiscal_year: int, today: date) -> Standing | None:
            if (fiscal_year, today) != (YEAR, DAY):
                return None
            return Standing("measures", "Work of a test", 3, 9, late=2, states={"overdue": 2})

    rooms = Registry()
    rooms.register(Module("measures", "Measures", standings=(Measures(),)))
    with advised.here.speaks():
        told = rolled_up(year, advised.acting(), DAY, modules=rooms)
    assert (told.work, told.late) == (late_work(2), 2)


def test_figures_that_changed_since_they_were_looked_at_are_not_sent(asks, advised, year):
    client = asks()
    form = sent_form(client, advised, year)
    with advised.here.speaks():
        rounds.set_survey(acting=advised.acting(), found=year, survey=Survey.IIT, told={"least": 30})
    response = client.post(page_of(year), form)
    assert response.status_code == 409
    assert only_copy(advised) is None


@pytest.mark.parametrize("seen", ["", "x" * 65])
def test_a_form_without_the_mark_of_what_was_seen_is_refused(asks, advised, year, seen):
    client = asks()
    response = client.post(page_of(year), sent_form(client, advised, year, seen=seen))
    assert response.status_code == 400
    assert only_copy(advised) is None


@pytest.mark.parametrize("wishes", ["โทร 081-234-5678", "เลข 0100000000018", "๐๑๐๐๐๐๐๐๐๐๐๒๖", "ก" * 1_001])
def test_numbers_of_persons_and_long_stories_do_not_cross(asks, advised, year, wishes):
    client = asks()
    response = client.post(page_of(year), sent_form(client, advised, year, wishes=wishes))
    assert response.status_code == 400
    assert only_copy(advised) is None
    assert "1234-5678" not in response.content.decode().split("error-summary")[0]


def test_another_agencys_adviser_cannot_be_named(asks, advised, year):
    client = asks()
    response = client.post(page_of(year), sent_form(client, advised, year, adviser=2**40))
    assert response.status_code == 400


def test_a_newer_submission_takes_the_place_of_the_earlier_one(advised, year):
    for wishes in ("แรก", "หลัง"):
        with advised.here.speaks():
            services.submit(
                acting=advised.acting(), agency=advised.here.agency, adviser=advised.adviser, cycle=year, wishes=wishes
            )
    with advised.there.speaks():
        assert RollUp.objects.get().told.wishes == "หลัง"
    with advised.here.speaks():
        assert [(sent.told.wishes, sent.stands) for sent in SentRollUp.objects.all()] == [("หลัง", True), ("แรก", False)]


def test_what_was_sent_stays_as_it_was_whatever_changes_later(asks, advised, year):
    client = asks()
    client.post(page_of(year), sent_form(client, advised, year))
    before = only_copy(advised).content
    with advised.here.speaks():
        sheet = confirmed(advised.here, "P1.xlsx")
        rounds.set_survey(acting=advised.acting(), found=year, survey=Survey.IIT, told={"least": 99})
        assert sheet.round != year
    assert only_copy(advised).content == before


def test_withdrawn_it_is_gone_and_the_agency_still_sees_what_it_had_sent(asks, advised, year):
    client = asks()
    client.post(page_of(year), sent_form(client, advised, year))
    with advised.here.speaks():
        sent = SentRollUp.objects.get()
    assert client.post(f"/office/advice/sent/{sent.pk}/withdraw/").status_code == 302
    assert only_copy(advised) is None
    page = client.get(f"/office/advice/sent/{sent.pk}/").content.decode()
    assert "78.16" in page
    assert "ยกเลิกเมื่อ" in page
    assert client.post(f"/office/advice/sent/{sent.pk}/withdraw/").status_code == 409
    assert {"advice.received", "advice.taken_back"} <= {line.action for line in lines_of(advised.there)}
    assert {"advice.submitted", "advice.withdrawn"} <= {line.action for line in lines_of(advised.here)}


def test_an_older_submission_that_was_replaced_takes_nothing_back(advised, year):
    made = []
    for _ in range(2):
        with advised.here.speaks():
            made.append(
                services.submit(
                    acting=advised.acting(), agency=advised.here.agency, adviser=advised.adviser, cycle=year, wishes=""
                )
            )
    with advised.here.speaks(), pytest.raises(Conflict):
        services.withdraw(acting=advised.acting(), sent=made[0])
    assert only_copy(advised).number == made[1].pk


def test_nothing_is_submitted_after_the_end(advised, year):
    with advised.here.speaks():
        services.end_as_advised(acting=advised.acting(Role.EXECUTIVE), adviser=advised.adviser)
        with pytest.raises(Conflict):
            services.submit(
                acting=advised.acting(), agency=advised.here.agency, adviser=advised.adviser, cycle=year, wishes=""
            )


def test_the_agency_sees_why_it_would_stand_on_the_help_list(asks, advised, year):
    client = asks()
    assert "ไม่อยู่ในรายการที่อาจต้องการความช่วยเหลือ" in client.get(page_of(year)).content.decode()
    with advised.here.speaks():
        window = {"closes": date(2025, 4, 1), "least": 30}
        rounds.set_survey(acting=advised.acting(), found=year, survey=Survey.IIT, told=window)
    page = client.get(page_of(year))
    assert page.context["reasons"] == ["IIT: ตอบแล้ว 0 คน จากอย่างน้อย 30 คน"]
    client.post(page_of(year), sent_form(client, advised, year, wishes="ขอคำแนะนำ"))
    with advised.here.speaks():
        sent = SentRollUp.objects.get()
    assert "ขอความช่วยเหลือ: ขอคำแนะนำ" in client.get(f"/office/advice/sent/{sent.pk}/").content.decode()


def test_without_an_adviser_the_page_says_so_and_takes_nothing(asks, here, year):
    client = asks()
    page = client.get(page_of(year))
    assert page.context["form"] is None
    assert "ยังส่งข้อมูลไม่ได้" in page.content.decode()
    client.post(page_of(year), {"adviser": 1, "wishes": "", "seen": "x"})
    with here.speaks():
        assert not SentRollUp.objects.exists()


def test_an_auditor_reads_and_does_not_submit(asks, advised, year):
    client = asks(Role.AUDITOR)
    assert client.get(page_of(year)).context["form"] is None
    client.post(page_of(year), {"adviser": advised.adviser.pk, "wishes": "", "seen": "x" * 64})
    assert only_copy(advised) is None


def test_the_own_scores_stand_beside_medians_of_five_or_more(asks, advised, year, submits):
    client = asks()
    client.post(page_of(year), sent_form(client, advised, year))
    for number in range(3):
        submits(number, told=told_of(score=f"{70 + number}.00"))
    reckon(advised.there)
    assert "น้อยกว่า 5 หน่วยงาน ไม่แสดง" in client.get(page_of(year)).content.decode()
    assert not client.get(page_of(year)).context["besides"][0].is_told
    submits(4, kind="subdistrict-municipality", told=told_of(score="90.00"))
    reckon(advised.there)
    (shown,) = client.get(page_of(year)).context["besides"]
    fourth = next(row for row in shown.rows if row.name.startswith("4 "))
    assert (fourth.own, fourth.everybody.median, fourth.everybody.of) == (Decimal("78.16"), "72.00", 5)
    assert fourth.kind is None  # only four of its own kind
    assert asks(Role.AUDITOR).get(page_of(year)).context["besides"] == ()


def test_a_draft_year_stands_beside_nothing(advised, here):
    with here.speaks():
        cycle = rounds.ensure_round(acting=advised.acting(), agency=here.agency, fiscal_year=2570)
        told = rolled_up(cycle, advised.acting(), DAY)
    assert told.is_draft
    with advised.here.speaks():
        crossing.deliver(advised.adviser, 1, told, timezone.now(), here.agency)
    reckon(advised.there)
    with here.speaks():
        assert crossing.medians_at(advised.adviser, 2570, "sao", own=here.agency.pk) == {"": {}, "sao": {}}


def test_a_record_of_another_shape_is_refused():
    with pytest.raises(ValueError, match="name_of_person"):
        told_of(name_of_person="นายสมมุติ")
    assert RollUpContent.model_validate_json(told_of(surveys=short_survey()).model_dump_json()) == told_of(
        surveys=short_survey()
    )
    assert told_of().fiscal_year == YEAR
