"""A form that takes what it asked for and nothing else."""

from __future__ import annotations

import logging
from typing import ClassVar

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from prongsai.platform.web import once, stale

log = logging.getLogger(__name__)
CARRIED = frozenset({"csrfmiddlewaretoken", "next", once.FIELD, stale.FIELD})


class StrictForm(forms.BaseForm):
    """Base beside `forms.Form` or `forms.ModelForm`: `class TalkForm(StrictForm, forms.ModelForm[Talk])`.

    A scalar sent twice is refused with 400: two readers would read two things. What was not asked for (`role=admin`) is
    ignored and logged by name, without its value. `also` names buttons and fields that the view reads by itself.
    """

    also: ClassVar[frozenset[str]] = frozenset()

    def full_clean(self) -> None:
        """Look at what was sent, then clean as forms do."""
        if self.is_bound and isinstance(self.data, QueryDict):
            self._look_at(self.data)
        super().full_clean()

    def _look_at(self, sent: QueryDict) -> None:
        known: dict[str, forms.Widget] = {self.add_prefix(name): field.widget for name, field in self.fields.items()}
        foreign = []
        for name, values in sent.lists():
            owner = next((known[start] for start in known if name == start or name.startswith(f"{start}_")), None)
            if owner is None and name not in CARRIED | self.also:
                foreign.append(name[:40])
            if len(values) > 1 and not _takes_many(owner):
                raise SuspiciousOperation(f"sent twice: {name[:40]}")
        if foreign:
            log.warning("fields nobody asked for: %s", ", ".join(sorted(foreign)[:10]))


def _takes_many(widget: forms.Widget | None) -> bool:
    return getattr(widget, "allow_multiple_selected", False)
