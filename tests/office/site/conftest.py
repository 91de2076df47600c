"""A folder for the sites of the two offices."""

import pytest


@pytest.fixture(autouse=True)
def _sites(settings, tmp_path):
    settings.SITES_FOLDER, settings.SITES_KEPT = tmp_path / "sites", tmp_path / "kept"
