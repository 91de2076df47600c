"""Addresses for staff."""

from django.urls import path

from prongsai.office.site.views import pages, site

urlpatterns = [
    path("", site.site, name="site"),
    path("build/", site.build, name="site-build"),
    path("shows/", site.shows, name="site-shows"),
    path("export/", site.export, name="site-export"),
    path("people/", pages.people, name="site-people"),
    path("people/<int:person>/", pages.contact, name="site-contact"),
    path("pages/<int:page>/", pages.page, name="site-page"),
    path("pages/<int:page>/confirm/", pages.confirm, name="site-page-confirm"),
]
