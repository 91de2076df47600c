"""The pages of the system administrator."""

import pytest
from django.db import transaction
from django.test import Client

from prongsai.platform.accounts.models import Role, RoleGrant, RoleProposal, User
from prongsai.platform.agency.models import Person
from prongsai.platform.tenancy.speaker import speaking


@pytest.fixture
def admin(inside):
    return inside(Role.SYSTEM_ADMIN)


@pytest.fixture
def newcomer(here):
    with here.speaks():
        return Person.objects.create(
            agency=here.agency, given_name="อารีย์", family_name="ตัวอย่างสุข", unit=here.units["กองคลัง"]
        )


def test_an_account_is_made_for_a_person_without_passphrase_or_rights(admin, newcomer, here):
    answer = admin.post("/accounts/new/", {"login_name": "Aree", "person": newcomer.pk})
    user = User.objects.get(login_name="aree")
    assert answer.headers["Location"] == f"/accounts/{user.pk}/"
    assert (user.agency, user.person_id, user.has_usable_password()) == (here.agency, newcomer.pk, False)
    assert not user.grants.exists()


def test_fields_nobody_asked_for_are_ignored(admin, newcomer, there):
    told = {"login_name": "aree", "person": newcomer.pk, "role": "system_admin", "agency": there.agency.pk}
    admin.post("/accounts/new/", told | {"password": "x" * 20, "is_active": "", "username": "root"})
    user = User.objects.get(login_name="aree")
    assert (user.agency.code, user.username, user.is_active) == ("nongkrachang", "aree@nongkrachang", True)
    assert not user.has_usable_password()
    assert not user.grants.exists()


def test_a_kiosk_has_its_one_role_and_no_person(admin):
    admin.post("/accounts/new/", {"login_name": "front-kiosk", "kiosk": "on"})
    kiosk = User.objects.get(login_name="front-kiosk")
    assert kiosk.is_kiosk
    assert [grant.role for grant in kiosk.grants.all()] == [Role.KIOSK]


@pytest.mark.parametrize(
    "told",
    [
        {"login_name": "aree"},
        {"login_name": "officer", "kiosk": "on"},
        {"login_name": "two words", "kiosk": "on"},
        {"login_name": "a@b", "kiosk": "on"},
        {"login_name": "", "kiosk": "on"},
        {"login_name": "aree", "person": "9e99"},
        {"login_name": "aree", "kiosk": "on", "email": "not an address"},
    ],
)
def test_what_makes_no_account_is_said(admin, told):
    before = User.objects.count()
    answer = admin.post("/accounts/new/", told)
    assert "error-summary" in answer.content.decode()
    assert User.objects.count() == before


def test_a_person_of_the_other_agency_cannot_be_chosen(admin, there):
    stranger = there.people[Role.OFFICER]
    assert admin.post("/accounts/new/", {"login_name": "spy", "person": stranger.pk}).status_code == 200
    assert not User.objects.filter(login_name="spy").exists()


def test_the_same_login_name_is_free_in_the_other_agency(admin, inside, there):
    admin.post("/accounts/new/", {"login_name": "kiosk2", "kiosk": "on"})
    inside(Role.SYSTEM_ADMIN, there).post("/accounts/new/", {"login_name": "kiosk2", "kiosk": "on"})
    assert User.objects.filter(login_name="kiosk2").count() == 2


def test_a_role_is_given_and_taken_over_the_pages(admin, here):
    user = User.objects.create_account("newcomer", agency=here.agency)
    unit = here.units["กองคลัง"].pk
    admin.post(f"/accounts/{user.pk}/role/", {"role": "unit_head", "unit": unit})
    grant = RoleGrant.objects.get(user=user)
    assert (grant.role, grant.unit_id, grant.granted_by) == ("unit_head", unit, here.accounts[Role.SYSTEM_ADMIN])
    admin.post(f"/accounts/roles/{grant.pk}/revoke/")
    assert not RoleGrant.objects.filter(user=user).exists()


def test_a_clash_is_said_on_the_page(admin, here):
    answer = admin.post(f"/accounts/{here.accounts[Role.EXECUTIVE].pk}/role/", {"role": "investigator"})
    assert answer.status_code == 409
    assert "error-summary" in answer.content.decode()


@pytest.mark.parametrize("role", ["kiosk", "root", "", "SYSTEM_ADMIN"])
def test_only_roles_that_can_be_given_are_taken(admin, here, role):
    user = User.objects.create_account("newcomer", agency=here.agency)
    admin.post(f"/accounts/{user.pk}/role/", {"role": role})
    assert not RoleGrant.objects.filter(user=user).exists()


def test_the_executive_confirms_what_the_administrator_proposed(admin, inside, here):
    user = User.objects.create_account("newcomer", agency=here.agency)
    admin.post(f"/accounts/{user.pk}/role/", {"role": "auditor"})
    with here.speaks():
        proposal = RoleProposal.objects.get().pk
    assert admin.post(f"/accounts/proposed/{proposal}/", {"decision": "confirm"}).status_code == 409
    executive = inside(Role.EXECUTIVE)
    assert "newcomer" in executive.get("/accounts/").content.decode()
    executive.post(f"/accounts/proposed/{proposal}/", {"decision": "confirm"})
    assert RoleGrant.objects.get(user=user).role == "auditor"


def test_a_proposal_can_be_taken_back(admin, here):
    user = User.objects.create_account("newcomer", agency=here.agency)
    admin.post(f"/accounts/{user.pk}/role/", {"role": "auditor"})
    with here.speaks():
        proposal = RoleProposal.objects.get().pk
    admin.post(f"/accounts/proposed/{proposal}/", {"decision": "drop"})
    with here.speaks():
        assert not RoleProposal.objects.exists()
    assert not RoleGrant.objects.filter(user=user).exists()


def test_the_executive_looks_and_changes_nothing(inside, here):
    executive = inside(Role.EXECUTIVE)
    assert executive.get("/accounts/").status_code == 200
    for address in ("/accounts/new/", f"/accounts/{here.accounts[Role.OFFICER].pk}/"):
        assert executive.get(address).status_code == 404


def test_nobody_switches_off_oneself(admin, here):
    assert admin.post(f"/accounts/{here.accounts[Role.SYSTEM_ADMIN].pk}/switch/").status_code == 409


def test_an_installation_account_has_no_agency_to_keep_accounts_of(db, settings):
    settings.DEMO_NEEDS_SECOND_FACTOR = False
    root = User.objects.create_account("root", agency=None)
    with transaction.atomic(), speaking(None, actor="test"):
        RoleGrant.objects.create(user=root, agency=None, role=Role.SYSTEM_ADMIN)
    browser = Client()
    browser.force_login(root)
    assert browser.get("/accounts/").headers["Location"] == "/account/second-factor/"
    session = browser.session
    session["second_factor"] = True
    session.save()
    assert not browser.get("/accounts/").context["accounts"]
    assert browser.get(f"/accounts/{root.pk}/").status_code == 404


def test_two_who_switch_an_account_off_do_not_switch_it_on_again(admin, here):
    officer = here.accounts[Role.OFFICER]
    page = admin.get(f"/accounts/{officer.pk}/").content.decode()
    assert '<input type="hidden" name="to" value="off">' in page
    for _second in range(2):
        assert admin.post(f"/accounts/{officer.pk}/switch/", {"to": "off"}).status_code == 302
        officer.refresh_from_db()
        assert not officer.is_active
    admin.post(f"/accounts/{officer.pk}/switch/", {"to": "on"})
    officer.refresh_from_db()
    assert officer.is_active
