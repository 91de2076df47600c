"""Forms of the register of services."""

from prongsai.registers.services.forms.basics import BasicsForm, NewServiceForm
from prongsai.registers.services.forms.importing import AcceptImportForm, ImportForm, StartersForm
from prongsai.registers.services.forms.lists import PARTS, ListPart
from prongsai.registers.services.forms.searching import SearchForm

__all__ = [
    "PARTS",
    "AcceptImportForm",
    "BasicsForm",
    "ImportForm",
    "ListPart",
    "NewServiceForm",
    "SearchForm",
    "StartersForm",
]
