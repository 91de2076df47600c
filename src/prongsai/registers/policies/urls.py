"""Addresses of the register of policies."""

from django.urls import path

from prongsai.registers.policies.views import deeds, importing, pages, register, writing

urlpatterns = [
    path("", register.policies, name="policies"),
    path("new/", register.new_policy, name="new-policy"),
    path("in-force-before/", register.existing_policy, name="existing-policy"),
    path("export/", register.export, name="policies-export"),
    path("print/", register.print_register, name="policies-print"),
    path("template/", importing.template, name="policies-template"),
    path("import/", importing.send, name="policies-import"),
    path("import/<int:waiting>/", importing.review, name="policies-import-review"),
    path("<int:policy>/", pages.policy, name="policy"),
    path("<int:policy>/new-version/", writing.start_version, name="policy-start-version"),
    path("<int:policy>/review/", deeds.review, name="policy-review"),
    path("versions/<int:edition>/", pages.version, name="policy-version"),
    path("versions/<int:edition>/edit/", writing.edit, name="policy-edit"),
    path("versions/<int:edition>/drop/", writing.drop, name="policy-drop"),
    path("versions/<int:edition>/paper/<slug:form>/", pages.paper, name="policy-paper"),
    path("versions/<int:edition>/sign/", deeds.sign, name="policy-sign"),
    path("versions/<int:edition>/made-known/", deeds.make_known, name="policy-made-known"),
    path("versions/<int:edition>/repeal/", deeds.repeal, name="policy-repeal"),
]
