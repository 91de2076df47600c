"""F1, F9, F11, F23 for what units report and prove: killed in the middle, sent at once, crossed."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from cast import make_office
from photographs import jpeg
from prongsai.office.evidence import services
from prongsai.office.evidence.models import Proof, ProofState, StepTurn, TurnState
from prongsai.office.evidence.services import Reported
from prongsai.office.evidence.views import turns
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import store
from prongsai.platform.files.services import made_here
from prongsai.platform.web import retry
from running_plan import begin_plan

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
MOST_STATEMENTS = 400


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_FOLDER, settings.FILES_ARRIVING = tmp_path / "files", tmp_path / "arriving"
    settings.FILES_KEEP_FREE = 0
    store.cache_clear()
    yield
    store.cache_clear()


@pytest.fixture
def office(transactional_db):
    office = make_office("nongkrachang", "อบต.หนองกระจ่าง")
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    return office


@pytest.fixture
def turn(office) -> StepTurn:
    with office.speaks():
        return begin_plan(office).turn("จัดทำ")


def enters(office, role: Role) -> Client:
    client = Client(headers={"accept-language": "th"})
    office.enters(client, role)
    return client


def report(office, turn) -> None:
    told = Reported(result="ติดป้าย 5 จุด", files=[made_here(jpeg(), "ป้าย.jpg", Kind.JPEG)])
    with office.speaks():
        services.report_done(acting=acting_as(office.accounts[Role.OFFICER]), turn=turn, told=told)


def stands(office, turn) -> tuple[str, int, int]:
    with office.speaks():
        return StepTurn.objects.get(pk=turn.pk).state, Proof.objects.count(), FileVersion.objects.count()


def killed_before_statement(office, turn, number: int) -> bool:
    """Report in a process of its own that dies before its n-th statement; say whether it died."""
    child = os.fork()
    if child == 0:
        inherited = connection.connection  # kept: to close it would end the session of the parent
        connection.connection = None
        left = [number]

        def die(execute, sql, parameters, many, context):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(sql, parameters, many, context)

        with connection.execute_wrapper(die):
            report(office, turn)
        os._exit(0 if inherited is not None else 1)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def test_killed_anywhere_a_report_is_there_whole_or_not_at_all(office, turn, rounds):
    step = max(1, 24 // rounds)
    connection.ensure_connection()
    number, killed = 1, 0
    while number < MOST_STATEMENTS and killed_before_statement(office, turn, number):
        assert stands(office, turn) == (TurnState.OPEN, 0, 0)
        number, killed = number + step, killed + 1
    assert killed >= 3
    assert stands(office, turn) == (TurnState.DONE, 1, 1)  # the one that was not killed


def test_a_child_that_dies_over_a_file_leaves_nothing_and_the_form_says_so(office, turn, monkeypatch):
    monkeypatch.setattr("prongsai.platform.files.limited.CHILD", "os")  # a program that ends without an answer
    sent = {"result": "ติดป้าย 5 จุด", "files": SimpleUploadedFile("ป้าย.jpg", jpeg(), content_type="image/jpeg")}
    answer = enters(office, Role.OFFICER).post(turn.get_absolute_url(), sent)
    assert answer.status_code == 422
    assert "ป้าย.jpg" in str(answer.context["form"].errors["files"])
    assert stands(office, turn) == (TurnState.OPEN, 0, 0)


def test_a_report_sent_many_times_at_once_is_one(office, turn):
    first = enters(office, Role.OFFICER)
    sent = {"result": "ติดป้าย 5 จุด", "document_number": "12/2568", "once": uuid4()}

    def post(_):
        client = Client()
        client.cookies = first.cookies
        try:
            return client.post(turn.get_absolute_url(), sent).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(post, range(18))) == {302}
    assert stands(office, turn)[:2] == (TurnState.DONE, 1)


def test_two_who_report_the_same_step_at_once_leave_one_report(office, turn):
    clients = [enters(office, role) for role in (Role.OFFICER, Role.UNIT_HEAD)] * 3

    def post(client):
        try:
            return client.post(turn.get_absolute_url(), {"result": "ติดป้าย", "document_number": "1"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        answers = sorted(pool.map(post, clients))
    assert answers == [302, 409, 409, 409, 409, 409]
    assert stands(office, turn)[:2] == (TurnState.DONE, 1)


def test_accepted_and_returned_at_once_one_of_the_two_holds(office, turn):
    report(office, turn)
    with office.speaks():
        proof = Proof.objects.get()
    accept, back = reverse("proof-accept", args=[proof.pk]), reverse("proof-return", args=[proof.pk])
    deeds = [(enters(office, Role.COORDINATOR), accept, {}), (enters(office, Role.EXECUTIVE), accept, {}),
             (enters(office, Role.UNIT_HEAD), back, {"because": "ไม่ชัด"})]  # fmt: skip

    def post(deed):
        client, address, sent = deed
        try:
            return client.post(address, sent).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        answers = sorted(pool.map(post, deeds))
    assert answers in ([302, 302, 409], [302, 409, 409])  # what was accepted may still be returned, never the reverse
    with office.speaks():
        found = Proof.objects.get()
        assert found.state in (ProofState.ACCEPTED, ProofState.RETURNED)
        assert bool(found.returned_because) == (found.state == ProofState.RETURNED)


class LostError(Exception):
    """What the server tells of a deed broken off for another's sake."""

    sqlstate = "40P01"


@pytest.mark.parametrize(("times", "status", "left"), [(3, 302, TurnState.DONE), (99, 409, TurnState.OPEN)])
def test_a_report_that_loses_to_a_deadlock_is_tried_three_times_more(office, turn, monkeypatch, times, status, left):
    monkeypatch.setattr(retry, "PAUSES", (0, 0, 0))
    tries, report_done = [], services.report_done

    def lose(**told):
        made = report_done(**told)
        tries.append(made)
        if len(tries) <= times:
            raise OperationalError("lost") from LostError()
        return made

    monkeypatch.setitem(turns.DEEDS, "done", lose)
    sent = {"result": "ติดป้าย 5 จุด", "document_number": "12/2568"}
    assert enters(office, Role.OFFICER).post(turn.get_absolute_url(), sent).status_code == status
    assert len(tries) == 4
    assert stands(office, turn)[:2] == (left, int(left == TurnState.DONE))
