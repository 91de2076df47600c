"""Question codes (I, E) and OIT codes (O) as printed, repaired where a look-alike stands for the letter.

A repair is made only in the place of a code: at the head of a question, in brackets that cite an item, after ข้อ.
Sub-indicators (9.1), times, dates and amounts are no codes; neither are codes that no year has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from prongsai.ita.thai import to_arabic


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code with the form in which it is printed and its place in the text."""

    code: str
    printed: str
    repaired: bool
    start: int
    end: int


_NUMBER = r"([0-9]{1,2})(?![0-9])(?!\s?[.:/]\s?[0-9])(?!\s?%)"
_QUESTION = re.compile(rf"(?<![A-Za-z0-9.])([IiEe])\s?\.?-?\s?{_NUMBER}")
_LIKE_I = re.compile(r"([1lL|!])\s?([0-9]{1,2})(?![0-9.,:/])(?=$|[\s,)\]:;]|และ|[ก-๎])")
_ITEM = re.compile(rf"(?<![A-Za-z0-9])([Oo])\s?-?\s?{_NUMBER}")
_LIKE_O = re.compile(r"(?<![A-Za-z0-9.,:/])(0)\s?([0-9]{1,2})(?![0-9]|\s?[.:/,][0-9]|\s?น\.|\s?%)")
_RANGE = re.compile(r"\s?(?:[-‐-―−~]|ถึง)\s?")
_BETWEEN = re.compile(r"[\s,;/]{0,4}(?:และ|หรือ|กับ)?[\s]{0,2}(?:ข้อ\s?)?")
_CITED = re.compile(r"\([^()]{0,200}?อ้างอิง[^()]{0,300}\)|\[[^\[\]]{0,200}?อ้างอิง[^\[\]]{0,300}\]")
_NAMED = re.compile(r"(?:ข้อ(?:ที่)?|OIT|รหัส|อ้างอิง(?:จาก|ตาม)?|หัวข้อ)\s?[:(]?\s?$", re.IGNORECASE)
_FOLLOWER = re.compile(r"(?:,|-|–)([0-9]{1,2})(?![0-9.])")
_LEFT_OF_PLACE = 12
_BETWEEN_AT_HEAD = re.compile(r"[\s,;/()]{0,6}(?:(?:และ|กับ|หรือ|ถึง|[-–—~])[\s]{0,3})?(?:ข้อ(?:คำถาม)?(?:ที่)?\s{0,2})?")
_AFTER_CODES = re.compile(r"^[\s:.\-–—,)\]]+")


def question_codes(
    text: str, is_code: Callable[[str], bool], *, place: bool = False, expected: frozenset[str] | None = None
) -> list[FoundCode]:
    """Find question codes in order of mention, ranges written out.

    `place`: the text begins in the place of a code, so that a look-alike in front (`19`, `l4`, `1๒๘`) is one; then
    `expected` are the codes that fit the issue or indicator, where these are known.
    """
    plain = to_arabic(text)
    found = [_found(match, text, match[1].upper(), repaired=False) for match in _QUESTION.finditer(plain)]
    if place:
        found += _likely_questions(plain, text, found, expected)
    found = sorted((entry for entry in found if is_code(entry.code)), key=lambda entry: entry.start)
    return _written_out(_bare_followers(found, plain, text, is_code), plain)


def item_codes(text: str, is_code: Callable[[str], bool], *, place: bool = False) -> list[FoundCode]:
    """Find OIT codes in order of mention, ranges written out; `place`: the whole text is the place of such codes."""
    if not any(sign in text for sign in "Oo0๐"):
        return []
    plain = to_arabic(text)
    found = [_found(match, text, "O", repaired=False) for match in _ITEM.finditer(plain)]
    cited = [(match.start(), match.end()) for match in _CITED.finditer(plain)] if "อ้างอิง" in plain else []
    ends: list[int] = [entry.end for entry in found]
    for match in _LIKE_O.finditer(plain):
        at = match.start()
        inside = place or any(start < at < end for start, end in cited)
        if inside or _NAMED.search(plain, max(0, at - _LEFT_OF_PLACE), at) or _follows(plain, ends, at):
            found.append(_found(match, text, "O", repaired=True))
            ends.append(match.end())
    found = sorted((entry for entry in found if is_code(entry.code)), key=lambda entry: entry.start)
    return _written_out(found, plain)


