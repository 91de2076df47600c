"""People, the posts they hold, their leaving."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.ita.thai import single_line
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.line import line_above, posts_of
from prongsai.platform.agency.models import Holding, Person, Unit
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.staff.forms.people import EndForm, HoldingForm, LeaveForm, NewPersonForm, PersonForm
from prongsai.platform.staff.models import HandOver
from prongsai.platform.staff.module import KEEPERS, READERS
from prongsai.platform.staff.open_things import ending, to_hand_over
from prongsai.platform.staff.services import leaving
from prongsai.platform.staff.services import people as services
from prongsai.platform.staff.views.editing import act, edit, found_or_404, today_of
from prongsai.platform.ui.refusals import Conflict

_PAGE = ["GET", "HEAD", "POST"]
ON_A_PAGE = 50


@for_roles(*READERS)
@require_safe
def people(request: StaffRequest) -> HttpResponse:
    """List the people, or find some by name, unit or whether they left."""
    on, sought = today_of(request), single_line(request.GET.get("q", ""))[:100]
    gone = request.GET.get("gone") == "1"
    everybody = Person.objects.filter(left__lte=on) if gone else Person.objects.here(on)
    rows = _of_unit(_named(everybody, sought), request.GET.get("unit", ""))
    page = Paginator(rows.select_related("unit", "account"), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    told = {
        "page": page,
        "rows": [(person, posts_of(person, on)) for person in page.object_list],
        "sought": sought,
        "gone": gone,
        "units": Unit.objects.standing(on),
        "unit": request.GET.get("unit", ""),
        "query": query.urlencode() + "&" if query else "",
    }
    return render(request, "staff/people.html", {**told, "changes": request.acting.has(*KEEPERS)})


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def new_person(request: StaffRequest) -> HttpResponse:
    """Add a person."""
    form = NewPersonForm(request.POST if request.method == "POST" else None, on=today_of(request))

    def add() -> None:
        facts = {name: value for name, value in form.cleaned_data.items() if name != "namesake"}
        services.add_person(acting=request.acting, **facts)

    return act(request, form, add, template="staff/new_person.html", back=reverse("people"))


@for_roles(*READERS)
@require_safe
def person(request: StaffRequest, person: int) -> HttpResponse:
    """Show a person: posts, who stands above, the account, the history."""
    found = found_or_404(Person.objects.select_related("unit"), person)
    on = today_of(request)
    told = {
        "person": found,
        "here": found.is_here(on),
        "posts": posts_of(found, on),
        "above": line_above(found, on) if found.is_here(on) else [],
        "held": found.holdings.select_related("post__unit").order_by("-since", "-id"),
        "account": User.objects.filter(person=found).first(),
        "hand_overs": HandOver.objects.filter(person=found),
        "history": history_of(found),
        "is_me": request.acting.person == found,
    }
    return render(request, "staff/person.html", {**told, "changes": request.acting.has(*KEEPERS)})


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def edit_person(request: StaffRequest, person: int) -> HttpResponse:
    """Change what is known of a person."""
    found = found_or_404(Person.objects.select_related("unit"), person)
    on = today_of(request)
    return edit(
        request,
        found,
        lambda *sent, **options: PersonForm(*sent, on=on, **options),
        lambda row, facts: services.change_person(acting=request.acting, person=row, **facts),
        title=found.full_name,
        back=reverse("person", args=[found.pk]),
    )


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def new_holding(request: StaffRequest, person: int) -> HttpResponse:
    """Put a person into a post, for good or acting."""
    on = today_of(request)
    found = found_or_404(Person.objects.here(on), person)
    sent = request.POST if request.method == "POST" else None
    form = HoldingForm(sent, on=on, initial={"since": on})
    return act(
        request,
        form,
        lambda: services.put_into_post(acting=request.acting, person=found, **form.cleaned_data),
        template="staff/new_holding.html",
        back=reverse("person", args=[found.pk]),
        person=found,
    )


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def end_holding(request: StaffRequest, holding: int) -> HttpResponse:
    """End the holding of a post."""
    found = found_or_404(Holding.objects.select_related("person", "post__unit"), holding)
    form = EndForm(request.POST if request.method == "POST" else None, initial={"until": today_of(request)})
    return act(
        request,
        form,
        lambda: services.end_holding(acting=request.acting, holding=found, until=form.cleaned_data["until"]),
        template="staff/end_holding.html",
        back=reverse("person", args=[found.person_id]),
        holding=found,
    )


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def leave(request: StaffRequest, person: int) -> HttpResponse:
    """Show what a person has open, and let the person leave once it is handed over."""
    on = today_of(request)
    found = found_or_404(Person.objects.select_related("unit"), person)
    if found.left is not None:
        raise Conflict(_("The person has left already."))
    things = to_hand_over(found)
    others = Person.objects.here(on).exclude(pk=found.pk)
    sent = request.POST if request.method == "POST" else None
    form = LeaveForm(sent, things=things, people=others, initial={"day": on})
    told = {"form": form, "person": found, "ending": ending(found, on), "things": things}
    if not form.is_bound or not form.is_valid():
        return render(request, "staff/leave.html", told)
    day, successors = form.cleaned_data["day"], form.successors()
    made = leaving.let_leave(acting=request.acting, person=found, day=day, today=on, successors=successors)
    return redirect("hand-over", hand_over=made.pk)


@for_roles(*READERS)
@require_safe
def hand_over(request: StaffRequest, hand_over: int) -> HttpResponse:
    """Show the list of what was handed over: to print and to sign."""
    found = found_or_404(HandOver.objects.select_related("person__unit"), hand_over)
    return render(request, "staff/hand_over.html", {"hand_over": found, "person": found.person})


@for_roles(*KEEPERS)
@require_POST
def come_back(request: StaffRequest, person: int) -> HttpResponse:
    """Take back that a person left."""
    found = found_or_404(Person.objects.all(), person)
    leaving.take_back_leaving(acting=request.acting, person=found)
    return redirect("person", person=found.pk)


def _named(rows: QuerySet[Person], sought: str) -> QuerySet[Person]:
    """Keep those whose names hold each word that was typed; % and _ are letters like others."""
    for word in sought.split():
        rows = rows.filter(Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(prefix__icontains=word))
    return rows


def _of_unit(rows: QuerySet[Person], unit: str) -> QuerySet[Person]:
    return rows.filter(unit_id=int(unit)) if unit.isascii() and unit.isdigit() and len(unit) < 18 else rows
