"""What the register proves, gives to be done, and tells other rooms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from approved_services import approve, submitted
from prongsai.ita.papers.blocks import Heading, Paragraph, Table
from prongsai.platform.accounts.models import Role
from prongsai.registers.approvals.task_sources import ApprovalTasks
from prongsai.registers.services import services
from prongsai.registers.services.evidence import FASTER, PUBLIC_MANUALS, WORK_MANUALS, ManualEvidence
from prongsai.registers.services.models import Service
from prongsai.registers.services.task_sources import ServiceTasks
from whole_service import INSIDE, WHOLE

YEAR = (date(2024, 10, 1), date(2025, 9, 30))


@pytest.fixture
def lighter(here, posted, acting):
    """Make a second, shorter version and post it."""

    def make():
        version = posted(here)
        second = services.start_version(acting=acting(), service=version.service)
        services.save_part(acting=acting(), version=second, told={"steps": second.content["steps"][:2]})
        approve(here, second)
        services.post(acting=acting(), version=second)
        return second

    return make


def test_a_posted_manual_is_a_fact_with_its_figures(here, posted):
    with here.speaks():
        posted(here)
        (fact,) = ManualEvidence().facts(here.agency.code, *YEAR)
    assert (fact.topic, fact.happened, fact.public) == (PUBLIC_MANUALS, date(2025, 3, 17), True)
    assert fact.figures["steps"] == Decimal(3)
    assert WHOLE.name in fact.sentence


def test_days_outside_the_span_prove_nothing(here, posted):
    with here.speaks():
        posted(here)
        assert list(ManualEvidence().facts(here.agency.code, date(2025, 4, 1), date(2025, 9, 30))) == []


def test_an_approved_inside_procedure_speaks_of_work_manuals(here, approved):
    with here.speaks():
        approved(here, INSIDE)
        (fact,) = ManualEvidence().facts(here.agency.code, *YEAR)
    assert (fact.topic, fact.public) == (WORK_MANUALS, False)


def test_a_lighter_version_proves_that_steps_were_cut(here, lighter):
    with here.speaks():
        lighter()
        facts = [fact for fact in ManualEvidence().facts(here.agency.code, *YEAR) if fact.topic == FASTER]
    (fact,) = facts
    assert "จาก 3 เป็น 2 ขั้นตอน" in fact.sentence
    assert fact.figures == {"steps_before": Decimal(3), "steps_after": Decimal(2)}


def test_the_item_on_manuals_is_filled_with_the_list_and_its_addresses(here, lighter):
    with here.speaks():
        version = lighter()
        heading, table = ManualEvidence().content(PUBLIC_MANUALS, here.agency.code, *YEAR)
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    (row,) = table.rows
    assert f"/{here.agency.code}/services/{version.service_id}/" in str(row)


def test_where_nothing_is_in_force_the_item_says_so(here, added):
    with here.speaks():
        added(here)
        _, told = ManualEvidence().content(PUBLIC_MANUALS, here.agency.code, *YEAR)
    assert told == Paragraph(("ไม่มี",))


def test_on_other_topics_the_register_is_silent(here):
    with here.speaks():
        assert ManualEvidence().content("gifts", here.agency.code, *YEAR) == ()


def test_a_review_is_a_task_of_the_owner_unit_a_month_ahead(here, approved):
    with here.speaks():
        version = approved(here)
        unit, source = version.service.unit_id, ServiceTasks()
        assert list(source.open_tasks(date(2025, 3, 18), units=frozenset({unit}))) == []
        (task,) = source.open_tasks(date(2026, 2, 20), units=frozenset({unit}))
        assert (task.due, task.unit) == (date(2026, 3, 17), unit)
        assert task.is_late(date(2026, 3, 18))
        assert list(source.open_tasks(date(2026, 2, 20), units=frozenset({here.units["กองคลัง"].pk}))) == []
        assert list(source.open_tasks(date(2026, 2, 20), person=1)) == []


def test_a_version_that_waits_is_a_task_of_who_is_asked_and_of_nobody_else(here, added):
    with here.speaks():
        submission = submitted(here, added(here))
        head, executive = here.people[Role.UNIT_HEAD].pk, here.people[Role.EXECUTIVE].pk
        (task,) = ApprovalTasks().open_tasks(date(2025, 3, 17), person=head)
        assert task.arguments == {"submission": submission.pk}
        assert list(ApprovalTasks().open_tasks(date(2025, 3, 17), person=executive)) == []
        assert list(ServiceTasks().open_tasks(date(2025, 3, 17))) == []


def test_other_rooms_see_the_approved_version_and_never_the_draft(here, approved, added, acting):
    with here.speaks():
        version = approved(here)
        second = services.start_version(acting=acting(), service=version.service)
        services.save_part(acting=acting(), version=second, told={"fees": [], "stated_none": ["law", "fees"]})
        offered = services.service_called(version.service_id)
        assert offered == services.offered_services()[0]
        assert (offered.version, offered.time.days_counted, offered.sheet) == (1, 5, WHOLE)
        assert services.manual_of(version.service_id) == WHOLE
        assert services.manual_of(version.service_id, version=2) is None
        Service.objects.update(given_up=date(2025, 3, 17))
        assert services.service_called(version.service_id) is None
        assert services.offered_services() == []
