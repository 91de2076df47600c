"""The card of the demonstration. It has no rows of its own, and its people are invented."""

from django.utils.translation import gettext_noop

from prongsai.platform.modules import Module

MODULE = Module(key="demo", title=gettext_noop("Demonstration"))
