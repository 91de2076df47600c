"""Posting a version for citizens, withdrawing it, looking through it once a year, giving a service up."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services.approval_kind import A_YEAR
from prongsai.registers.services.models import Service, ServiceVersion
from prongsai.registers.services.services.drafting import locked


@transaction.atomic
def post(*, acting: Acting, version: ServiceVersion) -> None:
    """Put an approved version on the public page in place of the one before. Refuses Conflict."""
    current = ServiceVersion.objects.select_for_update().select_related("service").get(pk=version.pk)
    if not current.is_approved or current.is_posted or current.service.given_up:
        raise Conflict(_("Only an approved version can be posted, and only once."))
    if ServiceVersion.objects.filter(service=current.service, number__gt=current.number).approved().exists():
        raise Conflict(_("There is a newer approved version. Post that one."))
    day = today(acting.agency)
    ServiceVersion.objects.filter(service=current.service, posted__isnull=False, withdrawn=None).update(withdrawn=day)
    current.posted, current.withdrawn = day, None
    current.save(update_fields=["posted", "withdrawn"])
    record(acting, "services.posted", thing=current, figures={"version": current.number})


@transaction.atomic
def withdraw(*, acting: Acting, version: ServiceVersion) -> None:
    """Take a version off the public page; the address then says that it was withdrawn, and when. Refuses Conflict."""
    current = ServiceVersion.objects.select_for_update().get(pk=version.pk)
    if not current.is_posted:
        raise Conflict(_("This version is not on the public page."))
    current.withdrawn = today(acting.agency)
    current.save(update_fields=["withdrawn"])
    record(acting, "services.withdrawn", thing=current, figures={"version": current.number})


@transaction.atomic
def confirm_review(*, acting: Acting, service: Service) -> None:
    """Write down that a service was looked through and nothing is to be changed. Refuses Conflict without a version."""
    current = locked(service)
    if not current.versions.approved().exists():
        raise Conflict(_("There is no approved version yet that could be reviewed."))
    current.reviewed = today(acting.agency)
    current.review_due = current.reviewed + A_YEAR
    current.save(update_fields=["reviewed", "review_due"])
    record(acting, "services.reviewed", thing=current)


@transaction.atomic
def give_up(*, acting: Acting, service: Service) -> None:
    """Give up a service: it leaves the public page, its papers stay. Refuses Conflict where it was given up before."""
    current = locked(service)
    if current.given_up:
        raise Conflict(_("This service was given up before."))
    current.given_up = today(acting.agency)
    current.save(update_fields=["given_up"])
    record(acting, "services.given_up", thing=current)
