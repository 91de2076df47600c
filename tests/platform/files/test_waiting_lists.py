"""Lists that wait for somebody to look through them: kept, seen by the agency, taken whole or not at all, forgotten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from cast import make_twins
from prongsai.ita.thai import Refused
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.list_forms import ListForm
from prongsai.platform.files.waiting_lists import (
    drop_list,
    keep_list,
    open_list,
    read_sent,
    refuse_faults,
    removal_of,
    sent_files,
)
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders.models import ImportedOrders


@dataclass(frozen=True)
class Row:
    words: str = "ก"
    faults: tuple[str, ...] = ()

    def as_json(self) -> dict[str, str]:
        return {"words": self.words}


class SomeForm(ListForm):
    file_label = "รายการ"


@dataclass
class Request:
    method: str = "POST"
    POST: dict = field(default_factory=dict)
    FILES: dict = field(default_factory=dict)


@pytest.fixture
def twins(db):
    return make_twins()


@pytest.fixture
def here(twins):
    return twins[0]


def keep(here, name: str = "รายการ.csv", **more) -> ImportedOrders:
    acting = acting_as(here.accounts[Role.OFFICER])
    return keep_list(ImportedOrders, acting=acting, agency=here.agency.pk, file_name=name, rows=[Row()], **more)


def sent(content: bytes = "หัว\nก\n".encode()) -> SomeForm:
    files = MultiValueDict({"file": [SimpleUploadedFile("รายการ.csv", content)]})
    return SomeForm(data={}, files=files)


def test_a_list_is_kept_with_its_rows_and_who_sent_it(here):
    with here.speaks():
        kept = keep(here, "ก\nข" + "ค" * 300)
        assert kept.found == [{"words": "ก"}]
        assert kept.made_by == f"user:{here.accounts[Role.OFFICER].pk}"
        assert "\n" not in kept.file_name
        assert len(kept.file_name) == 200
        assert str(kept) == kept.file_name


def test_everybody_of_the_agency_sees_it_and_nobody_of_another(twins):
    here, twin = twins
    with here.speaks():
        keep(here)
        assert ImportedOrders.objects.visible_to(acting_as(here.accounts[Role.COORDINATOR])).count() == 1
    with twin.speaks():
        assert ImportedOrders.objects.visible_to(acting_as(twin.accounts[Role.COORDINATOR])).count() == 0


def test_what_was_dropped_or_taken_in_is_not_opened_again(here):
    with here.speaks():
        kept, other = keep(here), keep(here)
        assert open_list(kept).found == kept.found
        drop_list(kept)
        with pytest.raises(Conflict):
            open_list(ImportedOrders(pk=2**40))
        assert list(ImportedOrders.objects.all()) == [other]


def test_one_bad_row_keeps_the_whole_list_out():
    refuse_faults([Row(), Row()])
    with pytest.raises(Conflict):
        refuse_faults([Row(), Row(faults=("DATE",))])


def test_after_a_week_a_list_goes_by_itself(here):
    with here.speaks():
        keep(here)
        remove = removal_of(ImportedOrders)
        assert remove(timezone.now() + timedelta(days=6)) == 0
        assert remove(timezone.now() + timedelta(days=8)) == 1
        assert not ImportedOrders.objects.exists()


def test_the_file_of_a_form_is_read_and_its_name_told():
    form = sent()
    assert read_sent(form, lambda file: len(file.data)) == len("หัว\nก\n".encode())
    assert form.file_name == "รายการ.csv"


def test_what_the_reader_refuses_is_said_at_the_file_with_its_rule():
    def refuse(_file):
        raise Refused("COLUMNS", "ไม่พบหัวตาราง")

    form = sent()
    assert read_sent(form, refuse) is None
    (error,) = form.errors.as_data()["file"]
    assert error.code == "COLUMNS"
    assert "รายการ.csv" in str(form.errors["file"])


def test_a_form_without_its_file_is_not_read():
    form = SomeForm(data={}, files=MultiValueDict())
    assert read_sent(form, lambda _file: pytest.fail("read nothing")) is None


@pytest.mark.parametrize(("method", "bound"), [("POST", True), ("GET", False), ("HEAD", False)])
def test_only_what_was_posted_fills_a_form(method, bound):
    assert SomeForm(**sent_files(Request(method))).is_bound is bound
