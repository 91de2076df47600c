"""Addresses for staff."""

from django.urls import path

from prongsai.office.rounds.views import days, deeds, frameworks, group, moving, pages, papers, surveys

urlpatterns = [
    path("", pages.rounds, name="rounds"),
    path("open/", deeds.open_year, name="round-open"),
    path("frameworks/", frameworks.frameworks, name="frameworks"),
    path("frameworks/sent/<int:waiting>/", frameworks.review, name="framework-review"),
    path("frameworks/workbook.xlsx", frameworks.workbook, name="framework-workbook"),
    path("<int:round_id>/", pages.one_round, name="round"),
    path("<int:round_id>/close/", deeds.close, name="round-close"),
    path("<int:round_id>/reopen/", deeds.reopen, name="round-reopen"),
    path("<int:round_id>/days/<slug:milestone>/", days.edit, name="round-day"),
    path("<int:round_id>/days/<slug:milestone>/framework/", days.go_back, name="round-day-framework"),
    path("<int:round_id>/working-group/", group.edit, name="round-group"),
    path("<int:round_id>/move/", moving.move, name="round-move"),
    path("<int:round_id>/papers/", papers.papers, name="round-papers"),
    path("<int:round_id>/papers/<slug:which>/", papers.paper, name="round-paper"),
    path("<int:round_id>/surveys/", surveys.surveys, name="round-surveys"),
    path("<int:round_id>/surveys/<slug:survey>/", surveys.edit, name="round-survey"),
    path("<int:round_id>/surveys/<slug:survey>/count/", surveys.count, name="round-survey-count"),
    path("<int:round_id>/surveys/<slug:survey>/poster.pdf", surveys.poster, name="round-survey-poster"),
]
