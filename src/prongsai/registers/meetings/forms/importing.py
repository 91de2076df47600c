"""Taking in decisions from a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.web.strict_form import StrictForm


class ImportForm(StrictForm, forms.Form):
    """A list with what is to be done, by whom and by when."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"] = FilesField(
            purpose=PAPERS, single=True, label=_("List of decisions"),
            help_text=_("Excel (.xlsx) or .csv with the columns เรื่องที่ต้องทำ, ผู้รับผิดชอบ, กำหนดเสร็จ."),
        )  # fmt: skip


class AcceptImportForm(StrictForm, forms.Form):
    """The yes of a person who has looked through."""

    also = frozenset({"drop"})
    looked = forms.BooleanField(label=_("I have looked at every line that is in doubt"), required=True)

    def __init__(self, *args: Any, doubts: int, **options: Any) -> None:
        super().__init__(*args, **options)
        if not doubts:
            del self.fields["looked"]
