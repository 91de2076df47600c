"""Taking in an old register of circulars or briefings."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import AcceptOwnedListForm, ListForm
from prongsai.registers.circulars.models import ListKind


class ImportForm(ListForm):
    """A file with a register."""

    file_label = _("Register of circulars")

    def __init__(self, *args: Any, kind: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if kind == ListKind.BRIEFINGS:
            self.fields["file"].label = _("Register of briefings")


class AcceptImportForm(AcceptOwnedListForm):
    """The yes, and the unit for lines whose own is not found."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].label = _("From the unit")
