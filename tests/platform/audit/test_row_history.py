"""The history of a row says who changed what, when, and from what."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.template.loader import render_to_string
from django.utils import translation

from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, RoleGrant
from prongsai.platform.agency.models import Holding, HoldingKind, Person, Post
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.tenancy.speaker import speaking

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(twins):
    """A person moved to another unit by the coordinator, and then renamed by a job."""
    here, _ = twins
    coordinator = acting_as(here.accounts[Role.COORDINATOR])
    person = here.people[Role.OFFICER]
    with speaking(here.agency.pk, actor=coordinator.actor):
        Person.objects.filter(pk=person.pk).update(unit=here.units["กองคลัง"])
    with speaking(here.agency.pk, actor="job:4"):
        Person.objects.filter(pk=person.pk).update(given_name="สุภา")
        Person.objects.filter(pk=person.pk).update(given_name="สุภา")
    return here, person


def test_a_history_tells_the_newest_first_and_what_did_not_change_is_no_version(changed):
    here, person = changed
    with here.speaks(), translation.override("th"):
        newest, before, first = history_of(person)
    assert (newest.who, newest.what) == ("ระบบทำเอง", "update")
    assert [(change.before, change.after) for change in newest.changes] == [("สุดา", "สุภา")]
    assert before.who == str(here.accounts[Role.COORDINATOR])
    assert [(change.before, change.after) for change in before.changes] == [("สำนักปลัด", "กองคลัง")]
    assert (first.what, first.changes) == ("insert", ())
    assert newest.when >= before.when >= first.when


def test_a_page_shows_it(changed):
    here, person = changed
    with here.speaks(), translation.override("th"):
        page = render_to_string("audit/history.html", {"history": history_of(person)})
    assert "จาก “สุดา” เป็น “สุภา”" in page
    assert "บันทึกครั้งแรก" in page


def test_values_are_told_in_words(twins):
    here, _ = twins
    with here.speaks(), translation.override("th"):
        holding = Holding.objects.first()
        Holding.objects.filter(pk=holding.pk).update(kind="acting", until="2026-12-01")
        kind, until = history_of(holding)[0].changes
        assert (kind.before, kind.after) == (HoldingKind.SUBSTANTIVE.label, HoldingKind.ACTING.label)
    assert (until.before, until.after) == ("–", "1 ธ.ค. 69")


def test_another_agency_sees_nothing_of_it(changed, twins):
    _, person = changed
    with twins[1].speaks():
        assert history_of(person) == []


def test_a_deletion_keeps_what_was_deleted(twins):
    here, _ = twins
    with here.speaks():
        post = Post.objects.create(agency=here.agency, unit=here.units["กองคลัง"], title="ว่าง")
        number = post.pk
        post.delete()
        event = Post.events.rel.related_model.objects.filter(pgh_obj_id=number).latest("pgh_id")
    assert (event.pgh_label, event.title) == ("delete", "ว่าง")


def test_roles_are_tracked_too_those_of_no_agency_included(twins):
    here, _ = twins
    user = here.accounts[Role.AUDITOR]
    with transaction.atomic(), speaking(None, actor="command:test"):
        grant = RoleGrant.objects.create(user=user, role=Role.OVERSEER)
        assert [version.what for version in history_of(grant)] == ["insert"]
    with here.speaks():
        assert history_of(grant) == []
        assert [version.what for version in history_of(user.grants.first())] == ["insert"]


def test_a_change_is_refused_where_its_history_cannot_be_written(twins):
    here, _ = twins
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        RoleGrant.objects.create(user=here.accounts[Role.AUDITOR], agency=here.agency, role=Role.OVERSEER)


@pytest.mark.parametrize("setting", ["session_replication_role = replica", "row_security = off"])
def test_the_application_cannot_switch_the_triggers_off(twins, setting):
    here, _ = twins
    with pytest.raises(DatabaseError), here.speaks(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {setting}")
        cursor.execute("UPDATE agency_person SET given_name = 'x'")
