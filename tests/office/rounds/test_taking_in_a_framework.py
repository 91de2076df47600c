"""A year's framework comes in by a page: looked at first, whole or not at all, from a workbook or YAML."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.ita.catalogue import Framework, load_framework, to_yaml
from prongsai.ita.catalogue.workbook import read_workbook, workbook_bytes
from prongsai.office.rounds import services
from prongsai.office.rounds.framework_changes import changes_of, proposed_owner
from prongsai.office.rounds.frameworks import known_years
from prongsai.office.rounds.models import LoadedFramework, Round
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.ui.refusals import Conflict


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.CATALOGUE_FOLDER = tmp_path / "catalogue"


@pytest.fixture
def alone(here, there):
    """The only real office of its installation."""
    Agency.objects.filter(pk=there.agency.pk).update(demo_today=here.agency.demo_today)
    return here


@pytest.fixture
def coming() -> Framework:
    """The framework of 2570 as somebody might announce it: one item gone, one new, one under another code."""
    base = load_framework(2569)
    first, second, *rest = base.items
    new = first.model_copy(update={"title": "ข้อใหม่ของปีนี้", "topic": None})
    swapped = second.model_copy(update={"code": rest[-1].code})
    return base.model_copy(update={"year": 2570, "items": (new, *rest[:-1], swapped)})


def send(client, data: bytes, name: str):
    return client.post(reverse("frameworks"), {"file": SimpleUploadedFile(name, data)})


def sent(client, framework: Framework) -> LoadedFramework:
    answer = send(client, workbook_bytes(framework), "กรอบ 2570.xlsx")
    assert answer.status_code == 302
    return LoadedFramework.objects.waiting().get()


@pytest.mark.parametrize("name", ["กรอบ.xlsx", "framework.yaml", "FRAMEWORK.YML"])
def test_a_framework_is_looked_at_and_taken_in_whole(alone, asks, coming, name, settings):
    client = asks()
    data = workbook_bytes(coming) if name.endswith(".xlsx") else to_yaml(coming).encode()
    answer = send(client, data, name)
    kept = LoadedFramework.objects.get()
    assert answer.headers["Location"] == reverse("framework-review", args=[kept.pk])
    assert 2570 not in known_years()
    page = client.get(answer.headers["Location"]).content.decode()
    for words in ("ข้อใหม่ของปีนี้", "ตัดออก", "เปลี่ยนรหัส", "ร่างที่ใช้รหัสข้อของปี 2569", "สำนักปลัด"):
        assert words in page
    assert client.post(reverse("framework-review", args=[kept.pk]), {"looked": "on"}).status_code == 302
    assert 2570 in known_years()
    assert load_framework(2570, settings.CATALOGUE_FOLDER) == coming
    actions = [line.action for line in lines_of(alone)]
    assert {"rounds.framework_sent", "rounds.framework_taken_in"} <= set(actions)


def test_a_year_that_runs_as_draft_is_then_asked_to_move(alone, asks, acting, coming):
    with alone.speaks():
        found = services.open_round(acting=acting(), agency=alone.agency, fiscal_year=2570)
        assert found.is_draft
    client = asks()
    kept = sent(client, coming)
    answer = client.post(reverse("framework-review", args=[kept.pk]), {"looked": "on"}, follow=True)
    page = answer.content.decode()
    assert "มีกรอบการประเมินของปี 2570 แล้ว" in page
    assert reverse("round-move", args=[found.pk]) in page
    with alone.speaks():
        assert Round.objects.get().is_draft


def test_nothing_holds_without_the_yes(alone, asks, coming):
    client = asks()
    kept = sent(client, coming)
    assert client.post(reverse("framework-review", args=[kept.pk]), {}).status_code == 400
    assert 2570 not in known_years()
    assert client.post(reverse("framework-review", args=[kept.pk]), {"drop": "1"}).status_code == 302
    assert not LoadedFramework.objects.exists()
    assert client.post(reverse("framework-review", args=[kept.pk]), {"looked": "on"}).status_code == 404


def test_of_two_who_accept_the_second_is_told(alone, acting, coming):
    with alone.speaks():
        kept = services.keep_framework(acting=acting(), file_name="a.yaml", framework=coming)
        services.accept_framework(acting=acting(), waiting=kept)
        with pytest.raises(Conflict):
            services.accept_framework(acting=acting(), waiting=kept)


def test_every_bad_row_is_named_with_its_place_and_rule_and_nothing_is_kept(alone, asks, coming):
    bad = to_yaml(coming).replace("- code: O3\n", "- code: O4\n", 1).replace("indicator: 9\n", "indicator: 99\n", 1)
    answer = send(asks(), bad.encode(), "กรอบ.yaml")
    page = answer.content.decode()
    assert answer.status_code in (400, 422)
    assert "กรอบ.yaml บรรทัด" in page
    assert page.count("<code>") >= 2
    assert not LoadedFramework.objects.exists()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.xlsx"),
        (b"PK\x03\x04broken", "broken.xlsx"),
        (b"%PDF-1.7", "paper.pdf"),
        (b"year: 2570\n", "short.yaml"),
        (b"a: &a [*a, *a]\n", "bomb.yaml"),
        (b"\xff\xfe\x00x", "strange.yaml"),
        (b"!!python/object/apply:os.system ['true']\n", "code.yaml"),
        (b"#\n" * 11_000_000, "large.yaml"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_framework_is_refused_in_thai(alone, asks, data, name):
    answer = send(asks(), data, name)
    assert answer.status_code in (400, 413, 415, 422)
    assert 'class="error' in answer.content.decode()
    assert not LoadedFramework.objects.exists()


def test_a_year_that_cannot_be_is_refused(alone, asks, coming):
    data = to_yaml(coming).replace("year: 2570", "year: 2699", 1).encode()
    assert send(asks(), data, "a.yaml").status_code in (400, 422)
    assert not LoadedFramework.objects.exists()


def test_where_many_offices_work_none_of_them_changes_the_frameworks_of_all(here, asks, coming):
    for role in (Role.COORDINATOR, Role.SYSTEM_ADMIN, Role.OFFICER):
        assert send(asks(role), to_yaml(coming).encode(), "a.yaml").status_code == 404
        page = asks(role).get(reverse("frameworks")).content.decode()
        assert "ผู้ดูแลระบบส่วนกลางเป็นผู้นำเข้า" in page
    assert not LoadedFramework.objects.exists()


def test_who_runs_an_installation_of_many_takes_frameworks_in(here, coming, client):
    root = User.objects.create_account("root", agency=None)
    with transaction.atomic(), speaking(None, actor="test"):
        RoleGrant.objects.create(user=root, agency=None, role=Role.SYSTEM_ADMIN)
    client.force_login(root)
    session = client.session
    session["second_factor"] = True
    session.save()
    kept = sent(client, coming)
    assert client.post(reverse("framework-review", args=[kept.pk]), {"looked": "on"}).status_code == 302
    assert 2570 in known_years()


def test_the_workbook_of_a_coming_year_is_a_draft_that_can_be_filled_in(alone, asks):
    client = asks(Role.OFFICER)
    answer = client.get(reverse("framework-workbook"), {"year": "2570"})
    draft = read_workbook(answer.content, "2570.xlsx")
    assert (draft.year, any(item.confirmed for item in draft.items)) == (2570, False)
    for wrong in ("1999", "๒๕๗๐", "25700", "x"):
        assert client.get(reverse("framework-workbook"), {"year": wrong}).status_code == 404


def test_the_folder_is_filled_again_from_the_database(alone, acting, coming, settings, tmp_path):
    with alone.speaks():
        kept = services.keep_framework(acting=acting(), file_name="a.yaml", framework=coming)
        services.accept_framework(acting=acting(), waiting=kept)
    settings.CATALOGUE_FOLDER = tmp_path / "another machine"
    assert 2570 not in known_years()
    call_command("place_frameworks", verbosity=0)
    assert 2570 in known_years()
    assert services.place_frameworks() == 0


def test_the_newest_that_was_accepted_holds(alone, acting, coming, settings):
    later = coming.model_copy(update={"title": "ฉบับแก้ไข"})
    with alone.speaks():
        for each in (coming, later):
            kept = services.keep_framework(acting=acting(), file_name="a.yaml", framework=each)
            services.accept_framework(acting=acting(), waiting=kept)
    assert load_framework(2570, settings.CATALOGUE_FOLDER).title == "ฉบับแก้ไข"
    assert LoadedFramework.objects.holding().get().content == to_yaml(later)


def test_items_are_told_by_their_titles_and_not_by_their_codes(coming):
    changes = changes_of(load_framework(2569), coming)
    kinds = sorted(item.kind for item in changes.items)
    assert kinds == ["dropped", "dropped", "moved", "new"]
    assert changes.same == len(load_framework(2569).items) - 3
    assert all(item.kind != "new" or item.after for item in changes.items)


def test_a_framework_beside_itself_brings_nothing():
    framework = load_framework(2568)
    changes = changes_of(framework, framework)
    assert (changes.items, changes.others, changes.same) == ((), (), 28)


def test_the_owner_is_proposed_by_the_topic_of_an_item():
    owners = {item.code: proposed_owner(item) for item in load_framework(2568).items if item.topic}
    assert any("กองคลัง" in owner for owner in owners.values())
    assert any("สำนักปลัด" in owner for owner in owners.values())
