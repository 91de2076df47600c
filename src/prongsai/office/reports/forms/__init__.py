"""Forms of this room."""

from prongsai.office.reports.forms.asking import LinksForm, VersionsForm
from prongsai.office.reports.forms.making import MakeForm
from prongsai.office.reports.forms.signing import NumberForm, SignForm

__all__ = ["LinksForm", "MakeForm", "NumberForm", "SignForm", "VersionsForm"]
