"""Each URL is decided for everybody: nobody, each role, the twin agency's people, things that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from http.cookies import SimpleCookie
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import transaction
from django.test import Client
from entries import EVERYBODY, METHODS, Entry, guards_of, patterns, read_entries, view_of
from objects import MAKERS, NOWHERE

from cast import Office, make_twins
from prongsai.platform.accounts import proved
from prongsai.platform.accounts.models import Role

ENTRIES = read_entries()
each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=str)
OF_AN_OBJECT = pytest.mark.parametrize("entry", [e for e in ENTRIES if e.object and e.roles != EVERYBODY], ids=str)
GUARDED = pytest.mark.parametrize("entry", [e for e in ENTRIES if isinstance(e.roles, frozenset)], ids=str)
TOKENS = re.compile(r'(csrfmiddlewaretoken" value=")[^"]*')


@dataclass
class Stage:
    """The twin agencies, the arguments of each object in both, and who has logged in."""

    here: Office
    there: Office
    entered: dict[tuple[str, Role], SimpleCookie]

    def arguments(self, entry: Entry, office: Office) -> dict[str, object]:
        if not entry.object:
            return {}
        with office.speaks():
            return dict(MAKERS[entry.object](office))

    def client(self, office: Office, role: Role | None) -> Client:
        client = Client(raise_request_exception=True)
        if role:
            client.cookies = SimpleCookie({name: m.value for name, m in self.entered[office.agency.code, role].items()})
        return client


@pytest.fixture(scope="module")
def twins(django_db_setup, django_db_blocker):
    """The twin agencies, made once, all logged in; each test undoes what it does, and at the end they go."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(proved, "FOR", timedelta(days=1))  # the log-in of the first test does for the last
        here, there = make_twins()
        yield here, there, {(o.agency.code, role): entered(o, role) for o in (here, there) for role in o.accounts}
        transaction.set_rollback(True)


def entered(office: Office, role: Role) -> SimpleCookie:
    client = Client()
    office.enters(client, role)
    return client.cookies


@pytest.fixture
def stage(twins, db):
    here, there, entered = twins
    return Stage(*deepcopy((here, there)), entered)  # what a maker writes down in an office goes with its rows


def ask(client: Client, method: str, address: str) -> object:
    return client.generic(method, address)


def is_refusal(response) -> bool:
    """Say whether the door stayed shut: 404, or the way to the log-in page."""
    return response.status_code == 404 or (response.status_code == 302 and "next=" in response.headers["Location"])


def words_of(response) -> str:
    """Give what is told, also inside a workbook or a Word file."""
    content = response.getvalue()
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    return content.decode(errors="replace")


def first_method(entry: Entry) -> str:
    return "GET" if "GET" in entry.methods else sorted(entry.methods)[0]


def wrong_answers(stage: Stage, entry: Entry) -> Iterator[str]:
    """Ask as everybody, those who are kept out first; tell who was let in or kept out wrongly."""
    address = entry.address(stage.arguments(entry, stage.here))
    for role in sorted((None, *Role), key=entry.allows):
        response = ask(stage.client(stage.here, role), first_method(entry), address)
        if is_refusal(response) == entry.allows(role) or response.status_code >= 500:
            yield f"{role or 'nobody'}: {response.status_code}"


def test_every_url_has_an_entry_and_every_entry_a_url():
    named = [pattern.name for pattern in patterns()]
    assert None not in named
    assert sorted(entry.url for entry in ENTRIES) == sorted(set(named))


@pytest.mark.parametrize("pattern", list(patterns()), ids=lambda pattern: pattern.name)
def test_a_view_says_who_may_ask_for_it(pattern):
    entry = next(entry for entry in ENTRIES if entry.url == pattern.name)
    guards = guards_of(pattern.callback)
    if isinstance(entry.roles, frozenset):
        assert {guard.allowed_roles for guard in guards} == {entry.roles}
    else:
        assert all(guard.allowed_roles is None for guard in guards)


@each_entry
def test_each_role_gets_in_where_it_may_and_nowhere_else(stage, entry):
    assert list(wrong_answers(stage, entry)) == []


@GUARDED
def test_taking_the_permission_line_away_is_noticed(stage, entry, monkeypatch):
    for guard in guards_of(view_of(entry.url)):
        monkeypatch.setattr(guard, "allowed_roles", frozenset(Role))
    assert any(wrong_answers(stage, entry)) or entry.roles == frozenset(Role)


@each_entry
def test_other_methods_are_refused(stage, entry):
    address = entry.address(stage.arguments(entry, stage.here))
    role = next((role for role in Role if entry.allows(role)), None)
    client = stage.client(stage.here, role)
    answers = {method: ask(client, method, address).status_code for method in METHODS}
    assert {method for method, status in answers.items() if status != 405} - {"OPTIONS"} <= entry.methods


@OF_AN_OBJECT
def test_anothers_thing_and_a_thing_that_is_not_there_are_refused_alike(stage, entry):
    theirs = entry.address(stage.arguments(entry, stage.there))
    nothing = entry.address({name: NOWHERE[name] for name in stage.arguments(entry, stage.there)})
    for role in (role for role in Role if entry.allows(role)):
        client = stage.client(stage.here, role)
        answers = [ask(client, first_method(entry), address) for address in (theirs, nothing)]
        assert [answer.status_code for answer in answers] == [404, 404]
        bodies = [TOKENS.sub(r"\1", answer.content.decode()) for answer in answers]
        assert bodies[0] == bodies[1]
        assert answers[0].headers.items() == answers[1].headers.items()


@each_entry
def test_no_page_tells_a_word_of_the_other_agency(stage, entry):
    if not isinstance(entry.roles, frozenset):
        pytest.skip("the page of an agency for everybody is a matter of its own test")
    stage.arguments(entry, stage.there)
    address = entry.address(stage.arguments(entry, stage.here))
    for role in (role for role in Role if entry.allows(role)):
        told = words_of(ask(stage.client(stage.here, role), first_method(entry), address))
        assert stage.there.canary not in told
