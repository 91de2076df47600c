"""Which parts of an Office file tell of its makers, and how those that are needed are made silent.

Parts are changed by patterns on their tags, not parsed: a worksheet may have eighty megabytes. Attributes of writers
are those of ECMA-376 part 1 (17.13 annotations, 17.15 settings, 18.7 comments, 18.10 pivot tables) and of Microsoft's
extensions [MS-DOCX], [MS-XLSX].
"""

from __future__ import annotations

import re
from collections.abc import Callable

from prongsai.ita.thai.refusal import Refused

NOBODY = "ไม่ระบุชื่อ"

_DROPPED = re.compile(
    r"docprops/.*|customxml/.*|docmetadata/.*|_xmlsignatures/.*|word/people\.xml|word/webextensions/.*"
    r"|xl/revisions/.*|xl/printersettings/.*|xl/webextensions/.*|word/printersettings/.*|thumbnail\..*",
)
_TAG = re.compile(rb"<[A-Za-z][^<>]*>")
_WHEN = rb"""(?:\w+:)?(?:rsid\w*|date|dateUtc|initials)=(?:"[^"]*"|'[^']*')"""
_WORD_TELLING = re.compile(rb"\s" + _WHEN)
_WORD_AUTHOR = re.compile(rb"""(\s(?:\w+:)?author=)(?:"[^"]*"|'[^']*')""")
_WORD_SETTINGS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rb"<w:rsids>.*?</w:rsids>",
        rb"<w:docVars>.*?</w:docVars>",
        rb"<w:mailMerge>.*?</w:mailMerge>",
        rb"<w:attachedTemplate\b[^>]*/>",
        rb"<w\d+:docId\b[^>]*/>",
    )
)
_INSTRUCTIONS = re.compile(rb"<(?:\w+:)?instrText\b[^>]*>([^<]*)<|\binstr=\"([^\"]*)\"")
_CALLS = re.compile(rb"(?:^|\s)DDE(?:AUTO)?(?:\s|$)", re.IGNORECASE)

_BOOK_TELLING = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rb"<mc:AlternateContent\b[^>]*>\s*<mc:Choice\b[^>]*>\s*<x15ac:absPath\b[^>]*/>\s*</mc:Choice>\s*"
        rb"</mc:AlternateContent>",
        rb"<(?:\w+:)?absPath\b[^>]*/>",
        rb"<(?:\w+:)?fileSharing\b[^>]*/>",
        rb"<(?:\w+:)?revisionPtr\b[^>]*/>",
    )
)
_PIVOT_TELLING = re.compile(rb"""\srefreshed(?:By|Date|DateIso)=(?:"[^"]*"|'[^']*')""")
_CONNECTION_TELLING = re.compile(
    rb"""(\s(?:connection|command|sourceFile|odcFile|url|description)=)(?:"[^"]*"|'[^']*')"""
)
_PERSON_TELLING = re.compile(rb"""(\s(?:displayName|userId|providerId)=)(?:"[^"]*"|'[^']*')""")
_THREAD_TELLING = re.compile(rb"""\sdT=(?:"[^"]*"|'[^']*')""")
_PRINTER = re.compile(rb"""(<(?:\w+:)?pageSetup\b[^>]*?)\sr:id=(?:"[^"]*"|'[^']*')""")
_SAID = re.compile(rb">[^<]+<")
_AUTHOR = re.compile(rb"(<(?:\w+:)?author>)([^<]*)(</(?:\w+:)?author>)")


def is_dropped(name: str) -> bool:
    """Say whether a part is left out: it tells only of the makers, and the paper can do without it."""
    return bool(_DROPPED.fullmatch(name.lower()))


def clean_part(name: str, content: bytes) -> bytes:
    """Give a part without the names, times and paths of its makers; the very same bytes where it has none.

    `name` is the path of the part in lower case. Refuses DDE: a call of another program.
    """
    for pattern, cleaner in _CLEANERS:
        if pattern.match(name):
            cleaned = cleaner(content)
            return content if cleaned == content else cleaned
    return content


def _word(content: bytes) -> bytes:
    said = b"".join(first or second for first, second in _INSTRUCTIONS.findall(content))
    if _CALLS.search(said):
        raise _dde()
    for pattern in _WORD_SETTINGS if b"<w:settings" in content[:2_000] else ():
        content = pattern.sub(b"", content)
    return _TAG.sub(_silent_tag, content)


def _silent_tag(tag: re.Match[bytes]) -> bytes:
    text = tag.group()
    if b"rsid" not in text and b"author=" not in text and b"date" not in text and b"initials=" not in text:
        return text
    quoted = b'\\1"' + NOBODY.encode() + b'"'
    return _WORD_AUTHOR.sub(quoted, _WORD_TELLING.sub(b"", text))


def _workbook(content: bytes) -> bytes:
    for pattern in _BOOK_TELLING:
        content = pattern.sub(b"", content)
    return content


def _comments(content: bytes) -> bytes:
    """Take the writers out of the list and out of the comments, which Excel begins with the writer's name."""
    names = {found[1].strip() for found in _AUTHOR.findall(content)}
    told = b"|".join(re.escape(name) for name in names if len(name.decode("utf-8", "ignore")) > 1)
    if told:
        named = re.compile(told)
        content = _SAID.sub(lambda text: named.sub(NOBODY.encode(), text.group()), content)
    return _AUTHOR.sub(b"\\1" + NOBODY.encode() + b"\\3", content)


def _external(content: bytes) -> bytes:
    if b"ddeLink" in content:
        raise _dde()
    return content


def _blanked(pattern: re.Pattern[bytes], said: str = "") -> Callable[[bytes], bytes]:
    quoted = b'\\1"' + said.encode() + b'"'
    return lambda content: pattern.sub(quoted, content)


def _dde() -> Refused:
    return Refused("DDE", "แฟ้มนี้มีคำสั่งเรียกโปรแกรมอื่น (DDE) โปรดลบคำสั่งนั้น บันทึกใหม่ แล้วแนบอีกครั้ง")


_CLEANERS: tuple[tuple[re.Pattern[str], Callable[[bytes], bytes]], ...] = (
    (re.compile(r"word/.*\.xml$"), _word),
    (re.compile(r"xl/workbook\d*\.xml$"), _workbook),
    (re.compile(r"xl/comments.*\.xml$"), _comments),
    (re.compile(r"xl/persons/.*\.xml$"), _blanked(_PERSON_TELLING, NOBODY)),
    (re.compile(r"xl/threadedcomments/.*\.xml$"), lambda content: _THREAD_TELLING.sub(b"", content)),
    (re.compile(r"xl/pivotcache/.*\.xml$"), lambda content: _PIVOT_TELLING.sub(b"", content)),
    (re.compile(r"xl/connections\.xml$"), _blanked(_CONNECTION_TELLING)),
    (re.compile(r"xl/externallinks/.*\.xml$"), _external),
    (re.compile(r"xl/(?:work|chart|dialog)sheets/[^/]*\.xml$"), lambda content: _PRINTER.sub(b"\\1", content)),
)
