"""Taking in the office's own list of orders, or one order from Word."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import AcceptOwnedListForm, ListForm


class ImportForm(ListForm):
    """A file: a list, or one order."""

    file_label = _("List of orders, or one order")
    file_help = _("A list as .xlsx or .csv; one order as Word (.docx), PDF with text, or .txt. At most 20 MB.")


class AcceptImportForm(AcceptOwnedListForm):
    """The yes, and the unit for lines whose own is not found."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].label = _("Unit in charge")
        self.fields["owner"].help_text = ""
