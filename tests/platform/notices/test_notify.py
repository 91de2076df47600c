"""Something is told: stored for each person once, in the language of the office, with nothing of sensitive matters."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.notices.kinds import Kind, Kinds
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import Copy, Notice, Sending
from prongsai.platform.notices.services import notify


def owners(notice: Notice) -> set[object]:
    return {copy.person or copy.user for copy in notice.copies.all()}


def test_a_person_has_a_copy_and_nothing_is_sent_to_who_never_wished_it(post, here):
    person = here.people[Role.OFFICER]
    notice = notify(to=person, kind="example.news", subject="ประชุมชี้แจง", by="user:1", due=date(2025, 3, 20))
    assert owners(notice) == {person}
    assert (notice.subject, notice.due, notice.made_by) == ("ประชุมชี้แจง", date(2025, 3, 20), "user:1")
    assert not Sending.objects.exists()


def test_an_account_and_its_person_are_one_reader(post, here):
    notice = notify(
        to=[here.people[Role.OFFICER], here.accounts[Role.OFFICER]], kind="example.news", subject="ข่าว", by="test"
    )
    assert owners(notice) == {here.people[Role.OFFICER]}


def test_an_account_without_a_person_has_its_own_copy(post, here):
    admin = here.accounts[Role.SYSTEM_ADMIN]
    assert owners(notify(to=admin, kind="example.news", subject="ข่าว", by="test")) == {admin}


def test_a_unit_is_everybody_who_works_there_today(post, here):
    unit = here.units["กองคลัง"]
    told = {"agency": here.agency, "given_name": "รัตนา", "family_name": "ตัวอย่างทรัพย์", "unit": unit}
    works, leaves = Person.objects.create(**told), Person.objects.create(**told, left=date(2025, 3, 18))
    Person.objects.create(**told, left=date(2025, 3, 17))
    notice = notify(to=unit, kind="example.news", subject="ข่าว", by="test")
    assert owners(notice) == {works, leaves}
    assert notice.unit == unit


def test_a_unit_without_people_is_told_to_nobody_and_is_kept(post, here):
    assert not notify(to=here.units["กองคลัง"], kind="example.news", subject="ข่าว", by="test").copies.exists()


def test_words_are_in_the_language_of_the_office_whatever_the_page_is_in(post):
    with translation.override("en"):
        notice = post.tells(gettext_lazy("Notices"), words=gettext_lazy("Something new"))
    assert (notice.subject, notice.words) == ("แจ้งเตือน", "มีเรื่องใหม่")


def test_a_subject_is_one_line_of_at_most_200_characters(post):
    assert post.tells("ก\r\nBcc: somebody@else.example").subject == "ก Bcc: somebody@else.example"
    long = post.tells("ก" * 300).subject
    assert (len(long), long[-1]) == (200, "…")


def test_a_sensitive_matter_leaves_only_that_there_is_something_new(post):
    notice = post.tells(kind="example.sealed")
    assert (notice.subject, notice.words, notice.sensitive) == ("มีเรื่องใหม่", "", True)


@pytest.mark.parametrize("told", [{"subject": "ชื่อผู้ถูกกล่าวหา"}, {"words": "เนื้อหา"}])
def test_a_sensitive_matter_with_words_is_refused(post, here, told):
    with pytest.raises(ValueError, match="sensitive"):
        notify(to=here.people[Role.OFFICER], kind="example.sealed", by="test", **told)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"kind": "nobody.knows"}, "No room"),
        ({"subject": " \u200b"}, "subject"),
        ({"link": Link("example-talk", {"talk": "x"})}, "no page of ours"),
        ({"link": Link("https://else.example/")}, "no page of ours"),
    ],
)
def test_what_could_not_be_explained_or_leads_elsewhere_is_refused(post, here, told, why):
    with pytest.raises(ValueError, match=why):
        notify(**{"to": here.people[Role.OFFICER], "kind": "example.news", "subject": "ข่าว", "by": "test", **told})
    assert not Notice.objects.exists()


def test_a_link_survives_as_a_name_and_is_silent_once_its_page_is_gone(post):
    notice = post.tells(link=Link("example-talk", {"talk_id": 7}))
    assert notice.path == "/office/example/7/"
    notice.url_name = "a-room-that-was-removed"
    assert notice.path == ""


def test_nothing_is_told_while_no_agency_speaks(twins):
    with pytest.raises(ValueError, match="none speaks"):
        notify(to=twins[0].accounts[Role.OFFICER], kind="example.news", subject="ข่าว", by="test")


def test_a_person_of_another_agency_cannot_be_told(twins):
    here, there = twins
    with pytest.raises(IntegrityError), transaction.atomic(), here.speaks():
        notify(to=there.people[Role.OFFICER], kind="example.news", subject="ข่าว", by="test")
        connection.check_constraints()


def test_another_agency_sees_neither_notice_nor_copy(post, twins):
    post.tells()
    with twins[1].speaks():
        assert not Notice.objects.exists()
        assert not Copy.objects.exists()


def test_a_kind_is_named_once_and_by_a_room():
    kinds = Kinds([Kind("a.b", "A")])
    with pytest.raises(ValueError, match=r"a\.b"):
        kinds.add(Kind("a.b", "Another"))
    with pytest.raises(ValueError, match="which room"):
        kinds.add(Kind("homeless", "A"))
    assert kinds.get("a.c") is None
