"""Taking a case in at the counter."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, transaction
from django.urls import reverse

from cast import make_office
from prongsai.platform.accounts.models import Role
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases import services
from prongsai.registers.cases.kinds import Asked, CaseKind, Kinds, kinds
from prongsai.registers.cases.models import Case, CaseCounter
from prongsai.registers.cases.sealed_number import unseal
from prongsai.registers.cases.services import Asker
from prongsai.registers.cases.services.numbering import next_number
from prongsai.registers.cases.states import CaseState, Channel
from prongsai.registers.cases.tracking_code import fits

FORM = {"subject": "ไฟส่องสว่างดับ", "channel": "counter", "received_on": "2025-03-17"}


def address(kind: str = "general") -> str:
    return f"{reverse('case-new')}?kind={kind}"


def only_case(office) -> Case:
    with office.speaks():
        return Case.objects.select_related("unit", "officer").get()


def test_what_an_officer_writes_down_gets_a_number_a_day_due_and_a_slip(here, asks):
    answer = asks().post(address(), {**FORM, "asker_name": "นางแก้ว ตัวอย่างเมตตา", "asker_phone": "๐๘๑-๒๓๔ ๕๖๗๘"})
    assert answer.status_code == 200
    case = only_case(here)
    assert (case.number, case.year, case.state, case.officer_id) == (1, 2568, "received", here.people[Role.OFFICER].pk)
    assert (case.limit_days, case.due) == (15, date(2025, 4, 8))  # 7 April replaces Chakri Day, which was a Sunday
    assert case.asker_phone == "0812345678"
    assert fits(answer.context["code"].replace("-", ""), case.code_hash)
    assert "data:image/svg" in answer.content.decode()


def test_the_same_form_sent_again_is_one_case_and_shows_the_same_slip(here, asks):
    client = asks()
    once = {"once": "0a7f0f0e-1111-4222-8333-444455556666"}
    codes = [client.post(address(), {**FORM, **once}).context["code"] for _ in range(3)]
    assert len(set(codes)) == 1
    assert only_case(here).number == 1
    other = client.post(address(), {**FORM, "once": "0a7f0f0e-1111-4222-8333-444455556667"}).context["code"]
    assert other not in codes


def test_a_slip_shown_again_after_a_new_code_was_given_shows_none(here, asks):
    client = asks()
    once = {"once": "0a7f0f0e-1111-4222-8333-444455556666"}
    client.post(address(), {**FORM, **once})
    assert client.post(reverse("case-new-code", args=[only_case(here).pk])).context["code"]
    assert client.post(address(), {**FORM, **once}).context["code"] == ""


def test_papers_missing_at_the_counter_are_told_at_once_and_the_clock_stands(here, asks):
    asks().post(address(), {**FORM, "lacking": "สำเนาทะเบียนบ้าน"})
    case = only_case(here)
    assert (case.state, case.waiting_since) == (CaseState.PAPERS_ASKED, date(2025, 3, 17))
    assert case.papers_asked_on is None  # one more time is left
    with here.speaks():
        assert [line.words for line in case.entries.for_applicant()] == ["", "สำเนาทะเบียนบ้าน"]


def test_an_earlier_day_is_marked_as_written_down_later_and_counts_for_the_clock(here, asks):
    client = asks()
    client.post(address(), {**FORM, "received_on": "2025-03-10", "channel": "telephone", "limit_days": "3"})
    case = only_case(here)
    assert (case.is_backdated, case.due) == (True, date(2025, 3, 13))
    assert "บันทึกย้อนหลัง" in client.get(case.get_absolute_url()).content.decode()


def test_a_colleague_for_whom_it_was_written_down_is_named(here, asks):
    head = here.people[Role.UNIT_HEAD]
    client = asks()
    client.post(address(), {**FORM, "recorded_for": head.pk, "channel": "line"})
    assert str(head) in client.get(only_case(here).get_absolute_url()).content.decode()


def test_what_comes_in_on_a_day_off_counts_from_the_next_working_day(here, received):
    with here.speaks():
        saturday = received(here, received_on=date(2025, 3, 15), limit_days=1).case
        monday = received(here, received_on=date(2025, 3, 17), limit_days=1).case
    assert saturday.due == monday.due == date(2025, 3, 18)


def test_a_citizen_number_is_sealed_and_found_in_no_column_and_no_search(here, asks):
    asks().post(address("service"), {**FORM, "service": "", "asker_citizen_id": "๐๑๐๐๐๐๐๐๐๐๐๑๘"})
    with here.speaks():
        assert not Case.objects.exists()  # a service must be chosen
    with here.speaks(), connection.cursor() as cursor:
        handed = services.HandedIn(
            kind="service", channel=Channel.COUNTER, subject="เบี้ย", unit=here.units["สำนักปลัด"],
            asker=Asker("แก้ว", citizen_id="0100000000018"),
        )  # fmt: skip
        case = services.receive(acting="test", agency=here.agency, told=handed).case
        assert unseal(case.asker_number) == "0100000000018"
        cursor.execute("SELECT cases_case::text FROM cases_case")
        assert "0100000000018" not in cursor.fetchone()[0]
        assert not Case.objects.saying("0100000000018").exists()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"received_on": "2025-03-18"}, "received_on"),
        ({"received_on": "31 กุมภาพันธ์ 2568"}, "received_on"),
        ({"received_on": "30 ก.พ. 67"}, "received_on"),
        ({"received_on": "2568-03-10"}, "received_on"),
        ({"subject": "\u200b"}, "subject"),
        ({"subject": "ก" * 201}, "subject"),
        ({"asker_phone": "12345678901234567890"}, "asker_phone"),
        ({"asker_name": "😀"}, "asker_name"),
        ({"limit_days": "1_0"}, "limit_days"),
        ({"limit_days": "-1"}, "limit_days"),
        ({"limit_days": "99999"}, "limit_days"),
        ({"channel": "online"}, "channel"),
        ({"channel": "pigeon"}, "channel"),
        ({"unit": "0"}, "unit"),
        ({"unit": "9e99"}, "unit"),
        ({"recorded_for": "-1"}, "recorded_for"),
        ({"body": "รหัสของฉัน 2A7K-9MPQ-TWXY-3456"}, "body"),
    ],
)
def test_what_cannot_be_right_is_refused_beside_its_box(here, asks, sent, field):
    answer = asks().post(address(), FORM | sent)
    assert answer.status_code in (400, 422)
    assert list(answer.context["form"].errors) == [field]
    with here.speaks():
        assert not Case.objects.exists()


@pytest.mark.parametrize("number", ["0100000000019", "010000000001", "01000000000180", "๐๑๐๐๐๐๐๐๐๐๐๑๙"])
def test_a_wrong_citizen_number_is_refused(asks, number):
    answer = asks().post(address("service"), {**FORM, "asker_citizen_id": number})
    assert "asker_citizen_id" in answer.context["form"].errors


def test_a_twenty_ninth_of_february_of_a_leap_year_is_a_day(here, asks):
    asks().post(address(), {**FORM, "received_on": "29 ก.พ. 2567"})
    assert only_case(here).received_on == date(2024, 2, 29)
    assert only_case(here).year == 2567


def test_fields_nobody_asked_for_are_ignored_and_a_box_sent_twice_is_refused(here, there, asks):
    client = asks()
    client.post(address(), {**FORM, "state": "finished", "agency": there.agency.pk, "number": 77, "closed_on": "x"})
    assert (only_case(here).state, only_case(here).number) == ("received", 1)
    assert client.post(address(), {**FORM, "subject": ["ก", "ข"]}).status_code == 400


def test_a_kind_that_needs_less_asks_for_less(asks):
    page = asks().get(address("question"))
    assert "asker_name" in page.context["form"].fields
    assert {"asker_contact", "asker_citizen_id"}.isdisjoint(page.context["form"].fields)
    assert asks().get(address("nothing")).status_code == 404


@pytest.mark.parametrize("words", ["เจ้าหน้าที่ทุจริต", "มีการเรียกรับเงิน", "จ่ายใต้โต๊ะ", "เรียกสินบน", "a bribe"])
def test_words_of_corruption_point_to_the_other_door_before_anything_is_stored(here, asks, words):
    client = asks()
    answer = client.post(address(), {**FORM, "subject": words})
    assert "not_corruption" in answer.context["form"].errors
    with here.speaks():
        assert not Case.objects.exists()
    assert client.post(address(), {**FORM, "subject": words, "not_corruption": "on"}).status_code == 200


def test_numbers_run_for_each_kind_and_year_without_a_gap(here, received):
    with here.speaks():
        told = [
            received(here, **more).case
            for more in ({}, {}, {"kind": "question"}, {"received_on": date(2024, 12, 30)}, {})
        ]
    assert [(case.kind, case.year, case.number) for case in told] == [
        ("general", 2568, 1), ("general", 2568, 2), ("question", 2568, 1), ("general", 2567, 1), ("general", 2568, 3),
    ]  # fmt: skip


def test_a_number_that_was_not_used_is_taken_by_the_next(here, received):
    with here.speaks():
        received(here)
        with pytest.raises(RuntimeError), transaction.atomic():
            received(here)
            raise RuntimeError
        assert received(here).case.number == 2


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_get_fifty_numbers():
    office = make_office("nongkrachang", "อบต.หนองกระจ่าง")

    def take(_turn: int) -> int:
        try:
            with transaction.atomic(), speaking(office.agency.pk, actor="test"):
                return next_number(office.agency.pk, "general", 2568)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(take, range(50))) == list(range(1, 51))
    with office.speaks():
        assert CaseCounter.objects.get().last == 50


def test_a_channel_that_the_kind_does_not_know_and_a_kind_of_no_room_are_refused(here, received, monkeypatch):
    only_paper = CaseKind("loan", "Loan", "lending", "duty", 5, channels=frozenset({Channel.PAPER}))
    monkeypatch.setitem(kinds._kinds, "loan", only_paper)
    with here.speaks():
        with pytest.raises(Conflict):
            received(here, kind="loan")
        assert received(here, kind="loan", channel=Channel.PAPER).case.kind_title == "Loan"
        with pytest.raises(ValueError, match="No room"):
            received(here, kind="nobody-knows")


def test_two_rooms_cannot_take_one_key():
    one = CaseKind("loan", "Loan", "lending", "duty", 5)
    known = Kinds([one])
    known.add(one)
    with pytest.raises(ValueError, match="Two kinds"):
        known.add(CaseKind("loan", "Other", "lending", "duty", 5, asks=frozenset(Asked)))
