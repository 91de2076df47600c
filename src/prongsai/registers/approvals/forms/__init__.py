"""Forms of the register of submissions."""

from prongsai.registers.approvals.forms.answering import OpinionForm, PaperForm, RemarkForm, ReturnForm
from prongsai.registers.approvals.forms.searching import SearchForm
from prongsai.registers.approvals.forms.submitting import MatterForm, SubmitForm
from prongsai.registers.approvals.forms.taking_over import OlderSearchForm, RegisterForm

__all__ = [
    "MatterForm",
    "OlderSearchForm",
    "OpinionForm",
    "PaperForm",
    "RegisterForm",
    "RemarkForm",
    "ReturnForm",
    "SearchForm",
    "SubmitForm",
]
