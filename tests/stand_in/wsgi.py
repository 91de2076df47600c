"""Stands in for the web application: takes numbers from one counter, as a queue for citizens does."""

from __future__ import annotations

import os
import threading
import time

import psycopg

_local = threading.local()


def application(environ, start_response):
    try:
        status, body = "200 OK", answer(environ["PATH_INFO"])
    except psycopg.OperationalError:
        _local.connection = None
        status, body = "503 Service Unavailable", "again, please"
    start_response(status, [("Content-Type", "text/plain"), ("Retry-After", "1")])
    return [body.encode()]


def answer(path: str) -> str:
    if path == "/ticket":
        return str(take_number())
    if path.startswith("/slow/"):
        print("something slow was asked for", flush=True)  # noqa: T201
        time.sleep(float(path.removeprefix("/slow/")))
    if path == "/pid":
        return str(os.getpid())
    if path == "/told":
        return " ".join(sorted(name for name in os.environ if name.startswith(("DATABASE", "PRONGSAI"))))
    return "ok"


def take_number() -> int:
    connection = getattr(_local, "connection", None)
    if connection is None or connection.closed:
        connection = _local.connection = psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5)
    with connection.transaction():
        row = connection.execute("UPDATE counter SET value = value + 1 RETURNING value").fetchone()
        connection.execute("INSERT INTO ticket VALUES (%s)", row)
    return row[0]
