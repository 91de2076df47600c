"""A file gets a new version; the earlier ones stay and can be read."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.services import attach_again


@pytest.fixture
def file(here, attached):
    return attached(here, b"first", "แผน.txt")


def send(client, file, papers, *, seen: int, name: str = "แผน 2.txt"):
    told = {"files": papers(name, "ฉบับใหม่".encode()), "seen": str(seen)}
    return client.post(reverse("file-new-version", args=[file.public_id]), told)


def test_a_new_version_takes_the_place_of_the_last_which_stays(officer, file, papers, files_of, here):
    earlier = file.newest
    assert send(officer, file, papers, seen=1).status_code == 302
    (now,) = files_of(here)
    assert [(version.number, version.name) for version in now.versions.all()] == [(1, "แผน.txt"), (2, "แผน 2.txt")]
    assert officer.get(earlier.get_absolute_url()).content == b"first"
    assert officer.get(now.newest.get_absolute_url()).content == "ฉบับใหม่".encode()


def test_two_who_give_a_new_version_at_once_do_not_overwrite_each_other(officer, file, papers, files_of, here):
    assert send(officer, file, papers, seen=1).status_code == 302
    assert send(officer, file, papers, seen=1).status_code == 409
    assert len(files_of(here)[0].versions.all()) == 2


@pytest.mark.parametrize("seen", ["", "x", "-1", "99"])
def test_a_form_that_was_tampered_with_changes_nothing(officer, file, papers, files_of, here, seen):
    assert send(officer, file, papers, seen=seen).status_code in (400, 409, 422)
    assert len(files_of(here)[0].versions.all()) == 1


def test_two_files_are_no_version(officer, file, papers, files_of, here):
    told = {"files": [papers("a.txt", b"text"), papers("b.txt", b"text")], "seen": "1"}
    assert officer.post(reverse("file-new-version", args=[file.public_id]), told).status_code == 400
    assert len(files_of(here)[0].versions.all()) == 1


def test_a_file_that_something_else_holds_too_is_changed_only_where_all_allow_it(here, client_of, file, papers):
    with here.speaks():
        attach_again(acting="test", file=file, holder="secret-paper", thing=here.units["กองคลัง"].pk)
    assert send(client_of(here), file, papers, seen=1).status_code == 404
    assert send(client_of(here, Role.INVESTIGATOR), file, papers, seen=1).status_code == 302


def test_a_version_is_refused_like_any_bad_file(officer, file, papers, files_of, here):
    assert send(officer, file, papers, seen=1, name="แผน.exe").status_code == 415
    assert len(files_of(here)[0].versions.all()) == 1


@pytest.mark.parametrize("holder", ["closed-paper", "forgetful-paper"])
def test_only_who_may_both_read_and_change_a_thing_changes_its_files(here, officer, attached, papers, files_of, holder):
    file = attached(here, holder=holder)
    sent = {"files": papers("a.txt", b"text"), "seen": "1"}
    with here.speaks():
        number = Attachment.objects.get(file=file).pk
    for address in (
        reverse("file-new-version", args=[file.public_id]),
        reverse("file-detach", args=[number]),
        reverse("file-attach", args=[holder, here.units["กองคลัง"].pk]),
    ):
        assert officer.post(address, sent).status_code == 404
    (kept,) = files_of(here)
    assert len(kept.versions.all()) == len(kept.attachments.all()) == 1
    reading = officer.get(reverse("file", args=[file.public_id]))
    assert reading.status_code == (200 if holder == "closed-paper" else 404)
    assert b"new-version" not in reading.content
