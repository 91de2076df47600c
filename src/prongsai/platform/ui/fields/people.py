"""Names and numbers of people."""

from __future__ import annotations

from typing import ClassVar

from prongsai.ita.thai import parse_citizen_id, parse_name, parse_phone
from prongsai.platform.ui.fields.reading import ReadField
from prongsai.platform.ui.fields.text import TextField


class NameField(TextField):
    """The name of a person, post or unit. Refuses NAME."""

    def read(self, text: str) -> str:
        """Give the name."""
        return parse_name(text)[0] if text.strip() else ""


class CitizenIdField(ReadField):
    """A citizen number of 13 digits with the right check digit. Refuses CITIZEN-ID."""

    input_attrs: ClassVar[dict[str, str]] = {"inputmode": "numeric", "class": "width-20"}

    def read(self, text: str) -> str:
        """Give the digits."""
        return parse_citizen_id(text)


class PhoneField(ReadField):
    """A telephone number. Refuses PHONE."""

    input_attrs: ClassVar[dict[str, str]] = {"inputmode": "tel", "class": "width-20"}

    def read(self, text: str) -> str:
        """Give the digits."""
        return parse_phone(text)
