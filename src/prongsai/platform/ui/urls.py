"""Pages everybody shares."""

from django.urls import path

from prongsai.platform.ui import views

urlpatterns = [
    path("", views.home, name="home"),
    path("display/", views.display, name="display"),
    path("design/", views.design, name="design"),
]
