"""The journal of signed heads survives its writers, and a wrong signature shows."""

import json
import stat
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.audit.heads import Head, Kind
from prongsai.platform.audit.journal import Journal, head_now
from prongsai.platform.audit.signing import Signer, name_of
from prongsai.platform.audit.witnesses import witnesses_of


def head(chain, first, last, kind=Kind.SEEN, day="2026-11-20"):
    return Head(chain, first, last, f"{last:064x}", f"{day}T00:00:00Z", kind)


def add_many(folder):
    journal = Journal(Path(folder))
    for n in range(1, 41):
        journal.add([head_now(1, n, n, bytes(32))])


def test_a_head_is_read_as_it_was_written(journal):
    journal.add([head(1, 1, 2), head(2, 1, 1, Kind.LATE)])
    assert journal.read() == [head(1, 1, 2), head(2, 1, 1, Kind.LATE)]


def test_the_key_is_readable_by_its_owner_alone_and_stays_the_same(journal, tmp_path):
    key = tmp_path / "audit/signing-key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert Signer(tmp_path / "audit").name == journal.signer.name


@pytest.mark.parametrize("field", ["chain", "first", "last", "hash", "at", "kind", "key", "signature"])
def test_a_head_that_somebody_changed_is_not_genuine(journal, tmp_path, field):
    journal.add([head(1, 1, 2)])
    path = tmp_path / "audit/heads"
    told = json.loads(path.read_text())
    told[field] = {"kind": "restored", "chain": 9, "first": 9, "last": 9}.get(field, "00" * 32)
    path.write_text("\n" + json.dumps(told))
    (found,) = journal.read()
    assert not found.genuine
    assert witnesses_of(journal.read()) == {}


def test_a_head_that_a_stranger_signed_is_not_genuine(journal, tmp_path):
    other = Journal(tmp_path / "other")
    other.add([head(1, 1, 2)])
    (tmp_path / "audit/heads").write_bytes((tmp_path / "other/heads").read_bytes())
    assert [found.genuine for found in journal.read()] == [False]
    journal.signer.trust(other.signer.public_keys()[0])
    assert [found.genuine for found in journal.read()] == [True]


def test_what_a_lost_key_signed_still_counts(journal, tmp_path):
    journal.add([head(1, 1, 1)])
    before = journal.signer.name
    (tmp_path / "audit/signing-key").unlink()
    after = Journal(tmp_path / "audit")
    after.add([head(1, 2, 2)])
    assert after.signer.name != before
    assert [found.genuine for found in after.read()] == [True, True]
    assert [name_of(key) for key in after.signer.public_keys()] == [before, after.signer.name]


def test_the_torn_line_of_a_killed_writer_spoils_no_other(journal, tmp_path):
    journal.add([head(1, 1, 1)])
    with (tmp_path / "audit/heads").open("a") as stream:
        stream.write('\n{"at":"2026-11-20T00:')
    journal.add([head(1, 3, 3)])
    assert journal.read() == [head(1, 1, 1), head(1, 3, 3)]


def test_processes_that_add_at_once_lose_no_head(tmp_path):
    with ProcessPoolExecutor(3) as pool:
        list(pool.map(add_many, [str(tmp_path / "shared")] * 3))
    assert len(Journal(tmp_path / "shared").read()) == 120


SPANS = st.lists(
    st.tuples(st.sampled_from([1, 2]), st.integers(1, 3), st.sampled_from(Kind), st.booleans()), max_size=12
)


@given(SPANS)
def test_gathering_loses_nothing_that_is_known_of_a_chain(tmp_path_factory, spans):
    journal = Journal(tmp_path_factory.mktemp("journal"))
    ends: dict[int, int] = {}
    for chain, length, kind, other_day in spans:
        first = ends.get(chain, 0) + 1
        ends[chain] = first + length - 1
        journal.add([head(chain, first, ends[chain], kind, "2026-11-21" if other_day else "2026-11-20")])
    before = witnesses_of(journal.read())
    journal.gather()
    after = witnesses_of(journal.read())
    assert {chain: (known.spans, known.end, known.late) for chain, known in before.items()} == {
        chain: (known.spans, known.end, known.late) for chain, known in after.items()
    }
    assert all(after[chain].hashes.items() <= before[chain].hashes.items() for chain in before)


def test_gathering_makes_one_head_of_a_day_and_keeps_what_is_not_genuine(journal, tmp_path):
    journal.add([head(1, n, n) for n in range(1, 30)])
    with (tmp_path / "audit/heads").open("a") as stream:
        stream.write('\n{"at":"x","chain":1,"first":1,"hash":"x","key":"x","kind":"seen","last":1,"signature":"x"}')
    journal.gather()
    assert [(found.first, found.last, found.genuine) for found in journal.read()] == [(1, 29, True), (1, 1, False)]
    assert stat.S_IMODE((tmp_path / "audit/heads").stat().st_mode) == 0o600


def test_after_a_restore_what_was_cut_off_counts_no_more():
    told = [head(1, 1, 9), head(1, 10, 20), head(1, 1, 9, Kind.RESTORED), head(1, 10, 12)._replace(hash="ab")]
    known = witnesses_of(told)[1]
    assert (known.end, known.spans, known.hashes[12]) == (12, [(1, 12)], "ab")
    assert known.contradictions == []


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 5)), max_size=10), st.integers(1, 40))
def test_each_line_is_covered_or_in_a_gap(spans, end):
    known = witnesses_of([head(1, first, first + more) for first, more in spans]).get(1)
    if known is None:
        return
    gaps = {seq for first, last in known.uncovered(end) for seq in range(first, last + 1)}
    truth = {seq for seq in range(1, end + 1) if any(first <= seq <= first + more for first, more in spans)}
    assert {seq for seq in range(1, end + 1) if known.cover(seq)} == truth
    assert gaps == set(range(1, end + 1)) - truth
