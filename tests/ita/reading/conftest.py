"""What the tests of the reader share: the scorer of the contract, its schema, and papers of invented offices."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from prongsai.ita.papers.json import to_json
from prongsai.ita.papers.reading import Reading
from prongsai.ita.reading import read_text

HERE = Path(__file__).parent
SCHEMA = HERE.parents[2] / "docs" / "reference" / "reading-contract.schema.json"


@pytest.fixture(scope="session")
def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", HERE / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys  # noqa: PLC0415

    sys.modules["score"] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def valid() -> Callable[[Reading], dict[str, Any]]:
    """Give the JSON of a reading once the schema of the contract accepts it."""
    validator = jsonschema.Draft202012Validator(
        json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker()
    )

    def check(reading: Reading) -> dict[str, Any]:
        data = to_json(reading)
        validator.validate(data)
        return data

    return check


@pytest.fixture(scope="session")
def table() -> Callable[..., Reading]:
    """Read a tab-separated table, written with | between cells, below a few lines of text."""

    def read(rows: str, *, above: str = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส") -> Reading:
        lines = ["\t".join(cell.strip() for cell in line.split("|")) for line in rows.split("\n")]
        return read_text(above + "\n\n" + "\n".join(lines))

    return read


@pytest.fixture(scope="session")
def prose() -> Callable[..., Reading]:
    """Read lines of text that stand below the title of a paper."""

    def read(*lines: str) -> Reading:
        return read_text("รายงานของหน่วยงาน\nเทศบาลตำบลท่าแจ่มจันทร์\n\n" + "\n".join(lines))

    return read
