"""Places and their labels, and rounds of checking."""

from __future__ import annotations

from itertools import groupby

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.notices.links import whole_address
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web.saving import saved
from prongsai.registers.placements import papers, services
from prongsai.registers.placements.forms import HabitForm, PlaceForm, RoundForm
from prongsai.registers.placements.habits import months_unseen
from prongsai.registers.placements.models import CheckingRound, Place, Placement, State
from prongsai.registers.placements.views.finding import READERS, WRITERS, place_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS, by_link=True)
def walk(request: StaffRequest) -> HttpResponse:
    """Show what is left to look at in the round that runs, place by place; without one, begin it."""
    acting, agency = request.acting, agency_of(request.acting)
    running = CheckingRound.objects.running().first()
    form = RoundForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and running:
        raise Conflict(_("A round of checking runs already."))
    if not acting.by_link and form.is_valid():
        services.begin_round(acting=acting, agency=agency, due=form.cleaned_data["due"])
        messages.success(request, _("The round has begun. Each unit has a task for it."))
        return redirect("placements-walk")
    seen = Placement.objects.visible_to(acting).select_related("place")
    left = list(seen.filter(pk__in=services.unchecked(running))) if running else []
    told = {
        "form": form,
        "running": running,
        "by_link": acting.by_link,
        "places": [(place, list(group)) for place, group in groupby(left, key=lambda one: one.place)],
        "left": len(left),
        "looked": running.sightings.values("placement").distinct().count() if running else 0,
        "last": CheckingRound.objects.exclude(ended=None).first(),
    }
    return render(request, "placements/walk.html", told, status=400 if form.errors else 200)


@require_POST
@for_roles(*WRITERS)
def end_round(request: StaffRequest, checking: int) -> HttpResponse:
    """End a round."""
    found = get_object_or_404(CheckingRound.objects.visible_to(request.acting), pk=checking)
    services.end_round(acting=request.acting, checking=found)
    messages.success(request, _("The round has ended."))
    return redirect("placements-walk")


@require_safe
@for_roles(*READERS)
def places(request: StaffRequest) -> HttpResponse:
    """List the places."""
    standing = Count("placements", filter=~Q(placements__state=State.TAKEN_DOWN))
    found = Place.objects.visible_to(request.acting).annotate(hanging=standing)
    has_address = bool(whole_address(agency_of(request.acting), "/"))
    told = {"places": found, "may_write": request.acting.has(*WRITERS), "has_address": has_address}
    return render(request, "placements/places.html", told)


@require_safe
@for_roles(*READERS, by_link=True)
def place(request: StaffRequest, place: int) -> HttpResponse:
    """Show what hangs at a place: the label there leads here."""
    found = place_of(request.acting, place)
    hanging = Placement.objects.visible_to(request.acting).standing().filter(place=found)
    told = {"place": found, "hanging": hanging, "by_link": request.acting.by_link}
    return render(request, "placements/place.html", told | {"may_write": request.acting.has(*WRITERS)})


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_place(request: StaffRequest) -> HttpResponse:
    """Add a place."""
    form = PlaceForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.add_place(acting=request.acting, agency=agency_of(request.acting), **form.cleaned_data)
        except Conflict as conflict:
            form.add_error("name", conflict.said)
        else:
            messages.success(request, _("Written down."))
            return redirect("placement-places")
    return render(request, "placements/edit_place.html", {"form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def change_place(request: StaffRequest, place: int) -> HttpResponse:
    """Rename a place, or give it up."""
    found = place_of(request.acting, place)
    form = PlaceForm(request.POST if request.method == "POST" else None, instance=place_of(request.acting, place))
    if form.is_valid():
        try:
            services.change_place(acting=request.acting, place=found, **form.cleaned_data)
        except Conflict as conflict:
            form.add_error(None, conflict.said)
        else:
            messages.success(request, _("Saved."))
            return redirect("placement-places")
    told = {"form": form, "place": found}
    return render(request, "placements/edit_place.html", told, status=400 if form.errors else 200)


@require_safe
@for_roles(*WRITERS)
def labels(request: StaffRequest) -> HttpResponse:
    """Give labels of all places in use, to be printed and cut out."""
    agency = agency_of(request.acting)
    found = list(Place.objects.visible_to(request.acting).in_use())
    content = papers.labels(found, agency, today(agency))
    return saved(content, _("Labels of places") + ".pdf", Kind.PDF.content_type)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def habit(request: StaffRequest) -> HttpResponse:
    """Say after how many months somebody should look again."""
    sent = request.POST if request.method == "POST" else None
    form = HabitForm(sent, initial={"months": months_unseen()})
    if form.is_valid():
        services.set_habit(acting=request.acting, agency=agency_of(request.acting), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("placements")
    return render(request, "placements/habit.html", {"form": form}, status=400 if form.errors else 200)
