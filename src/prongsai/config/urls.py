"""Every address, listed by hand."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from prongsai.platform.ui import views as ui


def desk_urls(kind: str, prefix: str) -> list[URLPattern | URLResolver]:
    """Give the addresses of one kind (`office_urls`, `public_urls`, `kiosk_urls`) of each desk that has them."""
    files = [(desk, f"prongsai.desks.{desk}.{kind}") for desk in settings.DESKS]
    return [path(f"{prefix}{desk}/", include(file)) for desk, file in files if find_spec(file)]


urlpatterns = [
    path("", ui.home, name="home"),
    path("account/", include("allauth.urls")),
    *desk_urls("office_urls", "office/"),
    *desk_urls("public_urls", ""),
    *desk_urls("kiosk_urls", "kiosk/"),
]
