"""Who may open a file that was handed in: who sees the item; by link one's own alone."""

from __future__ import annotations

import pytest
from django.urls import reverse

from photographs import photograph
from prongsai.office.data_calls.models import DataCall, HandIn
from prongsai.office.data_calls.outputs import is_signed
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import holders
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment, FileVersion
from prongsai.platform.files.services import attach_files, made_here


@pytest.fixture
def version(here, asks, witthaya, count_sheet) -> FileVersion:
    sent = {"files": photograph("ใบตรวจนับ.jpg"), "figure0": "1", "figure1": "1", "figure2": "0"}
    assert asks(witthaya, by_link=True).post(count_sheet.get_absolute_url(), sent).status_code == 302
    with here.speaks():
        return Attachment.objects.get(holder="hand-in").file.newest


def test_the_unit_and_who_looks_after_the_whole_may_read_it(asks, witthaya, version):
    for who in (witthaya, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR):
        assert asks(who).get(version.get_absolute_url()).status_code == 200
    assert asks(witthaya, by_link=True).get(version.get_absolute_url()).status_code == 200


def test_nobody_else_may(there, asks, employ_in, version):
    colleague = employ_in("กองคลัง", "จิราพร")
    assert asks(Role.UNIT_HEAD).get(version.get_absolute_url()).status_code == 404
    assert asks(Role.COORDINATOR, there).get(version.get_absolute_url()).status_code == 404
    assert asks(colleague, by_link=True).get(version.get_absolute_url()).status_code == 404
    assert asks(colleague).get(version.get_absolute_url()).status_code == 200


def test_what_was_handed_in_takes_no_other_file(here, acting, version):
    with here.speaks():
        made = HandIn.objects.get()
        assert not holders.get_or_404("hand-in").changes(acting(), made.pk)


def test_the_page_of_a_file_names_the_item(asks, version):
    page = asks().get(reverse("file", args=[version.file.public_id])).content.decode()
    assert "ใบตรวจนับพัสดุครึ่งปี" in page


def test_a_memo_is_a_draft_until_number_day_and_the_signed_one_are_there(here, acting, called, letter):
    with here.speaks():
        holder = holders.get_or_404("data-call-memo")
        assert holder.changes(acting(), called.pk)
        assert not holder.changes(acting(Role.UNIT_HEAD), called.pk)
        file = made_here(b"scan", "บันทึก.txt", Kind.TXT)
        attach_files(acting="test", agency=here.agency.pk, holder="data-call-memo", thing=called.pk, files=[file])
        assert not is_signed(called)
        DataCall.objects.filter(pk=called.pk).update(memo_number="ตย 71001/12", memo_day="2025-01-06")
        assert is_signed(DataCall.objects.get(pk=called.pk))
