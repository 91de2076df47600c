"""ติดตามครั้งที่ ...: the text to copy, and that it was sent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.data_calls import services
from prongsai.office.data_calls.forms import ReminderForm
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.outputs import line_words
from prongsai.office.data_calls.views.finding import ASKERS, addressee_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel

MOST_TIMES = 3


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ASKERS)
def remind(request: StaffRequest, addressee: int) -> HttpResponse:
    """Show the words of the next follow-up; keep that it was sent, and tell the people of the unit."""
    acting, found = request.acting, addressee_or_404(request.acting, addressee)
    owed = list(CalledItem.objects.owed().filter(addressee=found).whole())
    if not owed:
        raise Conflict(_("Everything has been handed in meanwhile."))
    before = services.followed([found]).get(found.pk)
    time = before.times + 1 if before else 1
    words = line_words(found.call, found.unit, owed, time=time + 1)
    form = ReminderForm(request.POST if request.method == "POST" else None, initial={"words": words})
    if form.is_valid():
        channel = Channel(form.cleaned_data["channel"])
        services.remind(acting=acting, addressee=found, channel=channel, words=form.cleaned_data["words"])
        messages.success(request, _("Written down. The people who are asked were told here too."))
        return redirect("data-calls", found.call.round_id)
    told = {
        "form": form,
        "addressee": found,
        "round": found.call.round,
        "time": time,
        "words": words,
        "owed": owed,
        "reminders": found.reminders.all(),
        "today_already": before is not None and before.last == today(acting.agency),
        "is_last": time > MOST_TIMES,
    }
    return render(request, "data_calls/remind.html", told, status=400 if form.errors else 200)
