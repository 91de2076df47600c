"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.site.models import BasicPage
from prongsai.office.site.services import PageTold
from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE, PICTURES
from prongsai.platform.ui.fields import LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm

EDITED = ("words", "rows", "unit_id")
MOST_ROWS, MOST_COLUMNS = 500, 20


class BasicPageForm(StrictForm, forms.Form):
    """Words, a table, the owner unit, further files."""

    words = LongTextField(label=_("Text"), max_length=20_000, required=False)
    table = LongTextField(
        label=_("Table"), max_length=60_000, required=False,
        help_text=_("Copy the cells in Excel and put them in here. The first line is the head."),
    )  # fmt: skip
    unit = forms.ModelChoiceField(label=_("Owner unit"), queryset=Unit.objects.none(), required=False)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["files"] = FilesField(purpose=EVIDENCE, required=False, label=_("Further files"))

    @staticmethod
    def start(page: BasicPage) -> dict[str, Any]:
        """Give what the form shows first."""
        table = "\n".join("\t".join(row) for row in page.rows)
        return {"words": page.words, "table": table, "unit": page.unit_id}

    def clean_table(self) -> list[list[str]]:
        """Part the lines into cells; rows are filled up to the width of the head."""
        lines = [line for line in self.cleaned_data["table"].splitlines() if line.strip()]
        rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
        if not rows:
            return []
        width = max(len(row) for row in rows)
        if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
            told = {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
            raise forms.ValidationError(_("A table here has at most %(rows)s rows and %(columns)s columns.") % told)
        return [row + [""] * (width - len(row)) for row in rows]

    @property
    def told(self) -> PageTold:
        """What was said."""
        return PageTold(self.cleaned_data["words"], self.cleaned_data["table"], self.cleaned_data["unit"])


class ContactForm(StrictForm, forms.Form):
    """How an office is reached, and a photograph."""

    contact = TextField(
        label=_("Office telephone or e-mail"), max_length=200, required=False,
        help_text=_("Of the office. Never a private number: this is public."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["picture"] = FilesField(purpose=PICTURES, single=True, required=False, label=_("Photograph"))


class ShowsForm(StrictForm, forms.Form):
    """Whether the public sees how far the measures have come."""

    shows_progress = forms.BooleanField(label=_("Show the public how far the measures have come"), required=False)
