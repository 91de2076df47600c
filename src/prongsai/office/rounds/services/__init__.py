"""What is done with rounds, and what other rooms may ask. Every write is one transaction with its line in the log."""

from prongsai.office.rounds.services.days import go_back_to_framework, set_days
from prongsai.office.rounds.services.frameworks import (
    accept_framework,
    drop_framework,
    is_alone,
    keep_framework,
    may_load,
    place_frameworks,
)
from prongsai.office.rounds.services.looking_up import round_of, running_round, schedule_for
from prongsai.office.rounds.services.moving import Moving, code_now, move_to_framework, moving_of
from prongsai.office.rounds.services.opening import close_round, ensure_round, open_round, reopen_round
from prongsai.office.rounds.services.surveys import count_answers, set_survey
from prongsai.office.rounds.services.working_group import WorkingGroup, set_working_group, working_group_of

__all__ = [
    "Moving",
    "WorkingGroup",
    "accept_framework",
    "close_round",
    "code_now",
    "count_answers",
    "drop_framework",
    "ensure_round",
    "go_back_to_framework",
    "is_alone",
    "keep_framework",
    "may_load",
    "move_to_framework",
    "moving_of",
    "open_round",
    "place_frameworks",
    "reopen_round",
    "round_of",
    "running_round",
    "schedule_for",
    "set_days",
    "set_survey",
    "set_working_group",
    "working_group_of",
]
