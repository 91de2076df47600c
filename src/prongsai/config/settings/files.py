"""Where files lie, and how much of them is taken."""

from prongsai.config.environment import read_environment

_state = read_environment().state
FILES_FOLDER = _state / "files"
FILES_ARRIVING = _state / "arriving"
SITES_FOLDER = _state / "sites"
SITES_KEPT = _state / "sites-kept"
"""The public sites, as files, and what they are made from. All can be made anew, so that back-ups leave it out."""
FILES_QUOTA = 5_000_000_000
FILES_KEEP_FREE = 1_000_000_000

FILE_UPLOAD_HANDLERS = ["prongsai.platform.files.arriving.WithoutName"]
DATA_UPLOAD_MAX_NUMBER_FILES = 20
