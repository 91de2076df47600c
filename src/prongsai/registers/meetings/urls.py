"""Addresses for staff."""

from django.urls import path

from prongsai.registers.meetings.views import calling, decisions, groups, importing, monthly, pages, register, taking

urlpatterns = [
    path("", register.meetings, name="meetings"),
    path("monthly/", monthly.monthly, name="monthly-meeting"),
    path("monthly/page.pdf", monthly.monthly_pdf, name="monthly-meeting-pdf"),
    path("monthly/page.docx", monthly.monthly_word, name="monthly-meeting-word"),
    path("groups/", groups.groups, name="meeting-groups"),
    path("groups/new/", groups.new_group, name="new-meeting-group"),
    path("groups/<int:group>/", groups.group, name="meeting-group"),
    path("groups/<int:group>/edit/", groups.edit_group, name="meeting-group-edit"),
    path("groups/<int:group>/members/", groups.members, name="meeting-group-members"),
    path("groups/<int:group>/members-from-order/", groups.members_from_order, name="meeting-group-from-order"),
    path("groups/<int:group>/end/", groups.end_group, name="meeting-group-end"),
    path("groups/<int:group>/call/", calling.call, name="call-meeting"),
    path("<int:meeting>/", pages.meeting, name="meeting"),
    path("<int:meeting>/edit/", calling.edit, name="meeting-edit"),
    path("<int:meeting>/agenda/", calling.agenda, name="meeting-agenda"),
    path("<int:meeting>/cancel/", calling.cancel, name="meeting-cancel"),
    path("<int:meeting>/attendance/", taking.attendance, name="meeting-attendance"),
    path("<int:meeting>/held/", taking.held, name="meeting-held"),
    path("<int:meeting>/adopt/", taking.adopt, name="meeting-adopt"),
    path("<int:meeting>/scan/attendance/", taking.sheet_scan, name="meeting-sheet-scan"),
    path("<int:meeting>/scan/minutes/", taking.minutes_scan, name="meeting-minutes-scan"),
    path("<int:meeting>/papers/<slug:paper>.<slug:suffix>", pages.paper, name="meeting-paper"),
    path("items/<int:item>/minutes/", taking.minutes, name="meeting-minutes"),
    path("items/<int:item>/decide/", decisions.decide, name="decide"),
    path("items/<int:item>/decisions/import/", importing.send, name="decisions-import"),
    path("decisions/import/<int:waiting>/", importing.review, name="decisions-import-review"),
    path("items/<int:item>/extract.<slug:suffix>", pages.extract_of, name="minutes-extract"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/export/", decisions.export, name="decisions-export"),
    path("decisions/<int:decision>/", decisions.decision, name="decision"),
    path("decisions/<int:decision>/edit/", decisions.edit, name="decision-edit"),
    path("decisions/<int:decision>/prove/", decisions.prove, name="decision-prove"),
    path("decisions/<int:decision>/accept/", decisions.accept, name="decision-accept"),
    path("decisions/<int:decision>/return/", decisions.give_back, name="decision-return"),
    path("decisions/<int:decision>/drop/", decisions.drop, name="decision-drop"),
]
