"""The demonstration."""

from prongsai.config.environment import read_environment

DEMO_WHERE_UNUSED = read_environment().demo
DEMO_PASSPHRASE = "demo2568"  # noqa: S105 no secret: printed for everybody, and good for invented agencies alone
