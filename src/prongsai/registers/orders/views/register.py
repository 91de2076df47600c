"""The list of orders, its workbook, the register of a year on paper."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.written import written_paper
from prongsai.platform.web.saving import saved
from prongsai.registers.orders.file_holders import SIGNED_ORDER
from prongsai.registers.orders.forms import SearchForm
from prongsai.registers.orders.models import Order, OrderMember
from prongsai.registers.orders.outputs import register_paper
from prongsai.registers.orders.sheet import OrderRow, orders_workbook
from prongsai.registers.orders.views.finding import READERS, WRITERS

ON_A_PAGE = 50
NARROWING = ("kind", "state", "year")
XLSX = Kind.XLSX.content_type


@require_safe
@for_roles(*READERS)
def orders(request: StaffRequest) -> HttpResponse:
    """List the orders of the agency."""
    form = _search(request)
    found = form.found_in(Order.objects.visible_to(request.acting))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    shown = [order.pk for order in page]
    told = {
        "form": form,
        "page": page,
        "query": query.urlencode(),
        "sought": form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in NARROWING),
        "may_write": request.acting.has(*WRITERS),
        "scanned": set(
            Attachment.objects.filter(holder=SIGNED_ORDER.key, thing__in=shown).values_list("thing", flat=True)
        ),
    }
    return render(request, "orders/orders.html", told)


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the orders that were found as a workbook; that is itself a deed."""
    rows = [_row(order) for order in _search(request).found_in(Order.objects.visible_to(request.acting))]
    content = orders_workbook(rows)
    record(request.acting, "orders.exported", figures={"orders": len(rows)})
    return saved(content, _("Register of orders") + ".xlsx", XLSX)


@require_safe
@for_roles(*READERS)
def printed(request: StaffRequest) -> HttpResponse:
    """Give the register of a year, or of what was found, as PDF."""
    form, agency = _search(request), agency_of(request.acting)
    found = form.found_in(Order.objects.visible_to(request.acting))
    year = form.cleaned_data.get("year") if form.is_bound else None
    in_order = list(found.order_by("year", "kind", "number_order", "id"))
    name = " ".join([_("Register of orders"), *([str(year)] if year else [])])
    return written_paper(register_paper(in_order, agency, year), "pdf", name, today(agency))


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Give the empty workbook to fill in."""
    return saved(orders_workbook(), _("Template of the register of orders") + ".xlsx", XLSX)


@require_safe
@for_roles(*READERS)
def appointments(request: StaffRequest, person: int) -> HttpResponse:
    """List the orders that appoint somebody."""
    found = get_object_or_404(Person, pk=person)
    members = OrderMember.objects.filter(person=found).select_related("order").order_by("-order__day", "-id")
    visible = Order.objects.visible_to(request.acting)
    return render(request, "orders/appointments.html", {"person": found, "members": members.filter(order__in=visible)})


def _search(request: StaffRequest) -> SearchForm:
    years = Order.objects.exclude(year=None).order_by("-year").values_list("year", flat=True).distinct()
    return SearchForm(request.GET or None, years=years)


def _row(order: Order) -> OrderRow:
    return OrderRow(
        place=0,
        kind=order.kind,
        number=order.number,
        year=order.year,
        day=order.day,
        subject=order.subject,
        signer=order.signer_post,
        remark=order.remark,
    )
