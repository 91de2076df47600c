"""Forms of the files."""

from __future__ import annotations

from typing import Any

from django import forms

from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import Purpose
from prongsai.platform.ui.fields import WholeNumberField


class AttachForm(forms.Form):
    """Takes files for a thing."""

    def __init__(self, *args: Any, purpose: Purpose, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["files"] = FilesField(purpose=purpose)


class VersionForm(forms.Form):
    """Takes a new version; `seen` is the newest that its writer knew."""

    seen = WholeNumberField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, purpose: Purpose, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["files"] = FilesField(purpose=purpose, single=True)
