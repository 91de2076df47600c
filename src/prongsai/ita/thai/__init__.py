"""Thai text, numbers, dates and names: one parser and one normaliser for the whole project."""

from prongsai.ita.thai.baht import baht_text
from prongsai.ita.thai.dates import (
    FoundDate,
    ParsedDate,
    buddhist_year,
    find_dates,
    format_date,
    parse_date,
    parse_time,
    parse_year,
    require_past,
)
from prongsai.ita.thai.digits import to_arabic, to_thai
from prongsai.ita.thai.encoding import Decoded, decode
from prongsai.ita.thai.months import month_number
from prongsai.ita.thai.numbers import (
    ParsedNumber,
    check_score,
    format_decimal,
    parse_money,
    parse_number,
    parse_score,
    parse_signed,
    parse_whole,
    printed_number,
    round_half_up,
)
from prongsai.ita.thai.people import is_citizen_id, parse_citizen_id, parse_name, parse_phone
from prongsai.ita.thai.periods import (
    Period,
    Recurrence,
    fiscal_quarter,
    fiscal_year_of,
    fiscal_year_span,
    format_period,
    outside_fiscal_year,
    parse_period,
    printed_period,
)
from prongsai.ita.thai.refusal import Notice, Place, Refused
from prongsai.ita.thai.text import compact, normalise, parse_text, search_key, single_line, sort_key
from prongsai.ita.thai.words import compound_parts, compounds, search_tokens, words

__all__ = [
    "Decoded",
    "FoundDate",
    "Notice",
    "ParsedDate",
    "ParsedNumber",
    "Period",
    "Place",
    "Recurrence",
    "Refused",
    "baht_text",
    "buddhist_year",
    "check_score",
    "compact",
    "compound_parts",
    "compounds",
    "decode",
    "find_dates",
    "fiscal_quarter",
    "fiscal_year_of",
    "fiscal_year_span",
    "format_date",
    "format_decimal",
    "format_period",
    "is_citizen_id",
    "month_number",
    "normalise",
    "outside_fiscal_year",
    "parse_citizen_id",
    "parse_date",
    "parse_money",
    "parse_name",
    "parse_number",
    "parse_period",
    "parse_phone",
    "parse_score",
    "parse_signed",
    "parse_text",
    "parse_time",
    "parse_whole",
    "parse_year",
    "printed_number",
    "printed_period",
    "require_past",
    "round_half_up",
    "search_key",
    "search_tokens",
    "single_line",
    "sort_key",
    "to_arabic",
    "to_thai",
    "words",
]
