"""Addresses of jobs."""

from django.urls import path

from prongsai.platform.jobs import views

urlpatterns = [
    path("parked/", views.parked, name="jobs-parked"),
    path("parked/<int:job>/try-again/", views.try_again, name="job-try-again"),
    path("parked/<int:job>/drop/", views.drop, name="job-drop"),
    path("<int:job>/", views.progress, name="job-progress"),
]
