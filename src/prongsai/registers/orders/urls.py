"""Addresses for staff."""

from django.urls import path

from prongsai.registers.orders.views import importing, pages, register, writing

urlpatterns = [
    path("", register.orders, name="orders"),
    path("new/", writing.new_order, name="new-order"),
    path("export/", register.export, name="orders-export"),
    path("register.pdf", register.printed, name="orders-printed"),
    path("template.xlsx", register.template, name="orders-template"),
    path("import/", importing.send, name="orders-import"),
    path("import/<int:waiting>/", importing.review, name="orders-import-review"),
    path("people/<int:person>/", register.appointments, name="appointments"),
    path("<int:order>/", pages.order, name="order"),
    path("<int:order>/edit/", writing.edit, name="order-edit"),
    path("<int:order>/members/", writing.members, name="order-members"),
    path("<int:order>/drop/", pages.drop, name="order-drop"),
    path("<int:order>/to-sign/", pages.send_to_sign, name="order-to-sign"),
    path("<int:order>/back/", pages.take_back, name="order-take-back"),
    path("<int:order>/signed/", pages.signed, name="order-signed"),
    path("<int:order>/scan/", pages.scan, name="order-scan"),
    path("<int:order>/revoke/", pages.revoke, name="order-revoke"),
    path("<int:order>/paper.<slug:suffix>", pages.paper, name="order-paper"),
]
