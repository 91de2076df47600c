"""Somebody attaches files to a thing: kept clean, all or none, refused in plain words."""

from __future__ import annotations

import hashlib
import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from bad_inputs.makers import MAKERS
from bad_inputs.planted import OFFICE, PICTURES, is_planted
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.models import Line
from prongsai.platform.files import room
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import space_taken, store


def test_a_paper_is_attached_and_kept_by_its_content(officer, address, papers, files_of, here):
    assert officer.post(address, {"files": papers("รายงาน.docx")}).status_code == 302
    (file,) = files_of(here)
    version = file.newest
    assert (version.name, version.number, version.kind) == ("รายงาน.docx", 1, "docx")
    assert version.made_by == f"user:{here.accounts[Role.OFFICER].pk}"
    kept = store().read(here.agency.pk, version.sha256)
    assert (hashlib.sha256(kept).hexdigest(), len(kept)) == (version.sha256, version.size)


def test_several_files_from_both_boxes_at_once(officer, address, papers, files_of, here):
    officer.post(address, {"files": [papers("รายงาน.docx"), papers("IMG_0001.jpg"), papers("IMG_0002.jpg")]})
    assert [file.newest.name for file in files_of(here)] == ["รายงาน.docx", "IMG_0001.jpg", "IMG_0002.jpg"]


@pytest.mark.parametrize("name", ["exif.jpg", "exif.heic", "core.docx", "comments.xlsx"])
def test_what_is_kept_tells_nothing_and_the_proof_of_what_was_sent_stays(
    name, officer, address, papers, files_of, here
):
    data = (PICTURES | OFFICE)[name]()
    officer.post(address, {"files": papers(name, data)})
    version = files_of(here)[0].newest
    assert not is_planted(store().read(here.agency.pk, version.sha256))
    assert (version.sent_sha256, version.sent_size) == (hashlib.sha256(data).hexdigest(), len(data))


def test_a_photograph_of_a_phone_is_kept_as_jpeg(officer, address, papers, files_of, here):
    officer.post(address, {"files": papers("IMG_1.HEIC", PICTURES["exif.heic"]())})
    version = files_of(here)[0].newest
    assert (version.name, version.kind) == ("IMG_1.jpg", "jpeg")
    assert Image.open(io.BytesIO(store().read(here.agency.pk, version.sha256))).format == "JPEG"


