"""Rows of one agency stay out of sight of every other, whatever the code forgot."""

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from pghistory.models import Event

from cast import make_twins
from database import connected_as
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.notices.models import Copy, Notice
from prongsai.platform.tenancy.exempt import EXEMPT
from prongsai.platform.tenancy.protection import agency_models, paired_references
from prongsai.platform.tenancy.speaker import speaking

pytestmark = pytest.mark.django_db
TABLES = sorted(model._meta.db_table for model in agency_models())
PAIRS = sorted(paired_references())


PROTECTED = (
    "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid WHERE relrowsecurity AND"
    " relforcerowsecurity AND polname = 'by_agency' AND polcmd = '*' AND polpermissive"
    " AND pg_get_expr(polqual, polrelid) LIKE '%agency_id%=%prongsai.agency%'"
    " AND pg_get_expr(polwithcheck, polrelid) LIKE '%agency_id%=%prongsai.agency%'"
)
OF_AGENCY = (
    "SELECT table_name FROM information_schema.columns WHERE column_name = 'agency_id' AND table_schema = 'public'"
)


def unprotected(server):
    """Tables with an agency that are not enabled, forced and under the policy, for reading and for writing."""
    having, guarded = ({name for (name,) in server.execute(question)} for question in (OF_AGENCY, PROTECTED))
    return having - guarded


def test_every_table_with_an_agency_is_protected_or_has_a_reason():
    with connected_as("prongsai_app") as server:
        assert unprotected(server) == set(EXEMPT)
    assert all(len(reason) > 20 for reason in EXEMPT.values())


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "fault",
    [
        "ALTER TABLE {} DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE {} NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY by_agency ON {}",
        "ALTER POLICY by_agency ON {} USING (true)",
        "ALTER POLICY by_agency ON {} WITH CHECK (true)",
    ],
)
def test_removing_any_one_policy_is_noticed(table, fault):
    with connected_as("prongsai_owner") as server:
        server.execute(fault.format(table))
        assert unprotected(server) == {*EXEMPT, table}


@pytest.mark.parametrize("table", TABLES)
def test_raw_sql_sees_nothing_without_a_speaker_and_only_the_speakers_rows_with_one(ask, twins, table):
    assert ask(f'SELECT count(*) FROM "{table}"') == [(0,)]
    for office in twins:
        with office.speaks():
            seen = {agency for (agency,) in ask(f'SELECT DISTINCT agency_id FROM "{table}"')}
        assert seen <= {office.agency.pk}


def test_the_twins_have_rows_to_hide(twins):
    for office in twins:
        with office.speaks():
            assert (Unit.objects.count(), Person.objects.count()) == (2, 6)


def test_a_row_cannot_be_written_into_another_agency(twins):
    here, there = twins
    with here.speaks(), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Unit.objects.create(agency=there.agency, name="กองลับ")


def test_a_row_of_another_agency_can_be_neither_changed_nor_deleted(twins):
    here, there = twins
    theirs = [unit.pk for unit in there.units.values()]
    with here.speaks():
        assert Unit.objects.filter(pk__in=theirs).update(name="ยึดแล้ว") == 0
        assert Unit.objects.filter(pk__in=theirs).delete()[0] == 0
    with there.speaks():
        assert {unit.name for unit in Unit.objects.all()} == {"สำนักปลัด", "กองคลัง"}


@pytest.mark.parametrize(("child", "column", "parent"), PAIRS)
def test_every_reference_between_agency_tables_is_paired(ask, child, column, parent):
    rows = ask(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND convalidated"
        " AND conrelid = %s::regclass AND confrelid = %s::regclass",
        child,
        parent,
    )
    wanted = f"FOREIGN KEY (agency_id, {column}) REFERENCES {parent}(agency_id, id)"
    assert any(definition.startswith(wanted) for (definition,) in rows)


