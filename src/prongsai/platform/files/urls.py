"""Addresses of files."""

from django.urls import path

from prongsai.platform.files import views

urlpatterns = [
    path("", views.index, name="files"),
    path("attach/<slug:holder>/<int:thing>/", views.attach, name="file-attach"),
    path("attached/<int:attachment>/take-away/", views.detach, name="file-detach"),
    path("<uuid:file>/", views.about, name="file"),
    path("<uuid:file>/new-version/", views.add_version, name="file-new-version"),
    path("<uuid:version>/<str:name>", views.download, name="file-download"),
]
