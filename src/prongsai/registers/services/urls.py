"""Addresses for staff."""

from django.urls import path

from prongsai.registers.services.views import deeds, editing, importing, pages, register

urlpatterns = [
    path("", register.services, name="services"),
    path("new/", register.new_service, name="new-service"),
    path("starters/", register.starters, name="service-starters"),
    path("export/", register.export, name="services-export"),
    path("template.xlsx", register.template, name="services-template"),
    path("import/", importing.send, name="services-import"),
    path("import/<int:waiting>/", importing.review, name="services-import-review"),
    path("<int:service>/", pages.service, name="service"),
    path("<int:service>/new-version/", deeds.start_version, name="service-start-version"),
    path("<int:service>/review/", deeds.review, name="service-review"),
    path("<int:service>/give-up/", deeds.give_up, name="service-give-up"),
    path("versions/<int:edition>/", pages.version, name="service-version"),
    path("versions/<int:edition>/difference/", pages.difference, name="service-difference"),
    path("versions/<int:edition>/edit/<slug:part>/", editing.edit, name="service-edit"),
    path("versions/<int:edition>/drop/", deeds.drop, name="service-drop"),
    path("versions/<int:edition>/post/", deeds.post, name="service-post"),
    path("versions/<int:edition>/withdraw/", deeds.withdraw, name="service-withdraw"),
    path("versions/<int:edition>/outputs/<slug:output>/", pages.output, name="service-output"),
]
