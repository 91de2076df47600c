"""Amounts in words, as receipts, contracts and orders ask for."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from prongsai.ita.thai.refusal import Refused


def baht_text(amount: Decimal) -> str:
    """Say an amount in Thai words: 21 is ยี่สิบเอ็ดบาทถ้วน, 11.50 is สิบเอ็ดบาทห้าสิบสตางค์.

    The amount is exact baht and satang (`Decimal`, at most two decimals); under zero it begins with ลบ.
    Refuses SCALE for a fraction of a satang.
    """
    satang = amount * 100
    if satang != satang.to_integral_value():
        raise Refused("SCALE", f"จำนวนเงิน {amount} ละเอียดกว่าหนึ่งสตางค์", value=str(amount))
    baht, rest = divmod(int(abs(satang)), 100)
    words = f"{number_in_words(baht)}บาท" if baht or not rest else ""
    words += f"{number_in_words(rest)}สตางค์" if rest else "ถ้วน"
    return f"ลบ{words}" if amount < 0 else words


@lru_cache(maxsize=512)
def number_in_words(number: int) -> str:
    """Say a whole number in Thai words: 21 is ยี่สิบเอ็ด. Under zero it begins with ลบ."""
    from pythainlp.util import num_to_thaiword  # noqa: PLC0415 - a tenth of a second that few commands need

    return f"ลบ{num_to_thaiword(-number)}" if number < 0 else str(num_to_thaiword(number))