def test_a_reference_to_another_agencys_row_is_refused(twins):
    here, there = twins
    with here.speaks(), pytest.raises(IntegrityError, match="of_agency"), transaction.atomic():
        Person.objects.create(agency=here.agency, given_name="ข", family_name="ค", unit_id=there.units["กองคลัง"].pk)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_no_agency_table_is_joined_many_to_many_without_its_agency():
    joined = [
        field.remote_field.through._meta.db_table
        for model in agency_models()
        for field in model._meta.many_to_many
        if field.remote_field.through._meta.auto_created
    ]
    assert joined == []


def test_every_unique_constraint_of_an_agency_table_begins_with_the_agency():
    loose = [
        f"{model.__name__}: {constraint.name}"
        for model in agency_models()
        for constraint in model._meta.constraints
        if getattr(constraint, "fields", None) and constraint.fields[0] != "agency"
    ]
    assert loose == []


FORBIDDEN = [
    "SET ROLE prongsai_owner",
    "SET row_security = off; SELECT count(*) FROM agency_unit",
    "ALTER TABLE agency_unit DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE agency_unit NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY by_agency ON agency_unit",
    "TRUNCATE agency_unit CASCADE",
    "CREATE TABLE mine (id int)",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "SELECT pg_read_file('PG_VERSION')",
    "COPY agency_unit TO PROGRAM 'cat'",
    "COPY agency_unit TO '/tmp/units'",
    "ALTER ROLE prongsai_app BYPASSRLS",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_cannot_lift_what_protects(ask, statement):
    with pytest.raises(DatabaseError), transaction.atomic():
        ask(statement)


def test_history_can_be_neither_forged_nor_changed_by_the_application(ask, twins):
    histories = [m._meta.db_table for m in apps.get_models() if issubclass(m, Event) and m._meta.managed]
    for table in histories:
        for deed in ("DELETE FROM", "UPDATE", "INSERT INTO"):
            rest = {"UPDATE": " SET pgh_label = 'x'", "INSERT INTO": " DEFAULT VALUES"}.get(deed, "")
            with twins[0].speaks(), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                ask(f'{deed} "{table}"{rest}')


def test_thai_letters_count_in_similarity(ask):
    ((letters,),) = ask("SELECT show_trgm('กา')")
    assert letters


def test_a_new_speaker_inside_a_scope_is_heard_and_the_first_again_after_it(twins):
    here, there = twins
    with here.speaks():
        ours = set(Unit.objects.values_list("pk", flat=True))
        with there.speaks():
            assert ours.isdisjoint(Unit.objects.values_list("pk", flat=True))
        assert set(Unit.objects.values_list("pk", flat=True)) == ours


def test_the_first_error_is_told_although_the_scope_is_left_in_a_failed_transaction(twins):
    with pytest.raises(DatabaseError, match="no_such_column"), transaction.atomic(), twins[0].speaks():
        Unit.objects.raw("SELECT no_such_column FROM agency_unit")[0]


def test_agencies_may_have_the_same_names_for_everything():
    here, there = make_twins()
    assert set(here.units) == set(there.units)
    assert Agency.objects.count() == 2
    with speaking(None, actor="test"):
        assert Unit.objects.count() == 0


def test_the_administrator_of_the_installation_may_grant_a_role_in_an_agency(twins):
    root = User.objects.create_account("root", agency=None)
    here, there = twins
    with here.speaks():
        grant = RoleGrant(user=here.accounts[Role.OFFICER], agency=here.agency, role=Role.EXECUTIVE, granted_by=root)
        grant.save()
        with pytest.raises(IntegrityError, match="of_agency"), transaction.atomic():
            RoleGrant.objects.create(user=there.accounts[Role.OFFICER], agency=here.agency, role=Role.EXECUTIVE)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_notice_is_not_copied_to_an_account_of_another_agency(twins):
    here, there = twins
    with here.speaks():
        told = Notice.objects.create(agency=here.agency, kind="test", subject="ทดสอบ", made_by="test")
        with pytest.raises(IntegrityError, match="of_agency"), transaction.atomic():
            Copy.objects.create(agency=here.agency, notice=told, user=there.accounts[Role.KIOSK])
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
