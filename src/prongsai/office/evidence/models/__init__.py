"""Records of this room."""

from prongsai.office.evidence.models.note import Note, NoteKind
from prongsai.office.evidence.models.proof import Proof, ProofState, ProofUse
from prongsai.office.evidence.models.standing import Standing
from prongsai.office.evidence.models.turn import StepTurn, TurnState

__all__ = ["Note", "NoteKind", "Proof", "ProofState", "ProofUse", "Standing", "StepTurn", "TurnState"]
