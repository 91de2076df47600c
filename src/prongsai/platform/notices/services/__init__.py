"""What other rooms call: to tell people something, to follow a thing up until it is done, words for LINE."""

from prongsai.platform.notices.line_text import text_for_line
from prongsai.platform.notices.services.following import (
    Followed,
    follow_up,
    follow_up_now,
    followed_up,
    withdraw_follow_up,
)
from prongsai.platform.notices.services.notifying import Recipient, notify
from prongsai.platform.notices.services.settling import settle

__all__ = [
    "Followed",
    "Recipient",
    "follow_up",
    "follow_up_now",
    "followed_up",
    "notify",
    "settle",
    "text_for_line",
    "withdraw_follow_up",
]
