"""A code by e-mail, where there is an address and a mail server."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from prongsai.platform.accounts.models import PassphraseCode, Role, User
from prongsai.platform.entrance import tasks
from prongsai.platform.modules import registry
from prongsai.platform.modules.removal import remove_expired

NEW = "ต้นมะขามหลังโรงเรียนเก่า"


@pytest.fixture
def officer(here, settings):
    settings.MAIL_CONFIGURED = True
    user = here.accounts[Role.OFFICER]
    user.email = "suda@nongkrachang.example"
    user.save()
    return user


def ask(name="officer"):
    return Client().post("/account/forgotten/", {"agency_code": "nongkrachang", "login_name": name})


def test_the_page_that_asks_sends_nothing_itself(officer, mailoutbox):
    ask()
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs")
        ((task, told),) = cursor.fetchall()
    assert task.endswith("send_code")
    assert json.loads(told) == {"agency": officer.agency_id, "user": officer.pk}
    assert mailoutbox == []
    assert not PassphraseCode.objects.exists()


def test_the_job_sends_a_code_that_works(officer, mailoutbox, here):
    with here.speaks():
        tasks.send_code(agency=officer.agency_id, user=officer.pk)
    (letter,) = mailoutbox
    assert letter.to == ["suda@nongkrachang.example"]
    code = re.search(r"\d{4} \d{4} \d{4} \d{4}", letter.body)[0]
    told = {"agency_code": "nongkrachang", "login_name": "officer", "code": code, "passphrase": NEW, "again": NEW}
    assert Client().post("/account/code/", told).status_code == 302


def test_a_mailbox_gets_three_a_day_and_the_last_stays_good(officer, mailoutbox, here):
    with here.speaks():
        for _ in range(5):
            tasks.send_code(agency=officer.agency_id, user=officer.pk)
        assert len(mailoutbox) == 3
        assert PassphraseCode.objects.usable().filter(user=officer).count() == 1
        PassphraseCode.objects.update(asked=timezone.now() - timedelta(hours=24))
        tasks.send_code(agency=officer.agency_id, user=officer.pk)
    assert len(mailoutbox) == 4


def test_an_account_without_an_address_waits_for_a_person(officer, mailoutbox):
    ask("unit_head")
    assert PassphraseCode.objects.get().user.login_name == "unit_head"


def test_without_a_mail_server_a_person_helps(officer, settings):
    settings.MAIL_CONFIGURED = False
    ask()
    assert PassphraseCode.objects.get().user == officer


def test_the_answer_is_the_same_in_all_cases(officer, plain):
    assert plain(ask("officer").content) == plain(ask("unit_head").content) == plain(ask("nobody").content)


def test_an_account_that_was_switched_off_meanwhile_gets_nothing(officer, mailoutbox, here):
    User.objects.filter(pk=officer.pk).update(is_active=False)
    with here.speaks():
        tasks.send_code(agency=officer.agency_id, user=officer.pk)
    assert mailoutbox == []


def test_a_job_of_one_agency_does_not_write_to_anothers_people(officer, mailoutbox, there):
    with there.speaks():
        tasks.send_code(agency=there.agency.pk, user=officer.pk)
    assert mailoutbox == []


def test_who_runs_the_installation_gets_one_too(db, mailoutbox):
    root = User.objects.create_account("root", agency=None, email="root@host.example")
    tasks.send_installation_code(user=root.pk)
    assert mailoutbox[0].to == ["root@host.example"]


def test_what_is_old_is_forgotten_each_night(log_in, clock, here):
    log_in(Client(), "officer")
    ask("unit_head")
    clock.move(days=31)
    with here.speaks():
        remove_expired(registry, timezone.now())
    assert not PassphraseCode.objects.exists()
    assert not here.accounts[Role.OFFICER].sessions.exists()
