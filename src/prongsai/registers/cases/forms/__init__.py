"""Forms of the register of cases."""

from prongsai.registers.cases.forms.counter import CounterForm, RewriteForm
from prongsai.registers.cases.forms.deeds import DEED_FORMS, Deed
from prongsai.registers.cases.forms.public import CodeForm, PublicForm, ReplyForm
from prongsai.registers.cases.forms.searching import PeriodForm, SearchForm

__all__ = [
    "DEED_FORMS",
    "CodeForm",
    "CounterForm",
    "Deed",
    "PeriodForm",
    "PublicForm",
    "ReplyForm",
    "RewriteForm",
    "SearchForm",
]
