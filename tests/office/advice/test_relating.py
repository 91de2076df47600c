"""Who advises whom is agreed by both sides, and ended by either."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest

from advised_agencies import YEAR, advise, invitation_code
from log_of_deeds import lines_of
from prongsai.office.advice import crossing, services
from prongsai.office.advice.invitation_code import read
from prongsai.office.advice.models import Advised, Adviser, Invitation, RollUp, SentRollUp
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.actors import names_of
from prongsai.platform.ui.refusals import Conflict
from years_of_an_office import confirmed


def submitted(advised):
    with advised.here.speaks():
        cycle = confirmed(advised.here, "P4.pdf").round
        return services.submit(
            acting=advised.acting(), agency=advised.here.agency, adviser=advised.adviser, cycle=cycle, wishes=""
        )


def told(client, path, **form):
    response = client.post(path, form) if form else client.get(path)
    return response, response.content.decode()


def test_a_code_is_shown_once_looked_at_and_accepted(asks, here, there):
    adviser, executive = asks(Role.OVERSEER, there), asks(Role.EXECUTIVE)
    response, page = told(adviser, "/office/advised/invitations/", note="อบต.หนองกระจ่าง", once=uuid4().hex)
    code = re.search(rf"\b{there.agency.pk}(-[0-9]{{4}}){{4}}\b", page)[0]
    assert code not in told(adviser, "/office/advised/invitations/")[1]
    response, page = told(executive, "/office/advice/accept/", code=code)
    assert there.agency.name in page
    with here.speaks():
        assert not Adviser.objects.exists()
    response, _page = told(executive, "/office/advice/accept/", code=code, accept="yes")
    assert response.headers["Location"] == "/office/advice/"
    assert there.agency.name in told(executive, "/office/advice/")[1]
    assert here.agency.name in told(adviser, "/office/advised/")[1]


def test_a_code_may_be_typed_in_thai_figures_and_with_blanks(asks, here, there):
    thai = invitation_code(there).translate(str.maketrans("0123456789-", "๐๑๒๓๔๕๖๗๘๙ "))
    response, page = told(asks(Role.SYSTEM_ADMIN), "/office/advice/accept/", code=thai)
    assert response.status_code == 200
    assert there.agency.name in page


@pytest.mark.parametrize("typed", ["", "1", "0000000000000000", "9999999-1111-2222-3333-4444", "ก" * 40, "1" * 60])
def test_what_is_no_code_is_refused_in_one_sentence(asks, typed):
    response, page = told(asks(Role.EXECUTIVE), "/office/advice/accept/", code=typed or " ")
    assert response.status_code == 400
    assert "รหัสนี้ใช้ไม่ได้" in page or "จำเป็น" in page or "โปรด" in page


def test_wrong_spent_withdrawn_and_expired_codes_are_answered_alike(asks, here, there):
    codes = {name: invitation_code(there) for name in ("spent", "withdrawn", "expired")}
    codes["wrong"] = codes["spent"][:-4] + "0000"
    codes["own"] = invitation_code(here)
    with there.speaks():
        spent, withdrawn, expired = Invitation.objects.order_by("pk")
        Invitation.objects.filter(pk=spent.pk).update(used_by=here.agency, used=date(2025, 1, 6))
        services.withdraw_invitation(acting=acting_as(there.accounts[Role.OVERSEER]), invitation=withdrawn)
        Invitation.objects.filter(pk=expired.pk).update(until=date(2024, 1, 6))
    client = asks(Role.EXECUTIVE)
    answers = {name: told(client, "/office/advice/accept/", code=code) for name, code in codes.items()}
    assert {response.status_code for response, _page in answers.values()} == {400}
    for name, (_response, page) in answers.items():
        assert (name, "รหัสนี้ใช้ไม่ได้" in page) == (name, True)
        assert (name, there.agency.name in page) == (name, False)


def test_an_invitation_is_good_for_thirty_days(here, there):
    code = invitation_code(there)
    office, secret = read(code)
    with there.speaks():
        last = Invitation.objects.get().until
    with here.speaks():
        assert crossing.inviter(office, secret, own=here.agency.pk, on=last) == there.agency
        assert crossing.inviter(office, secret, own=here.agency.pk, on=last + timedelta(days=1)) is None


def test_a_closed_office_advises_nobody(here, there):
    code = invitation_code(there)
    Agency.objects.filter(pk=there.agency.pk).update(closed=date(2025, 1, 1))
    with here.speaks():
        assert services.who_invites(agency=here.agency, typed=code) is None


def test_the_same_form_sent_twice_makes_one_invitation(there):
    acting, key = acting_as(there.accounts[Role.OVERSEER]), uuid4().hex
    with there.speaks():
        first = services.invite(acting=acting, agency=there.agency, note="ก", form_key=key)
        assert services.invite(acting=acting, agency=there.agency, note="ก", form_key=key) == first
        assert Invitation.objects.count() == 1


def test_only_the_hash_of_a_code_is_kept(there):
    _office, secret = read(invitation_code(there))
    with there.speaks():
        assert secret not in str(Invitation.objects.values().get())


def test_an_office_is_not_accepted_twice(advised):
    with advised.here.speaks(), pytest.raises(Conflict):
        again = invitation_code(advised.there)
        services.accept(acting=advised.acting(Role.EXECUTIVE), agency=advised.here.agency, typed=again)


def test_an_accepted_or_withdrawn_invitation_is_not_withdrawn(advised):
    with advised.there.speaks(), pytest.raises(Conflict):
        services.withdraw_invitation(acting=advised.advising(), invitation=Invitation.objects.get())


def test_both_sides_have_it_in_their_log(advised):
    for office in (advised.here, advised.there):
        assert "advice.accepted" in [line.action for line in lines_of(office)]
    line = next(line for line in lines_of(advised.there) if line.action == "advice.accepted")
    assert names_of([line.actor]) == {line.actor: advised.here.agency.name}


@pytest.mark.parametrize("ended_by", ["agency", "adviser"])
def test_whoever_ends_it_the_copies_at_the_adviser_go(advised, ended_by):
    submitted(advised)
    if ended_by == "agency":
        with advised.here.speaks():
            services.end_as_advised(acting=advised.acting(Role.EXECUTIVE), adviser=advised.adviser)
    else:
        with advised.there.speaks():
            services.end_as_adviser(acting=advised.advising(), advised=advised.advised)
    with advised.there.speaks():
        assert not RollUp.objects.exists()
        assert Advised.objects.get().ended == date(2025, 3, 17) or Advised.objects.get().ended
    with advised.here.speaks():
        assert Adviser.objects.get().ended
        assert not SentRollUp.objects.standing().exists()
        assert SentRollUp.objects.get().told.fiscal_year == YEAR
    for office in (advised.here, advised.there):
        assert "advice.ended" in [line.action for line in lines_of(office)]


def test_it_is_ended_once(advised):
    with advised.here.speaks():
        services.end_as_advised(acting=advised.acting(Role.EXECUTIVE), adviser=advised.adviser)
        with pytest.raises(Conflict):
            services.end_as_advised(acting=advised.acting(Role.EXECUTIVE), adviser=advised.adviser)
    with advised.there.speaks(), pytest.raises(Conflict):
        services.end_as_adviser(acting=advised.advising(), advised=advised.advised)


def test_after_the_end_the_two_may_agree_again(advised):
    with advised.here.speaks():
        services.end_as_advised(acting=advised.acting(Role.EXECUTIVE), adviser=advised.adviser)
    again = advise(advised.here, advised.there)
    assert again.adviser.pk != advised.adviser.pk
    with advised.there.speaks():
        assert Advised.objects.filter(ended=None).count() == 1


def test_an_agency_that_ended_it_is_out_of_the_advisers_sight(asks, advised):
    with advised.here.speaks():
        services.end_as_advised(acting=advised.acting(Role.EXECUTIVE), adviser=advised.adviser)
    client = asks(Role.OVERSEER, advised.there)
    assert advised.here.agency.name not in told(client, "/office/advised/")[1]
    assert client.get(f"/office/advised/{advised.advised.pk}/").status_code == 404


def test_the_coordinator_neither_accepts_nor_ends(asks, advised):
    client = asks(Role.COORDINATOR)
    assert client.get("/office/advice/accept/").status_code == 404
    assert client.post(f"/office/advice/advisers/{advised.adviser.pk}/end/").status_code == 404
    assert "ยุติ และลบ" not in told(client, "/office/advice/")[1]


def test_a_system_administrator_sees_the_adviser_and_no_figures(asks, advised):
    sent = submitted(advised)
    client = asks(Role.SYSTEM_ADMIN)
    page = told(client, "/office/advice/")[1]
    assert advised.there.agency.name in page
    assert "ปีงบประมาณ" not in page
    with advised.here.speaks():
        cycle = Round.objects.get()
    for path in (f"/office/advice/sent/{sent.pk}/", f"/office/advice/years/{cycle.pk}/"):
        assert client.get(path).status_code == 404
