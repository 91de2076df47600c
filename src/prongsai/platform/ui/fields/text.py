"""Text, normalised before anything asks whether it is empty."""

from __future__ import annotations

from typing import Any

from django import forms

from prongsai.ita.thai import parse_text, single_line
from prongsai.platform.ui.fields.refusing import refusing


class TextField(forms.CharField):
    """One line of text: normalised, runs of blanks made one. Refuses ENCODING, MARKS, LENGTH."""

    def __init__(self, *, max_length: int = 200, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: object | None) -> str | None:
        """Read the text; a text of invisible characters alone is empty."""
        if value in self.empty_values:
            return str(self.empty_value)
        with refusing():
            return self.read(str(value)) or self.empty_value

    def read(self, text: str) -> str:
        """Give the text as it is stored."""
        return single_line(parse_text(text, limit=self.max_length or 200))


class LongTextField(TextField):
    """Several lines of text. Line ends stay."""

    widget = forms.Textarea

    def __init__(self, *, max_length: int = 10_000, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def read(self, text: str) -> str:
        """Give the text as it is stored."""
        return parse_text(text, limit=self.max_length or 10_000)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave out `maxlength`: browsers count line ends otherwise than we do, and cut without a word."""
        return {name: told for name, told in super().widget_attrs(widget).items() if name != "maxlength"} | {
            "rows": "5"
        }
