"""The page of an order, its paper, and the deeds on it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.written import written_paper
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders import services
from prongsai.registers.orders.file_holders import SIGNED_ORDER
from prongsai.registers.orders.forms import RevokeForm, ScanForm, SignedForm
from prongsai.registers.orders.models import Order, OrderState
from prongsai.registers.orders.outputs import paper_of
from prongsai.registers.orders.views.finding import READERS, WRITERS, order_of


@require_safe
@for_roles(*READERS)
def order(request: StaffRequest, order: int) -> HttpResponse:
    """Show an order."""
    found = order_of(request.acting, order)
    writes = request.acting.has(*WRITERS)
    scans = list(Attachment.objects.filter(holder=SIGNED_ORDER.key, thing=found.pk).select_related("file"))
    told = {
        "order": found,
        "members": found.members.select_related("person"),
        "duties": [
            (title, lines)
            for title, lines in (
                (_("Duties before the assessment"), found.duties_before),
                (_("Duties during the assessment"), found.duties_during),
                (_("Duties after the assessment"), found.duties_after),
            )
            if lines
        ],
        "scans": scans,
        "history": history_of(found),
        "may_edit": writes and found.is_draft,
        "may_sign": writes and found.state == OrderState.WAITING,
        "may_scan": writes and not found.is_open and not scans,
        "may_revoke": writes and found.state == OrderState.IN_FORCE,
        "revokes": found.revokes.all(),
    }
    return render(request, "orders/order.html", told)


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, order: int, suffix: str) -> HttpResponse:
    """Give an order in official form as a file."""
    found, agency = order_of(request.acting, order), agency_of(request.acting)
    name = f"{found.title.replace('/', '-')} {found.subject[:60]}"
    return written_paper(paper_of(found, agency), suffix, name, today(agency))


@require_POST
@for_roles(*WRITERS)
def send_to_sign(request: StaffRequest, order: int) -> HttpResponse:
    """Let a draft wait for its signature."""
    found = order_of(request.acting, order)
    services.send_to_sign(acting=request.acting, order=found)
    messages.success(request, _("Print it, let it be signed, then come back with number, day and scan."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def take_back(request: StaffRequest, order: int) -> HttpResponse:
    """Make it a draft again."""
    found = order_of(request.acting, order)
    services.take_back(acting=request.acting, order=found)
    messages.success(request, _("It is a draft again."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def drop(request: StaffRequest, order: int) -> HttpResponse:
    """Drop a draft."""
    services.drop_order(acting=request.acting, order=order_of(request.acting, order))
    messages.success(request, _("The draft has been dropped."))
    return redirect("orders")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def signed(request: StaffRequest, order: int) -> HttpResponse:
    """Write down that it was signed."""
    found = order_of(request.acting, order)
    if found.state != OrderState.WAITING:
        raise Conflict(_("This paper is not waiting for its signature."))
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = SignedForm(**sent, order=found, today=today(request.acting.agency))
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("number", "year", "day", "scan")}
        try:
            services.put_in_force(acting=request.acting, order=found, **told)
        except Conflict as conflict:
            form.add_error("number", conflict.said)
            return render(request, "orders/signed.html", {"form": form, "order": found}, status=409)
        messages.success(request, _("It is in force."))
        return redirect(found)
    return render(request, "orders/signed.html", {"form": form, "order": found}, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def scan(request: StaffRequest, order: int) -> HttpResponse:
    """Attach the scan of a paper that was taken in from a list."""
    found = order_of(request.acting, order)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = ScanForm(**sent)
    if form.is_valid():
        services.attach_scan(acting=request.acting, order=found, scan=form.cleaned_data["scan"])
        messages.success(request, _("The scan is attached."))
        return redirect(found)
    return render(request, "orders/scan.html", {"form": form, "order": found}, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def revoke(request: StaffRequest, order: int) -> HttpResponse:
    """Write down that it holds no longer."""
    found = order_of(request.acting, order)
    others = Order.objects.visible_to(request.acting).filter(state=OrderState.IN_FORCE).exclude(pk=found.pk)
    form = RevokeForm(request.POST if request.method == "POST" else None, others=others)
    if form.is_valid():
        services.revoke(acting=request.acting, order=found, **form.cleaned_data)
        messages.success(request, _("It is revoked."))
        return redirect(found)
    return render(request, "orders/revoke.html", {"form": form, "order": found}, status=400 if form.errors else 200)
