"""Boxes for lists: codes in one line, entries one to a line, a period in words."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import Period, Recurrence, format_period, parse_period, single_line, to_arabic
from prongsai.platform.ui.fields import LongTextField, TextField
from prongsai.platform.ui.fields.refusing import refusing

_CODE = re.compile(r"[A-Z]{1,3}[0-9]{1,3}(?:\.[0-9]{1,2})?")
_BETWEEN = re.compile(r"[\s,;]+")
MOST = 40


class CodesField(TextField):
    """Codes of questions or items, with blanks or commas between. Thai digits and small letters are understood."""

    def clean(self, value: Any) -> Any:
        """Give the codes, each once."""
        written = to_arabic(super().clean(value) or "").upper()
        codes = list(dict.fromkeys(part for part in _BETWEEN.split(written) if part))
        wrong = [code for code in codes if not _CODE.fullmatch(code)]
        if wrong:
            raise ValidationError(
                _("This is no code of a question or item: %(codes)s"), code="CODE", params={"codes": " ".join(wrong)}
            )
        if len(codes) > MOST:
            raise ValidationError(_("At most 40 codes."), code="SIZE")
        return codes

    def prepare_value(self, value: Any) -> Any:
        """Show codes in one line."""
        return " ".join(value) if isinstance(value, list) else value


class LinesField(LongTextField):
    """Entries, one to a line, each at most `longest` characters."""

    def __init__(self, *, longest: int = 300, most: int = MOST, **options: Any) -> None:
        super().__init__(max_length=longest * most, **options)
        self.longest, self.most = longest, most

    def clean(self, value: Any) -> Any:
        """Give the entries that are not empty."""
        text = super().clean(value) or ""
        lines = [single_line(line) for line in text.splitlines() if line.strip()]
        if any(len(line) > self.longest for line in lines):
            raise ValidationError(
                _("A line holds at most %(longest)s characters."), code="LENGTH", params={"longest": self.longest}
            )
        if len(lines) > self.most:
            raise ValidationError(_("At most %(most)s lines."), code="SIZE", params={"most": self.most})
        return lines

    def prepare_value(self, value: Any) -> Any:
        """Show entries one to a line."""
        return "\n".join(value) if isinstance(value, list) else value


class PeriodField(TextField):
    """A period as people type it: `1 พ.ย. 2567 – 30 ก.ย. 2568`, `ทุก 6 เดือน`. Refuses PERIOD, ORDER."""

    def clean(self, value: Any) -> Any:
        """Give the period, None where the box is empty."""
        text = super().clean(value)
        if not text:
            return None
        with refusing():
            return parse_period(text)

    def prepare_value(self, value: Any) -> Any:
        """Show a period in words."""
        return format_period(value, digits="arabic") if isinstance(value, (Period, Recurrence)) else value
