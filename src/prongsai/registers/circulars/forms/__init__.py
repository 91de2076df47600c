"""Forms of circulars and briefings."""

from prongsai.registers.circulars.forms.importing import AcceptImportForm, ImportForm
from prongsai.registers.circulars.forms.recording import (
    AddForm,
    AttendanceForm,
    PaperForm,
    ReasonForm,
    SendForm,
    SheetForm,
    ToldForm,
)
from prongsai.registers.circulars.forms.searching import SearchForm
from prongsai.registers.circulars.forms.writing import BriefingForm, CircularForm

__all__ = [
    "AcceptImportForm",
    "AddForm",
    "AttendanceForm",
    "BriefingForm",
    "CircularForm",
    "ImportForm",
    "PaperForm",
    "ReasonForm",
    "SearchForm",
    "SendForm",
    "SheetForm",
    "ToldForm",
]
