"""An office at ten in the morning of a Monday, its ways out, and its post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from cast import Office, make_twins
from fake_line import FakeLine, fake_line
from fake_mail import FakeMail, fake_mail
from moving_clock import Clock
from moving_clock import clock as moving_clock
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.models import LineAccount, LineLink, Preference
from prongsai.platform.notices.sending import send_due
from prongsai.platform.notices.services import notify

clock = moving_clock
MONDAY = datetime(2025, 3, 17, 10, 0)
SECRET, TOKEN = "0123456789abcdef0123456789abcdef", "token-of-the-office"


def set_clock(clock: Clock, moment: datetime) -> None:
    """Set the clock, in Bangkok time."""
    clock.move(seconds=(timezone.make_aware(moment) - clock.now()).total_seconds())


class Post:
    """What an office sends, and how its people wish it."""

    def __init__(self, office: Office, clock: Clock) -> None:
        self.office, self.clock = office, clock
        self.officer = office.accounts[Role.OFFICER]

    def acting(self, role: Role = Role.OFFICER) -> Acting:
        return acting_as(self.office.accounts[role])

    def wishes(self, role: Role = Role.OFFICER, *, by_mail: bool = True, **wishes: object) -> None:
        user = self.office.accounts[role]
        user.email = f"{role.value}@office.example"
        user.save()
        told = {"by_mail": by_mail, **wishes}
        Preference.objects.update_or_create(agency=self.office.agency, user=user, defaults=told)

    def links_line(self, role: Role = Role.OFFICER) -> None:
        LineLink.objects.create(agency=self.office.agency, user=self.office.accounts[role], line_user=f"U{role.value}")

    def tells(self, subject: str = "ประชุมชี้แจง", to: Role = Role.OFFICER, **told: object):
        told.setdefault("kind", "example.news")
        subject = "" if told["kind"] == "example.sealed" else subject
        return notify(to=self.office.accounts[to], subject=subject, by="test", **told)

    def goes_out(self) -> None:
        send_due(self.office.agency)

    def at(self, moment: datetime) -> None:
        set_clock(self.clock, moment)

    @property
    def letters(self) -> list[mail.EmailMessage]:
        return mail.outbox


@pytest.fixture
def twins(db, clock):
    set_clock(clock, MONDAY)
    return make_twins()


@pytest.fixture
def here(twins) -> Office:
    return twins[0]


@pytest.fixture
def post(here, clock, settings) -> Iterator[Post]:
    """The post of the office, which speaks; e-mail is on and goes into `letters`."""
    settings.MAIL_CONFIGURED = True
    with here.speaks():
        yield Post(here, clock)


@pytest.fixture
def line(settings) -> Iterator[FakeLine]:
    with fake_line() as server:
        settings.LINE_API = server.address
        yield server


@pytest.fixture
def line_on(line, here) -> LineAccount:
    """LINE, set up for the office."""
    with here.speaks():
        account = LineAccount(agency=here.agency, basic_id="@office", on=True)
        account.secret, account.token = SECRET, TOKEN
        account.save()
        return account


@pytest.fixture
def mail_server(settings) -> Iterator[FakeMail]:
    """A real mail server on loopback instead of the box of the test runner."""
    with fake_mail() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.6
        yield server


@pytest.fixture
def client_of(here):
    """Log somebody in."""

    def enter(role: Role = Role.OFFICER, office: Office | None = None, **options: object) -> Client:
        client = Client(**options)
        (office or here).enters(client, role)
        return client

    return enter
