"""Addresses for staff."""

from django.urls import path

from prongsai.registers.circulars.models import ListKind
from prongsai.registers.circulars.views import briefing, circular, importing, keeping, register, writing

urlpatterns = [
    path("", register.circulars, name="circulars"),
    path("export/", register.export, name="circulars-export"),
    path("template.xlsx", register.template, {"kind": ListKind.CIRCULARS}, name="circulars-template"),
    path("import/", importing.send, {"kind": ListKind.CIRCULARS}, name="circulars-import"),
    path("import/<int:waiting>/", importing.review, name="circulars-import-review"),
    path("new/", writing.new_circular, name="new-circular"),
    path("<int:circular>/", circular.circular, name="circular"),
    path("<int:circular>/edit/", writing.edit_circular, name="circular-edit"),
    path("<int:circular>/drop/", writing.drop_circular, name="circular-drop"),
    path("<int:circular>/send/", circular.send, name="circular-send"),
    path("<int:circular>/acknowledge/", circular.acknowledge, name="circular-acknowledge"),
    path("<int:circular>/outputs/<slug:output>/", circular.output, name="circular-output"),
    path("<int:circular>/list/", keeping.receivers, name="circular-list"),
    path("<int:circular>/sheet/", keeping.record_sheet, name="circular-record-sheet"),
    path("<int:circular>/told/<int:receiver>/", keeping.record_told, name="circular-record-told"),
    path("<int:circular>/take-back/<int:receiver>/", keeping.take_back, name="circular-take-back"),
    path("<int:circular>/add/", keeping.add, name="circular-add"),
    path("<int:circular>/paper/", keeping.record_paper, name="circular-record-paper"),
    path("<int:circular>/withdraw/", keeping.withdraw, name="circular-withdraw"),
    path("briefings/", register.briefings, name="briefings"),
    path("briefings/export/", register.export_briefings, name="briefings-export"),
    path("briefings/template.xlsx", register.template, {"kind": ListKind.BRIEFINGS}, name="briefings-template"),
    path("briefings/import/", importing.send, {"kind": ListKind.BRIEFINGS}, name="briefings-import"),
    path("briefings/new/", writing.new_briefing, name="new-briefing"),
    path("briefings/<int:briefing>/", briefing.briefing, name="briefing"),
    path("briefings/<int:briefing>/edit/", writing.edit_briefing, name="briefing-edit"),
    path("briefings/<int:briefing>/drop/", writing.drop_briefing, name="briefing-drop"),
    path("briefings/<int:briefing>/call/", briefing.call, name="briefing-call"),
    path("briefings/<int:briefing>/call-off/", briefing.call_off, name="briefing-call-off"),
    path("briefings/<int:briefing>/attendance/", briefing.attendance, name="briefing-attendance"),
    path("briefings/<int:briefing>/outputs/<slug:output>/", briefing.output, name="briefing-output"),
]
