"""While migrating, the owner sees its rows; afterwards it is as blind as anybody."""

import psycopg
import pytest

from cast import make_twins
from database import connected_as
from prongsai.platform.tenancy.protection import LIFT_FORCE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rows(transactional_db):
    """Two agencies with two units each, committed."""
    return make_twins()


def test_a_blind_owner_changes_nothing_and_a_seeing_one_every_row(rows):
    with connected_as("prongsai_owner") as owner:
        assert owner.execute("UPDATE agency_unit SET short_name = 'x'").rowcount == 0
        owner.execute(LIFT_FORCE)
        assert owner.execute("UPDATE agency_unit SET short_name = 'x'").rowcount == 4


def test_a_broken_key_is_refused_once_the_owner_sees(rows):
    with connected_as("prongsai_owner") as owner:
        owner.execute(LIFT_FORCE)
        owner.execute("CREATE TABLE note (unit bigint)")
        owner.execute("INSERT INTO note VALUES (0)")
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            owner.execute("ALTER TABLE note ADD FOREIGN KEY (unit) REFERENCES agency_unit (id)")
