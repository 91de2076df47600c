"""Finds the place of each OIT item on a site that was walked through: by code, title, and the year of the assessment.

A site says these in the words of its links, in the heads of its pages, and in addresses. What is found is a guess that
says what it rests on; a person looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from prongsai.ita.catalogue.model import Framework, Item
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import compact
from prongsai.office.site.audit.visits import is_file, key_of
from prongsai.office.site.audit.walking import Walk, WalkedPage

_CODE = re.compile(r"(?<![a-zA-Zก-๙0-9])[oO] ?[-.]? ?0?([1-9][0-9]?)(?![0-9a-zA-Z])")
_CODE_OF_ADDRESS = re.compile(r"(?:^|[/_=-])o-?0?([1-9][0-9]?)(?=$|[/_.&-])", re.IGNORECASE)
_ROUND = re.compile(
    r"\b(?:ita|oit)\b[^0-9]{0,60}(25[0-9]{2})(?![0-9])|การประเมินคุณธรรม[^0-9]{0,80}(25[0-9]{2})", re.IGNORECASE
)
_ROUND_OF_ADDRESS = re.compile(r"(?:ita|oit)[^0-9]{0,3}(25[0-9]{2})(?![0-9])", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:ita|oit)\b|คุณธรรมและความโปร่งใส|เปิดเผยข้อมูลสาธารณะ|\bo ?[0-9]{1,2}\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*(?:ข้อ(?:ที่)?\s*)?[(]?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s*(?=[ก-๙])")
_SIGNS = re.compile(r"[\s/,.:;()\[\]\"'“”‘’–_|•-]|และ|หรือ|การ")
_LONG = 15
_LONGEST = 400
"""Letters of the words of a link; more than these name no item."""
_ALIKE = 90.0
_CODE_POINTS, _TITLE, _PART, _YEAR, _CONTEXT = 50, 40, 25, 30, 15
_ENOUGH = 55


@dataclass(frozen=True, slots=True)
class Found:
    """Where an item seems to stand. `words` led there; `by` says in Thai what it was known by."""

    code: str
    address: str
    words: str
    by: tuple[str, ...]
    clicks: int
    points: int


def find_items(framework: Framework, walked: Walk) -> dict[str, Found]:
    """Give for each item that was found its likeliest place; an item that was not found is left out."""
    names = {item.code: _titles(item) for item in framework.items}
    best: dict[str, Found] = {}
    for told in _all_told(framework, walked):
        for found in _known(told, names):
            held = best.get(found.code)
            if held is None or (found.points, -found.clicks) > (held.points, -held.clicks):
                best[found.code] = found
    return best


def round_of(entry: WalkedPage, walked: Walk) -> int | None:
    """Give the year (BE) of the assessment that a page belongs to, by itself or by the pages that lead to it.

    None where nothing says so, or where the page speaks of several.
    """
    page: WalkedPage | None = entry
    while page is not None:
        heads = [page.page.title, *(line.text for line in page.page.headings), page.words]
        years = {year for text in heads for year in _years(text)} or _years_of_address(page.address)
        if years:
            return years.pop() if len(years) == 1 else None
        page = walked.pages.get(page.came_from) if page.came_from else None
    return None


def _years(text: str) -> set[int]:
    return {int(match[1] or match[2]) for match in _ROUND.finditer(to_arabic(text))}


def _years_of_address(address: str) -> set[int]:
    return {int(match[1]) for match in _ROUND_OF_ADDRESS.finditer(to_arabic(address))}


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that may name an item, and where they lead. `right`: the year fits; `context`: the page is of an ITA."""

    words: str
    address: str
    clicks: int
    right: bool
    context: bool


def _all_told(framework: Framework, walked: Walk) -> Iterator[_Told]:
    for entry in walked.pages.values():
        year = round_of(entry, walked)
        if year not in (None, framework.year):
            continue
        heads = [entry.page.title, *(line.text for line in entry.page.headings)]
        context = any(_ABOUT.search(text) for text in heads)
        for words, address, clicks in _named(entry, walked):
            years = _years(words) or _years_of_address(address)
            if (
                0 < len(words) <= _LONGEST
                and address.startswith(("http://", "https://"))
                and (not years or framework.year in years)
            ):
                yield _Told(words, address, clicks, framework.year in {*years, year}, context)


def _named(entry: WalkedPage, walked: Walk) -> Iterator[tuple[str, str, int]]:
    """Give words and addresses that may name an item: the head of the page, and its links, but for those back up."""
    heads = [line.text for line in entry.page.headings if line.level == 1][:1] or [entry.page.title]
    yield heads[0], entry.address, entry.depth
    for link in entry.page.links:
        target = walked.at(link.address)
        if target is None or target.depth >= entry.depth:
            yield link.words, target.address if target else link.address, entry.depth + 1


def _known(told: _Told, names: Mapping[str, tuple[str, ...]]) -> Iterator[Found]:
    said = {f"O{code}" for code in _CODE.findall(to_arabic(told.words))}
    coded = said or {f"O{code}" for code in _CODE_OF_ADDRESS.findall(told.address)}
    plain = _folded(_NUMBER.sub("", _CODE.sub("", to_arabic(told.words))))
    titled = {code: points for code in names if (points := _title_points(plain, names[code]))}
    sure_of_title = _TITLE in titled.values()
    for code in names:
        if (said and code not in said) or (sure_of_title and code not in titled):
            continue  # another code is written there, or the code is that of another year: the title is another's
        points = _CODE_POINTS * (code in coded) + titled.get(code, 0)
        enough = points + _YEAR * told.right + _CONTEXT * told.context
        if points and enough >= _ENOUGH and (code in coded or titled.get(code) == _TITLE or told.right):
            by = (("รหัส", code in coded), ("ชื่อข้อ", code in titled), ("ปีที่ประเมิน", told.right))
            words = tuple(word for word, holds in by if holds)
            yield Found(code, told.address, told.words, words, told.clicks, enough)


def _titles(item: Item) -> tuple[str, ...]:
    told = (item.title, item.candidate_title, *item.aliases)
    return tuple(dict.fromkeys(folded for text in told if text and (folded := _folded(text))))


def _title_points(plain: str, titles: Sequence[str]) -> int:
    """Tell how surely words are the title of an item."""
    if plain in titles:
        return _TITLE
    for title in titles:
        if len(title) >= _LONG and (title in plain or fuzz.ratio(title, plain) >= _ALIKE):
            return _PART
    return 0


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return _SIGNS.sub("", compact(text))


def files_of(entry: WalkedPage, walked: Walk) -> list[tuple[str, str]]:
    """Give the files to which the page of an item leads, with the words of the links; not those of the frame."""
    frame = {key_of(link.address) for link in walked.main.page.links} if walked.main else set()
    own = entry.depth == 0
    told: dict[str, tuple[str, str]] = {}
    for link in entry.page.links:
        key = key_of(link.address)
        if is_file(link.address) and (own or key not in frame):
            told.setdefault(key, (link.address, link.words))
    return list(told.values())
