"""Running numbers without a gap."""

from __future__ import annotations

from django.db import connection

_NEXT = "UPDATE cases_casecounter SET last = last + 1 WHERE agency_id = %s AND kind = %s AND year = %s RETURNING last"
_FIRST = (
    "INSERT INTO cases_casecounter (agency_id, kind, year, last) VALUES (%s, %s, %s, 1)"
    " ON CONFLICT (agency_id, kind, year) DO UPDATE SET last = cases_casecounter.last + 1 RETURNING last"
)


def next_number(agency: int, kind: str, year: int) -> int:
    """Take the next number of a kind and year.

    The row stays locked to the end of the transaction: a number that is not used in the end is taken by the next one.
    """
    told: tuple[int | str, ...] = (agency, kind, year)
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, told)
        taken = cursor.fetchone()
        if taken is None:
            cursor.execute(_FIRST, told)
            taken = cursor.fetchone()
    return int(taken[0])
