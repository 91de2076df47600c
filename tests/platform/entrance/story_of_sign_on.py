"""Run by test_sign_on.py, with sign-on set up: a small OpenID server on this machine answers."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount import providers
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.test import Client

from prongsai.platform.accounts.models import Role, User


class OpenIdServer(BaseHTTPRequestHandler):
    """Knows one person, whoever asks."""

    subject = "person-1"

    def do_GET(self):
        address = f"http://{self.headers['Host']}"
        if self.path.endswith("openid-configuration"):
            return self._tell(
                {
                    "issuer": address,
                    "authorization_endpoint": f"{address}/authorize",
                    "token_endpoint": f"{address}/token",
                    "userinfo_endpoint": f"{address}/me",
                    "jwks_uri": f"{address}/keys",
                }
            )
        return self._tell({"sub": self.subject, "email": "suda@nongkrachang.example", "email_verified": True})

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        now = int(time.time())
        told = {"iss": f"http://{self.headers['Host']}", "sub": self.subject, "aud": "prongsai"}
        token = jwt.encode(told | {"iat": now, "exp": now + 60}, "k" * 32, algorithm="HS256")
        self._tell({"access_token": "t", "token_type": "Bearer", "id_token": token})

    def log_message(self, *_):
        pass

    def _tell(self, told):
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server(monkeypatch):
    running = HTTPServer(("127.0.0.1", 0), OpenIdServer)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    monkeypatch.setitem(app["settings"], "server_url", f"http://127.0.0.1:{running.server_port}")
    monkeypatch.setattr(OpenIdServer, "subject", "person-1")
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


def go_through(browser, path="/account/sign-on/", **told):
    """Press the button, be sent to the server and back; gives the last answer."""
    away = browser.post(path, told)
    asked = parse_qs(urlsplit(away.headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    return browser.get(asked["redirect_uri"][0], {"code": "c", "state": asked["state"][0]})


@pytest.fixture
def tied(inside, here, server):
    browser = inside(Role.OFFICER)
    assert go_through(browser, "/account/sign-on/tie/").headers["Location"].endswith("/account/")
    return here.accounts[Role.OFFICER]


def test_the_provider_is_there():
    assert "openid_connect" in {provider.id for provider in providers.registry.get_class_list()}
    assert "http://127.0.0.1:1" in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"]


def test_the_log_in_page_names_it(db):
    assert settings.SIGN_ON_NAME in Client().get("/account/login/").content.decode()


def test_a_stranger_gets_no_account_from_it(db, server):
    browser = Client()
    assert go_through(browser).headers["Location"] == "/account/login/"
    assert not User.objects.exists()
    assert not SocialAccount.objects.exists()


def test_who_tied_an_account_gets_in(tied, is_in, lines, here):
    browser = Client()
    assert go_through(browser, next="/account/").headers["Location"] == "/account/"
    assert is_in(browser)
    assert lines(here, "account.sign_on_tied") == [(f"user:{tied.pk}", f"accounts.user:{tied.pk}")]


def test_the_same_e_mail_address_alone_opens_nothing(server, here, is_in):
    User.objects.filter(pk=here.accounts[Role.OFFICER].pk).update(email="suda@nongkrachang.example")
    browser = Client()
    go_through(browser)
    assert not is_in(browser)


def test_the_second_step_is_asked_all_the_same(inside, server, here, is_in):
    go_through(inside(Role.COORDINATOR), "/account/sign-on/tie/")
    browser = Client()
    assert go_through(browser).headers["Location"] == "/account/second-step/"
    assert not is_in(browser)


def test_an_account_that_is_off_does_not_get_in(tied, is_in):
    User.objects.filter(pk=tied.pk).update(is_active=False)
    browser = Client()
    go_through(browser)
    assert not is_in(browser)


def test_one_sign_on_opens_one_account(tied, inside):
    assert go_through(inside(Role.UNIT_HEAD), "/account/sign-on/tie/").headers["Location"] == "/account/"
    assert SocialAccount.objects.get().user == tied


def test_untied_it_opens_nothing(tied, inside, is_in):
    inside(Role.OFFICER).post("/account/sign-on/untie/")
    browser = Client()
    go_through(browser)
    assert not is_in(browser)


def test_an_answer_to_a_question_never_asked_is_refused(tied, is_in):
    browser = Client()
    answer = browser.get("/account/sign-on/office/answer/", {"code": "c", "state": "made-up"})
    assert answer.status_code in (302, 400, 403)
    assert not is_in(browser)


def test_nobody_ties_an_account_without_its_passphrase(here, server, client):
    client.force_login(here.accounts[Role.OFFICER])
    assert "/account/prove/" in client.post("/account/sign-on/tie/").headers["Location"]
