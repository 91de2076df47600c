"""What is done with tasks, and what other rooms may call. Every write is one transaction with its line in the log."""

from prongsai.registers.tasks.channels import Channel
from prongsai.registers.tasks.services.giving import Asked, change_task, give_task, hand_over_task
from prongsai.registers.tasks.services.handing_in import drop_task, hand_in, hand_in_for, return_task
from prongsai.registers.tasks.services.importing import accept_import
from prongsai.registers.tasks.services.owing import OwedByUnit, owed_by_units

__all__ = [
    "Asked",
    "Channel",
    "OwedByUnit",
    "accept_import",
    "change_task",
    "drop_task",
    "give_task",
    "hand_in",
    "hand_in_for",
    "hand_over_task",
    "owed_by_units",
    "return_task",
]
