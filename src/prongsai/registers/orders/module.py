"""The card of the register of orders."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, PersonalRecord
from prongsai.registers.orders.home_sources import OrdersToSign
from prongsai.registers.orders.services.importing import remove_old_imports
from prongsai.registers.orders.task_sources import OrderTasks

STAFF = frozenset({Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR})
_GROUND = "public task of the agency (s. 24 (4)); the rule of the Office of the Prime Minister on official papers"
_KEPT = "as long as the order is among the office's papers; removed by decision under the archive rules"

MODULE = Module(
    key="orders",
    title=gettext_noop("Orders"),
    menu=(MenuEntry(gettext_noop("Orders and announcements"), "orders", STAFF, order=330),),
    tasks=(OrderTasks(),),
    home=(OrdersToSign(),),
    records=(
        PersonalRecord(
            "orders.Order", ("signer_name",), purpose="who signed an order", ground=_GROUND, until=_KEPT,
        ),
        PersonalRecord(
            "orders.OrderMember",
            ("person", "post", "duty"),
            purpose="whom an order appoints to what",
            ground=_GROUND,
            until=_KEPT,
        ),
        PersonalRecord(
            "orders.ImportedOrders",
            ("found", "made_by"),
            purpose="a list of orders read from a file, until somebody has looked through it",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
    ),
)  # fmt: skip
