"""Measures that come from an office's own list or from a paper."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from prongsai.platform.files.list_forms import AcceptListForm, ListForm


class MeasuresListForm(ListForm):
    """The list."""

    file_label = _("List of measures")


class AcceptMeasuresForm(AcceptListForm):
    """The yes of who looked through."""
