"""What is done with tasks, and what other rooms may call. Every write is one transaction with its line in the log."""

from prongsai.registers.tasks.channels import Channel
from prongsai.registers.tasks.services.giving import Asked, change_task, give_task, hand_over_task
from prongsai.registers.tasks.services.handing_in import drop_task, hand_in, hand_in_for, return_task
from prongsai.registers.tasks.services.importing import accept_import, drop_import, keep_import

__all__ = [
    "Asked",
    "Channel",
    "accept_import",
    "change_task",
    "drop_import",
    "drop_task",
    "give_task",
    "hand_in",
    "hand_in_for",
    "hand_over_task",
    "keep_import",
    "return_task",
]
