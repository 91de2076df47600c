"""Days and numbers as pages write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

DAY = date(2025, 3, 17)
MOMENT = datetime(2025, 3, 17, 17, 30, tzinfo=UTC)


def written(text, language="th", **context):
    with translation.override(language):
        return Template("{% load thai %}" + text).render(Context(context))


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        ("{{ day|day }}", "17 มีนาคม 2568", "17 March 2568"),
        ("{{ day|day_short }}", "17 มี.ค. 68", "17 Mar 2568"),
        ("{{ day|day_with_weekday }}", "วันจันทร์ที่ 17 มีนาคม 2568", "Monday 17 March 2568"),
        ("{{ moment|moment }}", "18 มีนาคม 2568 เวลา 00.30 น.", "18 March 2568, 00:30"),
        ("{{ moment|day }}", "18 มีนาคม 2568", "18 March 2568"),
        ("{{ amount|money }}", "46,800,000.50", "46,800,000.50"),
        ("{{ people|count }}", "6,480", "6,480"),
        ("{{ low|score }}", "-0.76", "-0.76"),
    ],
)
def test_a_page_writes(text, thai, english):
    context = {"day": DAY, "moment": MOMENT, "amount": Decimal("46800000.5"), "people": 6480, "low": Decimal("-0.76")}
    assert written(text, "th", **context) == thai
    assert written(text, "en", **context) == english


@pytest.mark.parametrize("name", ["day", "day_short", "day_with_weekday", "moment", "money", "count", "score"])
def test_nothing_is_written_for_none(name):
    assert written("{{ nothing|" + name + " }}", nothing=None) == ""
