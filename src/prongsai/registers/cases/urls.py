"""Addresses for staff."""

from django.urls import path

from prongsai.registers.cases.views import (
    counting,
    deeds,
    entering,
    importing,
    inbox,
    pages,
    printing,
    rewriting,
    settling,
)

urlpatterns = [
    path("", inbox.cases, name="cases"),
    path("export/", inbox.export, name="cases-export"),
    path("new/", entering.new_case, name="case-new"),
    path("import/", importing.send, name="cases-import"),
    path("import/<int:waiting>/", importing.review, name="cases-import-review"),
    path("template.xlsx", importing.template, name="cases-template"),
    path("counts/", counting.counts, name="cases-counts"),
    path("counts/file/", counting.counts_file, name="cases-counts-file"),
    path("front-desk/", settling.desk, name="cases-front-desk"),
    path("past-their-time/", settling.past_their_time, name="cases-past-their-time"),
    path("past-their-time/file/", settling.past_their_time_file, name="cases-past-their-time-file"),
    path("<int:case>/", pages.case, name="case"),
    path("<int:case>/edit/", rewriting.edit, name="case-edit"),
    path("<int:case>/new-code/", deeds.new_code, name="case-new-code"),
    path("<int:case>/outputs/<slug:output>/", printing.output, name="case-output"),
    path("<int:case>/<slug:deed>/", deeds.deed, name="case-deed"),
]