@pytest.mark.parametrize(
    ("maker", "name", "status", "said"),
    [
        ("jpeg", "a.pdf", 415, "JPEG"),
        ("macros", "a.xlsx", 422, "มาโคร"),
        ("bomb", "a.xlsx", 413, "ใหญ่เกิน"),
        ("locked-pdf", "ลับ.pdf", 422, "รหัสผ่าน"),
        ("nothing", "ว่าง.pdf", 422, "ว่าง"),
        ("text", "a.exe", 415, "โปรแกรม"),
        ("xxe-web", "a.docx", 422, "เอนทิตี"),
        ("pdf-10000-pages", "a.pdf", 413, "หน้า"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_and_nothing_is_kept(
    maker, name, status, said, officer, address, papers, files_of, here, contents
):
    answer = officer.post(address, {"files": [papers("IMG_0001.jpg"), papers(name, MAKERS[maker]())]})
    told = answer.content.decode()
    assert (answer.status_code, files_of(here), contents()) == (status, [], [])
    assert name in told
    assert said in told
    assert 'enctype="multipart/form-data"' in told


def test_the_faults_of_all_files_are_told_at_once(officer, address, papers):
    told = officer.post(
        address, {"files": [papers("ก.exe", b"MZ"), papers("ข.pdf", b"x"), papers("ค.docx", b"xy")]}
    ).content.decode()
    assert all(name in told for name in ("ก.exe", "ข.pdf", "ค.docx"))


def test_an_english_page_tells_faults_in_english(officer, address, papers):
    officer.cookies["language"] = "en"
    officer.cookies["django_language"] = "en"
    told = officer.post(address, {"files": papers("a.exe", b"MZ")}, headers={"accept-language": "en"}).content.decode()
    assert "a.exe" in told


def test_nothing_chosen_is_told(officer, address, files_of, here):
    answer = officer.post(address, {})
    assert (answer.status_code, files_of(here)) == (400, [])


def test_more_than_ten_files_are_refused(officer, address, papers, files_of, here):
    answer = officer.post(address, {"files": [papers(f"{n}.txt", b"text") for n in range(11)]})
    assert (answer.status_code, files_of(here)) == (400, [])


def test_the_form_works_without_scripts_and_offers_the_camera(officer, address):
    told = officer.get(address).content.decode()
    assert told.count('type="file"') == 2
    assert 'capture="environment"' in told
    assert "multiple" in told
    assert ".heic" in told
    assert "<script>" not in told
    assert "onchange" not in told


def test_the_name_of_a_file_is_cleaned(officer, address, papers, files_of, here):
    officer.post(address, {"files": papers("../../a<script>\u202e.txt", "ข้อความ".encode())})
    assert files_of(here)[0].newest.name == "a script.txt"


def test_a_file_over_twenty_megabytes_is_refused(officer, address, papers, files_of, here):
    answer = officer.post(address, {"files": papers("a.txt", b"x" * 20_000_001)})
    assert (answer.status_code, files_of(here)) == (413, [])


def test_equal_contents_are_kept_once_for_an_agency_and_apart_for_two(twins, attached, contents):
    here, there = twins
    for office in (here, here, there):
        attached(office)
    assert len(contents()) == 2
    with here.speaks():
        assert FileVersion.objects.count() == 2
        assert space_taken(here.agency.pk) == len(b"paper")


def test_an_agency_that_has_used_its_space_is_refused_with_507(officer, address, papers, settings, here, files_of):
    settings.FILES_QUOTA = 10
    answer = officer.post(address, {"files": papers("IMG_0001.jpg")})
    assert (answer.status_code, files_of(here)) == (507, [])
    assert "ของหน่วยงาน" in answer.content.decode()


def test_a_disk_that_is_nearly_full_is_refused_with_507(
    officer, address, papers, settings, monkeypatch, here, files_of
):
    settings.FILES_KEEP_FREE = 1_000_000
    usage = room.shutil.disk_usage("/")
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _: usage._replace(free=900_000))
    assert officer.post(address, {"files": papers("IMG_0001.jpg")}).status_code == 507
    assert files_of(here) == []


def test_the_deed_is_recorded_with_figures_and_without_the_name(transactional_db, officer, address, papers, here):
    officer.post(address, {"files": papers("รายงาน.docx")})
    with here.speaks():
        line = Line.objects.get(action="file.attached")
    assert "รายงาน" not in str(vars(line))
    assert line.actor == f"user:{here.accounts[Role.OFFICER].pk}"


def test_a_thing_of_another_agency_and_one_that_is_not_there_take_no_files(officer, twins, papers, contents):
    for holder, thing in (
        ("unit-paper", twins[1].units["กองคลัง"].pk),
        ("unit-paper", 2**40),
        ("no-such-holder", 1),
        ("secret-paper", twins[0].units["กองคลัง"].pk),
    ):
        answer = officer.post(reverse("file-attach", args=[holder, thing]), {"files": papers("IMG_0001.jpg")})
        assert answer.status_code == 404
    assert contents() == []


def test_a_form_from_elsewhere_is_refused(here, client_of, address, papers, contents):
    client = client_of(here, enforce_csrf_checks=True)
    assert client.post(address, {"files": papers("IMG_0001.jpg")}).status_code == 403
    assert contents() == []


def test_nobody_attaches_without_an_account(address, papers, contents):
    assert Client().post(address, {"files": papers("IMG_0001.jpg")}).status_code == 302
    assert contents() == []


def test_a_file_made_here_is_kept_as_it_is(twins, attached):
    version = attached(twins[0], b"%PDF- made here", "รายงาน.pdf").newest
    assert (version.as_sent, version.sha256) == (True, version.sent_sha256)
