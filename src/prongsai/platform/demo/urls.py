"""Addresses of the demonstration."""

from django.urls import path

from prongsai.platform.demo import views

urlpatterns = [path("day/", views.demo_day, name="demo-day")]
