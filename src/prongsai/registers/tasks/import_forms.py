"""Taking in tasks from a list."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import ListForm


class ImportForm(ListForm):
    """A list with what is to be done, by whom and by when."""

    file_label = _("List of tasks")
    file_help = _("Excel (.xlsx) or .csv with the columns งานที่ต้องทำ, ผู้รับผิดชอบ, กำหนด, รายละเอียด.")
