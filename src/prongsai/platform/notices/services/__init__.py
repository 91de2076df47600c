"""What other rooms call: `notify`, `follow_up`, `withdraw_follow_up`, `settle`, `text_for_line`."""

from prongsai.platform.notices.line_text import text_for_line
from prongsai.platform.notices.services.following import follow_up, withdraw_follow_up
from prongsai.platform.notices.services.notifying import Recipient, notify
from prongsai.platform.notices.services.settling import settle

__all__ = ["Recipient", "follow_up", "notify", "settle", "text_for_line", "withdraw_follow_up"]
