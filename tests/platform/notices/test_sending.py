"""What is sent: once, together, by day, without a word of sensitive matters; and what is not sent any more."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.notices.channels.outcomes import NotAccepted
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import LineAccount, Rhythm, Sending, State
from prongsai.platform.notices.sending import claim, send_due
from prongsai.platform.notices.services import settle
from prongsai.platform.notices.services.settling import mark_done, mark_read

ADDRESS = "officer@office.example"


def states() -> list[str]:
    return list(Sending.objects.order_by("pk").values_list("state", flat=True))


def wake_ups() -> list[datetime]:
    """When the queue will look into the outbox."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT scheduled_at FROM procrastinate_jobs WHERE task_name LIKE %s AND status = 'todo' ORDER BY id",
            ["%send_notices"],
        )
        return [moment for (moment,) in cursor.fetchall()]


def test_a_letter_goes_to_who_wished_it_once(post, settings):
    settings.OWN_ADDRESS = "https://ita.example"
    post.wishes()
    notice = post.tells("ส่งภาพถ่าย", words="สามภาพ", due=date(2025, 3, 20), link=Link("example-talks"))
    post.goes_out()
    post.goes_out()
    (letter,) = post.letters
    assert letter.to == [ADDRESS]
    assert letter.subject == "[องค์การบริหารส่วนตำบลหนองกระจ่าง] ส่งภาพถ่าย"
    for words in ("สามภาพ", "ครบกำหนด: วันพฤหัสบดีที่ 20 มีนาคม 2568", "https://ita.example/office/example/"):
        assert words in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert str(Sending.objects.get().key) in letter.extra_headers["Message-ID"]
    assert states() == [State.SENT]
    assert notice.copies.get().read is None


def test_without_a_known_address_a_letter_says_where_to_look(post):
    post.wishes()
    post.tells(link=Link("example-talks"))
    post.goes_out()
    assert "โปรดเข้าสู่ระบบของหน่วยงาน แล้วเปิดหน้าแจ้งเตือน" in post.letters[0].body
    assert "http" not in post.letters[0].body


@pytest.mark.parametrize("switch", ["installation", "demonstration", "person", "address", "account", "kiosk"])
def test_nothing_is_put_out_where_a_way_is_shut(post, here, settings, switch):
    post.wishes()
    user = User.objects.get(pk=post.officer.pk)
    if switch == "installation":
        settings.MAIL_CONFIGURED = False
    elif switch == "demonstration":
        here.agency.demo_today = date(2025, 3, 17)
        here.agency.save()
    elif switch == "person":
        post.wishes(by_mail=False)
    elif switch == "address":
        User.objects.filter(pk=user.pk).update(email="")
    else:
        User.objects.filter(pk=user.pk).update(**{"is_active": False} if switch == "account" else {"is_kiosk": True})
    post.tells()
    assert states() == []
    assert wake_ups() == []


def test_the_address_of_the_person_serves_where_the_account_has_none(post, here):
    post.wishes()
    User.objects.filter(pk=post.officer.pk).update(email="")
    here.people[Role.OFFICER].email = "person@office.example"
    here.people[Role.OFFICER].save()
    post.tells()
    post.goes_out()
    assert post.letters[0].to == ["person@office.example"]


def test_of_a_sensitive_matter_a_letter_says_only_that_there_is_something_new(post, settings):
    settings.OWN_ADDRESS = "https://ita.example"
    post.wishes()
    post.tells(kind="example.sealed", link=Link("example-talk", {"talk_id": 77}), due=date(2025, 3, 20))
    post.goes_out()
    (letter,) = post.letters
    assert letter.subject.endswith("] มีเรื่องใหม่")
    assert "77" not in letter.body
    assert "20 มีนาคม" not in letter.body
    assert "https://ita.example/notices/" in letter.body


