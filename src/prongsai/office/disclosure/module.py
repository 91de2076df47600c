"""The card of disclosure."""

from django.utils.translation import gettext_noop

from prongsai.platform.modules import Module

MODULE = Module(key="disclosure", title=gettext_noop("Disclosure"))
