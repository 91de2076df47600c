"""Addresses for staff."""

from django.urls import path

from prongsai.office.reports.views import deeds, looking_back, pages

urlpatterns = [
    path("month/", looking_back.month_now, name="month-now"),
    path("<int:round_id>/month/", looking_back.month, name="report-month"),
    path("<int:round_id>/reports/", pages.reports, name="reports"),
    path("<int:round_id>/reports/make/<slug:kind>/", deeds.make, name="report-make"),
    path("<int:round_id>/learning/", looking_back.learning, name="reports-learning"),
    path("<int:round_id>/links/", looking_back.links, name="reports-links"),
    path("reports/<int:report>/", pages.report, name="report"),
    path("reports/<int:report>/proof/", pages.proof, name="report-proof"),
    path("reports/<int:report>/changes/", pages.changes, name="report-changes"),
    path("reports/<int:report>/number/", deeds.number, name="report-number"),
    path("reports/<int:report>/sign/", deeds.sign, name="report-sign"),
]
