"""Fetching pages of sites that are not ours, as any visitor would, without letting an address lead anywhere else.

Only http and https, only public addresses: a name is resolved once, every address that it has must be public, and the
connection goes to the very address that was looked at; after each redirect again. Time, size and redirects are bounded.
Knows neither Django nor an agency. A page is looked into by `ita.reading.web_page`, never run.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from prongsai.ita.reading.html_layout import decode_html
from prongsai.ita.reading.web_page import WebPage, see_page
from prongsai.ita.thai.refusal import Refused

AGENT = "Prongsai/0.1 (looks whether disclosed pages can be opened)"
ACCEPTED = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
_LONGEST_ADDRESS = 2_000
_PIECE = 65_536
_SAFE = "/:?#[]@!$&'()*+,;=%~"
_LOWEST_PORT = 1_024
_REDIRECTS = {301, 302, 303, 307, 308}
_TRANSLATED = ip_network("64:ff9b::/96")

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the numbers (IPv4 or IPv6) of a host. Raises OSError where it has none."""


class Why(StrEnum):
    """Why an address was not reached."""

    BAD_ADDRESS = "bad-address"
    NOT_PUBLIC = "not-public"
    NO_SUCH_HOST = "no-such-host"
    NO_ANSWER = "no-answer"
    TOO_SLOW = "too-slow"
    CERTIFICATE = "certificate"
    REDIRECTS = "redirects"
    NOT_HTTP = "not-http"
    STATUS = "status"
    """The server answered with an error: told by who looks at `Fetched.status`, never raised by `fetch`."""


class NotReached(Exception):  # noqa: N818 - an answer about an address, not a fault of the program
    """An address was not reached; `why` says why, `address` where it ended."""

    def __init__(self, why: Why, address: str) -> None:
        super().__init__(f"{why}: {address}")
        self.why, self.address = why, address


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may take: seconds in all, bytes of the body, redirects."""

    seconds: float = 15.0
    bytes: int = 3_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came. `address` is where it ended, `kind` the content type without parameters, `cut`: there was more."""

    asked: str
    address: str
    status: int
    kind: str
    body: bytes = field(repr=False)
    cut: bool = False

    @property
    def is_there(self) -> bool:
        """Whether the server gave what was asked for."""
        return 200 <= self.status < 300

    @property
    def is_page(self) -> bool:
        """Whether it is a web page."""
        return self.kind in ("text/html", "application/xhtml+xml") or (not self.kind and b"<html" in self.body[:2_000])

    @property
    def page(self) -> WebPage | None:
        """The page as a visitor sees it, None for what is none or cannot be read."""
        if not self.is_page:
            return None
        try:
            return see_page(decode_html(self.body).text, self.address)
        except Refused:
            return None


def numbers_of(host: str, port: int) -> list[str]:
    """Ask the system for the numbers of a host. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Reach:
    """How to fetch. `loopback` lets this machine itself be asked: for tests and for one's own machine alone."""

    limits: Limits = Limits()
    resolver: Resolver = numbers_of
    loopback: bool = False

    def fetch(self, address: str) -> Fetched:
        """Fetch an address and follow its redirects. Raises NotReached; an error page is an answer with its status."""
        ends = time.monotonic() + self.limits.seconds
        current = clean_address(address)
        for _turn in range(self.limits.redirects + 1):
            fetched, leads_to = self._once(address, current, ends)
            if not leads_to:
                return fetched
            try:
                current = clean_address(urljoin(current, leads_to))
            except (ValueError, NotReached) as error:
                raise NotReached(Why.BAD_ADDRESS, leads_to[:_LONGEST_ADDRESS]) from error
        raise NotReached(Why.REDIRECTS, current)

    def _once(self, asked: str, current: str, ends: float) -> tuple[Fetched, str]:
        parts = urlsplit(current)
        host, port = parts.hostname or "", port_of(parts)
        numbers = self._numbers(host, port, current)
        connection = _connection(parts.scheme, host, port, numbers[0], ends)
        watch = threading.Timer(max(ends - time.monotonic(), 0.01), connection.hang_up)
        watch.daemon = True
        watch.start()
        try:
            answer = self._answer(connection, asked, current)
        except ssl.SSLCertVerificationError as error:
            raise NotReached(Why.CERTIFICATE, current) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotReached(_why(error, late=time.monotonic() >= ends), current) from error
        finally:
            watch.cancel()
            connection.close()
        if time.monotonic() >= ends:  # hung up: what was read so far may look whole
            raise NotReached(Why.TOO_SLOW, current)
        return answer

    def _numbers(self, host: str, port: int, current: str) -> list[str]:
        try:
            numbers = list(self.resolver(host, port))
        except (OSError, UnicodeError) as error:
            raise NotReached(Why.NO_SUCH_HOST, current) from error
        if not numbers:
            raise NotReached(Why.NO_SUCH_HOST, current)
        if not all(is_public(number) or (self.loopback and ip_address(number).is_loopback) for number in numbers):
            raise NotReached(Why.NOT_PUBLIC, current)
        return sorted(numbers, key=lambda number: ip_address(number).version)

    def _answer(self, connection: _Connection, asked: str, current: str) -> tuple[Fetched, str]:
        parts = urlsplit(current)
        path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        told = {"User-Agent": AGENT, "Accept": ACCEPTED, "Accept-Language": "th", "Accept-Encoding": "identity"}
        connection.request("GET", path if path.startswith("/") else f"/{path}", headers=told | {"Connection": "close"})
        response = connection.getresponse()
        leads_to = response.getheader("Location", "") if response.status in _REDIRECTS else ""
        if leads_to:
            return Fetched(asked, current, response.status, "", b""), leads_to
        body, cut = _body(response, self.limits.bytes)
        kind = response.getheader("Content-Type", "").partition(";")[0].strip().lower()
        return Fetched(asked, current, response.status, kind, body, cut), ""


