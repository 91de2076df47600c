import pytest

from prongsai.platform.supervisor.child import environment_of
from prongsai.platform.supervisor.plan import Plan


class OwnServer:
    """A server with an address for every account."""

    accounts = frozenset({"app", "owner", "backup", "admin"})

    def address(self, account="app", database=None):
        return f"postgresql://{account}@/prongsai"


class OutsideServer(OwnServer):
    """A server whose provider makes the back-ups."""

    accounts = frozenset({"app", "owner"})


@pytest.fixture
def plan(tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_BACKUP_URL"):
        monkeypatch.setenv(name, "told to the supervisor")
    return Plan(tmp_path, host="127.0.0.1", port=8123)


def told(program) -> dict[str, str]:
    names = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_BACKUP_URL", "PRONGSAI_MIGRATING")
    known = environment_of(program)
    return {name: known[name].split("@")[0].removeprefix("postgresql://") for name in names if name in known}


def test_each_child_knows_the_addresses_of_its_own_accounts_and_no_others(plan):
    server = OwnServer()
    assert told(plan.web(server)) == {"DATABASE_URL": "app"}
    assert told(plan.jobs(server)) == {"DATABASE_URL": "app", "DATABASE_BACKUP_URL": "backup"}
    assert told(plan.greeter(server)) == {"DATABASE_URL": "app"}
    assert told(plan.preparing(server)) == {
        "DATABASE_URL": "owner",
        "DATABASE_OWNER_URL": "owner",
        "PRONGSAI_MIGRATING": "1",
    }


def test_without_an_address_for_back_ups_the_worker_works_all_the_same(plan):
    assert told(plan.jobs(OutsideServer())) == {"DATABASE_URL": "app"}


def test_every_child_is_told_where_the_state_is(plan, tmp_path):
    server = OwnServer()
    for program in (plan.web(server), plan.jobs(server), plan.preparing(server)):
        assert environment_of(program)["PRONGSAI_STATE"] == str(tmp_path)


def test_the_preparation_is_one_process_with_its_steps_in_order(plan):
    command = " ".join(plan.preparing(OwnServer()).command)
    assert command.index("migrate") < command.index("--then createcachetable") < command.index("--then collectstatic")


def test_the_web_server_serves_where_it_is_told(plan):
    assert plan.web(OwnServer()).command[-3:] == ("127.0.0.1", "8123", "prongsai.config.wsgi:application")
