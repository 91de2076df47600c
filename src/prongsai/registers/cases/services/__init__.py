"""What is done with cases, and what other rooms may ask. Every write is one transaction with its line in the log.

A room takes a kind of its own by `case_kinds.py`, calls `receive`, then `move`; the public page and the inbox are here.
"""

from prongsai.registers.cases.services.codes import case_of_code, give_new_code
from prongsai.registers.cases.services.handing_over import hand_over
from prongsai.registers.cases.services.joining import join
from prongsai.registers.cases.services.lateness import follow_late_cases, tell_why_late
from prongsai.registers.cases.services.messages import add_note, answer_of_applicant, write_to_applicant
from prongsai.registers.cases.services.moving import move, tell_end
from prongsai.registers.cases.services.receiving import Asker, HandedIn, Received, receive
from prongsai.registers.cases.services.receiving_unit import choose_front_desk, front_desk
from prongsai.registers.cases.services.retention import clear_past_cases, proposed_for_destruction
from prongsai.registers.cases.services.rewriting import rewrite

__all__ = [
    "Asker",
    "HandedIn",
    "Received",
    "add_note",
    "answer_of_applicant",
    "case_of_code",
    "choose_front_desk",
    "clear_past_cases",
    "follow_late_cases",
    "front_desk",
    "give_new_code",
    "hand_over",
    "join",
    "move",
    "proposed_for_destruction",
    "receive",
    "rewrite",
    "tell_end",
    "tell_why_late",
    "write_to_applicant",
]
