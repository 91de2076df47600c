"""Names of private persons in running text: in lists, and beside words that tell of private matters.

One name alone in a sentence, or beside a post, is no finding: papers of this field speak of their officials.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.ita.privacy.allowed import Allowed
from prongsai.ita.privacy.finders import PersonalData
from prongsai.ita.privacy.full_names import FullName, full_names, mask_name
from prongsai.ita.privacy.roles import Role, heads_officials, heads_private, role_beside

_LIST_SIGN = re.compile(r"^[\s(\[]*(?:(?:ลำดับ(?:ที่)?|ที่)?\s*[0-9๐-๙]{1,4}[.)/]?|[-•*·–])?[\s|]*(?:ลงชื่อ[\s.…]*)?[(]?\s*$")
_LONGEST_REST = 60
"""What may follow a name in a line of a list: remarks, amounts; a longer rest is a sentence."""
_LEAST = 2
"""So many names in neighbouring lines are a list."""


@dataclass(slots=True)
class _Line:
    start: int
    text: str
    names: list[FullName]
    roles: list[Role | None]

    @property
    def alone(self) -> bool:
        """Whether the line holds one name and no other word, as under a signature."""
        return len(self.names) == 1 and self.listed and not self.text[self.names[0].end :].strip(" )\t")

    @property
    def listed(self) -> bool:
        """Whether the line begins with a name, as lines of lists do."""
        if not self.names:
            return False
        first = self.names[0]
        rest = self.text[self.names[-1].end :].strip()
        return bool(_LIST_SIGN.match(self.text[: first.start])) and len(rest) <= _LONGEST_REST


def private_names(text: str, allowed: Allowed, others: Sequence[PersonalData]) -> Iterator[PersonalData]:
    """Find names of private persons. `others` is what else was found: a name beside it tells whose it is."""
    if next(full_names(text), None) is None:
        return
    starts = sorted(entry.start for entry in others)
    lines = list(_lines(text, allowed))
    heading = ""
    for number, line in enumerate(lines):
        if not line.names:
            heading = line.text if line.text.strip() else heading
            continue
        around = lines[max(0, number - 2) : number + 3]
        in_list = line.listed and sum(len(near.names) for near in around if near.listed) >= _LEAST
        in_list = in_list or len(line.names) > _LEAST
        beside = bisect_left(starts, line.start) < bisect_left(starts, line.start + len(line.text))
        after = lines[number + 1].text if number + 1 < len(lines) and not lines[number + 1].names else ""
        for name, role in zip(line.names, line.roles, strict=True):
            if _is_private(role or _role_of_line(line, after, heading), in_list=in_list, beside=beside):
                hidden = mask_name(line.text, name)
                if hidden != line.text[name.start : name.end]:
                    yield PersonalData("person-name", line.start + name.start, line.start + name.end, hidden)


def _is_private(role: Role | None, *, in_list: bool, beside: bool) -> bool:
    return role == "private" or (role is None and (in_list or beside))


def _role_of_line(line: _Line, after: str, heading: str) -> Role | None:
    """Give the role that the lines around tell: the post under a signature, the heading above a list."""
    if line.alone and len(after) < _LONGEST_REST * 2 and role_beside("", after[:40]) == "official":
        return "official"
    if line.listed and heads_private(heading):
        return "private"
    return "official" if line.listed and heads_officials(heading) else None


def _lines(text: str, allowed: Allowed) -> Iterator[_Line]:
    start = 0
    for written in text.split("\n"):
        names = [name for name in full_names(written) if not allowed.name(written[name.start : name.end])]
        yield _Line(start, written, names, [_role(written, names, place) for place in range(len(names))])
        start += len(written) + 1


def _role(line: str, names: Sequence[FullName], place: int) -> Role | None:
    """Give the role told between the names before and after this one."""
    left = names[place - 1].end if place else 0
    right = names[place + 1].start if place + 1 < len(names) else len(line)
    return role_beside(line[left : names[place].start], line[names[place].end : right])
