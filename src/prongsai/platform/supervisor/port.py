"""Is a port free? Asked by connecting: binding fails on connections that have long ended, and does not on a twin."""

from __future__ import annotations

import http.client
import socket
import time

from prongsai.ita.thai.refusal import Refused

SECONDS_FOR_FORMER_CHILDREN = 5.0
SECONDS_FOR_A_PAGE = 5.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}  # noqa: S104 - looked up, never bound


def somebody_answers(host: str, port: int) -> bool:
    """Tell whether a connection to the port is accepted."""
    try:
        socket.create_connection((_EVERYWHERE.get(host, host), port), timeout=1.0).close()
    except OSError:
        return False
    return True


def wait_until_free(host: str, port: int, seconds: float = SECONDS_FOR_FORMER_CHILDREN) -> None:
    """Wait for what a killed supervisor left to end. Refuses PORT where somebody still answers then."""
    until = time.monotonic() + seconds
    while somebody_answers(host, port):
        if time.monotonic() > until:
            raise Refused("PORT", f"มีโปรแกรมอื่นใช้พอร์ต {port} อยู่ โปรดหยุดโปรแกรมนั้น หรือเลือกพอร์ตอื่นด้วย --port")
        time.sleep(0.1)


def page_is_served(host: str, port: int) -> bool:
    """Tell whether a page is answered, with any status."""
    connection = http.client.HTTPConnection(_EVERYWHERE.get(host, host), port, timeout=SECONDS_FOR_A_PAGE)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def address_of(host: str, port: int) -> str:
    """Give the address that a person types on this computer."""
    name = _EVERYWHERE.get(host, host)
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"
