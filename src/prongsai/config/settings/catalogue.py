"""Where the frameworks of the years are looked for before the packaged ones; those taken in by a page are put there."""

from prongsai.config.environment import read_environment

CATALOGUE_FOLDER = read_environment().catalogue_folder or read_environment().state / "catalogue"
