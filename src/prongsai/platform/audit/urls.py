"""Addresses of the log of deeds."""

from django.urls import path

from prongsai.platform.audit import views

urlpatterns = [
    path("", views.log, name="audit-log"),
    path("file/", views.export, name="audit-export"),
    path("heads/", views.heads, name="audit-heads"),
]
