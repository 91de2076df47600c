"""No form of any room reads a number, a day or an address with the stock fields."""

import pkgutil
from importlib import import_module

import pytest
from django import forms
from django.apps import apps

STOCK = (
    forms.DateField, forms.DateTimeField, forms.SplitDateTimeField, forms.TimeField, forms.IntegerField,
    forms.FloatField, forms.DecimalField, forms.DurationField, forms.URLField,
)  # fmt: skip


def modules():
    """The modules of forms of every room that is installed."""
    for room in apps.get_app_configs():
        if room.name.startswith("prongsai."):
            for module in pkgutil.walk_packages([room.path], f"{room.name}."):
                if "form" in module.name.removeprefix(room.name):
                    yield import_module(module.name)


def all_forms():
    return {thing for module in modules() for thing in vars(module).values() if isinstance(thing, type)}


FORMS = sorted(
    (f for f in all_forms() if issubclass(f, forms.BaseForm) and f.__module__.startswith("prongsai.")),
    key=lambda form: (form.__module__, form.__name__),
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.__module__}.{form.__name__}")
def test_a_form_reads_with_our_fields(form):
    assert {
        name: type(field).__name__
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, STOCK)
    } == {}


def test_forms_are_found():
    assert FORMS
