"""What is kept about jobs beside the queue itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prongsai.platform.tenancy.models import OfAgency


class Fault(models.Model):
    """Why a job was parked. It belongs to no agency: it holds a job's number, a kind of error and a line of code."""

    job = models.BigIntegerField(unique=True)
    task = models.CharField(max_length=128)
    kind = models.CharField(max_length=100, blank=True)
    place = models.CharField(max_length=200, blank=True)
    noted = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("Reason why a job was parked")


class State(models.TextChoices):
    """How a job stands that a page shows."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Being done")
    DONE = "done", _("Done")
    FAILED = "failed", _("Not done: the system administrator has been told")


class JobProgress(OfAgency):
    """What a page shows of a job to the staff of its agency.

    `title` and `message` are English sources, said in the reader's language: fixed words, never what people wrote.
    """

    job = models.BigIntegerField()
    title = models.CharField(max_length=200)
    message = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    then = models.CharField(max_length=300, blank=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("Progress of a job")
        constraints = (models.UniqueConstraint(fields=["agency", "job"], name="one_progress_per_job"),)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will change."""
        return self.state in (State.DONE, State.FAILED)

    @property
    def told_title(self) -> str:
        """The title in the reader's language."""
        return gettext(self.title)

    @property
    def told_message(self) -> str:
        """The message in the reader's language."""
        return gettext(self.message) if self.message else ""
