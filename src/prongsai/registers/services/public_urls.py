"""Addresses for citizens; they never change."""

from django.urls import path

from prongsai.registers.services.views import public

urlpatterns = [
    path("<slug:code>/services/", public.services, name="public-services"),
    path("<slug:code>/services/<int:service>/", public.service, name="public-service"),
    path("<slug:code>/services/<int:service>/forms/<uuid:file>/", public.form, name="public-service-form"),
]
