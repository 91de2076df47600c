"""Forms of data calls."""

from prongsai.office.data_calls.forms.calling import CallForm, ItemForm, NewCallForm
from prongsai.office.data_calls.forms.deciding import BecauseForm, MoveForm, ReminderForm, ReturnForm
from prongsai.office.data_calls.forms.handing_in import HandInForForm, HandInForm
from prongsai.office.data_calls.forms.owners import OwnersForm
from prongsai.office.data_calls.forms.searching import SearchForm

__all__ = [
    "BecauseForm",
    "CallForm",
    "HandInForForm",
    "HandInForm",
    "ItemForm",
    "MoveForm",
    "NewCallForm",
    "OwnersForm",
    "ReminderForm",
    "ReturnForm",
    "SearchForm",
]
