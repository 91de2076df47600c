"""Forms of the register of submissions."""

from prongsai.registers.approvals.forms.answering import OpinionForm, PaperForm, RemarkForm, ReturnForm
from prongsai.registers.approvals.forms.searching import SearchForm
from prongsai.registers.approvals.forms.submitting import MatterForm, SubmitForm

__all__ = ["MatterForm", "OpinionForm", "PaperForm", "RemarkForm", "ReturnForm", "SearchForm", "SubmitForm"]
