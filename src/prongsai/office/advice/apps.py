"""Advice."""

from django.apps import AppConfig


class AdviceConfig(AppConfig):
    """What agencies submit to their advisers."""

    name = "prongsai.office.advice"
    label = "advice"
