"""The first account of an installation."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from prongsai.platform.accounts.models import Role, RoleGrant, User

NEW = "ต้นมะขามหลังโรงเรียนเก่า"


def run(*told):
    out = StringIO()
    call_command("first_admin", *told, stdout=out)
    return out.getvalue()


def code_in(text):
    return re.search(r"\d{4} \d{4} \d{4} \d{4}", text)[0]


def test_it_makes_one_and_prints_a_code_that_lets_in(db):
    told = run()
    assert "/account/code/?agency=&name=admin" in told
    answer = Client().post(
        "/account/code/", {"login_name": "admin", "code": code_in(told), "passphrase": NEW, "again": NEW}
    )
    assert answer.headers["Location"] == "/account/login/?agency=&name=admin"
    browser = Client()
    answer = browser.post("/account/login/", {"login_name": "admin", "passphrase": NEW})
    assert answer.status_code == 302
    assert browser.get("/account/").headers["Location"] == "/account/second-factor/"


def test_it_makes_one_of_an_agency(here, lines):
    told = run("somsri", "--agency", "nongkrachang")
    user = User.objects.get(username="somsri@nongkrachang")
    assert user.grants.get().role == Role.SYSTEM_ADMIN
    assert code_in(told)
    assert lines(here, "role.granted") == [("command:first_admin", f"accounts.user:{user.pk}")]


def test_again_it_prints_a_new_code_for_the_same_account(db):
    assert code_in(run()) != code_in(run())
    assert User.objects.count() == RoleGrant.objects.count() == 1


@pytest.mark.parametrize("told", [("--agency", "nowhere"), ("two words",), ("officer", "--agency", "nongkrachang")])
def test_what_cannot_be_is_said(here, told):
    with pytest.raises(CommandError):
        run(*told)


def test_an_account_that_was_switched_off_is_not_let_in_again(here):
    User.objects.filter(login_name="system_admin").update(is_active=False)
    with pytest.raises(CommandError):
        run("system_admin", "--agency", "nongkrachang")


def test_no_page_makes_a_first_account(db):
    for address in ("/account/signup/", "/account/first/", "/accounts/new/", "/setup/", "/admin/"):
        answer = Client().post(address, {"login_name": "root", "kiosk": "on"})
        assert answer.status_code == 404 or "login" in answer.headers["Location"]
    assert not User.objects.exists()
