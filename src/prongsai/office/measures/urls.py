"""Addresses for staff."""

from django.urls import path

from prongsai.office.measures.views import deciding, drafts, importing, measure, papers, plan

urlpatterns = [
    path("<int:round_id>/measures/", plan.measures, name="measures"),
    path("<int:round_id>/measures/months/", plan.months, name="measures-months"),
    path("<int:round_id>/measures/facts/", plan.facts, name="measures-facts"),
    path("<int:round_id>/measures/answer/", plan.answer, name="measures-answer"),
    path("<int:round_id>/measures/drafts/", drafts.drafts, name="measures-drafts"),
    path("<int:round_id>/measures/drafts/leave-out/", drafts.leave_out, name="measures-leave-out"),
    path("<int:round_id>/measures/new/", measure.new_measure, name="measure-new"),
    path("<int:round_id>/measures/decide/", deciding.decide, name="measures-decide"),
    path("<int:round_id>/measures/made-known/", deciding.make_known, name="measures-made-known"),
    path("<int:round_id>/measures/import/", importing.send, name="measures-import"),
    path("<int:round_id>/measures/import/paper/<int:paper>/", importing.take_paper, name="measures-take-paper"),
    path("<int:round_id>/measures/workbook/", papers.workbook, name="measures-workbook"),
    path("<int:round_id>/measures/papers/<slug:kind>/<slug:form>/", papers.paper, name="measures-paper"),
    path("papers/<int:paper>/measures/", importing.of_paper, name="measures-of-paper"),
    path("measures/import/<int:waiting>/", importing.review, name="measures-import-review"),
    path("measures/import/<int:waiting>/units/", importing.add_units, name="measures-import-units"),
    path("measures/<int:measure>/", measure.measure, name="measure"),
    path("measures/<int:measure>/edit/", measure.edit, name="measure-edit"),
    path("measures/<int:measure>/steps/", measure.steps, name="measure-steps"),
    path("measures/<int:measure>/move/", measure.move, name="measure-move"),
    path("measures/<int:measure>/take-out/", measure.take_out, name="measure-take-out"),
]
