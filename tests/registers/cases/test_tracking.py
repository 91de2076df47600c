"""A citizen hands something in, follows it by its code, answers; guessing is slowed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from deeds_on_cases import anew, does
from prongsai.platform.accounts.models import Attempts, Role
from prongsai.platform.notices.models import Notice
from prongsai.registers.cases import services
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.services.messages import MOST_A_DAY
from prongsai.registers.cases.tracking_code import LENGTH, LETTERS
from prongsai.registers.cases.views.public import CODES_FREE, REQUESTS_FREE

FORM = {"subject": "ไฟหน้าบ้านดับ", "body": "ดับมาสามวันแล้ว"}
WRONG = "ไม่พบเรื่องของรหัสนี้"


def at(name: str, office, **more) -> str:
    return reverse(name, kwargs={"code": office.agency.code, **more})


@pytest.fixture
def handed_in(here, asks):
    """A case that came by the web, and its code."""
    answer = asks(None).post(at("public-case-new", here, kind="general"), FORM)
    with here.speaks():
        return Case.objects.get(), answer.context["code"]


@pytest.fixture
def citizen(here, asks, handed_in):
    """A citizen who has opened the case."""
    client = asks(None)
    assert client.post(at("public-case-track", here), {"code": handed_in[1]}).status_code == 302
    return client


def shown(client, office) -> str:
    return client.get(at("public-case", office)).content.decode()


def test_a_request_from_the_web_needs_no_name_and_reaches_the_receiving_unit(here, handed_in):
    case, code = handed_in
    assert (case.channel, case.number, case.asker_name, case.recorded_by) == ("online", 1, "", "nobody")
    assert re.fullmatch(r"(\w{4}-){3}\w{4}", code)
    with here.speaks():
        assert anew(case).unit.name == "สำนักปลัด"
        notice = Notice.objects.get(kind="cases.news")
        assert "คำร้องทั่วไป 1/2568" in notice.subject
        assert "ไฟ" not in notice.subject + notice.words


def test_another_unit_receives_where_the_office_says_so(here, asks, acting):
    address = reverse("cases-front-desk")
    assert asks(Role.COORDINATOR).post(address, {"unit": here.units["กองคลัง"].pk}).status_code == 302
    asks(None).post(at("public-case-new", here, kind="question"), FORM)
    with here.speaks():
        assert Case.objects.get().unit_id == here.units["กองคลัง"].pk


def test_the_same_request_sent_twice_is_one_case_with_one_slip(here, asks):
    once = {"once": "0a7f0f0e-1111-4222-8333-444455556666"}
    address = at("public-case-new", here, kind="general")
    codes = [asks(None).post(address, FORM | once).context["code"] for _ in range(2)]
    assert codes[0] == codes[1]
    with here.speaks():
        assert Case.objects.count() == 1


def test_the_code_opens_the_case_however_it_is_typed(here, asks, handed_in):
    for typed in (handed_in[1], handed_in[1].lower().replace("-", " "), handed_in[1].replace("-", "–")):
        client = asks(None)
        assert client.post(at("public-case-track", here), {"code": typed}).status_code == 302
        assert FORM["subject"] in shown(client, here)


def test_the_address_of_the_square_code_opens_nothing_before_the_button_is_pressed(here, asks, handed_in):
    client = asks(None)
    page = client.get(at("public-case-track", here), {"code": handed_in[1]})
    assert handed_in[1] in page.content.decode()
    assert FORM["subject"] not in page.content.decode()
    assert (page["Referrer-Policy"], page["X-Robots-Tag"]) == ("strict-origin", "noindex")
    assert "no-store" in page["Cache-Control"]
    assert client.get(at("public-case", here)).status_code == 302


def test_a_case_is_shown_to_nobody_else(here, there, asks, citizen, handed_in):
    assert asks(None).get(at("public-case", here)).status_code == 302
    assert citizen.get(at("public-case", there)).status_code == 302
    answer = asks(None).post(at("public-case-track", there), {"code": handed_in[1]})
    assert WRONG in answer.content.decode()


def test_wrong_codes_are_answered_alike(here, asks, handed_in):
    code = handed_in[1].replace("-", "")
    last = LETTERS[(LETTERS.index(code[-1]) + 1) % len(LETTERS)]
    pages = []
    for typed in (code[:-1] + last, "A" * LENGTH, "2" * LENGTH, "x", "O" * LENGTH):
        answer = asks(None).post(at("public-case-track", here), {"code": typed})
        assert answer.status_code == 400
        page = re.sub(r'(csrfmiddlewaretoken" value|name="once" value)="[^"]*"', "", answer.content.decode())
        pages.append(page.replace(f'value="{typed}"', ""))
    assert len(set(pages)) == 1


def test_a_thousand_guesses_are_slowed_and_lock_nobody_else_out(here, asks, handed_in, citizen):
    guesser, address = asks(None), at("public-case-track", here)
    guesser.defaults["REMOTE_ADDR"] = "203.0.113.9"
    statuses = [guesser.post(address, {"code": f"{n:016}"}).status_code for n in range(1_000)]
    assert statuses[:CODES_FREE] == [400] * CODES_FREE
    assert set(statuses[CODES_FREE:]) == {429}
    assert int(guesser.post(address, {"code": handed_in[1]})["Retry-After"]) > 0
    assert FORM["subject"] in shown(citizen, here)  # who is in stays in
    other = asks(None)
    other.defaults["REMOTE_ADDR"] = "198.51.100.7"
    assert other.post(address, {"code": handed_in[1]}).status_code == 302


def test_who_waited_may_try_again_and_a_right_code_clears_the_count(here, asks, handed_in):
    client, address = asks(None), at("public-case-track", here)
    for n in range(CODES_FREE):
        client.post(address, {"code": f"{n:016}"})
    assert client.post(address, {"code": handed_in[1]}).status_code == 429
    for row in Attempts.objects.exclude(closed_until=None):
        row.closed_until -= timedelta(minutes=20)
        row.save()
    assert client.post(address, {"code": handed_in[1]}).status_code == 302
    assert asks(None).post(address, {"code": "2" * LENGTH}).status_code == 400


def test_a_flood_of_requests_from_one_place_is_slowed(here, asks):
    client, address = asks(None), at("public-case-new", here, kind="question")
    statuses = [client.post(address, FORM).status_code for _ in range(REQUESTS_FREE + 3)]
    assert statuses == [200] * REQUESTS_FREE + [429] * 3
    with here.speaks():
        assert Case.objects.count() == REQUESTS_FREE


def test_a_new_code_closes_the_old_one(here, asks, handed_in):
    case, old = handed_in
    new = asks().post(reverse("case-new-code", args=[case.pk])).context["code"]
    assert asks(None).post(at("public-case-track", here), {"code": old}).status_code == 400
    assert asks(None).post(at("public-case-track", here), {"code": new}).status_code == 302


def test_the_citizen_reads_state_result_and_messages_but_no_note_and_no_name_of_an_officer(
    here, asks, citizen, handed_in
):
    case, client = handed_in[0], asks(Role.UNIT_HEAD)
    does(client, case, "note", words="ระวังสุนัขหน้าบ้าน")
    does(client, case, "start")
    does(client, case, "write", words="ช่างจะไปวันพุธ")
    does(client, case, "finish", words="เปลี่ยนหลอดแล้ว")
    page = shown(citizen, here)
    assert "ช่างจะไปวันพุธ" in page
    assert "เปลี่ยนหลอดแล้ว" in page
    assert "ดำเนินการแล้วเสร็จ" in page
    assert "ระวังสุนัข" not in page
    assert str(here.people[Role.UNIT_HEAD]) not in page


def test_the_citizen_answers_with_words_and_papers_and_the_office_reads_them(here, asks, citizen, handed_in):
    case, client = handed_in[0], asks()
    does(client, case, "papers", words="ขอภาพถ่ายเสาไฟ")
    paper = SimpleUploadedFile("เสา.txt", "เสาต้นที่สาม".encode(), "text/plain")
    assert citizen.post(at("public-case", here), {"words": "ส่งแล้วครับ", "files": paper}).status_code == 302
    line = client.get(case.get_absolute_url()).context["lines"][0]
    assert (line.entry.words, line.is_of_applicant) == ("ส่งแล้วครับ", True)
    (stored,) = line.papers
    assert client.get(stored.get_absolute_url()).status_code == 200
    own = at("public-case-paper", here, file=stored.public_id)
    assert citizen.get(own).status_code == 200
    assert asks(None).get(own).headers["Location"] == at("public-case-track", here)


def test_a_paper_of_a_note_is_not_for_the_citizen(here, asks, citizen, handed_in):
    case, client = handed_in[0], asks()
    does(client, case, "note", words="ดูภาพ", files=SimpleUploadedFile("a.txt", b"inside", "text/plain"))
    (stored,) = client.get(case.get_absolute_url()).context["lines"][0].papers
    assert citizen.get(at("public-case-paper", here, file=stored.public_id)).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"words": " "}, {"words": "รหัส 2A7K-9MPQ-TWXY-3456"}])
def test_an_empty_message_or_one_with_a_code_is_not_taken(here, citizen, handed_in, sent):
    assert citizen.post(at("public-case", here), sent).status_code in (400, 422)
    with here.speaks():
        assert handed_in[0].entries.count() == 1


def test_after_the_end_nothing_more_is_taken(here, asks, citizen, handed_in):
    does(asks(), handed_in[0], "reject", words="ไม่ใช่เขตของเรา")
    assert citizen.post(at("public-case", here), {"words": "ทำไม"}).status_code == 409


def test_messages_of_one_day_have_a_bound(here, handed_in):
    with here.speaks():
        case = handed_in[0]
        for _ in range(MOST_A_DAY):
            services.answer_of_applicant(case=case, words="ถึงไหนแล้ว")
        with pytest.raises(Exception, match="ข้อความหลายครั้ง"):
            services.answer_of_applicant(case=case, words="ถึงไหนแล้ว")


def test_the_case_is_closed_on_this_machine_when_asked_and_by_itself(here, asks, citizen, handed_in):
    session = citizen.session
    session["visitor"]["case"][2] -= 1_801
    session.save()
    assert citizen.get(at("public-case", here)).status_code == 302
    other = asks(None)
    other.post(at("public-case-track", here), {"code": handed_in[1]})
    other.post(at("public-case-leave", here))
    assert other.get(at("public-case", here)).status_code == 302


@pytest.mark.parametrize("kept", ["x", [], {"case": "x"}, {"case": [1, 2]}, {"case": [1, "2", 3]}])
def test_a_strange_session_opens_nothing(here, asks, handed_in, kept):
    client = asks(None)
    client.post(at("public-case-track", here), {"code": handed_in[1]})
    session = client.session
    session["visitor"] = kept if isinstance(kept, dict) else {"case": kept}
    session.save()
    assert client.get(at("public-case", here)).status_code == 302


def test_kinds_that_are_not_for_the_web_and_closed_offices_are_not_there(here, asks):
    assert asks(None).get(at("public-case-new", here, kind="service")).status_code == 404
    assert asks(None).get(reverse("public-case-track", args=["nowhere"])).status_code == 404


def test_words_of_corruption_point_a_citizen_to_the_other_door(here, asks):
    answer = asks(None).post(at("public-case-new", here, kind="complaint"), {**FORM, "body": "ผู้ใหญ่บ้านเรียกรับเงิน"})
    assert "ช่องทางร้องเรียนการทุจริต" in answer.content.decode()
    with here.speaks():
        assert not Case.objects.exists()
