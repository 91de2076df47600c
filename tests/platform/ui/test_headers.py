"""What every answer tells the browser."""

import re

import pytest

from cast import make_office
from prongsai.platform.accounts.models import Role

pytestmark = pytest.mark.django_db  # each request is a transaction


def test_no_page_may_run_or_load_anything_foreign(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    told = {part.split()[0]: set(part.split()[1:]) for part in policy.split(";")}
    assert told.pop("img-src") == {"'self'", "data:"}
    assert told.pop("require-trusted-types-for") == {"'script'"}
    assert told.pop("trusted-types") == {"default"}
    assert {word for words in told.values() for word in words} == {"'self'", "'none'"}
    assert told["default-src"] == told["frame-ancestors"] == told["base-uri"] == told["object-src"] == {"'none'"}


def test_pages_stand_alone_and_ask_for_no_device(client):
    answer = client.get("/")
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "Server" not in answer.headers


def test_a_public_page_may_be_kept_and_asks_for_no_session(client, django_assert_num_queries, db):
    with django_assert_num_queries(2):  # the transaction around the view, and nothing in it
        answer = client.get("/")
    assert "Cache-Control" not in answer.headers
    assert not answer.cookies


def test_a_page_of_staff_is_never_kept_by_a_shared_computer(client, db):
    office = make_office("nongkrachang", "อบต.หนองกระจ่าง")
    office.enters(client, Role.OFFICER)
    assert client.get("/design/").headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_what_another_sites_page_sends_is_refused(client, site, method):
    answer = getattr(client, method)("/display/", headers={"sec-fetch-site": site})
    assert answer.status_code == 403


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_what_our_own_page_sends_is_taken(client, site):
    assert client.post("/display/", headers={"sec-fetch-site": site}).status_code == 302


def test_a_link_from_another_site_opens_a_page(client):
    assert client.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


def test_the_language_of_the_page_is_told(client):
    answer = client.get("/")
    assert answer.headers["Content-Language"] == "th"
    assert re.search(r'<html lang="th"', answer.content.decode())
