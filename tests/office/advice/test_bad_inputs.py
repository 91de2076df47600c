"""Forms of advice that come twice, doubled, foreign or too late."""

from __future__ import annotations

from uuid import uuid4

import pytest

from advised_agencies import invitation_code
from prongsai.office.advice import services
from prongsai.office.advice.models import Advised, Adviser, Invitation, RollUp, SentRollUp
from prongsai.office.rounds import services as rounds
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from years_of_an_office import confirmed


@pytest.fixture
def year(here):
    with here.speaks():
        return confirmed(here, "P4.pdf").round


def form_of(client, advised, year, **more):
    page = client.get(f"/office/advice/years/{year.pk}/")
    return {"adviser": advised.adviser.pk, "wishes": "", "seen": page.context["form"]["seen"].value()} | more


def test_a_form_sent_twice_submits_once(asks, advised, year):
    client, path = asks(), f"/office/advice/years/{year.pk}/"
    form = form_of(client, advised, year, once=str(uuid4()))
    answers = [client.post(path, form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    with advised.here.speaks():
        assert SentRollUp.objects.count() == 1


def test_a_scalar_sent_twice_is_refused(asks, advised, year):
    client, path = asks(), f"/office/advice/years/{year.pk}/"
    form = form_of(client, advised, year)
    assert client.post(path, form | {"wishes": ["หนึ่ง", "สอง"]}).status_code == 400
    with advised.there.speaks():
        assert not RollUp.objects.exists()


def test_fields_that_nobody_asked_for_change_nothing(asks, advised, year):
    client, path = asks(), f"/office/advice/years/{year.pk}/"
    client.post(path, form_of(client, advised, year, overall="100.00", late="0", sent_by="ผู้ว่าราชการจังหวัด"))
    with advised.there.speaks():
        told = RollUp.objects.get().told
    assert (str(told.overall), told.sent_by) == ("88.75", "นักวิเคราะห์นโยบายและแผน")


@pytest.mark.parametrize("wishes", ["\u200b\u200b", "   ", "\n\n"])
def test_invisible_words_ask_for_nothing(asks, advised, year, wishes):
    client = asks()
    client.post(f"/office/advice/years/{year.pk}/", form_of(client, advised, year, wishes=wishes))
    with advised.there.speaks():
        copy = RollUp.objects.get()
    assert (copy.asks, copy.told.wishes) == (False, "")


@pytest.mark.parametrize("note", ["", "\u200b", "ก" * 201])
def test_an_invitation_is_for_somebody(asks, there, note):
    answer = asks(Role.OVERSEER, there).post("/office/advised/invitations/", {"note": note, "once": str(uuid4())})
    assert answer.status_code == 400
    with there.speaks():
        assert not Invitation.objects.exists()


def test_a_page_of_invitations_sent_twice_makes_one_and_shows_its_code_again(asks, there):
    client, form = asks(Role.OVERSEER, there), {"note": "อบต.", "once": str(uuid4())}
    codes = {client.post("/office/advised/invitations/", form).context["code"] for _ in range(2)}
    assert len(codes) == 1
    with there.speaks():
        assert Invitation.objects.count() == 1


def test_of_two_who_accept_one_code_the_second_is_told(here, there):
    code = invitation_code(there)
    with here.speaks():
        for role, is_first in ((Role.EXECUTIVE, True), (Role.SYSTEM_ADMIN, False)):
            acting = acting_as(here.accounts[role])
            if is_first:
                services.accept(acting=acting, agency=here.agency, typed=code)
            else:
                with pytest.raises(Conflict):
                    services.accept(acting=acting, agency=here.agency, typed=code)
        assert Adviser.objects.count() == 1
    with there.speaks():
        assert Advised.objects.count() == 1


def test_a_refused_acceptance_spends_nothing(advised):
    code = invitation_code(advised.there)
    with advised.here.speaks(), pytest.raises(Conflict):
        services.accept(acting=advised.acting(Role.EXECUTIVE), agency=advised.here.agency, typed=code)
    with advised.there.speaks():
        assert Invitation.objects.filter(used_by=None).count() == 1


def test_a_spent_code_stays_spent_where_its_agency_did_not_come_along(advised, third):
    code = invitation_code(advised.there)
    with third.speaks():
        services.accept(acting=acting_as(third.accounts[Role.EXECUTIVE]), agency=third.agency, typed=code)
    with advised.there.speaks():
        Invitation.objects.update(used_by=None)  # as after a bundle of the adviser went to another installation
    with third.speaks():
        assert services.who_invites(agency=third.agency, typed=code) is None


def test_a_year_that_was_closed_can_still_be_submitted(asks, advised, year):
    with advised.here.speaks():
        rounds.close_round(acting=advised.acting(), found=year)
    client = asks()
    client.post(f"/office/advice/years/{year.pk}/", form_of(client, advised, year))
    with advised.there.speaks():
        assert RollUp.objects.get().fiscal_year == year.fiscal_year


@pytest.mark.parametrize("language", ["th", "en"])
def test_pages_are_told_in_both_languages(asks, advised, year, language):
    agency, adviser = asks(Role.EXECUTIVE), asks(Role.OVERSEER, advised.there)
    for client, path in (
        (agency, "/office/advice/"),
        (agency, f"/office/advice/years/{year.pk}/"),
        (adviser, "/office/advised/"),
        (adviser, "/office/advised/help/"),
        (adviser, f"/office/advised/{advised.advised.pk}/"),
    ):
        client.cookies["language"] = language
        page = client.get(path)
        assert (path, page.status_code) == (path, 200)
        assert f'<html lang="{language}"' in page.content.decode()
