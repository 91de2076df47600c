"""The working group."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.office.rounds.forms.seen import SeenForm
from prongsai.platform.ui.fields import DateField, LongTextField, TextField


class GroupForm(SeenForm):
    """The order, and who is in the group."""

    order_number = TextField(
        label=_("Number of the order"), required=False, max_length=60, help_text=_("As the registry wrote it.")
    )
    order_day = DateField(label=_("Day of the order"), required=False)
    members = LongTextField(
        label=_("Members of the working group"), required=False, max_length=4_000,
        help_text=_("One to a line: post, and what the post is in the group."),
    )  # fmt: skip
