"""Lists that are written row by row, a row to an entry, without scripts. A row without its main text goes.

In a template `{% include "ui/rows.html" with rows=pieces.rows %}` inside `<c-form>`, beside `{{ pieces.beside }}`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import WholeNumberField
from prongsai.platform.web.strict_form import StrictForm

MOST_ROWS = 60
EXTRA_ROWS = 3
PREFIX = "rows"


class RowForm(forms.Form):
    """A row. `main` is the box without which there is no row; `position` moves it."""

    main: ClassVar[str]
    preset: ClassVar[tuple[str, ...]] = ()
    """Boxes that a new row has filled already."""
    position = WholeNumberField(label=_("Order"), required=False, least=1, most=MOST_ROWS)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        number = str(self.prefix).rpartition("-")[2]
        for field in self.fields.values():  # the head of the column names a box to the eye, this to the ear
            row = f" {int(number) + 1}" if number.isdigit() else ""
            field.widget.attrs["aria-label"] = f"{field.label}{row}"
            if isinstance(field, WholeNumberField):
                field.widget.attrs["class"] = "width-2"
        if isinstance(self.fields[self.main].widget, forms.TextInput):
            self.fields[self.main].widget.attrs["size"] = "45"  # the widest column

    def clean(self) -> dict[str, Any]:
        """Ask for the first box where another one is filled."""
        told = super().clean() or self.cleaned_data
        others = [value for name, value in told.items() if name not in (self.main, "position", *self.preset)]
        if not told.get(self.main) and any(value not in (None, "") for value in others) and not self.initial:
            self.add_error(self.main, _("Write this too, or empty the row."))
        return dict(told)

    def entry(self) -> dict[str, Any]:
        """Give the row without its place."""
        return {name: value for name, value in self.cleaned_data.items() if name != "position"}


class BesideRows(StrictForm, forms.Form):
    """What stands beside the rows: the mark of what was seen, and what a subclass asks."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        sent = self.data if isinstance(self.data, QueryDict) else {}
        self.also = frozenset(name for name in sent if name.startswith(f"{PREFIX}-")) | {"more"}  # type: ignore[misc]


class Rows(forms.BaseFormSet[RowForm]):
    """Rows, of which at most as many as a list may have."""


@dataclass(frozen=True, slots=True)
class RowForms:
    """The rows of one list on a page, and the form beside them."""

    beside: BesideRows
    rows: Any

    def is_valid(self) -> bool:
        """Say whether all rows can be stored."""
        return self.beside.is_bound and self.beside.is_valid() and self.rows.is_valid()

    def entries(self) -> list[dict[str, Any]]:
        """Give the rows that are not empty, in their order; rows without a number come last, as they stand."""
        filled = [form for form in self.rows if form.cleaned_data.get(form.main)]
        ordered = sorted(filled, key=lambda form: form.cleaned_data.get("position") or MOST_ROWS + 1)
        return [form.entry() for form in ordered]

    @property
    def errors(self) -> bool:
        """Whether something was refused."""
        return bool(self.beside.errors or self.rows.total_error_count())


def rows_for(
    row: type[RowForm],
    sent: QueryDict | None,
    start: Sequence[Mapping[str, Any]],
    *,
    extra: int = EXTRA_ROWS,
    options: Mapping[str, Any] | None = None,
) -> Any:
    """Give a formset of rows, filled with what stands or with what was sent; `options` go to each row."""
    made = forms.formset_factory(
        row, formset=Rows, extra=extra, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
    )
    placed = [dict(entry) | {"position": n} for n, entry in enumerate(start, start=1)]
    return made(sent, initial=placed, prefix=PREFIX, form_kwargs=dict(options or {}))
