"""Static files of the design: hashed names, and a page that still comes when a file is gone."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class DesignStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """As WhiteNoise stores them. A missing file costs its look, never the page."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Give the hashed name, or the plain one where nothing is known of the file."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
