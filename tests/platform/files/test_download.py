"""A file is given to who may read what holds it, and in a way that no browser runs anything of it."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from bad_inputs.planted import saved
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder, holders
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.room import store
from prongsai.platform.files.services import attach_again

TOKENS = re.compile(r'(csrfmiddlewaretoken" value=")[^"]*')


def test_the_file_comes_with_headers_that_let_nothing_run(here, officer, attached):
    version = attached(here, b"<script>x()</script>", 'รายงาน "ก".html', kind=Kind.HTML).newest
    answer = officer.get(version.get_absolute_url())
    assert (answer.status_code, answer.content) == (200, b"<script>x()</script>")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer.headers["Content-Length"] == "20"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("kind", list(Kind))
def test_only_pictures_are_shown_in_the_page(here, officer, attached, kind):
    answer = officer.get(attached(here, b"data", f"a{kind.suffix}", kind=kind).newest.get_absolute_url())
    assert answer.headers["Content-Disposition"].startswith("inline" if kind.is_picture else "attachment")
    assert answer.headers["Content-Type"] == kind.content_type


def test_a_head_has_the_same_headers_and_no_body(here, officer, attached):
    address = attached(here).newest.get_absolute_url()
    whole, head = officer.get(address), officer.head(address)
    assert (head.status_code, head.content) == (200, b"")
    same = {
        "Content-Length",
        "Content-Type",
        "Content-Disposition",
        "Content-Security-Policy",
        "X-Content-Type-Options",
    }
    assert {name: head.headers[name] for name in same} == {name: whole.headers[name] for name in same}


@pytest.mark.parametrize("name", ["other.exe", "../../../etc/passwd", "a%0d%0ab", "ก" * 200])
def test_the_name_in_the_address_decides_nothing(here, officer, attached, name):
    version = attached(here).newest
    answer = officer.get(f"/files/{version.public_id}/{name}")
    if answer.status_code != 404:
        assert answer.headers["Content-Disposition"] == 'attachment; filename="a.txt"'


def test_every_refusal_looks_the_same(twins, client_of, attached):
    here, there = twins
    secret = attached(here, b"secret", holder="secret-paper").newest
    theirs = attached(there, b"theirs").newest
    loose = attached(here, b"loose")
    with here.speaks():
        loose.attachments.all().delete()
    client = client_of(here)
    addresses = [
        secret.get_absolute_url(),
        theirs.get_absolute_url(),
        loose.newest.get_absolute_url(),
        reverse("file-download", args=[uuid4(), "a.txt"]),
    ]
    answers = [client.get(address) for address in addresses]
    assert {answer.status_code for answer in answers} == {404}
    assert len({TOKENS.sub(r"\1", answer.content.decode()) for answer in answers}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1


def test_a_hash_or_a_path_opens_nothing(here, officer, attached):
    version = attached(here).newest
    for address in (
        f"/files/{version.sha256}/a.txt",
        f"/files/{here.agency.pk}/{version.sha256[:2]}/{version.sha256}",
        f"/static/../files/{version.sha256}",
        f"/media/{version.sha256}",
    ):
        assert officer.get(address).status_code == 404


def test_a_content_that_the_twin_has_too_is_not_found_by_it(twins, client_of, attached):
    here, there = twins
    ours, theirs = attached(here, b"the same"), attached(there, b"the same")
    client = client_of(there, Role.COORDINATOR)
    assert client.get(ours.newest.get_absolute_url()).status_code == 404
    assert client.get(theirs.newest.get_absolute_url()).status_code == 200


def test_who_investigates_reads_what_others_do_not_see(here, client_of, attached):
    secret = attached(here, b"secret", holder="secret-paper").newest.get_absolute_url()
    assert client_of(here, Role.INVESTIGATOR).get(secret).status_code == 200
    assert client_of(here, Role.COORDINATOR).get(secret).status_code == 404


def test_one_thing_that_may_be_read_is_enough(here, officer, attached):
    file = attached(here, b"secret", holder="secret-paper")
    assert officer.get(file.newest.get_absolute_url()).status_code == 404
    with here.speaks():
        attach_again(acting="test", file=file, holder="unit-paper", thing=here.units["สำนักปลัด"].pk)
        attach_again(acting="test", file=file, holder="unit-paper", thing=here.units["สำนักปลัด"].pk)
        assert Attachment.objects.filter(file=file).count() == 2
    assert officer.get(file.newest.get_absolute_url()).status_code == 200


def test_a_kind_of_thing_says_whether_personal_links_open_its_files(here, attached):
    acting = acting_as(here.accounts[Role.INVESTIGATOR], by_link=True)
    file, secret = attached(here), attached(here, b"secret", holder="secret-paper")
    with here.speaks():
        assert (holders.may_read(acting, file), holders.may_read(acting, secret)) == (True, False)


def test_a_room_that_is_gone_leaves_its_files_shut(here, officer, attached):
    address = attached(here, holder="room-that-is-gone").newest.get_absolute_url()
    assert officer.get(address).status_code == 404


def test_two_kinds_of_thing_cannot_have_one_name():
    taken = holders.known["unit-paper"]
    with pytest.raises(ValueError, match="unit-paper"):
        holders.register(Holder("unit-paper", taken.may_read, taken.may_change, taken.tell))


@pytest.mark.faults
@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"papeR"), lambda path: path.unlink()])
def test_a_damaged_content_is_not_given_out_and_this_is_said(here, officer, attached, spoil, caplog):
    version = attached(here).newest
    spoil(store().path(here.agency.pk, version.sha256))
    answer = officer.get(version.get_absolute_url())
    assert answer.status_code == 500
    assert "ไฟล์ที่เก็บไว้เสียหาย" in answer.content.decode()
    assert version.sha256 in caplog.text


def test_who_has_no_account_is_led_to_the_door(here, attached):
    assert Client().get(attached(here).newest.get_absolute_url()).status_code == 302


def test_a_picture_is_shown_as_it_was_kept(here, officer, attached):
    data = saved("PNG")
    assert officer.get(attached(here, data, "a.png", kind=Kind.PNG).newest.get_absolute_url()).content == data
