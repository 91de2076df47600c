"""Two who send at once, a real worker, and pages beside a mail server that hangs."""

from __future__ import annotations

import threading
import time

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from cast import make_office
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.models import Preference, Sending, State
from prongsai.platform.notices.sending import send_due
from prongsai.platform.notices.services import notify
from prongsai.platform.tenancy.speaker import speaking

pytestmark = pytest.mark.faults
READERS = (Role.OFFICER, Role.AUDITOR, Role.COORDINATOR, Role.EXECUTIVE, Role.UNIT_HEAD)


@pytest.fixture
def office(transactional_db, settings, monkeypatch):
    """An office whose people wish e-mail; what is told is urgent, so that the hour of the test does not matter."""
    settings.MAIL_CONFIGURED = True
    with connection.cursor() as cursor:
        for table in ("periodic_defers", "events", "jobs", "workers"):
            cursor.execute(f"DELETE FROM procrastinate_{table}")
    office = make_office("nongkrachang", "องค์การบริหารส่วนตำบลหนองกระจ่าง")
    with office.speaks():
        for role in READERS:
            user = office.accounts[role]
            user.email = f"{role.value}@office.example"
            user.save()
            Preference.objects.create(agency=office.agency, user=user, by_mail=True)
    return office


def tell_all(office) -> None:
    with office.speaks():
        for role in READERS:
            notify(to=office.accounts[role], kind="example.warning", subject="งดประชุม", by="test")


def run_worker(monkeypatch) -> None:
    """Run a real worker until no job is due; it begins no periodic work."""
    with monkeypatch.context() as meanwhile, app.replace_connector(app.connector.get_worker_connector()):
        meanwhile.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
        meanwhile.setattr(app.periodic_registry, "periodic_tasks", {})
        app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def states(office) -> set[str]:
    with office.speaks():
        return set(Sending.objects.values_list("state", flat=True))


def test_many_senders_at_once_send_each_letter_once(office):
    tell_all(office)
    agency = Agency.objects.get(pk=office.agency.pk)
    together = threading.Barrier(4)

    def send() -> None:
        together.wait()
        try:
            with speaking(agency.pk, actor="job:1"):
                send_due(agency)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(f"{role.value}@office.example" for role in READERS)
    assert states(office) == {State.SENT}


def test_the_worker_sends_what_was_told_and_holds_no_transaction_meanwhile(office, monkeypatch):
    held = []
    sender = "prongsai.platform.notices.channels.mail.MailSender.send"
    monkeypatch.setattr(sender, lambda self, address, message, key: held.append(connection.in_atomic_block))
    tell_all(office)
    run_worker(monkeypatch)
    assert held == [False] * len(READERS)
    assert states(office) == {State.SENT}


def test_what_is_rolled_back_is_never_sent(office, monkeypatch):
    with pytest.raises(KeyError), office.speaks():
        notify(to=office.accounts[Role.OFFICER], kind="example.warning", subject="งดประชุม", by="test")
        raise KeyError
    run_worker(monkeypatch)
    assert mail.outbox == []


def test_pages_do_not_wait_for_a_mail_server_that_hangs(office, mail_server, client_of_office, monkeypatch):
    mail_server.mood = "hangs"
    client = client_of_office
    began = time.monotonic()
    tell_all(office)
    assert client.get(reverse("notices")).status_code == 200
    assert time.monotonic() - began < 5  # five notices and a page on a busy machine; the server never answers
    assert mail_server.callers == 0
    began = time.monotonic()
    run_worker(monkeypatch)
    assert time.monotonic() - began < 8
    assert mail_server.callers == 1
    assert states(office) == {State.WAITING}
    with office.speaks():
        assert Sending.objects.filter(tries=1, trouble="server").count() == 1
        Sending.objects.update(not_before=timezone.now())
    mail_server.mood = "takes"
    with speaking(office.agency.pk, actor="job:1"):
        send_due(office.agency)
    assert len(mail_server.letters) == len(READERS)


@pytest.fixture
def client_of_office(office, client):
    office.enters(client, Role.OFFICER)
    return client
