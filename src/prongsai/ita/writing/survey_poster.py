"""โปสเตอร์ of an official survey: who asks, that it costs nothing and names nobody, and the square code to the survey.

No word of it asks for a good answer, and none says what to answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from prongsai.ita.thai import format_date
from prongsai.ita.writing.numerals import Digits, as_set
from prongsai.ita.writing.pieces import pieces, proper_name
from prongsai.ita.writing.service.poster import SIZES
from prongsai.ita.writing.service.setting import SCALES, PaperSize, fitted
from prongsai.ita.writing.service.square_code import square_code_svg
from prongsai.ita.writing.vocabulary import Vocabulary

_WHO = {"IIT": "บุคลากรของหน่วยงานที่ทำงานมาแล้วตามเวลาที่กำหนด", "EIT": "ประชาชนและผู้ที่มาติดต่อหรือรับบริการ"}
_PROMISES = (
    "ผู้จัดทำแบบสำรวจคือสำนักงาน ป.ป.ช. หน่วยงานเป็นเพียงผู้แจ้งช่องทาง",
    "ไม่เสียค่าใช้จ่าย ไม่ต้องบอกชื่อ",
    "หน่วยงานไม่เห็นว่าใครตอบหรือตอบอย่างไร เห็นเพียงจำนวนผู้ตอบ",
    "ตอบตามความเป็นจริงที่พบด้วยตนเอง",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPoster:
    """What the poster of a survey says. `address` is the one that the official site gave."""

    agency: str
    survey: Literal["IIT", "EIT"]
    fiscal_year: int
    address: str
    closes: date | None = None
    footer: str = ""
    digits: Digits = "thai"


@dataclass(frozen=True, slots=True)
class _Setter:
    poster: SurveyPoster
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def text(self, text: str) -> list[int]:
        cut = pieces(as_set(text, self.poster.digits), proper_name(self.poster.agency))
        return [self.vocabulary.number(piece) for piece in cut]

    def part(self, title: str, *lines: str) -> dict[str, Any]:
        return {"title": self.text(title), "lines": [self.text(line) for line in lines], "gap": None}


def write_survey_poster(poster: SurveyPoster, written_on: date, *, size: PaperSize = "a4") -> bytes:
    """Return the poster as PDF on one sheet. Raises ValueError for an address that is empty or too long."""
    setter = _Setter(poster)
    facts = [setter.part("ปีงบประมาณ พ.ศ.", str(poster.fiscal_year))]
    if poster.closes:
        facts.append(setter.part("ตอบได้ถึงวันที่", format_date(poster.closes, digits="arabic")))
    title = f"ขอเชิญตอบแบบวัด {poster.survey}"
    data = {
        "meta": {"title": title, "agency": poster.agency, "subject": "การประเมิน ITA"},
        "paper": size,
        "scale": SCALES[size],
        "thai": poster.digits == "thai",
        "draft": False,
        "agency": setter.text(poster.agency),
        "name": setter.text(title),
        "facts": facts,
        "parts": [
            setter.part("การประเมินคุณธรรมและความโปร่งใสของหน่วยงานภาครัฐ (ITA)", *_PROMISES),
            setter.part("ผู้ตอบ", _WHO[poster.survey]),
        ],
        "code": f"รหัสคิวอาร์ไปแบบสำรวจ {poster.address}",
        "code_svg": square_code_svg(poster.address).decode(),
        "code_note": setter.text("สแกนเพื่อตอบ"),
        "code_address": setter.text(poster.address),
        "foot": setter.text(poster.footer),
        "words": setter.vocabulary.entries,
    }
    return fitted("poster.typ", data, written_on, pages=1, sizes=SIZES)
