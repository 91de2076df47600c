"""What a command needs of the computer."""

from __future__ import annotations

import os

from prongsai.ita.thai.refusal import Refused


def refuse_windows() -> None:
    """Refuse SYSTEM where the system has neither the locks nor the accounts that the database server needs."""
    if os.name != "posix":
        raise Refused("SYSTEM", "คำสั่งนี้ใช้ได้บน Linux และ macOS ขณะนี้ยังไม่รองรับ Windows")
