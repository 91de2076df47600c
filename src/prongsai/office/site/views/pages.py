"""Writing basic pages, and what stands beside the names of executives."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.office.site import services
from prongsai.office.site.basics import basics
from prongsai.office.site.forms import BasicPageForm, ContactForm
from prongsai.office.site.making.records import SHOWN
from prongsai.office.site.models import BasicPage, OfficeContact
from prongsai.office.site.models.pages import READERS, WRITERS
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, people_of, units_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Holding, Person
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.web import stale

WATCHED = ("words", "rows", "unit_id")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def page(request: StaffRequest, page: int) -> HttpResponse:
    """Write a basic page: the coordinator any, others that of their own unit."""
    found = get_object_or_404(BasicPage.objects.changeable_by(request.acting).select_related("unit"), pk=page)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BasicPageForm(*sent, units=units_of(request.acting), initial=BasicPageForm.start(found))
    told = {"form": form, "page": found, "basic": basics()[found.key], "history": history_of(found)}
    if not form.is_valid():
        seen = request.POST.get(stale.FIELD) or stale.version_of(found, WATCHED)
        return render(
            request, "site/staff_page.html", {**told, "seen": seen}, status=status_of(form) if form.errors else 200
        )
    with transaction.atomic():
        current = BasicPage.objects.select_for_update().get(pk=found.pk)
        if _changed(request, current):
            return render(request, "site/staff_stale.html", {**told, "current": current, "sent": form.told}, status=409)
        services.change_page(acting=request.acting, page=current, told=form.told, files=form.cleaned_data["files"])
    messages.success(request, _("Saved. It shows when the site is made the next time."))
    return redirect("site")


@require_POST
@for_roles(*WRITERS)
def confirm(request: StaffRequest, page: int) -> HttpResponse:
    """Say that a page is still right."""
    found = get_object_or_404(BasicPage.objects.changeable_by(request.acting), pk=page)
    services.confirm_page(acting=request.acting, page=found)
    messages.success(request, _("Written down: looked at today."))
    return redirect("site")


@require_safe
@for_roles(*READERS)
def people(request: StaffRequest) -> HttpResponse:
    """List who stands on the page of executives, with what stands beside each name."""
    contacts = {each.person_id: each for each in OfficeContact.objects.all()}
    shown = [(person, contacts.get(person.pk)) for person in _shown(request)]
    return render(request, "site/staff_people.html", {"shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.COORDINATOR)
def contact(request: StaffRequest, person: int) -> HttpResponse:
    """Write how the office of an executive is reached."""
    found = get_object_or_404(people_of(request.acting), pk=person)
    if found not in _shown(request):
        return redirect("site-people")
    known = OfficeContact.objects.filter(person=found).first()
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ContactForm(*sent, initial={"contact": known.contact if known else ""})
    if not form.is_valid():
        told = {"form": form, "person": found}
        return render(request, "site/staff_contact.html", told, status=status_of(form) if form.errors else 200)
    pictures = form.cleaned_data["picture"]
    services.set_contact(
        acting=request.acting, person=found, contact=form.cleaned_data["contact"],
        picture=pictures[0] if pictures else None,
    )  # fmt: skip
    messages.success(request, _("Saved. It shows when the site is made the next time."))
    return redirect("site-people")


def _shown(request: StaffRequest) -> list[Person]:
    """Give executives and heads of today, the highest first."""
    held = Holding.objects.running(today(agency_of(request.acting))).filter(post__standing__in=SHOWN)
    rows = sorted(held.select_related("person", "post__unit"), key=lambda row: (-row.post.rank, row.post.unit.order))
    return list({row.person_id: row.person for row in rows}.values())


def _changed(request: StaffRequest, current: BasicPage) -> bool:
    """Say whether somebody else wrote the page since the form was opened."""
    seen = request.POST.get(stale.FIELD, "")
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark") from BadSignature()
    return seen != stale.version_of(current, WATCHED)
