"""A site on the web, looked at as `disclosure.reaching` does: public machines alone, politely, as robots.txt asks."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from prongsai.office.disclosure.reaching import Fetched, NotReached, Reach, Why, clean_address
from prongsai.office.disclosure.robots import Robots, robots_of
from prongsai.office.site.audit.visits import Visit, host_key

_SAID = {
    Why.BAD_ADDRESS: "ที่อยู่ไม่ถูกต้อง ต้องขึ้นต้นด้วย http:// หรือ https://",
    Why.NOT_PUBLIC: "ที่อยู่ชี้ไปยังเครือข่ายภายใน ประชาชนเปิดไม่ได้ จึงไม่ได้เปิด",
    Why.NO_SUCH_HOST: "ไม่พบเครื่องแม่ข่ายของที่อยู่นี้",
    Why.NO_ANSWER: "เว็บไซต์ไม่ตอบ",
    Why.TOO_SLOW: "เว็บไซต์ตอบช้าเกินเวลาที่กำหนด",
    Why.CERTIFICATE: "ใบรับรองความปลอดภัย (https) ใช้ไม่ได้ เบราว์เซอร์จะเตือนผู้เข้าชม",
    Why.REDIRECTS: "ที่อยู่พาไปยังที่อยู่อื่นต่อกันหลายครั้งเกินไป",
    Why.NOT_HTTP: "คำตอบของเว็บไซต์อ่านไม่ได้",
    Why.STATUS: "เว็บไซต์ตอบว่าเปิดไม่ได้",
}


@dataclass(slots=True)
class WebSite:
    """A site by the address of its main page. `delay`: seconds between two looks at one host, more where it asks so.

    Raises NotReached for a main address that is none of the web.
    """

    address: str
    reach: Reach
    delay: float = 0.5
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, Robots] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _hosts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.address = clean_address(self.address)
        self._hosts.add(host_key(urlsplit(self.address).netloc))

    @property
    def main(self) -> str:
        """The address of the main page."""
        return self.address

    def visit(self, address: str) -> Visit:
        """Look at an address, after a pause, unless its site does not want it."""
        try:
            wanted = clean_address(address)
        except NotReached as error:
            return Visit(address, trouble=_SAID[error.why])
        host = urlsplit(wanted).netloc
        if host not in self._robots:
            self._robots[host] = robots_of(wanted, self.reach)
        robots = self._robots[host]
        if not robots.allow(wanted):
            return Visit(wanted, trouble="เว็บไซต์ขอไม่ให้โปรแกรมเปิดหน้านี้ (robots.txt) จึงไม่ได้ตรวจ", not_looked=True)
        self._wait(host, max(self.delay, robots.delay))
        try:
            fetched = self.reach.fetch(wanted)
        except NotReached as error:
            return Visit(wanted, trouble=_SAID[error.why])
        if fetched.address != wanted and wanted == self.address and fetched.is_there:
            self._hosts.add(host_key(urlsplit(fetched.address).netloc))
        return _visited(fetched)

    def inside(self, address: str) -> bool:
        """Whether an address is of the same host, or of the one to which the main address leads."""
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and host_key(parts.netloc) in self._hosts

    def shown(self, address: str) -> str:
        """Give the address as it is."""
        return address

    def _wait(self, host: str, seconds: float) -> None:
        since = time.monotonic() - self._last.get(host, -seconds)
        if since < seconds:
            self.sleep(seconds - since)
        self._last[host] = time.monotonic()


def _visited(fetched: Fetched) -> Visit:
    trouble = "" if fetched.is_there else f"{_SAID[Why.STATUS]} ({fetched.status})"
    return Visit(
        fetched.address,
        page=fetched.page if fetched.is_there else None,
        body=fetched.body,
        kind=fetched.kind,
        trouble=trouble,
        cut=fetched.cut,
    )
