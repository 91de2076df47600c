"""Django's settings, from the environment and the state folder."""

from prongsai.config.settings.accounts import *  # noqa: F403
from prongsai.config.settings.base import *  # noqa: F403
from prongsai.config.settings.database import *  # noqa: F403
from prongsai.config.settings.security import *  # noqa: F403
