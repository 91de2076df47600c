"""Days of the Buddhist era in three boxes, years, times of day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import buddhist_year, parse_date, parse_time, parse_year
from prongsai.platform.ui.fields.reading import ReadField
from prongsai.platform.ui.fields.refusing import refusing

PARTS = ("day", "month", "year")


class DateInput(forms.MultiWidget):
    """Day, month by name, year of the Buddhist era. A whole date typed into the first box is understood as well."""

    template_name = "ui/forms/date.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        digits = {"inputmode": "numeric", "autocomplete": "off"}
        months = [("", _("Month")), *MONTHS.items()]
        super().__init__(
            {
                "day": forms.TextInput({**digits, "class": "width-2"}),
                "month": forms.Select(choices=months),
                "year": forms.TextInput({**digits, "class": "width-4"}),
            },
            attrs,
        )

    def decompress(self, value: Any) -> list[Any]:
        """Part a stored day."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(buddhist_year(value))]
        return ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:  # noqa: ARG002
        """Give what was typed into the three boxes, or sent as one text by who fills no boxes (`2025-03-17`)."""
        if name in data:
            return [str(data.get(name) or "").strip(), "", ""]
        return [str(data.get(f"{name}_{part}") or "").strip() for part in PARTS]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:  # noqa: ARG002
        """Say whether none of the boxes was in the form."""
        return name not in data and not any(f"{name}_{part}" in data for part in PARTS)

    def use_required_attribute(self, initial: Any) -> bool:  # noqa: ARG002
        """Leave `required` out: a whole date in the first box would leave the others empty."""
        return False


class DateField(forms.Field):
    """A day as `datetime.date`. Refuses DATE, ERA, YEAR, and says which part is missing."""

    widget = DateInput
    default_error_messages: ClassVar[dict[str, Any]] = {
        "day": _("The day is missing."),
        "month": _("The month is missing."),
        "year": _("The year (B.E.) is missing."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("For example 17 March 2568"))
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        """Read the day."""
        if value is None or isinstance(value, date):
            return value
        day, month, year = value if isinstance(value, list) else (str(value), "", "")
        if not (day or month or year):
            return None
        with refusing():
            if day and not month and not year:
                return parse_date(day).date
            self._refuse_missing(day, month, year)
            return parse_date(f"{day}/{month}/{year}").date

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare days, not boxes; what cannot be read has changed."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True

    def _refuse_missing(self, *given: str) -> None:
        for part, text in zip(PARTS, given, strict=True):
            if not text:
                raise ValidationError(self.error_messages[part], code="DATE")


class YearField(ReadField):
    """A year of the Buddhist era as `int`. Refuses YEAR and ERA."""

    input_attrs: ClassVar[dict[str, str]] = {"inputmode": "numeric", "class": "width-4"}

    def read(self, text: str) -> int:
        """Give the year."""
        return parse_year(text)


class TimeField(ReadField):
    """A time of day: `13.30`, `๑๓.๓๐ น.`. Refuses TIME."""

    input_attrs: ClassVar[dict[str, str]] = {"inputmode": "decimal", "class": "width-4"}

    def read(self, text: str) -> time:
        """Give the time."""
        return parse_time(text)

    def write(self, value: Any) -> str:
        """Write the time as offices do."""
        return f"{value:%H.%M}"
