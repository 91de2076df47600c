"""Reading and acknowledging one's own copy."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.models import Copy, FollowUp
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience, Way
from prongsai.registers.circulars.notice_kinds import is_acknowledged

TODAY = date(2025, 3, 17)


@pytest.mark.parametrize(("by_link", "way"), [(False, Way.SCREEN), (True, Way.LINK)], ids=["screen", "link"])
def test_an_acknowledgement_is_kept_with_its_day_and_way(here, sent, acting, by_link, way):
    with here.speaks():
        circular = sent()
        services.acknowledge(acting=acting(Role.OFFICER, by_link=by_link), circular=circular)
        copy = circular.receivers.get(person=here.people[Role.OFFICER])
        assert (copy.acknowledged, copy.way, copy.is_for_another) == (TODAY, way, False)
        assert copy.recorded_by == acting(Role.OFFICER, by_link=by_link).actor
        assert lines_of(here)[-1].action == "circulars.acknowledged"


def test_who_has_acknowledged_is_asked_no_more(here, sent, acting):
    with here.speaks():
        circular = sent()
        copy = circular.receivers.get(person=here.people[Role.OFFICER])
        assert not is_acknowledged(copy.pk)
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        assert is_acknowledged(copy.pk)
        assert not FollowUp.objects.running().filter(person=here.people[Role.OFFICER]).exists()
        told = Copy.objects.filter(person=here.people[Role.OFFICER], notice__kind="circulars.acknowledge")
        assert all(one.done for one in told)


def test_who_has_left_is_asked_no_more(here, sent):
    with here.speaks():
        copy = sent().receivers.get(person=here.people[Role.OFFICER])
        here.people[Role.OFFICER].left = TODAY
        here.people[Role.OFFICER].save()
        assert is_acknowledged(copy.pk)


def test_a_second_time_changes_nothing(here, sent, acting):
    with here.speaks():
        circular = sent()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        copy = services.acknowledge(acting=acting(Role.OFFICER, by_link=True), circular=circular)
        assert copy.way == Way.SCREEN
        assert sum(line.action == "circulars.acknowledged" for line in lines_of(here)) == 1


def test_nobody_acknowledges_what_was_not_sent_to_them(here, sent, acting):
    with here.speaks():
        circular = sent(audience=Audience.PEOPLE, audience_people=[here.people[Role.OFFICER].pk])
        with pytest.raises(Conflict):
            services.acknowledge(acting=acting(Role.EXECUTIVE), circular=circular)


def test_to_open_the_page_is_not_to_acknowledge(here, sent, asks):
    with here.speaks():
        circular = sent()
    asks(Role.OFFICER).get(circular.get_absolute_url())
    with here.speaks():
        copy = circular.receivers.get(person=here.people[Role.OFFICER])
        assert copy.opened is not None
        assert copy.acknowledged is None


def test_the_button_acknowledges(here, sent, asks):
    with here.speaks():
        circular = sent()
    answer = asks(Role.AUDITOR).post(reverse("circular-acknowledge", args=[circular.pk]), follow=True)
    assert "ท่านรับทราบแล้ว" in answer.content.decode()


def test_a_circular_to_others_is_not_there_for_an_officer(here, sent, asks):
    with here.speaks():
        officer = here.accounts[Role.OFFICER]
        officer.grants.update(unit=here.units["กองคลัง"])
        circular = sent(audience=Audience.PEOPLE, audience_people=[here.people[Role.AUDITOR].pk])
    assert asks(Role.OFFICER).get(circular.get_absolute_url()).status_code == 404
    assert asks(Role.EXECUTIVE).get(circular.get_absolute_url()).status_code == 200


def test_the_other_agency_sees_nothing(here, there, sent, asks):
    with here.speaks():
        circular = sent()
    assert asks(Role.COORDINATOR, there).get(circular.get_absolute_url()).status_code == 404


def test_a_personal_link_shows_the_counts_to_nobody(here, sent, acting):
    with here.speaks():
        circular = sent()
        assert circular.is_kept_by(acting(Role.COORDINATOR))
        assert not circular.is_kept_by(acting(Role.COORDINATOR, by_link=True))
