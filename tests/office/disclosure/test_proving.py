"""The log of an office for the public, the proof of a publication, and that no rewritten log is given out."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import timedelta
from io import BytesIO
from threading import Thread

import pytest
from django.db import connection, connections
from django.utils import timezone

from cast import make_twins
from database import as_role
from office.disclosure.papers_to_publish import who, with_file, written
from prongsai.office.disclosure import services
from prongsai.office.disclosure.content import PublishedContent
from prongsai.office.disclosure.log import exported_log, leaf_hash, leaf_of, read_leaf
from prongsai.office.disclosure.models import LoggedAct, LogHead, Publication
from prongsai.office.disclosure.services import proving
from prongsai.office.disclosure.services.logging_acts import newest_edge, sign_head_of_the_day
from prongsai.office.disclosure.tasks import sign_log
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.room import store


def publish_some(office) -> list[Publication]:
    made = [services.publish(who(office), written(office, code)) for code in ("O1", "O2", "O26")]
    services.withdraw(who(office), made[1], "เผยแพร่ผิดข้อ")
    return made


def run(data: bytes, folder, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a proof as an outsider who has nothing but the ZIP file."""
    zipfile.ZipFile(BytesIO(data)).extractall(folder)
    command = [sys.executable, "-I", "-S", str(folder / "publication_proof.py"), str(folder), *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd="/")


def test_the_log_of_an_office_is_confirmed_by_the_script_alone_and_is_that_of_the_rows(here, tmp_path):
    with here.speaks():
        publish_some(here)
        services.close_set(who(here), LoggedAct.objects.first().item.round)
        told = services.log_of(here.agency)
        acts = [read_leaf(row.leaf.encode()) for row in LoggedAct.objects.order_by("index")]
        assert told == exported_log(acts, proving.heads_of(here.agency))
        assert [leaf_hash(leaf_of(act)).hex() for act in acts] == [row.hash for row in LoggedAct.objects.all()]
        assert newest_edge(here.agency).root().hex() == told["heads"][-1]["root"]
    done = run(services.proof_file(told), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "ตรงทุกรายการ: 6 รายการ" in done.stdout
    assert "ita/2568/O26" in done.stdout


def test_files_of_the_site_are_those_of_the_log_or_the_script_names_them(here, tmp_path):
    with here.speaks():
        item = written(here)
        with_file(here, item, b"plain text", "a.txt", Kind.TXT)
        made = services.publish(who(here), item)
        log = services.proof_file(services.log_of(here.agency))
        page = tmp_path / "site" / made.path
        page.mkdir(parents=True)
        (page / "content.json").write_bytes(services.content_bytes(made))
        for file in PublishedContent.model_validate(made.content).files:
            (page / file.address).write_bytes(store().read(here.agency.pk, file.sha256))
    assert run(log, tmp_path / "log", "--site", str(tmp_path / "site")).returncode == 0
    (page / "content.json").write_bytes(services.content_bytes(made).replace("ประชาคม".encode(), "กรรมการ".encode()))
    done = run(log, tmp_path / "log", "--site", str(tmp_path / "site"))
    assert done.returncode == 1
    assert "content.json" in done.stdout


def test_the_proof_of_one_item_holds_its_acts_alone_and_goes_with_a_clarification(here, tmp_path):
    with here.speaks():
        made = publish_some(here)
        told = services.proof_for([made[1]])
    assert [act["index"] for act in told["acts"]] == [1, 3]
    done = run(services.proof_file(told), tmp_path, "--some")
    assert done.returncode == 0
    assert "withdraw" in done.stdout


def test_an_office_that_published_nothing_has_no_log(here):
    with here.speaks():
        assert services.log_of(here.agency) == {}
        assert services.proof_for([]) == {}


def rewrite(statement: str, *values: object) -> None:
    """Change the database behind the application's back, as its administrator can."""
    with as_role("prongsai_owner"), connection.cursor() as cursor:
        for table in ("disclosure_loggedact", "disclosure_loghead"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER; ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        cursor.execute(statement, values)
        for table in ("disclosure_loggedact", "disclosure_loghead"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER; ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


TAMPERINGS = {
    "a changed act": "UPDATE disclosure_loggedact SET leaf = replace(leaf, 'publish', 'correct') WHERE index = 0",
    "an act taken out": "DELETE FROM disclosure_loggedact WHERE index = 1",
    "the last act taken out": "DELETE FROM disclosure_loggedact WHERE index = 3",
    "a changed head": "UPDATE disclosure_loghead SET at = '2024-01-01T00:00:00Z' WHERE size = 2",
    "a head taken out at the end": "DELETE FROM disclosure_loghead WHERE size = 4",
    "the end cut off": (
        "DELETE FROM disclosure_loghead WHERE size = 4; DELETE FROM disclosure_loggedact WHERE index = 3"
    ),
}


@pytest.mark.django_db(transaction=True)
def test_a_log_that_was_changed_behind_our_back_is_not_given_out():
    here, _ = make_twins()
    with here.speaks():
        publish_some(here)
    with here.speaks():
        assert len(services.log_of(here.agency)["acts"]) == 4
    for name, statement in TAMPERINGS.items():
        with here.speaks():
            rows = [list(LoggedAct.objects.all()), list(LogHead.objects.all())]
        rewrite(statement)
        with here.speaks(), pytest.raises(services.LogBroken):
            services.log_of(here.agency)
            pytest.fail(name)
        rewrite("DELETE FROM disclosure_loggedact; DELETE FROM disclosure_loghead")
        with here.speaks():
            LoggedAct.objects.bulk_create(rows[0])
            LogHead.objects.bulk_create(rows[1])


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_both_succeed_and_the_log_has_no_gap():
    here, _ = make_twins()
    with here.speaks():
        items = [written(here, code) for code in ("O1", "O2", "O3", "O4")]
    faults: list[Exception] = []

    def publish(mine: list) -> None:
        try:
            for item in mine:
                with here.speaks():
                    services.publish(who(here), item)
        except Exception as fault:  # noqa: BLE001 - told in the test's own thread
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [Thread(target=publish, args=(mine,)) for mine in (items[:2], items[2:])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    with here.speaks():
        assert list(LoggedAct.objects.values_list("index", flat=True)) == [0, 1, 2, 3]
        assert len(services.log_of(here.agency)["acts"]) == 4


def test_each_morning_what_stands_is_signed_once_more(twins, monkeypatch):
    office, now = twins[0], timezone.now()
    with office.speaks():
        assert sign_head_of_the_day(office.agency) is None
        services.publish(who(office), written(office))
        sign_log(agency=office.agency.pk)
        assert LogHead.objects.count() == 1  # the act's own head is of today
        monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=1))
        sign_log(agency=office.agency.pk)
        sign_log(agency=office.agency.pk)
        first, second = LogHead.objects.order_by("at")
        assert (second.day - first.day, second.root) == (timedelta(days=1), first.root)
        assert [head["size"] for head in services.log_of(office.agency)["heads"]] == [1, 1]


def test_another_office_sees_nothing_of_the_log(here, there):
    with here.speaks():
        made = publish_some(here)
    with there.speaks():
        assert not LoggedAct.objects.exists()
        assert services.log_of(Agency.objects.get(pk=there.agency.pk)) == {}
        assert not Publication.objects.visible_to(who(there, Role.AUDITOR)).filter(pk=made[0].pk).exists()
