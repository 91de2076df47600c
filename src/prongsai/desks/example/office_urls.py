"""Addresses for staff."""

from django.urls import path

from prongsai.desks.example import views

urlpatterns = [
    path("", views.talks, name="example-talks"),
    path("<int:talk_id>/", views.talk, name="example-talk"),
]
