"""What must not be published, found in a text or a table before it goes out, with place and masked form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.ita.privacy.accounts import bank_accounts, vehicle_plates
from prongsai.ita.privacy.addresses import house_addresses
from prongsai.ita.privacy.allowed import NOTHING_ALLOWED, Allowed
from prongsai.ita.privacy.emails import private_emails
from prongsai.ita.privacy.finders import PersonalData, find_personal_data, redacted_text
from prongsai.ita.privacy.names import private_names

_OF_A_FIRM = re.compile(r"ผู้เสียภาษี|นิติบุคคล|ทะเบียน(?:การค้า|พาณิชย์)|บริษัท|หจก|ห้างหุ้นส่วน|ร้านค้า|บจก")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_OF_A_PAPER = re.compile(
    r"(?:โครงการ|สัญญา|ฎีกา|ใบเสร็จ|ใบแจ้งหนี้|เอกสาร|e-?GP|รหัส|หนังสือ|ครุภัณฑ์|เช็ค)(?:เลขที่|ที่|เลข)?[ :]{0,3}$", re.IGNORECASE
)


def find_before_publishing(text: str, allowed: Allowed = NOTHING_ALLOWED) -> list[PersonalData]:
    """Find what points to a private person in a text that is to be published, in order of the text.

    Citizen numbers, mobile telephones, house addresses, private electronic addresses, bank accounts, plates of private
    vehicles, and names in lists or beside private matters. What `allowed` names is passed over. Findings may overlap;
    none lies wholly within another of its kind. Nothing is changed or kept. Invisible characters are seen through.
    """
    if _INVISIBLE.search(text):
        return _found_through_invisible(text, allowed)
    found = [entry for entry in _numbers_and_addresses(text) if not _is_allowed(text, entry, allowed)]
    found += private_names(text, allowed, found)
    return sorted(_without_doubles(found), key=lambda entry: (entry.start, entry.end))


def _found_through_invisible(text: str, allowed: Allowed) -> list[PersonalData]:
    """Find in the text without its invisible characters, and give the places in the text as it is."""
    places = [place for place, char in enumerate(text) if not _INVISIBLE.match(char)]
    found = []
    for entry in find_before_publishing("".join(text[place] for place in places), allowed):
        start, end = places[entry.start], places[entry.end - 1] + 1
        hidden = list(text[start:end])
        for place, shown in zip(places[entry.start : entry.end], entry.masked, strict=True):
            hidden[place - start] = shown
        found.append(PersonalData(entry.kind, start, end, "".join(hidden)))
    return found


def mask_before_publishing(text: str, allowed: Allowed = NOTHING_ALLOWED) -> str:
    """Give the text with all that `find_before_publishing` finds masked, as long as before.

    Masking again changes nothing: what a mask leaves of one number may, with its neighbours, look like another, so it
    is searched until nothing is found.
    """
    while found := find_before_publishing(text, allowed):
        text = redacted_text(text, found)
    return text


def _numbers_and_addresses(text: str) -> Iterator[PersonalData]:
    accounts = list(bank_accounts(text))
    taken = {(entry.start, entry.end) for entry in accounts}
    for entry in find_personal_data(text):
        if (entry.start, entry.end) not in taken and not _is_no_persons(text, entry):
            yield entry
    yield from accounts
    yield from house_addresses(text)
    yield from private_emails(text)
    yield from vehicle_plates(text)


def _is_no_persons(text: str, entry: PersonalData) -> bool:
    """Whether a number is that of a firm (they begin with 0 and carry the same check digit) or of a paper."""
    before = text[max(0, entry.start - 40) : entry.start].rpartition("\n")[2]
    if _OF_A_PAPER.search(before):
        return True
    return entry.kind == "citizen-id" and text[entry.start] in "0๐" and _OF_A_FIRM.search(before) is not None


def _is_allowed(text: str, entry: PersonalData, allowed: Allowed) -> bool:
    written = text[entry.start : entry.end]
    if entry.kind == "house-address":
        return allowed.address(written)
    if entry.kind == "email":
        return allowed.email(written)
    return allowed.number(written)


def _without_doubles(found: list[PersonalData]) -> list[PersonalData]:
    """Leave out what lies wholly within another finding of its kind."""
    kept: list[PersonalData] = []
    for entry in sorted(found, key=lambda entry: (entry.kind, entry.start, -entry.end)):
        if not kept or kept[-1].kind != entry.kind or entry.end > kept[-1].end:
            kept.append(entry)
    return kept
