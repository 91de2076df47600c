"""Forms of the register of orders."""

from prongsai.registers.orders.forms.drafting import DraftForm, MemberRow
from prongsai.registers.orders.forms.importing import AcceptImportForm, ImportForm
from prongsai.registers.orders.forms.searching import SearchForm
from prongsai.registers.orders.forms.signing import RevokeForm, ScanForm, SignedForm

__all__ = [
    "AcceptImportForm",
    "DraftForm",
    "ImportForm",
    "MemberRow",
    "RevokeForm",
    "ScanForm",
    "SearchForm",
    "SignedForm",
]
