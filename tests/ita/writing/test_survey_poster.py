"""The poster of an official survey: who asks, that it is free and nameless, and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from prongsai.ita.writing.survey_poster import SurveyPoster, write_survey_poster

DAY = date(2025, 3, 17)
POSTER = SurveyPoster(
    agency="องค์การบริหารส่วนตำบลหนองกระจ่าง", survey="EIT", fiscal_year=2568, address="https://survey.example/eit"
)


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        return document[0].get_textpage().get_text_range().replace(" ", "")


def test_it_says_who_asks_that_it_is_free_and_that_nobody_is_named():
    words = words_of(write_survey_poster(POSTER, DAY))
    for told in ("ป.ป.ช.", "ไม่เสียค่าใช้จ่าย", "ไม่ต้องบอกชื่อ", "แบบวัดEIT", "๒๕๖๘"):
        assert told in words


def test_it_asks_for_no_good_answer():
    words = words_of(write_survey_poster(POSTER, DAY))
    for never in ("คะแนนสูง", "คะแนนดี", "ขอความกรุณาให้", "๕ คะแนน"):
        assert never not in words


def test_the_last_day_stands_on_it_where_it_is_known():
    assert "๓๐มิถุนายน๒๕๖๘" in words_of(write_survey_poster(replace(POSTER, closes=date(2025, 6, 30)), DAY))
    assert "ตอบได้ถึง" not in words_of(write_survey_poster(POSTER, DAY))


@pytest.mark.parametrize("address", ["", "https://survey.example/" + "a" * 400])
def test_an_address_that_makes_no_code_is_refused(address):
    with pytest.raises(ValueError, match="address"):
        write_survey_poster(replace(POSTER, address=address), DAY)