def each_once(found: list[FoundCode]) -> tuple[str, ...]:
    """Give the codes, each once, in order of first mention."""
    return tuple(dict.fromkeys(entry.code for entry in found))


def codes_at_head(text: str, codes: list[FoundCode], start: int = 0) -> list[FoundCode]:
    """Give the codes with which a text begins, up to the first one that stands inside the text."""
    head: list[FoundCode] = []
    at = 0
    for entry in codes:
        if entry.start > at and not _BETWEEN_AT_HEAD.fullmatch(text, start + at, start + entry.start):
            break
        head.append(entry)
        at = max(at, entry.end)
    return head


def after_codes(text: str) -> str:
    """Give a text without the signs that part it from the codes in front of it."""
    return _AFTER_CODES.sub("", text)


def without_codes(text: str, is_code: Callable[[str], bool]) -> str:
    """Give a text without the question codes in front of it; a text of codes only stays."""
    head = codes_at_head(text, question_codes(text, is_code))
    return (after_codes(text[head[-1].end :]) or text) if head else text


def _found(match: re.Match[str], text: str, letter: str, *, repaired: bool) -> FoundCode:
    printed = text[match.start() : match.end()].replace(" ", "")
    return FoundCode(f"{letter}{int(match[2])}", printed, repaired, match.start(), match.end())


def _likely_questions(
    plain: str, text: str, found: list[FoundCode], expected: frozenset[str] | None
) -> list[FoundCode]:
    """Find look-alikes of I at the head of the text and straight after other codes."""
    likely: list[FoundCode] = []
    ends = [entry.end for entry in found]
    for match in _LIKE_I.finditer(plain):
        if match.start() != len(plain) - len(plain.lstrip(" (")) and not _follows(plain, ends, match.start()):
            continue
        entry = _found(match, text, "I", repaired=True)
        bare = match[1] == "1" and entry.printed.isascii()
        if not bare or expected is None or entry.code in expected:
            likely.append(entry)
            ends.append(entry.end)
    return likely


def _follows(plain: str, ends: list[int], at: int) -> bool:
    """Whether a place comes straight after a code: only a comma, a dash or `และ` stands between."""
    return any(
        0 <= at - end <= _LEFT_OF_PLACE
        and (_BETWEEN.fullmatch(plain, end, at) is not None or _RANGE.fullmatch(plain, end, at) is not None)
        for end in ends[-3:]
    )


def _bare_followers(found: list[FoundCode], plain: str, text: str, is_code: Callable[[str], bool]) -> list[FoundCode]:
    """Add the figures after a code that share its letter: `I7,8,9`, `i19-24`."""
    result: list[FoundCode] = []
    for n, entry in enumerate(found):
        result.append(entry)
        following = found[n + 1].start if n + 1 < len(found) else len(plain)
        tail = _FOLLOWER.match(plain, entry.end)
        while tail and tail.end() <= following:
            code = f"{entry.code[0]}{int(tail[1])}"
            if is_code(code):
                result.append(FoundCode(code, text[tail.start(1) : tail.end()], False, tail.start(1), tail.end()))
            tail = _FOLLOWER.match(plain, tail.end())
    return result


def _written_out(found: list[FoundCode], plain: str) -> list[FoundCode]:
    """Write out ranges: between two codes of one letter that only a dash or ถึง parts stand all codes between them."""
    result: list[FoundCode] = []
    for entry in found:
        last = result[-1] if result else None
        if last and last.code[0] == entry.code[0] and _RANGE.fullmatch(plain, last.end, entry.start):
            letter, low, high = entry.code[0], int(last.code[1:]), int(entry.code[1:])
            result += [FoundCode(f"{letter}{number}", "", False, last.end, last.end) for number in range(low + 1, high)]
        result.append(entry)
    return result
