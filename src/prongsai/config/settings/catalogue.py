"""Where the frameworks of the years are looked for before the packaged ones."""

from prongsai.config.environment import read_environment

CATALOGUE_FOLDER = read_environment().catalogue_folder
