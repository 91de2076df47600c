"""The papers shipped with the demo, what a faultless reading of each gives, and what `check` must say of it."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAPERS = ROOT / "src" / "prongsai" / "cli" / "demo_papers"
HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in PAPERS.glob("*.txt"))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def text(name: str) -> str:
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture
def truth(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def expected_checks() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / "expected_checks.yaml").read_text(encoding="utf-8"))
    return loaded
