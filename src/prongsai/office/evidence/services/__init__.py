"""What is done with turns, proof and notes, and what other rooms may ask. A write is one transaction, one line."""

from prongsai.office.evidence.progress import MeasureProgress, StepProgress, TurnProgress
from prongsai.office.evidence.services.asking import questions_of
from prongsai.office.evidence.services.deciding import accept_proof, answer_questions, return_proof
from prongsai.office.evidence.services.facts import offered_facts, take_fact
from prongsai.office.evidence.services.giving import Given, change_proof, give_proof, stop_using, use_for
from prongsai.office.evidence.services.hand_ins import offered_hand_ins, take_hand_in
from prongsai.office.evidence.services.looking_up import (
    accepted_proofs,
    notes_of,
    progress_of,
    progress_of_measure,
    progress_of_turn,
)
from prongsai.office.evidence.services.making_turns import ensure_turns
from prongsai.office.evidence.services.noting import add_note, carry_note, change_note
from prongsai.office.evidence.services.reporting import (
    Reported,
    prove_turn,
    reopen_turn,
    report_begun,
    report_done,
    report_not_done,
    report_nothing,
)
from prongsai.office.evidence.services.standing import Stands, set_standing

__all__ = [
    "Given",
    "MeasureProgress",
    "Reported",
    "Stands",
    "StepProgress",
    "TurnProgress",
    "accept_proof",
    "accepted_proofs",
    "add_note",
    "answer_questions",
    "carry_note",
    "change_note",
    "change_proof",
    "ensure_turns",
    "give_proof",
    "notes_of",
    "offered_facts",
    "offered_hand_ins",
    "progress_of",
    "progress_of_measure",
    "progress_of_turn",
    "prove_turn",
    "questions_of",
    "reopen_turn",
    "report_begun",
    "report_done",
    "report_not_done",
    "report_nothing",
    "return_proof",
    "set_standing",
    "stop_using",
    "take_fact",
    "take_hand_in",
    "use_for",
]
