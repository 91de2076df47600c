"""Files of orders: the signed scans."""

from __future__ import annotations

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.files.models import Attachment
from prongsai.registers.orders.models import Order


def _sees(acting: Acting, order: int) -> bool:
    return Order.objects.visible_to(acting).filter(pk=order).exists()


def _tell(order: int) -> Told:
    return Told(Order.objects.get(pk=order).title, reverse("order", args=[order]))


SIGNED_ORDER = Holder(
    key="signed-order",
    may_read=_sees,
    may_change=lambda _acting, _order: False,  # it comes with the signature and stays
    tell=_tell,
    purpose=EVIDENCE,
    listed=True,
)


def has_scan(order: int) -> bool:
    """Say whether the signed scan of an order is here: until then everything printed of it says ร่าง."""
    return Attachment.objects.filter(holder=SIGNED_ORDER.key, thing=order).exists()
