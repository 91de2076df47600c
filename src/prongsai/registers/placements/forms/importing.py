"""Taking in placements from a list."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import AcceptOwnedListForm, ListForm


class ImportForm(ListForm):
    """A file with placements."""

    file_label = _("List of placements")


class AcceptImportForm(AcceptOwnedListForm):
    """The yes, and the unit for lines whose own is not found."""
