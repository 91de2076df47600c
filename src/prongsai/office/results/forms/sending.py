"""Sending papers, pasting a table."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.scoring.typed_rows import LIMIT
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.ui.fields import LongTextField, YearField
from prongsai.platform.web.strict_form import StrictForm


class PapersForm(StrictForm, forms.Form):
    """Papers as the office has them."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["papers"] = FilesField(purpose=PAPERS, label=_("Papers"))
        self.fields["year"] = YearField(
            label=_("Year of the scores"), required=False,
            help_text=_("Only where a paper does not say of which fiscal year its scores are."),
        )  # fmt: skip


class PasteForm(StrictForm, forms.Form):
    """A table, copied from a sheet or a page."""

    table = LongTextField(
        label=_("Table of scores"), max_length=LIMIT,
        help_text=_(
            "One score to a line: what it is of, a tab, the figure. Copied from Excel it stands so by itself. "
            "For example: 4, tab, 78.16 for indicator 4; IIT, EIT, OIT; i8; o33; overall; level."
        ),
    )  # fmt: skip
