"""Addresses for citizens; they never change."""

from django.urls import path

from prongsai.registers.cases.views import public

urlpatterns = [
    path("<slug:code>/requests/", public.choose_kind, name="public-case-choose-kind"),
    path("<slug:code>/requests/new/<slug:kind>/", public.new_case, name="public-case-new"),
    path("<slug:code>/track/", public.track, name="public-case-track"),
    path("<slug:code>/track/case/", public.tracked, name="public-case"),
    path("<slug:code>/track/papers/<uuid:file>/", public.paper, name="public-case-paper"),
    path("<slug:code>/track/leave/", public.leave, name="public-case-leave"),
]
