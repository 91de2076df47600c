"""The room of jobs."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Tasks, the queue, periodic work, progress."""

    name = "prongsai.platform.jobs"
    label = "jobs"
