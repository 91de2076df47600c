"""Addresses for staff."""

from django.urls import path

from prongsai.office.data_calls.views import calling, calls, deciding, handing_in, items, overview, owners, reminding

urlpatterns = [
    path("<int:round_id>/calls/", overview.data_calls, name="data-calls"),
    path("<int:round_id>/calls/export/", overview.export, name="data-calls-export"),
    path("<int:round_id>/calls/owners/", owners.edit, name="item-owners"),
    path("<int:round_id>/calls/new/", calling.new, name="data-call-new"),
    path("calls/<int:call>/", calls.call, name="data-call"),
    path("calls/<int:call>/change/", calling.change, name="data-call-change"),
    path("calls/<int:call>/add/", calling.add, name="called-item-add"),
    path("calls/<int:call>/memo/<int:unit>.<slug:suffix>", calls.memo, name="data-call-memo"),
    path("calls/<int:call>/examples/<int:unit>.<slug:suffix>", calls.examples, name="data-call-examples"),
    path("calls/remind/<int:addressee>/", reminding.remind, name="data-call-remind"),
    path("calls/items/<int:item>/", items.item, name="called-item"),
    path("calls/items/<int:item>/record-for/", handing_in.record_for, name="called-item-record"),
    path("calls/items/<int:item>/accept/", deciding.accept, name="called-item-accept"),
    path("calls/items/<int:item>/return/", deciding.give_back, name="called-item-return"),
    path("calls/items/<int:item>/call-off/", deciding.call_off, name="called-item-call-off"),
    path("calls/items/<int:item>/ask-again/", deciding.ask_again, name="called-item-ask-again"),
    path("calls/items/<int:item>/move/", deciding.move, name="called-item-move"),
]
