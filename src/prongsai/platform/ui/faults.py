"""Which refusal a fault of the machine means to a person."""

from __future__ import annotations

import errno

from django.db import DatabaseError, InterfaceError, OperationalError

from prongsai.platform.ui.refusals import Conflict, NoSpace, Refusal, Unavailable

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DISK_FULL = "53100"
_LOST = frozenset({"40001", "40P01", "55P03"})
"""SQLSTATE: serialization failure, deadlock, lock not available in time."""
_AWAY = ("08", "53", "57")
"""Classes of SQLSTATE: no connection, not enough of something, stopped by an operator or by the time allowed."""


def refusal_of(fault: BaseException) -> Refusal | None:
    """Give the refusal that a fault means, None where it is a mistake of the program."""
    if isinstance(fault, Refusal):
        return fault
    if isinstance(fault, OSError) and fault.errno in _FULL:
        return NoSpace()
    return _of_database(fault) if isinstance(fault, DatabaseError | InterfaceError) else None


def _of_database(fault: BaseException) -> Refusal | None:
    """Look at the server's code; a connection that broke has none."""
    code = getattr(fault.__cause__, "sqlstate", None)
    if code == _DISK_FULL:
        return NoSpace()
    if code in _LOST:
        return Conflict()
    if code is None:
        return Unavailable() if isinstance(fault, OperationalError | InterfaceError) else None
    return Unavailable() if code.startswith(_AWAY) else None
