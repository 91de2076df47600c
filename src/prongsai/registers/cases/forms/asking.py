"""What both doors ask, citizens' and the counter's: the matter, and of the person only what the kind needs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import search_key
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import CitizenIdField, LongTextField, NameField, PhoneField, TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.cases.kinds import Asked, CaseKind
from prongsai.registers.cases.services import Asker
from prongsai.registers.cases.tracking_code import read_code

OF_CORRUPTION = ("ทุจริต", "สินบน", "เรียกรับเงิน", "เรียกรับผลประโยชน์", "ใต้โต๊ะ", "ฮั้วประมูล", "corruption", "bribe")
"""Words after which a person is asked whether this is the right door."""


class MatterForm(StrictForm, forms.Form):
    """A matter, and who brings it."""

    subject = TextField(label=_("Subject"), max_length=200)
    body = LongTextField(label=_("What is asked"), required=False, max_length=10_000)
    asker_name = NameField(label=_("Name of the applicant"), required=False)
    asker_phone = PhoneField(label=_("Telephone"), required=False)
    asker_contact = TextField(label=_("Address or other contact"), required=False, max_length=300)
    asker_citizen_id = CitizenIdField(
        label=_("Citizen number"), required=False, help_text=_("Only where the service needs it. It is kept sealed.")
    )
    not_corruption = forms.BooleanField(label=_("This is not a complaint about corruption"), required=False)

    def __init__(self, *args: Any, kind: CaseKind, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        for asked, name in _FIELDS.items():
            if asked not in kind.asks:
                del self.fields[name]
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Papers or photographs"))

    def clean_body(self) -> str:
        """Refuse a tracking code among the words: whoever reads them could open the case."""
        body = str(self.cleaned_data.get("body") or "")
        if any(read_code(word) for word in body.split()):
            raise ValidationError(_("Do not write a tracking code here. Take it out."), code="CODE")
        return body

    def clean(self) -> dict[str, Any]:
        """Ask whether this is the right door where the words speak of corruption."""
        told = super().clean() or self.cleaned_data
        said = search_key(f"{told.get('subject', '')} {told.get('body', '')}")
        if any(search_key(word) in said for word in OF_CORRUPTION) and not told.get("not_corruption"):
            self.add_error(
                "not_corruption",
                _("A complaint about corruption does not belong here: many people read this register. Use the sealed"
                  " channel for complaints about corruption. If it is none, tick this box."),
            )  # fmt: skip
        return dict(told)

    def asker(self) -> Asker:
        """Give who asks."""
        told = {asked: str(self.cleaned_data.get(name) or "") for asked, name in _FIELDS.items()}
        return Asker(told[Asked.NAME], told[Asked.PHONE], told[Asked.CONTACT], told[Asked.CITIZEN_ID])


_FIELDS = {
    Asked.NAME: "asker_name",
    Asked.PHONE: "asker_phone",
    Asked.CONTACT: "asker_contact",
    Asked.CITIZEN_ID: "asker_citizen_id",
}
