"""Size of the text, contrast and language: chosen without scripts and without an account."""

import pytest
from django.test import Client

from prongsai.platform.ui.display import COOKIE

pytestmark = pytest.mark.django_db  # each request is a transaction


def test_a_page_is_of_normal_size_and_in_thai_whatever_the_browser_prefers(client):
    page = client.get("/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="th" data-size="normal" data-contrast="normal"' in page


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ({"size": "large"}, 'data-size="large"'),
        ({"size": "largest"}, 'data-size="largest"'),
        ({"contrast": "high"}, 'data-contrast="high"'),
        ({"language": "en"}, 'lang="en"'),
    ],
)
def test_a_choice_holds_on_the_next_page(client, chosen, shown):
    answer = client.post("/display/", {**chosen, "next": "/?q=1"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/?q=1"
    assert shown in client.get("/").content.decode()


def test_one_choice_does_not_undo_another(client):
    for chosen in ({"size": "large"}, {"contrast": "high"}, {"language": "en"}):
        client.post("/display/", chosen)
    page = client.get("/").content.decode()
    assert 'lang="en" data-size="large" data-contrast="high"' in page
    client.post("/display/", {"contrast": "normal", "language": "th"})
    assert 'lang="th" data-size="large" data-contrast="normal"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "x", ""]
)
def test_the_way_back_leads_nowhere_else(client, wanted):
    assert client.post("/display/", {"size": "large", "next": wanted}).headers["Location"] == "/"


@pytest.mark.parametrize("cookie", ["", "huge", "large.", ".high", "<script>.x", "large.high.more"])
def test_a_cookie_may_say_anything(client, cookie):
    client.cookies[COOKIE] = cookie
    page = client.get("/").content.decode()
    assert "<script>.x" not in page
    assert 'data-size="' in page


@pytest.mark.parametrize("bad", [{"size": "huge"}, {"contrast": "x"}, {"language": "xx"}])
def test_a_choice_that_does_not_exist_changes_nothing(client, bad):
    client.post("/display/", bad)
    assert '<html lang="th" data-size="normal" data-contrast="normal"' in client.get("/").content.decode()


def test_the_cookies_tell_nothing_to_scripts_and_other_sites(client):
    answer = client.post("/display/", {"size": "large"})
    for name in (COOKIE, "language"):
        assert answer.cookies[name]["httponly"]
        assert answer.cookies[name]["samesite"] == "Lax"


def test_the_choice_needs_no_token_but_no_other_site_can_make_it():
    client = Client(enforce_csrf_checks=True)
    assert client.post("/display/", {"size": "large"}).status_code == 302
    answer = client.post("/display/", {"size": "normal"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert COOKIE not in answer.cookies


def test_a_page_is_kept_apart_for_each_choice(client):
    assert "Cookie" in client.get("/").headers["Vary"]
