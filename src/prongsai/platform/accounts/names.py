"""Login names: one spelling for what a person sees as one name."""

from __future__ import annotations

import re

from prongsai.ita.thai.refusal import Refused
from prongsai.ita.thai.text import search_key

_ALLOWED = re.compile(r"[\w.\-\u0e00-\u0e7f]{2,60}")


def canonical_login_name(typed: str) -> str:
    """Give the name under which an account is kept: Thai normalised, small letters, Arabic digits, no blanks around.

    A telephone that begins with a capital, or types น้ำ in another order, still finds the account.
    """
    return search_key(typed)[:200]


def parse_login_name(typed: str) -> str:
    """Check the name of a new account. Refuses LOGIN-NAME for blanks, `@`, or other signs than `.`, `-`, `_`."""
    name = canonical_login_name(typed)
    if not _ALLOWED.fullmatch(name):
        raise Refused("LOGIN-NAME", "ชื่อเข้าสู่ระบบใช้ตัวอักษร ตัวเลข จุด ขีดกลาง หรือขีดล่าง ๒ ถึง ๖๐ ตัว ไม่เว้นวรรค", value=typed)
    return name
