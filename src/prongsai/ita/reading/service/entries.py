"""Single lines of a manual to the entries of a sheet: a step, a paper, a fee, a channel."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.ita.papers.service import Channel, Discretion, Fee, NeededDocument, ServiceStep, TimeSpan
from prongsai.ita.reading.service.labels import unnumbered
from prongsai.ita.reading.service.times import ReadTime, read_time
from prongsai.ita.thai import single_line, to_arabic

_SPLIT = re.compile(r"\s+[·|]\s+")
_COUNT = re.compile(r"(?P<what>ฉบับจริง|ต้นฉบับ|ตัวจริง|สำเนา)?\s*(?:จำนวน)?\s*(?P<count>[0-9]{1,3})\s*(?:ฉบับ|ชุด|ใบ|แผ่น)")
_BAHT = re.compile(r"(?P<amount>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]+(?:\.[0-9]{1,2})?)\s*บาท")
_ISSUER = re.compile(r"ออกโดย\s*(.+)")
_LEADS = ["ภายใน", "ใช้เวลา", "ไม่เกิน", "ประมาณ", "ระยะเวลา", "เวลา"]


def step_of(line: str) -> tuple[ServiceStep, ReadTime | None]:
    """Read a step: `1. ยื่นคำขอ (10 นาที) กองคลัง`, or parted by ` · `."""
    parts = _SPLIT.split(to_arabic(unnumbered(line)))
    if len(parts) > 1:
        time = read_time(parts[1])
        rest = [part.strip() for part in (parts[2:] if time else parts[1:])] + ["", ""]
        return ServiceStep(parts[0].strip(), time.span if time else None, rest[0], rest[1]), time
    text = parts[0]
    time = read_time(text)
    if time is None:
        return ServiceStep(single_line(text)), None
    title, after = text[: time.start].rstrip(" ("), text[time.end :].lstrip(" )")
    for lead in _LEADS:
        title = title.removesuffix(lead).rstrip(" (")
    return ServiceStep(single_line(title), time.span, single_line(after)), time


def step_with(title: str, span: TimeSpan | None, unit: str, place: str) -> ServiceStep:
    """Make a step of the cells of a row."""
    return ServiceStep(single_line(unnumbered(title)), span, single_line(unit), single_line(place))


def document_of(line: str) -> NeededDocument:
    """Read a paper: `สำเนาทะเบียนบ้าน จำนวน 1 ฉบับ`. Without a count one original is meant, one copy of a สำเนา."""
    text = to_arabic(unnumbered(line))
    parts = _SPLIT.split(text)
    name = parts[0]
    originals = copies = 0
    for found in _COUNT.finditer(text):
        of_copy = found["what"] == "สำเนา" or (found["what"] is None and name.startswith("สำเนา"))
        if of_copy:
            copies += int(found["count"])
        else:
            originals += int(found["count"])
    issuer = next((match[1] for part in parts if (match := _ISSUER.match(part))), "")
    name = single_line(_COUNT.sub("", name)).rstrip(" ,(")
    if not originals and not copies:
        originals, copies = (0, 1) if name.startswith("สำเนา") else (1, 0)
    notes = [part for part in parts[1:] if not _COUNT.search(part) and not _ISSUER.match(part)]
    return NeededDocument(name, originals, copies, issuer.strip(), single_line(" ".join(notes)))


def fee_of(line: str) -> Fee:
    """Read a fee: `ใบอนุญาต 20 บาท`. Without baht the amount stays unknown."""
    text = to_arabic(unnumbered(line))
    found = _BAHT.search(text)
    if found is None:
        name, *notes = _SPLIT.split(text)
        return Fee(single_line(name), None, single_line(" ".join(notes)))
    name = single_line(text[: found.start()].rstrip(" ·:-"))
    note = single_line(text[found.end() :].strip(" ·"))
    return Fee(name or "ค่าธรรมเนียม", Decimal(found["amount"].replace(",", "")), note)


def channel_of(line: str) -> Channel:
    """Read a channel: its name, or name, place, days, hours and contact parted by ` · `."""
    parts = [single_line(part) for part in _SPLIT.split(unnumbered(line))] + [""] * 4
    return Channel(*parts[:5])


def discretion_of(line: str) -> Discretion:
    """Read a point of discretion and its criterion, parted by a colon."""
    point, _, criterion = unnumbered(line).partition(":")
    return Discretion(single_line(point), single_line(criterion))
