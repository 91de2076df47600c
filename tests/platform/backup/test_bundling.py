"""One agency moves: all of it, nothing of anybody else, and its history and log with it."""

import io

import pytest
from psycopg import sql

from log_of_deeds import do
from offices_on_disk import inside, paper_of
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.accounts.models import Role, RoleGrant
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.audit.signing import Signer
from prongsai.platform.backup.agency_tables import agency_tables, references
from prongsai.platform.backup.archive import Archive, ArchiveWriter
from prongsai.platform.backup.bundling import TABLES, bundle_agency
from prongsai.platform.backup.unbundling import bring_in_agency


@pytest.fixture(scope="module")
def bundle(calm_office, tmp_path_factory):
    """The file of one of the two offices."""
    target, code = tmp_path_factory.mktemp("bundle") / "nongkrachang.agency", calm_office.here.agency.code
    bundle_agency(calm_office.server, calm_office.state, code, target, database=calm_office.database)
    return target


def bring_in(place, path):
    with Archive(path) as archive:
        return bring_in_agency(place.server, place.state, archive, database=place.database)


def members(path):
    """Give the content of every table in a bundle, and the hashes of its files."""
    with Archive(path) as archive:
        archive.check()
        return dict(archive.manifest.members), {name: archive.open(name).read() for name in archive.names(TABLES)}


def test_an_agency_is_the_same_where_it_arrives(calm_office, bundle, places, tmp_path):
    fresh = places.place()
    assert bring_in(fresh, bundle) == {}
    again = tmp_path / "again.agency"
    bundle_agency(fresh.server, fresh.state, "nongkrachang", again, database=fresh.database)
    assert members(again) == members(bundle)
    assert fresh.asked("SELECT count(*) FROM agency_agency") == [(1,)]


def test_a_computer_where_prongsai_never_ran_will_do(bundle, places):
    fresh = places.place(empty=True)
    bring_in(fresh, bundle)
    assert fresh.asked("SELECT code FROM agency_agency") == [("nongkrachang",)]


def test_nothing_of_the_other_agency_is_in_it(calm_office, bundle):
    hashes, tables = members(bundle)
    everything = bundle.read_bytes()
    assert calm_office.here.canary.encode() in everything
    assert calm_office.there.canary.encode() not in everything
    assert paper_of(calm_office, calm_office.there).relative_to(calm_office.state).as_posix() not in hashes
    assert paper_of(calm_office, calm_office.here).relative_to(calm_office.state).as_posix() in hashes
    assert tables[f"{TABLES}/agency_person"].count(b"\n") == len(calm_office.here.people)


def test_its_log_goes_on_in_the_new_place(calm_office, bundle, places):
    fresh = places.place()
    bring_in(fresh, bundle)
    assert fresh.troubles() == []
    with inside(fresh):
        do(calm_office.here)
    assert fresh.troubles() == []
    assert fresh.asked(f"SELECT max(seq) FROM audit_line WHERE agency_id = {calm_office.here.agency.pk}") == [(6,)]


def test_history_comes_along_and_new_rows_are_counted_on(calm_office, bundle, places):
    fresh = places.place()
    bring_in(fresh, bundle)
    with inside(fresh), calm_office.here.speaks():
        unit = Unit.objects.get(name="กองคลัง")
        assert [version.what for version in history_of(unit)] == ["insert"]
        fresh_unit = Unit.objects.create(agency=calm_office.here.agency, name="กองใหม่")
        assert fresh_unit.pk > unit.pk
        unit.short_name = "คลัง"
        unit.save()
        assert [version.what for version in history_of(unit)] == ["update", "insert"]


def crafted(office, bundle, target, table, change):
    """Write a bundle again with other rows in one table, counted and signed as if they were right."""
    with Archive(bundle) as good, ArchiveWriter(target) as writer:
        for name in good.manifest.members:
            content = good.open(name).read()
            if name == f"{TABLES}/{table}":
                content = change(content)
                good.manifest.tables[table] = content.count(b"\n")
            writer.add_stream(name, io.BytesIO(content), len(content))
        writer.seal(good.manifest, Signer(office.state / "audit"))
        writer.name()
    return target


