"""What the desks know: by topic, offered for measures and items, taken with one press."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.ita.catalogue import load_topics
from prongsai.office.evidence import services
from prongsai.office.evidence.rights import READERS, WRITERS
from prongsai.office.evidence.services.facts import offered_facts, take_fact, topic_of_item, topics_of
from prongsai.office.evidence.views.finding import measure_or_404, round_or_404, seen_progress, sees_all
from prongsai.office.measures.models import Measure
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@require_safe
@for_roles(*READERS)
def facts(request: StaffRequest, round_id: int) -> HttpResponse:
    """List what the desks know on the topics of a year, by topic, each with what it can prove."""
    acting, day = request.acting, today(agency_of(request.acting))
    cycle = round_or_404(acting, round_id)
    measures = [each.measure for each in seen_progress(acting, cycle, day)]
    items = [item for item in cycle.framework.items if item.topic] if sees_all(acting) else []
    wanted = {topic for measure in measures for topic in topics_of(cycle, measure)}
    wanted |= {item.topic for item in items if item.topic}
    offered = offered_facts(agency_of(acting), cycle, sorted(wanted))
    groups = []
    for topic in dict.fromkeys(each.fact.topic for each in offered.facts):
        known = load_topics().get(topic)
        groups.append(
            {
                "name": known.name_th if known else topic,
                "facts": [each for each in offered.facts if each.fact.topic == topic],
                "measures": [measure for measure in measures if topic in topics_of(cycle, measure)],
                "items": [item for item in items if item.topic == topic],
            }
        )
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "evidence"),
        "groups": groups,
        "silent": offered.silent,
        "hand_ins": services.offered_hand_ins(cycle) if sees_all(acting) else (),
        "may_take": acting.has(Role.COORDINATOR) and not cycle.closed,
        "may_write": acting.has(*WRITERS) and not cycle.closed,
    }
    return render(request, "evidence/facts.html", told)


@require_POST
@for_roles(*WRITERS)
def take(request: StaffRequest, round_id: int) -> HttpResponse:
    """Take a fact as proof of a measure or an item."""
    acting = request.acting
    cycle = round_or_404(acting, round_id)
    measure, item = _measure(request, cycle), request.POST.get("item", "")
    topics: Sequence[str] = topics_of(cycle, measure) if measure else (topic_of_item(cycle, item),)
    if not any(topics):
        raise Conflict(_("Choose a measure, an item or a step."))
    made = take_fact(
        acting=acting,
        agency=agency_of(acting),
        cycle=cycle,
        key=request.POST.get("fact", "")[:40],
        topics=topics,
        measure=measure,
        item="" if measure else item,
    )
    messages.success(request, _("Taken as proof."))
    return redirect("measure-progress", measure.pk) if measure else redirect(made)


@require_POST
@for_roles(Role.COORDINATOR)
def take_hand_in(request: StaffRequest, round_id: int, hand_in: int) -> HttpResponse:
    """Take what a unit handed in, and somebody accepted, as proof of its item."""
    cycle = round_or_404(request.acting, round_id)
    made = services.take_hand_in(acting=request.acting, cycle=cycle, hand_in=hand_in)
    messages.success(request, _("Taken as proof."))
    return redirect(made)


def _measure(request: StaffRequest, cycle: Round) -> Measure | None:
    asked = request.POST.get("measure", "")
    if not asked:
        return None
    if not asked.isascii() or not asked.isdigit() or len(asked) > 18:
        raise Http404
    found = measure_or_404(request.acting, int(asked))
    if found.plan.round_id != cycle.pk:
        raise Http404
    return found
