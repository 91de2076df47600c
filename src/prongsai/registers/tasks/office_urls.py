"""The address of the home page of staff."""

from django.urls import path

from prongsai.registers.tasks.views import home

urlpatterns = [path("", home.office_home, name="office-home")]
