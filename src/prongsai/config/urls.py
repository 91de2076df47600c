"""Every address, listed by hand."""

from django.urls import include, path

from prongsai.platform.ui import views as ui

urlpatterns = [
    path("", ui.home, name="home"),
    path("account/", include("allauth.urls")),
]
