"""What the story tells of a room, as data: the file `data/demo.yaml` of its package."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one where it is there: these files are long, and are read at each start of a demonstration."""


def story_of(package: str) -> Any:
    """Give what the file of a package says (`prongsai.office.measures`), as plain data."""
    text = files(package).joinpath("data/demo.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader either way
