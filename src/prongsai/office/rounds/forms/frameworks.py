"""Sending a framework, and the yes to it."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from prongsai.ita.reading.framework import TAKEN
from prongsai.ita.reading.sizes import LARGEST_FILE
from prongsai.platform.web.strict_form import StrictForm


class SendFrameworkForm(StrictForm, forms.Form):
    """The file. It is read in a limited child process and not kept itself, so that no cleaning is needed."""

    file = forms.FileField(
        label=_("File with the framework"),
        help_text=_("The workbook of the year (.xlsx) as given below, filled in, or a YAML file; at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": ",".join(TAKEN)}),
        error_messages={"empty": _("The file is empty.")},
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what cannot be a framework before it is read."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            raise ValidationError(_("The file is too large: at most 20 MB, and 100 MB unpacked."), code="SIZE")
        if not str(file.name).lower().endswith(TAKEN):
            raise ValidationError(_("A framework comes as .xlsx or .yaml."), code="KIND")
        return file


class AcceptFrameworkForm(StrictForm, forms.Form):
    """The yes of a person who has looked through; the second button throws the framework away."""

    also = frozenset({"drop"})
    looked = forms.BooleanField(label=_("I have looked at what is new, changed and dropped"), required=True)