def test_what_waits_for_one_person_comes_in_one_letter(post):
    post.wishes()
    post.wishes(Role.AUDITOR)
    for number in range(3):
        post.tells(f"เรื่องที่ {number}")
    post.tells(kind="example.sealed")
    post.tells("ของผู้ตรวจสอบ", to=Role.AUDITOR)
    post.goes_out()
    by_reader = {letter.to[0]: letter for letter in post.letters}
    assert len(post.letters) == 2
    assert "มีแจ้งเตือน 4 เรื่อง" in by_reader[ADDRESS].subject
    assert "1. เรื่องที่ 0\n2. เรื่องที่ 1\n3. เรื่องที่ 2\nมีเรื่องใหม่ (1)" in by_reader[ADDRESS].body
    assert "ของผู้ตรวจสอบ" not in by_reader[ADDRESS].body


def test_a_long_list_is_cut_and_says_so(post):
    post.wishes()
    for number in range(33):
        post.tells(f"เรื่องที่ {number}")
    post.goes_out()
    assert "และอีก 3 เรื่อง" in post.letters[0].body


def test_at_night_it_waits_for_the_morning_and_the_queue_wakes_up_then(post):
    post.wishes()
    post.at(datetime(2025, 3, 17, 21))
    post.tells()
    morning = timezone.make_aware(datetime(2025, 3, 18, 7))
    assert wake_ups() == [morning]
    post.goes_out()
    assert post.letters == []
    post.at(datetime(2025, 3, 18, 7))
    post.goes_out()
    assert len(post.letters) == 1


def test_what_is_urgent_goes_out_at_night(post):
    post.wishes(rhythm=Rhythm.WEEKLY)
    post.at(datetime(2025, 3, 17, 23))
    post.tells("งดประชุม", kind="example.warning")
    post.goes_out()
    assert len(post.letters) == 1


def test_what_was_due_by_day_and_is_late_does_not_go_out_at_night(post):
    post.wishes()
    post.tells()
    post.at(datetime(2025, 3, 17, 22))
    post.goes_out()
    assert post.letters == []
    assert Sending.objects.get().not_before == timezone.make_aware(datetime(2025, 3, 18, 7))


@pytest.mark.faults
def test_after_three_days_off_everything_comes_in_one_letter(post):
    post.wishes()
    for day in (17, 18, 19):
        post.at(datetime(2025, 3, day, 10))
        post.tells(f"เรื่องของวันที่ {day}")
    post.at(datetime(2025, 3, 20, 10))
    post.goes_out()
    assert len(post.letters) == 1
    assert set(states()) == {State.SENT}


def test_a_daily_wish_gathers_until_the_morning(post):
    post.wishes(rhythm=Rhythm.DAILY)
    post.tells("หนึ่ง")
    post.at(datetime(2025, 3, 17, 15))
    post.tells("สอง")
    assert wake_ups() == [timezone.make_aware(datetime(2025, 3, 18, 8))]
    post.goes_out()
    assert post.letters == []
    post.at(datetime(2025, 3, 18, 8, 1))
    post.goes_out()
    assert "มีแจ้งเตือน 2 เรื่อง" in post.letters[0].subject


@pytest.mark.parametrize("deed", ["read", "done", "settled", "off", "wish"])
def test_what_is_not_needed_any_more_is_not_sent(post, here, deed):
    post.wishes(rhythm=Rhythm.DAILY)
    talk = Talk.objects.create(agency=here.agency, village="บ้านโนนงาม", happened=date(2025, 3, 3), listeners=0)
    kind = "example.news" if deed == "done" else "example.count_listeners"
    copy = post.tells(kind=kind, thing=talk.pk).copies.get()
    if deed == "read":
        mark_read(acting=post.acting(), copy=copy)
    elif deed == "done":
        mark_done(acting=post.acting(), copy=copy)
    elif deed == "settled":
        settle(kind=kind, thing=talk.pk, by="test")
        copy.refresh_from_db()
        assert copy.done is not None
    elif deed == "off":
        User.objects.filter(pk=post.officer.pk).update(is_active=False)
    else:
        post.wishes(by_mail=False)
    post.at(datetime(2025, 3, 18, 9))
    post.goes_out()
    assert post.letters == []
    assert states() == [State.DROPPED]


