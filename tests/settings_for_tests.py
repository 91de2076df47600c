"""Settings of the tests: the project's own, with cheap passwords and plain static files."""

import os
import tempfile

os.environ.setdefault("PRONGSAI_STATE", tempfile.mkdtemp(prefix="prongsai-test-"))
os.environ.setdefault("PRONGSAI_SECRET_KEYS", "only-for-tests")
os.environ.setdefault("PRONGSAI_EXAMPLE_DESK", "on")

from prongsai.config.settings import *  # noqa: F403
from prongsai.config.settings import DATABASES, STATIC_ROOT

STATIC_ROOT.mkdir(parents=True, exist_ok=True)

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASE_MAY_OWN = True
DATABASES["default"]["TEST"] = {"NAME": f"test_prongsai_{os.getpid()}", "TEMPLATE": "template0"}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
HOME_KEPT_SECONDS = 0  # the log gets its lines at a commit, which the transaction of a test never reaches
