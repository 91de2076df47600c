"""Taking in an old register of circulars."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import AcceptOwnedListForm, ListForm


class ImportForm(ListForm):
    """A file with a register."""

    file_label = _("Register of circulars")


class AcceptImportForm(AcceptOwnedListForm):
    """The yes, and the unit for lines whose own is not found."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].label = _("From the unit")
