"""Forms look the same everywhere: `{{ form }}`, `{{ field.as_field_group }}` and allauth's pages alike."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Draws forms with the templates of this room."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
