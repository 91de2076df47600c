"""Using a cluster: whoever comes first starts the server, whoever leaves last stops it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster.account import Account
from prongsai.platform.cluster.address import (
    DATABASE,
    ROLES,
    VARIABLES,
    address,
    outside_addresses,
    with_database,
)
from prongsai.platform.cluster.locks import close_lock, gate, is_alone, open_lock, share
from prongsai.platform.cluster.places import Places, prepare_places
from prongsai.platform.cluster.programs import Programs, find_programs
from prongsai.platform.cluster.reach import within_reach
from prongsai.platform.cluster.roles import ensure_database, ensure_roles
from prongsai.platform.cluster.serving import make_data, start, stop


class Server(Protocol):
    """A server in use: our own, or one that the environment names."""

    @property
    def accounts(self) -> frozenset[str]:
        """The accounts that have an address: of app, owner, backup, admin."""

    def address(self, account: str = "app", database: str | None = None) -> str:
        """Give the `postgresql://` address for an account: app, owner, backup, and of our own server admin."""

    def ensure_database(self, name: str) -> None:
        """Make a database where it is missing; on a server that the environment names, nothing."""

    def ensure_running(self) -> bool:
        """Start our own server again where it died; tell whether that was necessary."""

    def leave(self) -> None:
        """Stop using it. Our own server stops with its last user."""


class OwnServer:
    """The embedded server, in use by this process from `enter` to `leave`."""

    def __init__(self, places: Places, programs: Programs, account: Account, *, test: bool) -> None:
        self.places, self.programs, self.account, self.test = places, programs, account, test
        self._users: int | None = None
        with gate(places.gate, account):
            users = open_lock(places.users, account)
            share(users)
            try:
                make_data(places, programs, account, test=test)
                self._sockets = start(places, programs, account, test=test)
                ensure_roles(self.address("admin", "postgres"), test=test)
            except BaseException:
                if is_alone(users):
                    stop(places)
                close_lock(users)
                raise
        self._users = users

    @property
    def accounts(self) -> frozenset[str]:
        """All of them."""
        return frozenset(ROLES)

    def address(self, account: str = "app", database: str | None = None) -> str:
        """Give the address of a database (`prongsai`) for an account: app, owner, backup or admin."""
        return address(self._sockets, ROLES[account], database or DATABASE)

    def ensure_database(self, name: str) -> None:
        """Make a database where it is missing."""
        with gate(self.places.gate, self.account):
            ensure_database(self.address("admin", "postgres"), name)

    def ensure_running(self) -> bool:
        """Start the server again where it died; tell whether that was necessary."""
        from prongsai.platform.cluster.postmaster import living_postmaster  # noqa: PLC0415

        if living_postmaster(self.places.data):
            return False
        with gate(self.places.gate, self.account):
            self._sockets = start(self.places, self.programs, self.account, test=self.test)
        return True

    def leave(self) -> None:
        """Stop using the server; the last user stops it. Leaving twice does nothing."""
        users, self._users = self._users, None
        if users is None:
            return
        with gate(self.places.gate, self.account):
            try:
                if is_alone(users):
                    stop(self.places)
            finally:
                close_lock(users)


class OutsideServer:
    """A server that DATABASE_URL and DATABASE_OWNER_URL name: nothing is started, made or stopped."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self._addresses = addresses

    @property
    def accounts(self) -> frozenset[str]:
        """Those that the environment names."""
        return frozenset(self._addresses)

    def address(self, account: str = "app", database: str | None = None) -> str:
        """Give the address from the environment; refuses SETTING where there is none for this account."""
        if account not in self._addresses:
            raise Refused("SETTING", f"งานนี้ต้องใช้ที่อยู่ฐานข้อมูลใน {VARIABLES.get(account, account)} ซึ่งยังไม่ได้กำหนด")
        return with_database(self._addresses[account], database)

    def ensure_database(self, name: str) -> None:
        """Do nothing: whoever runs that server makes its databases."""

    def ensure_running(self) -> bool:
        """Do nothing: that server is somebody else's."""
        return False

    def leave(self) -> None:
        """Do nothing."""


def enter(state: Path, *, test: bool = False) -> Server:
    """Begin to use the server of a state folder, started and made if need be; see `cluster`."""
    outside = None if test else outside_addresses()
    if outside:
        return OutsideServer(outside)
    programs = find_programs()
    places, account = prepare_places(state, programs, test=test)
    return OwnServer(places, within_reach(programs, account), account, test=test)


@contextmanager
def cluster(state: Path, *, test: bool = False) -> Iterator[Server]:
    """Use a PostgreSQL server whose data lie in a state folder: the embedded one, or the one of DATABASE_URL.

    Any number of processes may use it at once. `test` is a second server beside it, quick and not durable, which the
    environment never replaces. Refuses DATABASE, ACCOUNT or SETTING with a Thai sentence that says what to do.
    """
    server = enter(state, test=test)
    try:
        yield server
    finally:
        server.leave()
