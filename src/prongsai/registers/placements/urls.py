"""Addresses for staff."""

from django.urls import path

from prongsai.registers.placements.views import importing, placement, register, walking

urlpatterns = [
    path("", register.placements, name="placements"),
    path("new/", register.new_placement, name="placement-new"),
    path("without-photograph/", register.unphotographed, name="placements-unphotographed"),
    path("export/", register.export, name="placements-export"),
    path("register.pdf", register.register_pdf, name="placements-register-pdf"),
    path("register.docx", register.register_docx, name="placements-register-docx"),
    path("walk.pdf", register.walk_pdf, name="placements-walk-pdf"),
    path("template.xlsx", register.template, name="placements-template"),
    path("import/", importing.send, name="placements-import"),
    path("import/<int:waiting>/", importing.review, name="placements-import-review"),
    path("walk/", walking.walk, name="placements-walk"),
    path("walk/<int:checking>/end/", walking.end_round, name="placements-end-round"),
    path("habit/", walking.habit, name="placements-habit"),
    path("places/", walking.places, name="placement-places"),
    path("places/new/", walking.new_place, name="placement-place-new"),
    path("places/labels.pdf", walking.labels, name="placement-labels"),
    path("places/<int:place>/", walking.place, name="placement-place"),
    path("places/<int:place>/change/", walking.change_place, name="placement-place-change"),
    path("<int:placement>/", placement.placement, name="placement"),
    path("<int:placement>/change/", placement.change, name="placement-change"),
    path("<int:placement>/see/", placement.see, name="placement-see"),
    path("<int:placement>/take-down/", placement.take_down, name="placement-take-down"),
]
