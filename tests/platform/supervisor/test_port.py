import http.server
import socket
import threading
import time

import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.supervisor.port import address_of, page_is_served, somebody_answers, wait_until_free


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def test_a_port_where_somebody_listens_is_refused(listener):
    port = listener.getsockname()[1]
    with pytest.raises(Refused, match=str(port)) as refused:
        wait_until_free("127.0.0.1", port, seconds=0.2)
    assert refused.value.rule == "PORT"


def test_serving_everywhere_notices_a_listener_on_this_computer(listener):
    assert somebody_answers("0.0.0.0", listener.getsockname()[1])


def test_what_a_former_run_left_is_waited_for(listener):
    port = listener.getsockname()[1]
    threading.Timer(0.3, listener.close).start()
    begun = time.monotonic()
    wait_until_free("127.0.0.1", port, seconds=5)
    assert 0.2 < time.monotonic() - begun < 4


def test_a_port_that_was_used_a_moment_ago_is_free():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            listening.accept()[0].close()
    wait_until_free("127.0.0.1", port, seconds=0)


class Refusing(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_error(500)

    def log_message(self, *_):
        pass


def test_a_page_counts_as_served_with_any_status_and_silence_does_not(listener):
    assert not page_is_served("127.0.0.1", _unused())
    with http.server.HTTPServer(("127.0.0.1", 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        assert page_is_served("127.0.0.1", server.server_port)
        server.shutdown()


def _unused() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("::", "http://[::1]:8000/"),
        ("office.example", "http://office.example:8000/"),
    ],
)
def test_a_person_is_told_an_address_that_can_be_opened(host, address):
    assert address_of(host, 8000) == address
