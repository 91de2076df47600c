"""Rooms, pages, language, static files."""

from __future__ import annotations

from pathlib import Path

import django_stubs_ext

from prongsai.config.environment import read_environment
from prongsai.config.settings.sign_on import SIGN_ON_APPS

django_stubs_ext.monkeypatch()  # lets forms and admin classes name the model they are for
ENVIRONMENT = read_environment()
STATE = ENVIRONMENT.state
SOURCE = Path(__file__).resolve().parents[2]

PLATFORM = [
    "tenancy",
    "modules",
    "agency",
    "calendar",
    "web",
    "accounts",
    "ui",
    "jobs",
    "files",
    "audit",
    "notices",
    "entrance",
    "backup",
    "staff",
    "demo",
]
REGISTERS = ["tasks", "placements", "approvals", "services", "cases", "policies", "circulars", "orders", "meetings"]
OFFICE = [
    "rounds",
    "data_calls",
    "results",
    "findings",
    "measures",
    "evidence",
    "reports",
    "disclosure",
    "site",
    "advice",
]
DESKS = ["example"] if ENVIRONMENT.example_desk else []
INSTALLED_APPS = [
    *(f"prongsai.platform.{room}" for room in PLATFORM),
    *(f"prongsai.registers.{room}" for room in REGISTERS),
    *(f"prongsai.office.{room}" for room in OFFICE),
    *(f"prongsai.desks.{room}" for room in DESKS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *SIGN_ON_APPS,
    "django.forms",
    "django_cotton",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "prongsai.platform.ui.middleware.ChosenLanguage",
    "prongsai.platform.ui.middleware.OwnPagesOnly",
    "prongsai.platform.ui.middleware.PlainAnswers",
    "prongsai.platform.web.strictness.RefuseStrangeRequests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "prongsai.platform.web.retry.RetryLostDeeds",
]

ROOT_URLCONF = "prongsai.config.urls"
WSGI_APPLICATION = "prongsai.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "prongsai.platform.ui.shell.shell",
                "prongsai.platform.notices.bell.bell",
            ],
        },
    }
]

LANGUAGE_CODE = ENVIRONMENT.language
LANGUAGES = [("th", "ไทย"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Bangkok"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "prongsai.platform.ui.storage.DesignStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

PGHISTORY_BASE_MODEL = "prongsai.platform.tenancy.models.Event"
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"
