"""Forms of the register of policies."""

from prongsai.registers.policies.forms.deciding import MadeKnownForm, RepealForm, SignedForm
from prongsai.registers.policies.forms.importing import AcceptImportForm, ImportForm
from prongsai.registers.policies.forms.searching import SearchForm
from prongsai.registers.policies.forms.writing import ExistingForm, PolicyForm

__all__ = [
    "AcceptImportForm",
    "ExistingForm",
    "ImportForm",
    "MadeKnownForm",
    "PolicyForm",
    "RepealForm",
    "SearchForm",
    "SignedForm",
]
