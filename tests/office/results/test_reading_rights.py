"""Who may read papers and results, who is asked to look through them."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.results.task_source import ResultTasks
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from years_of_an_office import confirmed, kept

DAY = date(2025, 3, 17)


def test_who_coordinates_is_asked_to_look_through_and_nobody_else(here, there):
    with there.speaks():
        kept(there, "P1.xlsx")
    with here.speaks():
        sheet = kept(here, "P4.pdf").sheets[0]
        (task,) = ResultTasks().open_tasks(DAY)
        assert (task.person, task.arguments) == (here.people[Role.COORDINATOR].pk, {"sheet": sheet.pk})
        assert not list(ResultTasks().open_tasks(DAY, person=here.people[Role.OFFICER].pk))
        assert not list(ResultTasks().open_tasks(DAY, units=frozenset({here.units["กองคลัง"].pk})))


def test_a_confirmed_result_asks_nobody(here):
    with here.speaks():
        confirmed(here, "P4.pdf")
        assert not list(ResultTasks().open_tasks(DAY))


@pytest.mark.parametrize(("role", "status"), [(Role.OFFICER, 200), (Role.AUDITOR, 200), (Role.INVESTIGATOR, 404)])
def test_the_paper_itself_is_open_to_who_works_on_the_assessment(here, asks, role, status):
    with here.speaks():
        paper = kept(here, "P4.pdf").paper
        file = Attachment.objects.select_related("file").get(holder="read-paper", thing=paper.pk).file
    assert asks(role).get(file.get_absolute_url()).status_code == status


def test_an_officer_reads_and_is_offered_nothing_to_change(here, asks):
    with here.speaks():
        sheet = kept(here, "P4.pdf").sheets[0]
    page = asks(Role.OFFICER).get(sheet.get_absolute_url()).content.decode()
    assert "78.16" in page
    assert "ยืนยันฉบับนี้" not in page
    assert reverse("result-sheet-confirm", args=[sheet.pk]) not in page
