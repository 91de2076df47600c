"""Installations to back up, restore and move."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from offices_on_disk import Place, Places, settle_in
from processes import open_folder
from prongsai.platform.cluster import cluster

TESTS = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def _places(tmp_path_factory):
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(TESTS), before] if before else [str(TESTS)])
    # A server of its own, in memory where there is enough: it goes away with all its databases.
    with open_folder() as folder, cluster(folder, test=True) as server:
        yield Places(server, tmp_path_factory.mktemp("offices"))
    os.environ.pop("PYTHONPATH")
    if before:
        os.environ["PYTHONPATH"] = before


@pytest.fixture
def places(_places, django_db_blocker):
    with django_db_blocker.unblock():
        yield _places
    _places.forget()


@pytest.fixture
def office(places) -> Place:
    """An installation in which two offices have worked."""
    return settled(places)


@pytest.fixture(scope="module")
def calm_office(_places, django_db_blocker) -> Place:
    """One that the tests of a file share: they take from it and change nothing."""
    with django_db_blocker.unblock():
        return settled(_places, kept=True)


def settled(places: Places, *, kept: bool = False) -> Place:
    place = places.place(kept=kept)
    place.here, place.there = settle_in(place)
    return place