def test_what_the_room_says_is_done_is_not_sent_although_nobody_told_the_notices(post, here):
    post.wishes()
    talk = Talk.objects.create(agency=here.agency, village="บ้านโนนงาม", happened=date(2025, 3, 3), listeners=31)
    post.tells(kind="example.count_listeners", thing=talk.pk)
    post.goes_out()
    assert (post.letters, states()) == ([], [State.DROPPED])


class Broken:
    """A way whose server is down, or answers as told."""

    repeats_safely = False

    def __init__(self, *failures: Exception) -> None:
        self.failures, self.tries = list(failures), 0

    def addresses(self, users):
        return {user.pk: ADDRESS for user in users}

    def send(self, address, message, key):
        self.tries += 1
        if self.failures:
            raise self.failures.pop(0)


@pytest.fixture
def broken(monkeypatch):
    def install(*failures: Exception) -> Broken:
        sender = Broken(*failures)
        monkeypatch.setattr("prongsai.platform.notices.sending.senders_of", lambda agency: {"mail": sender})
        return sender

    return install


def test_while_the_server_is_down_it_is_tried_again_later_and_later_and_by_day(post, broken):
    post.wishes()
    post.tells()
    sender = broken(*(NotAccepted("server", stops_channel=True) for _ in range(9)))
    pauses = []
    for _ in range(9):
        sending = Sending.objects.get()
        post.at(timezone.localtime(sending.not_before).replace(tzinfo=None))
        post.goes_out()
        sending.refresh_from_db()
        pauses.append(sending.not_before - sending.changed)
        assert sending.state == State.WAITING
        assert 7 <= timezone.localtime(sending.not_before).hour < 20
    assert [pause.total_seconds() / 60 for pause in pauses[:5]] == [1, 5, 20, 60, 180]
    assert min(pauses[5:]) >= timedelta(hours=6)
    post.at(timezone.localtime(Sending.objects.get().not_before).replace(tzinfo=None))
    post.goes_out()
    assert sender.tries == 10
    assert states() == [State.SENT]


def test_after_seven_days_it_is_given_up_and_stays_on_the_page(post, broken):
    post.wishes()
    notice = post.tells()
    broken(*(NotAccepted("server", stops_channel=True) for _ in range(99)))
    begun = post.clock.now()
    while (sending := Sending.objects.get()).state == State.WAITING:
        post.at(timezone.localtime(sending.not_before).replace(tzinfo=None))
        post.goes_out()
    assert sending.state == State.GIVEN_UP
    assert timedelta(days=6) < post.clock.now() - begun <= timedelta(days=7)
    assert notice.copies.get().done is None


def test_a_server_that_is_down_is_asked_once_a_round_not_once_a_letter(post, broken):
    for role in (Role.OFFICER, Role.AUDITOR, Role.COORDINATOR):
        post.wishes(role)
        post.tells(to=role)
    sender = broken(NotAccepted("server", stops_channel=True))
    post.goes_out()
    assert sender.tries == 1
    assert states() == [State.WAITING] * 3
    (then,) = set(Sending.objects.values_list("not_before", flat=True))
    assert then - post.clock.now() < timedelta(minutes=1)
    post.goes_out()
    assert sender.tries == 1


def test_what_is_urgent_does_not_wait_with_the_others(post, broken):
    post.wishes()
    post.wishes(Role.AUDITOR)
    post.tells()
    post.tells("งดประชุม", kind="example.warning", to=Role.AUDITOR)
    broken(NotAccepted("server", stops_channel=True))
    post.goes_out()
    post.goes_out()
    assert Sending.objects.get(state=State.SENT).copy.notice.urgent


def test_one_address_that_is_refused_holds_nobody_up(post, broken):
    for role in (Role.OFFICER, Role.AUDITOR):
        post.wishes(role)
        post.tells(to=role)
    broken(NotAccepted("later"))
    post.goes_out()
    assert sorted(states()) == [State.SENT, State.WAITING]


def test_what_waited_goes_out_after_the_outage_in_one_letter(post, broken):
    post.wishes()
    post.tells("หนึ่ง")
    sender = broken(NotAccepted("server", stops_channel=True))
    post.goes_out()
    post.tells("สอง")
    post.at(datetime(2025, 3, 18, 9))
    post.goes_out()
    assert sender.tries == 2
    assert states() == [State.SENT, State.SENT]


