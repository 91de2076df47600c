"""What somebody with all rights on the database may do to the log: the acts of the tampering test."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import psycopg

from prongsai.platform.audit.chain import BEGINNING, ChainLine, hash_of

READ = (
    "SELECT COALESCE(agency_id, 0), seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), actor,"
    " action, thing, figures, previous, hash, clock_went_back FROM audit_line WHERE agency_id = %s ORDER BY seq"
)
WRITE = (
    "INSERT INTO audit_line (id, agency_id, seq, at, actor, action, thing, figures, previous, hash, clock_went_back)"
    " VALUES (nextval('audit_line_id_seq') + 1000000, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
Lines = list[ChainLine]


def read(server: psycopg.Connection, agency: int) -> Lines:
    """Take the chain of an agency out of the database."""
    return [ChainLine._make(row) for row in server.execute(READ, [agency])]


def write(server: psycopg.Connection, agency: int, lines: Lines) -> None:
    """Put a chain in the place of the agency's own."""
    server.execute("DELETE FROM audit_line WHERE agency_id = %s", [agency])
    with server.cursor() as cursor:
        cursor.executemany(WRITE, [(agency, *line[1:]) for line in lines])


def rehashed(lines: Lines, since: int = 0) -> Lines:
    """Make a chain look sound again: numbers, links and hashes from a place on."""
    done = lines[:since]
    for seq, line in enumerate(lines[since:], start=since + 1):
        before = done[-1].hash if done else BEGINNING
        fresh = line._replace(seq=seq, previous=before)
        done.append(fresh._replace(hash=hash_of(fresh)))
    return done


def edited(line: ChainLine, chance: Random) -> ChainLine:
    """Change one thing a line tells."""
    change = chance.choice(
        [
            {"actor": "user:999"},
            {"action": "nothing.happened"},
            {"thing": "agency.unit:999"},
            {"figures": '{"n":999999}'},
            {"at": "2020-01-01T00:00:00.000000Z"},
        ]
    )
    return line._replace(**change)


def edit(lines: Lines, chance: Random) -> Lines:
    place = chance.randrange(len(lines))
    return [*lines[:place], edited(lines[place], chance), *lines[place + 1 :]]


def edit_a_hash(lines: Lines, chance: Random) -> Lines:
    place = chance.randrange(len(lines))
    field = chance.choice(["hash", "previous"])
    return [*lines[:place], lines[place]._replace(**{field: chance.randbytes(32)}), *lines[place + 1 :]]


def delete(lines: Lines, chance: Random) -> Lines:
    place = chance.randrange(len(lines))
    return lines[:place] + lines[place + 1 :]


def swap(lines: Lines, chance: Random) -> Lines:
    one, two = sorted(chance.sample(range(len(lines)), 2))
    first, second = lines[one]._replace(seq=lines[two].seq), lines[two]._replace(seq=lines[one].seq)
    return [*lines[:one], second, *lines[one + 1 : two], first, *lines[two + 1 :]]


def insert(lines: Lines, chance: Random) -> Lines:
    place = chance.randrange(len(lines))
    shifted = [line._replace(seq=line.seq + 1) for line in lines[place:]]
    return [*lines[:place], edited(lines[place], chance), *shifted]


def append(lines: Lines, chance: Random) -> Lines:
    last = lines[-1]._replace(at="2026-11-20T00:00:00.000000Z", clock_went_back=True)
    return rehashed([*lines, edited(last, chance)], since=len(lines))


def cut(lines: Lines, chance: Random) -> Lines:
    return lines[: -chance.choice([1, 1, 2, 5, len(lines)])]


def edit_and_rehash(lines: Lines, chance: Random) -> Lines:
    return rehashed(edit(lines, chance))


def delete_and_rehash(lines: Lines, chance: Random) -> Lines:
    return rehashed(delete(lines, chance))


def swap_and_rehash(lines: Lines, chance: Random) -> Lines:
    return rehashed(swap(lines, chance))


def insert_and_rehash(lines: Lines, chance: Random) -> Lines:
    return rehashed(insert(lines, chance))


def cut_and_write_anew(lines: Lines, chance: Random) -> Lines:
    kept = chance.randrange(1, len(lines))
    return rehashed([*lines[:kept], *(edited(line, chance) for line in lines[kept:])], since=kept)


ACTS: tuple[Callable[[Lines, Random], Lines], ...] = (
    edit,
    edit_a_hash,
    delete,
    swap,
    insert,
    append,
    cut,
    edit_and_rehash,
    delete_and_rehash,
    swap_and_rehash,
    insert_and_rehash,
    cut_and_write_anew,
)
