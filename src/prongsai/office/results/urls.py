"""Addresses for staff."""

from django.urls import path

from prongsai.office.results.views import deciding, pages, sending

urlpatterns = [
    path("<int:round_id>/results/", pages.results, name="results"),
    path("<int:round_id>/results/type/", sending.type_scores, name="results-type"),
    path("<int:round_id>/results/paste/", sending.paste, name="results-paste"),
    path("papers/", pages.papers, name="read-papers"),
    path("papers/send/", sending.send, name="read-papers-send"),
    path("papers/<int:paper>/", pages.paper, name="read-paper"),
    path("results/<int:sheet>/", pages.sheet, name="result-sheet"),
    path("results/<int:sheet>/confirm/", deciding.confirm, name="result-sheet-confirm"),
    path("results/<int:sheet>/drop/", deciding.drop, name="result-sheet-drop"),
    path("results/<int:sheet>/copy/", deciding.copy, name="result-sheet-copy"),
    path("results/lines/<int:line>/", pages.line, name="result-line"),
    path("results/lines/<int:line>/correct/", deciding.correct, name="result-line-correct"),
    path("results/lines/<int:line>/accept/", deciding.accept, name="result-line-accept"),
]
