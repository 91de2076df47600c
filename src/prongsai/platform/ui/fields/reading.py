"""The base of fields that read one value out of one line of text."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from prongsai.platform.ui.fields.refusing import refusing


class ReadField(forms.Field):
    """A field of one line whose text `read` understands. Empty is None."""

    widget = forms.TextInput
    input_attrs: ClassVar[dict[str, str]] = {}

    def to_python(self, value: Any) -> Any:
        """Read the value, None where nothing is stated."""
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        with refusing():
            return self.read(value)

    def read(self, text: str) -> Any:
        """Give the value; raises `Refused`."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """Give the text of a value, for showing it in the field."""
        return str(value)

    def prepare_value(self, value: Any) -> Any:
        """Show a stored value as text, and what was typed as typed."""
        return value if value is None or isinstance(value, str) else self.write(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Tell phones which keyboard fits, and how wide the field is."""
        return {**super().widget_attrs(widget), "autocomplete": "off", **self.input_attrs}
