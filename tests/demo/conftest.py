"""The papers shipped with the demo, what a faultless reading of each gives, and what `check` must say of it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from prongsai.ita.reading.files import read_bytes
from prongsai.platform.demo.papers.shipped import DEMO_PAPERS, demo_source

HERE = Path(__file__).parent
TEXTS = ("P2.txt", "P3.txt", "P4.txt", "P5.txt", "P6.txt", "P7.txt")


def load_truth(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def truth_of() -> Callable[[str], dict[str, Any]]:
    return load_truth


@pytest.fixture(params=TEXTS, ids=lambda name: name.removesuffix(".txt"))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param).removesuffix(".txt")


@pytest.fixture
def text(name: str) -> str:
    return demo_source(f"{name}.txt")


@pytest.fixture
def truth(name: str) -> dict[str, Any]:
    return load_truth(name)


@pytest.fixture(scope="session")
def papers() -> dict[str, bytes]:
    """The papers in the formats in which the demo writes them, by the name of the file."""
    return {name: make() for name, make in DEMO_PAPERS.items()}


@pytest.fixture(scope="session")
def readings(papers: dict[str, bytes]) -> dict[str, Any]:
    """The papers as read from these formats, by the name of the paper."""
    return {name.split(".")[0]: read_bytes(data, name) for name, data in papers.items()}


@pytest.fixture(scope="session")
def expected_checks() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / "expected_checks.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def scorer() -> Any:
    """The scorer of the reading contract, kept beside the reader's own tests."""
    folder = str(HERE.parent / "ita" / "reading")
    sys.path.insert(0, folder)
    try:
        import score  # noqa: PLC0415
    finally:
        sys.path.remove(folder)
    return score
