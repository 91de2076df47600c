"""What a browser never sends is refused at the door, and nothing is written."""

import logging

import pytest
from django.test import Client

from cast import make_twins
from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.models import Role

PAGE = "/office/example/"
FORM = {"village": "บ้านโนนงาม", "happened": "2025-03-03", "listeners": "40"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def twins():
    return make_twins()


@pytest.fixture
def officer(twins):
    client = Client()
    client.force_login(twins[0].accounts[Role.OFFICER])
    return client


def talks(office):
    with office.speaks():
        return list(Talk.objects.all())


def test_a_field_sent_twice_is_400(twins, officer):
    assert officer.post(PAGE, {**FORM, "village": ["ก", "ข"]}).status_code == 400
    assert talks(twins[0]) == []


def test_ten_thousand_fields_are_400(twins, officer):
    assert officer.post(PAGE, {**FORM, **{f"f{n}": "1" for n in range(10_000)}}).status_code == 400
    assert talks(twins[0]) == []


def test_what_nobody_asked_for_is_ignored_and_logged_without_its_value(twins, officer, caplog):
    here, there = twins
    with caplog.at_level(logging.WARNING):
        sent = {**FORM, "agency_id": there.agency.pk, "role": "admin", "status": "approved"}
        assert officer.post(PAGE, sent).status_code == 302
    assert [talk.agency_id for talk in talks(here)] == [here.agency.pk]
    assert talks(there) == []
    assert "agency_id, role, status" in caplog.text
    assert "approved" not in caplog.text


@pytest.mark.parametrize("kind", ["application/json", "text/xml", "text/plain", "application/octet-stream"])
def test_a_foreign_type_of_content_is_415(twins, officer, kind):
    assert officer.post(PAGE, b'{"village": "x"}', content_type=kind).status_code == 415
    assert talks(twins[0]) == []


def test_a_post_without_its_token_is_403(twins):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(twins[0].accounts[Role.OFFICER])
    assert strict.post(PAGE, FORM).status_code == 403
    assert talks(twins[0]) == []


def test_a_change_by_get_is_not_taken(twins, officer):
    assert officer.get(PAGE, FORM).status_code == 200
    assert talks(twins[0]) == []


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_other_methods_are_405(officer, method):
    assert officer.generic(method, PAGE).status_code == 405


@pytest.mark.parametrize("host", ["evil.example", "thachaemchan.example", "127.0.0.1:port", "a b"])
def test_the_host_of_somebody_else_is_400(officer, host):
    assert officer.get(PAGE, headers={"host": host}).status_code == 400


@pytest.mark.parametrize("address", [f"{PAGE}%00", f"{PAGE}?page=%00", "/link/?key=%00.x"])
def test_a_nul_in_the_address_is_400(officer, address):
    assert officer.get(address).status_code == 400


@pytest.mark.parametrize("length", ["abc", "-1", "1e9"])
def test_a_broken_length_is_400(officer, length):
    sent = {"content_type": "application/json", "CONTENT_LENGTH": length}
    assert officer.post("/line/webhook/nongkrachang", b"{}", **sent).status_code == 400


@pytest.mark.parametrize(
    "wrong", ["0", "-1", "9e99", "1;2", "6b1f4c3e-8d5e-4a53-9f43-0f6a5d3b2c11", "99999999999999999999999"]
)
def test_an_address_that_names_nothing_is_404_with_one_body(officer, wrong):
    nothing = officer.get(f"{PAGE}{2**40}/")
    answer = officer.get(f"{PAGE}{wrong}/")
    assert (nothing.status_code, answer.status_code) == (404, 404)
    assert answer.content == nothing.content
