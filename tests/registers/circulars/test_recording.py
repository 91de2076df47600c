"""What came back on paper or was told, written down by the sender."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from photographs import photograph
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.models import FollowUp
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience, Circular, SignedSheet, Way

TODAY = date(2025, 3, 17)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def copies(here):
    """The copies of the persons in some roles."""

    def find(circular, *roles: Role):
        return [circular.receivers.get(person=here.people[role]) for role in roles]

    return find


def test_who_signed_on_the_sheet_has_acknowledged_on_the_day_of_the_sheet(here, drafted, acting, copies, scan):
    with here.speaks():
        circular = services.send(acting=acting(), circular=drafted(), sent=TODAY - timedelta(days=7))
        told = copies(circular, Role.EXECUTIVE, Role.AUDITOR)
        sheet = services.record_sheet(acting=acting(), circular=circular, receivers=told, day=YESTERDAY, scan=scan)
        assert set(sheet.signed.values_list("acknowledged", "way", "entered")) == {(YESTERDAY, Way.SHEET, TODAY)}
        assert all(one.is_for_another and one.is_backdated for one in sheet.signed.all())
        assert Attachment.objects.filter(holder="circular-sheet", thing=sheet.pk).count() == 1
        assert services.counts_of(circular).on_sheet == 2


def test_who_acknowledged_before_keeps_their_own_yes(here, sent, acting, copies, scan):
    with here.speaks():
        circular = sent()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        told = copies(circular, Role.OFFICER, Role.EXECUTIVE)
        services.record_sheet(acting=acting(), circular=circular, receivers=told, day=TODAY, scan=scan)
        assert copies(circular, Role.OFFICER)[0].way == Way.SCREEN


@pytest.mark.parametrize(
    ("roles", "day", "has_scan"),
    [
        ((Role.EXECUTIVE,), TODAY, False),
        ((Role.EXECUTIVE,), TODAY + timedelta(days=1), True),
        ((Role.EXECUTIVE,), YESTERDAY, True),
        ((), TODAY, True),
    ],
    ids=["no scan", "a day to come", "before it went out", "nobody"],
)
def test_a_sheet_that_proves_nothing_is_refused_whole(here, sent, acting, copies, scan, roles, day, has_scan):
    with here.speaks():
        circular = sent()
        with pytest.raises(Conflict):
            services.record_sheet(
                acting=acting(),
                circular=circular,
                receivers=copies(circular, *roles),
                day=day,
                scan=scan if has_scan else [],
            )
        assert not SignedSheet.objects.exists()
        assert services.counts_of(circular).acknowledged == 0


def test_only_the_sender_writes_down(here, sent, acting, copies, scan):
    with here.speaks():
        circular = sent()
        told = copies(circular, Role.EXECUTIVE)
        with pytest.raises(Conflict):
            services.record_sheet(
                acting=acting(Role.UNIT_HEAD), circular=circular, receivers=told, day=TODAY, scan=scan
            )
        with pytest.raises(Conflict):
            services.record_told(
                acting=acting(Role.UNIT_HEAD), circular=circular, receiver=told[0], way=Way.LINE, day=TODAY
            )


def test_a_receiver_of_another_circular_is_not_ticked(here, sent, acting, copies, scan):
    with here.speaks():
        circular, other = sent(), sent()
        with pytest.raises(Conflict):
            services.record_sheet(
                acting=acting(), circular=circular, receivers=copies(other, Role.OFFICER), day=TODAY, scan=scan
            )


def test_what_somebody_told_is_written_down_for_them_with_the_channel(here, sent, acting, copies):
    with here.speaks():
        circular = sent()
        (copy,) = copies(circular, Role.EXECUTIVE)
        services.record_told(acting=acting(), circular=circular, receiver=copy, way=Way.LINE, day=TODAY)
        copy.refresh_from_db()
        assert (copy.way, copy.is_for_another, copy.recorded_by) == (Way.LINE, True, acting().actor)
        assert not FollowUp.objects.running().filter(person=here.people[Role.EXECUTIVE]).exists()
        with pytest.raises(Conflict):
            services.record_told(acting=acting(), circular=circular, receiver=copy, way=Way.LINE, day=TODAY)


@pytest.mark.parametrize(("way", "day"), [(Way.SCREEN, TODAY), ("", TODAY), (Way.LINE, TODAY + timedelta(days=1))])
def test_a_yes_without_channel_or_of_tomorrow_is_refused(here, sent, acting, copies, way, day):
    with here.speaks():
        circular = sent()
        (copy,) = copies(circular, Role.EXECUTIVE)
        with pytest.raises(Conflict):
            services.record_told(acting=acting(), circular=circular, receiver=copy, way=way, day=day)


def test_a_tick_made_by_mistake_is_taken_back_and_the_person_asked_again(here, sent, acting, copies, scan):
    with here.speaks():
        circular = sent()
        told = copies(circular, Role.EXECUTIVE)
        services.record_sheet(acting=acting(), circular=circular, receivers=told, day=TODAY, scan=scan)
        services.take_back(acting=acting(), circular=circular, receiver=told[0])
        (copy,) = copies(circular, Role.EXECUTIVE)
        assert (copy.acknowledged, copy.way, copy.sheet) == (None, "", None)
        assert FollowUp.objects.running().filter(person=here.people[Role.EXECUTIVE]).exists()


def test_nobody_takes_back_the_yes_of_another(here, sent, acting, copies):
    with here.speaks():
        circular = sent()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        with pytest.raises(Conflict):
            services.take_back(acting=acting(), circular=circular, receiver=copies(circular, Role.OFFICER)[0])


def test_the_signed_memo_is_kept_with_number_day_and_signer(here, sent, acting, scan):
    with here.speaks():
        circular = sent()
        assert not circular.is_signed
        told = {"number": "ตย 71001/15", "day": TODAY, "signer": here.people[Role.EXECUTIVE], "scan": scan}
        services.record_paper(acting=acting(), circular=circular, **told)
        circular.refresh_from_db()
        assert (circular.is_signed, circular.paper_number) == (True, "ตย 71001/15")
        assert Attachment.objects.filter(holder="circular-paper", thing=circular.pk).exists()


def test_a_sheet_is_sent_by_the_form(here, sent, asks, copies):
    with here.speaks():
        circular = sent()
        (copy,) = copies(circular, Role.EXECUTIVE)
    told = {"signed": [copy.pk], "day": "17 มีนาคม 2568", "scan": photograph()}
    answer = asks().post(reverse("circular-record-sheet", args=[circular.pk]), told, follow=True)
    assert "บันทึกแล้ว 1 คน" in answer.content.decode()


def test_a_form_without_ticks_is_refused_and_says_so(here, sent, asks):
    with here.speaks():
        circular = sent()
    told = {"day": "17 มีนาคม 2568", "scan": photograph()}
    answer = asks().post(reverse("circular-record-sheet", args=[circular.pk]), told)
    assert answer.status_code == 400


def test_the_list_and_its_scans_are_the_senders_alone(here, sent, acting, asks, copies, scan):
    with here.speaks():
        circular = sent()
        told = copies(circular, Role.EXECUTIVE)
        sheet = services.record_sheet(acting=acting(), circular=circular, receivers=told, day=TODAY, scan=scan)
        file = Attachment.objects.get(holder="circular-sheet", thing=sheet.pk).file
        address = file.get_absolute_url()
    assert asks().get(address).status_code == 200
    assert asks(Role.EXECUTIVE).get(address).status_code == 404
    page = reverse("circular-list", args=[circular.pk])
    assert asks().get(page).status_code == 200
    assert asks(Role.EXECUTIVE).get(page).status_code == 409
    for output in ("list", "done"):
        address = reverse("circular-output", args=[circular.pk, output])
        assert asks(Role.EXECUTIVE).get(address).status_code == 409


def test_a_yes_by_telephone_and_its_taking_back_go_by_their_pages(here, sent, asks, copies):
    with here.speaks():
        circular = sent()
        (copy,) = copies(circular, Role.EXECUTIVE)
    client = asks()
    page = reverse("circular-record-told", args=[circular.pk, copy.pk])
    answer = client.post(page, {"way": Way.TELEPHONE, "day": "17 มีนาคม 2568"}, follow=True)
    assert "บันทึกแทน" in answer.content.decode()
    answer = client.post(reverse("circular-take-back", args=[circular.pk, copy.pk]), follow=True)
    assert "0 จาก 6 คน" in answer.content.decode()


def test_more_people_the_memo_and_the_withdrawal_go_by_their_pages(here, asks, sent):
    with here.speaks():
        officer, auditor = here.people[Role.OFFICER].pk, here.people[Role.AUDITOR].pk
        circular = sent(audience=Audience.PEOPLE, audience_people=[officer])
    client = asks()
    client.post(reverse("circular-add", args=[circular.pk]), {"people": [auditor]})
    told = {"signer": here.people[Role.EXECUTIVE].pk, "number": "ตย 71001/15", "day": "17 มีนาคม 2568"}
    client.post(reverse("circular-record-paper", args=[circular.pk]), told | {"scan": photograph()})
    client.post(reverse("circular-withdraw", args=[circular.pk]), {"because": "แนบไฟล์ผิด"})
    with here.speaks():
        now = Circular.objects.get(pk=circular.pk)
        assert (now.receivers.count(), now.is_signed, now.withdrawn_because) == (2, True, "แนบไฟล์ผิด")
