"""Settings of the server, given on its command line, where they win over every file."""

from __future__ import annotations

DURABLE = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "64MB",
    "max_connections": "40",
    "max_wal_size": "512MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %u@%d ",
    # The log is read by people who may not read the data: no statement, value or key ever stands in it. So failures of
    # statements, whose words quote values, are told to the application alone; its start, stop and end are logged.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
"""What has been told to a person must survive a pulled plug: fsync, full_page_writes, synchronous_commit stay on."""

FOR_TESTS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "60",
    "autovacuum": "off",
}
"""Quick, and lost with the machine: only for data that tests make."""
