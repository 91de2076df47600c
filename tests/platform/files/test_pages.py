"""The page of a file tells its versions and where it is used; the coordinator's list tells no secret names."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_again, attach_files


def page_of(client, file) -> str:
    return client.get(reverse("file", args=[file.public_id])).content.decode()


def test_the_page_tells_versions_who_and_where(here, officer, attached, papers):
    file = attached(here, b"first", "แผน.txt")
    told = {"files": papers("แผนปรับปรุง.txt", "ฉบับใหม่".encode()), "seen": "1"}
    officer.post(reverse("file-new-version", args=[file.public_id]), told)
    page = page_of(officer, file)
    assert "แผน.txt" in page
    assert "แผนปรับปรุง.txt" in page
    assert "กองคลัง" in page
    assert str(here.accounts[Role.OFFICER]) in page
    assert reverse("file-new-version", args=[file.public_id]) in page


def test_a_use_that_the_reader_may_not_know_is_not_told(here, officer, attached):
    file = attached(here)
    with here.speaks():
        attach_again(acting="test", file=file, holder="secret-paper", thing=here.units["กองคลัง"].pk)
    page = page_of(officer, file)
    assert "เรื่องลับ" not in page
    assert reverse("file-new-version", args=[file.public_id]) not in page


def test_who_may_not_read_it_does_not_see_its_page(here, client_of, attached):
    file = attached(here, holder="secret-paper")
    address = reverse("file", args=[file.public_id])
    assert client_of(here, Role.COORDINATOR).get(address).status_code == 404
    assert client_of(here, Role.INVESTIGATOR).get(address).status_code == 200


def test_a_signed_pdf_says_that_nothing_was_taken_out(here, officer):
    content = CleanFile("สัญญา.pdf", Kind.PDF, b"%PDF", "0" * 64, 4, as_sent=True)
    with here.speaks():
        told = {"agency": here.agency.pk, "holder": "unit-paper", "thing": here.units["กองคลัง"].pk}
        (file,) = attach_files(acting="test", files=[content], **told)
    assert "ลายมือชื่ออิเล็กทรอนิกส์" in page_of(officer, file)


@pytest.fixture
def coordinator(here, client_of):
    return client_of(here, Role.COORDINATOR)


def test_the_list_names_files_of_kinds_that_allow_it_and_no_others(twins, coordinator, attached):
    here, there = twins
    attached(here, name="เปิดเผยได้.txt")
    attached(here, b"secret", "บัตรประชาชน.txt", holder="secret-paper")
    attached(there, b"theirs", "ของเขา.txt")
    told = coordinator.get(reverse("files")).content.decode()
    assert "เปิดเผยได้.txt" in told
    assert "บัตรประชาชน" not in told
    assert "ของเขา" not in told


def test_the_list_is_searched_by_name_and_parted_into_pages(here, coordinator, attached):
    for number in range(51):
        attached(here, b"%d" % number, f"แฟ้ม {number}.txt")
    attached(here, b"x", "100%.txt")
    listed = reverse("files")
    assert coordinator.get(listed).content.decode().count('scope="row"') == 50
    assert coordinator.get(f"{listed}?page=2").content.decode().count('scope="row"') == 2
    assert coordinator.get(f"{listed}?q=100%25").content.decode().count('scope="row"') == 1
    assert coordinator.get(f"{listed}?q=ไม่มีแน่").status_code == 200
    assert coordinator.get(f"{listed}?page=9e99&q=%00").status_code < 500


def test_an_empty_list_says_what_will_stand_there(coordinator):
    assert 'class="empty"' in coordinator.get(reverse("files")).content.decode()


def test_the_list_takes_a_fixed_number_of_questions(here, coordinator, attached, django_assert_max_num_queries):
    for number in range(20):
        attached(here, b"%d" % number, f"{number}.txt")
    with django_assert_max_num_queries(25):
        coordinator.get(reverse("files"))
