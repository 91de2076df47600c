"""The register of tasks."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """What is to be done, the proof that it was, the home page of staff."""

    name = "prongsai.registers.tasks"
    label = "tasks"

    def ready(self) -> None:
        """Say who may read the proof of tasks."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.tasks.file_holders import TASK_PROOF

        holders.register(TASK_PROOF)
