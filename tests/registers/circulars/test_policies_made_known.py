"""A circular or a briefing that makes a policy known is noted with the policy."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Circular
from prongsai.registers.policies import services as policies
from prongsai.registers.policies.models import MadeKnown

TODAY = date(2025, 3, 17)


@pytest.fixture
def policy(here, acting):
    """The number of a policy in force. Called while the office speaks."""

    def hold(title: str = "นโยบายไม่รับของขวัญ") -> int:
        told = policies.PolicyText(policies.PolicyKind.POLICY, title, here.units["สำนักปลัด"], "ไม่รับของขวัญ")
        day = date(2025, 1, 2)
        version = policies.add_existing(acting=acting(), agency=here.agency.pk, told=told, signed=day, since=day)
        return version.policy_id

    return hold


def test_a_circular_is_noted_with_its_day_and_leads_back(here, sent, policy):
    with here.speaks():
        number = policy()
        circular = sent(policy_id=number)
        (made,) = MadeKnown.objects.filter(version__policy=number)
        assert (made.way, made.day, made.url_args) == ("circular", TODAY, {"circular": circular.pk})


def test_a_draft_makes_nothing_known(here, drafted, policy):
    with here.speaks():
        drafted(policy_id=policy())
        assert not MadeKnown.objects.exists()


def test_a_briefing_is_noted_once_it_was_held(here, called, acting, policy, scan):
    with here.speaks():
        briefing = called(policy_id=policy())
        assert not MadeKnown.objects.exists()
        came = list(briefing.attendees.all()[:1])
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=0, scan=scan)
        assert [(made.way, made.day) for made in MadeKnown.objects.all()] == [("meeting", TODAY)]


def test_what_is_no_longer_in_force_is_not_made_known_and_nothing_is_sent(here, drafted, acting, policy):
    with here.speaks():
        number = policy()
        circular = drafted(policy_id=number)
        circular.policy.versions.update(state="ended")
        with pytest.raises(Conflict):
            services.send(acting=acting(), circular=circular)
        assert not Circular.objects.sent().exists()


def test_it_is_chosen_in_the_form_and_shown_on_the_page(here, asks, policy):
    with here.speaks():
        number = policy("ระเบียบการใช้ทรัพย์สิน")
    client = asks()
    told = {"subject": "แจ้ง", "words": "ก", "unit": here.units["กองคลัง"].pk, "audience": "all", "policy": number}
    client.post(reverse("new-circular"), told)
    with here.speaks():
        circular = Circular.objects.get()
        assert circular.policy_id == number
    assert "ระเบียบการใช้ทรัพย์สิน" in client.get(circular.get_absolute_url()).content.decode()
    page = client.get(reverse("circular-edit", args=[circular.pk]))
    assert page.context["form"]["policy"].value() == number


def test_a_policy_of_the_other_agency_cannot_be_chosen(here, there, asks, policy):
    with here.speaks():
        number = policy()
    told = {"subject": "แจ้ง", "words": "ก", "unit": there.units["กองคลัง"].pk, "audience": "all", "policy": number}
    assert asks(Role.COORDINATOR, there).post(reverse("new-circular"), told).status_code == 400
