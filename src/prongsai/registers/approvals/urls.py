"""Addresses of the register of submissions."""

from django.urls import path

from prongsai.registers.approvals.views import deeds, pages, register, submitting, taking_over

urlpatterns = [
    path("", register.submissions, name="approvals"),
    path("waiting/", register.waiting, name="approvals-waiting"),
    path("export/", register.export, name="approvals-export"),
    path("print/", register.print_register, name="approvals-print"),
    path("older/", taking_over.older, name="approvals-older"),
    path("older/export/", taking_over.export, name="approvals-older-export"),
    path("older/template.xlsx", taking_over.template, name="approvals-older-template"),
    path("older/import/", taking_over.send, name="approvals-older-import"),
    path("older/import/<int:waiting>/", taking_over.review, name="approvals-older-review"),
    path("new/", submitting.new_matter, name="new-matter"),
    path("submit/<slug:kind>/<int:thing>/", submitting.submit, name="approval-submit"),
    path("<int:submission>/", pages.submission, name="approval"),
    path("<int:submission>/memo/<slug:form>/", pages.memo, name="approval-memo"),
    path("<int:submission>/opinion/", deeds.give_opinion, name="approval-opinion"),
    path("<int:submission>/approve/", deeds.approve, name="approval-approve"),
    path("<int:submission>/return/", deeds.give_back, name="approval-return"),
    path("<int:submission>/on-paper/", deeds.on_paper, name="approval-on-paper"),
    path("<int:submission>/withdraw/", submitting.withdraw, name="approval-withdraw"),
]
