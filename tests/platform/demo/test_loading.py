"""The invented office is loaded: as told, once, and never beside a real agency."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from cast import Office, make_office
from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.kinds import kinds
from prongsai.platform.agency.line import approver, executive, head_of, next_higher
from prongsai.platform.agency.models import Agency, Person, Post, Unit
from prongsai.platform.demo.loading import close_demo, load_demo
from prongsai.platform.demo.office import told_offices
from prongsai.platform.tenancy.speaker import speaking

DAY = date(2025, 3, 17)
INSIDE = "/account/"


@pytest.fixture
def story(db) -> Agency:
    load_demo()
    return Agency.objects.get(code="nongkrachang")


def printed(name: str, *words: str) -> str:
    out = io.StringIO()
    call_command(name, *words, stdout=out)
    return out.getvalue()


def test_the_office_of_the_story_is_complete(story):
    with speaking(story.pk, actor="test"):
        assert Unit.objects.first().name == "ผู้บริหาร"
        assert (Unit.objects.count(), Person.objects.count()) == (6, 18)
        assert not Person.objects.exclude(family_name__startswith="ตัวอย่าง").exists()
    assert (story.demo_today, story.letter_prefix, story.is_demo) == (DAY, "ตย ๗๑๐๐๑/", True)


def test_everybody_of_the_story_stands_where_told(story):
    with speaking(story.pk, actor="test"):
        assert [executive(DAY).title, approver(DAY).title] == ["นายก อบต.", "ปลัด อบต."]
        pimjai = User.objects.get(login_name="pimjai", agency=story)
        assert next_higher(pimjai.person, DAY).title == "หัวหน้าสำนักปลัด"
        assert {grant.role for grant in pimjai.grants.all()} == {Role.COORDINATOR}


def test_the_head_of_education_acts_by_order_in_a_vacant_post(story):
    with speaking(story.pk, actor="test"):
        head = head_of(Unit.objects.get(short_name="กองการศึกษาฯ"), DAY)
        assert (head.person.given_name, head.acting) == ("ศิริพร", True)
        assert "๒๙๘/๒๕๖๗" in head.order_reference
        assert head.post.holdings.filter(kind="substantive").count() == 0


def test_the_twin_has_the_same_login_names_and_nothing_else_in_common(story):
    twin = Agency.objects.get(code="thachaemchan")
    names = [set(User.objects.filter(agency=agency).values_list("login_name", flat=True)) for agency in (story, twin)]
    assert names[0] == names[1]
    with speaking(twin.pk, actor="test"):
        assert set(Person.objects.values_list("family_name", flat=True)) == {"ตัวอย่างแจ่มจันทร์"}
        assert not Post.objects.filter(title__contains="อบต").exists()


def test_loading_again_changes_nothing(story):
    with speaking(story.pk, actor="test"):
        Person.objects.filter(given_name="สุดา").update(given_name="สุดารัตน์")
    assert load_demo() == []
    with speaking(story.pk, actor="test"):
        assert Person.objects.filter(given_name="สุดารัตน์").count() == 1


def test_loading_is_recorded(story):
    assert [line.action for line in lines_of(Office(story))] == ["demo.loaded"]


def test_it_is_not_loaded_beside_a_real_agency_unless_forced(db):
    Agency.objects.create(code="real", name="เทศบาลจริง", kind="town-municipality")
    with pytest.raises(CommandError, match="หน่วยงานจริง"):
        call_command("load_demo")
    assert Agency.objects.count() == 1
    call_command("load_demo", "--force", stdout=io.StringIO())
    assert Agency.objects.count() == 3


def test_the_start_of_an_unused_installation_loads_it_and_says_nothing(db):
    assert printed("load_demo", "--where-unused") == ""
    assert Agency.objects.filter(demo_today=DAY).count() == 2


def test_the_start_leaves_an_installation_in_use_alone(db):
    make_office("nongkrachang", "อบต.จริง")
    printed("load_demo", "--where-unused")
    assert Agency.objects.count() == 1


def test_the_start_loads_nothing_where_it_is_switched_off(db, settings):
    settings.DEMO_WHERE_UNUSED = False
    printed("load_demo", "--where-unused")
    assert not Agency.objects.exists()


def test_the_printed_log_ins_open_the_door(story, settings):
    told = printed("demo_logins")
    assert settings.DEMO_PASSPHRASE in told
    names = [line.split()[0] for line in told.splitlines() if line.startswith("  ")]
    assert names[0] == "pimjai"
    assert "sombun" not in names
    client = Client()
    answer = client.post(reverse("account_login"), {"login_name": names[0], "passphrase": settings.DEMO_PASSPHRASE})
    assert (answer.status_code, client.get(INSIDE).status_code) == (302, 200)
    assert "ข้อมูลสมมุติ" in client.get(INSIDE).content.decode()


def test_the_twin_is_entered_by_its_own_host_name(story, settings):
    settings.ALLOWED_HOSTS = [".localhost"]
    twin = Agency.objects.get(code="thachaemchan")
    client = Client(headers={"host": twin.host})
    client.post(reverse("account_login"), {"login_name": "pimjai", "passphrase": settings.DEMO_PASSPHRASE})
    assert twin.name in client.get(INSIDE).content.decode()


def test_who_never_logs_in_cannot(story, settings):
    client = Client()
    client.post(reverse("account_login"), {"login_name": "sombun", "passphrase": settings.DEMO_PASSPHRASE})
    assert client.get(INSIDE).status_code == 302


def test_where_a_real_agency_works_nothing_is_printed(db):
    Agency.objects.create(code="real", name="เทศบาลตัวอย่าง", kind="other")
    assert printed("demo_logins") == ""


def test_the_greeting_fits_into_what_the_start_prints(story):
    from prongsai.platform.supervisor.greeting import LONGEST_TEXT  # noqa: PLC0415

    assert 200 < len(printed("demo_logins").encode()) <= LONGEST_TEXT


def test_a_closed_demonstration_opens_nothing_and_keeps_its_rows(story, settings):
    assert close_demo() == 2
    client = Client()
    client.post(reverse("account_login"), {"login_name": "pimjai", "passphrase": settings.DEMO_PASSPHRASE})
    assert client.get(INSIDE).status_code == 302
    with speaking(story.pk, actor="test"):
        assert Person.objects.count() == 18
    assert "ปิดหน่วยงานตัวอย่างแล้ว" not in printed("close_demo")


def test_the_kinds_and_roles_of_the_data_exist():
    for office in told_offices():
        assert office.agency["kind"] in kinds()
        assert {person.unit for person in office.people} <= {unit.name for unit in office.units}
        assert len({person.login for person in office.people}) == len(office.people) == 18
