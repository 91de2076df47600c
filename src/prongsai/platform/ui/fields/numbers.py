"""Numbers: Thai or Arabic digits, never the computer's own spellings (`1e2`, `1_0`, NaN)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import parse_money, parse_number, parse_score, parse_whole
from prongsai.platform.ui.fields.reading import ReadField
from prongsai.platform.ui.wording import number_in_words


class NumberField(ReadField):
    """A number as `Decimal`. `-` and ไม่มี say that there is none. Refuses DIGITS, COMMA, NUMBER, RANGE."""

    input_attrs: ClassVar[dict[str, str]] = {"inputmode": "decimal", "class": "width-10"}
    default_error_messages: ClassVar[dict[str, Any]] = {
        "low": _("The number must be %(least)s or more."),
        "high": _("The number must be %(most)s or less."),
    }

    def __init__(
        self, *, least: Decimal | int | None = None, most: Decimal | int | None = None, **options: Any
    ) -> None:
        self.least, self.most = least, most
        super().__init__(**options)

    def read(self, text: str) -> Decimal | int | None:
        """Give the number, None where the text says that there is none."""
        return parse_number(text).value

    def write(self, value: Any) -> str:
        """Write the number plainly."""
        return f"{value:f}" if isinstance(value, Decimal) else str(value)

    def validate(self, value: Any) -> None:
        """Check that the number is there and inside the range."""
        super().validate(value)
        if value is None:
            return
        if self.least is not None and value < self.least:
            raise ValidationError(self.error_messages["low"], code="RANGE", params={"least": self.least})
        if self.most is not None and value > self.most:
            raise ValidationError(self.error_messages["high"], code="RANGE", params={"most": self.most})


class WholeNumberField(NumberField):
    """A count as `int`, without sign."""

    input_attrs: ClassVar[dict[str, str]] = {"inputmode": "numeric", "class": "width-10"}

    def read(self, text: str) -> int:
        """Give the count."""
        return parse_whole(text)


class ScoreField(NumberField):
    """A score of 0 to 100 with at most two decimals; nothing is rounded. Refuses SCALE and RANGE too."""

    input_attrs: ClassVar[dict[str, str]] = {"inputmode": "decimal", "class": "width-4"}

    def read(self, text: str) -> Decimal | None:
        """Give the score."""
        return parse_score(text).value


class MoneyInput(forms.TextInput):
    """A box with the word baht behind it."""

    template_name = "ui/forms/money.html"


class MoneyField(NumberField):
    """An amount in baht: `1,234.50`. Refuses SCALE and RANGE too."""

    widget = MoneyInput

    def read(self, text: str) -> Decimal | None:
        """Give the amount."""
        return parse_money(text).value

    def write(self, value: Any) -> str:
        """Write the amount with grouped thousands and two decimals."""
        return number_in_words(value, 2)
