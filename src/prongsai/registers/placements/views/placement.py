"""The pages of one placement: shown, changed, looked at, taken down."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import units_of
from prongsai.platform.audit.actors import names_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.models import Attachment
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale
from prongsai.registers.placements import services
from prongsai.registers.placements.file_holders import PHOTOGRAPH
from prongsai.registers.placements.forms import PlacementForm, SightingForm, TakeDownForm
from prongsai.registers.placements.forms.register import EDITED
from prongsai.registers.placements.models import Place, Placement, Sighting
from prongsai.registers.placements.services.hanging import standing_placement
from prongsai.registers.placements.views.finding import READERS, WRITERS, people_of, placement_of

MOST_SIGHTINGS = 30


@require_safe
@for_roles(*READERS)
def placement(request: StaffRequest, placement: int) -> HttpResponse:
    """Show a placement with all that was seen of it."""
    found = placement_of(request.acting, placement)
    sightings = _with_photographs(list(found.sightings.select_related("recorded_for")[:MOST_SIGHTINGS]))
    held: list[Attachment] = next((one["held"] for one in sightings if one["held"]), [])
    told = {
        "placement": found,
        "sightings": sightings,
        "newest": held[0].file.newest if held else None,
        "lacks_photograph": found.lacks_photograph(today(request.acting.agency)),
        "may_write": request.acting.has(*WRITERS) and found.is_standing,
        "history": history_of(found),
    }
    return render(request, "placements/placement.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def change(request: StaffRequest, placement: int) -> HttpResponse:
    """Change a placement; who opened it before somebody else changed it is told."""
    found = placement_of(request.acting, placement)
    if not found.is_standing:
        raise Conflict(_("This was taken down meanwhile."))
    options: dict[str, Any] = {
        "places": Place.objects.in_use(),
        "units": units_of(request.acting),
        "today": today(found.agency),
    }
    if request.method != "POST":
        told = {"form": PlacementForm(instance=found, **options), "seen": stale.version_of(found, EDITED)}
        return render(request, "placements/edit.html", told | {"placement": found})
    with transaction.atomic():
        current = standing_placement(found)
        form = PlacementForm(request.POST, instance=found, **options)
        if not form.is_valid():
            told = {"form": form, "seen": request.POST.get(stale.FIELD, ""), "placement": current}
            return render(request, "placements/edit.html", told, status=400)
        if differs := _differences(request, current, form):
            told = {"placement": current, "differs": differs}
            return render(request, "placements/stale.html", told, status=409)
        services.change_placement(acting=request.acting, placement=current, hung=form.hung)
    messages.success(request, _("Saved."))
    return redirect(current)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS, by_link=True)
def see(request: StaffRequest, placement: int) -> HttpResponse:
    """Write down how a placement was found, with a photograph: made for a telephone."""
    found = placement_of(request.acting, placement)
    if not found.is_standing:
        raise Conflict(_("This was taken down meanwhile."))
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    day = today(request.acting.agency)
    form = SightingForm(**sent, people=people_of(request.acting), first=found.since, today=day)
    if form.is_valid():
        services.note_sighting(acting=request.acting, placement=found, seen=form.seen)
        messages.success(request, _("Written down: %(title)s") % {"title": found.title})
        return redirect(_back(request, found))
    told = {"form": form, "placement": found, "by_link": request.acting.by_link, "back": _back(request, found)}
    return render(request, "placements/see.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def take_down(request: StaffRequest, placement: int) -> HttpResponse:
    """Write down that a placement was taken down."""
    found = placement_of(request.acting, placement)
    if not found.is_standing:
        raise Conflict(_("This was taken down meanwhile."))
    sent = request.POST if request.method == "POST" else None
    form = TakeDownForm(sent, initial={"day": today(request.acting.agency)})
    if form.is_valid():
        services.take_down(acting=request.acting, placement=found, **form.cleaned_data)
        messages.success(request, _("Taken down. It stays in the register."))
        return redirect(found)
    told = {"form": form, "placement": found}
    return render(request, "placements/take_down.html", told, status=400 if form.errors else 200)


def _back(request: StaffRequest, found: Placement) -> str:
    """Give where one came from: the walk, the page of the place, one's own part, or the page of the thing."""
    came = request.GET.get("from", "")
    if came == "walk":
        return reverse("placements-walk")
    if came == "place":
        return found.place.get_absolute_url()
    return reverse("my-tasks") if request.acting.by_link else found.get_absolute_url()


def _with_photographs(sightings: list[Sighting]) -> list[dict[str, Any]]:
    """Give sightings with the names of who saw, and their photographs."""
    held = Attachment.objects.filter(holder=PHOTOGRAPH.key, thing__in=[one.pk for one in sightings])
    by_thing: dict[int, list[Attachment]] = {}
    for attachment in held.select_related("file").prefetch_related("file__versions"):
        by_thing.setdefault(attachment.thing, []).append(attachment)
    names = names_of([one.seen_by for one in sightings])
    return [{"sighting": one, "who": names[one.seen_by], "held": by_thing.get(one.pk, [])} for one in sightings]


def _differences(request: StaffRequest, current: Placement, form: PlacementForm) -> list[stale.Difference]:
    try:
        return stale.differences(current, form, EDITED, request.POST.get(stale.FIELD, ""))
    except BadSignature as error:
        raise SuspiciousOperation("a form without the mark of what it saw") from error
