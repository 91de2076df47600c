"""Django's settings, from the environment and the state folder."""

from prongsai.config.settings.accounts import *  # noqa: F403
from prongsai.config.settings.base import *  # noqa: F403
from prongsai.config.settings.catalogue import *  # noqa: F403
from prongsai.config.settings.database import *  # noqa: F403
from prongsai.config.settings.demo import *  # noqa: F403
from prongsai.config.settings.design import *  # noqa: F403
from prongsai.config.settings.files import *  # noqa: F403
from prongsai.config.settings.jobs import *  # noqa: F403
from prongsai.config.settings.notices import *  # noqa: F403
from prongsai.config.settings.security import *  # noqa: F403
from prongsai.config.settings.sign_on import *  # noqa: F403
