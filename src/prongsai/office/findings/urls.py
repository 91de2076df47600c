"""Addresses for staff."""

from django.urls import path

from prongsai.office.findings.views import pages, what_if

urlpatterns = [
    path("<int:round_id>/findings/", pages.findings, name="findings"),
    path("<int:round_id>/findings/checks/", pages.checks, name="findings-checks"),
    path("<int:round_id>/findings/what-if/", what_if.what_if, name="findings-what-if"),
    path("<int:round_id>/findings/analysis.<slug:suffix>", pages.paper, name="findings-paper"),
]
