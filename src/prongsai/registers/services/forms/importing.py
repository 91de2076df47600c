"""Taking in manuals from a file, and services of the starter catalogue."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import AcceptOwnedListForm, ListForm, OwnerForm


class ImportForm(ListForm):
    """A file with manuals."""

    file_label = _("Manual or register")
    file_help = _("Word (.docx), Excel (.xlsx), .csv, .txt or a web page (.html), at most 20 MB.")


class AcceptImportForm(AcceptOwnedListForm):
    """The yes, and the unit for services whose own is not found."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].help_text = _("For services whose unit is not found by name.")


class StartersForm(OwnerForm):
    """Which services of the catalogue."""

    def __init__(self, *args: Any, choices: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["keys"] = forms.MultipleChoiceField(
            label=_("Services of the catalogue"), choices=choices, widget=forms.CheckboxSelectMultiple
        )
        self.fields["owner"].help_text = _("Each service can be given to another unit later.")