def clean_address(address: str) -> str:
    """Give an address as it is asked for: Thai letters as bytes, no fragment. Raises NotReached for none of the web.

    Names and passwords in it, blanks, control characters and ports of other services are refused.
    """
    text = address.strip()
    if len(text) > _LONGEST_ADDRESS or "\\" in text or any(letter <= " " or letter == "\x7f" for letter in text):
        raise NotReached(Why.BAD_ADDRESS, text[:_LONGEST_ADDRESS])
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", port_of(parts)
        plain = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise NotReached(Why.BAD_ADDRESS, text) from error
    usual = port in (80, 443) or port >= _LOWEST_PORT
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc or not usual:
        raise NotReached(Why.BAD_ADDRESS, text)
    named = f"[{plain}]" if ":" in plain else plain
    whole = named if parts.port is None else f"{named}:{port}"
    return parts._replace(
        netloc=whole, path=quote(parts.path, safe=_SAFE) or "/", query=quote(parts.query, safe=_SAFE), fragment=""
    ).geturl()


def port_of(parts: SplitResult) -> int:
    """Give the port of an address. Raises ValueError for one that is none."""
    return parts.port if parts.port is not None else 443 if parts.scheme == "https" else 80


def is_public(number: str) -> bool:
    """Whether a number belongs to the open internet, also behind the forms in which IPv6 carries an IPv4 number."""
    try:
        found = ip_address(number)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour
        if inside is None and found in _TRANSLATED:
            inside = IPv4Address(int(found) & 0xFFFFFFFF)
        if inside is not None:
            found = inside
        elif found.teredo is not None or found.is_site_local:
            return False
    return found.is_global and not (found.is_multicast or found.is_unspecified or found.is_reserved)


class _Connection(http.client.HTTPConnection):
    """A connection to a number that was looked at, under the name that was asked for."""

    def __init__(self, host: str, port: int, number: str, ends: float, context: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=max(ends - time.monotonic(), 0.01))
        self._number, self._context = number, context
        self._held: socket.socket | None = None  # http.client forgets its own while a body is still read
        self.default_port = 443 if context else 80

    def connect(self) -> None:
        """Connect to the number; nothing is resolved again."""
        self._held = self.sock = socket.create_connection((self._number, self.port), self.timeout)
        if self._context is not None:
            wrapped = self._context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self._held = self.sock = wrapped
            wrapped.do_handshake()

    def hang_up(self) -> None:
        """End it from outside: a server that sends a letter now and then would hold it for hours."""
        held = self._held
        if held is not None:
            try:
                held.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it has ended by itself


def _connection(scheme: str, host: str, port: int, number: str, ends: float) -> _Connection:
    if time.monotonic() >= ends:
        raise NotReached(Why.TOO_SLOW, f"{scheme}://{host}")
    return _Connection(host, port, number, ends, ssl.create_default_context() if scheme == "https" else None)


def _body(response: http.client.HTTPResponse, most: int) -> tuple[bytes, bool]:
    """Read at most so many bytes; of a packed body so many unpacked ones."""
    packed = response.getheader("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip", "deflate")
    unpack = zlib.decompressobj(wbits=47) if packed else None
    kept = bytearray()
    while len(kept) <= most and (piece := response.read(_PIECE)):
        try:
            kept += unpack.decompress(piece, most + 1 - len(kept)) if unpack else piece
        except zlib.error as error:
            raise ValueError("a packed body that is none") from error
    return bytes(kept[:most]), len(kept) > most


def _why(error: Exception, *, late: bool) -> Why:
    if late or isinstance(error, TimeoutError):
        return Why.TOO_SLOW
    return Why.NO_ANSWER if isinstance(error, OSError) else Why.NOT_HTTP
