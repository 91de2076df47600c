"""Refusals of `prongsai.ita.thai` as errors beside a field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from prongsai.ita.thai import Refused
from prongsai.platform.ui.wording import in_thai

ENGLISH = {
    "CITIZEN-ID": "This is no citizen number: it has 13 digits and the last one must fit. Check digit by digit.",
    "COMMA": "Use a point for decimals.",
    "DATE": "There is no such day.",
    "DIGITS": "Use Thai or Arabic digits.",
    "ENCODING": "The text holds characters that cannot be read. Type it instead of copying it.",
    "ERA": "Give the year of the Buddhist era, such as 2568.",
    "FUTURE": "This day has not come yet.",
    "LENGTH": "The text is too long.",
    "MARKS": "Too many vowel or tone marks on one letter. Type the word again.",
    "NAME": "This cannot be used as a name.",
    "NUMBER": "This is not a number.",
    "ORDER": "The end stands before the beginning.",
    "PERIOD": "Give a period such as 1 October 2567 to 30 September 2568.",
    "PHONE": "A telephone number begins with 0 and has 9 or 10 digits.",
    "RANGE": "The number is outside what is possible.",
    "SCALE": "At most two decimals.",
    "TIME": "Give a time such as 13.30.",
    "YEAR": "Give a year of the Buddhist era with four digits, such as 2568.",
}
"""What each rule says on English pages; on Thai pages the refusal's own, more exact sentence is shown."""


def error_of(refused: Refused) -> ValidationError:
    """Give the error for a page in its language; its code is the rule."""
    said = refused.message if in_thai() else ENGLISH.get(refused.rule, refused.message)
    return ValidationError(said, code=refused.rule)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn a refusal inside into an error of the form."""
    try:
        yield
    except Refused as refused:
        raise error_of(refused) from None