def test_a_way_that_was_switched_off_meanwhile_waits_for_it(post, settings):
    post.wishes()
    post.tells()
    settings.MAIL_CONFIGURED = False
    post.goes_out()
    assert Sending.objects.get().trouble == "off"
    settings.MAIL_CONFIGURED = True
    post.at(datetime(2025, 3, 17, 11))
    post.goes_out()
    assert len(post.letters) == 1


def test_the_queue_comes_back_for_what_is_left(post):
    post.wishes()
    post.wishes(Role.AUDITOR, rhythm=Rhythm.DAILY)
    post.tells()
    post.tells(to=Role.AUDITOR)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    post.goes_out()
    assert wake_ups() == [timezone.make_aware(datetime(2025, 3, 18, 8))]


def test_with_an_empty_outbox_nobody_comes_back(post):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    post.goes_out()
    assert wake_ups() == []


def test_a_letter_whose_sender_died_is_not_sent_twice_and_somebody_is_told(post, here):
    post.wishes()
    post.tells()
    assert claim(here.agency) is not None
    post.at(datetime(2025, 3, 17, 10, 5))
    post.goes_out()
    assert states() == [State.SENDING]
    post.at(datetime(2025, 3, 17, 10, 15))
    post.goes_out()
    assert (post.letters, states()) == ([], [State.UNSURE])


def test_on_line_a_message_whose_sender_died_is_sent_again_with_its_key(post, here, line, line_on):
    post.links_line()
    post.tells()
    claimed = claim(here.agency)
    claimed.sender.send(claimed.address, claimed.message, claimed.key)
    post.at(datetime(2025, 3, 17, 10, 15))
    post.goes_out()
    assert [told["status"] for told in line.asked] == [200, 409]
    assert (len(line.texts), states()) == (1, [State.SENT])


def test_on_line_an_answer_that_was_lost_shows_the_message_once(post, line, line_on):
    post.links_line()
    post.tells("หนึ่ง")
    line.answers = [599]
    post.goes_out()
    assert states() == [State.WAITING]
    post.tells("สอง")
    post.at(datetime(2025, 3, 17, 10, 30))
    post.goes_out()
    assert [told["status"] for told in line.asked] == [599, 409, 200]
    assert "สอง" in line.texts[0]
    assert "หนึ่ง" not in line.texts[0]
    assert states() == [State.SENT, State.SENT]


def test_on_line_the_message_goes_to_the_linked_one_with_the_token_of_the_office(post, line, line_on):
    post.links_line()
    post.tells("ประชุมชี้แจง")
    post.goes_out()
    (told,) = line.asked
    assert told["path"] == "/v2/bot/message/push"
    assert told["body"]["to"] == "Uofficer"
    assert told["headers"]["Authorization"] == "Bearer token-of-the-office"
    assert told["headers"]["X-Line-Retry-Key"] == str(Sending.objects.get().key)
    assert "ประชุมชี้แจง" in line.texts[0]


def test_who_does_not_wish_line_is_left_alone(post, line, line_on):
    post.links_line()
    post.wishes(by_mail=False, by_line=False)
    post.tells()
    post.goes_out()
    assert line.asked == []


def test_secrets_of_line_are_unreadable_in_the_database_and_in_what_python_shows(post, line_on):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_secret || sealed_token FROM notices_lineaccount")
        ((kept,),) = cursor.fetchall()
    assert "token-of-the-office" not in kept
    assert "0123456789abcdef" not in kept
    assert LineAccount.objects.get().token == "token-of-the-office"


def test_with_a_lost_key_line_is_off_and_nothing_breaks(post, line, line_on, settings):
    post.links_line()
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", []
    post.tells()
    post.goes_out()
    assert (line.asked, states()) == ([], [])


def test_the_other_agency_sends_nothing_of_ours(post, twins):
    post.wishes()
    post.tells()
    with twins[1].speaks():
        send_due(twins[1].agency)
    assert post.letters == []
