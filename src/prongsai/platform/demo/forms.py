"""The day of the demonstration."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.platform.demo.stepping import year_of_story
from prongsai.platform.ui.fields import DateField
from prongsai.platform.ui.wording import day_in_words
from prongsai.platform.web.strict_form import StrictForm


class DayForm(StrictForm, forms.Form):
    """A day within the year of the story; the buttons of the months send it whole."""

    day = DateField(label=gettext_lazy("Another day"), help_text="")

    def clean_day(self) -> date:
        """Refuse days of other years."""
        day: date = self.cleaned_data["day"]
        year = year_of_story()
        if year.start and year.end and not year.start <= day <= year.end:
            told = {"first": day_in_words(year.start), "last": day_in_words(year.end)}
            raise forms.ValidationError(_("The example lives from %(first)s to %(last)s.") % told)
        return day
