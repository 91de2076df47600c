"""Addresses for citizens; they never change."""

from django.urls import path

from prongsai.registers.policies.views import public

urlpatterns = [
    path("<slug:code>/policies/", public.policies, name="public-policies"),
    path("<slug:code>/policies/<int:policy>/", public.policy, name="public-policy"),
    path("<slug:code>/policies/<int:policy>/files/<uuid:file>/", public.file, name="public-policy-file"),
]
