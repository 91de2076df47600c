"""Only in a demonstration somebody is made to say yes."""

from __future__ import annotations

from datetime import date

import pytest

from cast import Office
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Standing
from prongsai.platform.notices.models import Copy
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Submission, Verdict

BEFORE = date(2025, 3, 3)


def matter(here: Office, acting) -> int:
    unit, agency = here.units["สำนักปลัด"], here.agency.pk
    opinions, decides = (Standing.HEAD, Standing.APPROVER), Standing.EXECUTIVE
    return services.add_matter(
        acting=acting(), agency=agency, subject="ก", unit=unit, decides=decides, opinions=opinions
    ).pk


def test_the_line_says_yes_as_often_as_asked(here, submitted):
    with here.speaks():
        submission = submitted()
        services.agree(agency=here.agency, submission=submission, times=2)
        assert services.turn_of(submission, date(2025, 3, 17)).by.person == here.people[Role.EXECUTIVE]
        services.agree(agency=here.agency, submission=submission, times=9)
        assert Submission.objects.get().state == "approved"


def test_what_was_approved_before_stands_with_the_posts_of_that_day_and_nobody_is_told(here, acting, approver):
    with here.speaks():
        told = {"acting": acting(), "agency": here.agency, "kind": "matter", "thing": matter(here, acting)}
        made = services.approved_before(**told, day=BEFORE)
        assert (made.state, made.submitted, made.settled) == ("approved", BEFORE, BEFORE)
        steps = [(step.verdict, step.person, step.day, step.entered) for step in made.steps.all()]
        assert steps == [
            (Verdict.AGREES, here.people[Role.UNIT_HEAD], BEFORE, BEFORE),
            (Verdict.AGREES, approver.person, BEFORE, BEFORE),
            (Verdict.APPROVES, here.people[Role.EXECUTIVE], BEFORE, BEFORE),
        ]
        assert not Copy.objects.exists()


def test_an_opinion_of_a_vacant_post_falls_away(here, acting):
    with here.speaks():
        told = {"acting": acting(), "agency": here.agency, "kind": "matter", "thing": matter(here, acting)}
        made = services.approved_before(**told, day=BEFORE)
        assert [step.verdict for step in made.steps.all()] == ["agrees", "fell_away", "approves"]


def test_in_a_real_office_nobody_is_made_to_say_anything(here, acting, submitted):
    here.agency.demo_today = None
    here.agency.save()
    with here.speaks():
        submission = submitted()
        with pytest.raises(ValueError, match="demonstration"):
            services.agree(agency=here.agency, submission=submission, times=1)
        told = {"acting": acting(), "agency": here.agency, "kind": "matter", "thing": matter(here, acting)}
        with pytest.raises(ValueError, match="demonstration"):
            services.approved_before(**told, day=BEFORE)
        assert Submission.objects.get().is_waiting
