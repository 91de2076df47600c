"""What citizens fill in: a request, a tracking code, an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.cases.forms.asking import MatterForm
from prongsai.registers.cases.tracking_code import read_code


class PublicForm(MatterForm):
    """A request from the web. Nobody has to say who it is: the tracking code is enough to follow it."""

    field_order = ("subject", "body", "files", "asker_name", "asker_phone", "asker_contact", "not_corruption")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].required = True
        self.order_fields(self.field_order)


class CodeForm(StrictForm, forms.Form):
    """A tracking code, however it is typed."""

    code = TextField(
        label=_("Tracking code"), max_length=80,
        help_text=_("Sixteen letters and digits of the slip. Capitals, blanks and hyphens do not matter."),
    )  # fmt: skip


class ReplyForm(StrictForm, forms.Form):
    """A message or papers of the applicant."""

    words = LongTextField(label=_("Your message"), required=False, max_length=5_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Papers or photographs"))

    def clean(self) -> dict[str, Any]:
        """Ask for words or papers; refuse the code among the words."""
        told = super().clean() or self.cleaned_data
        if not self.errors and not told.get("words") and not told.get("files"):
            self.add_error("words", _("Write something, or add a paper."))
        if any(read_code(word) for word in str(told.get("words") or "").split()):
            self.add_error("words", ValidationError(_("Do not write a tracking code here. Take it out."), code="CODE"))
        return dict(told)
