"""Taking in decisions, or meetings, from a list."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import ListForm


class ImportForm(ListForm):
    """A list with what is to be done, by whom and by when."""

    file_label = _("List of decisions")
    file_help = _("Excel (.xlsx) or .csv with the columns เรื่องที่ต้องทำ, ผู้รับผิดชอบ, กำหนดเสร็จ.")


class RegisterImportForm(ListForm):
    """A register of meetings."""

    file_label = _("Register of meetings")
    file_help = _("Excel (.xlsx) or .csv with the columns คณะ, ครั้งที่, วันประชุม.")
