"""Files that came with a hand-in, and the signed memo of a call."""

from __future__ import annotations

from prongsai.office.data_calls.models import DataCall, HandIn
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE


def _sees(acting: Acting, hand_in: int) -> bool:
    return HandIn.objects.visible_to(acting).filter(pk=hand_in).exists()


def _tell(hand_in: int) -> Told:
    found = HandIn.objects.select_related("item").get(pk=hand_in)
    return Told(str(found.item), found.item.get_absolute_url())


def _sees_call(acting: Acting, call: int) -> bool:
    return DataCall.objects.visible_to(acting).filter(pk=call).exists()


def _tell_call(call: int) -> Told:
    found = DataCall.objects.get(pk=call)
    return Told(found.title, found.get_absolute_url())


HAND_IN = Holder(
    key="hand-in",
    may_read=_sees,
    may_change=lambda _acting, _hand_in: False,  # it came with what was handed in, and stays
    tell=_tell,
    purpose=EVIDENCE,
    by_link=True,
    listed=True,
)
SIGNED_MEMO = Holder(
    key="data-call-memo",
    may_read=_sees_call,
    may_change=lambda acting, _call: acting.has(Role.COORDINATOR),
    tell=_tell_call,
    purpose=EVIDENCE,
    listed=True,
)
