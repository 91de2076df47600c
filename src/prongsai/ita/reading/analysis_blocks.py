"""Reads the findings of an analysis section: blocks headed by codes, or findings under an indicator or instrument.

Advice printed once below several blocks belongs to the last one. Sentences that tell or compare scores are no findings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from prongsai.ita.papers.reading import AnalysisRow
from prongsai.ita.reading.codes import (
    after_codes,
    codes_at_head,
    each_once,
    item_codes,
    question_codes,
)
from prongsai.ita.reading.numbering import marker_of, strip_marker
from prongsai.ita.reading.prose import advice_in, goes_on, opens_a_list
from prongsai.ita.reading.repairs import Repairs
from prongsai.ita.reading.score_tokens import Token, tells_scores
from prongsai.ita.reading.vocabulary import Vocabulary, instrument_of

_LABEL = re.compile(
    r"^(?P<instrument>(?:แบบวัด\s?)?OIT\s?:?\s?)?(?:(?P<question>(?:ประเด็น)?\s?(?:ข้อ)?คำถาม(?:ที่|ข้อที่|ข้อ)?|รหัสข้อคำถาม|รหัสคำถาม)|ประเด็น|ข้อ(?:ที่)?|รหัส)?\s?[:.]?\s?"
)
_LOOKS_LIKE_I = re.compile(r"[lL|!]\s?[0-9๐-๙]|1[๐-๙]{1,2}(?=\s)")
_WANTING = re.compile(r"ไม่พบ|ไม่ได้คะแนน|ขาด|ไม่ครบ|ไม่ผ่าน|ยังไม่|ไม่มีรายละเอียด|ไม่สมบูรณ์|ไม่ถูกต้อง|ไม่ปรากฏ")
_ADVICE_INSIDE = re.compile(
    r"\s(?=ดังนั้น)|(?<!ที่)(?<!ซึ่ง)(?<!ประชาชน)(?<!หน่วยงาน)\s(?=(?:หน่วยงาน|จึง|เห็น)?ควร(?!รู้|ทราบ|รับ|ได้|เป็น|จะ))|\s?(?:ข้อเสนอแนะ|แนวทาง(?:การ)?(?:แก้ไข|พัฒนา|ปรับปรุง|ดำเนินการ)(?:ปัญหา)?)\s?[:：]\s?"
)
_AFTER_SCORES = re.compile(
    r"^(?:[\s)\]]|คะแนน|อยู่ใน|ระดับ|ซึ่ง|โดย|จาก(?:คะแนนเต็ม)?\s?[0-9๐-๙]+|ผลการวิเคราะห์|วิเคราะห์แล้ว|พบว่า|เนื่องจาก|ประเด็นที่ต้อง(?:พัฒนา|ปรับปรุง|แก้ไข)\s?(?:คือ)?|:|-|,)+"
)
_EXPLAINS_SCORE = re.compile(r"(?:ซึ่ง|โดย)?เป็น(?:ผล)?คะแนน(?:จาก|ที่)")
_LEADS_TO_MEASURES = re.compile(r"มาตรการ|ไปสู่การปฏิบัติ|แนวทางการดำเนิน")
_BEFORE_SCORE = re.compile(
    r"[\s:(\-–]*(?:(?:ซึ่ง)?(?:ได้|มี)(?:ผล|ค่า)?(?:คะแนน)?(?:เฉลี่ย|ร้อยละ|เท่ากับ)?|(?:ผล|ค่า)?คะแนน(?:เฉลี่ย)?|ร้อยละ)?[\s:(]*$"
)
_ADVICE_HEADING = re.compile(
    r"(?:แนวทาง(?:การ|ใน)?(?:การ)?(?:แก้ไข|พัฒนา|ปรับปรุง|ดำเนินการ)(?:ปัญหา)?|วิธี(?:การ)?แก้ไข|ข้อเสนอแนะ|คำแนะนำ)\s?:?"
)
_FINDING_LABEL = re.compile(
    r"^(?:ข้อค้นพบ|ผลการวิเคราะห์|(?:ประเด็น|จุด|สิ่ง|ข้อ)ที่(?:ต้อง|ควร)(?:พัฒนา|ปรับปรุง|แก้ไข)|จุดอ่อน|จุดบกพร่อง|ข้อบกพร่อง|สภาพปัญหา|ปัญหาที่พบ)\s?[:：]\s?"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SHORTEST_FINDING = 12
_LONGEST_NAME = 90
_LONGEST_HEADING = 130


@dataclass
class AnalysisReader:
    """Collects findings in order. The walk over the paper tells it the headings."""

    vocabulary: Vocabulary
    repairs: Repairs
    rows: list[AnalysisRow] = field(default_factory=list)
    active: bool = False
    """Whether an analysis section is open, so that findings without codes count."""
    _issue: int | None = None
    _indicator: int | None = None
    _instrument: Literal["IIT", "EIT", "OIT"] | None = None
    _mentioned: int | None = None
    """The indicator of which the line above told the score, for a finding that is labelled as such below it."""
    _open: bool = False
    _coded: bool = False
    _advised: bool = False
    _awaits_advice: bool = False

    def close(self) -> None:
        """End the block that is open, as a table or a heading does."""
        self._open = self._awaits_advice = False

    def leave(self) -> None:
        """End the section."""
        self.close()
        self.active = False
        self._issue = self._indicator = self._instrument = None

    def await_advice(self) -> bool:
        """Take what follows as advice for the open block, after a heading that says so; False where none is open."""
        self._awaits_advice = self._open
        return self._open

    def take_label(self, line: str) -> bool:
        """Take a line `ข้อค้นพบ : ...` as the finding of the open block, in place of the wording of its question."""
        label = _FINDING_LABEL.match(strip_marker(line))
        if label is None or not (self._open and self._coded) or self._advised:
            return False
        finding = strip_marker(line)[label.end() :].strip()
        if finding:
            self.rows[-1] = replace(self.rows[-1], finding=finding)
            self._cite(finding)
        return bool(finding)

    def take_heading(self, line: str) -> bool:
        """Take a line as the name of an issue, an indicator or an instrument; False where it is none."""
        if len(line) > _LONGEST_HEADING or question_codes(line, self.vocabulary.is_code):
            return False
        issue = self.vocabulary.issue_of(line)
        if issue is not None:
            self.close()
            self._issue, self._indicator, self._instrument = issue, None, None
            return True
        indicator = self.vocabulary.indicator_of(strip_marker(line))
        if indicator is not None:
            self.close()
            self._indicator = indicator
            return True
        instrument = instrument_of(line)
        if instrument is None or advice_in(line) is not None or item_codes(line, self.vocabulary.is_code):
            return False
        if len(_IN_BRACKETS.sub("", line)) > _LONGEST_NAME or "คะแนน" in line:
            return False
        self.close()
        self._instrument = cast(Literal["IIT", "EIT", "OIT"], instrument[:3])
        self._indicator = None
        return True

    def take(self, line: str, tokens: Sequence[Token]) -> bool:
        """Take a line into the analysis; False where it does not belong there."""
        text = strip_marker(line)
        if self._take_coded(text, line, tokens):
            return True
        if self._open and _ADVICE_HEADING.fullmatch(text):
            self._awaits_advice = True
            return True
        if opens_a_list(text) and _LEADS_TO_MEASURES.search(text):
            self.close()
            return False
        if self._open and (self._coded or self._awaits_advice or self._advised or advice_in(text) is not None):
            return self._extend(text, line, tokens)
        if not self.active and tells_scores(tokens):
            heading = self.vocabulary.indicator_heading(text)
            self._mentioned = heading[0] if heading else None
        if not self.active or opens_a_list(text):
            return False
        return self._take_bare(text, line, tokens)

    def _take_coded(self, text: str, line: str, tokens: Sequence[Token]) -> bool:
        label = _LABEL.match(text)
        start = label.end() if label else 0
        is_code = self.vocabulary.is_code
        in_place = bool(start) or self.active or self._open
        named = bool((label and label["question"]) or (in_place and _LOOKS_LIKE_I.match(text, start)))
        codes = codes_at_head(text, question_codes(text[start:], is_code, place=named), start)
        wanting = self.active or _WANTING.search(text)
        items = codes_at_head(text, item_codes(text[start:], is_code), start) if wanting and not codes else []
        if not codes and not items:
            return False
        rest = text[(codes or items)[-1].end + start :]
        body: str | None = after_codes(rest)
        if tells_scores(tokens):
            body = _before_scores(line, rest, tokens) or _without_scores(line, tokens)
        if body is None:
            return True
        self.repairs.note(codes, f"analysis[{len(self.rows)}].questions")
        if label and label["instrument"] and items:
            self._instrument = "OIT"
        self._add(body, each_once(codes), each_once(items), coded=True)
        return True

    def _take_bare(self, text: str, line: str, tokens: Sequence[Token]) -> bool:
        labelled = _FINDING_LABEL.match(text)
        if labelled:
            text = text[labelled.end() :]
            self._indicator = self._indicator or self._mentioned
        self._mentioned = None
        heading = self.vocabulary.indicator_heading(text)
        if tells_scores(tokens):
            rest = _without_scores(line, tokens)
            if heading is not None:
                self.close()
                self._indicator = heading[0]
            if rest is None:
                return True
            text, heading = rest, None
        if heading is not None:
            self._indicator = heading[0]
            body = _after_indicator(text, self.vocabulary)
            if len(body) < _SHORTEST_FINDING:
                return True
            text = body
        if self._open and marker_of(line) is None and goes_on(text):
            return self._extend(text, line, tokens)
        if len(text) < _SHORTEST_FINDING:
            return False
        self._add(text, (), (), coded=False)
        return True

    def _add(self, body: str, questions: tuple[str, ...], items: tuple[str, ...], *, coded: bool) -> None:
        finding, advice = _parted(body)
        self.rows.append(
            AnalysisRow(
                finding=finding,
                issue=self._issue,
                indicator=self._indicator,
                instrument=self._instrument,
                questions=questions,
                oit=items,
            )
        )
        self._open, self._coded = True, coded
        self._advised = self._awaits_advice = False
        self._cite(finding)
        if advice:
            self._advise(advice)

    def _extend(self, text: str, line: str, tokens: Sequence[Token]) -> bool:
        """Let a line go on with the open block: as advice, or as more of the finding."""
        advice = advice_in(text)
        if self._awaits_advice or advice is not None:
            self._advise(advice if advice is not None else text)
        elif self._advised:
            if not self._coded and not goes_on(text) and marker_of(line) is None and self.active:
                return self._take_bare(text, line, tokens)
            self._advise(text)
        else:
            more, advice = _parted(text)
            last = self.rows[-1]
            self.rows[-1] = replace(last, finding=f"{last.finding} {more}".strip())
            self._cite(more)
            if advice:
                self._advise(advice)
        return True

    def _advise(self, text: str) -> None:
        last = self.rows[-1]
        self.rows[-1] = replace(last, recommendation=f"{last.recommendation or ''} {text}".strip())
        self._advised = True
        self._cite(text)

    def _cite(self, text: str) -> None:
        """Add the OIT codes that a text of the open block cites."""
        found = item_codes(text, self.vocabulary.is_code)
        self.repairs.note(found, f"analysis[{len(self.rows) - 1}].oit")
        last = self.rows[-1]
        self.rows[-1] = replace(last, oit=tuple(dict.fromkeys((*last.oit, *each_once(found)))))


def _parted(body: str) -> tuple[str, str]:
    """Part a text into finding and advice where the advice begins inside it."""
    match = _ADVICE_INSIDE.search(body)
    if match is None or match.start() < _SHORTEST_FINDING:
        return body.strip(), ""
    return body[: match.start()].strip(), body[match.end() :].strip()


def _before_scores(line: str, rest: str, tokens: Sequence[Token]) -> str | None:
    """Give the words between the codes of a question and its score, where they are the question itself."""
    first = min(token.start for token in tokens if token.kind in ("score", "change"))
    words = after_codes(line[len(line) - len(rest) : first]) if first > len(line) - len(rest) else ""
    words = _BEFORE_SCORE.sub("", words).strip()
    return words if len(words) >= _SHORTEST_FINDING else None


def _without_scores(line: str, tokens: Sequence[Token]) -> str | None:
    """Give what stands behind the scores of a sentence where that says more than the scores; else None."""
    last = max((token.end for token in tokens if token.kind in ("score", "change", "level")), default=0)
    rest = _AFTER_SCORES.sub("", line[last:]).strip()
    if _EXPLAINS_SCORE.match(rest) or advice_in(rest) is not None:
        return None
    return rest if len(rest) >= 2 * _SHORTEST_FINDING else None


def _after_indicator(text: str, vocabulary: Vocabulary) -> str:
    """Give what stands behind the name of the indicator at the head of a text."""
    pattern = rf"^(?:ตัวชี้วัด(?:ที่)?\s?[0-9๐-๙]{{0,2}}\s?[:.\-]?\s?)?(?:ด้าน)?(?:{vocabulary.indicator_pattern})?[\s:\-–—)]*"
    return re.sub(pattern, "", text, count=1)
