"""Django's commands, for `prongsai manage` and the supervisor; DATABASE_URL says as whom."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command of the arguments."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 the setting comes first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
