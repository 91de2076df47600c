"""Addresses for citizens; they never change."""

from django.urls import path

from prongsai.office.site.views import public

urlpatterns = [
    path("site-search/<slug:code>/", public.search, name="site-search"),
    path("site/<slug:code>/", public.file, name="site-home"),
    path("site/<slug:code>/<path:path>", public.file, name="site-file"),
]
