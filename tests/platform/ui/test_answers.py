"""When a request cannot be answered, a plain page says what happened and what to do."""

import errno
import logging
import sys
import types

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.template import TemplateSyntaxError
from django.test import Client, RequestFactory
from django.urls import include, path

from cast import make_office
from prongsai.platform.accounts.access import for_everybody
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui import answers, refusals
from prongsai.platform.ui.refusals import PAGES, Conflict, NoSpace, TooLarge, TooMany, Unavailable

SECRET = "ความลับในระบบ"


def database_fault(kind, cause):
    fault = kind(SECRET)
    fault.__cause__ = cause
    return fault


FAULTS = {
    "conflict": (Conflict("มีผู้อนุมัติแล้ว"), 409),
    "large": (TooLarge(), 413),
    "many": (TooMany(retry_after=7), 429),
    "unavailable": (Unavailable(), 503),
    "space": (NoSpace(), 507),
    "disk": (OSError(errno.ENOSPC, SECRET), 507),
    "database-disk": (database_fault(OperationalError, psycopg.errors.DiskFull()), 507),
    "database-gone": (database_fault(OperationalError, psycopg.OperationalError()), 503),
    "database-stops": (database_fault(OperationalError, psycopg.errors.AdminShutdown()), 503),
    "database-full": (database_fault(OperationalError, psycopg.errors.TooManyConnections()), 503),
    "database-slow": (database_fault(OperationalError, psycopg.errors.QueryCanceled()), 503),
    "database-mistake": (database_fault(OperationalError, psycopg.errors.UndefinedColumn()), 500),
    "forbidden": (PermissionDenied(), 403),
    "missing": (Http404(SECRET), 404),
    "mistake": (ValueError(SECRET), 500),
    "file": (OSError(errno.EACCES, SECRET), 500),
    "integrity": (database_fault(IntegrityError, None), 500),
}


@for_everybody
def failing(request, name):
    raise FAULTS[name][0]


@pytest.fixture
def client(settings, db):
    module = types.ModuleType("failing_urls")
    module.urlpatterns = [
        path("fails/<str:name>/", failing),
        path("empty/", lambda request: HttpResponseNotAllowed(["POST"])),
        path("own/", lambda request: HttpResponse("own words", status=409)),
        path("", include("prongsai.config.urls")),
    ]
    for status in ("400", "403", "404", "500"):
        setattr(module, f"handler{status}", getattr(sys.modules["prongsai.config.urls"], f"handler{status}"))
    sys.modules["failing_urls"] = module
    settings.ROOT_URLCONF = "failing_urls"
    yield Client(raise_request_exception=False)
    del sys.modules["failing_urls"]


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_page_and_tells_no_secret(client, name):
    status = FAULTS[name][1]
    answer = client.get(f"/fails/{name}/")
    page = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{PAGES[status].in_thai[0]}</h1>" in page
    assert SECRET not in page
    assert "Traceback" not in page


def test_the_reason_of_a_refusal_is_told(client):
    assert "มีผู้อนุมัติแล้ว" in client.get("/fails/conflict/").content.decode()


def test_who_tries_too_often_is_told_when_to_come_back(client):
    assert client.get("/fails/many/").headers["Retry-After"] == "7"
    assert client.get("/fails/unavailable/").headers["Retry-After"] == "30"


def test_a_fault_has_a_reference_that_leads_to_it_in_the_log(client, caplog):
    with caplog.at_level(logging.ERROR, "prongsai.errors"):
        page = client.get("/fails/mistake/").content.decode()
    (record,) = [record for record in caplog.records if record.name == "prongsai.errors"]
    assert record.args[0] in page
    assert SECRET in str(record.exc_info[1])


def test_the_page_for_nothing_does_not_know_who_asks(client):
    office = make_office("nongkrachang", "อบต.หนองกระจ่าง")
    nobodys = client.get("/nothing/").content
    office.enters(client, Role.COORDINATOR)
    assert client.get("/nothing/").content == nobodys
    assert client.get("/design/?part=nothing").content == nobodys


def test_two_addresses_without_anything_are_answered_alike(client):
    first, second = (client.get(address) for address in ("/nothing/", "/fails/missing/?x=1"))
    assert first.content == second.content
    assert first.headers.items() == second.headers.items()


def test_a_refusal_without_words_gets_its_page_and_keeps_its_headers(client):
    answer = client.get("/empty/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert PAGES[405].in_thai[0] in answer.content.decode()


def test_a_view_that_gave_its_own_page_keeps_it(client):
    assert client.get("/own/").content == b"own words"


def test_a_form_without_its_key_is_explained(client):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/account/login/", {"login": "x"})
    assert answer.status_code == 403
    assert "แบบฟอร์ม" in answer.content.decode()


def test_too_large_a_form_is_413(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    answer = client.post("/display/", {"next": "x" * 100})
    assert answer.status_code == 413


def test_too_many_fields_are_400(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    assert client.post("/display/", {f"f{n}": "x" for n in range(9)}).status_code == 400


def test_pages_come_in_english_too(client):
    client.cookies["language"] = "en"
    assert "There is nothing here" in client.get("/nothing/").content.decode()


@pytest.mark.parametrize("status", PAGES)
def test_thai_of_the_last_resort_is_the_thai_of_the_page(status):
    drawn = answers.page(RequestFactory().get("/"), status).content.decode()
    assert all(words in drawn for words in PAGES[status].in_thai)


@pytest.mark.parametrize("status", PAGES)
def test_a_broken_design_still_gives_a_plain_page(status, monkeypatch, caplog):
    def broken(*_args):
        raise TemplateSyntaxError("half a template")

    monkeypatch.setattr(answers.loader, "render_to_string", broken)
    answer = answers.page(RequestFactory().get("/"), status, reference="3fa9c01b")
    page = answer.content.decode()
    assert answer.status_code == status
    assert PAGES[status].in_thai[0] in page
    assert "3fa9c01b" in page
    assert "half a template" not in page
    assert "could not be drawn" in caplog.text


def test_a_missing_style_costs_the_look_and_not_the_page(client, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "prongsai.platform.ui.storage.DesignStorage"},
    }
    settings.STATIC_ROOT = tmp_path
    answer = client.get("/")
    assert answer.status_code == 200
    assert "/static/ui/css/tokens.css" in answer.content.decode()


def test_every_refusal_has_a_page():
    kinds = [kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, refusals.Refusal)]
    assert len(kinds) >= 6
    assert {kind.status for kind in kinds} <= PAGES.keys()
