"""What an order says, and whom it appoints."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.ui.fields import TextField, formfield
from prongsai.platform.ui.rows import RowForm
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.orders.models import MemberRole, Order

ONE_PER_LINE = _("One to a line.")


class DraftForm(StrictForm, forms.ModelForm[Order]):
    """The content of a draft. Number and day are no part of it: they come with the signature."""

    class Meta:
        """Days in boxes, text normalised."""

        model = Order
        fields = (
            "kind", "unit", "subject", "cause", "authority", "clauses", "duties_before", "duties_during",
            "duties_after", "names_printed", "since", "until", "signer_post", "signer_name",
        )  # fmt: skip
        formfield_callback = formfield
        help_texts: ClassVar[dict[str, Any]] = {
            "cause": _("Why it is needed: begins with “ด้วย” or “ตามที่”. A paragraph to a line."),
            "authority": _("As your office words it, such as the act and its section."),
            "clauses": ONE_PER_LINE,
            "duties_before": ONE_PER_LINE,
            "duties_during": ONE_PER_LINE,
            "duties_after": ONE_PER_LINE,
            "since": _("Left open: from the day of signing on."),
            "signer_post": _("As it stands below the signature."),
        }

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        told = super().clean() or self.cleaned_data
        if told.get("since") and told.get("until") and told["until"] < told["since"]:
            self.add_error("until", _("The end stands before the beginning."))
        return dict(told)


class MemberRow(RowForm):
    """Somebody to appoint."""

    main = "post"
    preset = ("role",)
    post = TextField(label=_("Post"), required=False, max_length=200)
    person = forms.ModelChoiceField(label=_("Person"), required=False, queryset=Person.objects.none(), empty_label="–")
    role = forms.ChoiceField(
        label=_("Role in the group"), required=False, choices=MemberRole.choices, initial=MemberRole.MEMBER
    )
    wording = TextField(label=_("Role as the paper says it"), required=False, max_length=100)
    duty = TextField(label=_("Duty"), required=False, max_length=300)

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def entry(self) -> dict[str, Any]:
        """Give the row as the service takes it."""
        told = super().entry()
        return told | {"role": told["role"] or MemberRole.MEMBER}
