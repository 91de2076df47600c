"""Templates, forms, words, the display chosen by a reader."""

from prongsai.platform.ui.compiling import bring_up_to_date

bring_up_to_date()  # before Django loads the models, whose names it looks up

FORM_RENDERER = "prongsai.platform.ui.rendering.FormRenderer"
COTTON_ISOLATE_BY_DEFAULT = True
LANGUAGE_COOKIE_NAME = "language"
CSRF_FAILURE_VIEW = "prongsai.platform.ui.answers.stale_form"
