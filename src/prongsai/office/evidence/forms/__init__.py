"""Forms of progress and evidence."""

from prongsai.office.evidence.forms.narrowing import ProgressFilter, ProofFilter
from prongsai.office.evidence.forms.notes import NoteForm
from prongsai.office.evidence.forms.proofs import AnswerForm, ProofForm, UseForm
from prongsai.office.evidence.forms.reasons import BecauseForm
from prongsai.office.evidence.forms.standing import StandingForm
from prongsai.office.evidence.forms.turns import RecordForForm, TurnForm

__all__ = [
    "AnswerForm",
    "BecauseForm",
    "NoteForm",
    "ProgressFilter",
    "ProofFilter",
    "ProofForm",
    "RecordForForm",
    "StandingForm",
    "TurnForm",
    "UseForm",
]