def test_references_to_somebody_who_stayed_behind_are_left_out_and_told(office, places, tmp_path):
    agency, stays = office.here.agency, office.here.accounts[Role.SYSTEM_ADMIN]
    with inside(office), office.here.speaks():
        RoleGrant.objects.filter(user=office.here.accounts[Role.OFFICER]).update(granted_by=stays)
    bundle_agency(office.server, office.state, agency.code, tmp_path / "x", database=office.database)

    def without(rows):
        lines = rows.splitlines(keepends=True)
        return b"".join(line for line in lines if not line.startswith(b"%d\t" % stays.pk))

    first = office.asked("SELECT column_name FROM information_schema.columns WHERE table_name = 'accounts_user'")[0]
    assert first == ("id",)
    target = crafted(office, tmp_path / "x", tmp_path / "y", "accounts_user", without)
    fresh = places.place()
    assert bring_in(fresh, target) == {"accounts_rolegrant": 2}
    assert fresh.asked("SELECT count(*) FROM accounts_rolegrant WHERE granted_by_id IS NOT NULL") == [(0,)]
    assert fresh.asked("SELECT count(*) FROM accounts_rolegrant WHERE role = 'system_admin'") == [(0,)]


def test_where_there_is_an_agency_already_nothing_happens(office, bundle):
    before = office.content()
    with pytest.raises(Refused) as refused:
        bring_in(office, bundle)
    assert refused.value.rule == "OCCUPIED"
    assert office.content() == before


def test_tables_of_another_version_are_refused(bundle, places):
    fresh = places.place()
    fresh.asked("DELETE FROM django_migrations WHERE app = 'audit'")
    with pytest.raises(Refused) as refused:
        bring_in(fresh, bundle)
    assert refused.value.rule == "VERSION"


def test_an_agency_that_is_not_there_is_refused(calm_office, tmp_path):
    with pytest.raises(Refused, match="ไม่มีหน่วยงาน"):
        bundle_agency(calm_office.server, calm_office.state, "nowhere", tmp_path / "x", database=calm_office.database)
    assert not (tmp_path / "x").exists()


def test_a_file_that_is_there_is_not_written_over(calm_office, bundle):
    with pytest.raises(Refused, match="อยู่แล้ว"):
        bundle_agency(calm_office.server, calm_office.state, "nongkrachang", bundle, database=calm_office.database)


def test_a_unit_that_posts_need_and_that_is_missing_takes_them_along(calm_office, bundle, places, tmp_path):
    target = crafted(calm_office, bundle, tmp_path / "y", "agency_unit", lambda rows: rows[: rows.index(b"\n") + 1])
    fresh = places.place()
    lost = bring_in(fresh, target)
    kept = fresh.asked("SELECT count(*) FROM agency_unit")
    assert kept == [(1,)]
    assert set(lost) <= {"agency_post", "agency_person", "agency_holding", "accounts_rolegrant", "accounts_user"}


def test_fewer_rows_than_were_counted_bring_nothing_in(calm_office, bundle, places):
    fresh = places.place()
    with Archive(bundle) as archive:
        archive.manifest.tables["agency_unit"] += 1
        with pytest.raises(Refused) as refused:
            bring_in_agency(fresh.server, fresh.state, archive, database=fresh.database)
    assert refused.value.rule == "COUNTS"
    assert fresh.asked("SELECT count(*) FROM agency_agency") == [(0,)]


def test_a_log_that_is_not_what_was_signed_brings_nothing_in(bundle, places):
    fresh = places.place()
    with Archive(bundle) as archive:
        archive.manifest.chains = {chain: (last, "0" * 64) for chain, (last, _hash) in archive.manifest.chains.items()}
        with pytest.raises(Refused) as refused:
            bring_in_agency(fresh.server, fresh.state, archive, database=fresh.database)
    assert refused.value.rule == "LOG"
    assert fresh.asked("SELECT count(*) FROM agency_agency") == [(0,)]


def test_every_table_of_an_agency_is_in_it(calm_office):
    having = calm_office.asked("SELECT table_name FROM information_schema.columns WHERE column_name = 'agency_id'")
    assert {name for (name,) in having} == {table.name for table in agency_tables()} - {"agency_agency"}


def test_references_are_those_the_database_insists_on(calm_office):
    question = sql.SQL(
        "SELECT conrelid::regclass::text, attname, confrelid::regclass::text FROM pg_constraint"
        " JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
        " WHERE contype = 'f' AND cardinality(conkey) = 1"
    ).as_string()
    tables = {table.name for table in agency_tables()}
    insisted = {
        (child, column, parent)
        for child, column, parent in calm_office.asked(question)
        if child in tables and parent in tables and column != "agency_id"
    }
    assert {(one.table, one.column, one.target) for one in references()} == insisted
