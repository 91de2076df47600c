"""Forgotten passphrases: asked by one, made by another, chosen by the owner."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.test import Client

from cast import PASSPHRASE
from prongsai.ita.thai.digits import to_thai
from prongsai.platform.accounts.models import PassphraseCode, Role, RoleProposal, User
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.entrance.services import codes

NEW = "ต้นมะขามหลังโรงเรียนเก่า"
ASK, USE = "/account/forgotten/", "/account/code/"


@pytest.fixture
def ask(here):
    """Ask at the log-in page for an account of a name."""

    def post(name="officer", office=here):
        return Client().post(ASK, {"agency_code": office.agency.code, "login_name": name})

    return post


@pytest.fixture
def make(inside, here):
    """Make a code as an account of a role, over the page; gives the answer."""

    def post(by, whose=Role.OFFICER, office=here, **told):
        return inside(by).post(f"/accounts/{office.accounts[whose].pk}/code/", told)

    return post


@pytest.fixture
def use(here):
    def post(code, passphrase=NEW, name="officer", again=None, office=here):
        told = {"agency_code": office.agency.code, "login_name": name, "code": code}
        return Client().post(USE, told | {"passphrase": passphrase, "again": again or passphrase})

    return post


def code_on(page):
    return re.search(r"<code>([\d ]{19})</code>", page.content.decode())[1]


@pytest.fixture
def code(ask, make):
    ask()
    return code_on(make(Role.COORDINATOR))


def test_the_answer_is_the_same_whether_there_is_such_a_name(ask, plain):
    assert plain(ask("officer").content) == plain(ask("nobody-here").content)
    assert PassphraseCode.objects.get().user.login_name == "officer"


def test_asking_again_makes_one_request(ask):
    ask()
    ask()
    assert PassphraseCode.objects.count() == 1


def test_a_flood_of_requests_from_one_place_is_not_taken(ask, here):
    for role in (*Role, *Role):
        ask(role.value)
    assert PassphraseCode.objects.count() == 5


def test_a_second_person_sees_it_and_makes_the_code(ask, inside, make, use, log_in):
    ask()
    assert "officer" in inside(Role.COORDINATOR).get("/accounts/requests/").content.decode()
    page = make(Role.COORDINATOR)
    assert "no-store" in page.headers["Cache-Control"]
    assert use(code_on(page)).headers["Location"].startswith("/account/login/?agency=")
    assert log_in(Client(), "officer").status_code == 200
    assert log_in(Client(), "officer", NEW).status_code == 302


def test_the_other_agency_sees_nothing_of_it(ask, inside, there):
    ask()
    assert "make-code" not in inside(Role.COORDINATOR, there).get("/accounts/requests/").content.decode()
    assert not inside(Role.SYSTEM_ADMIN, there).get("/accounts/requests/").context["waiting"]


def test_nobody_can_choose_the_passphrase_of_another(make, ask, here):
    ask()
    make(Role.COORDINATOR, passphrase=NEW, password=NEW)
    assert here.accounts[Role.OFFICER].check_password(PASSPHRASE)
    assert not User.objects.get(pk=here.accounts[Role.OFFICER].pk).check_password(NEW)


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}", "{2}"])
def test_the_code_is_taken_as_people_type_it(code, use, typed):
    assert use(typed.format(code, code.replace(" ", "-"), to_thai(code))).status_code == 302


def test_it_works_once(code, use):
    assert use(code).status_code == 302
    assert use(code, "ยายซื้อมะม่วงสี่ลูกที่ตลาด").status_code == 200


def test_it_is_good_for_a_day(code, use, clock):
    clock.move(hours=24, minutes=1)
    assert use(code).status_code == 200
    clock.move(hours=-1)
    assert use(code).status_code == 302


def test_a_weak_choice_does_not_spend_it(code, use):
    for weak in ("สั้นไป", "password1234567", "officer nongkrachang"):
        assert use(code, weak).status_code == 200
    assert use(code, NEW, again="ไม่ตรงกันกับข้างบนเลย").status_code == 200
    assert use(code).status_code == 302


def test_the_name_of_the_person_is_no_passphrase(code, use):
    assert use(code, "สุดา ตัวอย่างพร 1234").status_code == 200


def test_a_code_is_for_one_account(code, use):
    assert use(code, name="unit_head").status_code == 200


def test_a_newer_code_ends_the_older(code, ask, make, use):
    ask()
    newer = code_on(make(Role.COORDINATOR))
    assert use(code).status_code == 200
    assert use(newer).status_code == 302


def test_guessing_codes_is_slowed(code, use):
    answers = [use("0000 0000 0000 0000").status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_known_and_unknown_names_are_answered_alike(code, use, plain):
    one, other = use("0000 0000 0000 0000"), use("0000 0000 0000 0000", name="officex")
    assert plain(one.content).replace("officer", "officex") == plain(other.content)


def test_the_database_keeps_a_slow_hash_of_it_alone(code):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_passphrasecode")
        kept = str(cursor.fetchall())
    assert code not in kept
    assert code.replace(" ", "") not in kept
    assert check_password(code.replace(" ", ""), PassphraseCode.objects.get().code_hash)


def test_old_sessions_end_with_it(log_in, is_in, code, use):
    before = Client()
    log_in(before, "officer")
    use(code)
    assert not is_in(before)


def test_who_asked_and_who_made_it_are_both_in_the_log(ask, make, code, use, here, lines):
    use(code)
    officer, coordinator = (here.accounts[role].pk for role in (Role.OFFICER, Role.COORDINATOR))
    assert lines(here, "account.code_asked") == [("nobody", f"accounts.user:{officer}")]
    assert lines(here, "account.code_made") == [(f"user:{coordinator}", f"accounts.user:{officer}")]
    assert lines(here, "account.code_used") == [(f"user:{officer}", f"accounts.user:{officer}")]


# Two persons.


def test_who_asked_for_somebody_does_not_make_the_code(inside, make, here):
    inside(Role.COORDINATOR).post(f"/accounts/{here.accounts[Role.OFFICER].pk}/ask/")
    assert make(Role.COORDINATOR).status_code == 409
    assert make(Role.SYSTEM_ADMIN).status_code == 200


def test_without_a_request_there_is_no_code(make):
    assert make(Role.SYSTEM_ADMIN).status_code == 409


def test_nobody_makes_a_code_for_oneself(ask, make):
    ask("system_admin")
    assert make(Role.SYSTEM_ADMIN, Role.SYSTEM_ADMIN).status_code == 409


@pytest.mark.parametrize("whose", [Role.INVESTIGATOR, Role.AUDITOR, Role.EXECUTIVE, Role.SYSTEM_ADMIN, Role.KIOSK])
def test_the_coordinator_makes_none_for_those_who_watch_or_govern(ask, make, whose):
    ask(whose.value)
    assert make(Role.COORDINATOR, whose).status_code == 409


def test_nobody_asks_for_oneself_from_inside(acting, here):
    with here.speaks(), pytest.raises(Refusal) as refused:
        codes.ask_for_code(user=here.accounts[Role.COORDINATOR], acting=acting(Role.COORDINATOR))
    assert refused.value.why is Why.ONESELF


def test_an_account_that_is_off_gets_none(ask, make, here):
    ask()
    User.objects.filter(pk=here.accounts[Role.OFFICER].pk).update(is_active=False)
    assert make(Role.COORDINATOR).status_code == 409
    ask("officer")
    assert PassphraseCode.objects.count() == 1


def test_a_lost_telephone_is_taken_off_only_if_said(ask, make, use, here):
    ask("coordinator")
    code = code_on(make(Role.SYSTEM_ADMIN, Role.COORDINATOR))
    use(code, name="coordinator")
    held = Authenticator.objects.filter(user=here.accounts[Role.COORDINATOR])
    assert held.exists()
    ask("coordinator")
    code = code_on(make(Role.SYSTEM_ADMIN, Role.COORDINATOR, ends_second_factor="on"))
    assert held.exists()
    use(code, "ยายซื้อมะม่วงสี่ลูกที่ตลาด", name="coordinator")
    assert not held.exists()


def test_a_fresh_account_needs_no_request(make, here, use, log_in):
    here.accounts[Role.OFFICER].set_password(None)
    here.accounts[Role.OFFICER].save()
    use(code_on(make(Role.SYSTEM_ADMIN)))
    assert log_in(Client(), "officer", NEW).status_code == 302


def test_but_only_the_system_administrator_lets_a_fresh_account_in(make, here):
    here.accounts[Role.OFFICER].set_password(None)
    here.accounts[Role.OFFICER].save()
    assert make(Role.COORDINATOR).status_code == 409


def test_a_proposed_role_counts_already(ask, make, here):
    with here.speaks():
        RoleProposal.objects.create(
            agency=here.agency,
            user=here.accounts[Role.OFFICER],
            role=Role.INVESTIGATOR,
            proposed_by=here.accounts[Role.SYSTEM_ADMIN],
        )
    ask()
    assert make(Role.COORDINATOR).status_code == 409


# Changing one's own.


def test_one_changes_the_own_passphrase_and_stays(inside, log_in, is_in):
    elsewhere, here = Client(), inside(Role.OFFICER)
    log_in(elsewhere, "officer")
    before = here.session.session_key
    assert here.post("/account/passphrase/", {"passphrase": NEW, "again": NEW}).headers["Location"] == "/account/"
    assert is_in(here)
    assert not is_in(elsewhere)
    assert here.session.session_key != before
    assert log_in(Client(), "officer", NEW).status_code == 302


@pytest.mark.parametrize(
    ("passphrase", "again"), [("สั้นไป", "สั้นไป"), (NEW, "ไม่เหมือนกันเลยสักนิด"), ("สุดา ตัวอย่างพร 12", "สุดา ตัวอย่างพร 12")]
)
def test_a_poor_one_is_refused(inside, here, passphrase, again):
    answer = inside(Role.OFFICER).post("/account/passphrase/", {"passphrase": passphrase, "again": again})
    assert answer.status_code == 200
    assert "error-summary" in answer.content.decode()
    assert User.objects.get(pk=here.accounts[Role.OFFICER].pk).check_password(PASSPHRASE)


def test_asking_at_the_log_in_page_does_not_hide_who_asked(ask, inside, make, here):
    inside(Role.COORDINATOR).post(f"/accounts/{here.accounts[Role.OFFICER].pk}/ask/")
    ask("officer")
    assert make(Role.COORDINATOR).status_code == 409
    assert PassphraseCode.objects.get().asked_by == here.accounts[Role.COORDINATOR]


@pytest.mark.parametrize("whose", [Role.INVESTIGATOR, Role.AUDITOR])
def test_the_administrator_alone_gets_no_way_into_a_role_given_by_two(ask, make, inside, here, whose):
    ask(whose.value)
    assert make(Role.SYSTEM_ADMIN, whose, ends_second_factor="on").status_code == 409
    page = inside(Role.COORDINATOR).get("/accounts/requests/").content.decode()
    address = f"/accounts/{here.accounts[whose].pk}/ask/"
    assert f'action="{address}"' in page
    inside(Role.COORDINATOR).post(address)
    assert make(Role.SYSTEM_ADMIN, whose).status_code == 200
